"""Types of answering: citations and answers, as the page, the API and the command show them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from corpus.reading import Reach
from corpus.spans import Spans
from corpus.types import Meeting, Speaker, StoredExchange
from retriever.types import Filter, Hit

__all__ = [
    "AmongTowns",
    "Answer",
    "Citation",
    "FoundExchange",
    "Message",
    "Near",
    "Reach",
    "Stage",
    "in_brackets",
    "town_of",
]

Stage = Literal["search", "read", "write"]
"""What is being done for an answer: searching, reading what was found, writing and checking (with a language model)."""


def town_of(stored: StoredExchange) -> str:
    """The name under which an answer across towns groups an exchange."""
    return stored.meeting.town or stored.meeting.body


def in_brackets(quote: str, torn: tuple[bool, bool]) -> str:
    """「quote」, with … outside where its sentence goes on (`corpus.sentences.torn`)."""
    before, behind = ("…" if goes_on else "" for goes_on in torn)
    return f"{before}「{quote.strip()}」{behind}"


@dataclass(frozen=True, slots=True)
class AmongTowns:
    """That a town is asked for beside others: the score of the best exchange of them all, whether they were named, and whether nobody asked
    for it (what to ask next)."""

    top: float
    named: bool = False
    offered: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation, `role` as in the contract: user or assistant.

    `towns`: set where somebody set the conditions of a question by hand (pressed a chip): the towns that it was asked of, whatever
    it names. () means all towns.
    """

    role: str
    content: str
    towns: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote with its place. `spans` point into the stored text of the source; `mark` counts from 1."""

    mark: int
    exchange_id: str
    source_id: str
    source: str
    quote: str
    spans: Spans
    speaker: Speaker
    meeting: Meeting
    topic: str
    page: int | None = None
    url: str = ""
    role: str = "answer"
    """Which side of the exchange the quote is from: question, answer, statement or note."""
    torn: tuple[bool, bool] = (False, False)
    """Whether it begins after, and ends before, its sentence does (`corpus.sentences.torn`)."""

    @property
    def shown(self) -> str:
        """「quote」, with … outside where the sentence goes on."""
        return in_brackets(self.quote, self.torn)


@dataclass(frozen=True, slots=True)
class FoundExchange:
    """A hit with the exchange that it names, for display."""

    hit: Hit
    stored: StoredExchange


@dataclass(frozen=True, slots=True)
class Near:
    """An earlier exchange near to a text, with the sentences of its reply that are nearest, verified.

    `confidence`: how sure they answer the text, 0–1, on the scale of `Calibration.threshold`; `cover`: the share of the text's
    words (by weight) that stand in the quotation or right beside it, 0–1.
    """

    found: FoundExchange
    citations: tuple[Citation, ...]
    confidence: float
    cover: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What `ask` returns. `text` is shown; every quoted sentence in it is one of the citations' quotes.

    `status` is `no_evidence` where the record holds no answer; `hits` then are near topics, not answers.
    `searched` says how far the search reached: exchanges, towns, first and last date.
    """

    question: str
    status: Literal["answered", "no_evidence"]
    text: str
    citations: tuple[Citation, ...] = ()
    hits: tuple[FoundExchange, ...] = ()
    filters: Filter = field(default_factory=Filter)
    confidence: float = 0.0
    searched: Reach | None = None
    elapsed_ms: float = 0.0
    missing_towns: tuple[str, ...] = ()
    """Towns that the question names and of which no minutes are loaded."""
    notes: tuple[str, ...] = field(default=())
    other_years: tuple[int, ...] = ()
    """Years of other meetings in which something answers about as surely, where the question names no time."""
    written: tuple[int, int] | None = None
    """Where a language model was asked: how many of its sentences are shown, how many were withheld; (0, 0) where it failed."""
    aside: bool = False
    """Nothing of the record was asked for (thanks, a request to summarise, which minutes are loaded): `text` says all, without quotations."""
    cover: float = 0.0
    """Share of the question's weight whose words stand in the surest exchange's quotation or beside it, 0–1."""
