"""Which reply each piece of a question goes to: in their order, or the path that likeness and markers make most likely."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ingest.pairing.segments import Segment, number_of
from ingest.phrases.openers import ADDED, STRONG

MARKED, ASKED = 0.0, 0.06
"""Cost of changing the reply at a marker, and after a question without one. On the 14 annotated parts 0-0.1 serve alike."""
BACK, BACK_AMONG, BACK_MAX = 0.05, 0.02, 5
"""Cost of going back to an earlier reply of the one officer who answers, or among those of several, for each one that is passed over, and how
many count: one officer mostly follows the order of the questions, several share them out. 0.05 for one aligns one more of 62 labelled pairs
in whole records of other councils than 0.02, the 14 annotated parts as well up to 0.07."""
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


def viterbi(like: Sequence[Sequence[float]], pieces: Sequence[Segment], step_back: float = BACK) -> list[int]:
    """The most likely reply for each piece: likeness minus the cost of changes; `step_back`: `BACK` or `BACK_AMONG`."""
    score = [value - 0.01 * j for j, value in enumerate(like[0])]
    came: list[list[int]] = []
    for row, piece, before in zip(like[1:], pieces[1:], pieces, strict=False):
        fresh = piece.marked and before.marked and before.asks
        back = _sources(score, SAME if fresh else 0.0, MARKED if piece.marked else ASKED, step_back)
        score = [value + row[j] for j, (value, _) in enumerate(back)]
        came.append([source for _, source in back])
    return _traced(score, came)


def _sources(
    score: Sequence[float], stay: float, change: float, back: float, most: int = BACK_MAX
) -> list[tuple[float, int]]:
    """For each state what the likeliest path to it is worth, and the state it comes from; in one pass, as the cost of a step
    back is the same from `most` on.

    Args:
        score: what the likeliest path to each state is worth before.
        stay: cost of staying at a state.
        change: cost of any other step.
        back: cost of each state that is gone back beside that,
        most: up to so many.
    """
    count = len(score)
    later = list(range(count))  # the best reply from each on
    for i in range(count - 2, -1, -1):
        later[i] = i if score[i] >= score[later[i + 1]] else later[i + 1]
    out: list[tuple[float, int]] = []
    earlier = 0
    for j in range(count):
        ways = [(score[j] - stay, -j)]
        if j:
            earlier = j - 1 if score[j - 1] > score[earlier] else earlier
            ways.append((score[earlier] - change, -earlier))
        near = range(j + 1, min(j + most, count))
        ways += [(score[i] - (change + back * (i - j)), -i) for i in near]
        if j + most < count:
            far = later[j + most]
            ways.append((score[far] - (change + back * most), -far))
        value, source = max(ways)
        out.append((value, -source))
    return out


def _traced(score: Sequence[float], came: Sequence[Sequence[int]]) -> list[int]:
    """The path that ends best; `came`: of each step from where every state was reached."""
    path = [max(range(len(score)), key=lambda j: score[j])]
    for back in reversed(came):
        path.append(back[path[-1]])
    return path[::-1]


SPREAD = 0.5
"""Share of a question's likeness to the reply it went to, from which it rather goes to the free one beside that."""


def spread(
    states: Sequence[int],
    pieces: Sequence[Segment],
    replies: Sequence[Segment],
    like: Sequence[Sequence[float]],
) -> list[int]:
    """The replies of the pieces, where an unclaimed reply of an officer stands beside one that two questions went to.

    As many replies as questions mostly stand in their order. So the last of the questions goes to the free reply behind, or the
    first of them to the free one before, unless that reply is much less like the question. The free reply must open as the next
    matter does (次に、…); replies under numbers of their own list a matter.
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


NEXT_SAME, NEXT_BACK = 0.03, 0.15
"""Cost for a reply of staying at the question of the reply before it, and of going back to an earlier one. On seven labelled
speeches 0.03–0.1 and 0.15–0.3 serve alike."""
UNANSWERED = 0.05
"""Added to the likeness to a question that no reply went to at first: each is mostly answered. 0.15 takes right ones apart."""
HEADING_MAX = 60
"""Characters of a piece that only names what the next ones ask about (次に、防災について伺います。)."""


def by_reply(like: Sequence[Sequence[float]], pieces: Sequence[Segment], turns: Sequence[int]) -> list[int]:
    """The piece of the question that each reply takes up; `turns` are the turns of the replies.

    Officers answer one after another, and each goes through the questions from the first: so replies are in the order of the
    questions within a turn, and not across turns.
    """
    found = set(_forward(like, turns))
    left = [piece.asks and place not in found for place, piece in enumerate(pieces)]
    again = [[v + UNANSWERED for v in row] if more else row for row, more in zip(like, left, strict=True)]
    return [_below_heading(pieces, place) for place in _forward(again, turns)]


def _below_heading(pieces: Sequence[Segment], place: int) -> int:
    """The piece below a heading; any other piece as it is."""
    while place + 1 < len(pieces) and not pieces[place].asks and len(pieces[place].text) <= HEADING_MAX:
        place += 1
    return place


def _forward(like: Sequence[Sequence[float]], turns: Sequence[int]) -> list[int]:
    """The likeliest path of each turn's replies through the pieces, which mostly goes forward."""
    out: list[int] = []
    for _, group in itertools.groupby(range(len(turns)), key=lambda reply: turns[reply]):
        out += _path([[row[reply] for row in like] for reply in group])
    return out


def _path(rows: Sequence[Sequence[float]]) -> list[int]:
    """The piece of each reply of one turn; `rows`: for each reply its likeness to every piece."""
    score = list(rows[0])
    came: list[list[int]] = []
    for row in rows[1:]:
        back = _sources(score, NEXT_SAME, 0.0, NEXT_BACK, 1)
        score = [value + row[place] for place, (value, _) in enumerate(back)]
        came.append([source for _, source in back])
    return _traced(score, came)


TAKES_UP = 0.1
"""Likeness from which a reply takes up a question by itself; a weaker one goes on with the reply before it."""


def from_both_sides(
    states: Sequence[int],
    pieces: Sequence[Segment],
    replies: Sequence[Segment],
    like: Sequence[Sequence[float]],
) -> tuple[list[int], dict[int, int]]:
    """The reply of each piece of a question, found from the replies' side too, and the replies that join another one.

    Seen from the questions alone (`states`), a second officer who answers the same question finds none, and two questions may meet
    at one reply while that of the second is left over. So each reply goes to the question that it takes up. A question that no
    reply takes up keeps its state.
    """
    first: dict[int, int] = {}
    joined: dict[int, int] = {}
    for reply, place in enumerate(by_reply(like, pieces, [r.units[0].turn for r in replies])):
        if like[place][reply] >= TAKES_UP and first.setdefault(place, reply) != reply:
            joined[reply] = first[place]
    found = [first.get(place, state) for place, state in enumerate(states)]
    return [joined.get(state, state) for state in found], joined
