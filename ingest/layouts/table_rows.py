"""Rows of opinion tables to entries: page breaks mended, merged cells shared, continuation rows joined.

1. A header row sets the columns; repeated after a page break it is dropped.
2. A row whose number cell is empty continues the row above, column by column, with nothing between.
3. A cell that is merged over several rows belongs to each of them. Where a flattened text lost the merge, an answer that
   announces a list (次のような対策…) and the next row's answer that begins with the list are one cell again.
4. A row with one filled cell only is a heading inside the table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.spans import Span
from ingest.layouts.table_columns import Columns, columns_of
from ingest.normalize import key, lines_of, trim
from ingest.types import Cell, Document, Table

_TERMINAL = re.compile(r"[。．.？！?!」』）)】〕：:]\s*$")
_NUMBERED = re.compile(
    r"^\s*[#\-・*]*\s*(?:議題|議事|案件|報告|議案|協議事項|第)?\s*[（(]?[0-9０-９①-⑳一二三四五六七八九十ア-オⅠ-Ⅹ]{1,3}(?:号|章|節|項)?\s*[)）.．、:：\s　]\s*(?=\S)"
)
_MARKED = re.compile(r"^\s*(?:[■◆●◎○□◇【《＜<〔▼▽☆★]|#{1,6}\s)")
_PAGE_LINE = re.compile(r"^[\s\-‐–―－ー－()（）pPＰ.．/／0-9０-９頁ページ]*$")
_GENERIC = re.compile(r"^(?:sheet|シート|表|資料|別紙|様式|page)\s*[0-9０-９\-－ー]*$", re.IGNORECASE)
_ANNOUNCES = re.compile(
    r"(?:次|以下|下記|次頁|左記|右記)の?(?:ような|とおり|通り|よう(?:に|な)|取組|対策|方法|点|項目|内容|もの)"
)
_LIST_START = re.compile(r"^\s*(?:[・●○■◆▪•◦※①⑴➀ア]|[（(]?[1１一ア][)）.．、])")
HEADING_MAX = 90
PROSE_MIN, HEADER_PROSE_MIN = 40, 60
"""Characters from which a sentence outside the tables is kept as a statement; below it is a note on the form."""


@dataclass
class Entry:
    """One opinion with its reply as the table prints it; cells in order, to be joined."""

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


@dataclass
class Reading:
    """What the tables of a document hold."""

    entries: list[Entry] = field(default_factory=list)
    headers: list[tuple[str, ...]] = field(default_factory=list)
    start: int | None = None
    """Where the first opinion table's header row begins: the end of the document's header."""
    prose: list[tuple[Span, str]] = field(default_factory=list)
    """Running text between the tables, with the agenda item under which it stands."""
    headings: list[str] = field(default_factory=list)


def strip_number(line: str) -> str:
    """A heading without its mark and number: (1) 計画について → 計画について."""
    line = re.sub(r"^[\s#\-*■◆●◎○□◇▼▽☆★・]+", "", line)
    return re.sub(r"^[【《〔＜<](.+)[】》〕＞>]$", r"\1", _NUMBERED.sub("", line, count=1)).strip()


def read_tables(document: Document) -> Reading:
    """All entries of all opinion tables of a document, in order."""
    reading, state = Reading(), _State()
    end = 0
    for table in document.tables:
        if state.columns is not None or any(columns_of(row) for row in table.rows):
            _between(document, end if state.columns else 0, table.span[0], state, reading)
        _read_table(table, state, reading)
        end = table.span[1]
    if state.columns is not None:
        _between(document, end, len(document.text), state, reading)
    _restore_merges(reading.entries)
    return reading


@dataclass
class _State:
    columns: Columns | None = None
    agenda: str = ""
    section: str = ""
    fresh: bool = True
    """A heading came since the last row: the next row cannot continue it."""
    after_header: bool = False


def _between(document: Document, start: int, end: int, state: _State, reading: Reading) -> None:
    """The text before a table: its heading is the agenda item; long sentences are kept as prose."""
    lines = [
        (a, b) for a, b in lines_of(document.text, start, end) if not _PAGE_LINE.match(document.text[a:b])
    ]
    lines = [(a, b) for a, b in lines if not any(t.span[0] <= a < t.span[1] for t in document.tables)]
    marked = {s for s, _ in document.headings}
    texts = [document.text[a:b].strip() for a, b in lines]
    heading = _heading(texts, [(a, b) in marked for a, b in lines])
    if heading:
        if heading != state.agenda or start:
            state.fresh = True
        state.agenda, state.section = heading, ""
        reading.headings.append(heading)
    shortest = PROSE_MIN if state.columns else HEADER_PROSE_MIN
    for (a, b), text in zip(lines, texts, strict=True):
        if len(text) >= shortest and text.endswith("。"):
            reading.prose.append((trim(document.text, a, b), state.agenda if state.columns else ""))


def _heading(texts: list[str], marked: list[bool]) -> str:
    """The last line before a table if it reads as a heading; the last item of a mere list (議題一覧) does not."""
    if not texts or len(texts[-1]) > HEADING_MAX or texts[-1].endswith("。") or _GENERIC.match(texts[-1]):
        return ""
    last = texts[-1]
    if not (
        _NUMBERED.match(last)
        or _MARKED.match(last)
        or marked[-1]
        or last.endswith(("について", "に関すること"))
    ):
        return ""
    if not marked[-1] and _NUMBERED.match(last) and len(texts) > 1 and _NUMBERED.match(texts[-2]):
        repeated = any(key(strip_number(last)) in key(text) for text in texts[:-1])
        if not repeated:
            return ""
    return strip_number(last)


def _read_table(table: Table, state: _State, reading: Reading) -> None:
    anchors = _anchors(table)
    merged = any(
        cell is not None and (cell.rows > 1 or cell.columns > 1) for row in table.rows for cell in row
    )
    state.after_header = True
    if (
        state.columns is not None
        and len(table.rows[0]) != len(state.columns.roles)
        and not any(columns_of(r) for r in table.rows)
    ):
        state.columns = None
    for y, row in enumerate(table.rows):
        columns = columns_of(row)
        if columns is not None:
            if reading.start is None:
                reading.start = _row_start(row, table.span[0])
            state.columns, state.after_header = columns, True
            reading.headers.append(columns.labels)
        elif state.columns is not None and not _announces_header(table, y):
            _read_row(table, anchors, y, merged, state, reading)


def _announces_header(table: Table, y: int) -> bool:
    """Whether the row is the table's title, which stands right above its header."""
    filled = sum(cell is not None and bool(cell.text.strip()) for cell in table.rows[y])
    return filled <= 2 and y + 1 < len(table.rows) and columns_of(table.rows[y + 1]) is not None


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


