"""A search system of minutes shows the list of speeches beside the record: it is no speech, and the record below it is read."""

from __future__ import annotations

from ingest.parse import parse
from ingest.readers.registry import read_bytes

SPEAKERS = [
    "◯議長（森下）",
    "◯３番（岡田）",
    "◯総務部長（西）",
    "◯議長（森下）",
    "◯３番（岡田）",
    "◯総務部長（西）",
]
WORDS = [
    "質疑を行います。岡田議員。",
    "庁舎の照明の取替えは今年度中に終わりますか。",
    "照明の取替えは来年の二月に終わる予定です。",
    "再質疑を許します。",
    "電気代はどれほど減りますか。",
    "年間で百万円ほどの減を見込んでおります。",
]


def page(listed: list[str]) -> bytes:
    items = "".join(
        f"<li><span>{n}</span><span>:</span> <span>{who}</span></li>" for n, who in enumerate(listed, 4)
    )
    spoken = "".join(
        f"<li><div>{n}:</div><p>{who}<br/>　{words}</p></li>"
        for n, (who, words) in enumerate(zip(SPEAKERS, WORDS, strict=True), 4)
    )
    return (
        f"<html><head><meta charset='utf-8'><title>閲覧 | 瀬川町議会会議録検索</title></head><body><h1>令和６年第４回定例会　本文 "
        f"<span>2024-12-10</span></h1><ol>{items}</ol><ul>{spoken}</ul></body></html>"
    ).encode()


def test_the_list_of_speeches_is_left_out() -> None:
    document = next(iter(read_bytes(page(SPEAKERS), "p.html")))
    assert document.text.count("◯総務部長（西）") == 2
    (minutes,) = parse(document, "p.html")
    assert [(e.questions[0].speaker.name, e.question_text, e.answer_text) for e in minutes.exchanges] == [
        ("岡田", WORDS[1], WORDS[2]),
        ("岡田", WORDS[4], WORDS[5]),
    ]


def test_a_list_that_says_more_than_who_speaks_is_text() -> None:
    said = ["○バスの増便", "○図書館の開館時間を延ばすこと。", "○公園のトイレ"]
    document = next(iter(read_bytes(page(said), "p.html")))
    assert all(each in document.text for each in said)
