"""The characters of a PDF page with their boxes, as pdfium gives them in the order in which the page draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

FARTHEST = 20_000.0
"""Points from the corner of the largest page that PDF allows (14,400) and some."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character that is drawn; points from the left and from the foot of the page."""

    character: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def x(self) -> float:
        """Middle of its width."""
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        """Middle of its height."""
        return (self.bottom + self.top) / 2


def glyphs_of(textpage: Any) -> tuple[Glyph, ...]:
    """The characters of a page without blanks; empty where their places are not told one by one."""
    count = textpage.count_chars()
    text = textpage.get_text_range(0, count) if count else ""
    if len(text) != count:
        return ()
    return tuple(
        Glyph(character, *box)
        for index, character in enumerate(text)
        if not character.isspace()
        and character.isprintable()
        and _is_drawn(box := textpage.get_charbox(index, loose=True))
    )


def _is_drawn(box: tuple[float, float, float, float]) -> bool:
    """Whether a box has a width and lies where a page can be; damaged files have some that are neither."""
    return box[2] > box[0] and all(abs(edge) < FARTHEST for edge in box)


def em(glyphs: Sequence[Glyph]) -> float:
    """The usual size of a character, in points; of boxes without height one."""
    return max(median(glyph.top - glyph.bottom for glyph in glyphs), 1.0)


def rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The lines across the page from its head down, each from left to right."""
    size = em(glyphs)
    out: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: -g.y):
        if out and out[-1][0].y - glyph.y < size / 2:
            out[-1].append(glyph)
        else:
            out.append([glyph])
    return [sorted(row, key=lambda g: g.left) for row in out]
