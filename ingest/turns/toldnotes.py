"""Labels with nothing behind them but a note of what was done (事務局　（資料２により説明）): it stands for the words."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.spans import Spans
from ingest.marks.mark import Mark
from ingest.text.furniture import NOTED
from ingest.text.lines import Line


def told_only(mark: Mark, lines: Sequence[Line], stop: int) -> Spans:
    """Where the note stands: at the end of the label, or right below it; `stop`: the line of the next mark. Empty where there is none."""
    first = lines[mark.line]
    behind = NOTED.search(first.text)
    if behind and first.start + behind.end() <= mark.body:
        return ((first.start + behind.start(), first.start + behind.end()),)
    if mark.line + 1 < stop and NOTED.match(below := lines[mark.line + 1].text):
        start = lines[mark.line + 1].start
        return ((start, start + len(below)),)
    return ()
