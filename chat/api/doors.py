"""The doors for other programs, put into the application in one call: /v1, /mcp, streaming, /readyz, /metrics, guards.

The order of the guards from outside: request id and counts, then the token, then the rate limit.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.responses import JSONResponse, PlainTextResponse, StreamingResponse

from chat.api.errors import MEANINGS
from chat.api.examples import EXAMPLES
from chat.api.forms import AskBody
from chat.api.guard import OPEN_PATHS, Metrics, RateLimit, Requests, TokenGuard, header
from chat.api.openai_api import openai_router
from chat.api.tokens import Tokens
from chat.api.web import PROBLEM, UNEXPECTED, App, Receive, Scope, Send, problem
from chat.contract import answer_to_dict
from chat.limits import LARGEST_BODY
from chat.notices import need_minutes
from chat.ports import AnswerService
from chat.types import Answer
from corpus.errors import KaigirokuError, SettingsError

log = logging.getLogger(__name__)

PING_S = 10.0
"""Seconds between comments while an answer is being made: proxies close a connection that is silent for 30–60."""

_PIECE = re.compile(r"(?:^|(?<=\]))…?「(?s:.)*?」…?\[\d+\](?=…?「|$)|[^\n]+", re.MULTILINE)
"""A quotation with its mark, of one or more lines of the record; else a line of the answer."""


_PROBLEMS: dict[int | str, dict[str, Any]] = {
    code: {"description": text, "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/ProblemOut"}}}}
    for code, text in MEANINGS.items()
}


def add_doors(app: FastAPI, service: AnswerService) -> None:
    """Routes for other programs; before any route that catches all of `/api`."""
    app.state.metrics = Metrics()
    app.include_router(_router(service, app.state.metrics))
    app.include_router(openai_router(service))


def add_guards(
    app: FastAPI, tokens: Tokens | None = None, per_minute: int = 0, service: AnswerService | None = None
) -> None:
    """What stands before all routes; called last.

    Args:
        app: with `add_doors` done.
        tokens: asked for where given (a server on the network); None on this machine alone.
        per_minute: requests a caller may make; 0: any number.
        service: where given, `/mcp` is opened if the extra is installed.
    """
    if service is not None:
        _mount_mcp(app, service, tokens is not None)
    app.add_middleware(_AskStream)
    if per_minute:
        app.add_middleware(RateLimit, per_minute=per_minute)
    if tokens is not None:
        app.add_middleware(TokenGuard, tokens=tokens)
    app.add_middleware(Requests, metrics=app.state.metrics)
    _document(app)


def _document(app: FastAPI) -> None:
    """Adds examples, and what the guards may answer, to the description of every path of programs."""
    describe = app.openapi

    def described() -> dict[str, Any]:
        spec = describe()
        for path, operations in spec.get("paths", {}).items():
            codes = (401, 403, 429) if path.startswith(("/api/", "/v1/")) else (401,)
            for method, operation in operations.items():
                for form in operation["responses"]["200"].get("content", {}).values():
                    if example := EXAMPLES.get(f"{method.upper()} {path}"):
                        form["example"] = example
                for code in () if path in OPEN_PATHS else codes:
                    operation["responses"].setdefault(str(code), _PROBLEMS[code])
        return spec

    app.openapi = described  # type: ignore[method-assign]  # FastAPI's documented way to extend it


def _mount_mcp(app: FastAPI, service: AnswerService, anywhere: bool) -> None:
    """Streamable HTTP at `/mcp`, started and stopped with the application; nothing without the extra."""
    from chat.api.mcp_server import http_app

    try:
        mcp_app, manager = http_app(service, anywhere)
    except SettingsError:
        return
    app.router.routes.insert(0, mcp_app)
    before = app.router.lifespan_context

    @asynccontextmanager
    async def lifespan(running: FastAPI) -> AsyncIterator[Any]:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(manager.run())
            yield await stack.enter_async_context(before(running))

    app.router.lifespan_context = lifespan


class _AskStream:
    """`POST /api/ask` with `Accept: text/event-stream` is answered by the streaming route."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (
            scope["type"] == "http"
            and scope["path"] == "/api/ask"
            and "text/event-stream" in header(scope, b"accept")
        ):
            scope = {**scope, "path": "/api/ask/stream", "raw_path": b"/api/ask/stream"}
        await self.app(scope, receive, send)


