"""Columns whose lines one flat line holds, left and right by turns.

    …と敬服する次第であ それでは、質問に入ります。 の皆様にも感謝を申し上げ 駅の跡地につきましては、…

Blanks stand where lines ended. In one column the words go on behind them; here a sentence ends and the next piece begins within another
(…ます。 の皆様にも), or one is left open and the next begins anew (…であ それでは、).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from corpus.patterns import any_of

PIECES_MIN = 8
"""Pieces between blanks from which a line is flat."""
TORN_MIN, TORN_SHARE = 4, 0.15
"""Torn joins from which columns are taken to be interleaved, and their share of the joins behind a full stop. Two columns lie at 0.4;
pages of one column, with blanks where their lines ended, have one such join at most."""

_ANEW = re.compile(
    any_of(*"それでは、 次に、 また、 まず、 さらに、 そこで、 しかし、 なお、 以上で、? 最後に、".split())
)
"""What begins a sentence."""
_WITHIN = re.compile(
    any_of(
        # 「の皆様にも」「に御意見を」
        r"[のにへ](?=[一-鿿])",
        # 「を申し上げます」「っております」
        r"[をんぁぃぅぇぉっゃゅょー、。」』]",
        # 「た。」「げます。」
        r"(?!はい|ええ|いえ)[ぁ-ん]{1,3}。|[げけせめれ]ます|がら、",
    )
)
"""What begins no sentence."""
_OPEN = re.compile("[ぁ-ん]$")


def torn_joins(lines: Sequence[str]) -> float:
    """Share of the blanks behind a full stop of flat lines around which the words do not go on; 0 below `TORN_MIN`."""
    torn = stops = 0
    for line in lines:
        pieces = line.split()
        if len(pieces) < PIECES_MIN:
            continue
        for before, after in itertools.pairwise(pieces):
            stop = before.endswith("。")
            stops += stop
            torn += bool(_WITHIN.match(after) if stop else _OPEN.search(before) and _ANEW.match(after))
    return torn / max(stops, 1) if torn >= TORN_MIN else 0.0
