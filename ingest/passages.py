"""Exchanges to passages: the pieces that are indexed, cut at sentence ends, each with its spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.spans import Span, Spans, cut
from corpus.types import Exchange, Passage, PassageRole, Turn
from ingest.text.lines import BLANK, sentences

PIECE_MAX = 400
"""Characters a passage: four to six sentences of minutes, one thought. The bundled encoder averages its words, so that a
longer piece blurs; re-measure with `eval run` at 250, 400 and 600."""
PIECE_MIN = 60
"""A rest shorter than this joins the piece before it (which may so exceed `PIECE_MAX`): 以上です alone is no passage."""
OVERLAP = 80
"""A last sentence up to this length opens the next piece too: it is mostly the phrase that the next one refers to."""


def passages_of(exchange: Exchange) -> Iterator[Passage]:
    """The passages of an exchange or statement.

    What lies in a part is a passage of the part (its `exchange_id` is the part's, its `turn` counts the part's turns);
    the rest of each turn belongs to the exchange. Parts that share words share their passages only once.
    """
    taken: dict[tuple[PassageRole, int], list[Span]] = {}
    seen: set[tuple[PassageRole, Spans]] = set()
    for part in exchange.parts:
        for role, turns in _roles(part):
            for number, turn in enumerate(turns):
                for place, whole in enumerate(dict(_roles(exchange)).get(role, ())):
                    taken.setdefault((role, place), []).extend(_inside(whole, turn))
                for passage in _pieces(part.id, role, number, turn, [(0, len(turn.text))]):
                    if (role, passage.spans) not in seen:
                        seen.add((role, passage.spans))
                        yield passage
    for role, turns in _roles(exchange):
        for number, turn in enumerate(turns):
            free = _rest(len(turn.text), taken.get((role, number), []))
            yield from _pieces(exchange.id, role, number, turn, free)


def _roles(exchange: Exchange) -> tuple[tuple[PassageRole, Sequence[Turn]], ...]:
    answers: PassageRole = "statement" if exchange.status == "statement" else "answer"
    roles: tuple[PassageRole, ...] = ("question", answers, "note")
    return tuple((role, exchange.turns_of(role)) for role in roles)


def _inside(whole: Turn, part: Turn) -> list[Span]:
    """Characters of `whole` that `part` covers, by their spans."""
    out: list[Span] = []
    position = 0
    for start, end in whole.spans:
        for left, right in part.spans:
            a, b = max(start, left), min(end, right)
            if a < b:
                out.append((position + a - start, position + b - start))
        position += end - start
    return out


def _rest(size: int, taken: Sequence[Span]) -> list[Span]:
    """What of `[0, size)` is not taken."""
    out: list[Span] = []
    position = 0
    for start, end in sorted(taken):
        if position < start:
            out.append((position, start))
        position = max(position, end)
    if position < size:
        out.append((position, size))
    return out


def _pieces(
    identity: str, role: PassageRole, number: int, turn: Turn, stretches: Sequence[Span]
) -> Iterator[Passage]:
    for left, right in stretches:
        for start, end in cut_pieces(turn.text[left:right]):
            a, b = left + start, left + end
            yield Passage(identity, role, turn.text[a:b], cut(turn.spans, a, b), number, turn.page)


def cut_pieces(text: str) -> list[Span]:
    """`(start, end)` of pieces of at most about `PIECE_MAX` characters, from sentence to sentence."""
    units = [unit for span in sentences(text) for unit in _halved(text, span)]
    out: list[Span] = []
    index = 0
    while index < len(units):
        start, last = units[index][0], index
        while last + 1 < len(units) and units[last + 1][1] - start <= PIECE_MAX:
            last += 1
        out.append((start, units[last][1]))
        # The last sentence is repeated at the head of the next piece, unless that brings the next piece no further.
        again = last > index and last + 1 < len(units) and units[last][1] - units[last][0] <= OVERLAP
        again = again and units[last + 1][1] - units[last][0] <= PIECE_MAX
        index = last if again else last + 1
    if len(out) > 1 and out[-1][1] - out[-2][1] < PIECE_MIN:
        out[-2:] = [(out[-2][0], out[-1][1])]
    return [(a, b) for a, b in out if text[a:b].strip(BLANK + "。、")]


def _halved(text: str, span: Span) -> Iterator[Span]:
    """A sentence, or a list without full stops, that is longer than a piece: cut at commas and blanks, else anywhere."""
    start, end = span
    while end - start > PIECE_MAX:
        middle = max(
            text.rfind(mark, start + PIECE_MAX // 2, start + PIECE_MAX) for mark in "、，；\n\u3000 "
        )
        stop = middle + 1 if middle > 0 else start + PIECE_MAX
        yield start, stop
        start = stop
    if start < end:
        yield start, end
