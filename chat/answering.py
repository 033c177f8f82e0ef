"""From found exchanges to verified quotations: which exchange, which sentences, and whether at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from chat import wording
from chat.admission import (
    lacks_a_latin_name,
    lacks_its_subject,
    may_answer,
    may_be_quoted,
    roles_of,
    speaks_of_something_else,
)
from chat.citations import cite, verified
from chat.drafts import Draft, Parameters, Reading
from chat.evidence import (
    ALIKE,
    TELLING,
    Features,
    cover,
    faint,
    kind_missing,
    probability,
)
from chat.extractive import Ask, Scored, candidates, choose, quotes, score
from chat.framing import compose
from chat.reading import sentence_terms, surest_of_each_town, surroundings
from chat.towns import Beside, best_of_each_town, best_scores, shown
from chat.types import Citation, FoundExchange, Near
from corpus.cache import LeastRecentlyUsed
from corpus.spans import Spans
from corpus.store import Store
from corpus.types import Exchange, StoredExchange
from retriever.analysis import Question

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retriever.encoders import Encoder
    from retriever.tokenize import Tokenizer

CANDIDATES = 4
"""Exchanges whose sentences are looked at for one answer: the right one is among the first three for nine of ten sample questions
(recall@3 0.895), and each more costs some 10 ms."""

OWN_MEANING = 0.5
"""Of a follow-up, the share that its own meaning has beside that of the conversation in choosing sentences: with 0 it is the first
question that is answered again. Of 35 follow-ups 0.3 answers 27, 0.5 29, 0.7 28, 1.0 27 with the right sentence."""

BLOCKS = 5
"""Towns shown in an answer across towns."""

OWN_MEANING = 0.5
"""Of a follow-up, the share that its own meaning has beside that of the conversation in choosing sentences: with 0 it is the first
question that is answered again. Of 35 follow-ups 0.3 answers 27, 0.5 29, 0.7 28, 1.0 27 with the right sentence."""

BLOCKS = 5
"""Towns shown in an answer across towns."""

ACROSS_CHARACTERS, LEAST_OF_A_TOWN = 510, 120
"""Length of an answer across towns, and of what is shown of one of them at least (one sentence is always whole)."""


class Answerer:
    """Reads found exchanges for a question. Thread-safe."""

    def __init__(
        self,
        store: Store,
        tokenizer: Tokenizer,
        encoder: Encoder | None,
        romanise: Callable[[str], str],
        known: Callable[[str], bool],
        parameters: Parameters | None = None,
    ) -> None:
        self._store = store
        self._tokenizer = tokenizer
        self._encoder = encoder
        self._romanise = romanise
        self._known = known
        self.parameters = parameters or Parameters()
        self._forms: LeastRecentlyUsed[frozenset[str]] = LeastRecentlyUsed(2048)

    def draft(self, asked: Question, found: Sequence[FoundExchange], beside: Beside | None = None) -> Draft:
        """The answer that the found exchanges bear out; `beside`: those of a town that is asked for beside others."""
        readings = self.readings(asked, found, top=beside.top if beside and not beside.named else 0.0)
        if not readings:
            return Draft()
        threshold = self.parameters.calibration.threshold
        best = max(readings, key=lambda reading: reading.confidence)
        named = beside.named if beside else len(asked.filters.towns) > 1
        if asked.across:
            kept = [each for each in readings if shown(each, best.confidence, threshold, named)][:BLOCKS]
        elif beside:
            kept = [best] if shown(best, 0.0, threshold, named) else []
        else:
            kept = [best] if best.confidence >= threshold else []
        blocks: list[list[Citation]] = []
        mark = 1
        for reading in self._shortened(asked, kept):
            block = self._cited(reading, mark)
            if block:
                blocks.append(block)
                mark += len(block)
        if not blocks:
            return Draft(confidence=best.confidence, features=best.features)
        order = tuple(r.found.stored.exchange.id for r in sorted(readings, key=lambda r: -r.confidence))
        text = compose(blocks, asked.english, self._romanise)
        citations = tuple(citation for block in blocks for citation in block)
        return Draft(text, citations, best.confidence, best.features, order)

    def _shortened(self, asked: Question, kept: Sequence[Reading]) -> Sequence[Reading]:
        """Where several towns are shown, fewer sentences of each: side by side an answer is read at a glance."""
        if len(kept) < 2:
            return kept
        weights = self.parameters.weights
        share = max(LEAST_OF_A_TOWN, ACROSS_CHARACTERS // len(kept))
        weights = replace(weights, characters=min(weights.characters, share))
        return [replace(r, chosen=tuple(choose(r.scored, weights, asked.kinds))) for r in kept]

    def nearest(self, asked: Question, found: Sequence[FoundExchange], least: float = 0.0) -> list[Near]:
        """All of `found` that may answer, read for the question, the surest first, each with verified citations."""
        readings = self.readings(asked, found, len(found))
        out = []
        for reading in sorted(readings, key=lambda reading: -reading.confidence):
            if reading.confidence < least:
                break
            if citations := self._cited(reading, 1):
                cover = reading.features.quote_cover
                out.append(Near(reading.found, tuple(citations), reading.confidence, cover))
        return out

    def readings(
        self, asked: Question, found: Sequence[FoundExchange], most: int = CANDIDATES, top: float = 0.0
    ) -> list[Reading]:
        """The best exchanges that may answer, read for the question, in the order found; across towns one of each. `top`: the
        score of the best exchange of a wider search, which `found` are a part of."""
        looked = best_of_each_town(found) if asked.across else list(found[:most])
        vector = self._meaning(asked)
        best = best_scores(asked, found, top)
        readings = [self._read(asked, item, vector, item.hit.score / best(item)) for item in looked]
        said = [reading for reading in readings if not all(item.filler for item in reading.chosen)]
        may = [reading for reading in said if self._admitted(asked, reading)]
        return surest_of_each_town(may) if asked.across else may

    def _admitted(self, asked: Question, reading: Reading) -> bool:
        stored = reading.found.stored
        words = self.forms_of(stored, asked.kana)
        if lacks_a_latin_name(asked, words) or lacks_its_subject(asked, words):
            return False
        if speaks_of_something_else(asked, words, reading.features):
            return False
        return may_answer(asked, stored.exchange, reading.chosen, reading.features)

    def _read(
        self, asked: Question, item: FoundExchange, vector: NDArray[np.float32] | None, rank: float
    ) -> Reading:
        exchange = item.stored.exchange
        roles = roles_of(asked, exchange)
        terms = sentence_terms(asked)
        forms = self._forms_with_readings if asked.kana else self._tokenizer.tokens
        parts = self._parts(exchange, asked, vector)
        ask = Ask(terms, vector, asked.kinds, wording.asked_units(asked.text), parts)
        weights = self.parameters.weights
        encode = self._encoder.encode_passages if self._encoder and vector is not None else None
        found = [sentence for sentence in candidates(exchange, roles) if may_be_quoted(sentence, asked)]
        scored = score(ask, found, forms, encode, weights)
        chosen = choose(scored, weights, asked.kinds)
        features = self._features(asked, item, scored, chosen, rank)
        return Reading(
            item, tuple(chosen), features, probability(features, self.parameters.calibration), tuple(scored)
        )

    def _parts(
        self, exchange: Exchange, asked: Question, vector: NDArray[np.float32] | None
    ) -> tuple[tuple[float, Spans], ...]:
        """Of each part: how like its own question is to the one asked, and where its answers stand."""
        if not exchange.parts:
            return ()
        texts = [f"{part.topic} {part.question_text}" for part in exchange.parts]
        forms = self._forms_with_readings if asked.kana else self._tokenizer.tokens
        likes = [cover(asked.terms.own, asked.terms.synonyms, frozenset(forms(text))) for text in texts]
        if vector is not None and self._encoder is not None:
            meant = (self._encoder.encode_passages(texts) @ vector).clip(min=0.0)
            likes = [(like + float(cosine)) / 2 for like, cosine in zip(likes, meant, strict=True)]
        places = [tuple(span for turn in part.answers for span in turn.spans) for part in exchange.parts]
        return tuple(zip(likes, places, strict=True))

    def _features(
        self,
        asked: Question,
        item: FoundExchange,
        scored: Sequence[Scored],
        chosen: Sequence[Scored],
        rank: float,
    ) -> Features:
        synonyms = asked.terms.synonyms
        own = {
            form: weight
            for form, weight in asked.terms.own.items()
            if form in synonyms or self._counts(form, asked.foreign)
        }
        stored, exchange = item.stored, item.stored.exchange
        forms = self._forms_with_readings if asked.kana else self._tokenizer.tokens
        words = self.forms_of(stored, asked.kana)
        quoted = "".join(c.sentence.text for c in chosen)
        # The number of an outline's item is the heading under which the whole exchange stands.
        near = frozenset(forms("\n".join((surroundings(scored, chosen), *exchange.outline_numbers))))
        telling = {form: weight for form, weight in own.items() if weight >= TELLING}
        focus = {form: own[form] for form in asked.focus if form in own}
        plain = wording.plain(quoted)
        units = wording.asked_units(asked.text)
        missing = 1 - cover(telling, synonyms, words) if telling else 0.0
        likeness = dict(item.hit.stages).get("dense", 0.0)
        given = any(c.not_given for c in chosen)
        features = Features(
            exchange_cover=cover(own, synonyms, words),
            quote_cover=cover(own, synonyms, near),
            dense=max((c.dense for c in chosen), default=0.0),
            focus_missing=1 - cover(focus, synonyms, near) if focus else 0.0,
            kind_missing=0.0 if given else kind_missing(asked.kinds, plain),
            unit_missing=0.0 if given or not units else float(not units & wording.units(plain)),
            found=rank,
            likeness=likeness,
            unlike=missing * (1 - min(1.0, likeness / ALIKE)),
            foreign=float(asked.foreign),
            statement=float(exchange.status == "statement"),
            faint=0.0,
        )
        return replace(features, faint=faint(features))

    def _counts(self, form: str, foreign: bool) -> bool:
        """Whether a word can be expected in a Japanese record: Latin words, and of a Chinese question any, that no document has are
        the question's language."""
        return (not form.isascii() and not foreign) or form.isdigit() or self._known(form)

    def _cited(self, reading: Reading, mark: int) -> list[Citation]:
        stored = reading.found.stored
        made = [cite(quote, stored, mark + i) for i, quote in enumerate(quotes(reading.chosen))]
        good = verified(made, stored, self._store)
        return [replace(citation, mark=mark + i) for i, citation in enumerate(good)]

    def _meaning(self, asked: Question) -> NDArray[np.float32] | None:
        """What exchanges and sentences are compared with in meaning: (d,), L2-normalised, or None without an encoder."""
        whole, own = self._vector(asked.query.text), self._vector(asked.text)
        if whole is None or own is None or not asked.follow_up:
            return whole
        mixed: NDArray[np.float32] = (1 - OWN_MEANING) * whole + OWN_MEANING * own
        return mixed / max(float(np.linalg.norm(mixed)), 1e-9)

    def _vector(self, text: str) -> NDArray[np.float32] | None:
        if self._encoder is None:
            return None
        vector: NDArray[np.float32] = self._encoder.encode_queries([text])[0]
        return vector

    def _forms_with_readings(self, text: str) -> list[str]:
        """What a question typed in kana is compared with: words and their readings."""
        return [*self._tokenizer.tokens(text), *self._tokenizer.reading_keys(text)]

    def forms_of(self, stored: StoredExchange, kana: bool = False) -> frozenset[str]:
        """The forms (with `kana` the readings too) of an exchange with its heading; kept, since answers look at the same ones again."""
        exchange, meeting = stored.exchange, stored.meeting
        key = (exchange.id, kana)
        known = self._forms.get(key)
        if known is None:
            notes = (turn.text for _, turn in exchange.note_turns)
            turns = (*exchange.questions, *exchange.answers)
            speakers = (f"{turn.speaker.office} {turn.speaker.name}" for turn in turns)
            heading = (
                exchange.topic,
                exchange.agenda,
                *exchange.outline_numbers,
                meeting.body,
                meeting.title,
            )
            text = "\n".join((*heading, *speakers, exchange.question_text, exchange.answer_text, *notes))
            known = frozenset(self._forms_with_readings(text) if kana else self._tokenizer.tokens(text))
            self._forms.put(key, known)
        return known
