"""The sections of a dossier that are drawn from its exchanges: promises, figures, what no reply has covered, the outline of a 通告."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from chat import naming
from chat.answers import wording
from chat.answers.member_questions import ASKS, shared
from chat.commitments.open_promises import Listed, promises_of, standing
from chat.desk.brief_types import Found, Line, Marks, Quoted
from chat.desk.check import COVERED, SURE
from chat.desk.facts import Fact, facts
from chat.ports import AnswerService
from chat.types import Citation, town_of
from chat.words import t
from corpus.sentences import sentences
from corpus.spans import cut
from corpus.types import StoredExchange
from retriever.types import Filter

NAMES = 0.6
"""A heading names the theme from this share of its pairs of letters on (情報セキュリティ in 情報セキュリティー対策: 1)."""


def place_of(stored: StoredExchange) -> str:
    """The meeting of an exchange with its topic, in the language of the page."""
    topic = stored.exchange.topic or stored.exchange.agenda
    place = naming.place(stored.meeting)
    return t("{place}「{topic}」", place=place, topic=topic) if topic else place


def _said(found: Found) -> Iterator[tuple[Citation, tuple[Fact, ...]]]:
    """Each sentence of the quoted reply that states a fact, as a quotation of its own."""
    for one in _sentences(found):
        if said := facts(one.quote, one.meeting.date):
            yield one, said


def _in_reply(service: AnswerService, found: Found) -> Iterator[tuple[Citation, tuple[Fact, ...]]]:
    """The same of all sentences of the reply."""
    exchange, day = found.stored.exchange, found.stored.meeting.date
    for number, turn in enumerate(exchange.answers):
        for start, end in sentences(turn.text):
            said = facts(turn.text[start:end], day)
            if said and (citation := service.quote(exchange.id, "answer", number, start, end)):
                yield citation, said


def _sentences(found: Found) -> Iterator[Citation]:
    """The sentences of the quoted reply, each a piece of a verified quotation."""
    for citation in found.answers:
        for start, end in sentences(citation.quote):
            before, behind = citation.torn
            yield replace(
                citation,
                quote=citation.quote[start:end],
                spans=cut(citation.spans, start, end),
                torn=(before and start == 0, behind and end == len(citation.quote)),
            )


def label_of(found: Found) -> str:
    """答 for a reply, 説明 where nobody had asked (a report, a notice)."""
    return t("答") if found.stored.exchange.questions else t("説明")


def promises(
    service: AnswerService, listed: Listed, theme: str, own: Sequence[Found], marks: Marks
) -> Iterator[tuple[Found, Line]]:
    """What is promised on the theme: everything in an exchange whose heading names it, else what is quoted of the reply; each
    once, where it was said last."""
    lines: dict[str, tuple[Found, Line]] = {}
    for place, found in enumerate(own):
        day = found.stored.meeting.date
        later = sum(one.stored.meeting.date > day for one in own[place + 1 :])
        spans = tuple(span for citation in found.answers for span in citation.spans)
        quoted = None if shared(theme, found.stored.exchange.topic) >= NAMES else spans
        for promise, citation in promises_of(service, listed, found.stored, quoted):
            text = t("{what}（{place}）", what=standing(promise, later), place=place_of(found.stored))
            said = wording.plain(citation.quote)
            lines.pop(said, None)
            lines[said] = found, Line(text, (Quoted(label_of(found), marks.mark(citation)),))
    yield from lines.values()


_REFERENCE = ("ページ", "条", "号")
"""Counters that point into a document."""


def figures(
    service: AnswerService, theme: str, own: Sequence[Found], others: Sequence[Found], marks: Marks
) -> Iterator[Line]:
    """Each sentence that names a figure or date, once: of what is quoted, and of the own town's whole reply where its heading names the
    theme."""
    seen: set[str] = set()
    for one in (*own, *others):
        whole = one in own and shared(theme, one.stored.exchange.topic) >= NAMES
        for citation, said in _in_reply(service, one) if whole else _said(one):
            values = [fact.text for fact in said if fact.kind != "commitment" and fact.unit not in _REFERENCE]
            plain = wording.plain(citation.quote)
            if values and plain not in seen:
                seen.add(plain)
                said_of = naming.listed(dict.fromkeys(values))
                text = t("{what}（{place}）", what=said_of, place=naming.place(one.stored.meeting))
                yield Line(text, (Quoted(label_of(one), marks.mark(citation)),))


def unanswered(opinions: Sequence[Found]) -> list[Line]:
    """Questions and opinions to which the record has no reply."""
    return [
        Line(
            t("答弁の記録がない質問・意見（{place}）", place=place_of(one.stored)),
            (Quoted(t("意見"), one.question),),
        )
        for one in opinions
        if one.question
    ]


def not_given(own: Sequence[Found], marks: Marks) -> list[Line]:
    """What a reply itself says is unknown, undecided or not at hand, each sentence once."""
    lines: dict[str, Line] = {}
    for one in own:
        for citation in _sentences(one):
            plain = wording.plain(citation.quote)
            if plain not in lines and wording.NOT_GIVEN.search(plain):
                text = t("答弁で示されなかった点（{place}）", place=place_of(one.stored))
                lines[plain] = Line(text, (Quoted(label_of(one), marks.mark(citation)),))
    return list(lines.values())


def only_elsewhere(service: AnswerService, others: Sequence[Found], mine: Filter, town: str) -> list[Line]:
    """What another town was asked on the theme and the own town's record does not answer."""
    lines = []
    for one in others:
        if one.question is None or not ASKS.search(wording.plain(one.question.quote)):
            continue
        if not service.nearest(one.question.quote[:300], mine, 2, SURE, COVERED):
            answer = tuple(Quoted(label_of(one), citation) for citation in one.answers[:1])
            towns = {"other": naming.town(town_of(one.stored)), "town": naming.town(town)}
            text = t("{other}で質問され、{town}では答弁が見つからない点", **towns)
            lines.append(Line(text, (Quoted(t("問"), one.question), *answer)))
    return lines
