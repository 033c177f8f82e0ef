"""How council replies are worded: fillers, conclusions, refusals to say, lists; and what kinds of thing a sentence holds.

The rules come from how replies are given in general (挨拶, 復唱, 結び) and name no town, topic or document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from retriever.question import Kind

FILLER = re.compile(
    r"^(?:(?:まず|次に|続いて|続きまして|最後に|初めに|はじめに|あわせて|また|それでは|では|以上)?[、，]?)?"
    r"[^。]{0,80}?(?:お答え(?:を)?(?:し|いたし|申し上げ)(?:ます|たい|させて)|御答弁(?:を)?(?:申し上げ|いたし)|ご?答弁(?:を)?(?:申し上げ|いたし)|"
    r"ついて(?:のお尋ね|の御質問|のご質問|の質問)?(?:です|でございます|であります|でありますが)|お話(?:を)?させていただきたいと思います|"
    r"(?:に関する|について(?:の)?|に係る)(?:御|ご)?(?:質問|質疑|お尋ね|指摘)(?:で(?:す|した|ございま(?:す|した)|ありま(?:す|した))|(?:を|が)(?:いただきました|ございました|ありました))|"
    r"(?:御質問|ご質問|御意見|ご意見|御説明|ご説明)(?:を)?(?:いただ|頂|あり)[^。]{0,12}(?:ありがとう|感謝)|させていただきたいと思います)[^。]{0,4}[。．]?$|"
    r"^(?:以上(?:で(?:す|あります|ございます))?|はい|ありがとうございま(?:す|した)|よろしくお願い[^。]{0,12}|私(?:の方)?からは以上[^。]{0,8})[。．]?$|"
    r"^[^。]{0,60}に関して[。．]$|"
    r"^(?:まず|次に|続いて|続きまして|最後に|初めに|はじめに)(?:は)?[、，]?[^。、0-9]{1,20}(?:です|でございます|であります)[。．]?$|"
    r"^(?:日程)?第[0-9一二三四五六七八九十]+[、，]?(?:日程|議案|報告|陳情|請願|発議|同意|諮問|認定|承認|意見書案)[^。]{0,120}(?:について|の件|制定|設置|変更|改正|条例|予算|決算|買入れ|契約|意見書)(?:日程第[^。]*)?$"
)
"""Sentences that carry no answer: repeating what was asked, thanking, closing."""

CONCLUSION = re.compile(
    r"(?:まいります|参ります|まいりたい|参りたい|いきます|いきたい|いく(?:予定|方針|考え|こと)|予定(?:です|であります|でございます|して|である)|"
    r"考えて(?:おります|います|いる|おる)|検討(?:し|を|して|中|の上)|研究(?:し|を|して)|努め(?:て|ます|る)|進め(?:て|ます|る)|取り組(?:んで|みます|む)|"
    r"こととして(?:おります|います|いる|おる)|しました|いたしました|したところ(?:です|であります|である)|ているところ(?:です|であります|である|でございます))"
)
"""Endings by which a reply says what is done or will be done."""

NOT_GIVEN = re.compile(
    r"不明(?:で|な|と|。)|(?:手元|手持ち)に(?:は)?(?:[^。]{0,12})(?:ない|無い|ございません|ありません|持って)|"
    r"(?:把握|集計|算出|試算|公表|公開|統計|記録|区分|調査|想定|確認|設定|実施)(?:は)?(?:を)?(?:して|できて|いたして)(?:は)?(?:い(?:ない|ません)|おりません|おらず|いなかった)|"
    r"持ち合わせて(?:い(?:ない|ません)|おりません|おらず)|(?:データ|資料|数字|統計|記録|情報)(?:は|が|も)(?:[^。]{0,10})(?:ない|無い|ございません|ありません)|"
    r"(?:お答え|回答|答弁|申し上げること|お示し|オープンに)(?:は|が|を)?(?:でき(?:ない|ません|かね)|差し控え|しかね|することはでき)|"
    r"(?:差し控え(?:させて|たい|ます)|言えない|申し上げられ(?:ない|ません)|わか(?:らない|りません)|分か(?:らない|りません)|"
    r"未定|決まって(?:い(?:ない|ません)|おりません)|これから(?:の)?(?:検討|決め)|答えられ(?:ない|ません))"
)
"""Words by which the record itself says that something is not given, not known or not decided."""

LIST_LEAD = re.compile(r"(?:次|以下|下記)の(?:よう|とおり|通り|もの|こと|対策|取組|点|項目|[^。]{1,10}を)")
"""A sentence that announces a list; the list belongs to it."""

LIST_ITEM = re.compile(
    r"^(?:[・○●■◆◇□▪︎•\-－‐*＊]|[①-⑳]|[（(][0-9０-９一二三四五六七八九十アイウエオァ-ン]{1,3}[)）]|[0-9０-９]{1,2}[.．、)）])"
)

LEANS_BACK = re.compile(
    r"^(?:これ|それ|その|この|そこ|そう|こう|同(?:会議|計画|事業|制度|組織|課|市|システム|施設|協議会|委員会|条例)|こちら|そちら|ここ|また、(?:これ|それ|その|この)|"
    r"ただし|ただ、|しかし|一方|具体的に|例えば|たとえば|なお|なぜなら|というのも|というのは|このため|そのため|したがって|よって|従って)"
)
"""A sentence that is understood only with the one before it."""

_NUM = r"[0-9][0-9,.]*|[一二三四五六七八九十百千]{1,6}|数(?:十|百|千|万)?"
_UNIT_NUMBER = re.compile(
    rf"(?:約|およそ|延べ|計|合計)?(?:{_NUM})(?:余り)?(?:万|億|千)?(?:[0-9]+)?"
    r"(?P<unit>人|名|件|枚|台|回|か所|箇所|カ所|ヶ所|ヵ所|個|校|世帯|社|団体|種類|種|戸|棟|冊|本|自治体|市町村|市|町|村|区|年間|年|か月|カ月|ヶ月|時間|分|"
    r"項目|つ|ポイント|点|床|ヘクタール|平方メートル|キロ|トン|km|m|ha|ページ|業務|事業|施設|チーム|グループ|班|部|課|人日|倍|歳|階|基|隻|頭|匹|羽|食|席|室|路線|便|店舗|店|法人|組織|分野|ジャンル|職種|者)"
)
_QUANTITY = re.compile(
    rf"{_UNIT_NUMBER.pattern}|(?<![第号条項])[0-9][0-9,.]*(?:万|億|兆|千)*[0-9]*(?![0-9,.]|年|月|日|時|号|条|番|節|章|ページ|頁|ペイジ)[ァ-ヶー一-龥A-Za-z%‰㎡㎞㎏]|"
    r"半額|半数|半分|半減|倍増|全額|皆無|ゼロ"
)
"""A number with any unit after it (3万3000ビュー), dates and numbers of articles aside, or a quantity in a word (半額)."""
_MONEY = re.compile(
    rf"(?:{_NUM})(?:兆|億|万|千|百)*(?:[0-9,]*)(?:万|千)?円|(?:数(?:十|百|千)?(?:万|億|千万|百万)(?:円)?程度)|[0-9,]+万円|無料|無償|全額|半額"
)
_SHARE = re.compile(
    r"[0-9][0-9.,]*\s*(?:%|パーセント|割|ポイント)|[一二三四五六七八九]割|半数|半分|過半|大半|[0-9]+分の[0-9]+"
)
_DATE = re.compile(
    r"(?:令和|平成|昭和)\s*(?:[0-9]+|元)\s*年(?:度)?(?:\s*[0-9]{1,2}\s*月)?|(?:19|20)[0-9]{2}\s*年(?:度)?|[0-9]{1,2}\s*月(?:\s*[0-9]{1,2}\s*日|中|上旬|中旬|下旬|末|頃|ごろ|から|より|に|以降)?|"
    r"(?:昨|今|来|翌|前|本|一昨|再来)(?:年度|年|月|週)|[0-9]+\s*年度|(?:今|次|来)(?:回|期)(?:の[^、。]{1,8})?|年度(?:内|末|中|当初)|(?:春|夏|秋|冬)(?:頃|ごろ)?に|[0-9]+\s*年(?:間|後|前)"
)
_PERSON = re.compile(
    r"[一-龥ァ-ヶー]{1,14}(?:課|局|部|室|係|センター|本部|委員会|協議会|チーム|市長|部長|局長|課長|責任者|担当|班|機関|団体|事務所|公社|大学|学校)"
)
_NAME = re.compile(
    r"「[^」]{2,40}」|『[^』]{2,40}』|[ァ-ヶー]{4,}|[一-龥ァ-ヶーA-Za-z]{2,}(?:課|局|部|室|センター|本部|委員会|協議会|計画|条例|制度|事業|システム|推進員|ネットワーク|隊|条約|方針)"
)
_REASON = re.compile(
    r"ため|から(?:です|である|だ|、)|理由|ことにより|によって|背景|ので|ことから|により|せい|踏まえ"
)
_LISTING = re.compile(r"、[^、]{1,40}、|や[^、]{1,30}など|(?:及び|並びに|・[^・]{1,20}・)|など|等")

_PATTERNS = {
    Kind.NUMBER: _QUANTITY,
    Kind.MONEY: _MONEY,
    Kind.SHARE: _SHARE,
    Kind.DATE: _DATE,
    Kind.PERSON: _PERSON,
    Kind.NAME: _NAME,
    Kind.REASON: _REASON,
    Kind.LIST: _LISTING,
}


def plain(text: str) -> str:
    """NFKC without white space: what patterns are matched against; the only liberty in looking for a quotation."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def holds(kind: Kind, text: str) -> bool:
    """True where `text` (see `plain`) holds something of that kind; always for yes-or-no questions."""
    pattern = _PATTERNS.get(kind)
    return pattern is None or bool(pattern.search(text))


