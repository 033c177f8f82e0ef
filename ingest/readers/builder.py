"""Collects a document's text piece by piece, and knows where each cell of a table came to stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.spans import Span
from ingest.people.speakers import parse_label
from ingest.text.formatting import HTML_TAG
from ingest.text.normalize import trim
from ingest.types import Cell, Document, Table


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell before it has a place: its paragraphs, and how many rows and columns it covers."""

    paragraphs: tuple[str, ...]
    rows: int = 1
    columns: int = 1


_IN_CELL = re.compile("[\t\r\n\v\f\u2028\u2029\x85]+")


SHORT_CELL = 20
"""Characters up to which a cell is a label or value, whose own line breaks only fit it into its column."""
ROW_HEADING = 6
"""Level of what stands beside a talk in its row: below any heading of the document."""
FORM_PARAGRAPHS = 8
"""From this many paragraphs on, a cell beside labels holds the minutes themselves (会議録の様式: 会議の内容 | …)."""


@dataclass(slots=True)
class Builder:
    """Text that grows; `table` writes rows as lines of tab-separated cells.

    Paragraphs of a longer cell are lines of their own, as they are on paper, so that speech inside a table can be read by
    its lines too; `Cell.paragraphs` keeps where each of them stands.
    """

    parts: list[str] = field(default_factory=list)
    length: int = 0
    tables: list[Table] = field(default_factory=list)
    headings: list[tuple[Span, int]] = field(default_factory=list)
    pages: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str) -> Span:
        """Appends `text` as it is; returns where it stands."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start, self.length

    def line(self, text: str, heading: int = 0) -> Span:
        """Appends a line; `heading` is its level where it is one."""
        span = self.add(text)
        if heading and text.strip():
            self.headings.append((span, heading))
        self.add("\n")
        return span

    def page(self, number: int) -> None:
        """Marks that a page begins here."""
        self.pages.append((self.length, number))

    def table(self, rows: Sequence[Sequence[RawCell | None]]) -> None:
        """Appends a table; None is a place that a merged cell covers. Rows that are wholly empty are left out."""
        start = self.length
        placed: list[tuple[Cell | None, ...]] = []
        talks = [_talk_of(row) for row in rows]
        several = (
            sum(talk is not None for talk in talks) > 1
        )  # a single one is a form, and what stands beside it its label
        for row, talk in zip(rows, talks, strict=True):
            cells: list[Cell | None] = []
            between = "\n" if talk or _is_form(row) else "\t"
            for index, raw in enumerate(row):
                if index:
                    self.add(between)
                cells.append(cell := self._cell(raw) if raw else None)
                if talk and several and cell and raw is not talk:
                    self.headings += [(span, ROW_HEADING) for span in cell.spans]
            self.add("\n")
            placed.append(tuple(cells))
        self.tables.append(Table(tuple(placed), (start, self.length)))
        self.add("\n")

    def append(self, other: Builder) -> None:
        """Appends what another builder collected (a page that was read wholly before it counts)."""
        by = self.length
        self.add(other.text())
        self.tables.extend(_moved(table, by) for table in other.tables)
        self.headings.extend(((a + by, b + by), level) for (a, b), level in other.headings)

    def _cell(self, raw: RawCell) -> Cell:
        texts = [text for p in raw.paragraphs if (text := _IN_CELL.sub(" ", p).strip())]
        between = " " if sum(map(len, texts)) <= SHORT_CELL else "\n"
        spans: list[Span] = []
        start = self.length
        for text in texts:
            if spans:
                self.add(between)
            spans.append(self.add(text))
        whole = (start, self.length)
        return Cell(
            between.join(texts), (whole,) if spans else (), tuple((s,) for s in spans), raw.rows, raw.columns
        )

    def text(self) -> str:
        """The text that was built so far."""
        return "".join(self.parts)

    def document(
        self, media_type: str, name: str, title: str = "", url: str = "", warnings: tuple[str, ...] = ()
    ) -> Document:
        """The finished document."""
        return Document(
            self.text(),
            media_type,
            name,
            pages=tuple(self.pages),
            tables=tuple(self.tables),
            headings=tuple(self.headings),
            title=title.strip(),
            url=url.strip(),
            warnings=warnings,
        )


_SPEAKS = re.compile(
    r"^[○◯〇◆◎●・]?\s*(?:[（(【〔［＜]([^（()）【】〔〕［］＜＞。、]{2,20})[）)】〕］＞]|([^\s。、：:「」]{2,16})[：:\s])"
)


def _talks(paragraphs: Sequence[str]) -> bool:
    """Whether people of two sides speak in a cell, a paragraph each: 会長：…, 事務局：…, Ａ委員：…"""
    opened = [next(filter(None, m.groups())) for p in paragraphs if (m := _SPEAKS.match(p))]
    if 2 * len(opened) < len(paragraphs) or len(opened) < 2:
        return False
    sides = {speaker.side for label in opened if (speaker := parse_label(label)) and speaker.office}
    return len(sides - {"other"}) > 1


def _talk_of(row: Sequence[RawCell | None]) -> RawCell | None:
    """The cell of a row in which people talk, where the others say of what meeting and about which matter, and no sentence."""
    cells = [raw for raw in row if raw and any(raw.paragraphs)]
    talks = [raw for raw in cells if len(raw.paragraphs) > 1 and _talks(raw.paragraphs)]
    others = [paragraph for raw in cells if raw not in talks for paragraph in raw.paragraphs]
    return talks[0] if len(talks) == 1 and others and not any("。" in one for one in others) else None


def _is_form(row: Sequence[RawCell | None]) -> bool:
    """Whether a row is a label and the minutes themselves beside it: one very long cell, the others short."""
    sizes = [(len(raw.paragraphs), sum(map(len, raw.paragraphs))) for raw in row if raw]
    long = [size for size in sizes if size[0] >= FORM_PARAGRAPHS]
    return (
        len(long) == 1
        and len(sizes) > 1
        and all(n <= SHORT_CELL for size in sizes if size not in long for n in size[1:])
    )


def _moved(table: Table, by: int) -> Table:
    def cell(old: Cell | None) -> Cell | None:
        if old is None:
            return None
        spans = tuple((a + by, b + by) for a, b in old.spans)
        paragraphs = tuple(tuple((a + by, b + by) for a, b in p) for p in old.paragraphs)
        return Cell(old.text, spans, paragraphs, old.rows, old.columns)

    rows = tuple(tuple(cell(c) for c in row) for row in table.rows)
    return Table(rows, (table.span[0] + by, table.span[1] + by))


_BREAK = re.compile(r"</?(?:p|br|div|li)\b[^<>]*>", re.IGNORECASE)


def text_cell(text: str, start: int, end: int) -> Cell:
    """The cell that stands at `[start, end)` of `text`, its tags (<p>, <br> …) left out of the spans."""
    breaks = [m.span() for m in _BREAK.finditer(text, start, end)]
    tags = [m.span() for m in HTML_TAG.finditer(text, start, end)]
    paragraphs: list[tuple[Span, ...]] = []
    for left, right in _between(breaks, start, end):
        spans = _trimmed(text, _between(tags, left, right))
        if spans:
            paragraphs.append(tuple(spans))
    joined: list[Span] = []
    for paragraph in paragraphs:
        if joined:
            gap = [(a, b) for a, b in _between(tags, joined[-1][1], paragraph[0][0]) if b > a]
            joined.extend(gap[:1])
        joined.extend(paragraph)
    return Cell("".join(text[a:b] for a, b in joined), tuple(joined), tuple(paragraphs))


def _between(cuts: list[Span], start: int, end: int) -> list[Span]:
    """The stretches of `[start, end)` that no cut covers."""
    out: list[Span] = []
    for a, b in cuts:
        if a >= end or b <= start:
            continue
        out.append((start, max(start, a)))
        start = b
    out.append((start, end))
    return out


def _trimmed(text: str, spans: list[Span]) -> list[Span]:
    """Without white space at the ends of the whole, and without empty pieces."""
    spans = [s for s in spans if s[0] < s[1]]
    while spans and not text[spans[0][0] : spans[0][1]].strip():
        spans.pop(0)
    while spans and not text[spans[-1][0] : spans[-1][1]].strip():
        spans.pop()
    if spans:
        spans[0] = (trim(text, *spans[0])[0], spans[0][1])
        spans[-1] = (spans[-1][0], trim(text, *spans[-1])[1])
    return spans
