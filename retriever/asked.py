"""What was understood of a question: all that search and answer need of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from retriever.answer_kinds import Kind
from retriever.in_time import Order
from retriever.offices import Official
from retriever.overviews import Overview
from retriever.terms import Terms
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
        """All whom it names, of either side."""
        return (*self.members, self.office.name) if self.office.name else self.members

    def of(self, town: str) -> Question:
        """What this question asks of a town."""
        return self.each.get(town, self)
