"""Sentences that announce what is asked for by its noun: 「どんな取組をするのか」 is told behind 「主な取組といたしましては、…」."""

from __future__ import annotations

import re
from functools import lru_cache

from retriever.question import normalise

_ASKED = re.compile(
    r"(?:どんな|どのような|どういった|どういう)(取り?組み?|仕組み?|[一-龥ァ-ヴー]{2,8})(?![一-龥ァ-ヴー])"
)
_SPELT = {"取": "取り?組み?", "仕": "仕組み?"}


@lru_cache(maxsize=256)
def announced(question: str) -> re.Pattern[str] | None:
    """How a sentence begins that tells what `question` asks for by its noun; None where it asks for nothing so."""
    found = _ASKED.search(normalise(question))
    if not found:
        return None
    noun = found[1]
    written = _SPELT.get(noun[0], "") if "組" in noun else ""
    return re.compile(
        rf"(?:{written or re.escape(noun)})(?:の?(?:具体的な)?(?:内容|中身|概要|種類|例))?(?:(?:に(?:つい|関し|つきまし|関しまし)|といたしまし|としまし|とし)て)?(?:は|には)|"
        rf"(?:{written or re.escape(noun)})(?:の?(?:内容|中身|例))?(?:です|でございます)(?:が|けれど)"
    )
