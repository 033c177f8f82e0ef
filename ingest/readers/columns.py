"""Pages of two columns or more: the text put in reading order from the coordinates of its characters.

A page is set in columns of equal width when the vertical white strips between them are crossed by few of its lines, and every
column holds running text. Lines that do cross (the title, a heading amid the page, its number) divide the page: what stands
above them is read first, column by column. Most producers already write column by column; then pdfium's own order is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise
from typing import Any

from ingest.readers.glyphs import Glyph, em, rows
from ingest.text.furniture import is_furniture

WINDOWS = {4: 0.04, 3: 0.055, 2: 0.08}
"""How far a strip may lie from where equal columns put it, as a share of the page's width, by the number of columns."""
CROSSING, ACROSS = 0.1, 4
"""Share of the page's lines that may cross a strip, and as many characters as may do so on a short page."""
MIN_SIDE, LAST_MIN = 150, 30
"""Characters that each column must hold: below it is a list with a tabulated value, not a column of text. Of three columns or more
the last may be short."""
BALANCE = 0.25
"""Share of the fullest column's characters that each other holds at least, that short last one aside."""
JUMPS_MIN = 10
"""Changes of the column in the page's own order from which its lines are written across the columns."""
TOUCHING, NEAR = 0.25, 2.2
"""Gaps, in characters: the words of one line touch; up to the second they may be one line, if the right part is not flush with
its column."""
FLUSH = 0.3
"""Characters by which the beginning of a column's line may be off."""


def columns_of(textpage: Any, width: float, glyphs: Sequence[Glyph]) -> list[str] | None:
    """The texts of a page of several columns in reading order; None where nothing is to mend. `width` in points."""
    if len(glyphs) < 2 * MIN_SIDE:
        return None
    lines = rows(glyphs)
    strips = _strips(glyphs, width, max(CROSSING * len(lines), ACROSS))
    if not strips or _jumps(glyphs, strips) <= JUMPS_MIN:
        return None
    margins = [_margin(lines, strip) for strip in strips]
    size = em(glyphs)

    def crosses(line: Sequence[Glyph]) -> bool:
        if line in (lines[0], lines[-1]) and is_furniture("".join(glyph.character for glyph in line)):
            return True  # - 4 -, a little off the middle
        return any(_crosses(line, strip, edge, size) for strip, edge in zip(strips, margins, strict=True))

    out: list[str] = []
    bands = [(across, list(band)) for across, band in groupby(lines, crosses)]
    feet = [(_foot(above) + _head(below)) / 2 for (_, above), (_, below) in pairwise(bands)]
    for (across, _), top, bottom in zip(bands, [None, *feet], [*feet, None], strict=True):
        edges = [None, None] if across else [None, *strips, None]
        for left, right in pairwise(edges):
            out.append(textpage.get_text_bounded(left=left, right=right, top=top, bottom=bottom))
    return [text for text in out if text.strip()]


def _foot(band: Sequence[Sequence[Glyph]]) -> float:
    return min(glyph.y for glyph in band[-1])


def _head(band: Sequence[Sequence[Glyph]]) -> float:
    return max(glyph.y for glyph in band[0])


def _strips(glyphs: Sequence[Glyph], width: float, most: float) -> list[float]:
    """Where the white strips between equal columns lie, for the most columns that the page has; empty for one column."""
    points = int(width) + 8
    change = [0] * (points + 1)
    for glyph in glyphs:
        inset = (glyph.right - glyph.left) / 8  # a box is wider than what is drawn in it
        change[min(max(int(glyph.left + inset) - 1, 0), points)] += 1
        change[min(max(int(glyph.right - inset) + 2, 0), points)] -= 1
    covered = list(accumulate(change))
    for count, window in WINDOWS.items():
        best = [
            min((covered[x], abs(x - width * n / count), float(x)) for x in places)
            for n in range(1, count)
            if (places := range(int(width * (n / count - window)), int(width * (n / count + window)) + 1))
        ]
        strips = [place for _, _, place in best]
        if all(found <= most for found, _, _ in best) and _are_full(glyphs, strips):
            return strips
    return []


def _are_full(glyphs: Sequence[Glyph], strips: Sequence[float]) -> bool:
    held = Counter(_column(glyph, strips) for glyph in glyphs)
    sizes = [held[n] for n in range(len(strips) + 1)]
    whole = sizes[:-1] if len(sizes) > 2 else sizes
    return min(whole) >= MIN_SIDE and min(whole) > BALANCE * max(sizes) and sizes[-1] >= LAST_MIN


def _column(glyph: Glyph, strips: Sequence[float]) -> int:
    return sum(glyph.x > strip for strip in strips)


def _jumps(glyphs: Sequence[Glyph], strips: Sequence[float]) -> int:
    """How often the page's own order changes the column: once a column, or in every line that is written across."""
    return sum(1 for _ in groupby(glyphs, lambda glyph: _column(glyph, strips))) - 1


def _margin(lines: Sequence[Sequence[Glyph]], strip: float) -> float:
    """Where the lines of the column right of a strip begin, mostly."""
    starts = Counter(
        round(next(glyph.left for glyph in line if glyph.x > strip)) for line in lines if line[-1].x > strip
    )
    return float(starts.most_common(1)[0][0]) if starts else strip


def _crosses(line: Sequence[Glyph], strip: float, margin: float, size: float) -> bool:
    """Whether a line runs over a strip: a character stands on it, or the words left and right of it are one line."""
    left = [glyph for glyph in line if glyph.x <= strip]
    right = [glyph for glyph in line if glyph.x > strip]
    if not left or not right:
        return False
    gap = (right[0].left - left[-1].right) / size
    indent = (right[0].left - margin) / size
    flush = min(abs(indent), abs(indent - 1)) <= FLUSH
    return gap < TOUCHING or (gap < NEAR and not flush)
