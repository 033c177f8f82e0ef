"""Spans: where a text stands in the stored text of its source.

A span is `(start, end)`, half open, in code points. A text that a page break, a hard line break or a split table
row cuts into pieces has several spans; joined with nothing between they are the text, letter for letter.
"""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]
Spans = tuple[Span, ...]


def text_at(text: str, spans: Iterable[Span], offset: int = 0) -> str:
    """The text at `spans`; `offset` is where `text` itself starts in the source."""
    return "".join(text[start - offset : end - offset] for start, end in spans)


def length(spans: Iterable[Span]) -> int:
    """Number of characters that the spans cover."""
    return sum(end - start for start, end in spans)


def cut(spans: Iterable[Span], start: int, end: int) -> Spans:
    """The spans of characters `[start, end)` of the joined text of `spans`.

    >>> cut(((10, 13), (20, 25)), 2, 5)
    ((12, 13), (20, 22))
    """
    out: list[Span] = []
    position = 0
    for left, right in spans:
        size = right - left
        a, b = max(start - position, 0), min(end - position, size)
        if a < b:
            out.append((left + a, left + b))
        position += size
    return tuple(out)


def place_in(spans: Iterable[Span], position: int) -> int | None:
    """Where the character at `position` of the source stands in the joined text of `spans`; None where it is not of it.

    >>> place_in(((10, 13), (20, 25)), 21)
    4
    """
    before = 0
    for start, end in spans:
        if start <= position < end:
            return before + position - start
        before += end - start
    return None


def merge(spans: Iterable[Span]) -> Spans:
    """The same spans with neighbours that touch made one; order is kept, empty ones dropped."""
    out: list[Span] = []
    for start, end in spans:
        if start >= end:
            continue
        if out and out[-1][1] == start:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return tuple(out)


def outside(spans: Iterable[Span], taken: Iterable[Span]) -> Spans:
    """What is left of `spans` where `taken` is taken away, in order.

    >>> outside(((0, 10), (20, 25)), ((22, 30), (2, 5)))
    ((0, 2), (5, 10), (20, 22))
    """
    left = list(spans)
    for first, last in taken:
        left = [
            piece
            for start, end in left
            for piece in ((start, min(end, first)), (max(start, last), end))
            if piece[0] < piece[1]
        ]
    return tuple(left)
