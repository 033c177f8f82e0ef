"""Two-column pages: the text put in reading order from the coordinates of its characters.

A page is set in two columns when a vertical white strip near its middle is crossed by almost no line, and both sides hold
running text. Most producers already write column by column; then pdfium's own order is kept.
"""

from __future__ import annotations

from itertools import accumulate
from typing import Any

GUTTER = (0.42, 0.58)
"""Where the strip may lie, as a share of the page's width."""
CROSSING = 0.002
"""Share of the page's characters that may stand on the strip: a heading or two that run across both columns."""
ACROSS = 4
"""As many may stand there on a short page: the title and the date above the columns (letters of one line overlap it twice)."""
TITLE_SHARE = 0.2
"""Share of the page's characters that the lines above the columns hold at most."""
MIN_SIDE = 150
"""Characters that each side must hold: below it is a list with a tabulated value, not a column of text."""


def two_columns(page: Any, textpage: Any) -> list[str] | None:
    """The texts [above, left, right, below] of a two-column page that is written across; None where nothing is to mend."""
    count = textpage.count_chars()
    if count < 2 * MIN_SIDE:
        return None
    width = page.get_width()
    boxes = [textpage.get_charbox(i) for i in range(count)]
    gutter = _gutter([b for b in boxes if b[2] > b[0]], width)
    if gutter is None:
        return None
    text = textpage.get_text_range(0, count)
    if len(text) != count or not _interleaved(boxes, text, gutter):
        return None
    top = _below_titles(boxes, gutter)
    above = [textpage.get_text_bounded(bottom=top)] if top else []
    left = textpage.get_text_bounded(right=gutter, top=top)
    right = textpage.get_text_bounded(left=gutter, top=top)
    return [*above, left, right]


def _below_titles(boxes: list[tuple[float, float, float, float]], gutter: float) -> float | None:
    """The height below the lines at the head of the page that run across both columns; None where there are none."""
    across = [b for b in boxes if b[2] > b[0] and b[0] < gutter < b[2]]
    if not across:
        return None
    foot = min(b[1] for b in across) - 2
    over = sum(b[1] > foot for b in boxes if b[2] > b[0])
    return foot if over <= TITLE_SHARE * len(boxes) else None


def _gutter(boxes: list[tuple[float, float, float, float]], width: float) -> float | None:
    """Where the emptiest strip lies, if hardly a character crosses it."""
    points = int(width) + 8
    change = [0] * (points + 1)
    for left, _, right, _ in boxes:
        change[min(max(int(left) - 2, 0), points)] += 1
        change[min(max(int(right) + 3, 0), points)] -= 1
    covered = list(accumulate(change))
    best = min(
        ((covered[x], float(x)) for x in range(int(width * GUTTER[0]), int(width * GUTTER[1]))), default=None
    )
    if best is None or best[0] > max(len(boxes) * CROSSING, ACROSS):
        return None
    sides = sum(b[2] < best[1] for b in boxes), sum(b[0] > best[1] for b in boxes)
    return best[1] if min(sides) >= MIN_SIDE and min(sides) > 0.25 * max(sides) else None


def _interleaved(boxes: list[tuple[float, float, float, float]], text: str, gutter: float) -> bool:
    """Whether the text jumps between the sides within its lines (written across), rather than once a column."""
    jumps, side = 0, None
    for box, character in zip(boxes, text, strict=True):
        if character.isspace() or box[2] <= box[0]:
            continue
        now = box[0] > gutter
        jumps += side is not None and now != side
        side = now
    return jumps > 10
