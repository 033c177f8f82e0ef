"""A member's words are quoted with the reply to them; a follow-up that names no side is answered by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_store import ConceptEncoder, put

from chat.framing import origin
from chat.service import Service
from chat.settings import Settings
from chat.types import Message
from corpus.store import Store
from corpus.types import Speaker
from retriever.search import Searcher

ENCODER = ConceptEncoder((("街灯", "明かり"), ("遊具", "ぶらんこ"), ("井戸",)))
ASKED = "通学路が暗く、街灯の明かりが足りないと考えます。"


@pytest.fixture
def service(tmp_path: Path) -> Service:
    """An empty store with an encoder whose vectors are known."""
    store = Store.open(tmp_path)
    return Service(store, Searcher(store, ENCODER), Settings(store=tmp_path))


def _told(service: Service, question: str, before: tuple[Message, ...] = ()) -> list[tuple[str, str]]:
    return [(each.role, each.quote) for each in service.ask(question, before).citations]


def test_a_members_words_are_followed_by_the_reply_to_them(service: Service) -> None:
    """Alone they would be read as the town's; of the reply the sentence that speaks of the same."""
    reply = "公園の遊具は十分です。街灯の明かりは来年度に十基増やします。"
    put(service, "a", [("", ASKED, reply)], "青山市")
    assert _told(service, "青山市で街灯の明かりが足りないと述べた議員は誰ですか。") == [
        ("question", ASKED),
        ("answer", "街灯の明かりは来年度に十基増やします。"),
    ]


def test_a_reply_that_speaks_of_something_else_does_not_follow(service: Service) -> None:
    """The reply goes past what the member said in passing."""
    put(service, "a", [("", ASKED, "公園の遊具とぶらんこは点検を終えております。")], "青山市")
    assert _told(service, "青山市で街灯の明かりが足りないと述べた議員は誰ですか。") == [("question", ASKED)]


def test_a_figure_that_a_member_quotes_is_given_alone(service: Service) -> None:
    """Nobody replies to it."""
    asked = "街灯の明かりは通学路に12基しかないと承知しています。"
    put(service, "a", [("", asked, "街灯の明かりは来年度に十基増やします。")], "青山市")
    question = "青山市の議員は、街灯の明かりは通学路に何基しかないと述べましたか。"
    assert _told(service, question) == [("question", asked)]


def test_a_reply_by_nobody_who_is_named_is_not_read_as_the_members(service: Service) -> None:
    """The line below names who asked, and says that the record does not name who replied."""
    put(service, "a", [("", ASKED, "街灯の明かりは増やします。")], "青山市", Speaker())
    answer = service.ask("青山市で街灯の明かりが足りないと述べた議員は誰ですか。")
    assert answer.text.endswith("石川（質問・意見）、答弁（答弁者の記載なし）")
    english = origin(answer.citations, True, str)
    assert english.endswith("asked by 石川; reply (no name in the record)")


def test_a_follow_up_that_names_no_side_is_answered_by_one(service: Service) -> None:
    """After a question about a member's words it may mean his or the reply: not a piece of each."""
    put(service, "a", [("", ASKED, "街灯の明かりは来年度に十基増やします。")], "青山市")
    before = (Message("user", "青山市の街灯について、議員はどんな心配を述べましたか。"),)
    assert _told(service, "その街灯の明かりは何基増えますか。", before) == [
        ("answer", "街灯の明かりは来年度に十基増やします。")
    ]
