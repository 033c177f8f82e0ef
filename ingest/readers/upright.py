"""Pages that are written from top to bottom (縦書き): lines from right to left, in one tier or several (段).

1. a page is upright when most characters stand below the one that is drawn before them;
2. it is cut at the white bands that run through it, across or down, until nothing is left to cut: tiers, headings, boxes;
3. each piece is read in its own direction; an upright line becomes a line of text, its indent one full-width blank.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from ingest.readers.glyphs import Glyph, em, rows

SHARE = 0.6
"""Share of the steps from a character to the next that go down, from which a page is upright."""
STEPS_MIN = 40
"""Steps below which a page says nothing of its direction (a page number, a stamp)."""
TIER_GAP, BLOCK_GAP = 1.0, 1.6
"""White, in characters, between two tiers, and between blocks side by side; lines stand 0.5–1.2 apart."""
LEVELS_MAX = 40
"""Cuts within cuts; a newspaper page has below ten, a damaged one may have thousands."""
BLANK_GAP = 0.7
"""White within a line, or above it, from which a blank was written."""


def is_upright(glyphs: Sequence[Glyph]) -> bool:
    """Whether the characters of a page run from top to bottom."""
    down, across = _steps(glyphs)
    return down + across >= STEPS_MIN and down >= SHARE * (down + across)


def _steps(glyphs: Sequence[Glyph]) -> tuple[int, int]:
    """How many characters stand (below, right of) the one that is drawn before them."""
    down = across = 0
    for before, after in pairwise(glyphs):
        size = max(before.top - before.bottom, 1.0)
        if abs(after.x - before.x) < size / 2 and 0.5 * size < before.y - after.y < 2.5 * size:
            down += 1
        elif abs(after.y - before.y) < size / 2 and 0.3 * size < after.x - before.x < 2.5 * size:
            across += 1
    return down, across


def upright_lines(glyphs: Sequence[Glyph]) -> list[str]:
    """The lines of an upright page in reading order."""
    return _read(list(glyphs), em(glyphs))


def _read(glyphs: list[Glyph], size: float, level: int = 0) -> list[str]:
    tiers = _cut(glyphs, lambda g: (-g.top, -g.bottom), TIER_GAP * size)
    if len(tiers) == 1:
        tiers = _cut(glyphs, lambda g: (-g.right, -g.left), BLOCK_GAP * size)
    if len(tiers) > 1 and level < LEVELS_MAX:
        return [line for tier in tiers for line in _read(tier, size, level + 1)]
    down, across = _steps(glyphs)
    if across > down:  # 議会だより 第12号: a line across above the tiers, a box of small print
        return [_text(row, [(g.left, g.right) for g in row], row[0].left, size) for row in rows(glyphs)]
    top = max(glyph.top for glyph in glyphs)
    return [
        _text(column, [(-g.top, -g.bottom) for g in column], -top, size) for column in _columns(glyphs, size)
    ]


def _cut(
    glyphs: list[Glyph], extent: Callable[[Glyph], tuple[float, float]], white: float
) -> list[list[Glyph]]:
    """The characters in groups that a white band of some width divides, in the order of `extent` (from, to)."""
    out: list[list[Glyph]] = []
    reach = 0.0
    for glyph in sorted(glyphs, key=lambda g: extent(g)[0]):
        begin, end = extent(glyph)
        if not out or begin - reach >= white:
            out.append([])
            reach = end
        out[-1].append(glyph)
        reach = max(reach, end)
    chosen = {id(glyph): n for n, group in enumerate(out) for glyph in group}
    return [[g for g in glyphs if chosen[id(g)] == n] for n in range(len(out))]  # as they were drawn


def _columns(glyphs: Sequence[Glyph], size: float) -> list[list[Glyph]]:
    """The upright lines from right to left; two digits side by side (縦中横) are in one line, from left to right."""
    out: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: -g.x):
        if out and out[-1][0].x - glyph.x < 0.6 * size:
            out[-1].append(glyph)
        else:
            out.append([glyph])
    return [sorted(column, key=lambda g: (round(-g.y / (size / 2)), g.x)) for column in out]


def _text(line: Sequence[Glyph], extents: Sequence[tuple[float, float]], begin: float, size: float) -> str:
    out, reach = "", begin
    for glyph, (start, end) in zip(line, extents, strict=True):
        out += ("\u3000" if start - reach > BLANK_GAP * size else "") + glyph.character
        reach = end
    return out
