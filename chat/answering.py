"""From found exchanges to verified quotations: which exchange, which sentences, and whether at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from chat import wording
from chat.citations import cite, verified
from chat.evidence import Calibration, Features, cover, kind_missing, probability
from chat.extractive import Ask, Quote, Scored, Weights, candidates, choose, quotes, score
from chat.framing import compose
from chat.types import Citation, FoundExchange
from corpus.cache import LeastRecentlyUsed
from corpus.store import Store
from corpus.types import StoredExchange
from retriever.analysis import Question
from retriever.question import Kind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from retriever.encoders import Encoder
    from retriever.tokenize import Tokenizer

CANDIDATES = 4
"""Exchanges whose sentences are looked at for one answer: the right one is among the first four nearly always, and each more
costs some 10 ms."""

BLOCKS = 5
"""Towns shown in an answer across towns."""

NEXT_TOWN = 0.6
"""A further town is shown when its evidence is at least this share of the best town's (and above the threshold itself)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is framed as `Answer`; empty text and no citations: refused."""

    text: str = ""
    citations: tuple[Citation, ...] = ()
    confidence: float = 0.0
    features: Features | None = None
    order: tuple[str, ...] = ()
    """Exchange ids that the answer rests on, best first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One exchange read for a question: the sentences chosen, how sure they answer, and why."""

    found: FoundExchange
    chosen: tuple[Scored, ...]
    features: Features
    confidence: float


@dataclass(frozen=True, slots=True)
class Parameters:
    """What is tuned: weights of sentences and of the decision."""

    weights: Weights = field(default_factory=Weights)
    calibration: Calibration = field(default_factory=Calibration)


