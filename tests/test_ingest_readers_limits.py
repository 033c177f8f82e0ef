"""Small files that would fill the memory: each is refused by a count before anything is built, and says which."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

import pytest
from soon import within

from corpus.errors import ReadError
from ingest.readers import Limits, read_bytes

LIMITS = Limits(max_cells=10_000, max_lines=10_000, max_nodes=30_000)


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A ZIP container with one of its files changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            new.writestr(member.filename, change(content) if member.filename == name else content)
    return out.getvalue()


def workbook(area: str) -> bytes:
    """A sheet with two cells and one merge over `area`."""
    import openpyxl

    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"] = "質問", "回答"
    book.active.merge_cells("A1:B1")
    out = io.BytesIO()
    book.save(out)
    return changed(
        out.getvalue(), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"A1:B1", area.encode())
    )


def word(cells: int, more: str = "") -> bytes:
    """A table whose first row holds `cells` cells, each said to be 99,999 columns wide."""
    import docx

    source = docx.Document()
    source.add_paragraph("会議録")
    source.add_table(rows=1, cols=1).cell(0, 0).text = "質問"
    out = io.BytesIO()
    source.save(out)
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr><w:p><w:r><w:t>答</w:t></w:r></w:p></w:tc>'
    wide = (cell * cells + more).encode()
    return changed(
        out.getvalue(), "word/document.xml", lambda xml: xml.replace(b"<w:tc>", wide + b"<w:tc>", 1)
    )


def page(cells: int) -> bytes:
    wide = "<td rowspan=500 colspan=500>答</td>" * cells
    return f"<html><body><table><tr>{wide}</tr><tr><td>問</td><td>答</td></tr></table></body></html>".encode()


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (workbook("A1:XFD1048576"), "a.xlsx", "セル"),
        (workbook("A1:A1048576"), "a.xlsx", "セル"),
        (word(30), "a.docx", "セル"),
        (page(3), "a.html", "セル"),
        (b"," * 20_000, "a.csv", "セル"),
        (("問\t答\t" * 6_000).encode(), "a.txt", "セル"),
        ("問\n".encode() * 10_001, "a.txt", "行"),
        (b"<html><body>" + b"<p>" * 30_001, "a.html", "タグ"),
        (word(0, "<w:p/>" * 30_001), "a.docx", "タグ"),
        (b"[" + b"{}," * 15_001 + b"{}]", "a.json", "値"),
        (b'{"text": "a"}\n' * 10_001, "a.jsonl", "発言"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_would_fill_the_memory_is_refused(data: bytes, name: str, what: str) -> None:
    """The count and the limit are named; it takes no time."""
    with within(5), pytest.raises(ReadError, match=f"{what}の数が上限（.*）を超えています"):
        list(read_bytes(data, name, LIMITS))


def test_what_is_within_the_limits_is_read() -> None:
    """The same forms at a usual size."""
    for data, name in ((workbook("A1:B1"), "a.xlsx"), (word(1), "a.docx"), (page(0), "a.html")):
        assert list(read_bytes(data, name, LIMITS))


def test_a_meeting_without_end_is_refused() -> None:
    """JSON Lines are read as a stream, but a meeting is held whole."""
    line = json.dumps({"meeting": "定例会", "text": "橋" * 1000}, ensure_ascii=False).encode() + b"\n"
    with pytest.raises(ReadError, match="文字の数が上限"):
        list(read_bytes(line * 20, "a.jsonl", Limits(max_tree=15_000)))
