"""How much of each reply is each piece's, where every piece asks for a reply and every reply answers something.

Likeness alone gives a reply that repeats the words of a whole speech to many pieces, and another to none. So what each piece and
each reply has to give away is made even (Sinkhorn and Knopp's balancing of a matrix): a reply that others are more like is less a
piece's, and what nothing else is like becomes its own. Of 294 labelled points of twelve councils, cut by hand, 275 so find their
reply where 255 do by likeness alone; of the 113 among them that nobody had looked at 108 and 94. In their order (`sharing`) it is
285, and 110.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

SHARP = 6.0
"""How much likeness outweighs balance: a reply liker by 0.1 is worth exp(0.6). 5–8 serve alike."""
ROUNDS = 15
"""Times that pieces and replies are made even in turn; 5 and 40 serve alike."""
EVEN = 0.9
"""How far each is made even in a round (the exponent of what it lacks): what fits nothing well need not find all of its own. 1 takes
three more of 181 labelled points for another's, 0.8 leaves more of them together."""
AMID = 0.5
"""What a matter named amid a reply has to give, against a reply that opens as the next one does. 0.3–1 serve alike."""


def balanced(like: Sequence[Sequence[float]], soft: Sequence[bool]) -> list[list[float]]:
    """The shares of pieces (rows) in replies (columns): rows sum up to about 1, columns to the same for all but `soft` ones."""
    fits = [[math.exp(SHARP * value) for value in row] for row in like]
    worth = [AMID if amid else 1.0 for amid in soft]
    each = [len(like) * own / sum(worth) for own in worth]
    by_reply = [1.0] * len(worth)
    by_piece = [1.0] * len(like)
    for _ in range(ROUNDS):
        by_piece = [sum(map(float.__mul__, row, by_reply)) ** -EVEN for row in fits]
        of_reply = [sum(map(float.__mul__, column, by_piece)) for column in zip(*fits, strict=True)]
        by_reply = [(own / total) ** EVEN for own, total in zip(each, of_reply, strict=True)]
    return [
        [fit * piece * reply for fit, reply in zip(row, by_reply, strict=True)]
        for row, piece in zip(fits, by_piece, strict=True)
    ]
