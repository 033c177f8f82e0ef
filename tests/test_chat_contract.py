"""The JSON forms: other programs rely on these keys."""

from __future__ import annotations

import pytest

from chat.contract import (
    answer_to_dict,
    exchange_to_dict,
    filter_from_dict,
    filter_to_dict,
    hit_to_dict,
    messages_from_list,
)
from chat.types import Answer, Citation, FoundExchange, Message
from corpus.errors import SettingsError
from corpus.types import Exchange, Meeting, Municipality, Source, Speaker, StoredExchange, Turn
from retriever.types import Filter, Hit

MEETING = Meeting(
    Municipality("132080", "調布市", "東京都"), body="調布市議会", title="第1回定例会", date="2024-03-07"
)
SOURCE = Source("s1", "a.txt", "/a.txt", "00", "text/plain", "marks", "1", "2026-11-22T00:00:00Z")
MEMBER, HEAD = Speaker("乙", "議員", "member"), Speaker("甲", "総務部長", "executive")
EXCHANGE = Exchange(
    "x1",
    "訓練について",
    "answered",
    questions=(Turn(MEMBER, "訓練の頻度は。", ((10, 17),), page=3),),
    answers=(Turn(HEAD, "年1回です。", ((20, 26),), page=4), Turn(HEAD, "以上です。", ((30, 35),), page=5)),
    notes=(("対応区分", "継続"),),
)
STORED = StoredExchange(EXCHANGE, MEETING, SOURCE, 1, 0)


def test_exchange_has_the_promised_keys() -> None:
    """The form of `exchanges --json`: each speaker once, first page, notes as an object."""
    assert exchange_to_dict(STORED) == {
        "id": "x1",
        "source": "a.txt",
        "municipality": "調布市",
        "body": "調布市議会",
        "meeting": "第1回定例会",
        "date": "2024-03-07",
        "agenda": "",
        "topic": "訓練について",
        "status": "answered",
        "question": {"text": "訓練の頻度は。", "speakers": [{"name": "乙", "office": "議員"}], "page": 3},
        "answer": {
            "text": "年1回です。\n以上です。",
            "speakers": [{"name": "甲", "office": "総務部長"}],
            "page": 4,
        },
        "parts": [],
        "notes": {"対応区分": "継続"},
    }


def test_answer_has_the_promised_keys() -> None:
    """The form of `ask --json`, citations, hits and filters included."""
    citation = Citation(
        1,
        "x1",
        "s1",
        "a.txt",
        "年1回です。",
        ((20, 26),),
        HEAD,
        MEETING,
        "訓練について",
        4,
        "https://x.example/",
    )
    answer = Answer(
        "頻度は", "answered", "「年1回です。」[1]", (citation,), (FoundExchange(Hit(1, 0.5, "x1"), STORED),),
        Filter(towns=("調布市",)), elapsed_ms=12.345,
    )  # fmt: skip
    data = answer_to_dict(answer, "q7")
    assert list(data) == [
        "id",
        "question",
        "status",
        "text",
        "citations",
        "hits",
        "filters",
        "elapsed_ms",
        "notes",
        "aside",
    ]
    assert (data["id"], data["elapsed_ms"], data["filters"]["town"]) == ("q7", 12.3, ["調布市"])
    assert data["citations"] == [
        {
            "mark": 1,
            "exchange_id": "x1",
            "source": "a.txt",
            "quote": "年1回です。",
            "speaker": {"name": "甲", "office": "総務部長"},
            "municipality": "調布市",
            "body": "調布市議会",
            "date": "2024-03-07",
            "topic": "訓練について",
            "page": 4,
            "spans": [[20, 26]],
            "url": "https://x.example/",
        }
    ]
    assert data["hits"][0]["answer_text"] == "年1回です。\n以上です。"


def test_statement_hit_has_an_empty_question() -> None:
    """A statement that is found shows its text as the answer."""
    statement = Exchange("x2", "", "statement", answers=(Turn(HEAD, "御報告します。", ((0, 7),)),))
    hit = hit_to_dict(FoundExchange(Hit(2, 0.1, "x2"), StoredExchange(statement, MEETING, SOURCE, 1, 1)))
    assert (hit["question_text"], hit["answer_text"]) == ("", "御報告します。")


def test_filters_read_back() -> None:
    """What is printed can be given in again; one town may be a plain string."""
    filters = Filter(
        ("調布市", "金沢市"), "東京都", "委員会", "2021-04-01", "2024-03-31", "部長", "executive"
    )
    assert filter_from_dict(filter_to_dict(filters)) == filters
    assert filter_from_dict({"town": "調布市", "side": None}) == Filter(("調布市",))
    assert filter_from_dict(None) == Filter()
    assert filter_from_dict({"town": ["", "調布市"]}) == Filter(("調布市",)), "an empty name is none"
    assert filter_from_dict({"since": "20240307"}) == Filter(since="2024-03-07"), "days are compared as text"


@pytest.mark.parametrize(
    ("data", "words"),
    [({"twon": "x"}, "twon"), ({"since": "令和6年"}, "日付"), ({"side": "mayor"}, "side"), ({"body": 3}, "body"), ({"town": [1]}, "town")],
)  # fmt: skip
def test_wrong_filters_are_named(data: dict[str, object], words: str) -> None:
    """A misspelt filter must not silently search everything."""
    with pytest.raises(SettingsError, match=words):
        filter_from_dict(data)


def test_history() -> None:
    """Roles and contents only; anything else is refused."""
    assert messages_from_list([{"role": "user", "content": "a"}]) == (Message("user", "a"),)
    with pytest.raises(SettingsError):
        messages_from_list([{"role": "system", "content": "a"}])
