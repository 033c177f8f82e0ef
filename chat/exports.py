"""Tables as files that spreadsheet programs open without a question: CSV with a byte order mark, and XLSX.

What stands in the record is shown as text: a cell that a spreadsheet would take for a formula is marked as text.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args
from urllib.parse import quote

Form = Literal["csv", "xlsx"]
"""What a table can be kept as."""

FORMS: tuple[Form, ...] = get_args(Form)

NAMED_FORMS: tuple[tuple[str, Form], ...] = (("Excel", "xlsx"), ("CSV", "csv"))
"""What the page calls them, in the order in which it offers them."""

Cell = str | int | float | date | None
"""What a cell may hold; None is an empty cell."""

FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What a spreadsheet may take for the start of a formula (OWASP, CSV injection); the wide forms in a Japanese Excel."""

LONGEST_CELL = 32_767
"""Characters in a cell of an XLSX file (Excel's limit); longer text is cut there and ends with …."""

LONGEST_NAME = 31
"""Characters in the name of a sheet (Excel's limit)."""

WIDEST = 60.0
"""Width of a column, in digits, beyond which text is wrapped."""

SHORT = 24
"""Characters that need no wrapping: they fit the widest column beside Latin letters and Japanese alike."""

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold."""

TOLD_EVERY = 200
"""Rows between two calls that tell how many are written: 25 ms of work."""

_NOT_IN_NAME = re.compile(r"[\\/*?:\[\]]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: its name, the headings, and the rows under them."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


MEDIA_TYPES: dict[Form, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Media types of the files, by their form."""


Told = Callable[[int], None]
"""Is told how many rows are written; what it raises ends the writing."""


def to_file(sheet: Sheet, form: Form, *beside: Sheet, told: Told | None = None) -> bytes:
    """One table as a file; an XLSX has the sheets `beside` after it, a CSV holds no more than one.

    `told`: now and then, of an XLSX of many rows (a CSV takes no time).
    """
    return to_csv(sheet.rows, sheet.columns) if form == "csv" else to_xlsx([sheet, *beside], told)


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


def to_xlsx(sheets: Sequence[Sheet], told: Told | None = None) -> bytes:
    """A workbook of these sheets (at least one): headings bold and fixed, with filters, long text wrapped; `told` as of `to_file`."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    names: set[str] = set()
    for sheet in sheets:
        page = book.create_sheet(_sheet_name(sheet.name, names))
        page.freeze_panes = "A2"
        for number, width in enumerate(_widths(sheet), 1):
            page.column_dimensions[get_column_letter(number)].width = width
        headings = [WriteOnlyCell(page, _clean(name)) for name in sheet.columns]
        for cell in headings:
            cell.font = Font(bold=True)
        page.append(headings)
        cells = _Cells(page)
        try:
            for number, row in enumerate(sheet.rows):
                if told and number % TOLD_EVERY == 0:
                    told(number)
                page.append([cells.cell(value) for value in row])
        except BaseException:
            page.close()
            page._writer.cleanup()  # the rows so far lie in a temporary file
            raise
        if sheet.columns:
            page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class _Cells:
    """Cells of one sheet. A cell is dressed only where it must be, and in what another one wears already: to work out how a cell looks
    takes longer than to write it (40,000 promises: 7.6 s -> 5.5 s)."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._worn: dict[bool, Any] = {}

    def cell(self, value: Cell) -> Any:
        """The value itself, or in a cell that wraps it and keeps it text."""
        if not isinstance(value, str):
            return value
        value = _clean(value)
        if not value:
            return None
        formula = value.startswith(FORMULA_SIGNS)
        if len(value) <= SHORT and not formula and not value.startswith("#") and "\n" not in value:
            return value
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self._page, value)
        cell.data_type = "s"  # also what openpyxl took for a formula or an error value (#N/A)
        if formula not in self._worn:
            self._worn[formula] = _dressed(cell, formula)
        cell._style = self._worn[formula]
        return cell


def _dressed(cell: Any, formula: bool) -> Any:
    """The style of a cell whose text is wrapped."""
    from openpyxl.styles import Alignment

    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if formula:
        cell.quotePrefix = True  # stays text when the cell is edited
    return cell._style


def _clean(text: str) -> str:
    text = NOT_IN_XML.sub("", text)
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that Excel accepts and that no other sheet has; `taken` grows."""
    base = _NOT_IN_NAME.sub(" ", NOT_IN_XML.sub("", name)).strip(" '") or "表"
    name, number = base[:LONGEST_NAME], 1
    while name.casefold() in taken:
        number += 1
        name = f"{base[: LONGEST_NAME - 5]} ({number})"
    taken.add(name.casefold())
    return name


def _widths(sheet: Sheet) -> list[float]:
    """Widths that show the longest of the first rows; a Japanese character takes two digits."""
    widths = []
    for number, heading in enumerate(sheet.columns):
        shown = [heading, *(str(row[number] or "") for row in sheet.rows[:200] if number < len(row))]
        longest = max(sum(2 if ord(char) > 0x2E7F else 1 for char in text[:80]) for text in shown)
        widths.append(min(WIDEST, max(8.0, longest + 2.0)))
    return widths


def disposition(name: str, kind: Literal["attachment", "inline"] = "attachment") -> str:
    """The header Content-Disposition for a file of this name (RFC 6266; any characters)."""
    return f"{kind}; filename*=UTF-8''{quote(name, safe='')}"
