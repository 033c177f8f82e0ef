"""The searches that the product is measured against, each on the same store and with the same reader.

| name | unit | search |
|---|---|---|
| `keyword-and` | exchange | all words as typed, as on council search sites |
| `bm25-default` | exchange | BM25 over default, English-style tokens |
| `bm25-japanese` | exchange | BM25 over Japanese words |
| `chunks-dense` | 500 characters | the product's encoder in FAISS |
| `chunks-fused` | 500 characters | BM25 over Japanese words and the encoder, ranks fused |
| `exchanges-fused` | exchange | the same; a control |

So `bm25-japanese` against `bm25-default` shows what words are worth, and `exchanges-fused` against `chunks-fused`, alike in
all but the unit, what it is worth to keep question and answer together. All read alike (`read`), so they differ by what they
find alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corpus.sentences import sentences
from evals.dense import Dense, Search, fused
from evals.gold import GoldQuestion
from evals.lexical import Bm25, KeywordAnd, Tokens, default_words, japanese_words
from evals.systems import SYSTEMS, SystemAnswer
from evals.units import Unit, chunk_units, exchange_units

if TYPE_CHECKING:
    from corpus.store import Store
    from retriever.encoders import Encoder

HITS = 10
"""Hits that a baseline shows, as many as the product."""
READ_SENTENCES, READ_CHARS = 3, 400
"""A baseline answers with the sentences of its first hit that share most words with the question: as many as fit the
length that is wanted of the product's answers."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """A search with the common reader. A follow-up is asked with the user's earlier messages in front of it, the usual
    way without a model; a council's search site (`keyword-and`) takes what is typed."""

    name: str
    search: Search = field(repr=False)
    units: tuple[Unit, ...] = field(repr=False)
    words: Tokens = field(repr=False)

    @property
    def label(self) -> str:
        """What users read."""
        return SYSTEMS[self.name]

    def answer(self, question: GoldQuestion) -> SystemAnswer:
        """The sentences of the first hit that are most like the question; no evidence where nothing is found."""
        asked = question.question if self.name == "keyword-and" else with_history(question)
        found = [(self.units[n], score) for n, score in self.search(asked, HITS)]
        quotes = read(asked, found[0][0].reply, self.words) if found else []
        citations = [_citation(mark, found[0][0], quote) for mark, quote in enumerate(quotes, start=1)]
        body = {
            "id": question.id,
            "question": question.question,
            "status": "answered" if quotes else "no_evidence",
            "text": "\n".join(quotes),
            "citations": citations,
            "hits": [_hit(rank, unit, score) for rank, (unit, score) in enumerate(found, start=1)],
        }
        return SystemAnswer(body, found[0][1] if found else 0.0)


def baselines(store: Store, encoder: Encoder | None) -> Iterator[Baseline]:
    """All of them, made one after the other as they are asked for; without an encoder those that need one are left out."""
    words = japanese_words()
    exchanges = exchange_units(store)
    by_words = Bm25(exchanges, words)
    yield Baseline("keyword-and", KeywordAnd(exchanges), exchanges, words)
    yield Baseline("bm25-default", Bm25(exchanges, default_words), exchanges, words)
    yield Baseline("bm25-japanese", by_words, exchanges, words)
    if encoder is None:
        return
    chunks = chunk_units(store)
    dense = Dense(chunks, encoder)
    yield Baseline("chunks-dense", dense, chunks, words)
    yield Baseline("chunks-fused", fused(Bm25(chunks, words), dense), chunks, words)
    yield Baseline("exchanges-fused", fused(by_words, Dense(exchanges, encoder)), exchanges, words)


def with_history(question: GoldQuestion) -> str:
    """The user's earlier messages and the question, in order."""
    earlier = [content for role, content in question.history if role == "user"]
    return "\n".join([*earlier, question.question])


def read(question: str, reply: str, words: Tokens) -> list[str]:
    """The `READ_SENTENCES` sentences of `reply` that share most words with the question, in their order.

    Ties go to the earlier sentence; what would exceed `READ_CHARS` is left out, except the best one.
    """
    asked = set(words(question))
    spans = sentences(reply)
    ranked = sorted(range(len(spans)), key=lambda n: (-len(asked & set(words(reply[slice(*spans[n])]))), n))
    chosen: list[int] = []
    length = 0
    for number in ranked[:READ_SENTENCES]:
        start, end = spans[number]
        if not chosen or length + end - start <= READ_CHARS:
            chosen.append(number)
            length += end - start
    return [reply[slice(*spans[number])] for number in sorted(chosen)]


def _citation(mark: int, unit: Unit, quote: str) -> dict[str, Any]:
    return {
        "mark": mark,
        "exchange_id": unit.id,
        "source": unit.source,
        "quote": quote,
        "speaker": {"name": unit.speaker.name, "office": unit.speaker.office},
        "municipality": unit.meeting.town,
        "body": unit.meeting.body,
        "date": unit.meeting.date,
        "topic": unit.topic,
    }


def _hit(rank: int, unit: Unit, score: float) -> dict[str, Any]:
    return {
        "rank": rank,
        "score": round(score, 6),
        "exchange_id": unit.id,
        "source": unit.source,
        "topic": unit.topic,
        "question_text": unit.question,
        "answer_text": unit.reply,
    }
