"""Notes behind a speaker's label: which time he has the floor, whence he speaks, his party, the clock of a recording, that he
greets; they are no part of the name."""

from __future__ import annotations

import re

from corpus.patterns import any_of

_NOTE = re.compile(
    any_of(
        # 「（再質問）」「（自席から）」「（２回目）」「（閉会の挨拶）」
        r"[（(]"
        + any_of(
            *r"初 再 再々 再[々再]?(?:質問|質疑|答弁|回答) 続き? つづき 登壇(?:して)?".split(),
            r"(?:自席|質問者?席|発言席|演壇)(?:から|へ|にて|で|より)?",
            *r"[\d①-⒇]{1,2}(?:回目)? 代理 リモート オンライン [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?".split(),
            r"(?:開会|閉会)?の?(?:[^（()）\s]{0,4}長)?(?:の?(?:ご|御)?挨拶|の?(?:ご)?あいさつ)",
        )
        + r"[）)]$",
        # 「早川議員（みどりの会）」
        r"(?<=議員)[（(](?:無所属|[^（()）]{0,14}[会団党派]|[^（()）]{0,14}(?:クラブ|フォーラム|ネット|維新))[）)]$",
    )
)


_ASCENDS = re.compile(r"(?<=[^（(\s])\s*[・、,]\s*(?:登壇|自席|質問席|答弁席)(?=[)）]$)")
"""市長（川辺守・登壇）: whence he speaks, behind the name in its bracket."""


_OF_THOSE = re.compile(r"(?<=[者民])の(?=[一-鿿々]{2,5}(?:さん|氏)$)")
"""請願者の早川さん: one of those who …."""


def without_note(label: str) -> str:
    """若松（再） without what says which time the speaker has the floor; 請願者　早川さん for 請願者の早川さん."""
    label = _OF_THOSE.sub("\u3000", _ASCENDS.sub("", label))
    while (shorter := _NOTE.sub("", label)) != label:
        label = shorter
    return label


def has_note(label: str) -> bool:
    """中田議員（質問者席へ）: what stands in the bracket is no name."""
    return _NOTE.search(label) is not None
