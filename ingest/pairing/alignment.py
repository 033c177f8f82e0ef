"""Which reply each piece of a question goes to, where as many replies as questions stand in their order."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.pairing.segments import Segment, number_of

IN_ORDER = 0.8
"""Share of the best likeness from which as many replies as questions are taken in their order. 0.5–0.9 serve alike on the
annotated parts."""


def in_order(pieces: Sequence[Segment], like: Sequence[Sequence[float]]) -> list[int]:
    """The reply of each piece where as many replies stand as questions, each like the one of its place; else empty.

    What asks nothing (大きい２点目、介護人材について。) goes with the question after it, and what is asked between two
    printed numbers (１点目, 二つ目) with the number above.
    """
    asking = [i for i, piece in enumerate(pieces) if piece.asks]
    count = len(like[0])
    if len(asking) == count:
        places = [min(sum(k < i for k in asking), count - 1) for i in range(len(pieces))]
        places = [_of_before(place, i in asking, like[i]) for i, place in enumerate(places)]
    elif (places := _numbered(pieces)) and places[-1] + 1 != count:
        return []
    if not places:
        return []
    own = [max(like[i][n] for i in asking if places[i] == n) for n in range(count)]
    best = [max(max(like[i]) for i in asking if places[i] == n) for n in range(count)]
    return places if min(own) > 0 and sum(own) >= IN_ORDER * sum(best) else []


def _of_before(place: int, asks: bool, like: Sequence[float]) -> int:
    """The place of a piece that asks nothing: that of the question before it where its words are those of that reply."""
    return place - 1 if not asks and place and like[place - 1] > like[place] else place


def _numbered(pieces: Sequence[Segment]) -> list[int]:
    """The place of each piece by the numbers 1, 2, 3 … that each bear once and that each ask below; else empty."""
    numbers = [number_of(piece) for piece in pieces]
    if [n for n in numbers if n] != list(range(1, sum(n is not None for n in numbers) + 1)):
        return []
    places = [max(sum(n is not None for n in numbers[: i + 1]) - 1, 0) for i in range(len(pieces))]
    return places if {places[i] for i, piece in enumerate(pieces) if piece.asks} == set(places) else []
