"""Search: a question and a filter → exchanges, best first.

1. `Filter` → what the store holds of it: ranges of passages (for FAISS), minutes and speakers (for tantivy);
2. words → exchanges and passages (BM25, two shelves); text → passages (vectors): both inside the filter;
3. passages that are no longer in the store are dropped, the others counted to their exchange (parts to the whole);
4. per exchange the best passage counts, the next ones a little; the stages are fused.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from corpus.cache import LeastRecentlyUsed
from corpus.errors import IndexMismatch, StoreError
from corpus.feed import PassagePlace
from corpus.patterns import any_of
from corpus.selection import EVERYTHING
from corpus.store import Store
from retriever.dense import Allowed
from retriever.fusion import DENSE_WEIGHT, DEPTH, fuse
from retriever.index import Index, View
from retriever.lexical import FieldWeights, Narrowing, Shelf, by_field
from retriever.tokenize import Tokenizer, reading_key
from retriever.types import Filter, Hit, Known, PassageHit, SearchQuery

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from retriever.encoders import Encoder

    Masks = tuple[NDArray[np.bool_] | None, ...]
    Terms = Sequence[tuple[str, float]]
    Stages = Mapping[str, Mapping[str, float]]

TEXT, READING = {"text": 1.0}, {"reading": 1.0}

NEXT_PASSAGES = 0.1
"""Share with which an exchange's further passages count beside its best one."""


@dataclass(frozen=True, slots=True)
class StageWeights:
    """How much each stage counts in an exchange's score.

    The share of the question's words that stand in the whole exchange and in its best passage count alike: on the 38
    answerable development questions (five documents) any mix between 0.3 : 0.7 and 0.7 : 0.3 gave the same recall@5, 0.886
    by words alone, and either alone less (0.864, 0.841). The cosine's weight is `retriever.fusion`'s: 0.1 to 0.25 gave
    success@1 0.868 and recall@5 0.955 here, without vectors 0.789 and 0.886.
    """

    exchange: float = 0.5
    passage: float = 0.5
    dense: float = DENSE_WEIGHT


