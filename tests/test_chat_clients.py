"""Other programs' own clients against a running server: the official OpenAI client, the MCP SDK over HTTP and stdio."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import chat_fake
import pytest
from fastapi.testclient import TestClient

from chat.api.app import create_app
from corpus.errors import SettingsError

QUESTION = "備蓄は足りていますか"


@pytest.fixture
def service() -> chat_fake.FakeService:
    return chat_fake.service()


@pytest.fixture
def address(service: chat_fake.FakeService) -> Iterator[str]:
    """A running server on a free port."""
    import uvicorn

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(create_app(service, page=False), log_level="critical", lifespan="on")
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


def test_openai_client(address: str) -> None:
    """The official client lists the model and gets an answer, whole and streamed, with links and citations."""
    openai = pytest.importorskip("openai")
    client = openai.OpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0)
    assert [model.id for model in client.models.list()] == ["kaigiroku"]
    messages = [{"role": "system", "content": "x"}, {"role": "user", "content": QUESTION}]
    whole = client.chat.completions.create(model="kaigiroku", messages=messages, temperature=0.3)
    text = whole.choices[0].message.content
    assert "「食料は三日分を備えています。」[\\[1\\]](https://minutes.example/a)" in text
    assert whole.citations[0]["quote"] == "食料は三日分を備えています。"
    chunks = list(client.chat.completions.create(model="kaigiroku", messages=messages, stream=True))
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks) == text
    assert chunks[-1].choices[0].finish_reason == "stop"
    with pytest.raises(openai.BadRequestError, match="質問を書いてください"):
        client.chat.completions.create(model="kaigiroku", messages=[{"role": "system", "content": "x"}])
    with pytest.raises(
        openai.UnprocessableEntityError, match=r"形が正しくありません（body\.messages: 1個以上"
    ):
        client.chat.completions.create(model="kaigiroku", messages=[])
    with pytest.raises(openai.BadRequestError, match="「since」の「昨日」は日付として読めません"):
        client.chat.completions.create(
            model="kaigiroku", messages=messages, extra_body={"filters": {"since": "昨日"}}
        )


def test_mcp_over_http(address: str) -> None:
    """The SDK's client over streamable HTTP: read-only tools, results with quotation, source and link."""
    mcp = pytest.importorskip("mcp")

    async def talk() -> None:
        async with mcp.Client(f"{address}/mcp") as client:
            tools = (await client.list_tools()).tools
            assert {tool.name for tool in tools} == {
                "ask",
                "search",
                "open_exchange",
                "list_towns",
                "list_meetings",
                "compare",
                "commitments",
            }
            assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools)
            answer = await _call(client, "ask", {"question": QUESTION, "town": ["調布市"]})
            assert answer["citations"][0]["quote"] == "食料は三日分を備えています。"
            assert answer["citations"][0]["link"] == "https://minutes.example/a"
            hits = (await _call(client, "search", {"query": "備蓄", "k": 1}))["hits"]
            opened = await _call(client, "open_exchange", {"exchange_id": hits[0]["exchange_id"]})
            assert opened["answer"]["text"] == hits[0]["answer_text"]
            assert (await _call(client, "list_towns", {}))["towns"] == ["調布市", "金沢市"]
            meetings = (await _call(client, "list_meetings", {"town": "金沢市"}))["meetings"]
            assert {meeting["municipality"] for meeting in meetings} == {"金沢市"}
            wrong = await client.call_tool("open_exchange", {"exchange_id": "none"})
            assert wrong.is_error
            assert (
                "質疑 none はありません（search か ask の exchange_id を使ってください）"
                in wrong.content[0].text
            )

    asyncio.run(talk())


async def _call(client: Any, tool: str, arguments: dict[str, Any]) -> dict[str, Any]:
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    found: dict[str, Any] = json.loads(result.content[0].text)
    return found


def test_mcp_over_stdio(sample_store: Path) -> None:
    """`kaigiroku mcp` as an assistant starts it, with the real record and its commitments."""
    mcp = pytest.importorskip("mcp")
    parameters = mcp.StdioServerParameters(
        command=sys.executable,
        args=["-m", "kaigiroku", "--store", str(sample_store), "mcp"],
        cwd=str(Path(__file__).parent.parent),
    )

    async def talk() -> None:
        async with mcp.Client(parameters) as client:
            towns = (await _call(client, "list_towns", {}))["towns"]
            assert len(towns) == 5
            answer = await _call(client, "ask", {"question": "職員の年齢構成の状況は"})
            assert answer["status"] == "answered"
            promise = (await _call(client, "commitments", {"limit": 2}))["commitments"][0]
            assert promise["quote"]
            assert promise["link"].endswith(f"/record/{promise['exchange_id']}")
            compared = await _call(
                client, "compare", {"question": "テレワークの状況は", "town": ["金沢市", "八千代市"]}
            )
            assert [each["town"] for each in compared["towns"]] == ["金沢市", "八千代市"]
            cited = [c for each in compared["towns"] for c in each.get("answer", {}).get("citations", ())]
            assert cited
            assert all(c["quote"] and c["source"] and c["link"].startswith("http") for c in cited)

    asyncio.run(talk())


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, service: chat_fake.FakeService) -> None:
    """Without `mcp` everything else works, and the command says what to install."""
    from chat.api.mcp_server import build

    monkeypatch.setitem(sys.modules, "mcp", None)
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    with pytest.raises(SettingsError, match=r"kaigiroku-chat\[mcp\]"):
        build(service)
    assert TestClient(create_app(service, page=False)).get("/healthz").status_code == 200
