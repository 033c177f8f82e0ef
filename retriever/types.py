"""Types of finding: filters, analysed queries, hits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus.selection import Selection as Filter

__all__ = ["Filter", "Hit", "Known", "PassageHit", "SearchQuery"]

Known = Callable[[str], bool]
"""Whether a form of a word stands in the record."""


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """An analysed question. `text` is embedded; `terms` are (word as `retriever.tokenize` forms it, weight ≥ 0); `readings`
    (see `retriever.tokenize.reading_key`) are those that a name in Latin letters may have."""

    text: str
    terms: tuple[tuple[str, float], ...] = ()
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that matched, with its scores by stage (`lexical`, `dense`)."""

    passage_id: int
    exchange_id: str
    role: str
    scores: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An exchange (or statement) that was found: rank from 1, fused score, score of each stage, best passages."""

    rank: int
    score: float
    exchange_id: str
    stages: tuple[tuple[str, float], ...] = ()
    passages: tuple[PassageHit, ...] = ()
