"""Where a sentence that sounds like a question states something: …ではないかと思います, …かという意見がありました, …かということを考えております."""

from __future__ import annotations

import re

_SUPPOSED = re.compile(
    r"(?:のではない|ではないだろう|ないのではない|のではなかろう|よいのでは|良いのでは|いいのでは)(?:でしょう)?か(?:と|な)"
    r"|かと(?:思|存|考|感)"
)
"""…のではないかと思っております: to the end of the sentence."""
_TOLD = re.compile(
    r"か(?:と(?:の|いう|いった)|など(?:の|という)?|、?といった)(?:質疑|質問|意見|声|指摘|問い|御意見|ご意見|疑問|お尋ね|要望)"
)
_MATTER = re.compile(r"かという(?:こと(?!を(?:お|御)?(?:伺|聞|尋|質問|確認|教え))|ふうに|の|点|お話|話)")
_HELD = ("思", "考", "感", "あり")
"""…かということを考えております: what the matter ends in."""


def states_from(sentence: str) -> int | None:
    """Where a sentence begins to state; each form is looked for once, however often the words return."""
    last = sentence.rfind("。") + 1
    held = max(sentence.rfind(word, last) for word in _HELD)
    found = (
        _SUPPOSED.search(sentence, last),
        _TOLD.search(sentence),
        _MATTER.search(sentence, last, held) if held > 0 else None,
    )
    return min((match.start() for match in found if match), default=None)
