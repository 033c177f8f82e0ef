"""Sections of one page that each state a day of their own: talks with residents in several places, letters with the day of the
reply. The day of the first is no other's.

Such a day stands above the words of its section, in the same form each time:

1. behind a label (開催日：令和6年7月3日, 公開日 令和6年7月3日, 受付日：… 回答日：…);
2. before 受付, 回答 (令和6年6月13日受付);
3. in the heading, behind the place or before it (北地区（令和6年7月3日　北公民館）, 令和6年7月3日（水）　北地区).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise, takewhile

from corpus.eras import find_dates, fold
from ingest.header.labels import LABEL_LINE
from ingest.marks.mark import SIGNS, Mark
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

LINE_MAX = 60
"""Characters of a line that states the day; a longer one is a sentence."""
TITLE_LINES = 3
"""Lines of a section's title above its day at most."""
_FIELD = re.compile(
    r"((?:開催|実施|訪問|懇談|回答|答弁|公開|公表|掲載|受付|受理|受信|受け付け)(?:年月)?日(?:時)?|(?:日\s*時|と\s*き)(?=[\s:：]))[\s:：\]】）)]*(?=[0-9令平昭RHSrhs])"
)
_BEHIND = re.compile(r"\s*(?:に|の)?(?:受付|受理|受信|回答|実施|開催)(?:分)?[)）\]】]?$")
_WEEKDAY = r"(?:\s*[(（]?[月火水木金土日](?:曜日?)?[)）])?"
_IN_BRACKET = re.compile(rf"{_WEEKDAY}[^(（)）]{{0,20}}[)）]$")
_BEFORE_PLACE = re.compile(rf"{_WEEKDAY}[\s・]+[^\s。、]{{2,20}}$")
_SIGN = re.compile(rf"^[\s0-9.、#*{SIGNS}\[［【(（-]*(?:第[0-9]+回[\s:：・]*)?")
_HEADING = "heading"
"""The form of a day in a heading; a day behind a label is of the label's form."""


def section_heads(lines: Sequence[Line], marks: Sequence[Mark], headed: Set[int]) -> dict[int, int]:
    """The lines that state a section's own day, each with the line where that section begins; empty where there are no such sections.

    `headed`: where lines begin that the format marks as headings.
    A meeting that somebody presides over has one day, whatever other days its record lists.
    """
    if any(mark.speaker.side == "chair" for mark in marks):
        return {}
    stated = [(i, *day) for i, line in enumerate(lines[: marks[-1].line]) if (day := _stated(line.text))]
    if not stated or stated[0][0] >= marks[0].line:
        return {}
    form = _form_of_sections(
        [kind for i, _, kind in stated if i < marks[0].line], [kind for *_, kind in stated]
    )
    if form == _HEADING and any(LABEL_LINE["date"].match(line.text) for line in lines[: marks[0].line]):
        return {}
    heads = [(index, iso) for index, iso, kind in stated if kind == form]
    starts = {mark.line for mark in marks}
    begins = {index: _begin(lines, index, starts, headed) for index, _ in heads}
    heads = sorted([*heads, *((i, "") for i in _undated(lines, marks, begins, headed))])
    begins |= {index: index for index, iso in heads if not iso}
    return {b: begins[b] for (_, was), (b, iso) in pairwise(heads) if iso != was}


def _form_of_sections(first: Sequence[str], every: Sequence[str]) -> str:
    """The form that comes again of those above the first words: 掲載日 above all letters is the page's, 回答日 above each the letter's."""
    return next((form for form in first if every.count(form) > 1), first[0])


def _undated(
    lines: Sequence[Line], marks: Sequence[Mark], begins: dict[int, int], headed: Set[int]
) -> Iterator[int]:
    """The headings of sections that say where, and not when, on a page whose other sections begin with a heading, too."""
    dated = [begin for begin in begins.values() if lines[begin].start in headed]
    if not dated:
        return
    starts = {mark.line for mark in marks}
    for index in range(min(dated) + 1, marks[-1].line):
        if lines[index].start not in headed or index in begins.values():
            continue
        below = range(index + 1, min(index + 1 + TITLE_LINES, len(lines)))
        head = list(takewhile(lambda i: i not in starts and lines[i].start not in headed, below))
        if not begins.keys() & set(head) and any(LABEL_LINE["place"].match(lines[i].text) for i in head):
            yield index


def is_day_field(text: str) -> bool:
    """回答日：令和5年1月18日 on a line of its own: no word of the letter or the reply that it stands below."""
    dates = find_dates(text) if len(text) <= LINE_MAX and "。" not in text else ()
    return bool(dates) and _FIELD.match(fold(text)) is not None and len(text) == dates[-1].end


def _stated(text: str) -> tuple[str, str] | None:
    """(the day, the form in which it is stated) of a line that states one."""
    dates = find_dates(text) if len(text) <= LINE_MAX and "。" not in text else ()
    if not dates:
        return None
    folded = fold(text)
    opened = _SIGN.match(folded)
    if field := _FIELD.match(folded, opened.end() if opened else 0):
        # 受付日 alone is no day of a meeting (see `ingest.header.held`)
        came = field[1][0] == "受" and len(dates) == 1
        return None if came else (dates[-1].iso, squeeze(field[1]))
    if behind := _BEHIND.match(folded, dates[-1].end):
        return dates[-1].iso, squeeze(behind[0])
    bracket = folded[: dates[0].start].rstrip()[-1:]
    headed = bool(bracket) and bracket in "(（" and _IN_BRACKET.match(folded, dates[0].end)
    ahead = opened and opened.end() >= dates[0].start and _BEFORE_PLACE.match(folded, dates[0].end)
    return (dates[0].iso, _HEADING) if len(dates) == 1 and (headed or ahead) else None


def _begin(lines: Sequence[Line], head: int, starts: set[int], headed: Set[int]) -> int:
    """Where the section begins: at its title, which stands in a format of its own, below a blank line, or below a sentence."""
    begin = head
    while head - begin < TITLE_LINES and not _is_set_off(lines, begin, headed):
        above = lines[begin - 1]
        if begin - 1 in starts or len(above.text) > LINE_MAX or re.search("[。？?]", above.text):
            return head
        begin -= 1
    return begin if _is_set_off(lines, begin, headed) else head


def _is_set_off(lines: Sequence[Line], index: int, headed: Set[int]) -> bool:
    line = lines[index]
    return line.gap or line.start in headed or lines[index - 1].text.endswith("。")
