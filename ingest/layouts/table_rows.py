"""Rows of an opinion table to entries.

1. A header row sets the columns; repeated after a page break it is dropped.
2. A row whose number cell is empty continues the row above, column by column, with nothing between.
3. A cell that the file knows to be merged over several rows belongs to each of them.
4. Where nothing knows of merged cells, who asks is that of the row above if all cells up to his own are left empty.
5. A row with one filled cell only is a heading inside the table (`section_rows`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from corpus.spans import Span
from ingest.layouts.column_labels import DITTO
from ingest.layouts.section_rows import CAPTION_MAX, filled_of, section_of
from ingest.layouts.table_columns import Columns
from ingest.layouts.table_headers import Headers
from ingest.types import Cell, Table

_TERMINAL = re.compile(r"[。．.？！?!」』）)】〕：:]\s*$")


@dataclass(slots=True)
class Entry:
    """One opinion with its reply as the table prints it; grows row by row, cells in order, to be joined."""

    columns: Columns
    agenda: str
    section: str = ""
    number: str = ""
    who: str = ""
    topic: list[Cell] = field(default_factory=list)
    question: list[Cell] = field(default_factory=list)
    answer: list[Cell] = field(default_factory=list)
    responder: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    status: list[tuple[str, list[Cell]]] = field(default_factory=list)
    merged: bool = False
    """Whether the table itself knows its merged cells (then nothing is guessed)."""


@dataclass(slots=True)
class Reading:
    """What the tables of a document hold; grows while they are read."""

    entries: list[Entry] = field(default_factory=list)
    headers: list[tuple[str, ...]] = field(default_factory=list)
    start: int | None = None
    """Where the first opinion table's header row begins: the end of the document's header."""
    prose: list[tuple[Span, str]] = field(default_factory=list)
    """Running text between the tables, with the agenda item under which it stands."""
    headings: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    """Why columns whose names say nothing were taken for questions and replies."""
    formed: int = 0
    """Characters in the tables that are forms of letters: there the labels tell of the other cells, too."""


@dataclass(slots=True)
class State:
    """Where reading is: the columns and headings under which the next row stands."""

    columns: Columns | None = None
    agenda: str = ""
    section: str = ""
    """Heading above the rows, across the table."""
    fresh: bool = True
    """A heading came since the last row: the next row cannot continue it."""
    after_header: bool = False


def read_table(table: Table, headers: Headers, state: State, reading: Reading) -> None:
    """Adds the rows of one table to `reading`; `state` goes on to the next table, whose rows may continue the last entry."""
    anchors = _anchors(table)
    merged = any(
        cell is not None and (cell.rows > 1 or cell.columns > 1) for row in table.rows for cell in row
    )
    state.after_header = True
    body = 0
    if -1 in headers.rows:
        state.columns = headers.rows[-1][0]
        reading.start = table.span[0] if reading.start is None else reading.start
        reading.headers.append(state.columns.labels)
    for y, row in enumerate(table.rows):
        found = headers.rows.get(y) if y >= body else None
        if found is not None:
            columns, height = found
            body = y + height
            if reading.start is None:
                reading.start = _row_start(row, table.span[0])
            state.columns, state.after_header = columns, True
            reading.headers.append(columns.labels)
        elif state.columns is not None and state.columns.is_head(row):
            state.after_header = True
        elif y >= body and state.columns is not None and not _announces_header(table, y, headers):
            shift = _shift(row, state.columns)
            _read_row(_Row(table, anchors, y, state.columns, shift), merged, state, reading)


def _announces_header(table: Table, y: int, headers: Headers) -> bool:
    """Whether the row is the table's title, which stands right above its header."""
    filled = sum(cell is not None and bool(cell.text.strip()) for cell in table.rows[y])
    return filled <= 2 and y + 1 in headers.rows


def _row_start(row: tuple[Cell | None, ...], default: int) -> int:
    return min((cell.spans[0][0] for cell in row if cell and cell.spans), default=default)


