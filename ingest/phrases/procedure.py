"""Turns of members that move the procedure or speak to a vote: motions, nominations, arguments for and against."""

from __future__ import annotations

import re

from corpus.patterns import any_of
from ingest.phrases.fluent import fluently
from ingest.phrases.wording import seeks_answer

_PROCEDURAL = re.compile(
    any_of(
        *"動議 議事進行 議会運営委員会(?:所属|で|の) 会議録署名".split(),
        *"賛成の立場 反対の立場 (?:賛成|反対)討論 討論(?:に参加|を行|いた)".split(),
        *"委員長報告 審査(?:の)?(?:経過|結果) 提案理由 趣旨説明".split(),
    )
)


_NOMINATES = re.compile(
    any_of(
        # 「会長には学識経験者の森委員を推薦します」
        r"(?:副?(?:議長|会長|委員長|座長|部会長)|職務代理者?)(?:に|は|には|を|として)[^。]{0,24}"
        r"(?:推薦|推挙|推し|お願い(?:した|でき|して)|適任|どうで|いかがで)",
        r"^(?:私は、?)?[一-鿿]{1,6}(?:委員|さん|先生)(?:に|が|を)[^。、]{0,4}(?:お願い|推薦|適任)[^。、]{0,16}。?$",
    )
)
NOMINATION_MAX = 120
"""Characters of a nomination at most; a longer turn says more."""
_MOTION = re.compile(
    any_of(
        "動議",
        # 「委員長報告の中で」「提案理由を伺いました」 speak of one that was heard
        r"(?:提案理由|提案説明|趣旨説明|(?:委員|分科会)長報告)"
        r"(?!(?:の中)?で(?!す|ござ|あ[りる])|の中に|に(?:も|は)[^。、]{0,6}(?:あ[りるっ]|ござ|触れ)|を[おご御]?[聞伺])",
        *"賛成の立場 反対の立場".split(),
        # 「反対討論をいたしましたが、」 speaks of one that was held
        r"(?:賛成|反対)討論(?!を?(?:し|いた|行|述べ)[^。]{0,6}(?:た|が)[。、])",
    )
)
_SAYS_ASKS = re.compile(
    r"^[^。]{0,60}(?:質問|質疑|お?尋ね|お?伺い)(?:を)?(?:し|いたし|させて(?:いただき|もらい)|申し上げ)(?:たいと思い)?ます。"
)
"""質問いたします。 ahead of what was moved or argued before: the turn asks."""


@fluently
def is_procedural(text: str) -> bool:
    """A member's turn that moves the procedure or speaks to a vote: no answer is sought."""
    moves = _MOTION.search(text[:120]) and not (_SAYS_ASKS.match(text) and seeks_answer(text))
    if moves or (len(text) <= NOMINATION_MAX and _NOMINATES.search(text)):
        return True
    return _PROCEDURAL.search(text[:400]) is not None and not seeks_answer(text)
