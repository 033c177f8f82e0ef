"""Types of finding: filters, analysed queries, hits."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.types import Side


@dataclass(frozen=True, slots=True)
class Filter:
    """Narrows a search; empty fields do not. Dates are ISO and inclusive.

    `towns`: names as printed in the register (調布市); `prefecture`, `body`, `office`: a part of the name is enough.
    `side`: an exchange counts when someone of that side speaks in it.
    """

    towns: tuple[str, ...] = ()
    prefecture: str = ""
    body: str = ""
    since: str = ""
    until: str = ""
    office: str = ""
    side: Side | None = None

    def __bool__(self) -> bool:
        return bool(
            self.towns or self.prefecture or self.body or self.since or self.until or self.office or self.side
        )


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """An analysed question. `text` is embedded; `terms` are (word as `retriever.tokenize` forms it, weight ≥ 0)."""

    text: str
    terms: tuple[tuple[str, float], ...] = ()


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
