"""Pages of two columns written across: put one below the other where their pages are known, left as they are elsewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from soon import within

from ingest.readers import read_documents
from ingest.readers.woven import REORDERED, _parted, unwoven

PAGES = (Path(__file__).parent / "fixtures/readings/pages_across.txt").read_text("utf-8")
NUMBER = re.compile(r"^－[0-9]－\n", re.MULTILINE)
NOT_PARTED = "町長の報告は別に配りました資料のとおりでありまして特に変わったところはないと聞いております 〇議長（由良千鶴君） よろしいですか。\n"


def test_every_word_stays() -> None:
    read = unwoven(PAGES)
    assert read != PAGES
    assert sorted(re.sub(r"\s", "", read)) == sorted(re.sub(r"\s", "", PAGES))


def test_sentences_run_on_in_their_column() -> None:
    joined = re.sub(r"\s", "", NUMBER.sub("", unwoven(PAGES)))
    assert (
        "また建て替えの時期をどのように考えているのか、お聞かせください。〇町長（仁田晃君）３番、沖議員の"
        in joined
    )
    assert "可決されました。〇議長（由良千鶴君）以上で本日の日程は全て終了いたしました。" in joined


def test_speakers_named_without_brackets_and_page_numbers_drawn_apart() -> None:
    text = re.sub(r"〇(議長|町長)（([^（）]+)君）", r"〇\2\1", PAGES)
    text = NUMBER.sub(lambda number: f"－1 {number[0].strip()[1]}－\n", text)
    lines = unwoven(text).split("\n")
    assert "〇仁田晃町長" in text
    assert unwoven(text) != text
    assert all("〇" not in line[1:] for line in lines)


def test_a_list_of_names_beside_the_record_keeps_its_names() -> None:
    parted = [
        _parted(line, 23.0)
        for line in ("課 長 三田村 亮 遣の報告のとおり派遣したことを報告いたしま", "課 長 沖 康 す。")
    ]
    assert [(p.left, p.right) for p in parted if p] == [
        ("課 長 三田村 亮", "遣の報告のとおり派遣したことを報告いたしま"),
        ("課 長 沖 康", "す。"),
    ]


AGENDA = """〇議 事 日 程 〇議長（由良千鶴君） 休憩前に引き続き会
第 １ 議案第 ４号 波沢町税条例 議を開きます。
の一部を改正する条例について 町長より発言を求められておりますので、許
第 ２ 議案第 ５号 波沢町簡易水 します。
道事業給水条例の一部を改正する 〇町長（仁田晃君） お許しをいただきましたの
条例について で、昨日の大雨について申し上げます。
第 ３ 議案第 ６号 工事請負契約 川沿いの道が二か所で崩れましたが、けが人は
の締結について ございませんでした。片側を通れるように土のう
第 ４ 議案第 ７号 財産の取得に を積んでおります。
ついて 〇議長（由良千鶴君） 発言が終わりました。
第 ５ 議案第 ８号 町道の認定に これより質疑を行います。質疑はございません
ついて か。
第 ６ 議案第 ９号 指定管理者の 〇３番（沖まどか君） 道が元のとおりになるの
指定について はいつごろになるのか、伺います。
－4－
"""


def test_an_agenda_narrower_than_the_column_stands_beside_the_record() -> None:
    """Its lines end sooner than those of running words: the page is parted at the width of the others."""
    lines = unwoven(PAGES + AGENDA).split("\n")
    assert "〇町長（仁田晃君） お許しをいただきましたの" in lines
    assert "の一部を改正する条例について" in lines
    assert all("〇" not in line[1:] for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        NUMBER.sub("", PAGES),  # nobody knows where a page ends
        PAGES + NOT_PARTED * 12 + "－4－\n",  # one page that does not part
        unwoven(PAGES),  # read already
        PAGES.replace("〇", "").replace("（", "").replace("）", ""),  # no speakers
    ],
    ids=["no pages", "one page across", "one column", "no speakers"],
)
def test_what_is_not_known_stays(text: str) -> None:
    assert unwoven(text) == text


def test_the_text_of_an_export_is_read_so_too(tmp_path: Path) -> None:
    path = tmp_path / "会議録.json"
    path.write_text(json.dumps([{"title": "会議録", "date": "2025-09-03", "text": PAGES}]), "utf-8")
    (read,) = read_documents(path)
    assert read.text.strip() == unwoven(PAGES).strip()
    assert read.warnings == (REORDERED,)


def test_what_was_put_in_another_order_is_said(tmp_path: Path) -> None:
    """Protects: lines that stood across two columns were read in a new order, and the reader was not told to compare them."""
    told = []
    for text in (PAGES, unwoven(PAGES)):
        (tmp_path / "会議録.txt").write_text(text, "utf-8")
        told += [document.warnings for document in read_documents(tmp_path / "会議録.txt")]
    assert told == [(REORDERED,), ()]


def test_a_line_of_many_blanks_takes_no_time() -> None:
    text = PAGES + "あ " * 30_000 + "〇議長（由良千鶴君） はい。\n" * 3 + "〇 " * 30_000
    with within(2):
        unwoven(text)
