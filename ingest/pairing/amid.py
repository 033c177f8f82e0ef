"""Matters that a reply names amid what it says: また、使用料につきましては、… may answer a question of its own, or belong to the matter before.

So such a reply is cut there on trial, and put together again where no question goes to the piece.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import any_of
from ingest.pairing.segments import Segment, number_of
from ingest.phrases.openers import LEAD, POINTS_BACK

LIKE_MIN = 0.1
"""Likeness of a question from which such a piece may be its reply by itself."""

_NAMES = re.compile(
    # 「また、」「それと、あと」
    rf"^(?:{any_of(*'また なお さらに それから それと あと 一方 併せて あわせて そして'.split())}、?){{0,2}}(?:もう[一１1]つ、?)?"
    rf"(?!{POINTS_BACK})[^。、]{{2,40}}?"
    + any_of(
        # 「使用料につきましては」「使用料についても」
        r"(?:につきまして|について|に関しまして|に関して)[はも]",
        # 「使用料についてのお尋ね」「使用料の関係でございますが」
        r"(?:について|に関して)の(?:御|ご)?(?:質問|お尋ね)",
        r"の関係で",
        # 「いつ塗り替えるのかということでございますが」「何に使うのか、その点ですけれども」
        r"(?<=か)(?:という(?:こと|点|ところ|の))?(?:、(?:その|この)点)?(?:に)?(?:です|でござい|であり)(?:ます)?(?:が|けれども)",
        # 「使用料についてですが」
        r"(?:について|に関して)(?:です|でござい|であり)",
    )
)


_NEXT_IN_TALK = re.compile(r"^(?:それから|それと)")
"""それから、使用料の関係でございますけれども、…: in talk, the next matter rather than one amid."""


def cut_amid(replies: Sequence[Segment], pieces: Sequence[Segment]) -> list[Segment]:
    """The replies, cut before each matter that they name amid; those under numbers of the question stay as the numbers say."""
    numbered = all(sum(number_of(one) is not None for one in side) > 1 for side in (replies, pieces))
    out: list[Segment] = []
    for reply in replies:
        if numbered and number_of(reply) is not None:
            out.append(reply)
            continue
        runs = [[reply.units[0]]]
        for unit in reply.units[1:]:
            led = len(runs[-1]) == 1 and LEAD.match(runs[-1][0].text)
            if _NAMES.match(unit.text) and not led:
                runs.append([])
            runs[-1].append(unit)
        out.append(Segment(tuple(runs[0]), reply.marked, reply.hint, reply.soft))
        out += [Segment(tuple(run), True, soft=_NEXT_IN_TALK.match(run[0].text) is None) for run in runs[1:]]
    return out


def put_together(
    replies: Sequence[Segment], states: Sequence[int], like: Sequence[Sequence[float]]
) -> tuple[list[Segment], list[int]]:
    """The replies where no question went to a matter named amid, and the reply of each question among them.

    Args:
        replies: as `cut_amid` cut them.
        states: the reply of each piece of the question.
        like: of each piece to every reply.
    """
    claimed = {
        state
        for row, state in zip(like, states, strict=True)
        if not replies[state].soft or row[state] >= LIKE_MIN
    }
    groups: list[list[Segment]] = []
    place: list[int] = []
    taken = False
    for index, reply in enumerate(replies):
        same = bool(groups) and groups[-1][0].units[0].turn == reply.units[0].turn
        if reply.soft and same and (index not in claimed or not taken):
            groups[-1].append(reply)
            taken = taken or index in claimed
        else:
            groups.append([reply])
            taken = index in claimed
        place.append(len(groups) - 1)
    joined = [
        Segment(tuple(unit for reply in group for unit in reply.units), group[0].marked, group[0].hint)
        for group in groups
    ]
    return joined, [place[state] for state in states]