_ASKED_UNIT = re.compile(
    r"何[十百千万億]*(人|名|件|枚|台|回|か所|箇所|個|校|世帯|社|団体|種類|戸|棟|冊|本|自治体|市町村|市|年|か月|ヶ月|時間|分|項目|つ|点|床|区|町|村|歳|階|ページ|分野|課(?!長)|業務|者(?!か|が|も))"
)
_SAME = {
    "名": "人",
    "カ所": "か所",
    "箇所": "か所",
    "ヶ所": "か所",
    "ヵ所": "か所",
    "カ月": "か月",
    "ヶ月": "か月",
    "年間": "年",
    "種": "種類",
    "職種": "種類",
    "者": "社",
}


_HOW_MANY_PEOPLE = re.compile(
    r"how many (?:\w+ ){0,2}(?:people|persons|residents|citizens|employees|staff|officials|children|students|pupils|passengers|members|"
    r"users|visitors|participants|followers)\b",
    re.IGNORECASE,
)


def asked_units(question: str) -> frozenset[str]:
    """The counters that a question names (何人, how many people → 人, 何枚 → 枚), spelling variants folded."""
    found = frozenset(_SAME.get(unit, unit) for unit in _ASKED_UNIT.findall(plain(question)))
    return found | {"人"} if _HOW_MANY_PEOPLE.search(question) else found


