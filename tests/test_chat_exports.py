"""Tables as files: text stays text in every spreadsheet program."""

from __future__ import annotations

import csv
import gc
import io
import zipfile
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from chat.commitments import files as promises
from chat.desk import check_files as checked
from chat.desk import compare as compared
from chat.exports import LONGEST_CELL, PAPER, TOLD_EVERY, USUAL, Sheet, to_csv, to_xlsx
from chat.page import conversation_files as talked
from chat.render import documents as listed
from chat.words import speaking, t

COLUMNS = ("日付", "引用", "件数")
ROWS = (
    ("2024-03-07", "検討してまいります。", 3),
    (date(2024, 3, 8), '=HYPERLINK("http://x")', None),
    ("＋1", '@SUM(A1)\n二行目, "引用"', 1.5),
    ("-2", "#N/A", 0),
)


def test_csv_opens_as_text_in_excel() -> None:
    """Byte order mark, CRLF, quoted where needed; what looks like a formula is marked as text."""
    data = to_csv(ROWS, COLUMNS)
    assert data.startswith(b"\xef\xbb\xbf\xe6\x97\xa5")
    assert data.count(b"\r\n") == 5
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))) == [
        ["日付", "引用", "件数"],
        ["2024-03-07", "検討してまいります。", "3"],
        ["2024-03-08", '\'=HYPERLINK("http://x")', ""],
        ["'＋1", '\'@SUM(A1)\n二行目, "引用"', "1.5"],
        ["'-2", "#N/A", "0"],
    ]


def test_xlsx_keeps_text_and_numbers() -> None:
    """No cell is a formula or an error value; numbers and dates stay what they are."""
    book = load_workbook(io.BytesIO(to_xlsx([Sheet("約束", COLUMNS, ROWS)])))
    rows = list(book["約束"].iter_rows())
    assert [cell.value for cell in rows[0]] == list(COLUMNS)
    assert [[cell.value for cell in row] for row in rows[2:]] == [
        [book["約束"]["A3"].value, '=HYPERLINK("http://x")', None],
        ["＋1", '@SUM(A1)\n二行目, "引用"', 1.5],
        ["-2", "#N/A", 0],
    ]
    assert book["約束"]["A3"].value.date() == date(2024, 3, 8)
    assert {cell.data_type for row in rows for cell in row} == {"s", "n", "d"}
    assert book["約束"]["B3"].quotePrefix
    assert (book["約束"].freeze_panes, book["約束"].auto_filter.ref) == ("A2", "A1:C5")


def test_long_text_is_seen_whole_and_short_text_beside_it_at_the_top() -> None:
    """A row has the height of its lines, since LibreOffice shows one line else; it stays free to follow a column made wider."""
    rows = (
        (1, "実施する", "長い答弁です。" * 30),
        (2, "検討", "短い。"),
        (3, date(2024, 3, 8), "一行目\n二行目"),
    )
    data = to_xlsx([Sheet("約束", ("番号", "種類", "発言"), rows)])
    page = load_workbook(io.BytesIO(data))["約束"]
    assert page.column_dimensions["C"].width == 60
    assert [page.row_dimensions[number].height for number in (1, 2, 3, 4)] == [None, 8 * 18, None, 2 * 18]
    assert [(cell.alignment.vertical, cell.alignment.wrap_text) for cell in page[2]] == [
        ("top", None), ("top", None), ("top", True)
    ]  # fmt: skip
    assert page["B4"].is_date
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert b"customHeight" not in book.read("xl/worksheets/sheet1.xml")


def test_names_take_no_more_room_than_they_need_on_paper() -> None:
    """A long title is wrapped in a narrow column; the columns are printed side by side on A4 with the headings on every sheet."""
    rows = (("調布市", "令和6年第1回定例会会議録（速報版）第2日", "答弁です。" * 40),)
    page = load_workbook(io.BytesIO(to_xlsx([Sheet("約束", ("自治体", "会議", "発言"), rows)])))["約束"]
    assert [page.column_dimensions[name].width for name in "ABC"] == [8, 28, 60]
    assert page["B2"].alignment.wrap_text
    setup = page.page_setup
    assert (setup.paperSize, setup.orientation, setup.fitToWidth, setup.fitToHeight) == (9, "landscape", 1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == "$1:$1"


@pytest.mark.parametrize("form", [promises, checked, compared])
def test_what_goes_on_paper_can_be_read_there(form: Any) -> None:
    """However long the names of a record are, what is printed side by side is printed at 8 points or more; what only programs need is not
    printed, and keeps its width."""
    long = "情報システム標準化・共通化推進特別委員会"
    rows = (
        tuple(
            long * 4
            if name in ("発言（原文）", "文", "以前の答弁（記録のことば）", "答弁（記録のことば）")
            else long
            for name in form.COLUMNS
        ),
    )
    book = load_workbook(io.BytesIO(to_xlsx([Sheet("約束", form.COLUMNS, rows, form.PRINTED)])))
    page = book["約束"]
    widths = [page.column_dimensions[get_column_letter(n + 1)].width for n in range(len(form.COLUMNS))]
    printed, others = widths[: form.PRINTED], widths[form.PRINTED :]
    assert page.print_area == f"'約束'!$A$1:${get_column_letter(form.PRINTED)}$2"
    assert sum(printed) <= PAPER
    assert max(printed) > 1.5 * min(printed)
    assert set(others) == {USUAL}


def test_writing_tells_how_far_it_is_and_ends_where_that_raises() -> None:
    """Every so many rows; a long table given up half way leaves nothing behind that fails later."""
    rows = tuple((str(number), "長" * 30) for number in range(2 * TOLD_EVERY + 1))
    told: list[int] = []
    to_xlsx([Sheet("約束", ("a", "b"), rows)], told.append)
    assert told == [0, TOLD_EVERY, 2 * TOLD_EVERY]

    def stop(done: int) -> None:
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        to_xlsx([Sheet("約束", ("a", "b"), rows)], stop)
    gc.collect()  # what openpyxl says of an unfinished sheet would be an unraisable error, which fails the test


def test_xlsx_survives_any_text() -> None:
    """Control characters, text beyond Excel's limit, and sheet names that Excel refuses."""
    text = "\x00\x0b乙\ud800" + "あ" * 50_000
    data = to_xlsx(
        [Sheet("a/b:[c]" + "長" * 40, ("x",), ((text,),)), Sheet("", ("y",), ()), Sheet("", (), ())]
    )
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["a b  c " + "長" * 24, "表", "表 (2)"]
    assert len(book.worksheets[0]["A2"].value) == LONGEST_CELL
    assert book.worksheets[0]["A2"].value.startswith("乙ああ")
    assert to_csv([(text,)], ("x",)).decode("utf-8-sig").startswith("x\r\n")


def test_tables_name_the_same_thing_alike() -> None:
    """A file's name was 資料 in one table, 文書 in another and 出典, the citation line of a third, in a fourth."""
    for columns in (promises.COLUMNS, compared.COLUMNS, checked.COLUMNS, talked.COLUMNS):
        assert {"資料名", "ページ", "質疑のID"} <= set(columns)
        assert not {"文書", "出典", "公開元", "質疑ID"} & set(columns)
    with speaking("en"):
        assert (t(listed.COLUMNS[0]), t("資料名")) == (
            "Document",
            "Document",
        )  # over one document stood Documents
