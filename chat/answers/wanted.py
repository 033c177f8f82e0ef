"""What a question wants of the sentences that are read for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chat.answers.counters import asked_units
from chat.answers.deciding import asks_for_a_plan, asks_for_a_wish, asks_of_a_case, asks_whether
from chat.answers.named import what_tells_it
from chat.answers.totals import asks_for_a_change, asks_for_a_total
from chat.answers.years import years_compared
from corpus.patterns import WHO, any_of
from retriever.answer_kinds import Kind
from retriever.asked import Question

_OPEN = r"(?:何を|何が|何に|何と|どんな|どのよう|どう(?!か)|なぜ|どうして)"
_ONE = r"(?:いつ|いくら|幾ら|いくつ|誰|だれ|何[年月日人名件校円割回台枚歳時階%])"
MORE = re.compile(
    any_of(
        # 「今していることと、いつ広げるか」
        rf"(?:こと|もの|内容|理由|方法|条件|対象)と、?[^。]{{0,40}}{_ONE}",
        # 「いつ始まり、どんな人が使えますか」「何をし、いくらかかりますか」
        rf"{_ONE}[^。？?]{{0,40}}[、。？?][^。？?]{{0,40}}{_OPEN}",
        rf"{_OPEN}[^。？?]{{0,40}}[、。？?][^。？?]{{0,40}}{_ONE}",
        # 「誰が申し込み、誰の印がいりますか」
        rf"{WHO}[^。？?、]{{1,40}}[、。？?][^。？?]{{0,40}}{WHO}",
    )
)

_INQUIRY = re.compile(r"質問|質疑|尋ね|聞かれ|問われ")
"""Asks what was asked: a report, which nobody asked for, holds none of it; a member's closing speech may."""


_HOW_MANY_WERE_ASKED = re.compile(
    r"(?:何|幾)[問件点人回つ](?:の|、)?[^。？?]{0,12}(?:質問|質疑)|(?:質問|質疑)[^。？?]{0,8}(?:何[問件点人回]|いくつ)"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question wants of the sentences."""

    kinds: frozenset[Kind] = frozenset()
    years: Sequence[re.Pattern[str]] = ()
    """How each of the years is written that it sets side by side."""
    whether: bool = False
    """Whether something is so or will be done."""
    plan: bool = False
    """What is meant to be done."""
    case: bool = False
    """What is done where something is so."""
    total: bool = False
    """All of it together (合わせていくら)."""
    change: bool = False
    """By how much something grew or fell."""
    wish: bool = False
    """What a member wanted."""
    counters: frozenset[str] = frozenset()
    """What is to be counted (何人, 何校)."""
    by_name: tuple[re.Pattern[str], ...] = ()
    """How what is asked for by its name is written (何月何日)."""
    more: bool = False
    """Something else besides, of whatever kind."""
    one_side: bool = False
    """Words of the side, asking or replying, that answers best."""
    text: str = ""
    """How it is put."""

    @classmethod
    def of(cls, asked: Question) -> Wanted:
        """What is read from the wording of a question."""
        wish = asked.about_question and asks_for_a_wish(asked.text)
        return cls(
            asked.kinds,
            years_compared(asked.text),
            asks_whether(asked.text),
            asks_for_a_plan(asked.text),
            asks_of_a_case(asked.text),
            asks_for_a_total(asked.text),
            asks_for_a_change(asked.text),
            wish,
            asked_units(asked.text),
            what_tells_it(asked.text),
            bool(MORE.search(asked.text)),
            asked.either,
            asked.text,
        )


def asks_what_was_asked(question: str) -> bool:
    """Whether a question asks what was asked, not how many questions there were, which the chair of the committee reports (７８問に及ぶ質疑)."""
    return bool(_INQUIRY.search(question)) and not _HOW_MANY_WERE_ASKED.search(question)