class Searcher:
    """Finds exchanges in a store. Thread-safe; sees what other processes add and remove at the next search."""

    def __init__(
        self,
        store: Store,
        encoder: Encoder | None = None,
        tokenizer: Tokenizer | None = None,
    ) -> None:
        """`encoder` None: words only. Opens the index at the first search."""
        self.store = store
        self.index = Index(store, encoder, tokenizer)
        self._fields = by_field(FieldWeights())
        self._stages = StageWeights()
        self._masks: LeastRecentlyUsed[Masks] = LeastRecentlyUsed(32)

    def search(
        self, query: SearchQuery, filters: Filter = EVERYTHING, k: int = 10, depth: int = DEPTH
    ) -> list[Hit]:
        """The `k` best exchanges or statements. Raises IndexMismatch where the index does not fit the settings."""
        view = self._current()
        narrowing = self._narrowing(view, filters)
        kana = kana_readings(query.text, view.exchanges)
        named = [(key, 1.0) for key in query.readings if view.exchanges.has_term("reading", key)]
        exchange = self._by_words(view, query, [*kana, *named], narrowing, depth)
        passage = dict(view.passages.search(query.terms, TEXT, depth, narrowing))
        dense = self._by_vectors(view, query.text, filters, depth)
        places = _by_exchange(self.store.places(sorted({*passage, *dense})).values())
        stages = {
            "exchange": exchange,
            "passage": rolled_up(passage, places),
            "dense": rolled_up(dense, places),
        }
        bounds = {
            # Readings of a name in Latin letters are guesses, of which one at most is right: they add nothing here.
            "exchange": view.exchanges.bound(query.terms, self._fields) + view.exchanges.bound(kana, READING),
            "passage": view.passages.bound(query.terms, TEXT),
        }
        fused = fuse(self._shares(stages, bounds), stages["dense"], 1.0, self._stages.dense)
        best = heapq.nsmallest(k, fused.items(), key=lambda item: (-item[1], item[0]))
        return [
            Hit(
                rank=rank,
                score=score,
                exchange_id=exchange_id,
                stages=tuple(
                    (name, scores[exchange_id]) for name, scores in stages.items() if exchange_id in scores
                ),
                passages=_passages(places.get(exchange_id, ()), passage, dense),
            )
            for rank, (exchange_id, score) in enumerate(best, start=1)
        ]

    def knows(self, form: str) -> bool:
        """Whether a word stands anywhere in the indexed record."""
        return self.vocabulary()(form)

    def vocabulary(self) -> Known:
        """Whether a word stands anywhere in the record as it is indexed now: for the thousands of forms that are tried for one question."""
        has = self._current().passages.has_term
        return cache(lambda form: has("text", form))

    def stands(self, form: str) -> bool:
        """Whether a word stands anywhere in the indexed record or in what heads it: topic, agenda, meeting, speaker."""
        exchanges = self._current().exchanges
        return any(exchanges.has_term(field, form) for field in self._fields)

    def speaks(self, form: str) -> bool:
        """Whether a word stands in the name or office of somebody who speaks in the indexed record."""
        return self._current().exchanges.has_term("speaker", form)

    def spoken_by(self, name: str, filters: Filter = EVERYTHING) -> int:
        """In how many exchanges of the filter somebody of that name (or seat, 6番) speaks."""
        view = self._current()
        forms = self.index.tokenizer.tokens(name)
        return view.exchanges.together("speaker", forms, self._narrowing(view, filters)) if forms else 0

    def together(self, forms: Sequence[str]) -> int:
        """In how many passages of the record all of the words stand."""
        return self._current().passages.together("text", forms)

    def having(self, forms: Sequence[str], filters: Filter = EVERYTHING, limit: int = DEPTH) -> list[str]:
        """The exchanges or statements, or parts of them, with a passage that has all of the words; of at most `limit` passages."""
        view = self._current()
        keys = view.passages.having("text", forms, limit, self._narrowing(view, filters)) if forms else []
        places = self.store.places(keys)
        return list(dict.fromkeys(places[key].exchange_id for key in keys if key in places))

    def kana(self, text: str) -> tuple[str, ...]:
        """The readings by which a question typed in kana only is searched; empty for any other (see `kana_readings`)."""
        return tuple(key for key, _ in kana_readings(text, self._current().exchanges))

    def _current(self) -> View:
        """The index; first brought up to the store where it is behind and nobody else is writing."""
        view = self.index.view()
        if view.manifest.generation == self.store.generation:
            return view
        try:
            self.index.update(timeout=0)
        except (StoreError, IndexMismatch):
            # Another process writes (and will index), or the settings only allow reading: search what is there.
            return view
        return self.index.view()

    def _narrowing(self, view: View, filters: Filter) -> Narrowing:
        removals = self.store.removals_since(view.manifest.last_removal)
        return Narrowing(
            minutes=tuple(self.store.minutes_ids(filters)) if filters.by_meeting else None,
            voices=tuple(self.store.voices(filters)) if filters.by_speaker else None,
            gone=tuple(minutes for _, minutes in removals),
        )

    def _by_words(
        self, view: View, query: SearchQuery, readings: Terms, narrowing: Narrowing, depth: int
    ) -> dict[str, float]:
        """Score by exchange id, from the words (and readings) of whole exchanges."""
        scores = dict(view.exchanges.search(query.terms, self._fields, depth, narrowing))
        for row, score in view.exchanges.search(readings, READING, depth, narrowing):
            scores[row] = scores.get(row, 0.0) + score
        ids = self.store.ids_of_rows(list(scores))
        return {ids[row]: score for row, score in scores.items() if row in ids}

    def _by_vectors(self, view: View, text: str, filters: Filter, depth: int) -> dict[int, float]:
        """Cosine by passage id, of the nearest passages of all segments."""
        encoder = self.index.encoder
        if encoder is None or not view.segments or not text.strip():
            return {}
        vector = encoder.encode_queries([text])
        if not vector.any():
            return {}
        found: list[tuple[int, float]] = []
        for segment, mask in zip(view.segments, self._masks_of(view, filters), strict=True):
            found += segment.search(vector, depth, mask)
        return dict(sorted(found, key=itemgetter(1), reverse=True)[:depth])

    def _masks_of(self, view: View, filters: Filter) -> Masks:
        """For each segment which rows may be found; None for all. Kept until store or index change."""
        key = (self.store.generation, view.manifest, filters)
        masks = self._masks.get(key)
        if masks is None:
            allowed = Allowed.of(self.store.passage_ranges(filters))
            every = tuple(segment.mask(allowed) for segment in view.segments)
            masks = tuple(None if mask.all() else mask for mask in every)
            self._masks.put(key, masks)
        return masks

    def _shares(self, stages: Stages, bounds: Mapping[str, float]) -> dict[str, float]:
        """By exchange, which share of the question's words it holds: 0–1, about."""
        shares: dict[str, float] = {}
        for name, bound in bounds.items():
            for exchange_id, score in stages[name].items():
                weighted = getattr(self._stages, name) * score / bound if bound > 0 else 0.0
                shares[exchange_id] = shares.get(exchange_id, 0.0) + weighted
        return shares


