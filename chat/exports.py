"""Tables as files that spreadsheet programs open without a question: CSV with a byte order mark, and XLSX (`chat.workbook`).

What stands in the record is shown as text: a cell that a spreadsheet would take for a formula is marked as text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from chat.tables import FORMULA_SIGNS, Cell, Sheet
from chat.workbook import LONGEST_CELL, to_xlsx

__all__ = ["LONGEST_CELL", "MEDIA_TYPES", "Cell", "Sheet", "to_csv", "to_file", "to_xlsx"]

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Media types of the files, by their form."""


def to_file(sheet: Sheet, form: str) -> bytes:
    """One table as a file; `form` is a key of `MEDIA_TYPES`."""
    return to_csv(sheet.rows, sheet.columns) if form == "csv" else to_xlsx([sheet])


def to_csv(rows: Iterable[Sequence[Cell]], columns: Sequence[str]) -> bytes:
    """A table as CSV: UTF-8 with a byte order mark (so that Excel knows it), CRLF.

    Text that a spreadsheet would take for a formula begins with an apostrophe, its mark for text.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_csv_cell(name) for name in columns])
    writer.writerows([_csv_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", errors="replace")


def _csv_cell(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str):
        return cell
    cell = cell.replace("\x00", "")
    return f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell
