"""What officials humbly say that they did: 「お渡ししております」「回らせていただきました」 are their own acts, whatever the verb."""

from __future__ import annotations

import re

from chat.commitments.state_words import NO_ACT, STATE_NOUN
from corpus.patterns import any_of

_GIVES = re.compile(
    r"お(?:[一-鿿]|[ぁ-ん]{1,2}(?=[一-鿿いきぎしちにびみりえけげせてねべめれ]))(?:[一-鿿ぁ-ん]?[いきぎちにびみりえけげせてねべめれ]|し)?し$(?<!お答えし)(?<!お話し)(?<!お話しし)(?<!お伝えし)(?<!お知らせし)(?<!お示しし)(?<!お見せし)(?<!お聞きし)(?<!お伺いし)(?<!お願いし)(?<!お諮りし)(?<!お載せし)(?<!おわびし)(?<!お詫びし)(?<!お待ちし)(?<!お断りし)(?<!おかけし)(?<!お見かけし)(?<!お尋ねし)(?<!お呼びし)(?<!お祈りし)(?<!お察しし)"
)
"""「民生委員さんにお渡ししている」: what one humbly does for others is one's own act."""

_HUMBLY = re.compile(
    r"(?:さ|[かがたばまらわ])せて(?:は|も)?(?:いただ|頂)(?:いて(?:は)?(?:い|お|ござい)|き(?:ました|まして)|いた)"
)

_HUMBLE_ACT = re.compile(r"(?:回っ|出向い|訪ね|うたっ|使っ|借り|走らせ|(?:を|も|で|は)[^、]{0,8}決め)$")
"""Verbs that tell a deed where one humbly tells of oneself: 近くのお宅を回らせていただきました."""

_BEFORE_US = re.compile(
    any_of(
        # 「手元に配付させ」
        r"(?:手元|机上|席上|本日)[、,]?[^、]{0,20}(?:[とや][、,][^、]{0,14})?(?:配[りっ付布]|用意)(?:を?し|いたし)?(?:させ)?$",
        # 「別紙に載せさせ」
        r"(?:資料|参考|別紙|備考|(?<![報紙]の)[0-9]ページ|欄|一覧|図)"
        r"(?:で|に|として|まで(?:に)?|の(?:ほう|方|中|とおり)(?:に|で)?)[^、]{0,16}"
        r"(?:載せ|掲載|記載|表記|記入|示し|入れ|書[いか]|[つ付]け|挙げ|添付)(?:をし|し|いたし)?(?:させ)?$",
        # 「資料をご用意し」
        r"資料(?:等|など)?(?:を|も|は)[ごお御]?用意(?:を)?(?:し|いたし|させ)$",
        # 「こちらに、内訳を掲載し」
        r"(?:ここ|こちら)に[、,]?[^、]{0,40}(?:載せ|掲載(?:し|を)|記載(?:し|を))[し]?$",
        # 「計画から一部を抜粋し」「予算案を提案し」
        r"を[^、を]{0,8}抜粋(?:を)?(?:し|いたし)$",
        r"(?:議案|予算案?|条例案?|案件)(?:等|など)?を[ごお御]提案(?:を)?(?:し|いたし)$",
    )
)
"""What the papers before those who listen hold: 「参考として付けさせていただきました」."""


def _does(found: re.Match[str] | None) -> bool:
    """Whether the noun before する is none of those that are known as states."""
    noun = found["noun"] if found else ""
    plain = found and found["mark"] in (None, "を", "も", "は") and not found["verb"].startswith("と")
    return bool(plain and re.search(r"[一-鿿]{2}(?<!議論)(?<!検討)(?<!協議)(?<!研究)$", noun)) and not (
        NO_ACT.search(noun) or STATE_NOUN.search(noun)
    )


def before_us(stem: str) -> bool:
    """Whether the stem, with the sentence before it, tells what the papers before those who listen hold."""
    return bool(_BEFORE_US.search(stem))


def humbly_done(core: str, before: str, stem: str, found: re.Match[str] | None) -> bool:
    """Whether the clause, which is not to come, humbly tells a deed.

    Args:
        core: the bare clause.
        before: the rest of the sentence before it.
        stem: the clause without its ending.
        found: the noun before する in it.
    """
    if _GIVES.search(re.sub("をし$", "し", stem)) and not _BEFORE_US.search(before[-30:] + stem):
        return True
    return bool(_HUMBLY.search(core) and (_HUMBLE_ACT.search(stem) or _does(found)))