def _anchors(table: Table) -> dict[tuple[int, int], tuple[int, int]]:
    """For every place that a merged cell covers: the place where that cell stands."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row):
            if cell is not None and (cell.rows > 1 or cell.columns > 1):
                for dy in range(min(cell.rows, len(table.rows) - y)):
                    for dx in range(min(cell.columns, len(row) - x)):
                        found[y + dy, x + dx] = (y, x)
    return found


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table by what its columns are. `anchors`: see `_anchors`; `shift`: columns before those that the header names."""

    table: Table
    anchors: dict[tuple[int, int], tuple[int, int]]
    y: int
    columns: Columns
    shift: int

    @property
    def cells(self) -> tuple[Cell | None, ...]:
        return self.table.rows[self.y]

    def own(self, role: str) -> Cell | None:
        """The row's own cell of a column; None where it is empty."""
        x = self.columns.at(role)
        cell = self.cells[x + self.shift] if x is not None and x + self.shift < len(self.cells) else None
        return cell if cell is not None and cell.text.strip() else None

    def covering(self, role: str) -> Cell | None:
        """The cell of an earlier row that is merged down into this one."""
        x = self.columns.at(role)
        return None if x is None else self._above(x)

    def text(self, role: str) -> str:
        """What the row says in a column, itself or by a cell of an earlier row."""
        cell = self.own(role) or self.covering(role)
        return cell.text.strip() if cell else ""

    def notes_above(self) -> list[tuple[str, str]]:
        """The notes of an earlier row that are merged down into this one."""
        above = ((self.columns.labels[x], self._above(x)) for x in self.columns.all("note"))
        return [(label, cell.text.strip()) for label, cell in above if label and cell and cell.text.strip()]

    def _above(self, x: int) -> Cell | None:
        y, x = self.anchors.get((self.y, x + self.shift), (self.y, x))
        return self.table.rows[y][x] if y < self.y else None


def _read_row(row: _Row, merged: bool, state: State, reading: Reading) -> None:
    question, answer = row.own("question"), row.own("answer")
    entries = reading.entries
    across = _across(row.cells)
    if across is not None and (len(across.text) > CAPTION_MAX or across.text.rstrip().endswith("。")):
        head = across.text.strip().split("\n")[0]
        if len(head) <= CAPTION_MAX and not head.endswith("。"):
            state.section = head
        state.fresh = True
        return
    if question is not None and _ELSEWHERE.match(question.text.strip()):
        return
    covered = any(row.covering(role) is not None for role in ("number", "question", "answer"))
    above = not entries or state.fresh or (_finished(entries[-1].question) and _finished(entries[-1].answer))
    if heading := section_of(row.cells, row.columns, row.shift, above, covered):
        state.section, state.fresh = heading, True
        return
    if question is None and answer is None:
        _lone_row(row, state, entries)
        return
    if not (entries and not state.fresh and _continues(entries[-1], row, state)):
        begun = _begun(row, merged, state)
        if entries and not state.fresh and not merged and _asks_on(entries[-1], row):
            _ask_on(entries[-1], row, begun)
        if entries and DITTO.match(begun.who):
            begun.who = entries[-1].who
        if entries and DITTO.match(begun.responder):
            begun.responder = entries[-1].responder
        entries.append(begun)
    entry = entries[-1]
    for cell, cells in ((question, entry.question), (answer, entry.answer), (row.own("topic"), entry.topic)):
        if cell is not None:
            cells.append(cell)
    _extras(row, entry)
    entries += _asked_again(row, entry)
    state.fresh = state.after_header = False


def _asked_again(row: _Row, entry: Entry) -> list[Entry]:
    """The entries of what the same person asked again in further columns of the row, and was told."""
    found = []
    for places in row.columns.further():
        question, answer = (
            row.cells[x + row.shift] if x + row.shift < len(row.cells) else None for x in places
        )
        if question is not None and question.text.strip():
            again = replace(entry, question=[question], answer=[answer] if answer else [], status=[])
            found.append(replace(again, topic=list(entry.topic), notes=list(entry.notes)))
    return found


