"""Spreadsheets: .xlsx with merged cells and several sheets, .csv and .tsv."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from corpus.errors import ReadError
from ingest.readers.builder import Builder, RawCell
from ingest.readers.limits import Limits, check_count
from ingest.readers.ordered import in_order
from ingest.readers.radicals import with_whole_characters
from ingest.types import Document

Rows = list[list[RawCell | None]]
ALONE_MIN = 4
"""Rows with an empty one above and below from which the empty ones only space a table out."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def read_xlsx(data: bytes, name: str, limits: Limits) -> Document:
    """The document of a workbook: each visible sheet a table, its name a heading above it.

    Raises ReadError where the file is damaged, empty or has more cells than `limits.max_cells`.
    """
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except Exception as error:  # openpyxl raises KeyError, ValueError, BadZipFile … for damaged files
        raise ReadError(
            "Excel 文書として読めません（壊れている可能性があります）", "Excel で開いて保存し直してください"
        ) from error
    builder = Builder()
    cells = 0
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        width, height = _extent(sheet)
        cells += width * height
        check_count(cells, limits.max_cells, "セル")
        rows = _sheet(sheet, width, height)
        if rows:
            builder.line(sheet.title, heading=1)
            for block in _spaced(_blocks(rows)):
                builder.table(in_order(block))
    title = book.properties.title or ""
    if not any(len(t.rows) for t in builder.tables):
        raise ReadError("Excel 文書に文字がありません", "会議録の表があるシートを確かめてください")
    return builder.document(XLSX, name, title)


def _extent(sheet: Any) -> tuple[int, int]:
    """Columns and rows up to the last filled cell; formats alone may reach to row 1,048,576."""
    filled = [place for place, cell in sheet._cells.items() if cell.value not in (None, "")]
    return max((x for _, x in filled), default=0), max((y for y, _ in filled), default=0)


def _sheet(sheet: Any, width: int, height: int) -> Rows:
    """The filled part of a sheet; empty columns at the left and right and empty rows at the end are left out."""
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for area in sheet.merged_cells.ranges:
        bottom, right = min(area.max_row, height), min(area.max_col, width)
        merged[area.min_row, area.min_col] = (
            max(1, bottom - area.min_row + 1),
            max(1, right - area.min_col + 1),
        )
        covered.update(
            (y, x) for y in range(area.min_row, bottom + 1) for x in range(area.min_col, right + 1)
        )
    covered -= merged.keys()
    rows: Rows = []
    for line in sheet.iter_rows(max_row=height, max_col=width) if width else ():
        out: list[RawCell | None] = []
        for cell in line:
            if (cell.row, cell.column) in covered:
                out.append(None)
                continue
            size = merged.get((cell.row, cell.column), (1, 1))
            out.append(RawCell(tuple(_value(cell.value).split("\n")), *size))
        rows.append(out)
    return _cropped(rows)


def _cropped(rows: Rows) -> Rows:
    def filled(cell: RawCell | None) -> bool:
        return cell is not None and any(p.strip() for p in cell.paragraphs)

    used = [x for row in rows for x, cell in enumerate(row) if filled(cell)]
    if not used:
        return []
    left, right = min(used), max(used) + 1
    rows = [row[left:right] for row in rows]
    while rows and not any(map(filled, rows[-1])):
        rows.pop()
    return rows


def _blocks(rows: Rows) -> Iterator[Rows]:
    """Rows between wholly empty rows; a sheet may hold a title, a table, and another table below."""
    block: Rows = []
    for row in rows:
        empty = all(c is not None and not any(p.strip() for p in c.paragraphs) for c in row)
        if empty and block:
            yield block
            block = []
        elif not empty:
            block.append(row)
    if block:
        yield block


def _spaced(blocks: Iterator[Rows]) -> list[Rows]:
    """The tables of a sheet; rows that an empty one sets apart each are one table, for most of them stand alone."""
    found = list(blocks)
    alone = [block for block in found if len(block) == 1 and len(_words(block[0])) > 1]
    if len(alone) < ALONE_MIN or 2 * len(alone) < len(found):
        return found
    first = found.index(alone[0])
    return [*found[:first], [row for block in found[first:] for row in block]]


def _value(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return (
            value.date().isoformat()
            if value.time() == datetime.min.time()
            else value.isoformat(" ", "minutes")
        )
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return with_whole_characters(str(value))


def read_csv(text: str, name: str, limits: Limits) -> Document:
    """The document of comma- or tab-separated values. Raises ReadError: no table in it, more cells than `limits.max_cells`."""
    sample = text[:20_000]
    csv.field_size_limit(1 << 24)  # a cell of an opinion table may exceed the default of 131,072
    delimiter = max(",\t;", key=sample.count)
    breaks = r"\n|\\n" if delimiter == "\t" else r"\n"  # a line break written out, as tabbed values must
    try:
        rows: Rows = []
        cells = columns = 0
        for row in csv.reader(io.StringIO(text.replace("\x00", "")), delimiter=delimiter):
            columns = columns or (len(row) if len(row) > 1 else 0)
            row = _unsplit(row, columns) if delimiter == "," else row
            cells += len(row)
            check_count(cells, limits.max_cells, "セル")
            rows.append([RawCell(tuple(re.split(breaks, cell))) for cell in row])
    except csv.Error as error:
        raise ReadError("CSV として読めません", "引用符が閉じているか確かめてください") from error
    builder = Builder()
    remarks, rows = _remarks(rows)
    for remark in remarks:
        builder.line(remark)
    for block in _spaced(_blocks(rows)):
        builder.table(in_order(block))
    if not builder.tables:
        raise ReadError("CSV に文字がありません", "会議録の表かどうか確かめてください")
    return builder.document("text/csv", name)


_THOUSANDS = re.compile(r"(?<![0-9])[0-9]{1,3}(?:,[0-9]{3})*$")
_HUNDREDS = re.compile(r"[0-9]{3}(?![0-9])")


def _unsplit(row: list[str], columns: int) -> list[str]:
    """A row with more cells than `columns`, its cells put together where the comma of a number parted them (およそ1,900万円, unquoted)."""
    out = row[:1]
    surplus = len(row) - columns
    for cell in row[1:]:
        if surplus > 0 and _THOUSANDS.search(out[-1]) and _HUNDREDS.match(cell):
            out[-1] += f",{cell}"
            surplus -= 1
        else:
            out.append(cell)
    return out


def _remarks(rows: Rows) -> tuple[list[str], Rows]:
    """(what open data say of themselves in lines that begin with #, the rows); the first such line with columns names them.

    #license https://…
    #property⇥subject⇥summary⇥answer
    #object_type⇥string⇥string⇥string
    """
    told: list[str] = []
    names: Rows = []
    place = 0
    while place < len(rows) and (cells := _words(rows[place])) and cells[0].startswith("#"):
        if len(cells) > 1 and not names:
            names.append(rows[place])
        else:
            told.append(" ".join(cells))
        place += 1
    return told, names + rows[place:]


def _words(row: list[RawCell | None]) -> list[str]:
    return [" ".join(cell.paragraphs).strip() for cell in row if cell and any(cell.paragraphs)]
