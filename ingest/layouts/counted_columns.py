"""Tables with several questions and replies beside each other in a row (議員名｜質問1｜答弁1｜質問2｜答弁2): a row for each pair.

The cells keep their places in the text; what stands in the other columns (who asks, the day) holds for each pair of its row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.folding import folded
from ingest.layouts.column_labels import role_of
from ingest.types import Cell, Table

PAIRS_MIN = 2
"""Pairs of columns, numbered from one, from which the rows are so made."""
HEAD_ROWS = 4
"""Rows from the top among which the names of the columns stand."""

_COUNTED = re.compile(r"(.+?)[\s_]?[（(]?([0-9]{1,2})[)）]?")

Row = tuple[Cell | None, ...]
Columns = dict[int, dict[str, int]]
"""Of each number the places of its columns, by their names without it."""


def in_pairs(table: Table) -> Table:
    """The table with a row for each pair; as it was where its columns are not counted."""
    for y, row in enumerate(table.rows[:HEAD_ROWS]):
        if counted := _counted(row):
            rows = (*table.rows[:y], *(_cut(row, counted, below) for below in _all(table.rows[y:], counted)))
            return Table(tuple(rows), table.span)
    return table


def _counted(row: Row) -> Columns:
    """The counted columns of a header row with a question and a reply of each number; none in any other."""
    found: Columns = {}
    for place, cell in enumerate(row):
        match = _COUNTED.fullmatch(folded(cell.text).strip()) if cell else None
        if match:
            found.setdefault(int(match[2]), {})[match[1]] = place
    roles = [{role_of(name) for name in columns} for columns in found.values()]
    whole = all({"question", "answer"} <= own for own in roles)
    same = len({tuple(sorted(columns)) for columns in found.values()}) == 1
    return found if len(found) >= PAIRS_MIN and whole and same and min(found) == 1 else {}


def _all(rows: Sequence[Row], counted: Columns) -> list[tuple[Row, dict[str, int]]]:
    """Each row once for each number whose question it holds, the header for the first."""
    out = [(rows[0], counted[1])]
    for row in rows[1:]:
        for number in sorted(counted):
            filled = (cell for place in counted[number].values() if place < len(row) and (cell := row[place]))
            if number == 1 or any(cell.text.strip() for cell in filled):
                out.append((row, counted[number]))
    return out


def _cut(header: Row, counted: Columns, below: tuple[Row, dict[str, int]]) -> Row:
    """A row with the columns that are not counted, and those of one number (回答２ …) in the places of number one."""
    row, own = below
    names = {place: name for name, place in counted[1].items()}
    others = {place for number, columns in counted.items() if number > 1 for place in columns.values()}
    places = [place for place in range(len(header)) if place not in others]
    cells = [own[names[place]] if place in names else place for place in places]
    return tuple(row[place] if place < len(row) else None for place in cells)
