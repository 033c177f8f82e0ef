"""Workbooks with a sheet for each venue: their title, and what stands above each table."""

from __future__ import annotations

import io

import openpyxl
import pytest

from ingest.parse import parse
from ingest.quality import quality
from ingest.readers import read_bytes

VENUES = {
    "北会場": ("令和5年10月14日（土）", "費用は総額でいくらか。", "およそ二十億円です。"),
    "南会場": ("令和5年10月15日（日）", "支所は残るのか。", "残します。"),
}


def test_a_sheet_names_no_record_and_its_title_is_no_speech() -> None:
    """The title is the line in the first sheet; title and day of the second are of its header, so all speech is placed."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, (day, question, answer) in VENUES.items():
        sheet = book.create_sheet(name)
        for row in (
            ["いずみ市民会館の説明会　主な質問と回答"],
            [f"{name}　{day}"],
            [],
            ["質問", "回答"],
            [question, answer],
        ):
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    (document,) = read_bytes(data.getvalue(), "説明会.xlsx")
    (minutes,) = parse(document, "説明会.xlsx")
    assert minutes.meeting.title == "いずみ市民会館の説明会　主な質問と回答"
    assert [(e.agenda, e.question_text, e.answer_text) for e in minutes.exchanges] == [
        ("北会場", "費用は総額でいくらか。", "およそ二十億円です。"),
        ("南会場", "支所は残るのか。", "残します。"),
    ]
    assert quality(minutes).placed == 1.0
    assert minutes.warnings == ()


@pytest.mark.parametrize("column", ["役職・所属", "所属・役職", "役職及び職名", "所属", "発言者職"])
def test_a_column_of_offices_by_either_of_its_names(column: str) -> None:
    """The second of two words for one column is no other column; without it nobody in the list had an office."""
    book = openpyxl.Workbook()
    said = (
        ("会長", "水谷つぐみ", "では、素案の説明をお願いします。"),
        ("みどりの課長", "早川直", "苗木の数を三百本に増やす案です。"),
        ("委員", "川辺ゆき", "植える場所はもう決まっているのですか。"),
        ("みどりの課長", "早川直", "駅前の広場と堤防の二か所です。"),
    )
    for row in (
        ("番号", "発言者", column, "発言内容"),
        *((i, n, o, t) for i, (o, n, t) in enumerate(said, 1)),
    ):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    (document,) = read_bytes(out.getvalue(), "発言一覧.xlsx")
    (minutes,) = parse(document, "発言一覧.xlsx")
    assert [(u.speaker.office, u.speaker.name, u.text) for u in minutes.utterances] == list(said)


def test_a_row_below_the_header_parts_the_column_of_the_speakers() -> None:
    """発言者 stands over 区分, 所属 and 氏名; the row with these is no speech."""
    book = openpyxl.Workbook()
    sheet = book.active
    said = (
        ("会長", "浜の大学", "水谷つぐみ", "では、素案の説明をお願いします。"),
        ("事務局", "みどりの課", "早川直", "苗木の数を三百本に増やす案です。"),
        ("委員", "公募", "川辺ゆき", "植える場所はもう決まっているのですか。"),
        ("事務局", "みどりの課", "早川直", "駅前の広場と堤防の二か所です。"),
    )
    for row in (("発言者", None, None, "内容"), ("区分", "所属", "氏名", None), *said):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("D1:D2")
    out = io.BytesIO()
    book.save(out)
    (document,) = read_bytes(out.getvalue(), "発言一覧.xlsx")
    (minutes,) = parse(document, "発言一覧.xlsx")
    assert [(u.speaker.office, u.speaker.name, u.text) for u in minutes.utterances] == [
        (office, name, words) for office, _, name, words in said
    ]
