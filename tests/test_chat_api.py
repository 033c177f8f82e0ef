"""The HTTP API: the promised forms, errors as problem details, limits, and pages that ask nothing of other hosts."""

from __future__ import annotations

import re
import socket
from typing import Any

import chat_fake
import pytest
from fastapi.testclient import TestClient

from chat.api.app import create_app
from chat.api.serve import bind
from chat.api.web import page_head
from chat.limits import LARGEST_BODY
from corpus.errors import SettingsError, StoreError
from retriever.types import Filter


@pytest.fixture
def service() -> chat_fake.FakeService:
    return chat_fake.service()


@pytest.fixture
def client(service: chat_fake.FakeService) -> TestClient:
    return TestClient(create_app(service, page=False), raise_server_exceptions=False)


def _problem(response: Any, status: int) -> dict[str, Any]:
    """The body of an error, checked for the form of RFC 9457."""
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert (body["type"], body["status"]) == ("about:blank", status)
    assert body["title"]
    return body


def test_ask(client: TestClient, service: chat_fake.FakeService) -> None:
    """A question with history and filters reaches the service; the answer has the form of the contract."""
    body = {
        "id": "7",
        "question": "備蓄は",
        "history": [{"role": "user", "content": "前の質問"}],
        "filters": {"town": ["調布市"], "since": "2024-01-01"},
        "today": "2026-11-22",
    }
    answer = client.post("/api/ask", json=body).json()
    assert (answer["id"], answer["status"]) == ("7", "answered")
    assert answer["citations"][0]["quote"] == "食料は三日分を備えています。"
    assert answer["citations"][0]["speaker"] == {"name": "", "office": "行政経営部長"}
    assert answer["filters"]["town"] == ["調布市"]
    question, history, filters = service.asked[0]
    assert (question, history[0].content, filters) == (
        "備蓄は",
        "前の質問",
        Filter(("調布市",), since="2024-01-01"),
    )


def test_no_evidence_is_an_answer(client: TestClient) -> None:
    """That the record holds nothing is no error."""
    response = client.post("/api/ask", json={"question": "プールは"})
    assert (response.status_code, response.json()["status"], response.json()["citations"]) == (
        200,
        "no_evidence",
        [],
    )


@pytest.mark.parametrize("body", ['{"question": "備蓄は"}'.encode("cp932"), b"[" * 100_000])
def test_a_body_that_is_no_text_is_told_in_japanese(client: TestClient, body: bytes) -> None:
    """Shift_JIS from a command line, and brackets without end."""
    response = client.post("/api/ask", content=body, headers={"Content-Type": "application/json"})
    assert "JSON を UTF-8 の文字で" in _problem(response, 400)["detail"]


def test_search_sources_exchange(client: TestClient, service: chat_fake.FakeService) -> None:
    """The three ways to read, with filters as parameters that may repeat."""
    found = client.get(
        "/api/search", params={"q": "備蓄", "k": 1, "town": ["調布市", "金沢市"], "side": "executive"}
    ).json()
    assert [hit["exchange_id"] for hit in found["hits"]] == ["a.pdf-備蓄"]
    assert service.asked[0][2] == Filter(("調布市", "金沢市"), side="executive")
    assert [source["name"] for source in client.get("/api/sources").json()["sources"]][:2] == [
        "a.pdf",
        "b.xlsx",
    ]
    exchange = client.get("/api/exchanges/a.pdf-備蓄").json()
    assert exchange["question"] == {
        "text": "避難所の備蓄は足りているか。",
        "speakers": [{"name": "森川", "office": "議員"}],
        "page": 4,
    }
    assert client.get("/healthz").json() == {"status": "ok", "exchanges": 4, "towns": 2}


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ({}, 422, "body.question: 必要な項目です"),
        ({"question": ""}, 422, "body.question: 1字以上"),
        ({"question": "x" * 2_001}, 422, "body.question: 2000字まで"),
        ({"question": "x", "filters": {"twon": ["x"]}}, 422, "body.filters.twon: 使えない項目"),
        ({"question": "x", "unknown": 1}, 422, "body.unknown: 使えない項目"),
        ([], 422, "body: JSON のオブジェクト（{…}）を Content-Type: application/json で送って"),
        ({"question": 5}, 422, "body.question: 文字列に"),
        ({"question": "x", "history": 5}, 422, "body.history: 並び（[…]）に"),
        ({"question": "x", "history": [{"role": "me", "content": ""}]}, 422, "user、assistant のどれかに"),
        ({"question": "x", "filters": {"since": "令和6年"}}, 400, "since"),
        ({"question": "x", "today": "tomorrow"}, 400, "today"),
    ],
)
def test_wrong_requests_are_problems(client: TestClient, body: Any, status: int, said: str) -> None:
    """Each says in Japanese what is wrong."""
    detail = _problem(client.post("/api/ask", json=body), status)["detail"]
    assert re.search("[ぁ-ん]", detail)
    assert said in detail


