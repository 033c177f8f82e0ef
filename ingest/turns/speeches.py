"""Long speeches in pieces that can be found and read: 施政方針, 提案理由の説明, 議案の説明 run to tens of thousands of characters.

A statement is one result of a search; as a whole, a long one is found for everything and shows nothing. It is cut where the
speaker goes on to another matter (まず, 次に, a heading), else at a paragraph, at the latest at a sentence end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus.sentences import sentences
from corpus.spans import cut
from corpus.types import Exchange, Turn
from ingest.phrases.openers import STRONG
from ingest.text.normalize import page_of

LONGEST = 1_200
"""Characters of a piece at the most, about three minutes of speech; a result of this length is still read as a whole."""

ENOUGH = 500
"""Characters from which a piece ends at the next change of matter; shorter ones lose their context."""

PARAGRAPH = 800
"""Characters from which a piece ends at the next paragraph."""


def pieces(exchange: Exchange, pages: tuple[tuple[int, int], ...]) -> Iterator[Exchange]:
    """A statement cut into statements of at most about `LONGEST` characters; anything else as it is.

    Args:
        exchange: as read; ids are given later.
        pages: (offset, page number) of the document, so that each piece names its own page.
    """
    if exchange.status != "statement" or len(exchange.answers) != 1:
        yield exchange
        return
    turn = exchange.answers[0]
    if len(turn.text) <= LONGEST:
        yield exchange
        return
    for start, end in _places(turn.text):
        yield replace(exchange, answers=(_piece(turn, start, end, pages),))


def _places(text: str) -> Iterator[tuple[int, int]]:
    start = last = 0
    for a, b in sentences(text):
        size = last - start
        between = text[last:a]
        changes = size >= ENOUGH and STRONG.match(text[a:b])
        paragraph = size >= PARAGRAPH and "\n" in between
        if size and (changes or paragraph or b - start > LONGEST):
            yield start, last
            start = a
        last = b
    if last > start:
        yield start, last


def _piece(turn: Turn, start: int, end: int, pages: tuple[tuple[int, int], ...]) -> Turn:
    spans = cut(turn.spans, start, end)
    return replace(turn, text=turn.text[start:end], spans=spans, page=page_of(pages, spans) or turn.page)
