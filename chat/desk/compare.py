"""One question put to several towns: per town the best exchange with its answering sentences, or that there is no record.

Each town is asked alone, but beside the others: a town whose evidence is weak beside the best town's has no record (`chat.answers.towns`). Quotations are those of `ask`, verified there.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from chat import naming
from chat.answers import wording
from chat.answers.towns import IN_A_TABLE, speaks
from chat.contract import answer_to_dict, filter_to_dict
from chat.exports import Cell, Form, Sheet, to_file
from chat.notices import need_minutes, need_towns
from chat.ports import AnswerService
from chat.refusals import refusal
from chat.types import AmongTowns, Answer
from chat.words import t
from corpus.errors import SettingsError
from corpus.register import register
from corpus.sentences import sentences
from retriever.question import normalise
from retriever.types import Filter

COLUMNS = (
    "自治体", "結果", "引用表記", "日付", "答弁者", "答弁（記録のことば）", "質問の件名", "資料名", "ページ", "公式の会議録", "質疑のID",
)  # fmt: skip
"""Columns of the table."""

PRINTED = 7
"""Of these as many go on paper."""

WORDS = {
    "answered": "答弁あり",
    "no_evidence": "該当する記録なし",
    "no_minutes": "会議録が読み込まれていない",
}


@dataclass(frozen=True, slots=True)
class TownAnswer:
    """What one town's record says. `answer` is None where no minutes of the town are loaded."""

    town: str
    status: Literal["answered", "no_evidence", "no_minutes"]
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answers of the towns: in the order in which they were `named`, else those with an answer first."""

    question: str
    towns: tuple[TownAnswer, ...]
    filters: Filter
    elapsed_ms: float = 0.0
    named: bool = True
    """Whether the towns were chosen, or stood in the question; else they are all whose minutes are loaded."""

    @property
    def answered(self) -> int:
        """How many towns have an answer."""
        return sum(town.status == "answered" for town in self.towns)


def compare(
    service: AnswerService,
    question: str,
    towns: Sequence[str] = (),
    filters: Filter = Filter(),
    today: date | None = None,
) -> Comparison:
    """Asks every town the same question; see `steps`."""
    *_, last = steps(service, question, towns, filters, today)
    return last


def steps(
    service: AnswerService,
    question: str,
    towns: Sequence[str] = (),
    filters: Filter = Filter(),
    today: date | None = None,
) -> Iterator[Comparison]:
    """The comparison as it grows, a town at a time, so that a page can show it and stop it; the last one is the whole.

    Until the last, no town is set against the best: a weak answer may still give way to 「該当する記録なし」.

    Args:
        service: what answers.
        question: as typed. Towns that it names are the ones compared where `towns` is empty.
        towns: whole names (調布市); empty: those that the question names (if there are two at least), else all that `filters`
            leave.
        filters: narrows each town's record further; its own towns count where `towns` is empty.
        today: what 「昨年度」 counts from.

    Raises:
        SettingsError: the question is empty, nothing is loaded, or no loaded minutes name a town.
    """
    if not question.strip():
        raise SettingsError("質問がありません", "比べたいことを質問の形で書いてください")
    start = time.perf_counter()
    loaded = frozenset(service.towns())
    named = tuple(dict.fromkeys(towns or filters.towns)) or _named(question)
    if not named:
        need_minutes(service.reach())
        need_towns(service.towns())
    chosen = named or service.reach(filters).towns
    whole = replace(filters, towns=chosen)
    beside = AmongTowns(_top(service, question, whole), bool(named)) if len(chosen) > 1 else None
    answers: dict[str, Answer] = {}
    for number, town in enumerate(chosen, 1):
        if town in loaded:
            answers[town] = service.ask(question, (), replace(filters, towns=(town,)), today, beside=beside)
        if number < len(chosen):
            rows = _rows(chosen[:number], answers, 0.0, bool(named))
            yield Comparison(question, rows, whole, 1000 * (time.perf_counter() - start), bool(named))
    best = max((answer.confidence for answer in answers.values()), default=0.0)
    rows = _rows(chosen, answers, 0.0 if named else IN_A_TABLE * best, bool(named))
    yield Comparison(question, rows, whole, 1000 * (time.perf_counter() - start), bool(named))


def _top(service: AnswerService, question: str, whole: Filter) -> float:
    """The score of the best exchange of all the towns."""
    return max((found.hit.score for found in service.search(question, whole, 1)), default=0.0)


def _rows(
    towns: Sequence[str], answers: Mapping[str, Answer], least: float, named: bool
) -> tuple[TownAnswer, ...]:
    """A row a town. Where nobody named them, the one reply would stand among hundreds of rows without one."""
    rows = [_row(town, answers.get(town), least) for town in towns]
    return tuple(rows if named else sorted(rows, key=lambda row: row.status != "answered"))


def _row(town: str, answer: Answer | None, least: float) -> TownAnswer:
    if answer is None:
        return TownAnswer(town, "no_minutes")
    weak = answer.confidence < least and not speaks(answer.confidence, answer.cover)
    if answer.citations and (weak or _only_noted(answer)):
        text = refusal(answer.filters, answer.searched, (), False)
        answer = replace(answer, status="no_evidence", citations=(), text=text)
    return TownAnswer(town, answer.status, answer)


def _only_noted(answer: Answer) -> bool:
    """Whether all that is quoted says only that something was explained: beside replies of other towns that is none."""
    told = [one.quote[start:end] for one in answer.citations for start, end in sentences(one.quote)]
    return all(wording.NOTED.search(wording.plain(sentence)) for sentence in told)


def _named(question: str) -> tuple[str, ...]:
    """The towns that the question names where it names several; one alone is what the question is about, not a choice."""
    mentions = register().find(normalise(question))
    names = [m.candidates[0].name for m in mentions if m.candidates[0].level != "prefecture"]
    names = list(dict.fromkeys(names))
    return tuple(names) if len(names) > 1 else ()


def to_dict(comparison: Comparison) -> dict[str, Any]:
    """The comparison as JSON: an entry a town, with the keys of an answer where its record was searched."""
    return {
        "question": comparison.question,
        "filters": filter_to_dict(comparison.filters),
        "towns": [
            {"town": row.town, "status": row.status, "message": WORDS[row.status]}
            | ({"answer": answer_to_dict(row.answer)} if row.answer else {})
            for row in comparison.towns
        ],
        "elapsed_ms": round(comparison.elapsed_ms, 1),
    }


def sheet(comparison: Comparison) -> Sheet:
    """The comparison as a table: a row a quotation, a row for a town without one."""
    rows: list[tuple[Cell, ...]] = []
    for row in comparison.towns:
        if not row.answer or not row.answer.citations:
            rows.append((naming.town(row.town), t(WORDS[row.status]), *[None] * (len(COLUMNS) - 2)))
            continue
        for citation in row.answer.citations:
            day = citation.meeting.date
            rows.append(
                (
                    naming.town(row.town), t(WORDS[row.status]), naming.citation(citation.meeting, citation.speaker, citation.role),
                    naming.day(day) if day else None, citation.speaker.office or citation.speaker.name or None,
                    citation.quote.strip(), citation.topic or None, citation.source, citation.page,
                    citation.url or None, citation.exchange_id,
                )
            )  # fmt: skip
    return Sheet(t("比較"), tuple(map(t, COLUMNS)), tuple(rows), PRINTED)


def to_table(comparison: Comparison, form: Form) -> bytes:
    """The table as a file; the XLSX has a second sheet that says what was asked and when records reach."""
    asked: list[tuple[Cell, ...]] = [
        (t("質問"), comparison.question),
        (t("自治体の数"), len(comparison.towns)),
        (t("答弁のあった自治体"), comparison.answered),
    ]
    reaches: list[tuple[Cell, ...]] = [
        (t("{town}の検索範囲", town=naming.town(row.town)), naming.reach(reach))
        for row in comparison.towns
        if row.answer and (reach := row.answer.searched)
    ]
    conditions = Sheet(t("条件"), (t("項目"), t("内容")), (*asked, *reaches))
    return to_file(sheet(comparison), form, conditions)
