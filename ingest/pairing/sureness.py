"""How sure it is that the reply of a part answers its question, and nothing else.

What was labelled tells it by four things: how like the question is to the reply, how much less it is like any other, how many
questions the part holds, and how many replies that no question went to were put with it.
"""

from __future__ import annotations

from collections.abc import Sequence

SURE, LEAST = 0.95, 0.2
"""Confidence where nothing speaks against a part, and where everything does."""
LIKE_ENOUGH, UNLIKE = 0.5, 0.35
"""Likeness from which more of it does not tell, and what is taken off where there is none."""
APART_ENOUGH, ALONGSIDE = 0.3, 0.25
"""The same of the likeness that the next best reply lacks."""
SHARED, SHARED_MAX = 0.1, 2
"""Taken off for each further question of the part, and for how many at most."""
PUT_WITH, PUT_WITH_MAX = 0.05, 2
"""Taken off for each paragraph that no question went to. All of these were set on 79 labelled points, as parts were made before and
after they were mended: 68 of 74 right from 0.8 on, 27 of 32 from 0.6 to 0.8, 18 of 46 below (wrong 0, 1 and 4, the rest coarse)."""


def sureness(like: Sequence[Sequence[float]], asking: Sequence[int], state: int, put_with: int) -> float:
    """Confidence of a part.

    Args:
        like: of each piece of the question to every reply.
        asking: the pieces that the part holds and that ask, or all where none does.
        state: the reply that they go to.
        put_with: paragraphs of its reply that no question went to.
    """
    least = min(like[piece][state] for piece in asking)
    ahead = min(
        like[piece][state] - max((v for j, v in enumerate(like[piece]) if j != state), default=0.0)
        for piece in asking
    )
    off = UNLIKE * _lacking(least, LIKE_ENOUGH) + ALONGSIDE * _lacking(ahead, APART_ENOUGH)
    off += SHARED * min(len(asking) - 1, SHARED_MAX) + PUT_WITH * min(put_with, PUT_WITH_MAX)
    return max(LEAST, SURE - off)


def _lacking(value: float, enough: float) -> float:
    """0-1: the share of what is enough that a value lacks."""
    return 1 - min(max(value, 0.0), enough) / enough
