"""The dossier for a general question (一般質問): theme and own town in, what the record holds on it out, every line cited.

1. own town: questions and answers on the theme in time order;
2. commitments in these answers that still want a follow-up;
3. what other towns answer, the best of each;
4. figures and dates said, each in its sentence;
5. points that no reply has covered: questions left unanswered, what a reply says is not given, what only others answered;
6. a draft outline of the 通告, made of the above.

The words around the quotations are fixed, and in the language of the page; nothing about the matter itself is said that is not
quoted.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from chat import naming, wording
from chat.brief_types import Dossier, Found, Line, Marks, Quoted, Section
from chat.check import COVERED, SURE
from chat.facts import Fact, facts
from chat.open_promises import promises_of, standing
from chat.ports import AnswerService
from chat.request import ASKS, request_of, shared
from chat.towns import town_of
from chat.types import Citation, Near
from chat.words import t
from corpus.errors import SettingsError
from corpus.sentences import sentences
from corpus.spans import cut
from corpus.types import StoredExchange
from retriever.types import Filter

CONFIDENT, COVERING = 0.3, 0.5
"""An exchange is on the theme from this confidence on if its reply holds this share of the theme's words. On the five
development documents and seven themes every exchange above both was on the theme, and none below that was."""

OWN, ELSEWHERE = 30, 40
"""Exchanges read for the own town and for all others: some 10 ms each."""

SHOWN_TOWNS = 8
"""Other towns shown, the surest first."""

NEAR_TOP = 0.5
"""An opinion without reply is on the theme when it is found with this share of the best exchange's score: it has no reply that
could be read. The one on the theme among the development documents had 0.62, the others 0.17 and less."""


NAMES = 0.6
"""A heading names the theme from this share of its pairs of letters on (情報セキュリティ in 情報セキュリティー対策: 1)."""


def brief(service: AnswerService, theme: str, town: str, since: str = "", until: str = "") -> Dossier:
    """The dossier on `theme` for `town`.

    Args:
        service: what finds and quotes.
        theme: a few words (避難所の備蓄) or a question.
        town: whole name (調布市).
        since: first day of the meetings, ISO; empty: no limit.
        until: last day.

    Raises:
        SettingsError: no theme, or no minutes of the town are loaded.
    """
    if not theme.strip():
        raise SettingsError("テーマがありません", "例: 避難所の備蓄")
    if town not in service.towns():
        raise SettingsError(
            f"{town or '自治体'}の会議録は読み込まれていません",
            "自治体名を確かめるか、資料を追加してください",
        )
    start = time.perf_counter()
    period = Filter(since=since, until=until)
    mine = replace(period, towns=(town,))
    marks = Marks()
    own = _in_time(_found(service, theme, one, marks) for one in _on_theme(service, theme, mine, OWN))
    others = _elsewhere(service, theme, period, town, marks)
    opinions = _opinions(service, theme, period, mine, marks)
    promised = tuple(_commitments(service, theme, own, marks))
    missing = [*_unanswered(opinions), *_not_given(own), *_only_elsewhere(service, others, mine, town)]
    sections = (
        Section(t("これまでの質疑（時系列）"), tuple(map(_exchange_line, own)), t("{town}では、このテーマの質疑は記録に見つかりませんでした。", town=naming.town(town))),
        Section(t("その後を確かめたい答弁"), promised, t("該当する答弁は見つかりませんでした。")),
        Section(t("ほかの自治体の答弁"), tuple(map(_exchange_line, others)), t("ほかの自治体の記録には見つかりませんでした。")),
        Section(t("答弁にある数値と期日"), tuple(_figures([*own, *others], marks)), t("数値や期日を述べた答弁は見つかりませんでした。")),
        Section(t("答弁が得られていない点"), tuple(missing), t("記録からは見つかりませんでした。")),
        Section(t("通告の骨子（案）"), tuple(_outline(theme, town, own, promised, missing, others)), "", True),
    )  # fmt: skip
    elapsed = 1000 * (time.perf_counter() - start)
    return Dossier(theme, town, sections, tuple(marks.citations), service.reach(period), elapsed)


def _on_theme(service: AnswerService, theme: str, filters: Filter, k: int) -> list[Near]:
    """The exchanges and statements on the theme, the surest first."""
    return [one for one in service.nearest(theme, filters, k, CONFIDENT) if one.cover >= COVERING]


def _found(service: AnswerService, theme: str, near: Near, marks: Marks) -> Found:
    stored = near.found.stored
    question = request_of(service, stored, theme)
    asked = marks.mark(question) if question else None
    return Found(stored, asked, tuple(marks.mark(citation) for citation in near.citations))


def _in_time(found: Iterable[Found]) -> list[Found]:
    return sorted(
        found, key=lambda one: (one.stored.meeting.date, one.stored.minutes_id, one.stored.position)
    )


def _elsewhere(service: AnswerService, theme: str, period: Filter, town: str, marks: Marks) -> list[Found]:
    """The surest exchange of each other town."""
    best: dict[str, Near] = {}
    for near in _on_theme(service, theme, period, ELSEWHERE):
        name = town_of(near.found.stored)
        if name != town and len(best) < SHOWN_TOWNS:
            best.setdefault(name, near)
    return [_found(service, theme, near, marks) for near in best.values()]


def _opinions(service: AnswerService, theme: str, period: Filter, mine: Filter, marks: Marks) -> list[Found]:
    """Questions and opinions of the own town on the theme to which the record has no reply."""
    top = max((found.hit.score for found in service.search(theme, period, 1)), default=0.0)
    out = []
    for found in service.search(theme, mine, OWN):
        if found.stored.exchange.status in ("opinion", "unanswered") and found.hit.score >= NEAR_TOP * top:
            question = request_of(service, found.stored, theme)
            if question:
                out.append(Found(found.stored, marks.mark(question), ()))
    return _in_time(out)


def _exchange_line(found: Found) -> Line:
    asked = (Quoted(t("問"), found.question),) if found.question else ()
    label = t("答") if found.stored.exchange.questions else t("説明")
    return Line(_place(found.stored), (*asked, *(Quoted(label, answer) for answer in found.answers)))


def _place(stored: StoredExchange) -> str:
    topic = stored.exchange.topic or stored.exchange.agenda
    place = naming.place(stored.meeting)
    return t("{place}「{topic}」", place=place, topic=topic) if topic else place


def _said(found: Found) -> Iterator[tuple[Citation, tuple[Fact, ...]]]:
    """Each sentence of the quoted reply that states a fact, as a quotation of its own: a piece of a verified one."""
    for citation in found.answers:
        for start, end in sentences(citation.quote):
            words = citation.quote[start:end]
            if said := facts(words, citation.meeting.date):
                yield replace(citation, quote=words, spans=cut(citation.spans, start, end)), said


def _commitments(service: AnswerService, theme: str, own: Sequence[Found], marks: Marks) -> Iterator[Line]:
    """What is promised on the theme: everything in an exchange whose heading names it, else what is quoted of the reply."""
    for found in own:
        spans = tuple(span for citation in found.answers for span in citation.spans)
        quoted = None if shared(theme, found.stored.exchange.topic) >= NAMES else spans
        for promise, citation in promises_of(service, found.stored, quoted):
            text = t("{what}（{place}）", what=standing(promise), place=_place(found.stored))
            yield Line(text, (Quoted(t("答"), marks.mark(citation)),))


def _figures(found: Sequence[Found], marks: Marks) -> Iterator[Line]:
    for one in found:
        for citation, said in _said(one):
            values = [fact.text for fact in said if fact.kind != "commitment"]
            if values:
                said_of = naming.listed(dict.fromkeys(values))
                text = t("{what}（{place}）", what=said_of, place=naming.place(one.stored.meeting))
                yield Line(text, (Quoted(t("答"), marks.mark(citation)),))


def _unanswered(opinions: Sequence[Found]) -> list[Line]:
    return [
        Line(
            t("答弁の記録がない質問・意見（{place}）", place=_place(one.stored)),
            (Quoted(t("意見"), one.question),),
        )
        for one in opinions
        if one.question
    ]


def _not_given(own: Sequence[Found]) -> list[Line]:
    """What a reply itself says is unknown, undecided or not at hand."""
    return [
        Line(t("答弁で示されなかった点（{place}）", place=_place(one.stored)), (Quoted(t("答"), citation),))
        for one in own
        for citation in one.answers
        if wording.NOT_GIVEN.search(wording.plain(citation.quote))
    ]


def _only_elsewhere(service: AnswerService, others: Sequence[Found], mine: Filter, town: str) -> list[Line]:
    """What another town was asked on the theme and the own town's record does not answer."""
    lines = []
    for one in others:
        if one.question is None or not ASKS.search(wording.plain(one.question.quote)):
            continue
        near = service.nearest(one.question.quote[:300], mine, 2, SURE)
        if not any(item.cover >= COVERED for item in near):
            answer = tuple(Quoted(t("答"), citation) for citation in one.answers[:1])
            towns = {"other": naming.town(town_of(one.stored)), "town": naming.town(town)}
            text = t("{other}で質問され、{town}では答弁が見つからない点", **towns)
            lines.append(Line(text, (Quoted(t("問"), one.question), *answer)))
    return lines


