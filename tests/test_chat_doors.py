"""The doors for other programs: tokens, the OpenAI protocol, MCP, streaming, readiness, counts, limits, request ids."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import chat_fake
import pytest
from fastapi.testclient import TestClient

from chat.api.app import create_app
from chat.api.serve import serve
from chat.api.tokens import Tokens
from corpus.errors import SettingsError, StoreError
from corpus.reading import Reach

QUESTION = "備蓄は足りていますか"


@pytest.fixture
def service() -> chat_fake.FakeService:
    return chat_fake.service()


@pytest.fixture
def client(service: chat_fake.FakeService) -> TestClient:
    return TestClient(create_app(service, page=False), raise_server_exceptions=False)


def test_tokens_are_kept_as_hashes_and_revoked_at_once(tmp_path: Path) -> None:
    """The file holds no token, only its owner reads it; a wrong, cut or revoked one is none."""
    tokens = Tokens(tmp_path)
    token = tokens.create("窓口", "read")
    kept = tokens.all()[0]
    assert (kept.name, kept.scope) == ("窓口", "read")
    assert token not in (tmp_path / "tokens.json").read_text("utf-8")
    if os.name == "posix":
        assert (tmp_path / "tokens.json").stat().st_mode & 0o077 == 0
    assert tokens.check(token) == kept
    assert [
        tokens.check(wrong) for wrong in ("", token[:-1], token[:-1] + "!", "kgr_00000000_" + "x" * 43)
    ] == [None] * 4
    assert tokens.revoke(kept.id)
    assert not tokens.revoke(kept.id)
    assert tokens.check(token) is None


def test_the_network_asks_for_a_token(service: chat_fake.FakeService, tmp_path: Path) -> None:
    """Programs by Bearer, browsers by Basic; `read` does not open the page; supervisors need none."""
    tokens = Tokens(tmp_path)
    read, edit = tokens.create("a", "read"), tokens.create("b", "edit")
    client = TestClient(create_app(service, page=False, tokens=tokens), raise_server_exceptions=False)
    ask = {"question": QUESTION}
    refused = client.post("/api/ask", json=ask)
    assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
    assert "kaigiroku token create" in refused.json()["detail"]
    assert client.post("/api/ask", json=ask, headers={"authorization": "Bearer kgr_x"}).status_code == 401
    assert client.post("/api/ask", json=ask, headers={"authorization": f"Bearer {read}"}).status_code == 200
    assert client.get("/healthz").status_code == 200
    assert client.get("/").headers["www-authenticate"].startswith("Basic")
    basic = {key: base64.b64encode(f"u:{key}".encode()).decode() for key in (read, edit)}
    assert client.get("/", headers={"authorization": f"Basic {basic[read]}"}).status_code == 403
    # no page here
    assert client.get("/", headers={"authorization": f"Basic {basic[edit]}"}).status_code == 404
    assert client.get("/", headers={"authorization": "Basic %%%"}).status_code == 401


@pytest.mark.parametrize("lang", ["", "/en"])
def test_who_may_read_opens_the_record(service: chat_fake.FakeService, tmp_path: Path, lang: str) -> None:
    """In both languages, by Basic as a browser does: record, original, reading, list. Nothing that changes anything."""
    tokens = Tokens(tmp_path)
    client = TestClient(create_app(service, tokens=tokens), raise_server_exceptions=False)
    stored = service.items[0]
    service.originals[stored.source.id] = "原本の文".encode()
    basic = base64.b64encode(f"u:{tokens.create('a', 'read')}".encode()).decode()
    headers = {"authorization": f"Basic {basic}"}
    reading = (
        (f"{lang}/record/{stored.exchange.id}", stored.exchange.answers[0].text[:12]),
        (f"{lang}/originals/{stored.source.id}", "原本の文"),
        (f"{lang}/inspect/{stored.source.id}", stored.source.name),
        (f"{lang}/documents.csv", stored.source.name),
    )
    for path, words in reading:
        assert client.get(path).headers["www-authenticate"].startswith("Basic"), path
        opened = client.get(path, headers=headers)
        assert opened.status_code == 200, path
        assert words in opened.text, path
        assert client.post(path, headers=headers).status_code == 403, path
    for path in (
        f"{lang}/",
        f"{lang}/gradio_api/upload",
        f"{lang}/record/x/gradio_api/upload",
        f"{lang}/config",
    ):
        assert client.get(path, headers=headers).status_code == 403, path
        assert client.post(path, headers=headers).status_code == 403, path


def test_another_address_without_a_token_is_refused(service: chat_fake.FakeService, tmp_path: Path) -> None:
    """In one line that names the command, before anything is loaded."""
    with pytest.raises(SettingsError, match=f"kaigiroku --store {tmp_path} token create"):
        serve(service, "0.0.0.0", 0, tokens=Tokens(tmp_path))
    store = ["--store", str(tmp_path)]
    done = _run([*store, "serve", "--host", "0.0.0.0", "--port", "0"])
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)
    assert "トークンが要ります" in done.stderr
    token = _run([*store, "token", "create", "窓口"]).stdout.strip()
    assert Tokens(tmp_path).check(token)
    listed = json.loads(_run([*store, "token", "list", "--json"]).stdout)
    assert _run([*store, "token", "revoke", listed["id"]]).returncode == 0
    assert Tokens(tmp_path).check(token) is None


def _run(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kaigiroku", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=False, cwd=Path(__file__).parent.parent
    )


def test_hostile_words_are_no_markup(client: TestClient) -> None:
    """What a document says makes no link, image or tag in a client that draws Markdown; a script address is no link."""
    body = {"messages": [{"role": "user", "content": "攻撃について"}]}
    text = client.post("/v1/chat/completions", json=body).json()["choices"][0]["message"]["content"]
    assert not re.search(r"(?<!\\)\]\(javascript", text)
    assert "\\<script\\>" in text
    assert not re.search(r"!\[", text)
    assert "/record/" in text


def test_stream(client: TestClient, service: chat_fake.FakeService) -> None:
    """`Accept: text/event-stream` gives the paragraphs, then the whole answer; errors are told in the stream or before it."""
    headers = {"accept": "text/event-stream"}
    response = client.post("/api/ask", json={"question": QUESTION, "id": "7"}, headers=headers)
    assert response.headers["content-type"].startswith("text/event-stream")
    events = [part.split("\n") for part in response.text.strip().split("\n\n")]
    assert events[0][0] == "event: sentence"
    assert "食料は三日分" in json.loads(events[0][1].removeprefix("data: "))["text"]
    answer = json.loads(events[-1][1].removeprefix("data: "))
    assert (events[-1][0], answer["id"], answer["status"]) == ("event: answer", "7", "answered")
    assert client.post("/api/ask", json={}, headers=headers).status_code == 422
    service.failing = StoreError("保管場所を開けません", "kaigiroku doctor を実行してください")
    assert "event: error" in client.post("/api/ask", json={"question": "x"}, headers=headers).text


def test_a_stream_has_one_quotation_an_event(
    client: TestClient, service: chat_fake.FakeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A quotation may run over lines of the record and quote in turn; what stands beside it is an event of its own."""
    text = "「一つ目です。\n続きの「別の話」です。」[1]「二つ目です。」[2]\n— 調布市議会\n\n「三つ目です。」[3]\n— 金沢市議会"
    answer = replace(service.ask(QUESTION), text=text)
    monkeypatch.setattr(service, "ask", lambda *_, **__: answer)
    response = client.post("/api/ask", json={"question": QUESTION}, headers={"accept": "text/event-stream"})
    lines = response.text.splitlines()
    said = [json.loads(b[6:])["text"] for a, b in pairwise(lines) if a == "event: sentence"]
    assert said == [
        "「一つ目です。\n続きの「別の話」です。」[1]",
        "「二つ目です。」[2]",
        "— 調布市議会",
        "「三つ目です。」[3]",
        "— 金沢市議会",
    ]