def _read_row(
    table: Table,
    anchors: dict[tuple[int, int], tuple[int, int]],
    y: int,
    merged: bool,
    state: _State,
    reading: Reading,
) -> None:
    columns, row = state.columns, table.rows[y]
    assert columns is not None
    shift = _shift(row, columns)

    def own(role: str) -> Cell | None:
        x = columns.at(role)
        cell = row[x + shift] if x is not None and x + shift < len(row) else None
        return cell if cell is not None and cell.text.strip() else None

    def covering(role: str) -> Cell | None:
        """The cell of an earlier row that is merged down into this one."""
        x = columns.at(role)
        place = None if x is None else anchors.get((y, x + shift))
        if place is None or place[0] == y:
            return None
        return table.rows[place[0]][place[1]]

    question, answer = own("question"), own("answer")
    entries = reading.entries
    if _is_section(row) or (question is None and answer is None):
        _lone_row(row, columns, shift, state, entries)
        return
    number = own("number")
    if (
        entries
        and not state.fresh
        and _continues(entries[-1], columns, number, covering, question, answer, state)
    ):
        entry = entries[-1]
    else:
        entry = Entry(
            columns, state.agenda, state.section, number.text.strip() if number else "", merged=merged
        )
        entries.append(entry)
        for role, cells in (("question", entry.question), ("answer", entry.answer), ("topic", entry.topic)):
            if own(role) is None and (shared := covering(role)) is not None:
                cells.append(shared)
        entry.who = _text(own("who") or covering("who"))
        entry.responder = _text(own("responder") or covering("responder"))
    for cell, cells in ((question, entry.question), (answer, entry.answer), (own("topic"), entry.topic)):
        if cell is not None:
            cells.append(cell)
    _extras(row, columns, shift, entry)
    state.fresh = state.after_header = False


