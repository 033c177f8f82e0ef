"""PDF: pages, ruled tables cut by a page break, protected and image-only files."""

from __future__ import annotations

import io
import zlib
from typing import Any

import pytest
from pdf_pages import FONT, canvas_pdf

from corpus.errors import ReadError
from ingest.layouts.tables import OPINION_TABLE
from ingest.readers import read_bytes
from ingest.readers.pdf import clean
from ingest.readers.ruled import without_checksum


def test_pages_are_numbered_and_lines_kept() -> None:
    """Text of each page with the place where the page begins."""
    data = canvas_pdf(
        [(50, 780, "○議長　開会します。"), (50, 760, "次に進みます。")], [(50, 780, "以上で閉会します。")]
    )
    (document,) = read_bytes(data, "wrong-name.txt")
    assert document.text == "○議長　開会します。\n次に進みます。\n以上で閉会します。\n"
    assert [(document.text[a:][:3], n) for a, n in document.pages] == [("○議長", 1), ("以上で", 2)]


def test_a_title_that_cannot_be_decoded_leaves_the_pages_readable() -> None:
    """Half a surrogate pair in the properties: the document is read without that title."""
    data = canvas_pdf([(50, 780, "○議長　開会します。")])
    assert data.count(b"/Title (untitled)") == 1
    (document,) = read_bytes(data.replace(b"(untitled)", b"<FEFFD800>"), "a.pdf")
    assert (document.title, document.text) == ("", "○議長　開会します。\n")


def test_a_row_that_goes_on_over_the_page_break_is_one() -> None:
    """Cells by the drawn lines; the repeated header is dropped, the cut row joined, its page is the first."""
    from reportlab.lib import colors
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    style = ParagraphStyle("x", fontName=FONT, fontSize=10, leading=14, wordWrap="CJK")
    question, answer = "会館の夜の利用を延ばすことはできないか。", "利用の実態を確かめて来年度に試みる。"
    rows = [["No", "質問の要旨", "回答"]] + [
        [str(i), question * 6, answer * (8 + i % 2)] for i in range(1, 8)
    ]
    table: Any = Table(
        [[Paragraph(c, style) for c in row] for row in rows], [30, 200, 250], repeatRows=1, splitInRow=1
    )
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    out = io.BytesIO()
    SimpleDocTemplate(out).build([table])
    (document,) = read_bytes(out.getvalue(), "a.pdf")
    found = OPINION_TABLE.read(document)[0].exchanges
    assert [e.question_text.replace(" ", "") for e in found] == [question * 6] * 7
    assert [e.answer_text.replace(" ", "") for e in found] == [answer * (8 + i % 2) for i in range(1, 8)]
    assert found[0].questions[0].page == 1
    assert found[6].questions[0].page == 2


def test_the_last_row_alone_overleaf_is_of_the_table() -> None:
    """One row of two cells, whose columns stand where those of the page before do."""
    from reportlab.lib import colors
    from reportlab.platypus import PageBreak, SimpleDocTemplate, Table

    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), FONT)]
    pages = [
        Table([["議長", "開会します。"], ["沖委員", "質問します。"]], [90, 300], style=grid),
        PageBreak(),
        Table([["議長", "閉会します。"]], [90, 300], style=grid),
    ]
    out = io.BytesIO()
    SimpleDocTemplate(out).build(pages)
    (document,) = read_bytes(out.getvalue(), "a.pdf")
    assert [[cell and cell.text for cell in table.rows[-1]] for table in document.tables] == [
        ["沖委員", "質問します。"],
        ["議長", "閉会します。"],
    ]


def test_a_merged_cell_that_goes_on_over_the_page_break_costs_no_row() -> None:
    """The first column is open at the foot of the page, as browsers print a cell of several rows: all rows are in the table."""
    from reportlab.pdfgen import canvas

    rows = [
        ("発言者", "発言内容"),
        ("会長", "説明を求めます。"),
        ("事務局", "資料を御覧ください。"),
        ("江崎委員", "費用は幾らですか。"),
    ]
    out = io.BytesIO()
    sheet: Any = canvas.Canvas(out, pagesize=(595, 842))
    canvas_pdf([])  # registers the font
    sheet.setFont(FONT, 10)
    sheet.drawString(55, 785, "議題")
    sheet.drawString(55, 755, "再編計画")
    for n, (who, words) in enumerate(rows):
        y = 800 - 30 * n
        sheet.drawString(155, y - 15, who)
        sheet.drawString(255, y - 15, words)
        sheet.line(50 if n < 2 else 150, y, 500, y)
        for x in (50, 150, 250, 500):
            sheet.line(x, y, x, y - 30)
    sheet.line(150, 680, 500, 680)
    sheet.showPage()
    sheet.save()
    (document,) = read_bytes(out.getvalue(), "a.pdf")
    (table,) = document.tables
    assert [[cell.text if cell else None for cell in row] for row in table.rows] == [
        ["議題", *rows[0]],
        ["再編計画", *rows[1]],
        [None, *rows[2]],
        [None, *rows[3]],
    ]


