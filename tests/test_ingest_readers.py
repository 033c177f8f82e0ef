"""Readers: every format comes out with its text, tables and places; what cannot be read says why in one line."""

from __future__ import annotations

import gzip
import io
import json
import lzma
from pathlib import Path

import pytest

from corpus.errors import ReadError
from corpus.spans import text_at
from ingest.readers import SUPPORTED, Limits, read_bytes, read_documents
from ingest.readers.encoding import decode
from ingest.readers.texttable import tables_from_text
from ingest.types import Document

SPEECH = "○議長（山田太郎君）　これより会議を開きます。\n◎総務部長（鈴木花子君）　お答えします。髙い塀は直します。\n"


def one(data: bytes, name: str) -> Document:
    found = list(read_bytes(data, name))
    assert len(found) == 1
    for table in found[0].tables:
        for cell in (c for row in table.rows for c in row if c):
            assert cell.text == text_at(found[0].text, cell.spans)
    return found[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp", "iso2022_jp"])
def test_japanese_encodings(encoding: str) -> None:
    """Text in any of the encodings in use comes out the same; line ends become one kind."""
    text = SPEECH.replace("髙", "高").replace("\n", "\r\n")
    assert decode(text.encode(encoding)) == text.replace("\r\n", "\n")


def test_a_few_damaged_bytes_do_not_lose_the_text() -> None:
    """One broken character in a long text is marked; bytes that are no text are refused."""
    data = (SPEECH * 40).encode() + b"\xff\xfe\x80" + SPEECH.encode()
    assert decode(data).count("これより会議を開きます") == 41
    with pytest.raises(ReadError, match="文字コード"):
        decode(bytes(range(128, 256)) * 50)


def test_tabbed_lines_are_a_table_with_exact_spans() -> None:
    """<p> inside a cell: the tags are left out of the spans, the paragraphs kept."""
    text = "題\n\nNo\t意見\t回答\n1\t<p>第一段。</p> <p>第二段。</p>\t<p>はい。</p>\n終わり\n"
    (table,) = tables_from_text(text)
    cell = table.rows[1][1]
    assert cell is not None
    assert (cell.text, [text_at(text, p) for p in cell.paragraphs]) == (
        "第一段。 第二段。",
        ["第一段。", "第二段。"],
    )
    assert text_at(text, cell.spans) == cell.text


def test_html_keeps_order_tables_and_headings() -> None:
    """Menus and scripts go, <br> ends a line, a source line break inside Japanese is none, merged cells are laid out."""
    page = """<html><head><title>会議録</title><link rel=canonical href="https://www.city.chofu.tokyo.jp/k.html"></head><body>
    <nav>ホーム</nav><script>x()</script><h1>第1回協議会</h1><p>本日は
    晴れです。<br>次の話。</p><table><tr><th>質問</th><th>回答</th></tr><tr><td>甲</td><td rowspan=2><p>乙</p><p>丙</p></td></tr><tr><td>丁</td></tr></table>
    <div data-speaker="田中委員">橋はどうか。</div></body></html>"""
    document = one(page.encode("cp932").replace(b"<head>", b"<head><meta charset=shift_jis>"), "k.html")
    assert (
        document.text
        == "第1回協議会\n本日は晴れです。\n次の話。\n質問\t回答\n甲\t乙 丙\n丁\t\n\n【田中委員】\n橋はどうか。\n"
    )
    assert document.tables[0].rows[2][1] is None
    assert document.tables[0].rows[1][1].rows == 2  # type: ignore[union-attr]
    assert (document.title, document.url) == ("会議録", "https://www.city.chofu.tokyo.jp/k.html")
    assert [document.text[a:b] for (a, b), _ in document.headings] == ["第1回協議会"]


def test_markdown_balloons_become_speaker_lines() -> None:
    """Speech balloons name their speaker in an attribute only; it becomes a line of its own."""
    text = "# 一般質問\n" + "".join(
        f'<div class="b" data-speaker="{s}">\n\n{t}\n\n</div>\n'
        for s, t in (("質問者", "橋は。"), ("部長", "直す。"), ("質問者", "礼を言う。"))
    )
    document = one(text.encode(), "a.md")
    assert [line for line in document.text.split("\n") if line] == [
        "# 一般質問",
        "【質問者】",
        "橋は。",
        "【部長】",
        "直す。",
        "【質問者】",
        "礼を言う。",
    ]


def test_docx_labels_in_bold_are_set_off_from_the_words() -> None:
    """沖委員長 in bold right before the words is a label; a bold word of the sentence is none."""
    import docx

    source = docx.Document()
    for label, words in (("沖委員長", "会議を開きます。"), ("市長", "は来年度に直します。")):
        paragraph = source.add_paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run(words)
    out = io.BytesIO()
    source.save(out)
    assert one(out.getvalue(), "a.docx").text == "沖委員長\u3000会議を開きます。\n市長は来年度に直します。\n"


def test_docx_words_before_the_bold_ones_are_kept() -> None:
    """A name put in with changes tracked stands before the run in bold; it was lost, and the office written twice."""
    import docx
    from docx.oxml import OxmlElement

    source = docx.Document()
    paragraph = source.add_paragraph()
    inserted = OxmlElement("w:ins")
    inserted.append(paragraph.add_run("沖")._r)
    paragraph._p.append(inserted)
    paragraph.add_run("委員長").bold = True
    paragraph.add_run("会議を開きます。")
    out = io.BytesIO()
    source.save(out)
    assert one(out.getvalue(), "a.docx").text == "沖委員長会議を開きます。\n"


def test_docx_in_document_order_with_merged_cells() -> None:
    """Paragraphs, headings and tables follow each other as on the page; a vertical merge covers the row below."""
    import docx

    source = docx.Document()
    source.add_heading("第1回委員会", 1)
    table = source.add_table(rows=3, cols=2)
    for y, row in enumerate((("質問", "回答"), ("甲\n乙", "丙"), ("丁", ""))):
        for x, text in enumerate(row):
            table.cell(y, x).text = text
    table.cell(1, 1).merge(table.cell(2, 1))
    source.add_paragraph("以上。")
    out = io.BytesIO()
    source.save(out)
    document = one(out.getvalue(), "a.docx")
    assert document.text == "第1回委員会\n質問\t回答\n甲 乙\t丙\n丁\t\n\n以上。\n"
    assert (document.tables[0].rows[1][1].rows, document.tables[0].rows[2][1]) == (2, None)  # type: ignore[union-attr]
    assert document.headings == (((0, 6), 1),)


def test_xlsx_sheets_merges_and_values() -> None:
    """Each visible sheet is a table under its name; empty edges go, dates and whole numbers read as printed."""
    import datetime

    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "意見"
    for row in ((None, "質問", "回答"), (None, "甲", "乙"), (None, datetime.date(2024, 3, 7), None)):
        sheet.append(row)
    sheet.merge_cells("C2:C3")
    book.create_sheet("隠し").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    document = one(out.getvalue(), "a.xlsx")
    assert document.text == "意見\n質問\t回答\n甲\t乙\n2024-03-07\t\n\n"
    assert document.tables[0].rows[1][1].rows == 2  # type: ignore[union-attr]


def test_csv_with_line_breaks_in_cells() -> None:
    """Quoted cells may hold line breaks; they become paragraphs of the cell."""
    document = one('No,質問,回答\n1,"橋は。\n道は。",直す。\n'.encode("cp932"), "a.csv")
    assert document.text == "No\t質問\t回答\n1\t橋は。 道は。\t直す。\n\n"
    assert len(document.tables[0].rows[1][1].paragraphs) == 2  # type: ignore[union-attr]


def lines(*meetings: str) -> bytes:
    rows = [
        {
            "municipality": "調布市",
            "meeting": m,
            "date": "2024-03-07",
            "speaker": s,
            "role": "",
            "text": t,
            "order": o,
        }
        for m in meetings
        for o, s, t in ((2, "部長", "直します。"), (1, "議員", "橋は。\r\n道は。"))
    ]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lzma.compress])
