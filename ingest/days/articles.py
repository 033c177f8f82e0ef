"""Articles that one file collects: each opens with a head of the form that the first one has, and tells of another meeting.

A head is one of these:

1. a title above the day of its publication on a line of its own (（議会 2020-03-06付）);
2. a title that begins with the day and names the meeting (2021.12.16 本会議（７日目）);
3. the name of the issue of a newsletter (議会だより第144号 一般質問から);
4. the day alone, as a newsletter sets it above the members who asked on it (9月13日（金曜日）, 代表質問（3月2日）).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

from corpus.eras import find_dates
from ingest.header.labels import DAY_LINE
from ingest.header.published import dateline
from ingest.text.lines import Line

HEAD_MAX = 60
"""Characters of a title at most; a longer line is a sentence."""
_MEETING = re.compile(
    r"議会|委員会|審議会|協議会|本会議|定例会|臨時会|一般質問|代表質問|質疑|懇談会|説明会|検討会"
)
_ISSUE = re.compile(r"^[#＃\s]*([^\s。、\d]{2,20}?)\s*(?:第|No\.?|Ｎｏ．?)?(\d{1,4})号(?!議案)")
_PAPER = re.compile(r"(?:だより|便り|報|通信|ニュース|レポート|新聞|広報\S{0,8})$")


Series = Literal["", "issue", "day", "section"]
"""What of one newsletter or page begins; empty where an article stands alone."""


def articles(lines: Sequence[Line], first: int) -> dict[int, Series]:
    """The lines where the head of another article begins, each with what of the same newsletter it begins.

    Empty where no such head stands above `first`, the line of the first mark. A head that stands there again is of the same
    meeting.
    """
    found: dict[int, Series] = {}
    forms: tuple[tuple[Callable[[Sequence[Line], int], bool], Series], ...]
    forms = ((_dated, ""), (_titled, ""), (_of_day, "day"))
    for form, kind in forms:
        heads = [index for index in range(len(lines)) if form(lines, index)]
        if heads and heads[0] < first:
            found |= {b: kind for a, b in pairwise(heads) if lines[a].text != lines[b].text}
    issues = [(index, issue) for index, line in enumerate(lines) if (issue := _issue(line.text))]
    if issues and issues[0][0] < first:
        found |= {index: "issue" for index, issue in issues if issue[0] == issues[0][1][0]}
    return found


def _dated(lines: Sequence[Line], index: int) -> bool:
    """Whether a title stands here and the day of its publication right below."""
    return index + 1 < len(lines) and _short(lines[index].text) and bool(dateline(lines[index + 1].text))


def _titled(lines: Sequence[Line], index: int) -> bool:
    """Whether a title that begins with a day and names a meeting stands here, set off by a blank line."""
    line = lines[index]
    if not _short(line.text) or (index and not line.gap):
        return False
    dates = find_dates(line.text)
    rest = line.text[dates[0].end :] if dates and dates[0].start == 0 else ""
    return _MEETING.search(rest) is not None


def _of_day(lines: Sequence[Line], index: int) -> bool:
    return DAY_LINE.match(lines[index].text) is not None


def _issue(text: str) -> tuple[str, str] | None:
    """(name of the newsletter, number of the issue) of a title that opens with them."""
    found = _ISSUE.match(text) if _short(text) else None
    return (found[1], found[2]) if found and _PAPER.search(found[1]) else None


def _short(text: str) -> bool:
    return len(text) <= HEAD_MAX and "。" not in text
