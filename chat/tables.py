"""A table before it becomes a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Cell = str | int | float | date | None
"""What a cell may hold; None is an empty cell."""

FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What a spreadsheet may take for the start of a formula (OWASP, CSV injection); the wide forms in a Japanese Excel."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: its name, the headings, and the rows under them."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