def _begun(row: _Row, merged: bool, state: State) -> Entry:
    """The entry that a row begins, with what cells of earlier rows say of it, without the row's own question, answer and topic."""
    number = row.own("number")
    entry = Entry(
        row.columns, state.agenda, state.section, number.text.strip() if number else "", merged=merged
    )
    for role, cells in (("question", entry.question), ("answer", entry.answer), ("topic", entry.topic)):
        if row.own(role) is None and (shared := row.covering(role)) is not None:
            cells.append(shared)
    entry.who = row.text("who")
    entry.responder = "\u3000".join(filter(None, (row.text("office"), row.text("responder"))))
    entry.notes += row.notes_above()
    return entry


def _asks_on(above: Entry, row: _Row) -> bool:
    """Whether whoever asked in the row above asks in this one: his cell is empty, and so are those before it, of which one was filled."""
    place = row.columns.at("who")
    if not place or not above.who or above.columns != row.columns:
        return False
    told = [label for label, _ in above.notes]
    filled = bool(above.number) or any(row.columns.labels[x] in told for x in range(place))
    first = row.cells[: place + row.shift + 1]
    return filled and not any(cell and cell.text.strip() for cell in first)


def _ask_on(above: Entry, row: _Row, entry: Entry) -> None:
    """Gives an entry who asked in the row above, what stood before him there (the day, his seat), and the matter if the row has none."""
    place = row.columns.at("who") or 0
    entry.who = above.who
    entry.notes += [note for note in above.notes if note[0] in row.columns.labels[:place]]
    if row.own("topic") is None:
        entry.topic += above.topic


def _shift(row: tuple[Cell | None, ...], columns: Columns) -> int:
    """1 where a row has a number before the columns that the header does not name, else 0."""
    first = row[0].text.strip() if row and row[0] else ""
    return (
        1 if len(row) == len(columns.roles) + 1 and columns.roles[0] != "number" and first.isdecimal() else 0
    )


def _continues(entry: Entry, row: _Row, state: State) -> bool:
    """Whether a row goes on with the entry above it."""
    question, answer = row.own("question"), row.own("answer")
    if row.covering("question") is not None and question is None:
        return True
    if row.own("number") is not None:
        return False
    complete = _finished(entry.question) and _finished(entry.answer)
    if row.columns.at("number") is not None and row.covering("number") is None:
        return state.after_header or question is None or answer is None or not complete
    if question is None:
        return row.covering("answer") is None
    return (
        state.after_header
        and row.columns.at("number") is None
        and not (_finished(entry.question) and complete)
    )


def _finished(cells: list[Cell]) -> bool:
    return not cells or bool(_TERMINAL.search(cells[-1].text))


_ELSEWHERE = re.compile(r"^(?:下記|別紙|以下|次|別添)のとおり(?:です)?。?$")
"""下記のとおり in the cell of a form whose table follows."""


def _across(row: tuple[Cell | None, ...]) -> Cell | None:
    """The only filled cell of a row, where it runs across the whole table: a case, a note, never a question."""
    filled = filled_of(row)
    return filled[0] if len(filled) == 1 and len(row) > 1 and filled[0].columns >= len(row) else None


def _lone_row(row: _Row, state: State, entries: list[Entry]) -> None:
    """A row without question and answer: a heading inside the table, or extras of the entry above."""
    filled = filled_of(row.cells)
    if (
        len(filled) == 1
        and len(filled[0].text) <= CAPTION_MAX
        and (row.cells[0] is filled[0] or filled[0].columns > 1)
    ):
        state.section, state.fresh = filled[0].text.strip().split("\n")[0], True
    elif filled and entries and not state.fresh:
        _extras(row, entries[-1])


def _extras(row: _Row, entry: Entry) -> None:
    """Adds the notes and the status of a row."""
    again = {x for places in row.columns.further() for x in places}
    for x, role in enumerate(row.columns.roles):
        cell = row.cells[x + row.shift] if x + row.shift < len(row.cells) else None
        if cell is None or not cell.text.strip():
            continue
        label = row.columns.labels[x]
        if x in again:
            continue  # an entry of its own
        if role == "note" and label:
            entry.notes.append((label, cell.text.strip()))
        elif role == "status":
            known = next((cells for name, cells in entry.status if name == label), None)
            if known is None:
                entry.status.append((label, [cell]))
            else:
                known.append(cell)
