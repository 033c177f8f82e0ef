"""What is granted before the main clause of a sentence: 「周知はしているのですが、…」."""

from __future__ import annotations

import re

from corpus.patterns import BUT, IS, ORU

CONCEDES = re.compile(
    rf"(?:[てで]は|(?<=[一-鿿ァ-ヶーぁ-ん])(?<!に)(?<!で)(?<!と)は(?:し|いたし|行っ)て)(?:い|お)(?:る|り?ます)(?:ところ)?(?:な)?(?:の|ん)?{IS}?{BUT}[、,。．]?\s*$"
)
"""「周知はしているのですが、」「会議には使ってはいるのですけれども。」: granted, for the sake of what is wanting."""

_GRANTS = re.compile(
    rf"(?<!てき)[てで]{ORU}(?:ところ)?(?:な|である|であります|でございます|です)?(?:の|ん)?{IS}?{BUT}[、,]$"
)
"""「連携して取り組んでいるところであるが、」, see `grants`."""

_LACKS = re.compile(r"(?:ない|無い|ません|なかった)$")

_FROM_THEN = re.compile(r"[年月日度](?:より|から)")
"""「令和5年度より点検を実施しておりますが、」: what began at a time counts."""


def grants(sentence: str, main: str) -> bool:
    """Whether what goes on is only granted, for the sake of what there is not: 「連携しているところであるが、情報を求められたことはない」.

    Args:
        sentence: the sentence up to the end of the clause.
        main: the bare main clause.
    """
    return bool(_LACKS.search(main) and _GRANTS.search(sentence) and not _FROM_THEN.search(sentence))
