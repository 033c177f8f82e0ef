"""What a question only tells of: a question that somebody else put, what is granted first. It is taken out before the kinds of answer are read.

All texts are normalised (`retriever.question.normalise`).
"""

from __future__ import annotations

import re

from corpus.patterns import any_of

_WHO_DID = r"[^、。?？]{0,4}た(?:の|人|方|[一-龥]{1,3})は"
_EXPLAINED = re.compile(
    any_of(
        # 「いつ移ったかを説明した」
        r"(?:いつ|いくら|幾ら|なぜ|どうして|何[一-龥]{1,3}|どこ|どう)[^、。?？]{0,30}かを?"
        r"(?=説明し|答え(?!た(?:か|の[かは]))|述べ|回答し|報告し|話し|明らかにし)",
        # 「増えると答えたのは」
        r"[^、。?？]{2,60}と"
        rf"(?=(?:説明し|答え|述べ|回答し|報告し|話し|言[いっ]|明らかにし){_WHO_DID})",
        # 「工期について答えたのは」
        r"[^、。?？]{2,60}(?:について|に(?:関|対)して)、?"
        rf"(?=(?:説明し|答え|述べ|回答し|答弁し|報告し|話し|質問し|尋ね|聞い|明らかにし){_WHO_DID})",
    )
)
"""A question that somebody answered (いつ移ったかを説明したのは誰), or what he spoke of (件数は分かると答えたのは誰): not what is asked."""


def without_answered(question: str) -> str:
    """Without the question that somebody answered, and what he spoke of."""
    return _EXPLAINED.sub("", question)


_TOLD_OF = re.compile(
    r"^[^。?？]{2,60}"
    + any_of(
        # 「いくらかかるかについて、町長はどんな見通しを示したか」
        r"か(?:どうか)?(?:について|に関して|という(?:点|こと|問題)(?:に|について|に対して|には))",
        # 「回数が少ないという指摘に、区はどう答えたか」
        r"(?:という|との)(?:心配|質問|疑問|声|指摘|意見|批判|懸念|要望|提案|不満|苦情|訴え|求め)(?:に|について|に対して|には)",
    )
    + r"は?、?(?=[^。]*(?:どんな|どのよう|どういう|どう(?!か)|何と|なんと))"
)
"""A question, or what somebody holds, that is only told of."""


def without_topic(question: str) -> str:
    """Without the question that only names what is spoken of: 「いくらかかるかについて、…」."""
    return _TOLD_OF.sub("", question)


_PREFACE = re.compile(
    r"^[^。?？]{4,60}?(?:る|た|い|だ|です|ます|でした|ました)が、(?=[^。?？]{6,}か[。?？]*$)"
)
_ASKS = re.compile(r"何|ど[のれうんこ]|いく[らつ]|幾|いつ|誰|だれ|なぜ")


def without_preface(question: str) -> str:
    """What is asked, without what is granted before it: 「高齢化率は地区で違いますが、地区別の対策を取りますか」."""
    preface = _PREFACE.match(question)
    return question if preface is None or _ASKS.search(preface[0]) else question[preface.end() :]
