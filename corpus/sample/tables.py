"""Sources → the two-column table of a Word file and the table of a spreadsheet."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from corpus.sample.source import NOTICE, PAGE_BREAK, Source

_FIXED_TIME = (2026, 1, 1, 0, 0, 0)
"""Office files are ZIP archives that keep times; one fixed time makes the same source give the same bytes."""


def word(source: Source, path: Path) -> None:
    """Head, attendees, agenda, and for each agenda item that was discussed a table No / opinion / reply.

    A row that a page break splits goes on in a new table: the column heads again, an empty No, the rest of the text.
    """
    import docx

    document = docx.Document()
    _japanese_font(document)
    for section in document.sections:
        section.left_margin = section.right_margin = docx.shared.Mm(20)
    document.core_properties.title = source["title"]
    document.core_properties.author = "会議録チャット"
    document.core_properties.comments = NOTICE
    document.add_paragraph(NOTICE)
    document.add_heading(source["title"], 1)
    document.add_paragraph(f"1　日時　{source['when']}")
    document.add_paragraph(f"2　場所　{source['place']}")
    document.add_paragraph("3　出席者（委員・本部員等）")
    _attendees(document, source)
    document.add_paragraph("4　議題")
    for agenda in source["agenda"]:
        document.add_paragraph(f"（{agenda['no']}）{agenda['title']}")
    for agenda in source["agenda"]:
        if agenda["row"]:
            document.add_heading(f"（{agenda['no']}）{agenda['title']}", 2)
            _replies(document, source["columns"], agenda["row"])
    document.save(str(path))
    _freeze(path)


def _japanese_font(document: Any) -> None:
    from docx.oxml.ns import qn

    for style in ("Normal", "Heading 1", "Heading 2"):
        document.styles[style].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "游明朝")


def _attendees(document: Any, source: Source) -> None:
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for group, offices in source["attendees"]:
        for cell, text in zip(table.add_row().cells, (group, offices), strict=True):
            cell.text = text


def _replies(document: Any, columns: list[str], rows: list[dict[str, Any]]) -> None:
    from docx.enum.text import WD_BREAK

    table = _table(document, columns)
    for number, row in enumerate(rows, 1):
        question = [f"〔{row['label']}〕に関して", *row["question"]]
        answer = [f"（{row['office']}）", *row["answer"]]
        nothing: list[str] = []
        for piece, cells in enumerate(zip_longest(_pages(question), _pages(answer), fillvalue=nothing)):
            if piece:
                document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
                table = _table(document, columns)
            _fill(table, ["" if piece else str(number)], *cells)


def _table(document: Any, columns: list[str]) -> Any:
    table = document.add_table(rows=0, cols=len(columns), style="Table Grid")
    _fill(table, *([name] for name in columns))
    return table


def _fill(table: Any, *cells: list[str]) -> None:
    import docx

    for cell, paragraphs, width in zip(table.add_row().cells, cells, (12, 70, 88), strict=True):
        cell.width = docx.shared.Mm(width)
        cell.paragraphs[0].text = paragraphs[0] if paragraphs else ""
        for text in paragraphs[1:]:
            cell.add_paragraph(text)


def _pages(cell: list[str]) -> Iterator[list[str]]:
    """The pieces of a cell, cut where the page ends: inside a paragraph or between two."""
    piece: list[str] = []
    for paragraph in cell:
        before, cut, after = paragraph.partition(PAGE_BREAK)
        piece += [before] if before else []
        if cut:
            yield piece
            piece = [after] if after else []
    yield piece


def spreadsheet(source: Source, path: Path) -> None:
    """A sheet with grouped heads, the heads repeated at a page break, and cells merged over the rows they belong to."""
    import openpyxl
    from openpyxl.styles import Alignment, Border, Side
    from openpyxl.worksheet.properties import PageSetupProperties

    book = openpyxl.Workbook()
    book.properties.title, book.properties.creator = source["title"], "会議録チャット"
    book.properties.description = NOTICE
    sheet = book.active
    sheet.title = "反映状況"
    for text in (NOTICE, source["title"], source["document_no"]):
        sheet.append([text])
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=7)
    reply_row = 0
    for number, row in enumerate(source["row"], 1):
        if number in (1, source["repeat_header_before"]):
            _sheet_head(sheet, source)
        sheet.append([number, row["member"], row["topic"], *_joined(row)])
        if row.get("answer_shared"):
            sheet.merge_cells(start_row=reply_row, end_row=sheet.max_row, start_column=5, end_column=5)
        else:
            reply_row = sheet.max_row
    line = Side(style="thin")
    for cells in sheet.iter_rows(min_row=4, max_col=7):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(top=line, bottom=line, left=line, right=line)
    for column, width in zip("ABCDEFG", (6, 10, 20, 48, 52, 10, 44), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0  # as many pages high as it takes
    book.save(path)
    _freeze(path)


def _joined(row: dict[str, Any]) -> list[str | None]:
    """The cells behind the topic; the reply is empty where it stands in the merged cell above."""
    answer = "\n".join(row["answer"]) if "answer" in row else None
    return ["\n".join(row["question"]), answer, row["response"], "\n".join(row["status"])]


def _sheet_head(sheet: Any, source: Source) -> None:
    sheet.append([source["group_left"], None, None, None, None, source["group_right"], None])
    sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=5)
    sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=6, end_column=7)
    sheet.append(source["columns"])


def _freeze(path: Path) -> None:
    """Rewrites an Office file with one fixed time throughout: in the archive and in its properties."""
    stamp = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*_FIXED_TIME).encode()
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
            archive.writestr(zipfile.ZipInfo(name, _FIXED_TIME), data, zipfile.ZIP_DEFLATED)
