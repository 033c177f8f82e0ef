"""Several days in one file: a whole session's minutes are often printed together, each day with a header of its own.

A new day begins where a sitting has ended (散会, 閉会 …) and a line with another date stands among lines that are no speech.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.eras import find_dates
from ingest.lines import Line
from ingest.mark import Mark

_ENDED = re.compile(r"散会|閉会|延会|閉議|会議を閉じ|終了")
_HEADED = re.compile(
    r"第[0-9０-９一二三四五六七八九十]+[日号回]|会議録|議事録|定例会|臨時会|開議|開会|招集|[月火水木金土日]曜|年月日|日時"
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


def sittings(lines: Sequence[Line], marks: Sequence[Mark]) -> tuple[Sitting, ...]:
    """The days of a document, one where it holds one."""
    cuts: list[tuple[int, int]] = []
    for place in range(len(marks) - 1):
        begin = _new_day(lines, marks[place].line, marks[place + 1].line)
        if begin is not None:
            cuts.append((place + 1, begin))
    starts = [(0, 0), *cuts]
    stops = [*cuts, (len(marks), len(lines))]
    return tuple(
        Sitting(tuple(marks[a:b]), first, stop) for (a, first), (b, stop) in zip(starts, stops, strict=True)
    )


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
