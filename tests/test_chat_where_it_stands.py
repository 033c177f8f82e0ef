"""Whose words a quoted wording is: found letter for letter, in a record that says much the same elsewhere."""

from __future__ import annotations

import pytest
from small_store import put, quotes

from chat.service import Service
from chat.where_it_stands import NOWHERE
from corpus.spans import text_at
from corpus.types import Speaker
from retriever.types import Filter

SAID = "橋の修繕については、来年の春までに工事を終えてまいります。"
CHIEF = Speaker("森", "建設課長", "executive")


@pytest.fixture
def towns(service: Service) -> Service:
    """Three meetings that speak of bridges; two have the wording, one of them in a member's mouth too."""
    put(service, "a", [("", "橋はいつ直しますか。", f"お答えします。{SAID}道路は後です。")], "青山市", CHIEF)
    said = [
        ("", "橋の修繕は、来年の夏までに工事を終えると聞きました。", "橋の修繕の工事は、来年に行います。")
    ]
    put(service, "b", said, "青山市", CHIEF, date="2023-06-01")
    put(service, "c", [("", "橋はどうですか。", f"{SAID}")], "小川町", CHIEF, date="2025-06-10")
    return service


def test_who_said_it_when_and_where(towns: Service) -> None:
    """The newest first, each with its whole sentence and its speaker."""
    answer = towns.ask("「来年の春までに工事を終えてまいります」という答弁は誰がいつしましたか")
    assert [
        (one.quote, one.meeting.town, one.meeting.date, one.speaker.office) for one in answer.citations
    ] == [
        (SAID, "小川町", "2025-06-10", "建設課長"),
        (SAID, "青山市", "2024-03-07", "建設課長"),
    ]
    assert answer.notes == ()


def test_the_town_that_is_named_is_searched_alone(towns: Service) -> None:
    answer = towns.ask("青山市で「来年の春までに工事を終えてまいります」と答えたのは誰ですか")
    assert [one.meeting.town for one in answer.citations] == ["青山市"]


def test_filters_of_the_page_hold(towns: Service) -> None:
    answer = towns.ask(f"「{SAID}」の出典", filters=Filter(until="2024-12-31"), exact=True)
    assert [one.meeting.date for one in answer.citations] == ["2024-03-07"]


def test_a_sentence_put_in_is_found(towns: Service) -> None:
    """With blanks and letters of another width, as they come out of a PDF."""
    answer = towns.ask("橋の修繕については、 来年の春までに工事を\n終えてまいります。")
    assert {one.quote for one in answer.citations} == {SAID}


def test_words_of_a_member_are_told_as_his(towns: Service) -> None:
    answer = towns.ask("「来年の夏までに工事を終えると聞きました」という答弁はいつですか")
    assert quotes(answer) == "橋の修繕は、来年の夏までに工事を終えると聞きました。"
    assert [one.role for one in answer.citations] == ["question"]
    assert answer.notes == ("引用は質問した側のことばで、答弁ではありません。",)


def test_a_wording_that_stands_nowhere_is_told(towns: Service) -> None:
    """One word is another: whoever pastes it into a paper is warned, whatever is found near it."""
    answer = towns.ask("「橋の修繕は、来年の秋までに工事を終えてまいります」と答えたのは誰ですか")
    assert answer.notes[0] == NOWHERE.ja


def test_in_english(towns: Service) -> None:
    """The words are the record's, what stands around them is English."""
    answer = towns.ask(f"Who said 「{SAID}」?")
    assert [one.quote for one in answer.citations] == [SAID, SAID]
    assert "10 June 2025" in answer.text


def test_quotations_stand_letter_for_letter(towns: Service) -> None:
    """As any other answer's: at their places in the stored text."""
    for one in towns.ask(f"「{SAID}」").citations:
        stored = towns.exchange(one.exchange_id)
        assert stored is not None
        text, offset = towns.store.minutes_text(stored.minutes_id)
        assert text_at(text, one.spans, offset) == one.quote


def test_a_formula_shows_the_newest_and_says_how_many(service: Service) -> None:
    """「検討してまいりたいと考えております」 stands in every second reply."""
    for year in range(2019, 2024):
        reply = f"第{year}の件は検討してまいりたいと考えております。"
        put(service, f"y{year}", [("", f"{year}の件は。", reply)], "青山市", CHIEF, date=f"{year}-06-01")
    answer = service.ask("「検討してまいりたいと考えております」と答えたのは誰ですか")
    assert [one.meeting.date for one in answer.citations] == ["2023-06-01", "2022-06-01", "2021-06-01"]
    assert answer.notes == ("この文言は5件の質疑にあり、新しいもの3件を示しています。",)
