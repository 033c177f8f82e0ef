"""The body (会議体) that met, and its kind, from the title and header of minutes; its session: `sessions`.

A plenary is the council itself (調布市議会); a council's committee carries the council's name in front
(仙台市議会ＤＸ推進調査特別委員会); an advisory body its own full name (金沢市行政改革推進委員会).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.eras import fold
from corpus.patterns import KANJI_NUMERAL, NUMERAL, any_of
from corpus.register import register
from corpus.types import Municipality
from ingest.header.sessions import SESSION

_KIND = any_of(
    # councils' committees and bodies of advice: 委員会, 審議会, 懇話会
    *r"委員会議 委員会 審議会 協議会 懇談会 懇話会 検討会議? 審査会".split(),
    # parts and working bodies: 部会, 推進本部, 有識者会議
    *r"調査会 部会 分科会 本部会議 推進会議 推進本部 連絡会議? 評議会 策定会議 有識者会議 専門家会議 運営会議".split(),
    # meetings with citizens and others: 説明会, 市民会議, 総合教育会議
    *r"研究会 推進フォーラム(?=\s|会議) 報告会 説明会 意見交換会 ワーキンググループ ワークショップ 実行委員会 市民会議".split(),
    *r"円卓会議 総合教育会議 経営会議 記者会見 (?<=[一-鿿ぁ-んァ-ヶー])[をと](?:語る|語り合う|話す|話し合う|語ろう|考える)(?:会|集い|つどい) 座談会 タウンミーティング".split(),
    # councils, of a union of towns too: 組合議会, 議会, not 議会運営…
    *r"教育委員会会議 組合議会 広域連合議会".split(),
    r"議会(?!運営|改革|広報|活性化|報告会|局|事務局|と[語話])",
    r"会議",
)
_NO_BODY = "(?!室|(?<!(?:教育|推進|策定|交通|識者)会議)録|事|場|規則|条例|名|員|日|時|方式)"
"""会議室, 委員会規則: a word that goes on; 総合教育会議録 is the record of one."""
_BODY = re.compile(
    # 「石浜市環境審議会」
    rf"[^\s　、。，,「」『』（()）【】〔〕\[\]:：|｜／/…~〜～※＊*○◯〇●■□◆★☆<>《》]{{0,40}}?{_KIND}{_NO_BODY}"
    # 「推進会議」, not 「会議資料」
    r"(?:(?<!会議)|(?!資料|概要|結果|次第|・))"
    # 「委員会第一部会」「委員会理事会」
    rf"(?:[^\s　、。，,（()）:：]{{0,20}}?(?:{_KIND}|(?<=委員会)理事会)(?!室|録|記録|事|場|資料|概要|結果|次第))?"
    r"(?:(?<=委員会)理事会)?"
)
_PLENARY = re.compile(
    any_of(
        # 「第3回定例会」「本会議」「一般質問」
        *r"定例会 臨時会 定例議会 定例市議会 定例町議会 定例村議会 臨時議会 本会議 一般質問 代表質問".split(),
        # 「町議会」, not 「町議会議員）」
        r"会議録検索",
        r"[市町村区県都府道]議会(?!議員[）)])",
        # 「出席議員」「議会会議録」「市会」, not 「審議会会議録」
        *r"出席議員 委員外議員 (?<![審協評])議会(?:議事録|会議録) 市会(?!計|社|議?員|場|館|長)".split(),
    )
)
_COUNCIL_COMMITTEE = re.compile(
    any_of(
        # 「予算特別委員会」「議会運営委員会」
        *r"特別 常任 議会運営 予算 決算 予算決算".split(),
        # by their matter: 「総務文教常任委員会」「まちづくり委員会」
        *r"総務 文教 厚生 民生 建設 経済 産業 環境 福祉 教育 企画 都市 土木 交通 水道 観光 保健 生活 文化 まちづくり 広報".split(),
        *r"議会改革 財政 警察 農林 農政 林務 県土 水産 商工 労働 くらし 子育て こども 病院 区民 市民 町民 県民 都民 総合 行財政".split(),
        *r"震災 防災 災害 議員".split(),
    )
    + r"\S{0,14}(?:常任|特別)?委員会(?:\S{0,10}分科会|理事会)?$"
)
_COMMISSIONS = ("教育委員会", "農業委員会", "選挙管理委員会", "監査委員会")
"""Commissions of the executive (地方自治法 第180条の5): no committee of the council bears their bare name."""
_STANDING = re.compile(
    any_of(
        *r"総務 文教 厚生 建設 民生 産業 経済 福祉 区民 市民 町民 企画 環境 文化 教育 都市 土木 議会運営 予算 決算 財政 こども".split(),
        *r"子ども 保健 衛生 観光 農林 農政 林務 県土整備 水産 商工 (?<=.)地域振興".split(),
    )
    + r"{1,4}(?:常任|特別)?委員会"
)
_COUNTED = re.compile(r"(?:^|\s)[0-9]{1,2}[,，]\s*$")
"""1,地域協議会の役割: an item, whatever body it is of."""
_NOT_BODY = re.compile(
    any_of(
        # 「本日の会議」「９月会議」「開かれた市議会」
        *r"本日の会議 月(?:会議|議会)$ ^開かれた[市町村区県]?議会".split(),
        # a bare word for it: 「本委員会」「各部会」「前回の会議」
        r"^(?:本|当|同|各|この|その|前回の?|次回の?|今回の?|全員協議会以外|委員会|審議会|協議会|部会|分科会|会議|議会|上記)$",
        # kinds of bodies, which a way to the page names: 「審議会・研究会等」
        r"^(?:委員会|審議会|協議会|研究会|検討会|懇談会|部会|会議)(?:[・／/、](?:委員会|審議会|協議会|研究会|検討会|懇談会|部会|会議))+$",
        # 「防災に関する会議」, but 「防災に関する特別委員会」 is a name
        r"に関する(?!"
        + any_of(
            r"\S{0,8}特別委員会",
            r"(?:検討|調査|審議|懇談|推進|専門|特別|[市町村区住県]民)?(?:審議会|協議会|懇談会|検討会|委員会|有識者会議|調査会|部会|説明会|意見交換会)$",
        )
        + r")",
        # 「今年度の会議」「備蓄についての会議」, but 「活性化のための申合せ見直し特別委員会」
        *r"^(?:今|本|来|次|昨|前)年度の について における のため(?!の\S{1,14}特別委員会$)".split(),
        # how one takes part: 「オンライン会議」「対面会議」
        *r"傍聴 リモート オンライン ウェブ Web ＷＥＢ WEB テレビ会議 対面".split(),
        # 「本会議」「第３部会」「出席委員会」
        r"本会議$",
        # 「定-20240912-000021-農政常任委員会」, as a system counts its records
        r"\d{6}",
        rf"^第\s*{NUMERAL}+\s*(?:部会|分科会)$",
        r"^[出欠]席",
    )
)
_CLAUSE = re.compile(
    any_of(
        # 「公募などによる会議」
        *r"(?<=\S)から など により による".split(),
        # 「構成した実行委員会」
        *r"(?<!あ)した して (?<!に[関対])する され という である".split(),
        # 「や市民の会議」「市民が集う会議」
        r"^[やがをはへもとでに](?=[一-鿿ァ-ヶ])",
        r"(?<=[一-鿿ァ-ヶー])[やがはへも](?=[一-鿿ァ-ヶ])",
        # 「問題点を委員会（で質しました）」
        r"[をがは](?:委員会|審議会|協議会|部会|議会|会議)$",
    )
)
"""市や経済団体などで構成した実行委員会: words of a sentence; を and と stand in names too (くらしを考える会議, 市民と議会の懇談会)."""
_UNION = re.compile(
    r"[^\s、。（）()\d年月回]{2,30}(?:広域連合|組合|企業団)"
    r"(?:議会(?=[\s第]|定例|臨時|会議録|議事録|$)|(?=(?:第\d{1,3}回)?(?:定例|臨時)会))"
)
_COUNCIL_NAME = re.compile(r"(?!本|当|各|同|我が|わが|他)(?!.*(?:定例|臨時))\S{1,8}[市町村区]議会")
_SHIKAI = re.compile(r"市会(?!計|社|議?員|場|館|長|議)")
_COUNTED_WITHIN = re.compile(rf"(?<=[^\s年度])[（(]第\s*\d{{1,3}}\s*回[)）](?={_KIND})")
"""総合計画（第4回）審議会: the count of the meeting amid the body's name."""
_ORDINAL = re.compile(
    r"第\s*[0-9一二三四五六七八九十百]+\s*[回号期]|[（(][^)）]{0,100}[)）]|[0-9]{1,2}月(?=定例|臨時)"
)
ORDINAL_MAX = 8
"""Characters between a body and its part at most: （第12回）."""
_DOCUMENT = re.compile(
    r"(?:会\s*議\s*録|議\s*事\s*録|会議概要|議事要旨|議事概要|会議要旨|会議の結果|会議結果|要点記録|発言記録|開催結果|速記録|摘録)$"
)


