"""Pages whose narrow column of labels is drawn apart from the words beside it: put together line by line.

    議長　　　ただいまから会議を開きます。
    町長　　　お答えいたします。設計を来年度に行い、
    その翌年度に工事をする予定です。

A table without rules may be drawn column by column; the page then holds all labels first and all words after them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from ingest.readers.glyphs import Glyph, em, rows

LABELS_MIN = 5
"""Labels of such a column at least."""
LABEL_MAX = 12
"""Characters of the longest label."""
PLACES = (0.1, 0.4)
"""Where the words may begin, as a share of the page's width."""
BLOCKS_MAX = 4
"""Changes between labels and words in the page's own order: a column drawn apart changes once or twice."""
BLANK_GAP = 0.7
"""White, in characters, from which a blank was written."""


def labels_beside(width: float, glyphs: Sequence[Glyph]) -> list[str] | None:
    """The lines of the page, labels and words of one height in one line; None where no column is drawn apart."""
    if not glyphs:
        return None
    lines, size = rows(glyphs), em(glyphs)
    edge = _edge(lines, width, size)
    if edge is None or sum(1 for _ in groupby(glyphs, lambda g: g.x < edge)) - 1 > BLOCKS_MAX:
        return None
    return [_text(line, size) for line in lines]


def _edge(lines: Sequence[Sequence[Glyph]], width: float, size: float) -> float | None:
    """Where the words begin that stand beside labels of their own height; None where there are none such."""
    starts = [
        after.left
        for line in lines
        for before, after in pairwise(line)
        if after.left - before.right > size and PLACES[0] * width < after.left < PLACES[1] * width
    ]
    edge = min(starts, default=None)
    if edge is None:
        return None
    edge -= size / 2
    beside = [sum(glyph.x < edge for glyph in line) for line in lines]
    labelled = [n for line, n in zip(lines, beside, strict=True) if 0 < n < len(line)]
    alone = [n for line, n in zip(lines, beside, strict=True) if n == len(line)]
    crossed = any(glyph.left < edge < glyph.right for line in lines[1:] for glyph in line)
    return (
        edge
        if len(labelled) >= LABELS_MIN and max(labelled) <= LABEL_MAX and not alone and not crossed
        else None
    )


def _text(line: Sequence[Glyph], size: float) -> str:
    out = line[0].character
    for before, after in pairwise(line):
        out += ("\u3000" if after.left - before.right > BLANK_GAP * size else "") + after.character
    return out
