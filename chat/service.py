"""The one call behind page, API and command: a question in, a verified answer out.

`Service.ask`:

1. read the question: kinds of answer asked for, scope (towns, period), follow-up context, weighted words with synonyms;
2. search: words and meaning fused, filters inside; where several towns are asked for, the best of each town first;
3. of the best exchange (of each town) choose the sentences that answer;
4. decide by the calibrated score whether they are shown or the question is refused, and for which reading (`chat.meant`);
5. make citations and check each against the stored record; compose the text.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from chat.answers.drafts import Draft
from chat.answers.matters import by_matter
from chat.answers.years import no_such_year
from chat.finding import HITS, has_member, ordered
from chat.held.feedback import program_version, record
from chat.held.shelf import Shelf
from chat.last_said import newest
from chat.llm import Model
from chat.lookup import Lookup, today_here
from chat.meant import Drafted, surest
from chat.notices import index_behind, not_in_calendar, outside_towns, read_in_part
from chat.questions.about_records import AboutRecords
from chat.questions.circumstances import what_is_asked
from chat.questions.groups import Groups
from chat.questions.length import as_read
from chat.questions.one_by_one import OneByOne
from chat.questions.overview import OF_WHAT, Overviews
from chat.questions.spoken_of import SpokenOf
from chat.questions.talk import Talk
from chat.questions.times_asked import TimesAsked
from chat.questions.understanding import ByModel, Understands, scoped
from chat.questions.wording_asked import AskedWording, asked_wording
from chat.refusals import refusal
from chat.remarks import remarks
from chat.settings import Settings
from chat.types import AmongTowns, Answer, FoundExchange, Message, Stage
from chat.where_it_stands import NOWHERE, WhereItStands
from corpus.eras import fold
from corpus.period_rules import no_such_days
from corpus.store import Store
from retriever.asked import Question, names_no_matter
from retriever.scope import read_scope
from retriever.tokenize import version as tokenizer_version
from retriever.types import Filter

if TYPE_CHECKING:
    from chat.answers.generation import Heard, Writer, Written
    from retriever.search import Searcher


class Service(Lookup):
    """Asking, finding, opening, adding and removing. May be shared by threads."""

    def __init__(self, store: Store, searcher: Searcher, settings: Settings) -> None:
        """Use `Service.open`."""
        super().__init__(store, searcher, settings)
        model = Model.from_settings(settings)
        self._reader: Understands = ByModel(self._rules, model) if model else self._rules
        self._writer = _writer(model, store) if model else None
        tokens = searcher.index.tokenizer.tokens
        self._groups = Groups(store, searcher, tokens, self.towns)
        self._overviews = Overviews(store, tokens, self._romanise, self._finder.of_members)
        spoken = SpokenOf(store, searcher, self.analyser, self._romanise)
        records = AboutRecords(self.sources, self.reach)
        self._talk = Talk(records, store, spoken, self._rules.towns_of)
        self._one_by_one = OneByOne(store, self.analyser, tokens)
        self._times = TimesAsked(store, searcher)
        self._places = WhereItStands(store, searcher, self._words, self._romanise)
        self._examples: dict[bool, tuple[int, tuple[str, ...]]] = {}
        """By whether they are English: the documents (`generation`) for which they were found, and the questions."""

    @cached_property
    def shelf(self) -> Shelf:
        """The documents, for who keeps them."""
        return Shelf(self.store, self._read_in, self.ledger)

    @classmethod
    def open(cls, settings: Settings) -> Service:
        """The service over the settings' store; store and index are made where missing."""
        from retriever.encoders import load_encoder
        from retriever.search import Searcher

        store = Store.open(settings.store)
        return cls(store, Searcher(store, load_encoder(settings.encoder)), settings)

    def ask(
        self,
        question: str,
        history: Sequence[Message] = (),
        filters: Filter = Filter(),
        today: datetime.date | None = None,
        exact: bool = False,
        stage: Callable[[Stage], None] = lambda _: None,
        heard: Heard | None = None,
        beside: AmongTowns | None = None,
    ) -> Answer:
        """Answers with verified quotations, or says that the record holds nothing.

        Args:
            question: as typed, in any language.
            history: the conversation so far, oldest first.
            filters: set by hand; they win over what the question says.
            today: what 「昨年度」 counts from; default: today.
            exact: the filters are all there is: town and period that the question itself names do not narrow.
            stage: told what begins.
            heard: where a language model writes, called with each verified sentence; the answer may still be the quotations.
            beside: that the town of the filters is asked for beside others.
        """
        start = time.perf_counter()
        typed, history, today = _readable(question), self._said(history), today or today_here()
        question = self._asked(typed)
        stage("search")
        if beside is None and (said := self._talk.line(question, history, today)):
            return replace(said, question=typed, elapsed_ms=1000 * (time.perf_counter() - start))
        if beside is None and (counted := self._counted(question, filters, today, exact)):
            return replace(counted, question=typed, elapsed_ms=1000 * (time.perf_counter() - start))
        meant, of_whom = question, ""
        wording = asked_wording(question) if beside is None else None
        if wording and (placed := self._placed(question, wording, filters, today, exact, start)):
            return replace(placed, question=typed)
        if beside is None:
            meant, of_whom, history = self._meant(question, history, today)
        understood = scoped(self._reader.read(meant, history, filters, today), filters, exact)
        answer = self._answer(question, understood, start, stage, self._writer, heard, beside)
        if beside is not None:
            return replace(answer, question=typed)
        if not answer.aside:
            ask = partial(self.ask, today=today, exact=exact, heard=heard)
            leaning = history if any(asked.follow_up for asked in understood) else ()
            answer = self._one_by_one.of(question, answer, ask, leaning, filters)
        english = understood[-1].english
        nowhere = (NOWHERE.of(english),) if wording and wording.outright else ()
        notes = self._said_beside(question, of_whom, filters, today, english)
        in_part = filter(None, [read_in_part(typed, english)])
        return replace(answer, question=typed, notes=(*in_part, *nowhere, *notes, *answer.notes))

    def _counted(self, question: str, filters: Filter, today: datetime.date, exact: bool) -> Answer | None:
        """How often a matter was asked about, where that is the question."""
        told = self._times.of(
            question, lambda matter: scoped(self._rules.read(matter, (), filters, today), filters, exact)[-1]
        )
        return Answer(question, "no_evidence", told, aside=True) if told else None

    def _placed(
        self,
        question: str,
        wording: AskedWording,
        filters: Filter,
        today: datetime.date,
        exact: bool,
        start: float,
    ) -> Answer | None:
        """Where a wording stands whose place a question asks for; None where it stands nowhere."""
        asked = scoped(self._rules.read(wording.rest, (), filters, today), filters, exact)[-1]
        placed = self._places.of(wording.words, asked)
        return self._composed(question, Drafted(asked, *placed), start) if placed else None

    def _meant(
        self, question: str, history: Sequence[Message], today: datetime.date
    ) -> tuple[str, str, Sequence[Message]]:
        """(the question with the person or the members who are meant by it, what is said of these, the talk that it leans on)."""
        if person := self._talk.meant(question, history):
            return person, "", ()
        return (*self._groups.meant(question, today), history)

    def _said_beside(
        self, question: str, of_whom: str, filters: Filter, today: datetime.date, english: bool
    ) -> Iterator[str]:
        """What is said beside an answer: towns that the question names outside the filters, dates that are none, whose group is meant
        (`of_whom`), an index that is behind."""
        left = self._outside(question, filters, today)
        outside = outside_towns(left, filters.towns, english) if left else ""
        behind = index_behind(english) if self.searcher.index.behind() else ""
        undated = not_in_calendar(no_such_days(fold(question)), english)
        yield from filter(None, (outside, undated, of_whom, behind))

    def quoted(
        self,
        question: str,
        history: Sequence[Message] = (),
        filters: Filter = Filter(),
        exact: bool = False,
        beside: AmongTowns | None = None,
    ) -> Answer:
        """The answer to a question by quotation alone: no model is asked. Arguments as of `ask`."""
        start = time.perf_counter()
        typed, history = _readable(question), self._said(history)
        question = self._asked(typed)
        understood = scoped(self._rules.read(question, history, filters, today_here()), filters, exact)
        return replace(self._answer(question, understood, start, beside=beside), question=typed)

    def _asked(self, message: str) -> str:
        """What is asked in a message, without what stands around it."""
        return what_is_asked(as_read(_readable(message)), self._words)

    def _said(self, history: Sequence[Message]) -> tuple[Message, ...]:
        """A conversation with what was asked in it, cut like a question."""
        return tuple(
            replace(message, content=self._asked(message.content)) if message.role == "user" else message
            for message in history
        )

    def _answer(
        self,
        question: str,
        understood: Sequence[Question],
        start: float,
        stage: Callable[[Stage], None] = lambda _: None,
        writer: Writer | None = None,
        heard: Heard | None = None,
        beside: AmongTowns | None = None,
    ) -> Answer:
        """The answer to a question that has been read: `understood` are the ways in which it may be meant, the likeliest first and
        the question as it stands last; `start` is when it was asked. Other arguments as of `ask`."""
        spoken = self._talk.spoken(understood)
        understood = self._talk.narrowed(understood, spoken)
        told = self._talk.answer(understood[0], spoken)
        if told:  # of the reply that was shown: it needs no search
            stage("read")
            drafts = [Drafted(understood[0], *told)]
        else:
            hits = [self._talk.ahead(asked, self._finder.find(asked), spoken) for asked in understood]
            stage("read")
            drafts = [
                Drafted(asked, *self._drafted(asked, found, beside))
                for asked, found in zip(understood, hits, strict=True)
            ]
        best = surest(drafts, spoken, self._talk)
        if writer is None or told or best.draft.notes:
            return self._composed(question, best, start)
        stage("write")
        asked = best.asked
        # A follow-up with what it leans on: the model sees no conversation.
        stands = asked is understood[-1] and not (asked.follow_up or asked.restated)
        whole = question if stands else asked.query.text
        written = writer.write(whole, best.draft, best.found, asked.english or asked.foreign, heard)
        return self._composed(question, replace(best, draft=written.draft), start, written)

    def _composed(
        self, question: str, drafted: Drafted, start: float, written: Written | None = None
    ) -> Answer:
        """The answer as it is given, with what is said beside it; `written`: what a language model made of the draft."""
        asked, found, draft = drafted.asked, drafted.found, drafted.draft
        reach = self.reach(asked.filters)
        theirs = asked.members if all(has_member(f.stored.exchange, asked.members) for f in found) else ()
        said = remarks(asked, draft.citations, reach, self.reach(), draft.other_years)
        notes = (*(written or draft).notes, *said)
        if not draft.citations and (
            other := no_such_year(asked.text, [f.stored for f in found], asked.english)
        ):
            notes += (other,)
        return Answer(
            question=question,
            status="answered" if draft.citations else "no_evidence",
            text=draft.text or refusal(asked.filters, reach, asked.missing_towns, asked.english, theirs),
            citations=draft.citations,
            hits=by_matter(ordered(found, draft.order))[:HITS],
            filters=asked.filters,
            confidence=draft.confidence,
            cover=draft.features.quote_cover if draft.features else 0.0,
            searched=reach,
            missing_towns=asked.missing_towns,
            elapsed_ms=1000 * (time.perf_counter() - start),
            notes=notes,
            other_years=draft.other_years,
            written=(written.kept, written.dropped) if written else None,
            aside=bool(draft.text) and not draft.citations,
        )

    def _drafted(
        self, asked: Question, found: tuple[FoundExchange, ...], beside: AmongTowns | None
    ) -> tuple[tuple[FoundExchange, ...], Draft]:
        """What was found, and the draft of an answer from it. A question for an overview has exchanges of its own; one about no
        matter at all is asked back."""
        if not beside and names_no_matter(asked):
            return found, Draft(notes=(OF_WHAT,))
        overview = None if beside else self._overviews.of(asked)
        if overview:
            return overview
        draft = self.answerer.draft(asked, found, beside)
        if beside or asked.across or asked.follow_up or asked.order != "newest":
            return found, draft
        return newest(asked, found, draft, self._finder.find, self.answerer.draft)

    def _outside(self, question: str, filters: Filter, today: datetime.date) -> tuple[str, ...]:
        """Towns that the question names and the filters leave out: who reads the answer must not take it for theirs."""
        if not filters.towns:
            return ()
        named = read_scope(question, self.towns(), today)
        return tuple(town for town in (*named.named_towns, *named.missing) if town not in filters.towns)

    def vote(self, answer: Answer, value: int, comment: str = "", key: str = "") -> None:
        """Keeps a person's vote on an answer with its question, hits and versions; see `chat.held.feedback.record`."""
        record(self.store, answer, value, comment, key, self.versions())

    def versions(self) -> dict[str, str]:
        """What made the answers: program, embedding model, tokenizer and dictionary."""
        index = self.searcher.index
        encoder = index.encoder
        return {
            "program": program_version(),
            "encoder": f"{encoder.id} {encoder.fingerprint}" if encoder else "none",
            "tokenizer": tokenizer_version(),
            "model": self.settings.llm_model if self._writer else "",
        }

    def examples(self, english: bool = False) -> tuple[str, ...]:
        """Three questions that the loaded record answers, in Japanese or English; found once for the documents as they are."""
        from chat.examples import english_examples, examples

        generation = self.generation
        if self._examples.get(english, (None, ()))[0] != generation:
            found = (english_examples if english else examples)(self.store, self.quoted)
            self._examples[english] = generation, found
        return self._examples[english][1]


def _readable(message: str) -> str:
    """A message without halves of a surrogate pair (an argument of invalid bytes, `\\ud800` in JSON), which no index, file or page takes."""
    return message.encode("utf-8", "ignore").decode("utf-8")


def _writer(model: Model, store: Store) -> Writer:
    from chat.answers.generation import Writer

    return Writer(model, store)
