"""Who holds an office and who asked questions is told of the names of the speakers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_store import read_in

from chat.questions.who_spoke import WhoSpoke
from chat.service import Service
from chat.settings import Settings

MAYOR = "会議録の発言者名によると、次のとおりです。\n・三鷹市議会 令和6年3月定例会 令和6年3月7日: 市長 谷次郎"
MEMBERS = (
    "会議録の発言者名によると、次のとおりです。\n・三鷹市議会 令和6年3月定例会 令和6年3月7日: 原花子、岸三郎"
)
TODAY = date(2026, 11, 1)


def record() -> str:
    """A day of questions by two members, answered by the mayor and a chief whose name is not printed."""
    return (
        "三鷹市議会　令和6年3月定例会\n令和6年3月7日（木曜日）\n\n○議長（森一郎君）　一般質問を行います。5番、原花子さん。\n\n"
        "○5番（原花子さん）　橋の点検の進み具合を伺います。\n\n○市長（谷次郎君）　市内の橋214か所の点検を終えました。\n\n"
        "○議長（森一郎君）　続いて、8番、岸三郎君。\n\n○8番（岸三郎君）　学童保育の定員を伺います。\n\n"
        "○教育部長　学童保育の定員を40人増やしました。\n"
    )


@pytest.fixture
def service(tmp_path: Path) -> Service:
    """Over that day."""
    return read_in(tmp_path, {"teirei.txt": record()})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("三鷹市の市長は誰ですか", MAYOR),
        ("三鷹市長の名前を教えてください。", MAYOR),
        ("市長って誰？", MAYOR),
        ("誰が質問しましたか", MEMBERS),
        ("三鷹市議会で質問した議員の名前", MEMBERS),
        ("一般質問に立った議員を順番に教えて", MEMBERS),
        ("教育部長は誰ですか", "会議録は教育部長を役職だけで記しており、名前は読み取れません（三鷹市議会 令和6年3月定例会 令和6年3月7日）。"),
    ],
)  # fmt: skip
def test_who_speaks_is_told_by_name(service: Service, question: str, told: str) -> None:
    """It is said beside the record, not quoted from it."""
    answer = service.ask(question)
    assert (answer.text, answer.aside, answer.citations) == (told, True, ())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who is the mayor?", "市長 谷次郎"),
        ("Who is the mayor of Mitaka?", "市長 谷次郎"),
        ("Who is the speaker?", "議長 森一郎"),
        ("Who is the chair?", "議長 森一郎"),
        ("Who is the chair of Mitaka?", "議長 森一郎"),
        ("Who asked questions?", "原花子、岸三郎"),
    ],
)
def test_in_english(service: Service, question: str, told: str) -> None:
    """The names stay as the record prints them. Protects: the chair was told as the mayor, and the mayor only where a town was named."""
    head = "As the minutes name their speakers:\n・Mitaka City Council (三鷹市議会), 7 March 2024: "
    answer = service.ask(question)
    assert (answer.text, answer.aside, answer.citations) == (head + told, True, ())


def test_the_chair_of_a_committee_in_english(tmp_path: Path) -> None:
    """A chair may be of a council or of a committee; his deputy is neither."""
    board = (
        "三鷹市環境審議会　会議録\n令和6年5月8日\n\n○会長（林五郎君）　ただいまから会議を開きます。御質問はありますか。\n\n"
        "○委員（岸三郎君）　落ち葉の回収は何回ですか。\n\n○副会長（辻六郎君）　月に4回です。\n"
    )
    service = read_in(tmp_path, {"teirei.txt": record(), "shingikai.txt": board})
    *_, newest, older = service.ask("Who is the chair?").text.split("\n")
    assert (newest.split(": ")[1], older.split(": ")[1]) == ("会長 林五郎", "議長 森一郎")
    assert service.ask("Who is the vice chair?").text.endswith("副会長 辻六郎")


@pytest.mark.parametrize(
    "question",
    [
        "学童保育について質問したのは誰ですか",  # of a matter: that is searched
        "市長は誰の質問に答えましたか",
        "次の市長は誰がなりますか",
        "部長は誰ですか",  # who replied, in a conversation
        "水道局長は誰ですか",  # nobody in the record
        "市長の給料はいくらですか",
    ],
)
def test_other_questions_are_searched(service: Service, question: str) -> None:
    """Nothing but the name of who holds an office, or of those who asked, is told so."""
    assert WhoSpoke(service.store).of(question, (), TODAY) is None


def test_a_deputy_is_not_the_chair(tmp_path: Path) -> None:
    """副議長 ends as 議長 does."""
    text = record().replace("○議長（森一郎君）　続いて", "○副議長（林五郎君）　続いて")
    (tmp_path / "teirei.txt").write_text(text, "utf-8")
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    service.add([tmp_path / "teirei.txt"])
    assert service.ask("議長は誰ですか").text.endswith("議長 森一郎")
    assert service.ask("副議長は誰ですか").text.endswith("副議長 林五郎")