def test_json_lines_yield_a_document_a_meeting(pack) -> None:  # type: ignore[no-untyped-def]
    """Plain and packed; utterances in their stated order, each with its place in the text."""
    documents = list(read_bytes(pack(lines("第1回", "第2回")), "u.jsonl"))
    assert [d.title for d in documents] == ["第1回", "第2回"]
    assert [d.text[slice(*r.span)] for d in documents[:1] for r in d.records] == [
        "橋は。\n道は。",
        "直します。",
    ]
    assert documents[0].records[0].speaker == "議員"


@pytest.mark.parametrize(
    ("field", "town"), [("council", "水城市議会"), ("assembly", "水城市議会"), ("organiser", "")]
)
def test_the_council_beside_the_session_says_whose_it_is(field: str, town: str) -> None:
    speech = {"meeting": "令和5年第2回定例会", field: "水城市議会", "name": "山岸透", "role": "部長"}
    rows = [speech | {"content": f"{number}人です。"} for number in (3, 4)]
    (document,) = read_bytes(json.dumps(rows, ensure_ascii=False).encode(), "a.json")
    assert (document.records[0].municipality, document.records[0].meeting) == (town, "令和5年第2回定例会")


def test_json_lines_that_are_none_are_counted() -> None:
    """A broken line costs that line, and is said."""
    (document,) = read_bytes(b'{"broken\n' + lines("第1回") + b"[]\n", "u.jsonl")
    assert "2 行" in document.warnings[0]


