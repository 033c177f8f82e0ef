"""Two things asked at once that no one reply tells together."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_store import read_in

from chat.questions.one_by_one import PART_MISSING, OneByOne, sentences_that_ask, two_things
from chat.service import Service
from chat.types import Message
from retriever.answer_kinds import Kind, answer_kinds
from retriever.types import Filter

RECORD = (
    "三鷹市議会　令和6年3月定例会\n令和6年3月7日（木曜日）\n\n○議長（森一郎君）　一般質問を行います。5番、川口花子さん。\n\n"
    "○5番（川口花子さん）　水門の点検の進み具合を伺います。\n\n○建設部長（谷次郎君）　水門の点検は3年に一度行っております。\n\n"
    "○5番（川口花子さん）　学童保育の利用料を伺います。\n\n○教育部長（沢四郎君）　学童保育の利用料は月に4,000円です。\n"
)
FIRST, SECOND = "水門の点検は何年に一度ですか。", "学童保育の利用料はいくらですか。"


@pytest.fixture
def service(tmp_path: Path) -> Service:
    """Over that day."""
    return read_in(tmp_path, {"teirei.txt": RECORD})


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (f"{FIRST}また、{SECOND}", (FIRST, SECOND)),
        (f"{SECOND}いつから？", (SECOND, "いつから?")),
        (FIRST, ()),
        ("お世話になっております。水門の点検は何年に一度ですか。", ()),
    ],
)
def test_sentences_that_ask(question: str, parts: tuple[str, ...]) -> None:
    """What only leads up to a question is none."""
    assert sentences_that_ask(question) == parts


def test_each_is_asked_by_itself(service: Service) -> None:
    """Protects: a question of two matters was refused though the record tells both; the marks of the answers count on."""
    answer = service.ask(f"{FIRST}また、{SECOND}")
    assert [(one.mark, one.speaker.office) for one in answer.citations] == [(1, "建設部長"), (2, "教育部長")]
    assert "4,000円です。」[2]" in answer.text
    assert not answer.notes


def test_what_was_not_found_is_said(service: Service) -> None:
    """Half an answer says that it is half; where one leans on another of which nothing is found, there is none."""
    missing = "遊覧船の運航は何便ありますか。"
    refused = service.ask(missing)
    each = OneByOne(service.store, service.analyser, service.searcher.index.tokenizer.tokens)
    answer = each.of(f"{FIRST}また、{missing}", refused, service.ask, (), Filter())
    assert [one.speaker.office for one in answer.citations] == ["建設部長"]
    assert PART_MISSING.ja.format(part=missing) in answer.notes
    assert each.of(f"{missing}それは誰が払いますか。", refused, service.ask, (), Filter()) is refused


def test_what_names_no_matter_is_not_asked_by_itself(service: Service) -> None:
    """Protects: 「他市の例を知りたいです。」 before a question that nothing answers was answered by whatever told of an example."""
    missing = "遊覧船の運航は何便ありますか。"
    refused, told = service.ask(missing), service.ask(FIRST)
    each = OneByOne(service.store, service.analyser, service.searcher.index.tokenizer.tokens)
    for before, answered in (("他市の例を知りたいです。", False), (FIRST, True)):
        answer = each.of(f"{before}{missing}", refused, lambda *_: told, (), Filter())
        assert bool(answer.citations) is answered


def test_of_two_nouns_both_are_answered(service: Service) -> None:
    """Protects: the second (or the first) was left out without a word."""
    for question in (
        "水門の点検と学童保育の利用料を教えて",
        "学童保育の利用料と、水門の点検について教えてください",
    ):
        answer = service.ask(question)
        assert {one.speaker.office for one in answer.citations} == {"建設部長", "教育部長"}
        assert [one.mark for one in answer.citations] == [1, 2]
    before = [Message("user", "図書館は何時に閉まりますか"), Message("assistant", "見つかりませんでした。")]
    answer = service.ask("三鷹市の水門の点検と学童保育の利用料を教えて", before)
    assert {one.speaker.office for one in answer.citations} == {"建設部長", "教育部長"}
    answer = service.ask("水門の点検と遊覧船の便数を教えて")
    assert [one.speaker.office for one in answer.citations] == ["建設部長"]
    assert PART_MISSING.ja.format(part="遊覧船の便数") in answer.notes


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("水門の点検と利用料を教えて", ("水門の点検", "利用料")),
        ("重点項目3つと、認知度の目標を教えてください", ("重点項目3つ", "認知度の目標")),
        # と behind a verb quotes.
        ("答えにはならないと委員が言った期間は何年ですか", None),
    ],
)
def test_two_things_are_two_nouns(question: str, things: tuple[str, str] | None) -> None:
    """What somebody said is no second thing."""
    found = two_things(question)
    assert (found[0] if found else None) == things


def test_how_often_is_no_year() -> None:
    """何年に一度 asks for no date."""
    assert answer_kinds("点検は何年に一度ですか") == {Kind.NUMBER}
    assert answer_kinds("何年に開校しましたか") == {Kind.DATE}
