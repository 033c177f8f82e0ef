"""Tables without lines in plain text: the labels of the columns on one line, the cells below them, set apart by wide blanks.

    番号  意見の内容                 町の回答
    1     目標が高すぎませんか。     国の推計に、移住の分を
                                     加えました。

Text in two columns has such blanks, too; what makes a table is its header, in which one label asks and another replies, and that
every piece of a line stands below a label. Where no column counts the rows, one begins behind an empty line, or, in a table without
such, where the question and the reply above have both come to their full stop.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.marks.replies.headkinds import asks_by_label, replies_by_label
from ingest.readers.builder import text_cell
from ingest.text.lines import width
from ingest.text.normalize import lines_of, squeeze
from ingest.types import Cell, Table

LABEL_MAX, COLUMNS_MAX = 20, 8
"""Characters of a label, and columns, at most."""
ROWS_MIN = 3
"""Rows from which there is a table."""
RUNS_MAX = 60
"""Lines of a row at most in a table that counts none: more are columns of text."""
SLACK = 1.0
"""Full-width characters by which a cell may begin before its label."""

_PIECE = re.compile(r"\S+(?:[ \u3000]\S+)*")
NUMBER_LABEL = re.compile(r"(?:N[oO]|Ｎ[ｏＯ]|№|番\s?号|項\s?番)[.．]?$")
Piece = tuple[int, int]


def aligned_tables(text: str) -> tuple[Table, ...]:
    """The tables of a text, in its order."""
    lines = list(lines_of(text))
    found: list[Table] = []
    index = 0
    while index < len(lines):
        starts = _header(text, *lines[index])
        rows, last = _rows(text, lines, index, starts) if starts else ([], index)
        if len(rows) >= ROWS_MIN:
            head = tuple(text_cell(text, *piece) for piece in _pieces(text, *lines[index]))
            found.append(Table((head, *rows), (lines[index][0], lines[last][1])))
            index = last
        index += 1
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    return [match.span() for match in _PIECE.finditer(text, start, end)]


def _header(text: str, start: int, end: int) -> tuple[float, ...]:
    """Where the columns begin (widths), if a line is the header of such a table; else empty."""
    pieces = _pieces(text, start, end)
    labels = [squeeze(text[a:b]) for a, b in pieces]
    if not 2 <= len(labels) <= COLUMNS_MAX or max(map(len, labels)) > LABEL_MAX:
        return ()
    told = any(map(asks_by_label, labels)) and any(map(replies_by_label, labels))
    if not told or not (NUMBER_LABEL.match(labels[0]) or asks_by_label(labels[0])):
        return ()
    return tuple(width(text[start:a]) for a, _ in pieces)


def _rows(
    text: str, lines: Sequence[tuple[int, int]], head: int, starts: Sequence[float]
) -> tuple[list[tuple[Cell | None, ...]], int]:
    """(rows below line `head`, the last line of theirs); a cell that runs on below itself stands in a row without a number."""
    rows: list[tuple[Cell | None, ...]] = []
    last = head
    counts = _counts(text, *lines[head])
    for place in range(head + 1, len(lines)):
        if not counts and not text[slice(*lines[place])].strip():
            continue
        if not counts and _header(text, *lines[place]):
            break  # another table
        cells = _cells(text, *lines[place], starts)
        if not counts and cells and _crosses(text, *lines[place], starts):
            break
        numbered = cells is not None and cells[0] is not None and cells[0].text.strip().isdecimal()
        if cells is None or not (numbered or not counts or (rows and cells[0] is None)):
            break
        rows.append(cells)
        last = place
    return (rows if counts else _uncounted(text, rows)), last


def _crosses(text: str, start: int, end: int, starts: Sequence[float]) -> bool:
    """Whether a piece of a line goes on below the next column's label: a line of the text behind the table."""
    return any(
        width(text[start:a]) < column - SLACK and width(text[start:b]) > column
        for a, b in _pieces(text, start, end)
        for column in starts[1:]
    )


def _counts(text: str, start: int, end: int) -> bool:
    """Whether the first column of a header is that of the numbers."""
    return NUMBER_LABEL.match(squeeze(text[slice(*_pieces(text, start, end)[0])])) is not None


def _uncounted(text: str, lines: Sequence[tuple[Cell | None, ...]]) -> list[tuple[Cell | None, ...]]:
    """The rows of a table that counts none, of its lines: each cell with what runs on below it; none where nothing parts the rows."""
    filled = [[cell for cell in line if cell and cell.spans] for line in lines]
    if not filled or not all(filled):
        return []  # a line of tags alone is none of a table's
    edges = [(cells[-1].spans[-1][1], below[0].spans[0][0]) for cells, below in pairwise(filled)]
    gaps = [text.count("\n", a, b) > 1 for a, b in edges]
    ended = [all(cell.text.endswith(_ENDS) for cell in cells) and len(cells) > 1 for cells in filled]
    begins = [True, *(gaps if any(gaps) else ended[:-1])]
    rows: list[list[tuple[Cell | None, ...]]] = []
    for line, begun in zip(lines, begins, strict=True):
        if begun:
            rows.append([])
        rows[-1].append(line)
        if len(rows[-1]) > RUNS_MAX:
            return []  # columns of text
    cells = [tuple(map(_whole, zip(*row, strict=True))) for row in rows]
    return cells if all(row[0] is not None and sum(map(bool, row)) > 1 for row in cells) else []


_ENDS = ("。", "．", "？", "?", "）", ")")


def _whole(pieces: tuple[Cell | None, ...]) -> Cell | None:
    """The cell of its pieces, one below the other."""
    held = [piece for piece in pieces if piece is not None]
    if not held:
        return None
    return Cell("".join(piece.text for piece in held), tuple(span for piece in held for span in piece.spans))


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
