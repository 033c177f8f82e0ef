"""How well minutes were read: each line's fate, the shares by hand count, the roster, what stayed without a reply."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus.types import Exchange, Meeting, Minutes, Speaker, Turn, Utterance
from ingest.parse import parse
from ingest.quality import quality, read_lines, warnings
from ingest.types import Document

RECORD = """令和6年第2回青葉台市議会定例会 会議録
令和6年6月3日
出席議員
　１番　佐藤花子
説明のため出席した者
　総務部長　高橋次郎

◆１番（佐藤花子君）　避難所の毛布は何枚ありますか。お答えください。

　　　〔総務部長高橋次郎君登壇〕
◎総務部長（高橋次郎君）
避難所の毛布は1,250枚あります。
- 3 -
追って配ります。
"""


def kinds(minutes: Minutes) -> list[tuple[str, str]]:
    return [(line.kind, minutes.text[slice(*line.span)]) for line in read_lines(minutes)]


def test_every_line_has_a_kind() -> None:
    """Header, marks, paper and speech of a short plenary record, read by the real layouts."""
    (minutes,) = parse(Document(RECORD, "text/plain", "a.txt"), "k")
    assert kinds(minutes) == [
        ("header", "令和6年第2回青葉台市議会定例会 会議録"),
        ("header", "令和6年6月3日"),
        ("header", "出席議員"),
        ("header", "１番　佐藤花子"),
        ("header", "説明のため出席した者"),
        ("header", "総務部長　高橋次郎"),
        ("speech", "◆１番（佐藤花子君）　避難所の毛布は何枚ありますか。お答えください。"),
        ("paper", "〔総務部長高橋次郎君登壇〕"),
        ("mark", "◎総務部長（高橋次郎君）"),
        ("speech", "避難所の毛布は1,250枚あります。"),
        ("paper", "- 3 -"),
        ("speech", "追って配ります。"),
    ]
    found = quality(minutes)
    assert (found.characters, found.placed, found.in_exchanges) == (23 + 18 + 8, 1.0, 1.0)
    assert [(voice.speaker.name, voice.utterances, voice.in_roster) for voice in found.voices] == [
        ("佐藤花子", 1, True),
        ("高橋次郎", 1, True),
    ]
    assert list(warnings(minutes)) == []


def made(text: str, said: Sequence[str], status: str = "answered", offset: int = 0) -> Minutes:
    """Minutes of `text` in which just these words are spoken, the first as a question."""

    def turn(words: str, number: int) -> Turn:
        start = text.index(words) + offset
        return Turn(Speaker(f"話者{number}"), words, ((start, start + len(words)),), None, number)

    found = [turn(words, number) for number, words in enumerate(said)]
    utterances = tuple(Utterance(n, t.speaker, t.text, t.spans) for n, t in enumerate(found))
    exchange = Exchange("x", "橋の点検", status, tuple(found[:1]), tuple(found[1:]))  # type: ignore[arg-type]
    return Minutes(Meeting(), text, utterances, (exchange,), offset=offset)


@pytest.mark.parametrize("offset", [0, 500])
def test_shares_by_hand(offset: int) -> None:
    """Of 20 characters of record 12 are placed (0.6): a lost line of six, and two at the end of a line. Blanks do not count."""
    text = "題\nあいうえおか\nきくけこさし\n橋の点検\nたちつてとな にの\n"
    minutes = made(text, ["あいうえおか", "たちつてとな"], offset=offset)
    found = quality(minutes)
    assert (found.characters, found.placed, found.in_exchanges) == (20, 0.6, 0.6)
    assert [kind for kind, _ in [(line.kind, line) for line in read_lines(minutes)]] == [
        "header", "speech", "unplaced", "heading", "speech",
    ]  # fmt: skip
    assert [voice.in_roster for voice in found.voices] == [None, None]
    assert list(warnings(minutes)) == [
        "本文の40%を発言に置けませんでした（kaigiroku inspect で確かめられます）"
    ]


def test_a_lost_sentence_that_names_the_topic_is_no_heading() -> None:
    """The heading stands with its number; a sentence about the matter that nobody was given is lost speech."""
    text = "（１）橋の点検について\nあいうえおか\n橋の点検は昨年の秋に終わり、傷んだ所は直しました。\nたちつてとな\n"
    minutes = made(text, ["あいうえおか", "たちつてとな"])
    assert [line.kind for line in read_lines(minutes)] == ["header", "speech", "unplaced", "speech"]
    minutes = made("あいうえおか\n（１）橋の点検について\nたちつてとな\n", ["あいうえおか", "たちつてとな"])
    assert [line.kind for line in read_lines(minutes)] == ["speech", "heading", "speech"]


def test_a_label_with_a_field_in_narrow_brackets_is_a_mark() -> None:
    """【医務課主幹(薬務)】 is kept as 医務課主幹（薬務）; its line is a mark all the same."""
    record = "【沖委員】\n審議会は何を決めるのか。\n【医務課主幹(薬務)】\n保険料の率を決める。\n【沖委員】\nいつ開くのか。\n【医務課主幹(薬務)】\n八月に開く。\n"
    (minutes,) = parse(Document(record, "text/plain", "a.txt"), "k")
    assert [text for kind, text in kinds(minutes) if kind == "mark"] == [
        "【沖委員】",
        "【医務課主幹(薬務)】",
    ] * 2
    assert quality(minutes).placed == 1.0


def test_what_came_of_a_matter_is_no_lost_speech() -> None:
    """討論　なし and 採決　全員賛成で可決 are results in a line."""
    minutes = made(
        "灯台を直すのか。\n討論　なし\n採決　全員賛成で可決\n直す。\n", ["灯台を直すのか。", "直す。"]
    )
    assert quality(minutes).placed == 1.0


def test_only_questions_without_an_answer_are_unpaired() -> None:
    """An opinion sought none, a statement is no question; neither counts as paired or unpaired."""
    text = "橋はいつ直りますか。\n"
    for status, unpaired, share in (("unanswered", 1, 1.0), ("opinion", 0, 1.0), ("statement", 0, 0.0)):
        found = quality(made(text, [text.strip()], status))
        assert (len(found.unpaired), found.in_exchanges) == (unpaired, share)


def test_a_low_share_is_stored_with_the_minutes() -> None:
    """A page of menus around two speeches: `add` counts the warning and `list` shows it."""
    lost = "\n".join(f"お知らせの{number}番目の項目を見るにはここを押してください" for number in range(30))
    text = RECORD.replace("◎総務部長", "\n\n" + lost + "\n\n◎総務部長")
    minutes = made(
        text, ["避難所の毛布は何枚ありますか。お答えください。", "避難所の毛布は1,250枚あります。"]
    )
    assert "発言に置けませんでした" in next(iter(warnings(minutes)))


def test_minutes_without_any_speech() -> None:
    """Nothing is divided by nothing."""
    empty = Minutes(Meeting(), "\n\n", (), ())
    assert quality(empty).placed == 0.0
    assert list(read_lines(empty)) == []
    assert list(warnings(empty)) == []


def test_who_replies_in_a_cell_between_two_turns_is_no_lost_speech() -> None:
    """The row names the officer between the question and his reply."""
    question, reply = "ラジオは何台残りますか。", "四十台です。"
    minutes = made(f"{question}\t防災係長　林\t{reply}\n", [question, reply])
    assert quality(minutes).placed == 1.0
    minutes = made(f"{question}\t春に配ったはず\t{reply}\n", [question, reply])
    assert quality(minutes).placed < 1.0
