"""Which piece of the question each reply takes up, where one officer answers them or several share them out.

Each officer mostly goes through the pieces from the first to the last, whatever others answer between. He stays with one where
what he says next names no other matter, or one that the same piece asked about.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from ingest.pairing.segments import Segment
from ingest.phrases.openers import COUNTED, STRONG

STAY, STAY_AMID = 1.2, 0.1
"""Cost of a further reply to the same piece: where it opens as the next matter does (次に), and where it does not. In units of the
logarithm of a share, as all costs here; 0.8–1.8 and 0–0.3 serve alike."""
BACK, PASSED, PASSED_MAX = 2.5, 0.15, 6
"""Cost of going back to an earlier piece, of each asking piece that is passed over either way, and how many count. 1.5–4 and 0.05–0.3
serve alike."""
FIRST, FIRST_MAX = 0.1, 5
"""Cost of each asking piece that the first reply leaves before its own, and how many count."""
TAKES_UP = 0.1
"""Likeness of a piece from which a reply may take up another; else it goes on with the same, unless it counts a point (２点目は)."""
LEAST = 1e-4
"""Share that a piece has of a reply at least: words do not rule it out."""
WIDTH = 12
"""Pieces from which a reply may be reached: those of the best ways so far."""


def share(
    shares: Sequence[Sequence[float]],
    like: Sequence[Sequence[float]],
    pieces: Sequence[Segment],
    replies: Sequence[Segment],
) -> list[int]:
    """The piece that each reply takes up; `shares` and `like`: of each piece in every reply (`balance`), and to it."""
    place = [sum(piece.asks for piece in pieces[:i]) for i in range(len(pieces))]
    follows = [False, *(a.units[-1].turn == b.units[0].turn for a, b in itertools.pairwise(replies))]
    known = [
        max(column) >= TAKES_UP or COUNTED.match(reply.units[0].text) is not None
        for column, reply in zip(zip(*like, strict=True), replies, strict=True)
    ]
    fits = [
        _fits(own, alike, told and reply.soft) if told or not goes_on else [0.0] * len(pieces)
        for own, alike, told, goes_on, reply in zip(
            zip(*shares, strict=True), zip(*like, strict=True), known, follows, replies, strict=True
        )
    ]
    ways = [fit - FIRST * min(p, FIRST_MAX) for fit, p in zip(fits[0], place, strict=True)]
    came: list[list[int]] = []
    for number, fit in enumerate(fits[1:], 1):
        reply = replies[number]
        stay = _stay(reply, known[number]) if follows[number] else None
        best = sorted(range(len(ways)), key=lambda i: -ways[i])[:WIDTH]
        reached = [max(best, key=lambda h, i=i: ways[h] - _step(h, i, place, stay)) for i in range(len(ways))]  # type: ignore[misc]
        ways = [
            ways[h] - _step(h, i, place, stay) + own
            for i, (h, own) in enumerate(zip(reached, fit, strict=True))
        ]
        came.append(reached)
    at = max(range(len(ways)), key=ways.__getitem__)
    out = [at]
    for reached in reversed(came):
        at = reached[at]
        out.append(at)
    return out[::-1]


def _fits(shares: Sequence[float], like: Sequence[float], amid: bool) -> list[float]:
    """How well a reply fits each piece; `amid`: it is a matter named amid, which is some piece's, and none's that it is not like."""
    total = sum(shares)
    worth = [min(max(alike, 0.0) / TAKES_UP, 1.0) if amid else 1.0 for alike in like]
    return [math.log(max(own * w / total, LEAST)) for own, w in zip(shares, worth, strict=True)]


def _stay(reply: Segment, known: bool) -> float:
    strong = not reply.soft and (bool(reply.hint) or STRONG.match(reply.units[0].text) is not None)
    return (STAY if strong else STAY_AMID) if known else -STAY


def _step(before: int, piece: int, place: Sequence[int], stay: float | None) -> float:
    """Cost of a reply to a piece after one to another.

    `stay`: cost of one to the same, below zero that of one to another; None where another officer begins.
    """
    if stay is None:
        return 0.0
    if piece == before:
        return max(stay, 0.0)
    moved = max(-stay, 0.0)
    if piece > before:
        return moved + PASSED * min(max(place[piece] - place[before] - 1, 0), PASSED_MAX)
    return moved + BACK + PASSED * min(place[before] - place[piece], PASSED_MAX)
