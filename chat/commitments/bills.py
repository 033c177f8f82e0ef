"""What officials say that a bill or a budget will bring: 「手数料の額を三百円に改めるものです」."""

from __future__ import annotations

import re

from chat.commitments.acts import SAID_HERE
from chat.commitments.state_words import NO_ACT
from corpus.patterns import FOLDED_NUMERAL, IS, any_of

_ENACTS = re.compile(
    any_of(
        any_of(
            # 「条文を整備するものです」「額を改めるものです」
            r"(?:条文|規定|条項)を(?:整備|追加|削除)する",
            *r"位置を規定する 改める 加える 施行する 廃止する 引き?上げる 引き?下げる".split(),
            r"(?<!一部を)(?:改定|改正|変更|廃止|減額|増額|値上げ|値下げ|統合|延長)(?:を)?(?:する|行う)",
        )
        + rf"もの{IS}",
        # 「整備に取り組むものです」
        rf"(?:^|[にを、,])取り?組むもの{IS}",
        # 「令和8年4月1日から施行します」
        r"日(?:から|より)(?:の)?施行(?:(?:と(?:なり|し|いたし)|し|いたし)ます|です|であります|でございます)",
    )
)
"""「手数料の額を300円に改めるものです」 tells what a bill will bring."""


READ_OUT = re.compile(rf"次のように改正する|次の{FOLDED_NUMERAL}{{0,3}}[条項号]を加える")
"""The text of a bill, read out."""


_CLOSING = re.compile(
    r"^(?:なお|また)?[、,]?\s*(?:この|本)(?:条例|規則)は[、,][^、,]*から施行する"
    r"|契約金額[^。]*(?:増額|減額|変更|追加)(?:を)?する"
)
"""「なお、この条例は、四月一日から施行するものであります」, and what a contract will cost: no more is promised by them."""

_SCHEME = re.compile(r"制度(?:というの)?は[、,]")
"""「今回の制度は、…機能を加えるものです」 says what a scheme is."""


def enacts(clause: str, before: str, said: str) -> bool:
    """Whether the clause, the main one of its sentence, tells what will be done once the bill before the council passes.

    The bill's own formula (本条例の一部を改正するもの) promises nothing.

    Args:
        clause: as in `kind_of`.
        before: the rest of the sentence before it.
        said: what was said right before the sentence: money or a bill may be named there.
    """
    changes = (
        _ENACTS.search(clause)
        and not _SCHEME.search(before + clause)
        and not _CLOSING.search(before + clause)
    )
    return bool(changes or _carries_out(clause, before, said))


_CARRIES_OUT = re.compile(
    r"(?P<noun>[一-鿿ァ-ヶー]{2,}|[一-鿿]の(?:拡充|充実|整備))(?:等|など)?(?:を)?(?:する|図る|行う|進める|設ける|行おうとする|しようとする)(?:という)?(?:もの|ところ)(?:です|であります|でございます|であり|で)?[、。 ]*$"
)
_DEFINES = re.compile(
    any_of(
        any_of(
            # 「この制度は、」
            *r"制度 事業 基金 法 条例 計画 要綱 規則 規定 議案 本案 案 予算 補正 会計 組織 機関 団体 協議会 委員会 組合 取組 取り組み".split(),
            *r"項目 活動 装置 施設 サービス".split(),
        )
        + r"(?:につきまして|で)?(?:は|とは|も)[、,]?",
        # 「一部を改正し」「総額」
        *r"一部を(?:改正|改め|変更) 総額".split(),
        # 「本件の内容は、」, not 「令和7年度は、」
        r"^[^、,]{1,20}(?<![て回で])(?<!年度)(?<!年度につきまして)(?<!年度において)(?<!増額)(?<!計上)(?<!本工事)(?<!本件)は[、,]",
        # 「国の」「県が」, not 「国の補助」
        r"(?:国|県|都|道)(?:が|の(?!補助|交付|負担))",
        # 「…するものは」
        *r"ものは のは とは".split(),
    )
)
"""What a scheme is, what a bill amends by its formula, what others do."""


_THIS_TIME = re.compile(r"^\s*(?:今回|このたび)の(?:補正予算|補正|改正|変更)(?:は|につきましては)[、,]")
_SUMS = re.compile(r"評価|増額|減額|追加|補正|改正|提出|報告|提案")


_ASKED_FOR = re.compile(
    any_of(
        # 「財産の取得」「工事の概要」「4月1日」
        *r"財産の取得 買入れ 仕様 工事 (?:事業|工事)の?(?:概要|内容|目的) 目的として 新たに 年度".split(),
        rf"{FOLDED_NUMERAL}月{FOLDED_NUMERAL}{{1,3}}日",
        # 「補正予算」「本案」「このたび」
        *r"補正 予算 増額 計上 条例 議案 本案 今回 このたび 改正".split(),
        # 「三億円」「補修費」「使用料」「負担金」
        r"[0-9一二三四五六七八九十百千〇][0-9一二三四五六七八九十百千万億,〇]*円",
        *r"[一-鿿](?<!消)費(?![用者税]) (?:委託|使用)料 (?:負担|補助|交付|助成)金".split(),
    )
)
"""Money or a bill that the council is asked for; without it, 「高齢者の世帯を訪問するものです」 says what a thing is."""

_DOER = re.compile(
    r"(?:^|[、,をに]|(?<=[はで]))(?:この|その|当該)?[一-鿿ァ-ヶー々]{2,12}(?<![市町村区課部局])(?:等|など|の方々?|の皆さん)?が(?!でき)(?=[^、,]*を|[^、,]*$)(?![^、,]*(?:から|(?<!も)ので|ため|[るたうくすい][一-鿿ァ-ヶー]+を))"
)
"""Somebody else who acts, or a thing that does: 「民間の団体が開催するもの」."""


def _carries_out(clause: str, before: str, said: str) -> bool:
    """「独自の商品券を印刷し、配付するものでございます」 tells what will be done with the money asked for."""
    found = _CARRIES_OUT.search(clause, max(0, len(clause) - 60))
    return bool(
        found
        and not NO_ACT.search(found["noun"])
        and _ASKED_FOR.search(said + before + clause)
        and not _DOER.search(before + clause)
        and re.search("を", before[-60:] + clause)
        and not _DEFINES.search(_THIS_TIME.sub("", before + clause))
        and not _SUMS.search(found["noun"])
        and not SAID_HERE.search(found["noun"])
    )
