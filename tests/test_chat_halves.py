"""Where a question asks two things, each is looked for by its own words."""

from __future__ import annotations

from datetime import date

from small_store import put, quotes

from chat.answers.halves import halves
from chat.service import Service
from retriever.types import Filter

REPLY = "".join(
    (
        "青空橋の色の塗り替えにつきましては、青空橋の色が長年の雨と風とで古びたために、色を塗り替えるものでございます。",
        *(
            f"青空橋の色を塗り替えるため、第{number}案の色を青空橋のたもとに掲げて、市民に色の好みを聞いております。"
            for number in "一二三四五六七八"
        ),
        "工事の間は片側を通れるようにいたします。迂回の案内も出します。通学の時間は休みます。",
        "なお、入札の結果、森川塗装が落札しております。",
    )
)


def test_what_answers_the_second_sentence_is_quoted_too(service: Service) -> None:
    """It has none of the words of the first, which are most of the question."""
    put(service, "a", [("青空橋", "青空橋の塗り替えを伺う。", REPLY)], "青山市", date="2024-03-07")
    assert "森川塗装" in quotes(service.ask("青空橋の色を塗り替えるのはなぜですか。落札したのは誰ですか。"))


def test_which_questions_ask_two_things(service: Service) -> None:
    """A sentence that only tells something asks nothing."""

    def parts(question: str) -> list[str]:
        asked = service.analyser.analyse(question, (), date(2026, 11, 29), Filter())
        return [one.text for one in halves(asked, list)]

    assert parts("橋の色はなぜ青ですか。塗るのは誰ですか。") == [
        "橋の色はなぜ青ですか。",
        "塗るのは誰ですか。",
    ]
    assert parts("橋の色はなぜ青なのか、また塗るのは誰か。") == [
        "橋の色はなぜ青なのか、また",
        "塗るのは誰か。",
    ]
    assert parts("橋を塗り替えると聞きました。塗るのは誰ですか。") == []
