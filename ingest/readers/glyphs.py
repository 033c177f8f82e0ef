"""The characters of a PDF page with their boxes, as pdfium gives them in the order in which the page draws them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
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


RUBY_SIZE, RUBY_GAP = 0.62, 0.5
"""Size of the kana that tell how a character is read, and how far above it they stand at most, in sizes of the page's characters."""
RUBY_MAX = 1_000
"""More small kana than a page of ruby holds: a page of small print, on which the search would take long."""
LINES_COUNTED, COUNTS_MIN = 5, 2
"""Every how many lines a page that counts them does so, and the numbers from which it is no page number; a list counts by ones."""
_KANA = re.compile("[ぁ-ゖァ-ヺー]")


def drawn_page(textpage: Any, text: str) -> tuple[str, tuple[Glyph, ...]]:
    """(`text`, the characters of the page without blanks), both without what is drawn beside the lines: ruby, the small kana above
    characters, which pdfium puts amid the lines, and the numbers of every fifth line; no characters where their places are not told one
    by one.

    `text`: all of the page, as pdfium gives it.
    """
    placed = _placed(textpage)
    beside = _ruby(placed) | _line_numbers(placed)
    if not beside:
        return text, tuple(placed.values())
    out, start = [], 0
    for line in text.splitlines(keepends=True):
        kept = "".join(c for index, c in enumerate(line, start) if index not in beside)
        if len(kept) == len(line) or kept.strip():
            out.append(kept)
        start += len(line)
    return "".join(out), tuple(glyph for index, glyph in placed.items() if index not in beside)


def _placed(textpage: Any) -> dict[int, Glyph]:
    """The characters that are drawn, by their places in the page's text; empty where those are not told one by one."""
    count = textpage.count_chars()
    text = textpage.get_text_range(0, count) if count else ""
    if len(text) != count:
        return {}
    return {
        index: Glyph(character, *box)
        for index, character in enumerate(text)
        if not character.isspace()
        and character.isprintable()
        and _is_drawn(box := textpage.get_charbox(index, loose=True))
    }


def _ruby(placed: Mapping[int, Glyph]) -> frozenset[int]:
    """The places of the kana that stand, small, right above a character of the usual size."""
    if not placed:
        return frozenset()
    size = em(tuple(placed.values()))
    small = {i: g for i, g in placed.items() if g.top - g.bottom < RUBY_SIZE * size}
    small = {i: g for i, g in small.items() if _KANA.match(g.character)}
    if not 0 < len(small) <= RUBY_MAX:
        return frozenset()
    usual = sorted((g for g in placed.values() if g.top - g.bottom >= RUBY_SIZE * size), key=lambda g: g.top)
    tops = [g.top for g in usual]
    near = RUBY_GAP * size
    return frozenset(
        i
        for i, g in small.items()
        if any(
            b.left - size < g.x < b.right + size
            for b in usual[bisect_left(tops, g.bottom - near) : bisect_right(tops, g.bottom + near)]
        )
    )


def _line_numbers(placed: Mapping[int, Glyph]) -> frozenset[int]:
    """The places of the figures left of all else on the page, where they count its lines by fives: 5, 10, 15, from the head down."""
    edge = min((g.left for g in placed.values() if not g.character.isdecimal()), default=0.0)
    figures = {i: g for i, g in placed.items() if g.character.isdecimal() and g.right <= edge}
    if not figures:
        return frozenset()
    counts = [int("".join(g.character for g in row)) for row in rows(tuple(figures.values()))]
    by_fives = len(counts) >= COUNTS_MIN and counts[0] % LINES_COUNTED == 0
    steps = {b - a for a, b in pairwise(counts)}
    return frozenset(figures) if by_fives and steps == {LINES_COUNTED} else frozenset()


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