def test_ready_counts_and_ids(client: TestClient, service: chat_fake.FakeService) -> None:
    """Readiness follows the store; counts have no content and few paths; a plain request id comes back."""
    assert client.get("/readyz").json() == {"status": "ok"}
    answer = client.post("/api/ask", json={"question": QUESTION}, headers={"x-request-id": "abc-1"})
    assert answer.headers["x-request-id"] == "abc-1"
    assert (
        len(client.get("/api/exchanges/zzz", headers={"x-request-id": "<bad>"}).headers["x-request-id"]) == 32
    )
    text = client.get("/metrics").text
    assert 'kaigiroku_requests_total{path="/api/ask",method="POST",status="200"} 1' in text
    assert 'kaigiroku_requests_total{path="/api/exchanges",method="GET",status="404"} 1' in text
    assert 'le="+Inf"' in text
    assert "zzz" not in text
    service.items = []
    assert client.get("/readyz").status_code == 503


def test_a_record_of_statements_alone_is_ready(
    client: TestClient, service: chat_fake.FakeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects: a press conference or a report, which answers, was said not to be loaded."""
    monkeypatch.setattr(service, "reach", lambda: Reach(0, ("調布市",), statements=2))
    assert client.get("/readyz").json() == {"status": "ok"}
    monkeypatch.setattr(service, "reach", lambda: Reach(0, ()))
    told = client.get("/readyz")
    assert told.status_code == 503
    assert told.json()["detail"].startswith("会議録がまだ読み込まれていません。")


def test_rate_limit(service: chat_fake.FakeService) -> None:
    """Beyond the limit 429 with when to come again; the page and supervisors are not limited."""
    client = TestClient(create_app(service, page=False, per_minute=3))
    statuses = [client.get("/api/sources").status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    refused = client.get("/api/sources")
    assert int(refused.headers["retry-after"]) > 0
    assert refused.headers["content-type"] == "application/problem+json"
    assert client.get("/healthz").status_code == 200
