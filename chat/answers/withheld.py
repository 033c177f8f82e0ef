"""Of what a text says that it is not given: of the quantity, the share or the time that is asked for, or of something else.

That it says so at all is told by `not_given`. All texts are `wording.plain`.
"""

from __future__ import annotations

import re

from chat.answers.wording import NOT_GIVEN
from corpus.patterns import any_of
from retriever.answer_kinds import HOW_MUCH

SHARE_WORD = re.compile(
    rf"何割|何パーセント|何[%％]|{HOW_MUCH}の?割合|what (?:share|percentage|percent)", re.IGNORECASE
)
"""Asks for a share: 「何割」「どのくらいの割合」."""

HOW_MUCH_OF_IT = rf"{HOW_MUCH}|どれだけ"
"""Asks for a quantity of any kind, as a pattern; in a reply it is what is not known (どのくらいになるかは分かりません)."""
_QUANTITY_NOUN = re.compile(
    any_of(
        *"数 額 費 率 割合 料金 量 いくら 幾ら".split(),
        HOW_MUCH_OF_IT,
        *"何[人名件台回円枚] データ 統計 実績 見積 積算".split(),
    )
)
_SUM_NOUN = re.compile(
    any_of(
        *"[額費料代] いくら 幾ら 何[百千万億]*円".split(),
        *"率 割合 割 価格 単価 値段 予算 見積 積算 試算 データ 統計 実績 (?:数字|数値)(?!目標) 金 コスト 効果".split(),
        HOW_MUCH_OF_IT,
    )
)
_SHARE_NOUN = re.compile(
    any_of(*"率 割合 (?<!役)割 比率 パーセント % 統計 (?:数字|数値)(?!目標)".split(), HOW_MUCH_OF_IT)
)
_TIME_NOUN = re.compile(
    any_of(
        *"いつ 時期 時点 日程 日時 日取り 期日 期限 期間 年度 年次 スケジュール 予定 見通し 見込み 目途 めど 未定 開始 完了 時間 検討 調整 精査 現時点 今後".split(),
        r"何[年月日時]",
    )
)
_BEFORE, _AFTER = 40, 20
"""Characters around 「把握していない」 within which stands what is not known: spoken sentences run on for hundreds."""


_NO_AIM = re.compile("数値目標|目標数値|数値的な目標")
_AIMED_AT = re.compile("目標|目指|めざ|KPI|増や|減ら|いつまでに|target|goal", re.IGNORECASE)


def without_aims(question: str, text: str) -> str:
    """What a reply says of not having is none of the figure, where it has no aim and the question asks for none: 「数値目標は設けていない」."""
    return text if _AIMED_AT.search(question) else _NO_AIM.sub("", text)


_RATE = re.compile(r"([一-龥]{2})率(?=[はがをもとや 、。?？]|$)")


def says_not_given(question: str, text: str, sums: bool) -> bool:
    """Whether `text` says of a quantity that it is not given: 「人数は手元にございません」, not 「時期は未定です」; `sums`: of a sum or share. Of a share
    that a question asks for, and of a rate by its name (加入率), only what names one, or what it is the rate of, says so: 「世帯数は不明」 does not.

    >>> says_not_given("加入率は", "加入の状況は把握しておりません。", True), says_not_given("加入率は", "転入した世帯の数は不明です。", True)
    (True, False)
    """
    if SHARE_WORD.search(question):
        return _not_given_of(_SHARE_NOUN, text)
    rate = _RATE.search(question) if sums else None
    noun = re.compile(f"率|(?<!役)割|{rate[1]}") if rate else _SUM_NOUN if sums else _QUANTITY_NOUN
    return _not_given_of(noun, text)


def says_no_time(text: str) -> bool:
    """Whether `text` says of a time that it is not given: 「時期は未定です」."""
    return _not_given_of(_TIME_NOUN, text)


def _not_given_of(noun: re.Pattern[str], text: str) -> bool:
    """Whether `text` says that something is not given beside a `noun` of that kind."""
    return any(
        noun.search(part[max(0, found.start() - _BEFORE) : found.end() + _AFTER])
        for part in text.split("。")
        for found in NOT_GIVEN.finditer(part)
    )


BARE = 16
"""Characters of a reply that may be nothing but a denial."""


def with_its_question(reply: str, question: str) -> str:
    """A reply; one that is nothing but that something is not given (「想定していない。」) with the question it replies to, which says of what."""
    bare = len(reply) <= BARE and NOT_GIVEN.search(reply)
    return question.replace("。", "、") + reply if bare else reply
