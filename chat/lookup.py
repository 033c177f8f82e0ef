"""What is found and quoted without an answer: searching, earlier replies near to a text, a citation of a place."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from chat.answers.answer import Answerer
from chat.answers.citations import cite, recited, verified
from chat.answers.drafts import Reading
from chat.answers.extractive import Quote
from chat.answers.matters import by_matter
from chat.finding import HITS, Finder, without_copies
from chat.held.holdings import Holdings
from chat.questions.circumstances import what_is_asked
from chat.questions.length import as_read
from chat.questions.understanding import ByRules
from chat.romaji import Romaniser
from chat.settings import Settings
from chat.types import Citation, FoundExchange, Message, Near
from corpus.spans import Spans
from corpus.store import Store
from retriever.analysis import Analyser
from retriever.asked import outermost
from retriever.terms import INFORMATIVE
from retriever.types import Filter

if TYPE_CHECKING:
    from retriever.search import Searcher

EACH_OF = 40
"""Towns that are searched one by one: some 15 ms each."""


class Lookup(Holdings):
    """The part of `chat.service.Service` that reads and finds, over what is held."""

    def __init__(self, store: Store, searcher: Searcher, settings: Settings) -> None:
        super().__init__(store, searcher, settings)
        index = searcher.index
        self._words = index.tokenizer.words
        self.analyser = Analyser(index.tokenizer, settings.synonyms, searcher.speaks)
        self._romanise = Romaniser(index.tokenizer)
        self._finder = Finder(store, searcher)
        self.answerer = Answerer(
            store,
            index.tokenizer,
            index.encoder,
            self._romanise,
            searcher.knows,
            searcher.spoken_by,
            self._finder.search,
        )
        self._rules = ByRules(
            self.analyser, searcher.kana, self.towns, searcher.vocabulary, searcher.spoken_by
        )

    def search(
        self,
        query: str,
        filters: Filter = Filter(),
        k: int = HITS,
        whole: bool = False,
    ) -> tuple[FoundExchange, ...]:
        """The `k` best exchanges and statements for a query, without an answer. Long ones of many matters are given by the matter, as
        those of an answer are; as a `whole` where that is asked for."""
        asked = self._rules.read(what_is_asked(as_read(query), self._words), (), filters, today_here())[0]
        found = self._finder.search(asked, asked.filters, k)
        return found if whole else by_matter(found)[:k]

    def absent(self, query: str) -> tuple[str, ...]:
        """The informative words of a query in Japanese that stand nowhere in the record, nor one that means the same: what is found for
        it is near at most."""
        asked = self._rules.read(what_is_asked(as_read(query), self._words), (), Filter(), today_here())[0]
        if asked.english or asked.foreign or asked.kana:
            return ()
        stands, terms = self.searcher.stands, asked.terms
        absent = [
            form
            for form, weight in terms.own.items()
            if weight >= INFORMATIVE
            and not form[0].isdigit()
            and not stands(form)
            and not any(all(map(stands, other)) for other in terms.synonyms.get(form, ()))
        ]
        return tuple(outermost(absent))

    def nearest(
        self,
        text: str,
        filters: Filter = Filter(),
        k: int = HITS,
        least: float = 0.0,
        covering: float = 0.0,
        each: int = 0,
    ) -> tuple[Near, ...]:
        """Earlier replies near to a text (a theme, a sentence of a draft), the surest first, each with verified citations.

        Args:
            text: what is looked for.
            filters: towns and period; those that the text names do not narrow.
            k: how many of the best exchanges are read.
            least: confidence that a reply must reach.
            covering: share of the text's words that its quotation must hold.
            each: how many of the best exchanges of each town of the filters (of the first `EACH_OF`) are read besides: a town of many
                minutes would hide the others.
        """
        asked = self._rules.read(text, (), filters, today_here())[0]
        asked = replace(asked, filters=filters, missing_towns=(), across=False)
        found = self._finder.search(asked, filters, k)
        if each:
            alone = (replace(filters, towns=(town,)) for town in filters.towns[:EACH_OF])
            more = (one for scope in alone for one in self._finder.search(asked, scope, each))
            found = tuple({one.hit.exchange_id: one for one in (*more, *found)}.values())
        return tuple(self.answerer.nearest(asked, without_copies(found), least, covering))

    def in_japanese(self, text: str) -> str:
        """A text as it is, or one in English in the Japanese words by which it is searched."""
        asked = self._rules.read(text, (), Filter(), today_here())[0]
        if not asked.english:
            return text
        return self.analyser.in_japanese(asked, self.searcher.together)

    def quote(self, exchange_id: str, role: str, turn: int, start: int, end: int) -> Citation | None:
        """A verified citation of `[start, end)` of the text of a turn (its place among those of `role`: question, answer);
        None where the exchange is gone or the record does not bear it out."""
        stored = self.store.exchange(exchange_id)
        if stored is None:
            return None
        said = stored.exchange.turns_of(role)[turn]
        made = cite(Quote.of(role, said, start, end), stored, 1)
        return next(iter(verified([made], stored, self.store)), None)

    def recite(self, exchange_id: str, role: str, spans: Spans, quote: str, mark: int = 1) -> Citation | None:
        """A citation shown before, checked against the record as it is now; None where it no longer stands there."""
        stored = self.store.exchange(exchange_id)
        return recited(stored, role, spans, quote, mark, self.store) if stored else None

    def read(
        self,
        question: str,
        history: Sequence[Message] = (),
        filters: Filter = Filter(),
        today: datetime.date | None = None,
    ) -> list[Reading]:
        """How the best exchanges are read for a question, before any decision: for calibration and for explaining."""
        asked = self._rules.read(question, history, filters, today or today_here())[0]
        return self.answerer.readings(asked, self._finder.find(asked))


def today_here() -> datetime.date:
    """The day that 「昨年度」 counts from."""
    return datetime.date.today()