def _text(cell: Cell | None) -> str:
    return cell.text.strip() if cell else ""


def _shift(row: tuple[Cell | None, ...], columns: Columns) -> int:
    """1 where a row has a number before the columns that the header does not name, else 0."""
    first = row[0].text.strip() if row and row[0] else ""
    return (
        1 if len(row) == len(columns.roles) + 1 and columns.roles[0] != "number" and first.isdecimal() else 0
    )


def _continues(
    entry: Entry,
    columns: Columns,
    number: Cell | None,
    covering: Callable[[str], Cell | None],
    question: Cell | None,
    answer: Cell | None,
    state: _State,
) -> bool:
    """Whether a row goes on with the entry above it."""
    if covering("question") is not None and question is None:
        return True
    if number is not None:
        return False
    complete = _finished(entry.question) and _finished(entry.answer)
    if columns.at("number") is not None and covering("number") is None:
        return state.after_header or question is None or answer is None or not complete
    if question is None:
        return covering("answer") is None
    return (
        state.after_header and columns.at("number") is None and not (_finished(entry.question) and complete)
    )


def _finished(cells: list[Cell]) -> bool:
    return not cells or bool(_TERMINAL.search(cells[-1].text))


def _is_section(row: tuple[Cell | None, ...]) -> bool:
    """One filled cell that runs across the table, or that reads as a heading (第2章 …, ■ …) in the first column."""
    filled = [cell for cell in row if cell is not None and cell.text.strip()]
    if len(filled) != 1 or len(filled[0].text) > HEADING_MAX or filled[0].text.rstrip().endswith("。"):
        return False
    if filled[0].columns > max(1, len(row) // 2):
        return True
    return (
        row[0] is filled[0]
        and bool(_NUMBERED.match(filled[0].text) or _MARKED.match(filled[0].text))
        and len(row) < 4
    )


def _lone_row(
    row: tuple[Cell | None, ...], columns: Columns, shift: int, state: _State, entries: list[Entry]
) -> None:
    """A row without question and answer: a heading inside the table, or extras of the entry above."""
    filled = [cell for cell in row if cell is not None and cell.text.strip()]
    if (
        len(filled) == 1
        and len(filled[0].text) <= HEADING_MAX
        and (row[0] is filled[0] or filled[0].columns > 1)
    ):
        state.section, state.fresh = filled[0].text.strip(), True
    elif filled and entries and not state.fresh:
        _extras(row, columns, shift, entries[-1])


def _extras(row: tuple[Cell | None, ...], columns: Columns, shift: int, entry: Entry) -> None:
    for x, role in enumerate(columns.roles):
        cell = row[x + shift] if x + shift < len(row) else None
        if cell is None or not cell.text.strip():
            continue
        label = columns.labels[x]
        if role == "note" and label:
            entry.notes.append((label, cell.text.strip()))
        elif role == "status":
            known = next((cells for name, cells in entry.status if name == label), None)
            if known is None:
                entry.status.append((label, [cell]))
            else:
                known.append(cell)


def _restore_merges(entries: list[Entry]) -> None:
    """Rule 3 for flattened text: the announcing answer and the list in the next row become one answer of both rows."""
    for above, below in pairwise(entries):
        if (
            above.merged
            or below.merged
            or not above.answer
            or not below.answer
            or above.agenda != below.agenda
        ):
            continue
        text = "".join(cell.text for cell in above.answer)
        listed = re.search(r"(?:^|[\s。])[・●①⑴]", text)
        if _ANNOUNCES.search(text) and not listed and _LIST_START.match(below.answer[0].text):
            above.answer = below.answer = [*above.answer, *below.answer]
