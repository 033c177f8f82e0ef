"""The last question and the last officer, who had nothing to do with another question, belong together; a supplement is no such reply."""

from __future__ import annotations

from ingest.pairing.leftover import both_last
from ingest.pairing.pieces import Unit
from ingest.pairing.segments import Segment

ASKED = [
    Segment((Unit(0, 0, 9, "広さはどうか。"),), True),
    Segment((Unit(0, 9, 20, "４点目は何を見れば分かるのか。"),), True),
]
LIKE = [[1.0, 0.0], [0.0, 0.0]]


def _reply(*turns: int) -> Segment:
    return Segment(tuple(Unit(turn, 0, 5, "倍にしました。") for turn in turns), True)


def test_the_last_officer_takes_the_last_question() -> None:
    """His reply is like no question, and no reply is like the question."""
    assert both_last(ASKED, [_reply(0), _reply(1)], LIKE, [0, 0]) == 1


def test_a_last_officer_who_supplements_the_reply_before_takes_none() -> None:
    """His words belong to the reply before them, so no reply is his own."""
    assert both_last(ASKED, [_reply(0), _reply(0, 1)], LIKE, [0, 0]) is None
