"""Tables in plain text: runs of lines with tabs, and Markdown tables with bars."""

from __future__ import annotations

import re

from corpus.spans import Span
from ingest.readers.builder import text_cell
from ingest.text.normalize import lines_of
from ingest.types import Cell, Table

_BAR = re.compile(r"^\s*\|.*\|\s*$")
_RULE = re.compile(r"^(?=.*---)[\s:|-]+$")


def tables_from_text(text: str) -> tuple[Table, ...]:
    """Every run of two or more lines that hold tabs (or bars), as a table; a blank line ends it.

    A single line with a tab is a table only when it has three cells or more: 「日時⇥令和…」 is a label and its value.
    """
    tables: list[Table] = []
    run: list[tuple[Span, str]] = []
    for start, end in lines_of(text):
        line = text[start:end]
        kind = "\t" if "\t" in line else "|" if _BAR.match(line) else ""
        if run and kind != run[-1][1]:
            _close(text, run, tables)
            run = []
        if kind:
            run.append(((start, end), kind))
    _close(text, run, tables)
    return tuple(tables)


def _close(text: str, run: list[tuple[Span, str]], tables: list[Table]) -> None:
    if not run:
        return
    rows: list[tuple[Cell | None, ...]] = []
    for (start, end), kind in run:
        if kind == "|" and _RULE.match(text[start:end]):
            continue
        rows.append(_row(text, start, end, kind))
    if len(rows) > 1 or (rows and len(rows[0]) > 2):
        tables.append(Table(tuple(rows), (run[0][0][0], run[-1][0][1])))


def _row(text: str, start: int, end: int, mark: str) -> tuple[Cell, ...]:
    if mark == "|":
        start, end = text.index("|", start) + 1, text.rindex("|", start, end)
    cells: list[Cell] = []
    while True:
        stop = text.find(mark, start, end)
        cells.append(text_cell(text, start, end if stop < 0 else stop))
        if stop < 0:
            return tuple(cells)
        start = stop + 1
