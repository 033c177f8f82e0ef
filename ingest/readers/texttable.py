"""Tables in plain text: runs of lines with tabs, and Markdown tables with bars."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.spans import Span
from ingest.readers.builder import text_cell
from ingest.text.normalize import lines_of
from ingest.types import Cell, Table

_BAR = re.compile(r"^\s*\|.*\|\s*$")
_BARRED = re.compile(r"(?<=\s)\|(?=\s)")
BARRED_MIN = 4
"""Cells of a row from which bars alone make a table: the paths of a page (ホーム | 町政 | 議会) have fewer."""
_RULE = re.compile(r"^(?=.*---)[\s:|-]+$")


def tables_from_text(text: str) -> tuple[Table, ...]:
    """Every run of two or more lines that hold tabs (or bars), as a table; a blank line ends it.

    A single line with a tab is a table only when it has three cells or more: 「日時⇥令和…」 is a label and its value.
    """
    tables: list[Table] = []
    run: list[tuple[Span, str]] = []
    lines = list(lines_of(text))
    open_rows = _open_rows(text, lines)
    for index, (start, end) in enumerate(lines):
        line = text[start:end]
        kind = "\t" if "\t" in line else "|" if _BAR.match(line) or index in open_rows else ""
        if run and (kind != run[-1][1] or open_rows.get(index)):
            _close(text, run, tables)
            run = []
        if kind:
            run.append(((start, end), kind))
    _close(text, run, tables)
    return tuple(tables)


def _open_rows(text: str, lines: Sequence[Span]) -> dict[int, bool]:
    """Lines of Markdown tables whose rows lack the bars at their ends (`意見 | 回答`), and whether one heads its table.

    The rule (`---|---`) below the heads tells them from words between bars; as many bars in every row, from `BARRED_MIN` cells on, do too.
    """
    rows: dict[int, bool] = {}
    for index in range(1, len(lines)):
        rule = text[slice(*lines[index])]
        above = text[slice(*lines[index - 1])]
        if _is_barred(rule) and _is_barred(above) and len(_halves(rule)) == len(_halves(above)):
            rows.setdefault(index - 1, True)
            rows[index] = False
            continue
        width = len(_halves(rule))
        if width < 2 or not _RULE.match(rule) or len(_halves(text[slice(*lines[index - 1])])) != width:
            continue
        rows[index - 1] = True
        below = index
        while below < len(lines) and 1 < len(_halves(text[slice(*lines[below])])) <= width:
            rows[below] = False
            below += 1
    return rows


def _is_barred(line: str) -> bool:
    return not _BAR.match(line) and len(_BARRED.findall(line)) + 1 == len(_halves(line)) >= BARRED_MIN


def _halves(line: str) -> list[str]:
    """The cells of a line, without the bars at its ends."""
    return line.strip().removeprefix("|").removesuffix("|").split("|")


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
        row = text[start:end]
        start += len(row) - len(row.lstrip().removeprefix("|"))
        end -= len(row) - len(row.rstrip().removesuffix("|"))
    cells: list[Cell] = []
    while True:
        stop = text.find(mark, start, end)
        cells.append(text_cell(text, start, end if stop < 0 else stop))
        if stop < 0:
            return tuple(cells)
        start = stop + 1