_DAY_BEHIND = re.compile(r"(?<=録)\s+(?:平成|令和|昭和)[^。、]{2,10}日(?:[（(][^（()）]{1,4}[)）])?$")
"""議会運営委員会会議録　平成24年10月２日."""


_NOT_ITS_OWN = tuple(
    re.compile(form)
    for form in (
        r"(?:^|(?<=[市町村区県都府道]))(?:定例|臨時)(?=教育委員会|農業委員会)",
        r"^\d{1,2}日(?!本)",
        r"^回(?=[^\s回]{1,8}[市町村区県])",  # the end of 第1回, in a title set twice
        r"^前の(?=記者会見)",  # 9月定例会前の記者会見
        r"^[\d.．\-\s○◯〇◎●■◆*#<>/・]+",
        rf"^(?:(?:(?:平成|令和|昭和)\s*(?:元|\d{{1,2}}|{KANJI_NUMERAL}{{1,3}})\s*年度?|ただいまから|ただ今から|これより|それでは|本日は|年度?|開催日?|会議名|名称|件名|議題|資料|別紙|平成|令和|文書閲覧)\s*)+",
    )
)
"""What stands before a name and is no part of it, taken off in this order."""
_DAY_BEFORE = (
    re.compile(r"^(?:(?:元|\d{1,2})年度?)?(?:\d{1,2})?月(?:\d{1,2}日)?(?!会議|議会|定例|臨時)"),
    re.compile(r"^\d{1,2}日(?!本)"),
)
"""平成28年6月7日議会広報委員会: month and day."""