class Answerer:
    """Reads found exchanges for a question. Thread-safe."""

    def __init__(
        self,
        store: Store,
        tokenizer: Tokenizer,
        encoder: Encoder | None,
        romanise: Callable[[str], str],
        parameters: Parameters | None = None,
    ) -> None:
        self._store = store
        self._tokenizer = tokenizer
        self._encoder = encoder
        self._romanise = romanise
        self.parameters = parameters or Parameters()
        self._forms: LeastRecentlyUsed[frozenset[str]] = LeastRecentlyUsed(2048)

    def draft(self, asked: Question, found: Sequence[FoundExchange]) -> Draft:
        """The answer that the found exchanges bear out."""
        readings = self.readings(asked, found)
        if not readings:
            return Draft()
        threshold = self.parameters.calibration.threshold
        best = max(readings, key=lambda reading: reading.confidence)
        kept = [best] if best.confidence >= threshold else []
        if asked.across:
            least = max(threshold, NEXT_TOWN * best.confidence)
            kept = [reading for reading in readings if reading.confidence >= least][:BLOCKS]
        blocks: list[list[Citation]] = []
        mark = 1
        for reading in kept:
            block = self._cited(reading, mark)
            if block:
                blocks.append(block)
                mark += len(block)
        if not blocks:
            return Draft(confidence=best.confidence, features=best.features)
        text = compose(blocks, asked.english, self._romanise)
        citations = tuple(citation for block in blocks for citation in block)
        order = tuple(reading.found.stored.exchange.id for reading in kept)
        return Draft(text, citations, best.confidence, best.features, order)

    def readings(self, asked: Question, found: Sequence[FoundExchange]) -> list[Reading]:
        """The best exchanges read for the question, in the order found; across towns one of each."""
        if asked.across:
            first: dict[str, FoundExchange] = {}
            for item in found:
                first.setdefault(town_of(item.stored), item)
            looked = list(first.values())
        else:
            looked = list(found[:CANDIDATES])
        vector = self._vector(asked.query.text)
        scores = [item.hit.score for item in found]
        return [self._read(asked, item, vector, _gap(item.hit.score, scores)) for item in looked]

    def _read(self, asked: Question, item: FoundExchange, vector: NDArray[np.float32] | None, gap: float) -> Reading:
        exchange = item.stored.exchange
        roles = ("question",) if asked.about_question and exchange.questions else ("answer", "note")
        if not exchange.answers:
            roles = ("question",)
        terms = dict(asked.query.terms)
        ask = Ask(terms, vector, asked.kinds, wording.asked_units(asked.text))
        weights = self.parameters.weights
        encode = self._encoder.encode_passages if self._encoder and vector is not None else None
        scored = score(ask, candidates(exchange, roles), self.forms, encode, weights)
        chosen = choose(scored, weights, asked.kinds)
        features = self._features(asked, item, scored, chosen, gap)
        return Reading(item, tuple(chosen), features, probability(features, self.parameters.calibration))

    def _features(
        self, asked: Question, item: FoundExchange, scored: Sequence[Scored], chosen: Sequence[Scored], gap: float
    ) -> Features:
        own, synonyms = asked.terms.own, asked.terms.synonyms
        stored = item.stored
        words = self.forms_of(stored)
        quoted = "".join(c.sentence.text for c in chosen)
        near = " ".join(s.sentence.text for s in scored if any(_adjacent(s, c, scored) for c in chosen))
        telling = {form: weight for form, weight in own.items() if weight >= 0.72}
        plain = wording.plain(quoted)
        units = wording.asked_units(asked.text)
        given = any(c.not_given for c in chosen)
        return Features(
            exchange_cover=cover(own, synonyms, words),
            quote_cover=cover(own, synonyms, frozenset(self.forms(near))),
            dense=max((c.dense for c in chosen), default=0.0),
            telling_missing=1 - cover(telling, synonyms, words) if telling else 0.0,
            absent=0.0,
            kind_missing=0.0 if given else kind_missing(asked.kinds, plain),
            unit_missing=0.0 if given or not units else float(not units & wording.units(plain)),
            gap=gap,
        )

    def _cited(self, reading: Reading, mark: int) -> list[Citation]:
        stored = reading.found.stored
        made = [cite(quote, stored, mark + i) for i, quote in enumerate(quotes(reading.chosen))]
        good = verified(made, stored, self._store)
        return [replace(citation, mark=mark + i) for i, citation in enumerate(good)]

    def _vector(self, text: str) -> NDArray[np.float32] | None:
        if self._encoder is None:
            return None
        return self._encoder.encode_queries([text])[0]

    def forms(self, text: str) -> Sequence[str]:
        """The forms under which `text` is found."""
        return self._tokenizer.tokens(text)

    def forms_of(self, stored: StoredExchange) -> frozenset[str]:
        """The forms of an exchange with its heading; kept, since answers look at the same ones again."""
        exchange = stored.exchange
        known = self._forms.get(exchange.id)
        if known is None:
            notes = " ".join(turn.text for _, turn in exchange.note_turns)
            speakers = " ".join(t.speaker.office + " " + t.speaker.name for t in (*exchange.questions, *exchange.answers))
            meeting = stored.meeting
            heading = f"{exchange.topic} {exchange.agenda} {meeting.body} {meeting.title} {speakers}"
            known = frozenset(self.forms("\n".join((heading, exchange.question_text, exchange.answer_text, notes))))
            self._forms.put(exchange.id, known)
        return known


def town_of(stored: StoredExchange) -> str:
    """The name under which an answer across towns groups an exchange."""
    town = stored.meeting.municipality
    return town.name if town else stored.meeting.body


def _gap(own: float, scores: Sequence[float]) -> float:
    others = [value for value in scores if value != own]
    best = max(others, default=0.0)
    return max(0.0, (own - best) / own) if own > 0 else 0.0


def _adjacent(item: Scored, chosen: Scored, scored: Sequence[Scored]) -> bool:
    a, b = item.sentence, chosen.sentence
    if a.turn is not b.turn:
        return False
    return a is b or abs(scored.index(item) - scored.index(chosen)) <= 1


__all__ = ["Answerer", "Draft", "Kind", "Parameters", "Quote", "Reading", "town_of"]
