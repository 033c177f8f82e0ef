"""Whose record it is where the header says nothing: bills, the file's name, the town that is spoken of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.header.hometown import find_hometown
from ingest.header.town import find_town
from ingest.types import Document

SPEECH = "○市長（山田君）　道路の修繕は計画に沿って進めます。\n"


@pytest.mark.parametrize(
    ("name", "text", "town"),
    [
        ("record.txt", "議第5号　掛川市手数料条例の一部改正について\n" + SPEECH, "掛川市"),
        ("kakegawa_teireikai.txt", SPEECH, "掛川市"),
        ("kakegawa-city.txt", "○課長　進めます。", "掛川市"),
        ("掛川市議会_令和8年.json", SPEECH, "掛川市"),
        ("suo-oshima_gikai.txt", "○町長（山田君）　進めます。", "周防大島町"),
        ("minutes-kakegawa-2026.txt", SPEECH, "掛川市"),
        ("record.txt", SPEECH + "掛川市の水、掛川市の道、掛川市の橋、袋井市の駅。", "掛川市"),
        ("record.txt", "議案第３号。市長は、掛川市の水、掛川市の道、掛川市の橋を見ました。", "掛川市"),
        (
            "record.txt",
            "司会：\nただいまから高知県知事定例記者会見を始めます。\n記者：\nなぜですか。",
            "高知県",
        ),
        ("record.txt", "○課長　本市の市長は、掛川市の水、掛川市の道、掛川市の橋を見ました。", "掛川市"),
        ("record.txt", "いとしま議会だより　第41号\n問　水路の草刈りは。\n答　来月行う。", "糸島市"),
        ("record.txt", "すおうおおしまちょう議会だより\n問　水路の草刈りは。\n答　来月行う。", "周防大島町"),
    ],
)
def test_the_town_is_told_by_bill_file_name_or_speech(name: str, text: str, town: str) -> None:
    """Each alone is enough where nothing contradicts."""
    found = find_hometown(Document(text, "text/plain", name))
    assert found is not None
    assert found.name == town


@pytest.mark.parametrize(
    ("name", "text", "town"),
    [
        (
            "shinhidaka_teireikai_r7_12_1210.txt",
            "○町長（沖君）　知事に求めます。知事の考えを待ちます。",
            "新ひだか町",
        ),
        ("tsu_gijiroku.txt", "○課長　進めます。", "津市"),
        ("shibetsu_r7_1_2go.txt", SPEECH, "士別市"),
        ("hokuto_iinkai.txt", SPEECH + "山梨県の補助を使います。", "北杜市"),
        ("date_20250305.txt", SPEECH + "伊達市の桜、北海道の桜。", "伊達市"),
    ],
)
def test_a_file_name_with_a_sign_of_a_council_tells_the_town(name: str, text: str, town: str) -> None:
    """Whoever is spoken of; of towns of one spelling the level that speaks and the only prefecture that is named decide."""
    found = find_hometown(Document(text, "text/plain", name))
    assert found is not None
    assert found.name == town


def test_of_towns_of_one_spelling_the_one_whose_head_speaks_is_meant() -> None:
    """fuchu is 府中市 and 府中町; the mayor of a town speaks, and the text names it."""
    text = "○町長（山田君）　府中町の水道について答えます。"
    found = find_hometown(Document(text, "text/plain", "fuchu_gikai.txt"))
    assert found is not None
    assert found.name == "府中町"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("record.txt", SPEECH + "掛川市と袋井市の例があります。"),
        ("record.txt", SPEECH + "掛川市、袋井市、磐田市、掛川市、袋井市、磐田市、掛川市では進んでいます。"),
        ("record.txt", "○知事（山田君）　掛川市の駅、掛川市の橋、掛川市の道を整えます。"),
        ("record.txt", "（市川市長）始めます。（市川市長）次に進みます。（市川市長）終わります。"),
        ("record.txt", "○発言者１　掛川市の水、掛川市の道、掛川市の橋。掛川の市長、と呼ばれます。"),
        ("kita_iinkai.txt", SPEECH),
        ("date_20250305.txt", SPEECH),
        ("bunkyo_iinkai_r7.txt", SPEECH),
        ("hokuto_iinkai.txt", SPEECH),
        ("tsu_memo.txt", SPEECH),
        ("shibetsu.txt", "○課長　進めます。"),
    ],
)
def test_examples_and_words_tell_no_town(name: str, text: str) -> None:
    """Towns named as examples, a town in the governor's record, and a word that is no name alone say nothing."""
    assert find_hometown(Document(text, "text/plain", name)) is None


@pytest.mark.parametrize("head", ["ひまわり議会だより", "いけだ議会だより", "いけだ町議会だより"])
def test_a_newsletter_of_any_name_tells_no_town(head: str) -> None:
    """A flower, and names in kana that several towns share."""
    assert (
        find_hometown(Document(f"{head}\n問　水路の草刈りは。\n答　来月行う。", "text/plain", "a.txt"))
        is None
    )


def test_a_record_of_the_state_is_of_no_town() -> None:
    """Whatever its guests speak of; a town in its title counts."""
    text = SPEECH + "掛川市の水、掛川市の道、掛川市の橋。"
    of_state = Document(text, "text/plain", "record.txt", url="https://www.example.go.jp/1.pdf")
    assert find_town(of_state, "", []) is None
    assert find_town(replace(of_state, url=""), "", []) is not None
    assert find_town(of_state, "掛川市総合計画審議会", []) is not None


def test_a_members_district_is_not_the_town() -> None:
    """A member of the prefecture's council is elected in a city; the record is not that city's."""
    own = Document("○議員（山田君）　掛川市選出の山田です。", "text/plain", "record.txt")
    assert find_town(own, "", ["12月定例県議会", "掛川市選出の山田です。"]) is None
    assert find_town(own, "", ["掛川市議会の記録です。"]) is not None


def test_a_session_that_its_head_speaks_of_is_of_the_town() -> None:
    """Said once, where no header names a town (第１回…市議会定例会に当たり)."""
    said = "○市長（山田君）　掛川市議会定例会に当たり、方針を申し上げます。"
    found = find_town(Document(said, "text/plain", "record.txt"), "", [])
    assert found is not None
    assert found.name == "掛川市"