_FOREIGN_UNIT = re.compile(
    r"[0-9][万億千]?(?!パーセント|ポイント|メートル|キロ|ページ|ヘクタール)[ァ-ヴー]{2,}"
)
"""A number with a katakana counter, which may be any: 3万3000ビュー answers 何回, 500フォロワー answers 何人."""


SUMS = frozenset({Kind.MONEY, Kind.SHARE})
"""Kinds that stand for each other: how much of the cost is borne is answered by a sum or by 4分の3."""

_SUM_WORD = re.compile(
    r"いくら(?!か)|幾ら|何[百千万億]*円|何割|何パーセント|何[%％]|how much|what (?:share|percentage|percent)|多少[钱錢]",
    re.IGNORECASE,
)
_ASKED_AFTER = frozenset({Kind.DATE, Kind.PERSON, Kind.REASON, Kind.YES_NO})
"""What else a question may ask about a charge: since when it stands, who answered on it, why and whether it rises."""


def asks_for_a_sum(question: str, kinds: Collection[Kind]) -> bool:
    """Whether a sum or share is wanted: by its question word, or because nothing else is asked about what costs (料金は、何年から…)."""
    if not SUMS.intersection(kinds):
        return False
    return bool(_SUM_WORD.search(question)) or not _ASKED_AFTER.intersection(kinds)


def quantity_missing(question: str, kinds: Collection[Kind], text: str) -> bool:
    """True where a quantity is asked for that `text` (see `plain`) nowhere has: none of the counters named, no sum or share."""
    asked = asked_units(question)
    sums = asks_for_a_sum(question, kinds)
    if not (asked or sums) or NOT_GIVEN.search(text):
        return False
    if sums and not any(holds(kind, text) for kind in SUMS):
        return True
    return bool(asked) and not units(text) & asked and not _FOREIGN_UNIT.search(text)


def units(text: str) -> frozenset[str]:
    """The counters of the numbers in `text` (see `plain`), spelling variants folded."""
    return frozenset(_SAME.get(m["unit"], m["unit"]) for m in _UNIT_NUMBER.finditer(text))
