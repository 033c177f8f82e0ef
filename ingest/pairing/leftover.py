"""Replies that no piece of the question went to: whose they are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from ingest.pairing.pieces import Unit
from ingest.pairing.segments import Segment, number_of

LIKE_MIN = 0.05
"""A part whose question and reply share less than this is not claimed."""
FURTHER_MIN = 0.2
"""Likeness from which an officer's reply that no piece of the question chose joins the one most like it."""

ALSO_MIN = 0.8
"""Share of its likeness to the reply that a piece chose from which that of another officer answers it too, where it calls on both."""


def both_last(
    pieces: Sequence[Segment],
    replies: Sequence[Segment],
    like: Sequence[Sequence[float]],
    states: Sequence[int],
) -> int | None:
    """The first reply of the last officer, where nobody's words are like the last question and no question is like his."""
    turn = replies[-1].units[-1].turn
    own = [index for index, reply in enumerate(replies) if reply.units[0].turn == turn]
    taken = any(state in own for state in states[:-1])
    alone = pieces[-1].asks and pieces[-1].marked and max(like[-1]) < LIKE_MIN and len(own) < len(replies)
    return own[0] if own and alone and not taken and turn > 0 else None


def same_number(replies: Sequence[Segment], chosen: dict[int, list[Unit]]) -> dict[int, int]:
    """Replies of another speaker under a number that a chosen reply bears (私からも⑦について): reply → that reply."""
    numbers = [number_of(reply) for reply in replies]
    return {
        index: state
        for index, number in enumerate(numbers)
        if number is not None and index not in chosen
        for state in chosen
        if numbers[state] == number and replies[state].units[0].turn != replies[index].units[0].turn
    }


def further(
    replies: Sequence[Segment],
    chosen: Collection[int],
    like: Sequence[Sequence[float]],
    states: Sequence[int],
) -> dict[int, int]:
    """Replies that no piece went to, where another officer answers the same (知事 and 部長): reply → the reply that its piece chose.

    They are all that an officer says, or what he says before he comes to a matter that no piece like it asked about.
    """
    first = {replies[state].units[0].turn: state for state in sorted(chosen, reverse=True)}
    out: dict[int, int] = {}
    for index, reply in enumerate(replies):
        following = first.get(reply.units[0].turn)
        if index in chosen or (following is not None and following < index):
            continue
        piece = max(range(len(like)), key=lambda k: like[k][index])
        near = max(
            (row[index] for row, state in zip(like, states, strict=True) if state == following), default=0.0
        )
        if like[piece][index] >= FURTHER_MIN and like[piece][index] > 2 * near:
            out[index] = states[piece]
    return out


def both_called(
    replies: Sequence[Segment],
    called: Sequence[Sequence[bool]],
    like: Sequence[Sequence[float]],
    states: Sequence[int],
) -> dict[int, int]:
    """Replies of an officer on whom a piece calls beside the one whose reply it chose (知事に、そして教育長に伺います), as like it
    and like no other piece more: reply → the reply chosen."""
    out: dict[int, int] = {}
    for row, names, state in zip(like, called, states, strict=True):
        turn = replies[state].units[0].turn
        others = [j for j, named in enumerate(names) if named and replies[j].units[0].turn != turn]
        if not others or not names[state] or state in out:
            continue
        other = max(others, key=row.__getitem__)
        if row[other] >= ALSO_MIN * row[state] and row[other] == max(one[other] for one in like):
            out[other] = state
    return out


def absorb(
    replies: Sequence[Segment], used: set[int], closer: Callable[[int, int, int], bool] | None = None
) -> dict[int, list[Unit]]:
    """Gives each reply that no question went to to the one before it in the same turn, or to the one after where that is `closer`.

    `closer(reply, before, after)` says whether an unclaimed reply is more like what was asked at `after`. Returns the units of each
    claimed reply.
    """
    out: dict[int, list[Unit]] = {index: list(replies[index].units) for index in sorted(used)}
    last: int | None = None
    for index, reply in enumerate(replies):
        if index in used:
            last = index
            continue
        following = next((j for j in range(index + 1, len(replies)) if j in used), None)
        turn = reply.units[0].turn
        if following is not None and (
            replies[following].units[0].turn != turn
            or any(replies[j].hint for j in range(index + 1, following + 1))
        ):
            following = None  # another officer, or 次に、港についてお答えします。 between
        before = last if last is not None and out[last][-1].turn == turn else None
        if reply.hint and following is not None:
            out[following] += reply.units  # 港についてお答えします。港は…。まず、岸壁につきましては、…
            continue
        if before is None and (following is None or closer is None):
            continue
        if following is not None and closer and (before is None or closer(index, before, following)):
            out[following] += reply.units
        elif before is not None:
            out[before] += reply.units
    return {index: sorted(units, key=lambda u: (u.turn, u.start)) for index, units in out.items()}
