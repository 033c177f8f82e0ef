"""How sure it is that the reply of a part answers its question, and nothing else.

What was labelled tells it by four things: how like the question is to the reply, how much less it is like any other, how many
questions the part holds, and how many replies.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.pairing.pieces import Unit
from ingest.pairing.segments import heads
from ingest.phrases.wording import asks
from ingest.text.lines import sentences

SURE, LEAST = 0.95, 0.2
"""Confidence where nothing speaks against a part, and where everything does."""
LIKE_ENOUGH, UNLIKE = 0.5, 0.35
"""Likeness from which more of it does not tell, and what is taken off where there is none."""
APART_ENOUGH, ALONGSIDE = 0.3, 0.25
"""The same of the likeness that the next best reply lacks."""
SHARED, SHARED_MAX = 0.1, 2
"""Taken off for each further question of the part, and for how many at most."""
FURTHER, FURTHER_MAX = 0.05, 2
"""Taken off for each further reply. All of these were set on 79 labelled points of five councils. On 294 of twelve it tells: 164 of 180
right from 0.8 on (three for another's), 63 of 65 from 0.6, 33 of 49 below, the others mostly with too much in their part; on the 113
of four that nobody had looked at 61 of 68, 20 of 21, 14 of 24. Weights fitted to eight councils tell the others no better."""


def sureness(
    like: Sequence[Sequence[float]], asking: Sequence[int], said: Sequence[int], asked: int = 1
) -> float:
    """Confidence of a part.

    Args:
        like: of each piece of the question to every reply.
        asking: the pieces that the part holds and that ask, or all where none does.
        said: the replies that the part holds.
        asked: paragraphs of the part that end with a question.
    """
    own = [max(like[piece][j] for j in said) for piece in asking]
    others = [
        max((value for j, value in enumerate(like[piece]) if j not in said), default=0.0) for piece in asking
    ]
    ahead = min(a - b for a, b in zip(own, others, strict=True))
    off = UNLIKE * _lacking(min(own), LIKE_ENOUGH) + ALONGSIDE * _lacking(ahead, APART_ENOUGH)
    off += SHARED * min(max(len(asking), asked) - 1, SHARED_MAX) + FURTHER * min(len(said) - 1, FURTHER_MAX)
    return max(LEAST, SURE - off)


def asking_paragraphs(units: Sequence[Unit]) -> int:
    """The paragraphs that end with a question: more than one of them where the question was not cut between."""
    ends = (unit.text[slice(*list(sentences(unit.text))[-1])] for unit in units if not heads(unit.text))
    return sum(map(asks, ends))


def _lacking(value: float, enough: float) -> float:
    """0-1: the share of what is enough that a value lacks."""
    return 1 - min(max(value, 0.0), enough) / enough
