"""A language model in a conversation: follow-ups rewritten, questions split across towns, sentences shown as they are verified."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chat_model_server import Behaviour, ModelServer, model_server
from fastapi.testclient import TestClient
from test_chat_llm import claims, faithful, material, right

from chat.api.app import create_app
from chat.page.asking import answer_steps
from chat.questions.understanding import ByModel, ByRules
from chat.render.answers import text_html
from chat.render.talk import conversation_html
from chat.service import Service
from chat.settings import Settings
from chat.types import Message
from retriever.types import Filter

FIRST = "調布市の情報セキュリティの訓練は"
HISTORY = (Message("user", FIRST), Message("assistant", "情報セキュリティの訓練を行っています。"))


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server() as running:
        yield running


@pytest.fixture
def service(sample_store: Path, server: ModelServer) -> Service:
    return Service.open(
        Settings(store=sample_store, llm_base_url=server.url, llm_model="m", llm_timeout_s=30)
    )


def is_rewriting(request: dict[str, Any]) -> bool:
    return request["response_format"]["json_schema"]["name"] == "rewriting"


def rewriter(question: str, towns: list[str]) -> Behaviour:
    """A model that rewrites so, and writes rightly."""

    def reply(request: dict[str, Any]) -> str:
        if is_rewriting(request):
            return json.dumps({"question": question, "towns": towns}, ensure_ascii=False)
        return right(request)

    return Behaviour(reply)


def test_a_follow_up_is_rewritten(service: Service, server: ModelServer) -> None:
    """The model's standing question is searched, and the sentences are written for it."""
    server.behaviour = rewriter("調布市の情報セキュリティの研修は", ["調布市"])
    answer = service.ask("では、研修は", HISTORY)
    assert is_rewriting(server.requests[0])
    sent = server.requests[0]["messages"][1]["content"]
    assert FIRST in sent
    assert answer.status == "answered"
    assert answer.filters.towns == ("調布市",)
    assert {c.meeting.town for c in answer.citations} == {"調布市"}


def test_a_question_is_split_across_towns(service: Service, server: ModelServer) -> None:
    """Several towns that the model names are each searched and shown."""
    server.behaviour = rewriter("テレワークの状況は", ["金沢市", "八千代市"])
    answer = service.ask("金沢市と八千代市のテレワークの状況は")
    assert set(answer.filters.towns) == {"金沢市", "八千代市"}
    named = {c.meeting.town for c in answer.citations}
    assert named <= {"金沢市", "八千代市"}


@pytest.mark.parametrize(
    "spoiled",
    [
        rewriter("八王子市の宇宙開発とロケットの打ち上げ予算は", ["調布市"]),
        rewriter("調布市の情報セキュリティの研修は", ["横浜市"]),
        Behaviour(lambda request: "わかりません"),
        Behaviour(status=500),
    ],
)
def test_an_inventing_rewriter_changes_nothing(
    service: Service, sample_store: Path, server: ModelServer, spoiled: Behaviour
) -> None:
    """Words and towns that nobody said, nonsense and failures leave the reading by rules."""
    server.behaviour = spoiled
    reader = service._reader
    assert isinstance(reader, ByModel)
    today = datetime.date(2026, 11, 22)
    rules: ByRules = service._rules
    assert reader.read("では、研修は", HISTORY, Filter(), today) == rules.read(
        "では、研修は", HISTORY, Filter(), today
    )
    assert len(server.requests) >= 1


def test_a_plain_question_needs_no_rewriting(service: Service, server: ModelServer) -> None:
    """Without a conversation and with one town the model is asked once: to write."""
    server.behaviour = Behaviour(right)
    service.ask("職員の年齢構成の状況は")
    assert [is_rewriting(request) for request in server.requests] == [False]


def half_right(request: dict[str, Any]) -> str:
    """Two true sentences with a false one between them."""
    found = material(request)[:2]
    said = [(n, faithful(s), s) for n, s in found]
    return claims([said[0], (found[0][0], "八王子市では、" + said[0][1], found[0][1]), *said[1:]])


def test_only_verified_sentences_are_heard(service: Service, server: ModelServer) -> None:
    """They come one by one while the model still writes; what is false never comes."""
    server.behaviour = Behaviour(half_right, trickle_s=0.02)
    heard: list[str] = []
    answer = service.ask("職員の年齢構成の状況は", heard=heard.append)
    assert len(heard) == 2
    assert all(sentence in answer.text for sentence in heard)
    assert not any("八王子" in sentence for sentence in heard)
    assert answer.written == (2, 1)


def pages(service: Service) -> list[str]:
    """What the page shows, each time that more of the answer can be seen."""
    steps = [
        conversation_html(step[0])
        for step in answer_steps(service, "職員の年齢構成の状況は", [], Filter)
        if step
    ]
    return [html for html, before in zip(steps, ["", *steps], strict=False) if html != before]


def test_the_page_grows_sentence_by_sentence(service: Service, server: ModelServer) -> None:
    """Searching, one sentence, two, then the answer with its note of what was withheld."""
    server.behaviour = Behaviour(half_right, trickle_s=0.02)
    steps = pages(service)
    true = [text_html(faithful(s)) for _, s in material(server.requests[0])[:2]]
    assert list(dict.fromkeys(sum(sentence in html for sentence in true) for html in steps)) == [0, 1, 2]
    assert all("一文ずつ会議録と照合しています" in html for html in steps[1:-1] if true[0] in html)
    assert not any("八王子" in html for html in steps)
    assert "記録で裏づけられない1文は表示していません。" in steps[-1]


def test_the_page_says_the_fallback(service: Service, server: ModelServer) -> None:
    """A model that breaks off after a sentence: the quotations take its place, and the page says so."""
    server.behaviour = Behaviour(right, cut_after=8)
    last = pages(service)[-1]
    assert 'class="kc-quote"' in last
    assert "引用で答えています" in last


def test_the_stream_of_the_api(service: Service, server: ModelServer) -> None:
    """`sentence` events are the verified ones in their order; `answer` is the whole."""
    server.behaviour = Behaviour(half_right)
    client = TestClient(create_app(service, page=False))
    text = client.post(
        "/api/ask", json={"question": "職員の年齢構成の状況は"}, headers={"accept": "text/event-stream"}
    ).text
    events = [part.split("\n") for part in text.strip().split("\n\n")]
    assert [event[0] for event in events] == ["event: sentence", "event: sentence", "event: answer"]
    answer = json.loads(events[-1][1].removeprefix("data: "))
    assert all(json.loads(event[1].removeprefix("data: "))["text"] in answer["text"] for event in events[:-1])
