"""Workbooks with a sheet for each venue: their title, and what stands above each table."""

from __future__ import annotations

import io

import openpyxl

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
