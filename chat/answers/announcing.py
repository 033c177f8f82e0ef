"""Sentences that announce what is asked for by its noun: 「どんな取組をするのか」 is told behind 「主な取組といたしましては、…」; of what a
member wanted those by which he wishes for it."""

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


_WANTED = re.compile(
    r"(?:求め|要望|要請|お?願[いっう]|頼[みんむ]|望[みんむ]|提案|提言|訴え|主張|迫[っりる]|促[しす]|(?:ほし|欲し)い(?:と|って))(?:[^。、はがもにを]{0,10}$|[^。、]{0,6}(?:もの|こと|の)は)"
)
"""How a question ends that asks what a member wished for."""
_WISHES = re.compile(
    r"(?:(?:て|で)(?:ほし|欲し)い|(?:いただ|頂)き(?:たい|ますよう)|もらいたい|(?:いただ|頂)け(?:ない|ません|れば|ますか)|求め(?:ます|たい|る。)|願い(?:します|いたします|したい|いたしたい|申し上げ|です)|要望(?:し|いた)|"
    r"提案(?:し|いた|です)|べきで(?:は|す|あ)|べきだ|(?:でき|出来)(?:ない|ません)(?:の|もの)?(?:でしょう)?か|てはどう|てはいかが|(?:考え|つもり)(?:は|が)(?:ない|ありません|ございません))"
)
_TO_BE_TOLD = re.compile(
    r"(?:教え|説明し?|示し|答え|聞かせ|答弁し?)[てを]?(?:いただ|頂|ほし|欲し|もらい)|(?:答弁|お答え|説明|見解|所見|考え|お示し)を?[^。、]{0,6}(?:求め|願い)"
)
"""He wants to be told something."""


def asks_for_a_wish(question: str) -> bool:
    """Whether a question asks what a member wanted."""
    return bool(_WANTED.search(normalise(question).rstrip("。?？!！ ")))


def wishes(plain: str) -> bool:
    """Whether by a sentence (as `chat.answers.wording.plain` writes it) a member wishes for something, not to be told something."""
    return bool(_WISHES.search(_TO_BE_TOLD.sub("", plain)))
