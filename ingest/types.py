"""Types of reading: what a reader hands to a layout, and what a layout makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus.spans import Span, Spans
from corpus.types import Exchange, Meeting, Utterance


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. `spans` point into `Document.text`, tags left out; a merged cell covers `rows` × `columns`.

    `paragraphs` are the spans of its paragraphs in order (a cell without inner structure has one).
    """

    text: str
    spans: Spans
    paragraphs: tuple[Spans, ...] = ()
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. A cell that is covered by a merged one is None at the covered places."""

    rows: tuple[tuple[Cell | None, ...], ...]
    span: Span
    """The stretch of `Document.text` that the table occupies."""


@dataclass(frozen=True, slots=True)
class Record:
    """One utterance of a structured export (JSON Lines, DiscussNet …); `span` is the text's place in `Document.text`."""

    span: Span
    speaker: str = ""
    role: str = ""
    meeting: str = ""
    municipality: str = ""
    date: str = ""
    order: int = 0
    topic: str = ""
    """The matter under which the export lists it."""


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file with positions: what every reader returns.

    `text` is stored and is what all spans refer to. Tables are part of `text` as lines of tab-separated cells, so that a
    layout may work on lines alone; where the format knows the cells (docx, xlsx, html, csv) they are given in `tables` too.
    `pages` are (offset, page number), ascending. `url` is the public address if the document itself states it (canonical
    link, 引用元).
    """

    text: str
    media_type: str
    name: str
    pages: tuple[tuple[int, int], ...] = ()
    tables: tuple[Table, ...] = ()
    records: tuple[Record, ...] = ()
    headings: tuple[tuple[Span, int], ...] = ()
    """(span, level) of headings where the format marks them (docx styles, html h1–h6)."""
    title: str = ""
    url: str = ""
    warnings: tuple[str, ...] = ()
    folds: tuple[tuple[Span, Span], ...] = ()
    """(question, answer) where a page folds the one under the other (html)."""

    @property
    def heading_starts(self) -> frozenset[int]:
        """Where the headings begin that the format marks."""
        return frozenset(span[0] for span, _ in self.headings)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well a layout fits a document: `score` 0–1 and the marks that speak for or against it, readable."""

    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What a layout found. Exchange ids are still empty; `meeting` holds what the layout itself knows of the header."""

    utterances: tuple[Utterance, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    meeting: Meeting | None = None
    header: Span = (0, 0)
    """The stretch before the first utterance or table, where the meeting's data stand."""
    span: Span | None = None
    """The stretch of the text that this meeting occupies; None: all of it."""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout family: found by its marks, never by file name or town."""

    name: str
    detect: Callable[[Document], Evidence]
    read: Callable[[Document], tuple[Draft, ...]]
