"""What was understood of a question: all that search and answer need of it; what a follow-up takes over from the one before; whether it names a matter
at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from retriever.answer_kinds import Kind
from retriever.in_time import Order
from retriever.offices import Official
from retriever.overviews import Overview
from retriever.sides import names_a_speaker
from retriever.terms import ASKING_WEIGHT, INFORMATIVE, Terms
from retriever.types import Filter, SearchQuery


@dataclass(frozen=True, slots=True)
class Question:
    """What was understood. `text` is normalised, for matching only; `terms` are of the question alone, `query` with context."""

    text: str
    terms: Terms
    query: SearchQuery
    filters: Filter
    kinds: frozenset[Kind]
    missing_towns: tuple[str, ...] = ()
    across: bool = False
    about_question: bool = False
    both: bool = False
    """Who asked and who replied is wanted: each is quoted."""
    overview: Overview = ""
    """What a meeting or a member took up at all is wanted, or what was replied, if no word of it names a matter; see `retriever.overviews`."""
    order: Order = ""
    """Of the replies to it the newest or the oldest is wanted; see `retriever.in_time`."""
    who_said: bool = False
    """The speaker is wanted, of whichever side."""
    either: bool = False
    """A follow-up to a question about a member's words that does not say whose it asks for (「市だけで進めるのですか」): those of the side that
    answers best."""
    english: bool = False
    foreign: bool = False
    partly: bool = False
    """Asked in a language of which only the words are understood that Japanese has as well; see `retriever.korean`."""
    follow_up: bool = False
    unsure: bool = False
    """A follow-up only if what it goes on from has its words: nothing but its shortness says that it is one."""
    answered: str = ""
    """Of a follow-up the answer that it goes on from."""
    about: Mapping[str, float] = field(default_factory=dict)
    """Of a follow-up the informative words that it goes on from, with their weights."""
    elliptic: bool = False
    """A follow-up that says nothing but which kind of thing is asked for (いつから？ 理由は？)."""
    spoken_of: tuple[str, ...] = ()
    """Of a follow-up the exchanges whose sentences were shown before it, by id."""
    restated: str = ""
    """The question before it as it was typed, where that is asked anew of another town, time or member; `text` is that question's."""
    but: tuple[str, ...] = ()
    """Of a question across towns those that were spoken of before it, where it asks for the others."""
    wider: bool = False
    """Asked of all towns after a conversation about some: tried only where nothing else answers."""
    kana: bool = False
    """Typed in kana only: among `terms` are readings, to be compared with the readings of the record's words."""
    focus: tuple[str, ...] = ()
    """Forms of the words that name what is asked for."""
    office: Official = field(default_factory=Official)
    """Who is asked for by an office as the one that answered."""
    members: tuple[str, ...] = ()
    """The members whom it names; see `retriever.persons`."""
    names: frozenset[str] = frozenset()
    """Forms of these names."""
    each: Mapping[str, Question] = field(default_factory=dict)
    """Of a question that asks several towns about a matter of their own: that of each town; see `retriever.town_clauses`."""

    @property
    def persons(self) -> tuple[str, ...]:
        """The names of all persons in the question: members, and who holds the office asked for."""
        return (*self.members, self.office.name) if self.office.name else self.members

    def of(self, town: str) -> Question:
        """What this question asks of a town."""
        return self.each.get(town, self)


PREVIOUS = 0.55
"""Weight of the previous question's words beside a follow-up's own: they name the subject, its own words what is wanted of it. A
starting value, not tuned; re-measure on the follow-ups of the gold sets with `kaigiroku eval run`."""

ANSWERED = 0.2
"""Weight of the previous answer's words: enough to tell two exchanges of one subject apart, not enough to lead away."""


def completed(asked: Question, before: Question, answered: str, said: Mapping[str, float]) -> Question:
    """A follow-up with what it goes on from: the words of the question `before` and those that were `answered` count less than its own, and
    the scope is taken over where it names none.

    Args:
        asked: the follow-up by itself.
        before: the question that it goes on from.
        answered: what was replied to that.
        said: the weighted words of `answered`.
    """
    words = dict(asked.query.terms)
    for terms, share in ((dict(before.query.terms), PREVIOUS), (said, ANSWERED)):
        for form, weight in terms.items():
            words[form] = max(words.get(form, 0.0), share * weight)
    filters = asked.filters
    if not filters.towns and not asked.missing_towns and not asked.across:
        filters = replace(filters, towns=before.filters.towns)
    if not (filters.since or filters.until):
        filters = replace(filters, since=before.filters.since, until=before.filters.until)
    theirs = (before.about_question or before.who_said) and not names_a_speaker(asked.text)
    either = theirs and not (asked.about_question or asked.who_said)
    return replace(
        asked,
        who_said=asked.who_said or either,
        either=either,
        members=asked.members or (before.members if theirs else ()),
        names=asked.names | (before.names if theirs else frozenset()),
        query=replace(asked.query, text=f"{before.query.text} {asked.text}", terms=tuple(words.items())),
        filters=filters,
        follow_up=True,
        answered=answered,
        about={form: weight for form, weight in before.terms.all.items() if weight >= INFORMATIVE},
    )


OF_A_MATTER = frozenset(
    """今後 将来 課題 問題 問題点 効果 成果 実績 目的 目標 狙い 費用 経費 メリット デメリット 利点 欠点 長所 短所 スケジュール 日程 時期 期間
    対象 対象者 場所 理由 原因 背景 経緯 方法 手段 方針 見通し 見込み 進捗 進捗状況 状況 現状 内容 結果 影響 意義 必要性 実施 導入 運用 活用 整備 利用 検討 対応 対策 取組 取り組み 周知
    規模 範囲 条件 要件 根拠 財源 人数 件数 回数 割合 金額 増減 推移 変化 違い 特徴 概要 詳細 結論 未だ もう 既に 終わる 始まる 始める 進む 変わる 増える 減る
    改善 改善策 解決 解決策 対応策 対策 打開策 懸念 懸念点 反応 評価 声 意見 要望 台数 枚数 戸数 箇所数
    賛成 反対 賛同 批判 成る なる 残る 抱える 起きる 起こる 挙げる 挙がる 出る 予定 計画 結論 まとめ
    良い 悪い 有る 無い 必要 可能 主 主な 大きい 一番 最も""".split()
)
"""Words that are of a matter and are none: of what, somebody who asks so has in mind."""


def names_no_matter(asked: Question) -> bool:
    """Whether a question can only be understood by who asks it: it says neither of what (改善策は, 費用と効果は), nor of whom, where or
    when."""
    if asked.follow_up or asked.foreign or asked.english or asked.kana or asked.overview or asked.across:
        return False
    if asked.filters or asked.missing_towns or asked.persons or asked.office:
        return False
    words = {form for form, weight in asked.terms.own.items() if weight > ASKING_WEIGHT}
    return bool(asked.terms.own) and asked.terms.content <= 2 and words <= OF_A_MATTER


def outermost(forms: Iterable[str]) -> list[str]:
    """The words that stand in none of the others, in their order: of a compound and its parts the compound."""
    among = list(dict.fromkeys(forms))
    return [form for form in among if not any(form != other and form in other for other in among)]