def _without_lead(name: str, dated: bool) -> str:
    """A name without what stands before it; `dated`: that this may be a month."""
    for form in (*_NOT_ITS_OWN, *(_DAY_BEFORE if dated else ())):
        name = form.sub("", name)
    return name


def names_of_bodies(text: str) -> list[str]:
    """Names of bodies in a title or header line, session and document kind taken off: what precedes counts with the name."""
    text = _COUNTED_WITHIN.sub("", text)
    folded = fold(text)
    blanked = SESSION.sub(lambda m: " " * len(m[0]), folded)
    blanked = _ORDINAL.sub(lambda m: " " * len(m[0]), blanked)
    out: list[str] = []
    end = -9
    for match in _BODY.finditer(blanked):
        if _COUNTED.search(blanked[: match.start()]):
            continue
        name = text[match.start() : match.end()].strip()
        if blanked[: match.start()].endswith(" ") and folded[: match.start()].endswith("回"):
            name = re.sub(r"^(?:臨時|定例)(?=\S{4,})", "", name)  # 第10回臨時○○協議会
        # ３月22日…; a name that begins so itself (月形町) has no number before it
        dated = text[match.start()] != "月" or folded[: match.start()].rstrip()[-1:].isdigit()
        name = _without_lead(name, dated)
        if (
            out
            and not blanked[end : match.start()].strip()
            and match.start() - end <= ORDINAL_MAX
            and re.search(r"(?:部会|分科会|小委員会)$", name)
            and not is_assembly(out[-1])
        ):
            out[-1] += name  # ○○審議会 第2部会, ○○審議会第84回企画部会
        elif len(name) > 2 and not (_NOT_BODY.search(name) or _SECOND.match(name) or is_clause(name)):
            out.append(name)
        end = match.end()
    return out


