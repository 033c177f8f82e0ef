"""What a chair asks in a few words: after a thing, or of somebody whether he has anything to say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import any_of
from corpus.types import Turn

_STATE = re.compile(r"(?:^|[、。])([一-鿿々ァ-ヴーぁ-ん]{2,14}?)(?:の(?:状況|見通し|予定))?は(?:どう|いかが)")
_CALLED = re.compile(
    any_of(
        *"意見 質問 質疑 提案 感想 発言 答弁 説明 異議".split(),
        *"[様方者員側案さん件点課部局室会長君氏て] 担当 当局 執行部 先生 ほか 他 何か 事務局".split(),
    )
    + "$"
)
"""病児保育はいかがですか asks after a thing; 皆様は, 事務局は, 御意見は いかがですか calls on somebody."""


def asks_state(sentence: str) -> bool:
    """Whether a short question asks how a thing stands."""
    found = _STATE.search(sentence)
    return found is not None and _CALLED.search(found[1]) is None


def asks_again(text: str, questions: Sequence[Turn]) -> bool:
    """Whether a chair's question is after a thing that was asked already (病児保育はいかがですか): the reply to that goes on."""
    found = _STATE.search(text)
    return found is not None and asks_state(text) and any(found[1] in turn.text for turn in questions)
