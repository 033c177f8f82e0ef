"""Which reply each piece of a question goes to, where one officer answers it or several share its pieces out.

Each officer mostly goes through the pieces from the first to the last, whatever others answer between; most replies take up a
piece, and most pieces that ask are taken up by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.pairing.segments import Segment, heads
from ingest.phrases.openers import STRONG, TOPICAL, WEAK
from ingest.phrases.wording import asks

ASKED, SAME = 0.06, 0.03
"""Cost of changing the reply where no marker announces another matter, and of staying where one (次に) does after a question."""
HELD = 0.2
"""Cost of changing it where a piece follows from the one before (…ではないでしょうか。そこで、今後の取組について伺います。), or names no matter
of its own (もう一度検討していただけないか。)."""
BACK, BACK_MAX = 0.05, 5
"""Cost of going back to an earlier reply of the same officer, for each one that is passed over, and how many count. On 134 labelled
points of twelve records 0.03 and 0.08 both lose six."""
FRESH, TALKED = 0.1, 0.05
"""Worth of a reply that no piece went to before: one that opens as the next matter does, and one that goes on in talk. On the same
points 0.05 leaves more of them together, 0.15 takes right ones apart; the 14 annotated parts need 0.05 for talk."""
TAKES_UP = 0.1
"""Likeness from which a piece may be what such a reply takes up."""
WIDTH = 60
"""Ways that are followed at a time."""
NEAR = 12
"""Replies most like a piece that it may go to, beside the one at hand and the next of each officer."""


_FOLLOWS = re.compile(
    r"^(?:そこで|このように|以上(?:の|を|のこと)|こうした|これらを?踏まえ|このことから|だからこそ|ですから|したがって|その上で)"
)


class _Way(NamedTuple):
    """A way through the pieces so far: its worth, the replies that it took up (bits), the replies from the last to the first."""

    worth: float
    taken: int
    replies: tuple[int, _Way] | None

    def again(self) -> _Way:
        """The way, a further piece staying at the reply at hand."""
        return self if self.replies is None else self._replace(replies=(self.replies[0], self))


_At = tuple[tuple[int, ...], int]
"""The last reply of each officer, and the reply at hand."""


def share(
    like: Sequence[Sequence[float]], pieces: Sequence[Segment], replies: Sequence[Segment]
) -> list[int]:
    """The reply of each piece; `like`: of each piece to every reply.

    A heading (次に、給食についてであります。) goes with the question below it.
    """
    below = [piece.marked and heads(piece.text) and not asks(piece.text) for piece in pieces[:-1]] + [False]
    like = [like[i + 1] if heading else like[i] for i, heading in enumerate(below)]
    fresh = _fresh(replies)
    turns = sorted({reply.units[0].turn for reply in replies})
    seat = [turns.index(reply.units[0].turn) for reply in replies]
    ways: dict[_At, _Way] = {((-1,) * len(turns), -1): _Way(0.0, 0, None)}
    before: Segment | None = None
    for row, piece in zip(like, pieces, strict=True):
        if before is not None and _closes(piece):
            ways = {at: way.again() for at, way in ways.items()}
            continue
        near = sorted(range(len(row)), key=lambda j: -row[j])[:NEAR]
        stay = SAME if before is not None and piece.marked and before.marked and before.asks else 0.0
        held = max(row) < TAKES_UP or _FOLLOWS.match(piece.units[0].text) is not None
        change = 0.0 if piece.marked else HELD if held else ASKED
        found: dict[_At, _Way] = {}
        for (last, current), way in ways.items():
            for j in _reachable(near, last, current, seat):
                worth = way.worth + row[j]
                if piece.asks and row[j] >= TAKES_UP and not way.taken >> j & 1:
                    worth += fresh[j]
                if j == current:
                    worth -= stay
                elif current >= 0:
                    worth -= change
                own = last[seat[j]]
                worth -= BACK * min(max(own - j, 0), BACK_MAX)
                at = ((*last[: seat[j]], j, *last[seat[j] + 1 :]), j)
                if at not in found or found[at].worth < worth:
                    found[at] = _Way(worth, way.taken | (piece.asks << j), (j, way))
        ways = dict(sorted(found.items(), key=lambda item: -item[1].worth)[:WIDTH])
        before = piece
    return _replies(max(ways.values(), key=lambda way: way.worth))


_ADDS = re.compile(rf"{WEAK.pattern}|^それと")


def _closes(piece: Segment) -> bool:
    """Whether a piece only ends what was asked before it: 早く進むことを望みます。"""
    head = piece.units[0].text
    return not (piece.asks or piece.marked or _ADDS.match(head) or TOPICAL.match(head))


def _fresh(replies: Sequence[Segment]) -> list[float]:
    """What each reply is worth to the first piece that goes to it."""
    out: list[float] = []
    turn = -1
    for reply in replies:
        first = reply.units[0]
        opens = STRONG.match(first.text) is not None or bool(reply.hint) or (bool(out) and first.turn != turn)
        out.append(0.0 if reply.soft else FRESH if opens else TALKED)
        turn = first.turn
    return out


def _reachable(near: Iterable[int], last: Sequence[int], current: int, seat: Sequence[int]) -> set[int]:
    """The replies that a piece may go to: those it is like, the one at hand, the next of each officer."""
    following = {own + 1 for own in last if own + 1 < len(seat) and (own < 0 or seat[own + 1] == seat[own])}
    return {*near, *following} | ({current} if current >= 0 else set())


def _replies(way: _Way) -> list[int]:
    """The replies of a way, from the first piece on."""
    out: list[int] = []
    while way.replies is not None:
        reply, way = way.replies
        out.append(reply)
    return out[::-1]
