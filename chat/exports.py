"""Tables as files that spreadsheet programs open without a question: CSV with a byte order mark, and XLSX.

What stands in the record is shown as text: a cell that a spreadsheet would take for a formula is marked as text.
"""

from __future__ import annotations

import csv
import io
import math
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

WIDEST, NARROWEST, USUAL = 60.0, 8.0, 28.0
"""Widths of columns, in digits. Beyond its width text is wrapped; a column of names is no wider than usual, so that the table fits on
the width of a sheet of paper and can still be read."""

SENTENCES = 2 * USUAL
"""Mean width of the texts of a column from which they are sentences, which get the widest column."""

A4 = 9
"""The paper's number in a sheet's page setup."""

PAPER = 200.0
"""Digits that stand side by side on A4 across at 8 points, the least that is read without effort (150 at the 11 points of a cell)."""

LINE_HEIGHT, HIGHEST = 18.0, 409.0
"""Points of a line in the fonts of Japanese offices, and of the highest row (Excel's limit)."""

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold."""

TOLD_EVERY = 200
"""Rows between two calls that tell how many are written: 25 ms of work."""

_NOT_IN_NAME = re.compile(r"[\\/*?:\[\]]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: its name, the headings, and the rows under them.

    `printed`: columns from the left that go on paper, all where it is None; what only a program or a search needs stands right of them.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    printed: int | None = None


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
        _on_paper(page, sheet)
        widths = _on_its_width(_widths(sheet), sheet.printed)
        for number, width in enumerate(widths, 1):
            page.column_dimensions[get_column_letter(number)].width = width
        headings = [WriteOnlyCell(page, _clean(name)) for name in sheet.columns]
        for cell in headings:
            cell.font = Font(bold=True)
        page.append(headings)
        cells = _Cells(page, widths)
        try:
            for number, row in enumerate(sheet.rows):
                if told and number % TOLD_EVERY == 0:
                    told(number)
                page.append(cells.row(row, number + 2))
        except BaseException:
            page.close()
            page._writer.cleanup()  # the rows so far lie in a temporary file
            raise
        if sheet.columns:
            page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _on_paper(page: Any, sheet: Sheet) -> None:
    """Printed as offices do: A4 across, all columns on its width, lines between the cells, the headings on every sheet, the sheets numbered."""
    from openpyxl.utils import get_column_letter

    if sheet.printed:
        page.print_area = f"A1:{get_column_letter(sheet.printed)}{len(sheet.rows) + 1}"
    page.page_setup.paperSize, page.page_setup.orientation = A4, "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left = page.page_margins.right = 0.4
    page.print_title_rows = "1:1"
    page.print_options.gridLines = True
    page.oddFooter.center.text = "&P / &N"


class _Cells:
    """Cells of one sheet. A cell is dressed only where it must be, and the same cell holds the texts of its column one after the other,
    once a row: to make one and to work out how it looks takes longer than to write it (40,000 promises: 8.9 s -> 7.6 s)."""

    def __init__(self, page: Any, widths: Sequence[float]) -> None:
        self._page = page
        self._widths = widths
        self._made: dict[tuple[int, bool, bool], Any] = {}

    def row(self, values: Sequence[Cell], number: int) -> list[Any]:
        """The cells of a row, which is given the height of its wrapped text: LibreOffice works none out by itself."""
        texts = [_clean(value) if isinstance(value, str) else value for value in values]
        lines = [
            _lines(value, width) if isinstance(value, str) else 1
            for value, width in zip(texts, self._widths, strict=True)
        ]
        highest = max(lines, default=1)
        if highest > 1:
            # No RowDimension: that would fix the height also where somebody makes the column wider later.
            self._page.row_dimensions[number] = {"ht": str(min(HIGHEST, highest * LINE_HEIGHT))}
        return [
            self._text(value, column, highest > 1, lines[column] > 1)
            if isinstance(value, str)
            else self._beside(value)
            if highest > 1 and value is not None
            else value
            for column, value in enumerate(texts)
        ]

    def _text(self, value: str, column: int, beside: bool, wraps: bool) -> Any:
        """The text itself, or in a cell that wraps it and keeps it text; `beside` longer ones it stands at the top as they do."""
        if not value:
            return None
        formula = value.startswith(FORMULA_SIGNS)
        if not beside and not formula and not value.startswith("#"):
            return value
        from openpyxl.cell import WriteOnlyCell

        key = (column, wraps, formula)
        if key not in self._made:
            self._made[key] = _dressed(WriteOnlyCell(self._page, value), wraps, formula)
        cell = self._made[key]
        cell._value = value
        cell.data_type = "s"  # also what openpyxl would take for a formula or an error value (#N/A)
        return cell

    def _beside(self, value: Cell) -> Any:
        """A number or a day beside longer texts."""
        from openpyxl.cell import WriteOnlyCell

        return _dressed(WriteOnlyCell(self._page, value), False, False)


def _dressed(cell: Any, wraps: bool, formula: bool) -> Any:
    """The cell, at the top of its row, its text wrapped where that is longer than the column is wide."""
    from openpyxl.styles import Alignment

    cell.alignment = Alignment(wrap_text=wraps, vertical="top")
    if formula:
        cell.quotePrefix = True  # stays text when the cell is edited
    return cell


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
    """Widths that show the longest of the first rows, or where the text is wrapped."""
    widths = []
    for number, heading in enumerate(sheet.columns):
        texts = [str(row[number] or "") for row in sheet.rows[:200] if number < len(row)]
        shown = [_width(text) for text in texts if text]
        widest = WIDEST if shown and sum(shown) / len(shown) > SENTENCES else USUAL
        widths.append(min(widest, max(NARROWEST, *(width + 2.0 for width in [_width(heading), *shown]))))
    return widths


def _on_its_width(widths: list[float], printed: int | None) -> list[float]:
    """The widths, of printed columns so narrow that all of them stand side by side on `PAPER`: the widest give way first, names and
    sentences in the same share."""
    ours = widths[:printed]
    share = 1.0
    while sum(ours) > PAPER and share > NARROWEST / USUAL:
        share -= 0.05
        ours = [min(width, share * (WIDEST if width > USUAL else USUAL)) for width in widths[:printed]]
    return ours + widths[len(ours) :]


def _lines(text: str, width: float) -> int:
    """Lines that the text takes in a column of this width; one digit of each stays free, since no line breaks before 、."""
    if len(text) * 2 < width and "\n" not in text:
        return 1
    return sum(max(1, math.ceil(_width(line) / (width - 1))) for line in text.split("\n"))


def _width(text: str) -> float:
    """Width in digits: a Japanese character (three bytes) takes two."""
    return (len(text) + len(text.encode("utf-8", "replace"))) / 2


def disposition(name: str, kind: Literal["attachment", "inline"] = "attachment") -> str:
    """The header Content-Disposition for a file of this name (RFC 6266; any characters)."""
    return f"{kind}; filename*=UTF-8''{quote(name, safe='')}"
