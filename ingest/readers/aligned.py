"""Tables without lines in plain text: the labels of the columns on one line, the cells below them, set apart by wide blanks.

    番号  意見の内容                 町の回答
    1     目標が高すぎませんか。     国の推計に、移住の分を
                                     加えました。

Text in two columns has such blanks, too; what makes a table is its header, in which one label asks and another replies, and that
every piece of a line stands below a label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.headkinds import asks_by_label, replies_by_label
from ingest.lines import width
from ingest.normalize import lines_of, squeeze
from ingest.readers.builder import text_cell
from ingest.types import Cell, Table

LABEL_MAX, COLUMNS_MAX = 20, 8
"""Characters of a label, and columns, at most."""
ROWS_MIN = 3
"""Rows from which there is a table."""
SLACK = 1.0
"""Full-width characters by which a cell may begin before its label."""

_PIECE = re.compile(r"[^\s\u3000]+(?:[ \u3000][^\s\u3000]+)*")
_NUMBER_LABEL = re.compile(r"(?:N[oO]|Ｎ[ｏＯ]|№|番\s?号|項\s?番)[.．]?$")
Piece = tuple[int, int]


def aligned_tables(text: str) -> tuple[Table, ...]:
    """The tables of a text, in its order."""
    lines = list(lines_of(text))
    found: list[Table] = []
    index = 0
    while index < len(lines):
        starts = _header(text, *lines[index])
        rows = _rows(text, lines, index + 1, starts) if starts else []
        if len(rows) < ROWS_MIN:
            index += 1
            continue
        head = tuple(text_cell(text, *piece) for piece in _pieces(text, *lines[index]))
        last = lines[index + len(rows)]
        found.append(Table((head, *rows), (lines[index][0], last[1])))
        index += len(rows) + 1
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    return [match.span() for match in _PIECE.finditer(text, start, end)]


def _header(text: str, start: int, end: int) -> tuple[float, ...]:
    """Where the columns begin (widths), if a line is the header of such a table; else empty."""
    pieces = _pieces(text, start, end)
    labels = [squeeze(text[a:b]) for a, b in pieces]
    if not 3 <= len(labels) <= COLUMNS_MAX or max(map(len, labels)) > LABEL_MAX:
        return ()
    told = any(map(asks_by_label, labels)) and any(map(replies_by_label, labels))
    if not told or not _NUMBER_LABEL.match(labels[0]):
        return ()
    return tuple(width(text[start:a]) for a, _ in pieces)


def _rows(
    text: str, lines: Sequence[tuple[int, int]], first: int, starts: Sequence[float]
) -> list[tuple[Cell | None, ...]]:
    """The rows from line `first` on, one a line; a cell that runs on below itself stands in a row without a number."""
    rows: list[tuple[Cell | None, ...]] = []
    for place in range(first, len(lines)):
        cells = _cells(text, *lines[place], starts)
        numbered = cells is not None and cells[0] is not None and cells[0].text.strip().isdecimal()
        if cells is None or not (numbered or (rows and cells[0] is None)):
            break
        rows.append(cells)
    return rows


def _cells(text: str, start: int, end: int, starts: Sequence[float]) -> tuple[Cell | None, ...] | None:
    """The cells of a line by their columns; None where a piece stands below no label, or two below one."""
    cells: list[Cell | None] = [None] * len(starts)
    pieces = _pieces(text, start, end)
    if len(pieces) > len(starts) or any(b - a < 2 for (_, a), (b, _) in pairwise(pieces)):
        return None
    for a, b in pieces:
        place = width(text[start:a])
        column = max((n for n, first in enumerate(starts) if first <= place + SLACK), default=-1)
        if column < 0 or cells[column] is not None or place > starts[column] + SLACK:
            return None
        cells[column] = text_cell(text, a, b)
    return tuple(cells) if pieces else None
