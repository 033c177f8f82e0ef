"""What a dossier is made of: quotations with one mark each, lines, sections."""

from __future__ import annotations

from dataclasses import dataclass, replace

from chat.types import Citation, Reach
from corpus.spans import Spans
from corpus.types import StoredExchange


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in a line of the dossier: `label` is 問, 答 or 意見."""

    label: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Line:
    """A line: words of ours (place, date, what it is for), then quotations."""

    text: str
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section; `nothing` is said where it has no lines."""

    title: str
    lines: tuple[Line, ...]
    nothing: str
    brief: bool = False
    """Whether the marks of its quotations are enough, because they stand in the sections before."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """The dossier. `citations` are all that it quotes, in the order of their marks."""

    theme: str
    town: str
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    reach: Reach
    elapsed_ms: float = 0.0


class Marks:
    """Gives every quotation one mark, wherever it stands; grows while a dossier is made."""

    def __init__(self) -> None:
        self._marked: dict[tuple[str, Spans], Citation] = {}

    def mark(self, citation: Citation) -> Citation:
        """The citation with its mark: a new one, or that which the same words of the same exchange have."""
        place = citation.exchange_id, citation.spans
        return self._marked.setdefault(place, replace(citation, mark=len(self._marked) + 1))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All that was marked, in the order of the marks."""
        return tuple(self._marked.values())


@dataclass(frozen=True, slots=True)
class Found:
    """An exchange on the theme: its question's request and its reply's sentences."""

    stored: StoredExchange
    question: Citation | None
    answers: tuple[Citation, ...]