def test_what_hangs_over_the_edge_of_a_cell_is_of_that_cell() -> None:
    """ぶら下げ: a bracket or a full stop that may not begin a line stands beyond the rule, and opened the next cell."""
    from reportlab.lib import colors
    from reportlab.platypus import SimpleDocTemplate, Table

    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), FONT)]
    rows = [["会長", "用水の話です。", "あり"], ["事務局（係）", "今年は直します。", "なし"]]
    out = io.BytesIO()
    SimpleDocTemplate(out).build([Table(rows, [58, 80, 60], style=grid)])
    (document,) = read_bytes(out.getvalue(), "a.pdf")
    assert [[cell and cell.text for cell in row] for row in document.tables[0].rows] == rows


def test_ruby_is_no_part_of_the_words() -> None:
    """The small kana above a name would stand amid the line above it, or below."""
    from reportlab.pdfgen import canvas

    out = io.BytesIO()
    sheet: Any = canvas.Canvas(out, pagesize=(595, 842))
    canvas_pdf([])  # registers the font
    for y, text in (
        (780, "○江崎委員　費用は"),
        (760, "幾らですか。"),
        (740, "○事務局　かわべ橋の分は三億円です。"),
    ):
        sheet.setFont(FONT, 10)
        sheet.drawString(50, y, text)
    sheet.setFont(FONT, 5)
    sheet.drawString(60, 790, "え ざ き")
    sheet.drawString(61, 769, "い く")
    sheet.showPage()
    sheet.save()
    (document,) = read_bytes(out.getvalue(), "a.pdf")
    assert document.text.split() == [
        "○江崎委員",
        "費用は",
        "幾らですか。",
        "○事務局",
        "かわべ橋の分は三億円です。",
    ]


def test_the_numbers_of_every_fifth_line_are_no_words() -> None:
    """They stand in the margin; numbers that the text itself begins with stay, and so do those that count by ones."""
    words = [f"橋の工事を{n}年で終えます。" for n in range(1, 12)]
    words[5] = "10　歩道の話です。"
    lines = [(80.0, 800.0 - 20 * n, text) for n, text in enumerate(words)]
    counts = [(60.0, 720.0, "5"), (55.0, 620.0, "10")]
    (document,) = read_bytes(canvas_pdf([*lines, *counts]), "a.pdf")
    assert [line.replace(" ", "　") for line in document.text.splitlines()] == words
    listed = [(60.0, 800.0 - 20 * n, str(n + 1)) for n in range(len(words))]
    (document,) = read_bytes(canvas_pdf([*lines, *listed]), "a.pdf")
    assert document.text.splitlines()[3] == "4　" + words[3]


def test_protected_and_image_only_files_are_refused() -> None:
    """What to do is said in the same line."""
    with pytest.raises(ReadError, match="パスワード"):
        list(read_bytes(canvas_pdf([(50, 780, "秘密")], encrypt="pw"), "a.pdf"))
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen import canvas

    out = io.BytesIO()
    sheet: Any = canvas.Canvas(out)
    sheet.drawImage(ImageReader(Image.new("RGB", (50, 50), "gray")), 50, 500)
    sheet.showPage()
    sheet.save()
    with pytest.raises(ReadError, match="画像だけ"):
        list(read_bytes(out.getvalue(), "a.pdf"))


def test_a_stream_with_a_wrong_checksum_is_read_at_once() -> None:
    """Whole although its checksum is wrong or missing; a damaged body is an error, so that nothing is made up."""
    text = bytes(range(256)) * 4_000
    packed = zlib.compress(text)
    for broken in (packed[:-4] + b"\0\0\0\0", packed[:-2]):
        assert without_checksum(broken) == text
    with pytest.raises(zlib.error):
        without_checksum(packed[:2] + b"\xff" * 50)


def test_radicals_that_fonts_leave_are_mended() -> None:
    """Some producers map 日 to the Kangxi radical ⽇: searched and quoted, it must be the character that is printed."""
    assert clean("令和6年3⽉7⽇\x02\r\n") == "令和6年3月7日\n"
    assert clean("市⺠会議の議⻑") == "市民会議の議長"
    assert clean("﹁見守り﹂︒") == "「見守り」。"


def test_radicals_of_a_copied_page_are_mended_in_text_too() -> None:
    (document,) = read_bytes("○議⻑　市⺠の声です。".encode(), "a.txt")
    assert document.text == "○議長　市民の声です。"
