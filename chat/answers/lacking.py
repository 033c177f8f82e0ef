"""What a question names that it wants to know, and whether a text has none of it: how many, how much, when, by which name.

The words that ask stand here; what tells it is one of `kinds` where any text may hold it. All texts are `wording.plain`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from chat.answers.counters import (
    NONE,
    asked_units,
    counts,
    counts_all_of_them,
    counts_the_whole,
    units,
)
from chat.answers.denying import denies_the_act
from chat.answers.kinds import ONCE_DONE, SUMS, gives_value, holds, share_missing, without_shares
from chat.answers.named import lacks_its_day, lacks_its_name, tells_of_no_beginning
from chat.answers.of_another import of_an_aim_or_now
from chat.answers.withheld import HOW_MUCH_OF_IT, SHARE_WORD, says_no_time, says_not_given, without_aims
from chat.answers.wording import NOT_GIVEN
from corpus.patterns import any_of
from retriever.answer_kinds import MEASURED, PRICE, WHEN, WHICH_DAY, WHICH_MEETING, WHICH_YEAR, Kind

_AMOUNT_WORD = r"いくら(?!でも)|幾ら|何[百千万億]*円|how much|" rf"{PRICE}|多少[钱錢]"
_SUM_WORD = re.compile(rf"{_AMOUNT_WORD}|{SHARE_WORD.pattern}", re.IGNORECASE)
_DATE_WORD = re.compile(
    rf"{WHEN}|{WHICH_YEAR}|何月|{WHICH_DAY}|"
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
    quantity = counters or sums or asks_how_many_things(question)
    if quantity and not says_not_given(question, without_aims(question, text), sums):
        if sums and not _gives_the_sum(question, text):
            return True
        if SHARE_WORD.search(question) and not holds(Kind.SHARE, text):
            return True
        if counters and (
            not counts(text, counters)
            or counts_the_whole(question, text)
            or counts_all_of_them(question, text)
        ):
            return True
        if not counters and _counts_other_things(question, text):
            return True
        if counters and _OCCASION.search(text):
            return False  # 「何回に分けて、最後はいつ」: the time is told by an event (1歳の健診のとき)
    if lacks_its_name(question, text):
        return True
    dated = _DATE_WORD.search(WHICH_MEETING.sub("", question))
    told = _NEXT.sub("", text) if _NEXT.search(question) else text
    lacks_date = bool(dated) and not (holds(Kind.DATE, told) or _AT_AN_ACT.search(told))
    lacks_date |= lacks_its_day(question, text)
    return lacks_date and not (NOT_GIVEN.search(told) or denies_the_act(question, text))


_NEXT = re.compile("[次来][回期]")
"""Of what is asked when it is (次回の会議はいつ) this tells no time."""

_HOW_MANY_THINGS = re.compile(
    r"[一-龥ァ-ヴー]は、?(?:全部で|合わせて|市内に|町内に|今|現在)?(?:いくつ|幾つ|何個)(?:です|でしょう|あ[りる]|ござい|か[。?？]*$|[。?？]*$)"
)
_OF_OTHER_THINGS = frozenset(
    {"人", "世帯", "年", "か月", "日", "週間", "時間", "分", "歳", "倍", "メートル", "ページ"}
)
"""Counters of people, time and measures: 「10世帯以上」 does not tell how many 団体 there are."""
_ITS_OWN = re.compile(r"世帯|家庭|年|月|日|時間|歳|才|年齢|面積|倍|震度|濃度|値|率|度")


def asks_how_many_things(question: str) -> bool:
    """Whether a question asks how many of something there are without a counter: 「団体はいくつありますか」."""
    return bool(_HOW_MANY_THINGS.search(question)) and not _ITS_OWN.search(question)


def _counts_other_things(question: str, text: str) -> bool:
    """Whether it is asked how many things there are (「団体はいくつありますか」), and `text` counts people, households, time or measures alone."""
    if not asks_how_many_things(question):
        return False
    found = units(text)
    return bool(found) and found <= _OF_OTHER_THINGS and not NONE.search(text)


_OCCASION = re.compile(r"(?:の|た|る)(?:とき|時|際|時点|あと|後|前)(?:[にはでま、。]|から)|終了後|開始前")
"""When something is, told by what happens then."""

_ACT = any_of(
    *"入国 出国 入学 卒業 入所 入園 入居 退去 転入 転出 出生 結婚 退職 採用".split(),
    *"申請 申込み? 受付 交付 発行 登録 届出 契約 更新 購入 加入 支給 納付 支払い?".split(),
    *"完成 完了 着工 開校 開園 開業 開設".split(),
    *"検査 健診 受診".split(),
)
_AT_AN_ACT = re.compile(
    any_of(
        rf"{_ACT}時(?:に|から|まで|で)",
        # 「議決後に載せる」
        r"(?:議決|可決|承認|認可|公布|施行|告示)の?後(?:に|から|で|、)",
        # 「案ができた段階で」「認可が下り次第」
        r"[ただ](?:時点|段階)(?:で|に|から)",
        ONCE_DONE,
        # 「知ったときから数えます」「払われた日から」
        r"[ただ](?:次の)?(?:とき|時|日|翌日)(?:から|より)",
    )
)
"""The time of what one person or thing goes through (「入国時に受け取る」 answers いつ; 災害時 and 緊急時 are conditions), or when something else
is done."""


def says_in_its_place(question: str, kinds: Collection[Kind], text: str, not_given: bool) -> bool:
    """Whether `text`, of which a sentence says that something is `not_given`, says so of what is asked for (where that is a quantity, of one), or
    that what the question takes for granted was not done."""
    if denies_the_act(question, text):
        return True
    sought = asked_units(question)
    sums = not sought and asks_for_a_sum(question, kinds)
    if not_given and (sought or sums or Kind.NUMBER in kinds):
        return says_not_given(question, text, sums)
    if not_given and (Kind.DATE in kinds or _DATE_WORD.search(question)):
        return says_no_time(text)
    return not_given


_SOME = re.compile(HOW_MUCH_OF_IT)
_HARDLY = re.compile(
    any_of(
        # 「それほど多くの時間は割いておりません」
        r"(?:それほど|さほど|あまり|ほとんど|めったに)[^、。]{0,30}(?:ない|ません|なかった)",
        r"ごく(?:わずか|少数|一部|限られた)",
    )
)


def says_little(question: str, kinds: Collection[Kind], text: str) -> bool:
    """Whether a question asks how much of something without a counter, and `text` says without a number that it is little."""
    counted = asked_units(question) or SUMS.intersection(kinds)
    return bool(_SOME.search(question)) and not counted and bool(_HARDLY.search(text))


def tells_value(question: str, kinds: Collection[Kind], text: str) -> bool:
    """Whether `text` has a value that is asked for (`chat.answers.kinds.gives_value`), tells a time by what is done then, or says that it is
    little."""
    value = gives_value(text, kinds, asked_units(question)) or _at_an_act(kinds, text)
    if Kind.DATE in kinds and not asked_units(question) and tells_of_no_beginning(question, text):
        return False
    return value or says_little(question, kinds, text)


def _at_an_act(kinds: Collection[Kind], text: str) -> bool:
    return Kind.DATE in kinds and bool(_AT_AN_ACT.search(text))


_NUMBER_OF_THINGS = re.compile(r"[一-龥ァ-ヴー]の数(?:は|って)?[。?？]*$")
"""Of 「避難所の数」 a share of what is done there (定員の3割) tells nothing."""


def kind_missing(question: str, kinds: Collection[Kind], text: str) -> float:
    """Which share of what a question asks for `text` lacks, as `chat.answers.kinds.share_missing` tells it: 0, 0.5 or 1. An hour that is
    asked for by name is told by an hour, how much by words that say that it is little too, and what is borne of a cost by a share of it."""
    if lacks_its_day(question, text) or of_an_aim_or_now(question, kinds, text):
        return 1.0
    if says_little(question, kinds, text):
        return 0.0
    if _NUMBER_OF_THINGS.search(question):
        text = without_shares(text)
    told = {Kind.DATE} if _at_an_act(kinds, text) else set()
    if (_BORNE.search(question) and holds(Kind.SHARE, text)) or _has_none_of_it(question, text):
        told.add(Kind.MONEY)
    return share_missing([kind for kind in kinds if kind not in told], text)


_SUM_ALONE = re.compile(rf"{_AMOUNT_WORD}|\bcosts?\b", re.IGNORECASE)
_BORNE = re.compile(
    r"補助|助成|負担|持っ|持つ|還元|割引|軽減|免除|subsid|bear|cover|share|discount", re.IGNORECASE
)


_NO_AMOUNT = re.compile(r"(?:無料|無償)化(?!により|によって|で[、。]|し|され|とな)|半額|半分")
_NONE_OF_IT = re.compile(
    r"(?P<sum>予算|費用|経費|料金|使用料|利用料|手数料|会費|報酬|手当)(?:について)?[はも](?:特に|一切|全く)?、?"
    r"(?:ない|な[しく](?=[。、])|(?:あり|ござい|かかり|いただいており|取っており)ません|かからない|取って(?:い|おら)ない)(?=[。、]|です|$)"
)
"""「広報の予算はない。」"""


def _has_none_of_it(question: str, text: str) -> bool:
    return any(found["sum"] in question for found in _NONE_OF_IT.finditer(text))


_NOTHING = re.compile(r"ゼロ|負担は(?:ありません|ございません|生じません|なくなり|無くなり)")


_OF_ONE = re.compile(
    any_of(
        r"(?<![0-9])[一1](?:人|泊|枚|袋|回|食|個|本|冊|台|世帯|時間|か月|ヶ月|日)(?:[につき当あたり、]|一泊|1泊){0,5}(?:いくら|幾ら|何[百千万]*円)",
        # 「月々いくら」「家賃はいくら」
        r"(?:月々|毎月|月に|月額|家賃|賃料)[はがで]?、?(?:いくら|幾ら|何[百千万]*円)",
        r"how much [^.?]{0,40}\b(?:monthly|rents?|per (?:month|person|night|day|hour)|each (?:month|person))\b",
    ),
    re.IGNORECASE,
)
_IN_HUNDREDS_OF_MILLIONS = re.compile(r"[0-9,.]*億[0-9,.万千百]*円?")
"""Sums of a budget: no piece, person or night costs as much."""


def _gives_the_sum(question: str, text: str) -> bool:
    """Whether `text` has what answers a question for a sum: いくら is answered by an amount of money alone (半額 and 無料化 are none),
    unless what is borne of a cost is asked for (4分の3); what one piece costs by none of hundreds of millions."""
    if _OF_ONE.search(question):
        text = _IN_HUNDREDS_OF_MILLIONS.sub("", text)
    if _SUM_ALONE.search(question) and not _BORNE.search(question) and not SHARE_WORD.search(question):
        return (
            _has_none_of_it(question, text)
            or holds(Kind.MONEY, _NO_AMOUNT.sub("", text))
            or bool(_NOTHING.search(text))
        )
    return any(holds(kind, text) for kind in SUMS)