def test_unknown_things_are_problems(client: TestClient) -> None:
    """Unknown exchange, unknown path, wrong method, broken JSON, half of a surrogate pair."""
    assert "この番号の質疑はありません" in _problem(client.get("/api/exchanges/none"), 404)["detail"]
    _problem(client.get("/api/nothing"), 404)
    _problem(client.get("/api/search"), 422)
    _problem(client.get("/api/search", params={"q": "x", "k": 1000}), 422)
    assert "query.k: 整数に" in client.get("/api/search", params={"q": "x", "k": "二"}).json()["detail"]
    assert "query.open: true か false に" in client.get("/api/commitments?open=maybe").json()["detail"]
    json = {"content-type": "application/json"}
    _problem(client.post("/api/ask", content=b"{", headers=json), 422)
    half = client.post("/api/ask", content=rb'{"question": "\ud800"}', headers=json)
    assert "body.question: 文字として読めません" in _problem(half, 422)["detail"]


def test_too_large_is_refused_before_it_is_read(client: TestClient) -> None:
    """By its declared length, and while it arrives where none is declared."""
    _problem(client.post("/api/ask", content=b"x" * (LARGEST_BODY + 1)), 413)
    _problem(client.post("/api/ask", content=(b"x" * 4096 for _ in range(LARGEST_BODY // 4096 + 2))), 413)


def test_failures_tell_no_secrets(client: TestClient, service: chat_fake.FakeService) -> None:
    """An unusable store is said with what to do; anything unexpected in general words only."""
    service.failing = StoreError("保管場所を開けません", "kaigiroku doctor を実行してください")
    assert "kaigiroku doctor" in _problem(client.post("/api/ask", json={"question": "x"}), 503)["detail"]
    service.failing = RuntimeError("/secret/path")
    assert "secret" not in str(_problem(client.post("/api/ask", json={"question": "x"}), 500))


def test_documentation_is_complete_and_local(client: TestClient) -> None:
    """/docs loads its parts from this machine; the description has an example for asking."""
    html = client.get("/docs").text
    assert not re.findall(r'(?:src|href)="https?://[^"]*"', html)
    for path in re.findall(r'(?:src|href)="([^"]+)"', html):
        assert client.get(path).status_code == 200
    spec = client.get("/openapi.json").json()
    assert {
        "/api/ask",
        "/api/search",
        "/api/sources",
        "/api/exchanges/{exchange_id}",
        "/healthz",
        "/api/compare",
        "/api/brief",
        "/api/check",
    } <= set(spec["paths"])
    assert spec["components"]["schemas"]["AskBody"]["examples"]
    assert "outside" not in client.get("/docs").headers["content-security-policy"]


def test_page_document_is_japanese_and_names_no_other_site(service: chat_fake.FakeService) -> None:
    """`lang=ja` stands in the document itself; no analytics, no developer pages; security headers everywhere."""
    with TestClient(create_app(service)) as client:
        response = client.get("/")
        assert '<html lang="ja"' in response.text
        assert '<meta property="og:' not in response.text
        assert '"analytics_enabled":true' not in response.text.replace(" ", "")
        assert "default-src 'self'" in response.headers["content-security-policy"]
        assert client.get("/gradio_api/info").json() == {"named_endpoints": {}, "unnamed_endpoints": {}}
        assert client.get("/api/nothing").status_code == 404
        too_large = client.post("/gradio_api/upload", files={"files": ("a.txt", b"x")})
        assert too_large.status_code == 200


def test_a_wrong_address_is_told_to_people_in_words(service: chat_fake.FakeService) -> None:
    """Protects: `{"detail":"Not Found"}` stood in the browser, also at /en; programs get what they got."""
    client = TestClient(create_app(service), follow_redirects=False)
    browser = {"accept": "text/html,*/*"}
    wrong = client.get("/recrd/1", headers=browser)
    assert wrong.status_code == 404
    assert "このアドレスのページはありません。" in wrong.text
    assert '<base href="/">' in wrong.text
    english = client.get("/en/recrd/1", headers=browser)
    assert 'lang="en"' in english.text
    assert '<base href="/en/">' in english.text
    assert client.get("/en", headers=browser).headers["location"] == "en/"
    assert client.get("/recrd/1").json() == {"detail": "Not Found"}
    assert client.get("/api/recrd", headers=browser).json()["title"] == "Not Found"


def test_page_head_leaves_other_documents_alone() -> None:
    """Nothing to replace, nothing replaced."""
    assert page_head("<p>x</p>") == "<p>x</p>"


def test_busy_port_says_what_to_do() -> None:
    """One line with the port and another to try."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(
            SettingsError, match=rf"ポート {port} は別のプログラムが使っています.*--port {port + 1}"
        ):
            bind("127.0.0.1", port)
    with pytest.raises(SettingsError, match="--host"):
        bind("no such host.invalid", 0)