def _router(service: AnswerService, metrics: Metrics) -> APIRouter:
    router = APIRouter(max_body_size=LARGEST_BODY)

    @router.post(
        "/api/ask/stream",
        summary="質問する（文ごとに受け取る）",
        response_class=StreamingResponse,
        responses={
            200: {"content": {"text/event-stream": {}}, "description": "sentence、answer の順の SSE"},
            **{code: _PROBLEMS[code] for code in (400, 413, 422)},
        },
    )
    async def stream(body: AskBody) -> StreamingResponse:
        """照合の済んだ引用（見つからないときは段落）を `sentence` で順に、最後に `/api/ask` と同じ形の回答を `answer` で送ります。言語モデルを使うときは一文ごとに届き、
        差し控えた文が多ければ `answer` は引用だけの回答に替わります。表示には最後の `answer` を使ってください。"""
        return _streamed(service, body)

    @router.get("/readyz", summary="質問に答えられるか", responses={503: {"description": "まだ答えられない"}})
    def readyz() -> JSONResponse:
        """会議録があり、索引を使えるときに ok を返します。"""
        try:
            need_minutes(service.reach())
            service.search("質問", k=1)  # opens the index
        except KaigirokuError as error:
            return JSONResponse(problem(503, str(error)), status_code=503, media_type=PROBLEM)
        return JSONResponse({"status": "ok"})

    @router.get("/metrics", summary="Prometheus の計測値", response_class=PlainTextResponse)
    def measured() -> PlainTextResponse:
        """件数と応答時間です。質問の内容は含みません。"""
        return PlainTextResponse(metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")

    return router


def _streamed(service: AnswerService, body: AskBody) -> StreamingResponse:
    """The events of one answer, which a thread of its own makes. Raises SettingsError for a day or a filter that makes no sense."""
    beside = body.beside()
    loop = asyncio.get_running_loop()
    news: asyncio.Queue[str | None] = asyncio.Queue()

    def heard(sentence: str | None) -> None:
        loop.call_soon_threadsafe(news.put_nowait, sentence)

    def asked() -> Answer:
        try:
            return service.ask(body.question, *beside, heard=heard)
        finally:
            heard(None)

    work = asyncio.create_task(asyncio.to_thread(asked))
    return StreamingResponse(
        _events(work, news, body.id),
        media_type="text/event-stream",
        headers={"cache-control": "no-store"},
    )


async def _events(work: asyncio.Task[Answer], news: asyncio.Queue[str | None], id: str) -> AsyncIterator[str]:
    """Sentences as they are verified, comments while nothing comes, then the answer; its quotations where nothing was heard."""
    streamed = False
    while True:
        try:
            sentence = await asyncio.wait_for(news.get(), PING_S)
        except TimeoutError:
            yield ": まだ調べています\n\n"
            continue
        if sentence is None:
            break
        streamed = True
        yield event("sentence", {"text": sentence})
    try:
        answer = await work
    except KaigirokuError as error:
        yield event("error", problem(503, str(error)))
        return
    except Exception:
        log.exception("unexpected error while streaming an answer")
        yield event("error", problem(500, UNEXPECTED))
        return
    for part in () if streamed else _PIECE.findall(answer.text):
        yield event("sentence", {"text": part})
    yield event("answer", answer_to_dict(answer, id))


def event(name: str, data: dict[str, Any]) -> str:
    """One server-sent event with JSON data on one line."""
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
