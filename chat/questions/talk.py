"""What the service does with a conversation beside searching the record: lines to what asks it nothing, and answers from what was spoken of.

1. `line`: of an aside (`asides`), what was asked in the conversation (`recalled`), and of a question about the minutes themselves (`about_records`), the meeting after (`next_meeting`) or who speaks
   in them (`who_spoke`) the plain line that is said;
2. `narrowed`: a follow-up that cannot stand by itself is asked of the town whose reply was shown;
3. `answer`: who spoke, in which meeting, more of it, from the exchanges of the answer before (`spoken_of`);
4. `ahead`: a follow-up that has no word of its own is asked of these exchanges first, one after a record of no town of that record.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from chat.answers.answer import CANDIDATES
from chat.answers.drafts import Draft
from chat.answers.evidence import TELLING
from chat.answers.years import tells_of
from chat.framing import quotations_in
from chat.questions.about_records import AboutRecords, Asked
from chat.questions.asides import aside, in_english
from chat.questions.elsewhere import asks_of_others, asks_what_else, asks_what_was_asked, of_the_same_person
from chat.questions.groups import NOT_SAID
from chat.questions.history import Said, said_before
from chat.questions.next_meeting import NextMeeting
from chat.questions.recalled import recalled
from chat.questions.spoken_of import SpokenOf, asks_for_more, asks_of_group, is_about_the_last
from chat.questions.who_spoke import WhoSpoke
from chat.saying import Saying
from chat.types import Answer, FoundExchange, Message
from corpus.register import register
from corpus.store import Store
from corpus.types import StoredExchange
from retriever.asked import Question
from retriever.question import normalise
from retriever.types import Filter, Hit

Towns = Callable[[Sequence[Message], date], tuple[str, ...]]
"""The towns that a conversation is about."""

_FURTHER = re.compile(
    r"(?:ほか|他)に(?:は|も|、)?(?!は?どう)|(?:その|この)(?:ほか|他)|それ以外|(?:any|some)thing else|what else",
    re.IGNORECASE,
)

OWN = 0.5
"""Weight from which a word of a follow-up is looked for in what was found: 家賃, not 増える."""

FEW_MISSING, ALL_MISSING = 0.5, 1.0
"""`Features.focus_missing` of an answer that has most words of what a question is about, and of one that has none."""

ALL_SHOWN = Saying(
    "この件への答弁のうち示せる文は、すべて示しています。番号を開くと、前後の文とあわせて読めます。",
    "All sentences of the reply to this that can be shown are shown. Open a number to read them with what stands around them.",
)

OF_WHICH = Saying(
    "どの発言のことか分かりません。先に、知りたい事柄をお尋ねください。",
    "I cannot tell which words are meant. Please ask about the matter first.",
)
"""Where the town that is spoken of is another than that of whose record something was shown."""


class Talk:
    """A conversation over a store. Thread-safe."""

    def __init__(self, records: AboutRecords, store: Store, spoken: SpokenOf, towns: Towns) -> None:
        self._records, self._spoken, self._towns = records, spoken, towns
        self._speakers, self._next = WhoSpoke(store), NextMeeting(store)

    def line(self, question: str, history: Sequence[Message], today: date) -> Answer | None:
        """What is said to a message that no sentence of the record answers; None for a question."""
        if line := aside(question):
            text = line.of(in_english(question))
            return Answer(question, "no_evidence", text, aside=True)
        said = said_before(history)
        if told := recalled(question, [one.question for one in said]):
            return Answer(question, "no_evidence", told, aside=True)
        before = said[-1:]
        last = before[0] if before else Said("")
        asked = Asked(
            question,
            self._towns(history, today),
            bool(quotations_in(last.answer)),
            lambda: self._spoken.exchanges(last.answer),
            last.question,
        )
        told = self._records.of(asked, today)
        told = told or self._next.of(question, asked.towns, asked.spoken, today)
        if not (told or (asked.shown and is_about_the_last(normalise(question)))):
            told = self._speakers.of(question, asked.towns, today)
        return Answer(question, "no_evidence", told, aside=True) if told else None

    def meant(self, question: str, history: Sequence[Message]) -> str:
        """The question by which one is read that asks what somebody said who was shown; "" for any other."""
        said = said_before(history)
        if not said or not (asks_what_else(question) or asks_what_was_asked(question, said[-1].question)):
            return ""
        shown = next((one for one in reversed(said) if quotations_in(one.answer)), Said(""))
        return of_the_same_person(question, shown.answer, self._spoken.exchanges(shown.answer))

    def spoken(self, understood: Sequence[Question]) -> tuple[StoredExchange, ...]:
        """The exchanges that a follow-up goes on from; none of other questions."""
        first = understood[0]
        if not first.follow_up:
            return ()
        towns = first.filters.towns
        found = self._spoken.exchanges(first.answered)
        # Of a question that is asked of another town now, what was shown is no answer.
        return tuple(stored for stored in found if not towns or stored.meeting.town in towns)

    def narrowed(self, understood: Sequence[Question], spoken: Sequence[StoredExchange]) -> list[Question]:
        """The questions, each follow-up with the exchanges that are spoken of. One that only goes on and names no town is asked of
        the town whose reply was shown, and so is one that might stand by itself but has no telling word (工期はどれくらい)."""
        ids = tuple(stored.exchange.id for stored in spoken)
        understood = [replace(one, spoken_of=ids) if one.follow_up else one for one in understood]
        if spoken:
            # The record that was shown tells of the town, though it is another's.
            understood = [
                replace(one, missing_towns=()) if _goes_on_of_a_town(one) else one for one in understood
            ]
        towns = {stored.meeting.town for stored in spoken}
        town = towns.pop() if len(towns) == 1 else ""
        weak = understood[0].unsure and max(understood[0].terms.own.values(), default=0.0) < TELLING
        return [
            _of_town(asked, town)
            if town and _names_no_town(asked) and (weak or _only_goes_on(asked))
            else asked
            for asked in understood
        ]

    def answer(
        self, asked: Question, spoken: Sequence[StoredExchange]
    ) -> tuple[tuple[FoundExchange, ...], Draft] | None:
        """The exchanges and the draft where nothing but who spoke, in which meeting or more of the reply is asked; None of others."""
        if not asked.follow_up or not is_about_the_last(asked.text):
            return None
        if not spoken and quotations_in(asked.answered):
            return (), Draft(OF_WHICH.of(asked.english))
        if not spoken:
            return None
        made = self._spoken.answer(asked, spoken)
        if made is None and asks_for_more(asked.text):
            found = tuple(FoundExchange(Hit(1, 1.0, one.exchange.id), one) for one in spoken[:1])
            return found, Draft(ALL_SHOWN.of(asked.english))
        if made is None and asks_of_group(asked.text):
            return (), Draft(NOT_SAID.of(asked.english))
        return made

    def is_of_what_was_shown(self, asked: Question, draft: Draft, spoken: Sequence[StoredExchange]) -> bool:
        """Whether a short question, which might as well stand by itself, goes on from the conversation: its answer is from the
        exchange that is spoken of or from one by which the record goes on from it, and that exchange has all its telling words
        (小学生も使える？). It then goes on however well another exchange has them too."""
        telling = [form for form, weight in asked.terms.own.items() if weight >= TELLING]
        if not (asked.unsure and spoken and draft.citations and telling):
            return False
        near = (spoken[0], *self._spoken.onward(spoken[0]))
        cited = draft.citations[0].exchange_id
        exchange = next((one.exchange for one in near if one.exchange.id == cited), None)
        if exchange is None:
            return False
        text = normalise(f"{exchange.question_text} {exchange.answer_text}").lower()
        return all(form in text for form in telling)

    def is_of_then(self, draft: Draft, period: Filter, spoken: Sequence[StoredExchange]) -> bool:
        """Whether an answer to a year alone (2018年は？) is of meetings of then, or of what was shown, where that tells of this year too: another
        reply that only names the year in passing is no answer where a meeting of that year has one."""
        near = [*spoken, *self._spoken.onward(spoken[0])] if spoken else []
        years = frozenset(range(int(period.since[:4]), int(period.until[:4]) + 1))
        telling = {
            one.exchange.id for one in near if tells_of(years, one.exchange.answer_text, one.meeting.date)
        }
        return all(
            one.exchange_id in telling or period.since <= one.meeting.date <= period.until
            for one in draft.citations
        )

    @staticmethod
    def keeps_its_subject(draft: Draft) -> bool:
        """Whether an answer has most words of what the question itself is about."""
        return draft.features is not None and draft.features.focus_missing <= FEW_MISSING

    @staticmethod
    def leaves_its_subject(asked: Question, draft: Draft) -> bool:
        """Whether a question that might as well stand by itself is answered with no word of its own subject: the answer is that of the
        question before (効果の検証の費用は after a question on fares)."""
        return asked.unsure and draft.features is not None and draft.features.focus_missing >= ALL_MISSING

    def ahead(
        self, asked: Question, found: tuple[FoundExchange, ...], spoken: Sequence[StoredExchange]
    ) -> tuple[FoundExchange, ...]:
        """`found`, as a follow-up changes its order.

        1. An elliptic one (いつからですか) is asked of the exchange that is spoken of and those by which the record goes on from it: these
           alone, but where it is asked of another time.
        2. One that asks of other towns: all but what is of the towns that are spoken of, and tells of no other.
        3. One that asks what else there is: all but what was shown.
        4. After a record of no town (a national council): that record alone, which no town's name tells from the others.
        5. One with a telling word of its own that none of the first has: those that have it go first.
        6. One without a word of its own by which anything could be found: the exchange that is spoken of goes first.
        """
        if asked.elliptic and spoken and not is_dated(asked):
            near = [spoken[0], *self._spoken.onward(spoken[0])]
            return tuple(
                FoundExchange(Hit(rank, 1.0, stored.exchange.id), stored)
                for rank, stored in enumerate(near, start=1)
            )
        if asked.but:
            return tuple(item for item in found if item.stored.meeting.town not in asked.but)
        if asked.across and asks_of_others(asked.text):
            towns = {stored.meeting.town for stored in spoken}
            return tuple(
                item for item in found if item.stored.meeting.town not in towns or _tells_of_others(item)
            )
        if asked.follow_up and _FURTHER.match(asked.text):
            return tuple(item for item in found if item.hit.exchange_id not in asked.spoken_of)
        if not asked.follow_up or not spoken:
            return found
        if not any(stored.meeting.town for stored in spoken) and not asked.filters.towns:
            records = {stored.minutes_id for stored in spoken}
            found = tuple(item for item in found if item.stored.minutes_id in records)
        if asked.terms.content:
            return with_its_words_ahead(asked, found)
        return _with_it_ahead(spoken[0], found)


def _with_it_ahead(stored: StoredExchange, found: tuple[FoundExchange, ...]) -> tuple[FoundExchange, ...]:
    """What was found, an exchange before it that scores as the best one."""
    best = max((item.hit.score for item in found), default=1.0)
    own = next((item for item in found if item.hit.exchange_id == stored.exchange.id), None)
    hit = replace(own.hit, score=best) if own else Hit(1, best, stored.exchange.id)
    return (FoundExchange(hit, stored), *(item for item in found if item is not own))


def with_its_words_ahead(asked: Question, found: tuple[FoundExchange, ...]) -> tuple[FoundExchange, ...]:
    """What was found for a follow-up: where none of those that are read has its most telling word, by which the new question differs
    from the one before, those that have it go before them."""
    own = asked.terms.own
    form = max(own, key=own.__getitem__, default="")
    if own.get(form, 0.0) < OWN:
        return found

    def holds(item: FoundExchange) -> bool:
        exchange = item.stored.exchange
        return form in normalise(f"{exchange.question_text} {exchange.answer_text}").lower()

    if any(map(holds, found[:CANDIDATES])):
        return found
    return (*filter(holds, found), *(item for item in found if not holds(item)))


def is_dated(asked: Question) -> bool:
    """Whether it is the question before, asked anew of the meetings of a period."""
    return bool(asked.restated and asked.filters.since and asked.filters.until)


def _only_goes_on(asked: Question) -> bool:
    return asked.follow_up and not asked.unsure


def _names_no_town(asked: Question) -> bool:
    filters = asked.filters
    return not (filters.towns or filters.prefecture or asked.missing_towns or asked.across)


def _tells_of_others(item: FoundExchange) -> bool:
    """Whether a town's reply names another one (「日野市では…と聞いています」)."""
    own = item.stored.meeting.town
    return any(found.entry.name != own for found in register().find_names(item.stored.exchange.answer_text))


def _goes_on_of_a_town(asked: Question) -> bool:
    """Whether a follow-up is of a town without minutes that was named before it, not in it."""
    return (
        asked.follow_up and bool(asked.missing_towns) and not any(map(asked.text.count, asked.missing_towns))
    )


def _of_town(asked: Question, town: str) -> Question:
    return replace(asked, filters=replace(asked.filters, towns=(town,)))
