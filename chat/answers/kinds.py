"""What kinds of thing a text holds (numbers, sums, shares, dates, offices …). Whether what was asked is among them: `lacking`.

A number is a quantity only where it counts something: the year of 「令和7年」, the place of 「２点目」, the page of a document and
the numeral in 「一人一人」「一部」「十分」 count nothing, and 「今回」 is no date. All texts are `wording.plain`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from chat.answers.counters import (
    COUNTS,
    DAYS,
    MONTHS,
    NAMED_YEAR,
    NUM,
    UNIT_NUMBER,
    YEARS,
    close,
    counts,
)
from corpus.eras import kanji_years
from corpus.patterns import any_of
from retriever.answer_kinds import Kind

_KANJI = "一二三四五六七八九十"
_NOT_AMID_NUMERALS = rf"(?<![0-9{_KANJI}])"

_OF_BODIES = any_of(*"区 市 町 村 自治体 団体 国 県 会社 企業 学校 施設 事業 項目 業務".split())
_QUANTITY = re.compile(
    any_of(
        UNIT_NUMBER.pattern,
        # 「3万3000ビュー」: any unit but those of dates, articles and pages
        r"(?<![第号条項])[0-9][0-9,.]*+(?:万|億|兆|千)*[0-9]*+"
        r"(?![0-9,.]|年|月|日|時|号|条|番|節|章|ページ|頁|ペイジ)[ァ-ヶー一-龥A-Za-z%‰㎡㎞㎏]",
        *"半額 半数 半分 半減 倍増 全額 皆無 ゼロ".split(),
        # 「五十六の区市町村」「8のうち」「13の福祉関係の団体」: what is counted stands behind の
        rf"{COUNTS}(?:[0-9]+|[一二三四五六七八九十百千]{{2,6}})(?:のうち|の[一-龥ァ-ヴー]{{0,6}}?(?:の[一-龥]{{0,3}}?)?{_OF_BODIES})",
    )
)
"""A number with any unit after it, dates and numbers of articles aside, or a quantity in a word (半額)."""
_NO_QUANTITY = re.compile(rf"{NAMED_YEAR.pattern}|(?<![0-9])[0-9]++(?:ページ|(?:つ|点|番|件|項|個|人|回)目)")
"""Years, pages and places in a row: taken out before quantities are looked for."""

_COUNTS_PEOPLE = any_of(*"人口 人数 世帯 来[場館] 入[場館] 利用者 観光客 延べ 乗降 部数".split())
_MONEY = re.compile(
    any_of(
        # 「1億2,000万円」「数十万円」
        rf"(?!(?<=[0-9])[0-9])(?:{NUM})(?:兆|億|万|千|百)*+[0-9,]*+(?:万|千)?円(?!の壁)",
        r"(?:数(?:十|百|千)?(?:万|億|千万|百万)(?:円)?程度)",
        *"無料(?![一-龥]) 無償(?![一-龥]) 全額 半額".split(),
        rf"(?:^|[、。])(?:(?!{_COUNTS_PEOPLE})[^、。0-9]){{0,40}}[0-9][0-9,.]*(?:百万|千万|万|億)"
        r"(?=ぐらい|くらい|程度|ほど|弱|強|余り?|ちょっと|近く|前後|という(?:こと|形)|で(?:す|ござ|あ[りる])|に(?:な[りるろっ])|を(?:計上|見込|充))",
    )
)
"""In speech a sum often goes without its unit: 「1,200万ぐらい」「600万ということです」; in a clause about people it counts them."""
_GAINED = (
    r"(?![がをは]?(?:つ[いきくけ]|付[いきくけ与]|も?ら[いうえっ]|進呈|貯|た[まめ]|交換|獲得|還元|カード))"
)
"""Not behind points that are handed out: 「10ポイントもらえる」 tells no share."""
_SHARE = re.compile(
    any_of(
        rf"(?<![0-9])[0-9][0-9.,]*+\s*(?:%|パーセント|割|ポイント{_GAINED})",
        r"(?<![〇一二三四五六七八九十百・])[〇一二三四五六七八九十百・]++(?:割|%|パーセント)",
        *"半数 半分 過半 大半".split(),
        r"(?<![0-9])[0-9]++分の[0-9]+",
    )
)
ONCE_DONE = r"(?:[いきしちにびみりえけせてねべめれ]|[完終]了|[確決]定|判明|成立)次第(?![でだ])"
"""A time told by what happens then: 「認可が下り次第」「額が確定次第」, not 「お願いする次第」 or 「使い次第で」."""
_DATE = re.compile(
    any_of(
        # 「令和7年4月」「2025年度」「4月上旬」
        rf"(?:令和|平成|昭和)\s*{YEARS}\s*年(?:度)?(?:\s*{MONTHS}\s*月)?",
        r"(?:19|20)[0-9]{2}\s*年(?:度)?",
        rf"{MONTHS}\s*月(?:\s*{DAYS}\s*日|中|上旬|中旬|下旬|末|頃|ごろ|から|より|に|以降)?",
        # 「来年度」, told from the day on which it is said
        r"(?:昨|今|来|翌|前|本|先|一昨|再来)(?:年度|年|月|週)",
        # 「15日に」, not 「15日間」 or 「一日」
        rf"{_NOT_AMID_NUMERALS}(?![1一]日){DAYS}\s*日(?=[にのまか、。付]|[前後](?:[にのまか、。]))",
        rf"{YEARS}\s*年度",
        *"(?:次|来)(?:回|期) 年度(?:内|末|中|当初)".split(),
        r"(?:春|夏|秋|冬)(?:頃|ごろ)?に",
        r"(?:春|夏|秋|冬|長期)(?:休み|休業|休暇)",
        rf"{YEARS}\s*年(?:後|前)",
        ONCE_DONE,
        # 「午後3時から」, not 「3時間」 or 「一時」
        rf"{_NOT_AMID_NUMERALS}(?!一時)(?:[0-9]{{1,2}}|[{_KANJI}]{{1,3}})\s*時"
        rf"(?!間|点|代|期|[^0-9{_KANJI}半頃ごか以まの、。にはをと])",
    )
)
_PERSON = re.compile(
    any_of(
        r"[一-龥ァ-ヶー]{1,14}"
        + any_of(
            *"課 局 部 室 係 センター 本部 委員会 協議会 チーム".split(),
            *"市長 部長 局長 課長 責任者 担当".split(),
            *"班 機関 団体 事務所 公社 大学 学校 省".split(),
        ),
        # 「青山県が策定した」; 「国が」 is said of anything
        r"[一-龥ァ-ヶ]{1,4}[都道府県市区町村]が",
    )
)
_NAME = re.compile(
    any_of(
        *"「[^」]{2,40}」 『[^』]{2,40}』 [ァ-ヶー]{4,}".split(),
        r"[一-龥ァ-ヶーA-Za-z]{2,40}"
        + any_of(
            *"課 局 部 室 センター 本部 委員会 協議会".split(),
            *"計画 条例 制度 事業 システム 推進員 ネットワーク 隊 条約 方針".split(),
        ),
    )
)
AS_SAID = "(?:そう|こう)(?:いった|した|いう)こと"
"""What was said before: そういったこと, こうしたこと."""
_REASON = re.compile(
    any_of(
        *"ため から(?:です|である|だ|、) 理由 ことにより によって 考慮[しす] 勘案 鑑み かんがみ 背景".split(),
        *"ので ことから により せい 踏まえ".split(),
        # 「市民の利便性の向上を目的として」
        r"(?:目的|狙い|ねらい)(?:に|と(?:し|す))",
        # 「そういったことで、価格を改定させていただきます」, of what was said before
        rf"{AS_SAID}(?:で(?!は|も|す|あ|ご)|もあ)",
        # 「感染症ということもありますし」
        r"ということも(?:あ[るりっ]|ござい)",
    )
)
_LISTING = re.compile(
    any_of(r"、[^、]{1,40}、", r"や[^、]{1,30}など", r"(?:及び|並びに|・[^・]{1,20}・)", "など", "等")
)

_PATTERNS = {
    Kind.MONEY: _MONEY,
    Kind.SHARE: _SHARE,
    Kind.DATE: _DATE,
    Kind.PERSON: _PERSON,
    Kind.NAME: _NAME,
    Kind.REASON: _REASON,
    Kind.LIST: _LISTING,
}

QUANTITIES = frozenset({Kind.NUMBER, Kind.MONEY, Kind.SHARE})
"""Kinds that stand for each other where one asks how much: どのくらい is answered by a number, a sum or a share."""

VALUES = QUANTITIES | {Kind.DATE}
"""Kinds that stand in one place of a text, said of what stands there."""

SUMS = frozenset({Kind.MONEY, Kind.SHARE})
"""How much of the cost is borne is answered by a sum or by 4分の3."""


def holds(kind: Kind, text: str) -> bool:
    """True where `text` holds something of that kind; always for yes-or-no questions."""
    text = kanji_years(close(text))
    if kind is Kind.NUMBER:
        counted = _NO_QUANTITY.sub("", text)
        return any(pattern.search(counted) for pattern in (_QUANTITY, _MONEY, _SHARE))
    pattern = _PATTERNS.get(kind)
    return pattern is None or bool(pattern.search(text))


def without_shares(text: str) -> str:
    """A text without its shares: what is counted is not told by them."""
    return _SHARE.sub("", close(text))


def gives_value(text: str, kinds: Collection[Kind], counters: Collection[str]) -> bool:
    """Whether `text` holds a value that is asked for: a number of one of `counters`, or where none is named one of `VALUES`."""
    if counters:
        return counts(text, counters)
    return any(holds(kind, text) for kind in VALUES.intersection(kinds))


_ASKING_WORD = re.compile(
    r"何|いく[らつ]|幾[らつ]|どれ|どの|いつ|か[。?？]*$|how (?:many|much)|多少|几|幾", re.IGNORECASE
)


def by_its_noun(question: str, kinds: Collection[Kind], counters: Collection[str]) -> bool:
    """Whether a number is asked for by bare words alone (金沢市の職員数): what is said of it without one answers as well."""
    return not counters and VALUES.intersection(kinds) == {Kind.NUMBER} and not _ASKING_WORD.search(question)


def share_missing(kinds: Collection[Kind], text: str) -> float:
    """Which share `text` lacks of what a sentence shows plainly: a quantity and a date, where each is asked for (0, 0.5, 1)."""
    groups = [[k for k in group if k in kinds] for group in (QUANTITIES, {Kind.DATE})]
    asked = [group for group in groups if group]
    return sum(not any(holds(kind, text) for kind in group) for group in asked) / max(1, len(asked))
