"""What a member wanted: questions that ask for it, and the sentences by which he wishes for it."""

from __future__ import annotations

import re

from corpus.patterns import any_of
from retriever.question import normalise

_WANTED = re.compile(
    any_of(
        *r"求め 要望 要請 お?願[いっう] 頼[みんむ] 望[みんむ] 提案 提言 訴え 主張 迫[っりる] 促[しす] (?:ほし|欲し)い(?:と|って)".split(),
    )
    + r"(?:[^。、はがもにを]{0,10}$|[^。、]{0,6}(?:もの|こと|の)は)"
)
"""How a question ends that asks what a member wished for."""
_WISHES = re.compile(
    any_of(
        # 「開けてほしい」「いただきたい」「いただけませんか」
        *r"(?:て|で)(?:ほし|欲し)い (?:いただ|頂)き(?:たい|ますよう) もらいたい".split(),
        r"(?:いただ|頂)け(?:ない|ません|れば|ますか)",
        # 「求めます」「願いします」「要望します」「すべきだ」
        r"求め(?:ます|たい|る。)",
        r"願い(?:します|いたします|したい|いたしたい|申し上げ|です)",
        *r"要望(?:し|いた) 提案(?:し|いた|です) べきで(?:は|す|あ) べきだ".split(),
        # 「できないでしょうか」「してはどうか」
        r"(?:でき|出来)(?:ない|ません)(?:の|もの)?(?:でしょう)?か",
        *r"てはどう てはいかが".split(),
        # 「考えはないか」
        r"(?:考え|つもり)(?:は|が)(?:ない|ありません|ございません)",
    )
)
_TO_BE_TOLD = re.compile(
    any_of(
        # 「教えていただきたい」
        r"(?:教え|説明し?|示し|答え|聞かせ|答弁し?)[てを]?(?:いただ|頂|ほし|欲し|もらい)",
        # 「見解を求めます」
        r"(?:答弁|お答え|説明|見解|所見|考え|お示し)を?[^。、]{0,6}(?:求め|願い)",
    )
)
"""He wants to be told something."""


def asks_for_a_wish(question: str) -> bool:
    """Whether a question asks what a member wanted."""
    return bool(_WANTED.search(normalise(question).rstrip("。?？!！ ")))


def wishes(plain: str) -> bool:
    """Whether by a sentence (as `chat.answers.wording.plain` writes it) a member wishes for something, not to be told something."""
    return bool(_WISHES.search(_TO_BE_TOLD.sub("", plain)))
