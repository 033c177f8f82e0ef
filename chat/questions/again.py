"""Questions that mean an earlier one: the one before it asked of another town, time or member (`elsewhere`), or a matter that is gone back to.

Both are read by reading the earlier question, or what is asked of it, as if nothing had been said since.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from chat.answers.years import years_named
from chat.framing import quotations_in, towns_shown
from chat.notices import is_refusal
from chat.questions.about_records import is_about_records
from chat.questions.elsewhere import (
    adds,
    leaves_nothing,
    means_the_others,
    newest_alone,
    of_an_office,
    of_another_member,
    period_alone,
    wider_area,
    without,
)
from chat.questions.from_then import asks_what_came_after, counted, newest_shown, undated
from chat.questions.history import Said, earlier, is_bare, messages_of
from chat.questions.spoken_of import is_about_the_last
from chat.types import Message
from corpus.periods import day_after, find_periods
from retriever.asked import Question
from retriever.offices import Official
from retriever.question import asks_across_towns, normalise
from retriever.scope import read_scope
from retriever.town_clauses import spellings
from retriever.types import Filter

TO_IT = "これに対する答弁は"
"""Asks for what was replied to the words that are shown."""


class Reads(Protocol):
    """Reads a question after a conversation; see `chat.questions.understanding.Understands`."""

    def read(
        self, question: str, history: Sequence[Message], filters: Filter, today: date
    ) -> list[Question]: ...

    def alone(self, question: str, filters: Filter, today: date) -> Question: ...


class Again:
    """Reads questions that mean an earlier one. Thread-safe."""

    def __init__(self, reads: Reads, towns: Callable[[], tuple[str, ...]]) -> None:
        """`towns`: those that have minutes."""
        self._reads, self._towns = reads, towns

    def scope(self, said: Sequence[Said], today: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The towns that a conversation is about: those of the newest question that names any, or that somebody set for it; (with minutes,
        without).

        A town without minutes that a reply to the question tells of is spoken of in passing where another has been asked about before.
        Where a question that names no town has since been answered by the record of another, the conversation has left the town: none is told.
        """
        missing: tuple[str, ...] = ()
        shown: tuple[str, ...] = ()
        for one in reversed(said):
            if one.towns is not None:
                return one.towns, ()
            scope = read_scope(one.question, self._towns(), today)
            if scope.named_towns or (scope.missing and not missing and not quotations_in(one.answer)):
                left = shown and scope.named_towns and not set(shown) & set(scope.named_towns)
                return ((), ()) if left else (scope.named_towns, scope.missing)
            shown = shown or towns_shown(one.answer, self._towns())
            missing = missing or scope.missing
            if asks_across_towns(one.question):
                break
        return (), missing

    def back(self, question: str, said: Sequence[Said], filters: Filter, today: date) -> list[Question]:
        """What is asked of an earlier matter; empty where a question goes back to none."""
        if found := earlier(question, said):
            rest, until = found
            if leaves_nothing(rest, ()):
                return self._reads.read(until[-1].question, messages_of(until[:-1]), filters, today)
            read = self._reads.read(rest, messages_of(until), filters, today)
            return [replace(one, unsure=False) for one in read if one.follow_up] or read
        # 「金沢市に戻ります。誰が答えていますか」: who replied there.
        named = read_scope(question, self._towns(), today).named_towns
        if not named or filters.towns or not is_about_the_last(rest := without(question, spellings(named))):
            return []
        places = (i for i in reversed(range(len(said))) if self.scope(said[: i + 1], today)[0] == named)
        place = next(places, None)
        return [] if place is None else self._reads.read(rest, messages_of(said[: place + 1]), filters, today)

    def of(
        self, alone: Question, question: str, said: Sequence[Said], filters: Filter, today: date
    ) -> list[Question]:
        """The question before, asked anew, where this one says nothing but of which town or member it is asked now; empty for any
        other.

        Questions about who spoke and about the minutes themselves are passed over: they are no matter that another town could have.
        """
        while said and self._is_no_matter(said[-1].question, today):
            said = said[:-1]
        if not said:
            return []
        if alone.members:
            return self._of_another_member(alone, question, said, filters, today)
        if alone.office and not alone.filters.towns and of_an_office(question, str(alone.office)):
            return self._of_an_office(alone.office, said, filters, today)
        named, every = self._named(question, today)
        if named and leaves_nothing(question, spellings(every)):
            return self._of_towns(named, question, said, filters, today)
        if (area := wider_area(question)) and (of_it := self._of_area(area, said, filters, today)):
            return of_it
        if newest_alone(question) and (matter := self._matter(said, today)):
            return self._newest(matter[-1].question, matter, filters, today)
        if asks_what_came_after(question) and (matter := self._matter(said, today)):
            day = newest_shown(matter[-1].answer, today)
            given = replace(filters, since=day_after(day)) if day and not filters.since else filters
            return self._newest(undated(matter[-1].question, today), matter, given, today)
        if not filters.towns and means_the_others(question):
            return self._of_the_others(self._matter(said, today) or said, said, filters, today)
        return []

    def _of_another_member(
        self, alone: Question, question: str, said: Sequence[Said], filters: Filter, today: date
    ) -> list[Question]:
        last = said[-1].question
        theirs = self._reads.alone(last, filters, today).members
        other = of_another_member(question, alone.members, last, theirs)
        return self._restated(other, messages_of(said[:-1]), filters, today) if other else []

    def _of_an_office(
        self, office: Official, said: Sequence[Said], filters: Filter, today: date
    ) -> list[Question]:
        """What an office replied to the words of a member that were shown, else to the matter that is spoken of; empty where there is none (what a
        meeting took up), so that it is asked what it said at all."""
        matter = self._matter(said, today)
        while matter and self._is_of_an_office(matter[-1].question, today):
            matter = matter[:-1]
        before = self._reads.alone(matter[-1].question, Filter(), today) if matter else None
        if before and before.members and quotations_in(matter[-1].answer):
            found = self._reads.read(TO_IT, messages_of(matter), filters, today)
        elif before is None or before.overview:
            return []
        else:
            while len(matter) > 1 and self._says_little(matter[-1].question, today):
                matter = matter[:-1]
            read = self._restated(matter[-1].question, messages_of(matter[:-1]), filters, today)
            found = [one for one in read if not one.overview]
        return [replace(one, office=office) for one in found]

    def _is_of_an_office(self, question: str, today: date) -> bool:
        """Whether a question says nothing but which office is meant."""
        office = self._reads.alone(question, Filter(), today).office
        return bool(office) and of_an_office(question, str(office))

    def _of_towns(
        self, named: tuple[str, ...], question: str, said: Sequence[Said], filters: Filter, today: date
    ) -> list[Question]:
        """Of the towns that are `named` now; those of before too, where they are added."""
        if adds(question):
            named = tuple(dict.fromkeys((*self.scope(said, today)[0], *named)))
        given = filters if filters.towns else replace(filters, towns=named)
        found = self._restated(said[-1].question, messages_of(said[:-1]), given, today)
        return [replace(one, across=len(given.towns) > 1) for one in found]

    def _of_area(self, area: str, said: Sequence[Said], filters: Filter, today: date) -> list[Question]:
        """Of the country or prefecture, where nothing was found of the town: a sentence that only names the country does not tell it. Else
        what was shown may tell of both."""
        last = said[-1]
        named, every = self._named(last.question, today)
        if not is_refusal(last.answer) or (named and leaves_nothing(last.question, spellings(every))):
            return []
        return self._restated(f"{area}では、{last.question}", messages_of(said[:-1]), filters, today)

    def _newest(self, question: str, matter: Sequence[Said], filters: Filter, today: date) -> list[Question]:
        """What was said last of the matter; `question`: what was asked of it."""
        found = self._restated(question, messages_of(matter[:-1]), filters, today)
        return [replace(one, order="newest") for one in found]

    def _of_the_others(
        self, matter: Sequence[Said], said: Sequence[Said], filters: Filter, today: date
    ) -> list[Question]:
        """Of all towns but those that were spoken of."""
        while len(matter) > 1 and self._says_little(matter[-1].question, today):
            matter = matter[:-1]
        found = self._restated(matter[-1].question, messages_of(matter[:-1]), filters, today)[:1]
        but = self.scope(said, today)[0] or towns_shown(said[-1].answer, self._towns())
        return [
            replace(one, filters=replace(one.filters, towns=()), missing_towns=(), across=True, but=but)
            for one in found
        ]

    def dated(self, question: str, said: Sequence[Said], filters: Filter, today: date) -> list[Question]:
        """The question before, asked of the meetings of a period, where this one names the period and nothing else; empty for any
        other. (The year may also be one that a reply speaks of: the caller tries both.)"""
        period = period_alone(question, today)
        if not said or filters.since or filters.until or not period or not years_named(question):
            return []
        dated = replace(filters, since=period.since, until=period.until)
        said = self._matter(said, today) or said
        return self._restated(said[-1].question, messages_of(said[:-1]), dated, today)

    @staticmethod
    def leaves_period(alone: Question, own: bool, said: Sequence[Said], today: date) -> bool:
        """Whether a follow-up with a subject of its own (`own`) leaves the period of an earlier question in which nothing was found: the
        period was a try, and the new subject has not been looked for in other years."""
        if not own or alone.filters.since or alone.filters.until:
            return False
        dated = [one for one in said if find_periods(normalise(one.question), today)]
        return bool(dated) and not quotations_in(dated[-1].answer)

    def _matter(self, said: Sequence[Said], today: date) -> Sequence[Said]:
        """A conversation up to the newest question that has a matter: not one that says only of when the matter is asked, or asks of what
        was shown."""
        while said and (
            period_alone(said[-1].question, today)
            or newest_alone(said[-1].question)
            or asks_what_came_after(said[-1].question)
            or counted(said[-1].question, said[:-1], today) != said[-1].question
            or self._is_no_matter(said[-1].question, today)
        ):
            said = said[:-1]
        return said

    def _says_little(self, question: str, today: date) -> bool:
        """Whether a question of a conversation (担当は？) could be asked of no other town without those before it."""
        terms = self._reads.alone(question, Filter(), today).terms
        return is_bare(terms.content, max(terms.own.values(), default=0.0))

    def _restated(
        self, question: str, before: Sequence[Message], filters: Filter, today: date
    ) -> list[Question]:
        read = self._reads.read(question, before, filters, today)
        # That a town is named makes no overview of its meeting out of a follow-up.
        kept = [one for one in read if one.follow_up or not one.overview] or read
        return [replace(one, restated=one.restated or question) for one in kept]

    def _is_no_matter(self, question: str, today: date) -> bool:
        return is_about_the_last(normalise(question)) or is_about_records(question, self._towns(), today)

    def _named(self, question: str, today: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The towns that a question asks about, and with them those that it rules out (平塚市ではなくて)."""
        asked = read_scope(question, self._towns(), today)
        towns = asked.named_towns or asked.missing
        mentioned = read_scope(question, self._towns(), today, examples=True)
        return towns, (*towns, *mentioned.named_towns, *mentioned.missing)