def _outline(
    theme: str,
    town: str,
    own: Sequence[Found],
    promised: Sequence[Line],
    missing: Sequence[Line],
    others: Sequence[Found],
) -> list[Line]:
    """Items of a 通告; every one rests on the quotations under it."""
    lines = []
    here = naming.town(town)
    if own:
        latest = own[-1]
        last = tuple(Quoted(t("答"), citation) for citation in latest.answers[:1])
        lines.append(Line(t("{theme}について、前回の答弁以降の取組と現状の課題は。", theme=theme), last))
    else:
        lines.append(Line(t("{theme}について、{town}の現状と課題の認識は。", theme=theme, town=here), ()))
    lines += [Line(t("次の答弁のその後の進み具合と、今後の見通しは。"), line.quotes) for line in promised]
    for line in missing:
        elsewhere = line.quotes[0].citation.meeting.municipality
        if elsewhere and elsewhere.name != town:
            there = naming.town(elsewhere.name)
            lines.append(
                Line(t("{other}では次の質疑がある。{town}の考えは。", other=there, town=here), line.quotes)
            )
        else:
            lines.append(Line(t("次の点について、改めて見解は。"), line.quotes))
    used = {quote.citation.mark for line in lines for quote in line.quotes}
    for one in others:
        fresh = tuple(Quoted(t("答"), citation) for citation in one.answers[:1] if citation.mark not in used)
        if fresh:
            there = naming.town(town_of(one.stored))
            lines.append(
                Line(t("{other}の次の取組を踏まえた、{town}の考えは。", other=there, town=here), fresh)
            )
    return lines
