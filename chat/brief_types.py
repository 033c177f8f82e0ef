"""What a dossier is made of: quotations with one mark each, lines, sections."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from chat.types import Citation, Reach
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


@dataclass(slots=True)
class Marks:
    """Gives every quotation one mark, wherever it stands."""

    citations: list[Citation] = field(default_factory=list)

    def mark(self, citation: Citation) -> Citation:
        for known in self.citations:
            if (known.exchange_id, known.spans) == (citation.exchange_id, citation.spans):
                return known
        marked = replace(citation, mark=len(self.citations) + 1)
        self.citations.append(marked)
        return marked


@dataclass(frozen=True, slots=True)
class Found:
    """An exchange on the theme: its question's request and its reply's sentences."""

    stored: StoredExchange
    question: Citation | None
    answers: tuple[Citation, ...]
