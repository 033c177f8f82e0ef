"""What kinds of thing a text holds (numbers, sums, shares, dates, offices …), and which of those asked for it lacks.

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
    asked_units,
    close,
    counts,
)
from chat.answers.wording import NOT_GIVEN
from corpus.eras import kanji_years
from retriever.question import MEASURED, PRICE, WHICH_DAY, WHICH_MEETING, WHICH_YEAR, Kind

_QUANTITY = re.compile(
    rf"{UNIT_NUMBER.pattern}|(?<![第号条項])[0-9][0-9,.]*+(?:万|億|兆|千)*[0-9]*+(?![0-9,.]|年|月|日|時|号|条|番|節|章|ページ|頁|ペイジ)[ァ-ヶー一-龥A-Za-z%‰㎡㎞㎏]|"
    rf"半額|半数|半分|半減|倍増|全額|皆無|ゼロ|{COUNTS}(?:[0-9]+|[一二三四五六七八九十百千]{{2,6}})(?:のうち|の(?:区|市|町|村|自治体|団体|国|県|会社|企業|学校|施設|事業|項目|業務))"
)
"""A number with any unit after it (3万3000ビュー, 五十六の区市町村), dates and numbers of articles aside, or a quantity in a word (半額)."""
_NO_QUANTITY = re.compile(rf"{NAMED_YEAR.pattern}|(?<![0-9])[0-9]++(?:ページ|(?:つ|点|番|件|項|個|人|回)目)")
"""Years, pages and places in a row: taken out before quantities are looked for."""
_MONEY = re.compile(
    rf"(?!(?<=[0-9])[0-9])(?:{NUM})(?:兆|億|万|千|百)*+[0-9,]*+(?:万|千)?円|(?:数(?:十|百|千)?(?:万|億|千万|百万)(?:円)?程度)|(?<![0-9,])[0-9,]++万円|無料(?![一-龥])|無償(?![一-龥])|全額|半額|"
    r"(?:^|[、。])(?:(?!人口|人数|世帯|来[場館]|入[場館]|利用者|観光客|延べ|乗降|部数)[^、。0-9]){0,40}[0-9][0-9,.]*(?:百万|千万|万|億)(?=ぐらい|くらい|程度|ほど|弱|強|余り?|ちょっと|近く|前後)"
)
"""In speech a sum often goes without its unit: 「1,200万ぐらい」; in a clause about people it counts them."""
_SHARE = re.compile(
    r"(?<![0-9])[0-9][0-9.,]*+\s*(?:%|パーセント|割|ポイント)|(?<![〇一二三四五六七八九十百・])[〇一二三四五六七八九十百・]++(?:割|%|パーセント)|半数|半分|過半|大半|(?<![0-9])[0-9]++分の[0-9]+"
)
_DATE = re.compile(
    rf"(?:令和|平成|昭和)\s*{YEARS}\s*年(?:度)?(?:\s*{MONTHS}\s*月)?|(?:19|20)[0-9]{{2}}\s*年(?:度)?|{MONTHS}\s*月(?:\s*{DAYS}\s*日|中|上旬|中旬|下旬|末|頃|ごろ|から|より|に|以降)?|"
    rf"(?:昨|今|来|翌|前|本|先|一昨|再来)(?:年度|年|月|週)|(?<![0-9一二三四五六七八九十])(?![1一]日){DAYS}\s*日(?=[にのまか、。付]|[前後](?:[にのまか、。]))|{YEARS}\s*年度|(?:次|来)(?:回|期)|年度(?:内|末|中|当初)|(?:春|夏|秋|冬)(?:頃|ごろ)?に|(?:春|夏|秋|冬|長期)(?:休み|休業|休暇)|{YEARS}\s*年(?:後|前)|"
    r"(?<![0-9一二三四五六七八九十])(?!一時)(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*時(?!間|点|代|期|[^0-9一二三四五六七八九十半頃ごか以まの、。にはをと])"
)
_PERSON = re.compile(
    r"[一-龥ァ-ヶー]{1,14}(?:課|局|部|室|係|センター|本部|委員会|協議会|チーム|市長|部長|局長|課長|責任者|担当|班|機関|団体|事務所|公社|大学|学校)"
)
_NAME = re.compile(
    r"「[^」]{2,40}」|『[^』]{2,40}』|[ァ-ヶー]{4,}|[一-龥ァ-ヶーA-Za-z]{2,40}(?:課|局|部|室|センター|本部|委員会|協議会|計画|条例|制度|事業|システム|推進員|ネットワーク|隊|条約|方針)"
)
_REASON = re.compile(
    r"ため|から(?:です|である|だ|、)|理由|ことにより|によって|考慮[しす]|勘案|鑑み|かんがみ|背景|ので|ことから|により|せい|踏まえ"
)
_LISTING = re.compile(r"、[^、]{1,40}、|や[^、]{1,30}など|(?:及び|並びに|・[^・]{1,20}・)|など|等")

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


_SHARE_WORD = re.compile(r"何割|何パーセント|何[%％]|what (?:share|percentage|percent)", re.IGNORECASE)
_AMOUNT_WORD = r"いくら(?!でも)|幾ら|何[百千万億]*円|how much|" rf"{PRICE}|多少[钱錢]"
_SUM_WORD = re.compile(rf"{_AMOUNT_WORD}|{_SHARE_WORD.pattern}", re.IGNORECASE)
_DATE_WORD = re.compile(
    rf"いつ(?!も|で(?!す))|{WHICH_YEAR}|何月|{WHICH_DAY}|"
    r"\bwhen (?:did|does|do|will|would|is|are|was|were|has|have|can|should)\b",
    re.IGNORECASE,
)
_ASKED_AFTER = frozenset({Kind.DATE, Kind.PERSON, Kind.REASON, Kind.YES_NO})
"""What else a question may ask about a charge: since when it stands, who answered on it, why and whether it rises."""

_CONSEQUENCE = re.compile(r"(?:と|ば|たら|なら|場合は?)、?どう(?:な[るっり]|す[るれ]|した)")
"""Asks what comes of it: 「国のお金、使い切らないとどうなる」."""


def asks_for_a_sum(question: str, kinds: Collection[Kind]) -> bool:
    """Whether a sum or share is wanted: by its question word, or because nothing else is asked about what costs (料金は、何年から…)."""
    if not SUMS.intersection(kinds):
        return False
    if (rest := MEASURED.sub("", question)) != question and not _SUM_WORD.search(rest):
        return False
    return bool(_SUM_WORD.search(question)) or not (
        _ASKED_AFTER.intersection(kinds) or _CONSEQUENCE.search(question)
    )


def lacks_what_is_asked(question: str, kinds: Collection[Kind], text: str) -> bool:
    """Whether a question names what it wants to know, and `text` neither has anything like it nor says that it is not given.

    It names a counter (何人), a sum (いくら), a share (何割) or a date (いつ). Of 590 answerable questions of the gold sets none
    has a reply that lacks it.
    """
    counters, sums = asked_units(question), asks_for_a_sum(question, kinds)
    quantity = counters or sums
    if quantity and not says_not_given(text, sums):
        if sums and not _gives_the_sum(question, text):
            return True
        if _SHARE_WORD.search(question) and not holds(Kind.SHARE, text):
            return True
        if counters and not counts(text, counters):
            return True
        if counters and _OCCASION.search(text):
            return False  # 「何回に分けて、最後はいつ」: the time is told by an event (1歳の健診のとき)
    if any(asked.search(question) and not told.search(text) for asked, told in _NAMED):
        return True
    dated = _DATE_WORD.search(WHICH_MEETING.sub("", question))
    lacks_date = bool(dated) and not (holds(Kind.DATE, text) or _AT_AN_ACT.search(text))
    lacks_date |= lacks_its_day(question, text)
    return lacks_date and not NOT_GIVEN.search(text)


_FINER = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(told))
    for asked, told in (
        (
            r"何月|(?:what|which) month",
            rf"{MONTHS}\s*月(?!間)|[来今翌同先]月|月末|月初|毎月|年度(?:末|当初|初め)",
        ),
        (
            rf"{WHICH_DAY}(?![かく])|(?:what|which) day\b",
            rf"{DAYS}\s*日(?!間)|[末当翌同前]日|本日|毎日",
        ),
        (
            r"何時(?!間|点|も|代|で)|what time",
            r"[0-9一二三四五六七八九十]\s*時(?!間|点|代|期)|[0-9]:[0-9]{2}|正午",
        ),
        (r"何曜日", r"[月火水木金土日]曜|平日|週末|毎日|連日|土日|祝日|[月火水木金土](?=[、・とに])"),
    )
)
"""A month, a day, an hour asked for by name, and what tells it: 「令和9年度」 is no month."""


_NAMED = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(told))
    for asked, told in (
        (
            r"(?:どこ|どちら|何という|なんという|どういう名前)の?(?:会社|業者|企業|事業者|メーカー|ベンダー)|どの(?:会社|企業|業者|メーカー)(?=[がにへと])|(?:会社|業者|企業|メーカー|ベンダー)は(?:どこ|どちら)(?:$|[かだ。?？]|です|でしょ)|(?:会社|業者|企業|事業者)の名(?:前|称)|(?:会社|業者|企業|事業者|(?<!神)社)名(?!義|変更|[をはも]?(?:公表|公開|伏せ|明か))|(?:which|what) (?:company|firm|vendor|contractor|supplier)\b|name of the (?:company|firm|vendor|contractor)",
            r"株式会社|有限会社|合同会社|合資会社|㈱|\(株\)|[A-Zァ-ヴー]{1,20}(?:社|銀行|電機|建設)|[一-龥ァ-ヴー]{2,12}(?:建設|電力|電気|ガス|銀行|製作所|商会|工務店|生協|印刷|鉄道|交通|運輸|工業|産業|システムズ|サービス社)|JV|企業体|NTT|JR|NEC|富士通|日立|東芝|グーグル|Google|アマゾン|Amazon|マイクロソフト|Microsoft|LINE|ヤフー|サイボウズ",
        ),
        (r"電話番号|(?:phone|telephone) number", r"[0-9]{2,4}-[0-9]{2,4}|[0-9]{4,}番|電話番号"),
        (
            r"(?:いちばん|一番|最も|もっとも|最[多大小])[^、。はが]{0,6}(?:多|少な|大き|小さ|高|低|長|短|安|早|遅)[いかく][^、。]{0,12}は、?(?:どこ|どれ|どの|どちら|何|なに|誰|だれ|どなた)|"
            r"which [a-z ]{2,30} (?:has|have|had|is|are|was|were) the (?:most|least|largest|smallest|highest|lowest)\b",
            r"最[も多大小高低長短]|一番|いちばん|もっとも|トップ|首位|[上下]位|[0-9一二三]位|[多少大小高低長短安早遅](?:な|き)?[いくか]|順に|次いで|続い",
        ),
        (
            r"(?:いちばん|一番|最も|もっとも)(?:の?人気|好評|評判|売れ|選ばれ|読まれ|使われ|利用され|喜ばれ)[^、。]{0,16}は、?(?:どこ|どれ|どの|どちら|何|なに|誰|だれ|どなた)|"
            r"which [a-z ]{2,30} (?:is|was|are|were) (?:the )?most (?:popular|used|read)\b|most popular",
            r"最[も多]|一番|いちばん|もっとも|トップ|首位|[0-9一二三]位|人気|好評|評判|多[いくか]|順に|次いで|続い",
        ),
        (
            r"何番目|何位|第何位|(?:順位|ランキング)は|what rank\b",
            r"[0-9一二三四五六七八九十]\s*(?:番目|位)|順位|ランキング|トップ|首位|最下位|[上下]位|(?:日本|全国|世界|県内|都内|道内|府内)一|最も|一番|最[多少高低大小]",
        ),
    )
)
"""What is asked for by name, and what such names look like."""


def asks_by_name(question: str) -> bool:
    """Whether a company or the like is asked for by its name."""
    return any(asked.search(question) for asked, _ in _NAMED)


def lacks_its_day(question: str, text: str) -> bool:
    """Whether a month, a day or an hour is asked for by name (何月何日) and `text` tells none."""
    return any(asked.search(question) and not told.search(text) for asked, told in _FINER)


_OCCASION = re.compile(r"(?:の|た|る)(?:とき|時|際|時点|あと|後|前)(?:[にはでま、。]|から)|終了後|開始前")
"""When something is, told by what happens then."""

_AT_AN_ACT = re.compile(
    r"(?:入国|出国|入学|卒業|入所|入園|入居|退去|転入|転出|出生|結婚|退職|採用|申請|申込み?|受付|交付|発行|登録|届出|契約|更新|購入|加入|支給|納付|支払い?|完成|完了|着工|開校|開園|開業|開設|検査|健診|受診)時(?:に|から|まで|で)"
)
"""The time of what one person or thing goes through: 「入国時に受け取る」 answers いつ; 災害時 and 緊急時 are conditions."""

_QUANTITY_NOUN = re.compile(
    r"数|額|費|率|割合|料金|量|いくら|幾ら|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|程度)|何[人名件台回円枚]|データ|統計|実績|見積|積算"
)


_SUM_NOUN = re.compile(
    r"[額費料代]|いくら|幾ら|何[百千万億]*円|率|割合|割|価格|単価|値段|予算|見積|積算|試算|データ|統計|実績|(?:数字|数値)(?!目標)|金|コスト|効果|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|程度)"
)
_BEFORE, _AFTER = 40, 20
"""Characters around 「把握していない」 within which stands what is not known: spoken sentences run on for hundreds."""


def says_not_given(text: str, sums: bool) -> bool:
    """Whether `text` says of a quantity that it is not given: 「人数は手元にございません」, not 「時期は未定です」; `sums`: of a sum or share."""
    noun = _SUM_NOUN if sums else _QUANTITY_NOUN
    return any(
        noun.search(part[max(0, found.start() - _BEFORE) : found.end() + _AFTER])
        for part in text.split("。")
        for found in NOT_GIVEN.finditer(part)
    )


_SUM_ALONE = re.compile(rf"{_AMOUNT_WORD}|\bcosts?\b", re.IGNORECASE)
_BORNE = re.compile(
    r"補助|助成|負担|持っ|持つ|還元|割引|軽減|免除|subsid|bear|cover|share|discount", re.IGNORECASE
)


_NO_AMOUNT = re.compile(r"(?:無料|無償)化(?!により|によって|で[、。]|し|され|とな)|半額|半分")
_NOTHING = re.compile(r"ゼロ|負担は(?:ありません|ございません|生じません|なくなり|無くなり)")


def _gives_the_sum(question: str, text: str) -> bool:
    """Whether `text` has what answers a question for a sum: いくら is answered by an amount of money alone (半額 and 無料化 are none),
    unless what is borne of a cost is asked for (4分の3)."""
    if _SUM_ALONE.search(question) and not _BORNE.search(question) and not _SHARE_WORD.search(question):
        return holds(Kind.MONEY, _NO_AMOUNT.sub("", text)) or bool(_NOTHING.search(text))
    return any(holds(kind, text) for kind in SUMS)
