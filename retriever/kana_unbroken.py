"""Questions typed in kana without a blank (しのげすいのしょうれいきんはなくなりますか): where one phrase ends and the next begins.

A phrase (文節) is a noun, or several, and the particles behind it. Of all ways to cut a run the one is taken that leaves the fewest kana
unread, with the commonest words; what no noun of the record can be read in (なくなりますか) stays in one piece.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from corpus.patterns import any_of

LEAST_RUN, LEAST_WORD, LONGEST_WORD = 6, 3, 14
"""Kana of a run that may be of several phrases, and of what is read in it as one or more words: two kana are found in any run."""

UNREAD = 4.0
"""What a kana costs that is read as nothing, beside the rarity of words (natural logarithm of a share): a rare word of three kana
(9 at most) costs less than to leave them."""

_BEHIND = re.compile(
    any_of(
        # 「…ですか」「…でしょうか」「…でしたか」
        r"(?:です|でしょう|でした)(?:か|ね|が)?",
        # 「…について」「…による」「…として」「…とは」「…には」
        r"(?:について|による|によって|として|から|まで|より|など|だけ|とは|には|では|での|への|にも|でも)",
        # 「…を」「…の」
        r"[はがをにへとでのもやか]",
    )
)


def phrases_of(run: str, reads: Callable[[str], float | None]) -> list[str]:
    """The phrases of a run of kana, which joined are the run again; one where nothing is read in it.

    Args:
        run: kana without a blank.
        reads: what it costs to read some of them as words, None where they are none.
    """
    if len(run) < LEAST_RUN:
        return [run]
    best: list[tuple[float, tuple[int, ...]] | None] = [(0.0, ())] + [None] * len(run)
    for start in range(len(run)):
        here = best[start]
        if here is None:
            continue
        _keep(best, start + 1, here[0] + UNREAD, here[1])
        if start == 0 and (joined := _BEHIND.match(run)):
            _keep(best, joined.end(), 0.0, (joined.end(),))
        for end in range(start + LEAST_WORD, min(len(run), start + LONGEST_WORD) + 1):
            behind = _BEHIND.match(run, end)
            if not behind and end < len(run):
                continue
            cost = reads(run[start:end])
            if cost is not None:
                until = behind.end() if behind else end
                _keep(best, until, here[0] + cost, (*here[1], start, until))
    found = best[-1]
    cuts = sorted({0, *(found[1] if found else ()), len(run)})
    return [run[a:b] for a, b in pairwise(cuts)]


def _keep(
    best: list[tuple[float, tuple[int, ...]] | None], place: int, cost: float, cuts: tuple[int, ...]
) -> None:
    now = best[place]
    if now is None or cost < now[0]:
        best[place] = cost, cuts
