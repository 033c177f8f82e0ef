"""The columns of a table that a program wrote: its texts as a grid, where the data begin, and what a column's cells have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.folding import folded
from ingest.columns.fieldnames import NAMES, plain_name
from ingest.marks.speaks import is_speech
from ingest.text.normalize import share
from ingest.types import Cell

Grid = tuple[tuple[str, ...], ...]
"""The texts of a table, row by row; empty where a merged cell covers a place."""

EXPORTS = ("text/csv", "spreadsheet", "application/json", "application/xml")
"""Media types (or parts of them) whose tables a program wrote."""
SAMPLE, LEAD_MAX = 300, 6
"""Rows that are looked at, and rows of titles and names above them at most."""
LABEL = 30
"""Characters of a cell that says who speaks, at most."""
FILLED, MOST = 0.8, 0.6
"""Shares: rows that have a sentence, cells that must be people or ask."""
SHORT = 40
"""Characters of a name of a column at most."""
DIGITS_MAX = 18
"""Digits of a number that counts rows at most; a code may have more."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place in the table, the name above it ("" where none stands there), its cells below."""

    place: int
    name: str
    cells: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        """The filled cells."""
        return [cell for cell in self.cells if cell]

    @property
    def called(self) -> str:
        """What the user is told that the column is called."""
        return f"「{self.name}」" if self.name else f"{self.place + 1}列目"

    def share(self, holds: Callable[[str], bool]) -> float:
        """Share of the filled cells for which `holds` is true."""
        return share(self.words, holds)

    def within(self, most: int) -> bool:
        """Whether its cells are that short, and no sentences."""
        return bool(self.words) and all(len(word) <= most and "。" not in word for word in self.words)

    @property
    def numbers(self) -> list[int]:
        """The filled cells as numbers; empty where one of them is none."""
        words = self.words
        counts = all(len(word) <= DIGITS_MAX and word.isdecimal() for word in words)
        return list(map(int, words)) if counts else []

    def in_stretches(self) -> bool:
        """Whether every value stands in one stretch of several rows."""
        runs = [value for value, _ in groupby(self.cells)]
        return len(runs) == len(set(runs)) and len(runs) * 2 <= len(self.cells) and all(runs)


def grid_of(rows: Sequence[Sequence[Cell | None]]) -> Grid:
    """The texts of a table's first rows."""
    return tuple(
        tuple(cell.text.strip() if cell else "" for cell in row) for row in rows[: SAMPLE + LEAD_MAX]
    )


def is_export(media_type: str) -> bool:
    """Whether a program wrote the tables of such a file."""
    return any(kind in media_type for kind in EXPORTS)


def first_row(rows: Grid) -> int | None:
    """The first row that holds a sentence beside something else."""
    for y, row in enumerate(rows[: LEAD_MAX + 1]):
        if sum(map(bool, row)) > 1 and any("。" in cell and is_speech(cell) for cell in row):
            return y
    return None


def columns_of(rows: Grid, first: int) -> list[Column]:
    """The columns of a table whose data begin in row `first`, with the names in the row above if it looks like one of names."""
    above = rows[first - 1] if first else ()
    named = sum(map(bool, above)) > 1 and all(len(name) <= SHORT for name in above)
    width = max(map(len, rows))
    padded = [row + ("",) * (width - len(row)) for row in (above, *rows[first:])]
    names = padded[0] if named else ("",) * width
    return [Column(x, names[x], tuple(row[x] for row in padded[1:])) for x in range(width)]


def known(columns: Sequence[Column], role: str) -> Column | None:
    """The column that is called by a name of this role, the earliest name counting first."""
    names = [plain_name(folded(column.name)) for column in columns]
    place = next((names.index(name) for name in NAMES[role] if name in names), None)
    return None if place is None else columns[place]
