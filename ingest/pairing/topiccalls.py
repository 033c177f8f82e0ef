"""Matters of one long question that the chair has answered one after another, with further questions on each between.

    ○議長　初めに、除雪について答弁願います。建設部長。   … reply, further questions on it …
    ○議長　次に、図書館について答弁願います。教育部長。   the reply is to the member's first turn again, and not to the last one
    ○議長　質問事項３、港について、当局の答弁を求めます。

Only where the chair calls two matters at least of the same turn; the piece of the turn that speaks of a matter is its question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.patterns import NUMERAL
from corpus.types import Turn, Utterance
from ingest.pairing.pieces import turn_of
from ingest.pairing.questions import question_segments
from ingest.pairing.segments import Segment
from ingest.pairing.units import units_of
from ingest.phrases.terms import coverage

CALLS_MIN = 2
"""Matters of a turn that the chair calls at least."""
NAMED_MIN = 0.5
"""Share of a called matter's words that the piece of the question holds at least."""

_CALL = re.compile(
    rf"(?:^|[。\n])(?:それでは、?|では、?)?(?:初めに|はじめに|まず|次に|続いて|続きまして|最後に|(?:質問|通告)?(?:事項|項目)の?{NUMERAL}{{1,2}}(?:番目?)?)、?([^。、]{{2,60}}?)"
    r"(?:について|に関して|につきまして)(?:の|、)?[^。]{0,8}(?:答弁|お答え)を?(?:お)?(?:願|求)"
)


@dataclass(frozen=True, slots=True)
class Call:
    """A matter that the chair calls: its name in his words, and what was asked of it."""

    topic: str
    question: Turn


def topic_calls(turns: Sequence[Utterance]) -> dict[int, Call]:
    """The chair's turns that call a matter of a question, by their index."""
    out: dict[int, Call] = {}
    asker: Utterance | None = None
    called: dict[int, str] = {}
    said = ""
    for index, turn in enumerate((*turns, None)):
        new = turn is None or (
            turn.speaker.side == "member" and asker is not None and turn.speaker != asker.speaker
        )
        if new:
            out |= _calls(asker, called)
            asker, called = None, {}
        if turn is None:
            break
        if turn.speaker.side == "chair" and asker is not None and (found := _CALL.search(turn.text)):
            if not called or coverage(found[1], said) < NAMED_MIN:
                called[index] = found[1]  # a matter asked right before is answered to that
        elif turn.speaker.side == "member":
            said = turn.text
            asker = asker if called else turn  # the last turn before the first call
    return out


def _calls(asker: Utterance | None, called: dict[int, str]) -> dict[int, Call]:
    if asker is None or len(called) < CALLS_MIN:
        return {}
    whole = turn_of(asker)
    pieces = question_segments(units_of([whole], asking=True))
    starts = [_place(topic, pieces) for topic in called.values()]
    bounds = sorted({start for start in starts if start is not None})
    out = {}
    for (index, topic), start in zip(called.items(), starts, strict=True):
        if start is None:
            out[index] = Call(topic, whole)
            continue
        stop = next((bound for bound in bounds if bound > start), len(asker.text))
        first = start == bounds[0]
        out[index] = Call(topic, turn_of(asker, 0 if first else start, stop))
    return out


def _place(topic: str, pieces: Sequence[Segment]) -> int | None:
    """Where the piece that speaks of a matter begins; None where no piece does."""
    share = [coverage(topic, piece.text) for piece in pieces]
    least = max(NAMED_MIN, 0.8 * max(share, default=0.0))
    near = [piece for piece, found in zip(pieces, share, strict=True) if found >= least]
    near = [piece for piece in near if piece.marked] or near  # a preface names every matter
    return near[0].units[0].start if near else None
