"""The pipeline: ids, several meetings in a document, records, verification."""

from __future__ import annotations

import dataclasses

import pytest
from layout_reading import document
from soon import within

from corpus.types import Exchange, Speaker, Turn
from ingest.layouts import LAYOUTS
from ingest.parse import ID_LENGTH, parse
from ingest.types import Document, Draft, Evidence, Layout, Record


def _records(rows: list[tuple[str, str, str, str]]) -> Document:
    """A document of (meeting, speaker, role, words)."""
    text, records = "", []
    for order, (meeting, speaker, role, words) in enumerate(rows):
        records.append(
            Record((len(text), len(text) + len(words)), speaker, role, meeting, "青山市", "2024-03-07", order)
        )
        text += words + "\n"
    return Document(text, "application/json", "year.jsonl", records=tuple(records))


def test_ids_follow_from_key_and_words() -> None:
    """The same source gives the same ids, another source others; equal words in one document are told apart."""
    (one,) = parse(document("toi_kotae.txt"), "/a/minutes.txt")
    (again,) = parse(document("toi_kotae.txt"), "/a/minutes.txt")
    (other,) = parse(document("toi_kotae.txt"), "/b/minutes.txt")
    ids = [e.id for e in one.exchanges]
    assert ids == [e.id for e in again.exchanges]
    assert not set(ids) & {e.id for e in other.exchanges}
    assert all(len(i) == ID_LENGTH and int(i, 16) >= 0 for i in ids)
    twice = Document("問　いつからか。\n答　四月からである。\n" * 3, "text/plain", "x.txt")
    (minutes,) = parse(twice, "x")
    assert len({e.id for e in minutes.exchanges}) == 3


def test_parts_have_ids_of_their_own() -> None:
    """A part can be linked to and voted on by itself."""
    (minutes,) = parse(document("lump_answers.txt"), "k")
    exchange = minutes.exchanges[0]
    assert [part.question_text.split("、")[1][:6] for part in exchange.parts] == [
        "空き家につい",
        "給食について",
        "避難所につい",
    ]
    assert len({exchange.id, *(part.id for part in exchange.parts)}) == 4


def test_export_of_a_year_gives_a_meeting_each() -> None:
    """Records of two meetings become two Minutes, each with its own stretch of the text."""
    rows = [
        ("第１回定例会", "小島議長", "", "質問を許します。"),
        ("第１回定例会", "北原みどり", "議員", "橋の工事はいつ終わりますか。"),
        ("第１回定例会", "東建設部長", "", "来年の三月に終わります。"),
        ("第２回定例会", "北原みどり", "議員", "○２番（北原みどり議員）　学校の井戸は使えますか。"),
        ("第２回定例会", "教育長（中森京子君）", "", "三校で使えます。"),
    ]
    whole = _records(rows)
    first, second = parse(whole, "k")
    assert [e.answers[0].speaker for e in first.exchanges] == [Speaker("東", "建設部長", "executive")]
    assert second.exchanges[0].questions[0].text == "学校の井戸は使えますか。"
    assert second.exchanges[0].answers[0].speaker == Speaker("中森京子", "教育長", "executive")
    assert whole.text[second.offset : second.offset + len(second.text)] == second.text
    assert first.offset + len(first.text) <= second.offset


def test_what_does_not_stand_at_its_spans_is_dropped_with_a_warning() -> None:
    """A layout that returns words which are not in the record loses them, visibly."""
    good = Turn(Speaker(), "本文", ((0, 2),))
    bad = dataclasses.replace(good, text="別文")
    draft = Draft(
        exchanges=(Exchange("", "", "statement", (), (good,)), Exchange("", "", "statement", (), (bad,)))
    )
    layout = Layout("test", lambda d: Evidence(1.0), lambda d: (draft,))
    (minutes,) = parse(Document("本文です。", "text/plain", "x"), "k", layout)
    assert [e.answers[0].text for e in minutes.exchanges] == ["本文"]
    assert "一致しない" in minutes.warnings[0]


def test_every_layout_takes_an_empty_document() -> None:
    """No layout fails where nothing is to be read; the last one takes what no other takes."""
    empty = Document("\n", "text/plain", "x")
    assert [layout.name for layout in LAYOUTS][-1] == "plain"
    for layout in LAYOUTS:
        assert 0 <= layout.detect(empty).score < 0.5
    (minutes,) = parse(empty, "k")
    assert minutes.exchanges == ()


@pytest.mark.parametrize("piece", ["（", "　", "\t", "あ　", "議長　", "（あ"])
def test_long_line_in_header(piece: str) -> None:
    """A line of the header that repeats one sign 15,000 times is passed over in no time, and the speeches are read."""
    long = "あ" + piece * (15_000 // len(piece)) + "あ"
    text = f"山田市議会会議録\n{long}\n出席議員\n{long}\n議事日程\n{long}\n○議長（山田太郎君）　開会します。\n○市長（佐藤一郎君）　御礼を申し上げます。\n"
    verbatim = next(layout for layout in LAYOUTS if layout.name == "verbatim")
    with within(4.0):
        (minutes,) = parse(Document(text, "text/plain", "x"), "k", verbatim)
    assert [u.text for u in minutes.utterances] == ["開会します。", "御礼を申し上げます。"]


def test_later_day_has_its_own_asker() -> None:
    """Who is named above the first day's questions asks on that day alone."""
    day = "問　バス停に屋根を付ける考えはありますか。\n答　来年度に三か所で付けます。\n問　費用はいくらですか。\n答　三百万円です。\n"
    text = f"ひかり町議会だより\n令和６年３月７日（木曜日）\n質問者　梶谷美咲\n{day}散会\n令和６年３月８日（金曜日）　第２日\n{day}"
    first, second = parse(Document(text, "text/plain", "x"), "k")
    asked = [{e.questions[0].speaker.name for e in minutes.exchanges} for minutes in (first, second)]
    assert asked == [{"梶谷美咲"}, {""}]
