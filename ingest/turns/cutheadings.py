"""Signed headings that the margin cut in two: ◎日程第３ …決算認定（決算審査特別委 / 員会審査報告）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from corpus.bills import BILL_KINDS
from corpus.patterns import NUMERAL
from ingest.marks.headingforms import HEADING_MAX, heading_label, is_item_title, is_numbered, names_item
from ingest.marks.mark import SIGNS
from ingest.text.lines import BLANK, Line

OF_THE_DAY = re.compile(rf"^(?:追加)?日程第\s*{NUMERAL}+(?=\s)")
_ITEM_ALONE = re.compile(rf"(?:追加)?日程第\s*{NUMERAL}+")
_BILL = re.compile(rf"^(?:日程第\d+\s+)?(?:{BILL_KINDS}|議|同意案)第\s?\d+号\s")
CUT_BILL_MIN = 24
"""Characters of the line of a bill's name from which the margin may have cut it."""
LAST_BILL_MIN = 16
"""The same where the next line is the last one above a speaker."""
CUT_MIN = 30
"""Characters of a signed heading from which the margin may have cut it."""


def whole_headings(lines: Sequence[Line]) -> list[Line]:
    """The lines, a signed heading that the margin cut joined with its rest: ◎日程第３ …決算認定（決算審査特別委 / 員会審査報告）."""
    out: list[Line] = []
    for line, following in zip_longest(lines, lines[1:]):
        head = out[-1] if out else None
        if (
            head
            and not line.gap
            and (_goes_on(head.text, line.text) or (following is None and _is_last(out, line)))
        ):
            text = head.text + line.text
            out[-1] = replace(head, text=text, end=line.end, newline=line.newline)
        else:
            out.append(line)
    return out


def _goes_on(head: str, text: str) -> bool:
    """Whether `text` is the rest of a heading that fills its line: a signed one, or one whose bracket closes in the next."""
    if _cut_in_bracket(head, text) or _cut_bill(head, text):
        return True
    return (
        head[0] in SIGNS
        and len(head) >= CUT_MIN
        and len(head) + len(text) <= 2 * HEADING_MAX
        and len(text) <= len(head)
        and text[0] not in SIGNS + "（(〔「"
        and not is_numbered(text)
        and "。" not in head + text
        and not is_item_title(head)
        and names_item(heading_label(head))
        and (is_item_title(text) or text.count("）") > text.count("（"))
    )


def _is_last(above: Sequence[Line], line: Line) -> bool:
    """日程第３ 議案第３号 …一般会計補正 / 予算(第13号) above the next speaker: the rest of a bill's name that a narrow column cut."""
    head = above[-1]
    name = head.text.lstrip(SIGNS + BLANK)
    numbered = len(above) > 1 and _ITEM_ALONE.fullmatch(above[-2].text.lstrip(SIGNS + BLANK)) is not None
    return (
        (head.gap or numbered or OF_THE_DAY.match(name) is not None)
        and _BILL.match(name) is not None
        and LAST_BILL_MIN <= len(head.text) <= HEADING_MAX
        and len(line.text) <= len(head.text)
        and not re.search("[。、]", head.text + line.text)
        and line.text[0] not in SIGNS + "（(〔「"
        and not is_numbered(line.text)
        and not names_item(line.text)
    )


def first_of_several(headings: Sequence[Line]) -> list[Line]:
    """Headings without those that only go on with a run of the order's items (日程第２, 日程第３, 日程第４: taken together), or of
    bills."""
    return [
        line
        for index, line in enumerate(headings)
        if not (
            index
            and any(
                form.match(line.text) and form.match(headings[index - 1].text) for form in (OF_THE_DAY, _BILL)
            )
        )
    ]


def _cut_in_bracket(head: str, text: str) -> bool:
    """日程第６ 認定第１号 …決算の認定について（決 / 算審査特別委員会報告）"""
    return (
        CUT_MIN <= len(head) <= HEADING_MAX
        and names_item(head)
        and head.count("（") == head.count("）") + 1
        and "。" not in head + text
        and text.count("）") == text.count("（") + 1
        and text.endswith(("）", "件", "について"))
        and len(text) <= len(head)
    )


def _cut_bill(head: str, text: str) -> bool:
    """議案第７号　…費用弁償に関する条例の / 一部を改正する条例制定について: a bill's name that no sentence goes on with."""
    return (
        _BILL.match(head) is not None
        and CUT_BILL_MIN <= len(head) <= HEADING_MAX
        and not re.search("[。、]", head + text)
        and not is_item_title(head)
        and is_item_title(text)
        and not names_item(text)
        and len(text) <= len(head)
    )


_NOTICE = re.compile(r"^[◎●■◆][ \u3000]*\d{1,2}[、．.][^。]{2,40}$")
_NUMBERED = re.compile(r"^\d{1,2}[、．.]\s*")
_POINT = re.compile(r"^\d{1,2}[、．.][^。]{2,60}$")


def notice_amid(lines: Sequence[Line]) -> tuple[list[Line], str]:
    """(the lines without it, its title) of a member's notice that is printed amid his first words, else all and nothing. A notice of one point
    has that for its title.

    ◎１、市長の基本姿勢
    １、公園の樹木について
    ２、学童保育の待機について
    """
    for index, line in enumerate(lines):
        if _NOTICE.match(line.text):
            stop = index + 1
            while stop < len(lines) and is_point(lines[stop].text) and is_item_title(lines[stop].text):
                stop += 1
            if stop - index > 1 and stop < len(lines):
                head = lines[index + 1 if stop - index == 2 else index].text
                return [*lines[:index], *lines[stop:]], _NUMBERED.sub("", heading_label(head))
    return list(lines), ""


def is_point(text: str) -> bool:
    """Whether a heading is a point of a member's notice: 「１、公園の樹木について」."""
    return bool(_POINT.match(text))
