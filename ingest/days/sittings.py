"""Several days in one file: a whole session's minutes are often printed together, each day with a header of its own.

1. A new day begins where a sitting has ended (散会, 閉会 …) and a line with another date stands among lines that are no speech.
2. Another meeting begins where its form does: 日時 with a date, 場所 and 出席者 one after another, below the words of the last; the
   place may be left out where a title that counts the meeting stands above (令和5年度第2回景観審議会).
3. So does the next of the articles that a file collects, each about a meeting of its own (see `articles`).
4. So does a section of a page that states another day than the one above (see `owndays`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from corpus.eras import find_dates
from corpus.patterns import NUMERAL
from ingest.days.articles import Series, articles
from ingest.days.owndays import section_heads
from ingest.header.bodies import names_of_bodies
from ingest.header.labels import LABEL_LINE
from ingest.header.sessions import find_session
from ingest.marks.mark import Mark
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

_ENDED = re.compile(r"散会|閉会|延会|閉議|会議を閉じ|終了")
_HEADED = re.compile(
    rf"第{NUMERAL}+[日号回]|会議録|議事録|定例会|臨時会|開議|開会|招集|[月火水木金土日]曜|年月日|日時"
)
HEADER_LINE_MAX = 60
"""Characters of a line that names the day; a longer one is a sentence that mentions it."""
BEFORE_DATE = 4
"""Lines above the date that may belong to the new day's header (its title)."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """The marks of one day; `first` and `stop` are places among the content lines: from the header to the next day's."""

    marks: tuple[Mark, ...]
    first: int
    stop: int
    apart: bool = False
    """Another meeting with a form of its own: what the first meeting's header says does not hold for it."""
    series: Series = ""
    """"issue", "day", "section": of the body that the one before is of, since it is another issue or day of the same newsletter,
    or another section of the same page."""


def sittings(lines: Sequence[Line], marks: Sequence[Mark], headed: Set[int]) -> tuple[Sitting, ...]:
    """The days of a document, one where it holds one; `headed`: where lines begin that the format marks as headings."""
    cuts: list[tuple[int, int, bool, Series]] = []
    heads = articles(lines, marks[0].line)
    sections = {} if heads else section_heads(lines, marks, headed)
    for place in range(len(marks) - 1):
        span = marks[place].line, marks[place + 1].line
        begin, form = _new_day(lines, *span), _new_form(lines, *span)
        head = next((index for index in range(span[0] + 1, span[1]) if index in heads), None)
        section = next((index for index in range(span[0] + 1, span[1]) if index in sections), None)
        if head is not None:
            cuts.append((place + 1, head, True, heads[head]))
        elif section is not None:
            cuts.append((place + 1, sections[section], True, "section"))
        elif begin is not None:
            cuts.append((place + 1, begin, False, ""))
        elif form is not None:
            cuts.append((place + 1, form, True, ""))
    starts: list[tuple[int, int, bool, Series]] = [(0, 0, False, ""), *cuts]
    stops = [*((place, line) for place, line, _, _ in cuts), (len(marks), len(lines))]
    return tuple(
        Sitting(tuple(marks[a:b]), first, stop, apart, series)
        for (a, first, apart, series), (b, stop) in zip(starts, stops, strict=True)
    )


FORM_LINES = 14
"""Lines in which a form states day, place and who attends."""
_ATTEND = re.compile(r"^[\d.．、（）()\s○◯〇●■□◆・]*出\s*席\s*(?:者|委\s*員|議\s*員)")

_READ_OUT = re.compile(r"^記$|^[^。、]{4,40}様$|^[「（(]?(?:資料|報告書)朗読")
"""A letter or a report with a day and a place of its own, which somebody reads out (…議長 …様, 記)."""


def _new_form(lines: Sequence[Line], mark: int, following: int) -> int | None:
    """The line between two marks where the form of another meeting begins."""
    for index in range(mark + 1, following):
        text = lines[index].text
        if len(text) > HEADER_LINE_MAX or "。" in text or not LABEL_LINE["date"].match(text):
            continue
        if any(_READ_OUT.match(squeeze(line.text)) for line in lines[mark + 1 : index]):
            return None
        below = [line.text for line in lines[index + 1 : min(index + FORM_LINES, following)]]
        dated = find_dates(text) or any(map(find_dates, below[:1]))
        titled = index > mark + 1 and _names_record(lines[index - 1].text)
        placed = any(map(LABEL_LINE["place"].match, below)) or (
            titled and find_session(lines[index - 1].text) != ""
        )
        if dated and placed and any(map(_ATTEND.match, below)):
            return index - 1 if titled else index
    return None


def _names_record(text: str) -> bool:
    """A title above the form: 令和5年度第2回港湾審議会."""
    return _short(text) and bool(find_session(text) or names_of_bodies(text))


def _new_day(lines: Sequence[Line], mark: int, following: int) -> int | None:
    """The line between two marks where another day's header begins."""
    ended = next((i for i in range(following - 1, mark - 1, -1) if _ENDED.search(lines[i].text)), None)
    if ended is None:
        return None
    for index in range(max(ended, mark + 1), following):
        text = lines[index].text
        if len(text) <= HEADER_LINE_MAX and "。" not in text and _HEADED.search(text) and find_dates(text):
            begin = index
            while begin > max(ended + 1, index - BEFORE_DATE) and _short(lines[begin - 1].text):
                begin -= 1
            return begin
    return None


def _short(text: str) -> bool:
    return len(text) <= HEADER_LINE_MAX and "。" not in text and not _ENDED.search(text)
