"""Whether a municipality's name in running text stands by itself, or is a piece of a longer word or proper name.

東村山駅, 中央市場, 環境町づくり, 北海道新幹線 name no municipality; 調布市役所, 津市民, 横浜市立大学 do.
"""

from __future__ import annotations

import re

from corpus.patterns import any_of

_NOT_AFTER = {
    "市": ("場", "販", "況", "松", "川委", "川議", "川氏"),
    "区": ("域", "間", "分", "画", "別"),
    "町": ("内会", "並み", "づくり", "会"),
    "村": ("長会",),
    "都": ("心", "市大", "市計", "市圏", "市高速", "市機構"),
}
"""What follows where the suffix belongs to another word: 中央市場 is no 中央市, 中央区間 no 中央区, 東京都心 no 東京都."""

_HEADS = re.compile(
    any_of(
        # 「石浜駅」「石浜線」, not 「石浜線引き」
        *r"[一-鿿]?駅 (?:本|支|新)?線(?![引上下路]) 新幹線 [山川港城](?![一-鿿])".split(),
        r"(?:空港|大学|短期大学|高校|高等学校)(?:前|病院|駅)?(?![一-鿿])",
        *"銀行 新聞 放送 電力 鉄道 旅客鉄道 大橋 街道".split(),
        # 「石浜通り」, not 「石浜通りです」
        *r"通り(?![一-鿿ぁ-ゖ]?(?:です|ます)) 温泉 インター ダム(?![ァ-ヺー])".split(),
    )
)
"""What makes a name right before it part of a proper name of its own: 小川町駅, 北海道新幹線, 朝日町通り. The name of a station
or a line says nothing of which town is meant; most lie in another one."""

_ORDINARY = {"中央": "民街"}
"""Stems that are ordinary words, with what makes 中央市民病院 and 中央市街地 of them."""

_KANJI = re.compile(r"[一-鿿々〆ヶ]")


def stands_alone(text: str, start: int, end: int, adjoins: bool) -> bool:
    """Whether `text[start:end]`, a name with its suffix, is meant.

    Args:
        text: folded.
        start: where the name begins.
        end: where it ends.
        adjoins: whether another municipality's name ends right before it (東京都北区).
    """
    name, after = text[start:end], text[end : end + 12]
    if after.startswith(_NOT_AFTER.get(name[-1], ())) or _HEADS.match(after):
        return False
    if after[:1] and after[0] in _ORDINARY.get(name[:-1], ""):
        return False
    if end - start > 2 or start == 0 or not _KANJI.match(text[start - 1]):
        return True
    return adjoins or text[start - 1] in "郡県府都道回度"
