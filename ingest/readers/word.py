"""Word documents (.docx): paragraphs, headings and tables in document order, merged cells, header-less."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import takewhile
from typing import Any

from corpus.errors import ReadError
from ingest.readers.builder import Builder, RawCell
from ingest.readers.limits import Limits, check_count
from ingest.readers.plain import stated_url
from ingest.readers.radicals import with_whole_characters
from ingest.readers.setoff import sets_off
from ingest.readers.stacked import stacked_tables
from ingest.types import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEVEL = re.compile(r"(?:heading|見出し)\s*([1-6])", re.IGNORECASE)


def read_docx(data: bytes, name: str, limits: Limits) -> Document:
    """The document of a .docx file; manual page breaks count pages only where the file marks them.

    Raises ReadError where the file is damaged or holds no text.
    """
    import docx

    try:
        source = docx.Document(io.BytesIO(data))
        styles = {s.style_id: s.name or "" for s in source.styles if s.type is not None}
        builder = Builder()
        room = limits.max_cells
        for element in source.element.body.iterchildren():
            room = _block(element, styles, builder, room)
        title = source.core_properties.title or ""
    except ReadError:
        raise
    except Exception as error:  # python-docx raises KeyError, ValueError, BadZipFile … for damaged files
        raise ReadError(
            "Word 文書として読めません（壊れている可能性があります）", "Word で開いて保存し直してください"
        ) from error
    text = builder.text()
    if not text.strip():
        raise ReadError(
            "Word 文書に文字がありません", "画像だけの文書は文字認識（OCR）をしてから追加してください"
        )
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    document = builder.document(media_type, name, title, stated_url(text))
    return replace(document, tables=document.tables or stacked_tables(text))


def _block(element: Any, styles: dict[str, str], builder: Builder, room: int) -> int:
    """Writes a paragraph, a table or a content control; returns how many cells there is still `room` for."""
    if element.tag == f"{_W}p":
        for box in _boxes(element):
            for child in box:
                room = _block(child, styles, builder, room)
        text, label = _text(element), _label(element)
        # A link or a tracked insertion before the bold words is no run of the paragraph itself.
        if label and text.startswith(label) and sets_off(label, text[len(label) :]):
            text = f"{label}\u3000{text[len(label) :]}"
        builder.line(text, _heading(element, styles))
    elif element.tag == f"{_W}tbl":
        rows = _rows(element, room)
        room -= sum(map(len, rows))
        builder.table(rows)
    elif element.tag == f"{_W}sdt":
        for content in element.iterchildren(f"{_W}sdtContent"):
            for child in content.iterchildren():
                room = _block(child, styles, builder, room)
    return room


def _boxes(paragraph: Any) -> list[Any]:
    """The text boxes that hang on a paragraph."""
    boxes = [box for box in paragraph.iter(f"{_W}txbxContent") if not _is_again(box)]
    return [box for box in boxes if not any(a in boxes for a in box.iterancestors())]


def _is_again(element: Any) -> bool:
    """Whether Word wrote it a second time, for older programs (mc:Fallback)."""
    return any(a.tag == _FALLBACK for a in element.iterancestors())


def _heading(paragraph: Any, styles: dict[str, str]) -> int:
    """The level of a heading style (or of an outline level set on the paragraph); 0 for body text."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    outline = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
    if style is not None:
        identity = style.get(f"{_W}val") or ""
        named = styles.get(identity, identity)
        if match := _LEVEL.search(named):
            return int(match[1])
        if named.lower() in ("title", "表題"):
            return 1
    if outline is not None and (value := outline.get(f"{_W}val") or "").isdigit() and int(value) < 6:
        return int(value) + 1
    return 0


_WRITTEN = tuple(f"{_W}{tag}" for tag in ("t", "tab", "ptab", "br", "cr", "noBreakHyphen"))
_APART = tuple(f"{_W}{tag}" for tag in ("rt", "del", "txbxContent"))
"""What stands inside a paragraph and is none of its words: readings, what was deleted, text boxes."""


def _text(element: Any) -> str:
    """The text of a paragraph: runs, tabs, breaks; deleted text (w:del) and ruby readings are left out."""
    out: list[str] = []
    for node in element.iter():
        if node.tag in _WRITTEN and any(
            a.tag in _APART for a in takewhile(lambda a: a is not element, node.iterancestors())
        ):
            continue
        if node.tag == f"{_W}t":
            out.append(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}ptab") and node.getparent().tag == f"{_W}r":
            out.append("\t" if out else "　")
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            out.append("\n")
        elif node.tag == f"{_W}noBreakHyphen":
            out.append("-")
    return with_whole_characters("".join(out))


def _label(paragraph: Any) -> str:
    """The words in bold that a paragraph opens with, before others that are not; empty where there are none."""
    words: list[str] = []
    for run in paragraph.iterchildren(f"{_W}r"):
        text = _text(run)
        bold = run.find(f"{_W}rPr/{_W}b")
        if bold is None or bold.get(f"{_W}val") in ("0", "false"):
            return "".join(words) if text.strip() else ""
        words.append(text)
    return ""


def _rows(table: Any, room: int) -> list[list[RawCell | None]]:
    """The grid of a table. A cell that continues a vertical merge is None, and the cell above counts its rows.

    Raises ReadError beyond `room` places.
    """
    grid: list[list[RawCell | None]] = []
    anchors: dict[int, tuple[int, int]] = {}
    for y, row in enumerate(table.iter(f"{_W}tr")):
        if row.getparent() is not table and row.getparent().getparent() is not table:
            continue
        y = len(grid)
        line: list[RawCell | None] = []
        for cell in row.iter(f"{_W}tc"):
            if not _belongs(cell, row):
                continue
            x = len(line)
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            columns = int(span.get(f"{_W}val") or 1) if span is not None else 1
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            if merge is not None and merge.get(f"{_W}val") != "restart" and x in anchors:
                top, left = anchors[x]
                above = grid[top][left]
                if above:
                    grid[top][left] = RawCell(above.paragraphs, y - top + 1, above.columns)
                line.append(None)
            else:
                paragraphs = tuple(
                    p for e in cell.iter(f"{_W}p") if not _is_again(e) for p in _text(e).split("\n")
                )
                line.append(RawCell(paragraphs, 1, columns))
                anchors[x] = (y, x)
            line.extend([None] * (min(columns, 500) - 1))
            check_count(len(line), room, "セル")
        room -= len(line)
        grid.append(line)
    return grid


def _belongs(cell: Any, row: Any) -> bool:
    """Whether a cell is of this row itself, not of a table inside one of its cells."""
    return next(cell.iterancestors(f"{_W}tr"), None) is row