def _by_exchange(places: Iterable[PassagePlace]) -> dict[str, list[PassagePlace]]:
    """The places of passages by the exchange that they belong to."""
    grouped: dict[str, list[PassagePlace]] = {}
    for place in places:
        grouped.setdefault(place.exchange_id, []).append(place)
    return grouped


def rolled_up(scores: Mapping[int, float], places: Mapping[str, Sequence[PassagePlace]]) -> dict[str, float]:
    """Score by exchange of scores by passage: the best, plus `NEXT_PASSAGES` of each next one, falling by half."""
    rolled: dict[str, float] = {}
    for exchange_id, its in places.items():
        if values := [scores[place.passage_id] for place in its if place.passage_id in scores]:
            rolled[exchange_id] = _best_and_rest(values)
    return rolled


def _best_and_rest(values: Sequence[float]) -> float:
    if len(values) == 1:
        return values[0]
    best, *rest = sorted(values, reverse=True)
    return best + sum(NEXT_PASSAGES * 0.5**place * value for place, value in enumerate(rest))


def _passages(
    places: Iterable[PassagePlace], lexical: Mapping[int, float], dense: Mapping[int, float]
) -> tuple[PassageHit, ...]:
    """The passages of an exchange that were found, in the order of the record."""
    return tuple(
        PassageHit(
            passage_id=place.passage_id,
            exchange_id=place.part_id,
            role=place.role,
            scores=tuple(
                (name, scores[place.passage_id])
                for name, scores in (("lexical", lexical), ("dense", dense))
                if place.passage_id in scores
            ),
        )
        for place in places
    )


KANA_RUN = re.compile(r"[ぁ-ゖー]{3,}")
_ABOUT = re.compile(
    any_of(
        # 「ロープウエーについて」
        r"に(?:つい|かんし|たいし)て[はのも]?",
        # 「どうして？」「それはなんで」「いくらですか」
        any_of(
            *r"どうして どういう どうやって どのよう どのくらい どんな なんで なぜ なに いつ どこ だれ いくら いくつ ぜんぶ".split(),
        )
        + r"(?=[かのはでとにもをがなこ、。?？\s]|から|まで|です|$)",
    )
)
"""Grammar and words that only ask, which words of the record are read like (ついで, 投資, イクラ: voicing does not count)."""
KANJI_OR_LATIN = re.compile(r"[一-鿿々A-Za-z]")
LONGEST_READING = 14
"""Kana of the longest word looked for (プレミアムツキショウヒンケン is 13)."""


def kana_readings(text: str, shelf: Shelf) -> Terms:
    """Readings of indexed words in a question typed in hiragana only, longest match first; empty for any other question.

    A dictionary cuts まいなんばーかーど into particles; the record itself knows the word by its reading.
    """
    if KANJI_OR_LATIN.search(text):
        return []
    found: list[tuple[str, float]] = []
    for run in KANA_RUN.findall(_ABOUT.sub(" ", text)):
        key, start = reading_key(run), 0
        while start < len(key) - 2:
            for end in range(min(len(key), start + LONGEST_READING), start + 2, -1):
                if shelf.has_term("reading", key[start:end]):
                    found.append((key[start:end], 1.0))
                    start = end
                    break
            else:
                start += 1
    return found