def test_diet_api_and_discussnet_exports() -> None:
    """国会 API: the mark at the head is no speech; DiscussNet: bodies one after another without tags."""
    diet = {"meetingRecord": [{"session": 213, "nameOfHouse": "衆議院", "nameOfMeeting": "総務委員会", "issue": "第3号", "date": "2024-03-07", "speechRecord": [{"speechOrder": 1, "speaker": "山田太郎", "speakerPosition": "総務委員長", "speech": "○山田委員長　これより会議を開きます。"}]}]}  # fmt: skip
    (document,) = read_bytes(json.dumps(diet).encode(), "d.json")
    assert (document.text, document.records[0].role) == ("これより会議を開きます。\n", "総務委員長")
    net = {
        "tenant_minutes": [
            {"title": "名簿", "body": "<pre>第1回定例会\n</pre>"},
            {"body": "<pre>○議長（山田）　開会&amp;散会。\n</pre>"},
        ]
    }
    (document,) = read_bytes(json.dumps(net).encode(), "n.json")
    assert document.text == "第1回定例会\n○議長（山田）　開会&散会。\n"


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.txt", "空の"), (b" \n\t", "a.txt", "空の"), (b"\x89PNG\r\n\x1a\n123", "a.pdf", "画像"), (b"MZ" + bytes(500), "a.txt", "バイナリー"),
        (b"%PDF-1.7 nothing", "a.pdf", "壊れて"), (b"PK\x03\x04garbage", "a.docx", "壊れて"), (b"\xd0\xcf\x11\xe0" + "EncryptedPackage\0".encode("utf-16-le"), "a.xlsx", "パスワード"),
        (b"\x1f\x8bxx", "a.gz", "壊れて"), (b"{}", "a.json", "判別"), (b"<html><body><script>x</script></body></html>", "a.html", "本文"), (b"{\\rtf1 x}", "a.rtf", "RTF"),
        (b"\x00\x01" * 500, "a.xlsx", "Excel・ZIP のファイルとして読めません（壊れて"), (b"\x00\x01" * 500, "a.bin", "バイナリー"),
    ],
)  # fmt: skip
def test_bad_files_say_why(tmp_path: Path, data: bytes, name: str, message: str) -> None:
    """One line with what to do next, whatever is wrong."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError, match=message) as caught:
        list(read_documents(path))
    assert caught.value.hint
    assert "\n" not in str(caught.value)


def test_size_limit_and_missing_file(tmp_path: Path) -> None:
    """The limit is a setting; a path that is none is said."""
    path = tmp_path / "a.txt"
    path.write_text(SPEECH)
    with pytest.raises(ReadError, match="大きすぎ"):
        list(read_documents(path, Limits(max_bytes=10)))
    with pytest.raises(ReadError, match="ありません"):
        list(read_documents(tmp_path / "b.txt"))
    with pytest.raises(ReadError, match="ファイルではありません"):
        list(read_documents(tmp_path))


def test_kinds_that_a_folder_skips() -> None:
    """What may hold minutes, by ending."""
    assert {".txt", ".pdf", ".docx", ".xlsx", ".html", ".csv", ".jsonl", ".gz", ".xz", ".zip"} <= SUPPORTED
    assert ".jpg" not in SUPPORTED


def test_minutes_inside_a_table_cell_keep_their_lines() -> None:
    """The form with a row 会議の内容: the speech in its long cell stands line by line, the label on a line of its own."""
    from ingest.readers.builder import Builder, RawCell

    speech = tuple(
        f"{who}：{what}について、もう少し詳しく話します。"
        for who in ("会長", "委員", "事務局", "委員")
        for what in ("橋", "道")
    )
    builder = Builder()
    builder.table(
        [[RawCell(("会議", "名")), RawCell(("第1回協議会",))], [RawCell(("会議の内容",)), RawCell(speech)]]
    )
    document = builder.document("x", "a")
    assert document.text == "会議 名\t第1回協議会\n会議の内容\n" + "\n".join(speech) + "\n\n"
    assert document.tables[0].rows[1][1].text == "\n".join(speech)  # type: ignore[union-attr]
