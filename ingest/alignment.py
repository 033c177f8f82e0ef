"""Which reply each piece of a question goes to: in their order, or the path that likeness and markers make most likely."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.openers import ADDED, STRONG
from ingest.segments import Segment, number_of

MARKED, ASKED = 0.0, 0.06
"""Cost of changing the reply at a marker, and after a question without one. On the 14 annotated parts 0-0.1 serve alike."""
BACK, BACK_MAX = 0.02, 5
"""Cost of going back to an earlier reply, for each one that is passed over, and how many count: replies mostly follow the
order of the questions, not always."""
SAME = 0.03
"""Cost of staying at the reply where a marker (次に) takes up another matter after a question."""
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
    elif (places := _numbered(pieces)) and places[-1] + 1 != count:
        return []
    if not places:
        return []
    own = [max(like[i][n] for i in asking if places[i] == n) for n in range(count)]
    best = [max(max(like[i]) for i in asking if places[i] == n) for n in range(count)]
    return places if min(own) > 0 and sum(own) >= IN_ORDER * sum(best) else []


def _numbered(pieces: Sequence[Segment]) -> list[int]:
    """The place of each piece by the numbers 1, 2, 3 … that each bear once and that each ask below; else empty."""
    numbers = [number_of(piece) for piece in pieces]
    if [n for n in numbers if n] != list(range(1, sum(n is not None for n in numbers) + 1)):
        return []
    places = [max(sum(n is not None for n in numbers[: i + 1]) - 1, 0) for i in range(len(pieces))]
    return places if {places[i] for i, piece in enumerate(pieces) if piece.asks} == set(places) else []


def viterbi(like: Sequence[Sequence[float]], pieces: Sequence[Segment]) -> list[int]:
    """The most likely reply for each piece: likeness minus the cost of changes."""
    count = len(like[0])
    score = [like[0][j] - 0.01 * j for j in range(count)]
    back: list[list[int]] = []
    for row, piece, before in zip(like[1:], pieces[1:], pieces, strict=False):
        fresh = piece.marked and before.marked and before.asks

        def cost(i: int, j: int, marked: bool = piece.marked, fresh: bool = fresh) -> float:
            if i == j:
                return SAME if fresh else 0.0
            return (MARKED if marked else ASKED) + BACK * min(max(i - j, 0), BACK_MAX)

        came = [max(range(count), key=lambda i: score[i] - cost(i, j)) for j in range(count)]
        score = [score[came[j]] - cost(came[j], j) + row[j] for j in range(count)]
        back.append(came)
    state = max(range(count), key=lambda j: score[j])
    path = [state]
    for came in reversed(back):
        state = came[state]
        path.append(state)
    return path[::-1]


SPREAD = 0.5
"""Share of a question's likeness to the reply it went to, from which it rather goes to the free one beside that."""


def spread(
    states: Sequence[int],
    pieces: Sequence[Segment],
    replies: Sequence[Segment],
    like: Sequence[Sequence[float]],
) -> list[int]:
    """The replies of the pieces, where an officer's reply that nothing went to stands beside one that two questions went to.

    As many replies as questions are mostly in their order: the last of the questions goes to the free reply after, or the
    first of them to the free one before, unless it is much less like it. The free one opens as the next matter does (次に、…);
    replies under numbers of their own list a matter.
    """
    out = list(states)
    for free, reply in enumerate(replies):
        head = reply.units[0].text
        if free in out or number_of(reply) is not None or not (STRONG.match(head) or ADDED.match(head)):
            continue
        for beside, last in ((free - 1, True), (free + 1, False)):
            own = [i for i, state in enumerate(out) if state == beside and pieces[i].asks]
            if len(own) < 2 or replies[beside].units[0].turn != reply.units[0].turn:
                continue
            place = own[-1] if last else own[0]
            if like[place][free] <= SPREAD * like[place][beside]:
                continue
            between = range(place, len(out)) if last else range(place + 1)
            for i in between:
                if out[i] == beside:
                    out[i] = free
            break
    return out
