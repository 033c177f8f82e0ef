"""Each of several towns is asked about its own matter where the question gives it one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from test_chat_answering import put

from chat.service import Service
from chat.settings import Settings
from retriever.question import normalise
from retriever.town_clauses import mentions, town_clauses, without_names

TOWNS = ("青山市", "赤川町")


def clauses(question: str) -> dict[str, str]:
    text = normalise(question)
    return town_clauses(text, mentions(text, TOWNS), lambda piece: len(piece) > 2)


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        (
            "担い手不足に、青山市は消防団で、赤川町は農家で、それぞれ何をしているか。",
            "担い手不足に、青山市は消防団で、それぞれ何をしているか。",
            "担い手不足に、赤川町は農家で、それぞれ何をしているか。",
        ),
        (
            "上限を比べたい。青山市の補聴器と、赤川町の生ごみ処理機はいくらまでか。",
            "上限を比べたい。青山市の補聴器と、いくらまでか。",
            "上限を比べたい。赤川町の生ごみ処理機はいくらまでか。",
        ),
        (
            "青山は消火栓が、赤川は備蓄が、何年分か。",
            "青山は消火栓が、何年分か。",
            "赤川は備蓄が、何年分か。",
        ),
        (
            "消防団の話で、青山市は何人で、赤川町はどうするのか。",
            "消防団の話で、青山市は何人で、",
            "消防団の話で、赤川町はどうするのか。",
        ),
    ],
)
def test_a_matter_of_its_own_goes_with_its_town(question: str, first: str, second: str) -> None:
    """What is common stands in both, the other town's matter in neither."""
    assert clauses(question) == {"青山市": first, "赤川町": second}


@pytest.mark.parametrize(
    "question",
    [
        "給食費を、青山市と赤川町はそれぞれどうするか。",
        "青山市の給食費は、赤川町とどう違うか。",
        "青山市と赤川町の給食費を比べたい。",
        "青山市の給食費と青山市の教材費を、赤川町の例と比べたい。",
        "青山市の給食費と教材費はいくらか。",
    ],
)
def test_a_matter_of_all_stays_whole(question: str) -> None:
    """Taken apart, one of the towns would be asked about nothing."""
    assert clauses(question) == {}


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("給食費を、青山市と赤川町はそれぞれどうするか。", "給食費を、それぞれどうするか。"),
        ("青山市・赤川町での備蓄は何日分か。", "備蓄は何日分か。"),
        ("青山市と赤川町", "青山市と赤川町"),
        ("給食費はいくらか。", "給食費はいくらか。"),
    ],
)
def test_what_is_asked_of_all_towns_is_searched_without_their_names(question: str, matter: str) -> None:
    """Each town is searched alone: the other's name leads to what is said of towns. Names alone are not taken away."""
    assert without_names(question, TOWNS) == matter


def test_each_town_is_answered_on_its_own_matter(tmp_path: Path) -> None:
    """Searched as one question, the town whose records speak of both matters would be quoted on the other's."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    hydrants = ("消火栓", "消火栓は何基ですか。", "消火栓は120基です。")
    lunches = ("給食", "給食費は何円ですか。", "給食費は月4,800円です。")
    put(service, "a", [hydrants, lunches], "青山市")
    put(service, "b", [("消火栓", "消火栓は何基ですか。", "消火栓は75基です。"), lunches], "赤川町")
    asked = "比べたいので教えてください。青山市の消火栓と赤川町の給食費では、それぞれどれくらいか。"
    answer = service.ask(asked, today=date(2026, 4, 1))
    assert {citation.quote for citation in answer.citations} == {
        "消火栓は120基です。",
        "給食費は月4,800円です。",
    }