_SECOND = re.compile(r"[併兼](?![設六])")
"""併選挙管理委員会事務局長: the second office of somebody in a roster."""


def is_clause(name: str) -> bool:
    """Whether what ends like a body's name is part of a sentence."""
    return _CLAUSE.search(name) is not None


def is_assembly(name: str) -> bool:
    """Whether a name is that of a council itself (調布市議会, not 審議会 or 協議会)."""
    return re.search(r"(?<![審協評])議会$", name) is not None


def full_name(
    names: Sequence[str], town: Municipality | None, council: bool, head: str = "", every: bool = False
) -> str:
    """The body's full name of the candidates found (best first); the council itself where only a session is named.

    `every`: the source holds nothing but a council's minutes, so each committee in it is the council's.
    Some cities call their council 市会 (京都市会, 神戸市会); `head`, the header's text, tells. Of a town that the register does
    not have (most often one that was merged: 大宮市議会) the council's name is as it is printed.
    """
    place = town.name if town else ""
    if town:
        city = place.endswith("市") and _SHIKAI.search(head) and place + "議会" not in head
        assembly = place + ("会" if city else "議会")
    else:
        assembly = next(filter(_of_unknown_town, names), "")
    for name in names:
        if name in (assembly, place + "議会"):
            continue
        # 地方独立行政法人○○市立病院評価委員会
        if place and (name.startswith(place) or (place in name and not is_assembly(name))):
            return name
        if is_assembly(name):
            continue
        if re.match(r"議会(?!運営|改革|広報|活性化|報告|と)", name):
            name = name.removeprefix("議会")
        own = _COUNCIL_COMMITTEE.search(name) or (every and name.endswith("委員会"))
        standing = re.search(r"(?:常任委員会|^議会運営委員会|(?:調査|審査|対策|予算|決算)特別委員会)$", name)
        if assembly and (council or standing) and own and name not in _COMMISSIONS:
            return assembly + name
        if place and name.startswith(place[-1] + "長"):
            return place + name[1:]  # 市長定例記者会見
        return (
            place + name
            if town and not re.match(r"^\S{1,6}(?:[都府県市区町村]|(?<![水鉄街])道)", name)
            else name
        )
    return assembly if council else next((n for n in names if is_assembly(n)), "")


def _of_unknown_town(name: str) -> bool:
    return _COUNCIL_NAME.fullmatch(name) is not None and not register().find_names(name)


def union_of(title: str) -> str:
    """上伊那南部広域連合議会, also of 上伊那南部広域連合定例会: the council of a union of towns that a title names; "" where it names none."""
    found = _UNION.search(title)
    dated = found is not None and found[0][0] == "日" and title[: found.start()][-1:].isdigit()
    return found[0][dated:].removesuffix("議会") + "議会" if found else ""


def is_council(text: str) -> bool:
    """Whether a header speaks of the council (議会) rather than of a body of the executive."""
    return _PLENARY.search(fold(text)) is not None


def is_minutes_title(line: str) -> bool:
    """Whether a line ends as the title of a record does: … 会議録, … 会議概要, … 議事要旨."""
    bare = _DAY_BEHIND.sub("", line)
    bare = re.sub(r"\s+|[（(][^)）]{0,100}[)）]$|第[\d一二三四五六七八九十百]{1,4}号$", "", bare)
    match = _DOCUMENT.search(bare)
    return match is not None and match.start() >= 3 and not bare.startswith("※") and bare != "委員会会議録"


def is_standing(name: str) -> bool:
    """総務委員会: the bare name of a committee that none but a council has."""
    return _STANDING.fullmatch(name) is not None and name not in _COMMISSIONS
