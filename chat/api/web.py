"""What every HTTP response goes through: security headers, and for the page its own document head.

Pure ASGI, so that streamed answers are not held back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, MutableMapping
from http import HTTPStatus
from typing import Any

from chat.words import Language, speaking, t

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

CONTENT_POLICY = "; ".join(
    (
        "default-src 'self'",
        # Gradio compiles its templates in the browser, and its page has scripts and styles in the document.
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
"""Closed networks: the browser itself refuses any request to another host, whatever a library would like to fetch."""

HEADERS = (
    (b"content-security-policy", CONTENT_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
)

PROBLEM = "application/problem+json"

UNEXPECTED = "処理の途中で問題が起きました。続くときは、起動した画面に出た記録を管理者にお伝えください。"

TOO_LARGE = "送られた内容が大きすぎます。質問と履歴を短くしてください。"


OPENAI = "/v1/"
"""Where clients of the OpenAI protocol ask."""


def problem(status: int, detail: str, path: str = "", **more: Any) -> dict[str, Any]:
    """The body of an error as RFC 9457 describes it; `type` is about:blank, the status says what kind it is.

    Below `OPENAI` the reason stands a second time, in the member `error`: the only place where such clients look for it.
    """
    if path.startswith(OPENAI):
        kind = "invalid_request_error" if status < 500 else "server_error"
        more["error"] = {"message": detail, "type": kind, "code": None}
    title = HTTPStatus(status).phrase
    return {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}


class SecurityHeaders:
    """Adds `HEADERS` to every response."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                have = {name.lower() for name, _ in message.get("headers", ())}
                message["headers"] = [
                    *message.get("headers", ()),
                    *(pair for pair in HEADERS if pair[0] not in have),
                ]
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


class ProblemBodies:
    """Gives refusals of the framework that come as plain text (413 by the declared length) the API's form of errors."""

    def __init__(self, app: App, prefixes: tuple[str, ...] = ("/api/", OPENAI)) -> None:
        self.app, self.prefixes = app, prefixes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(self.prefixes):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        refused = _instead(
            send,
            lambda status, kind: status >= 400 and kind.startswith(b"text/plain"),
            lambda status: (PROBLEM, _plain_problem(status, path)),
        )
        await self.app(scope, receive, refused)


class MissingPage:
    """Gives who follows a wrong address in a browser a page that says so, where the framework answers as to a program."""

    def __init__(self, app: App, page: Callable[[str], str]) -> None:
        """`page` makes it, for the address of the page around (`/`, `/en/`)."""
        self.app, self.page = app, page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and b"text/html" in dict(scope["headers"]).get(b"accept", b""):
            root = scope.get("root_path", "")
            home = f"{root}/en/" if scope["path"].startswith(f"{root}/en/") else f"{root}/"
            send = _instead(
                send,
                lambda status, kind: status == 404 and kind.startswith(b"application/json"),
                lambda _: ("text/html; charset=utf-8", self.page(home).encode()),
            )
        await self.app(scope, receive, send)


def _instead(
    send: Send, wanted: Callable[[int, bytes], bool], other: Callable[[int], tuple[str, bytes]]
) -> Send:
    """`send`, that gives another (kind, body) where status and kind of an answer are `wanted`."""
    replaced = False

    async def sending(message: Message) -> None:
        nonlocal replaced
        if message["type"] == "http.response.start":
            kind = dict(message["headers"]).get(b"content-type", b"")
            replaced = wanted(message["status"], kind)
            if replaced:
                kept, body = other(message["status"])
                headers = [(b"content-type", kept.encode()), (b"content-length", str(len(body)).encode())]
                await send({**message, "headers": headers})
                await send({"type": "http.response.body", "body": body})
        if not replaced:
            await send(message)

    return sending


def _plain_problem(status: int, path: str) -> bytes:
    detail = TOO_LARGE if status == 413 else "受け付けられませんでした。"
    return json.dumps(problem(status, detail, path), ensure_ascii=False).encode()


def page_head(html: str, script: str = "", lang: Language = "ja") -> str:
    """Gradio's document with its language, `script` before its own, and without its preview tags that name other sites."""
    html = re.sub(r'<html\s+lang="[^"]*"', f'<html lang="{lang}"', html, count=1)
    html = re.sub(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>', "", html)
    html = html.replace('<link rel="manifest" href="/manifest.json" />', "")
    html = html.replace('<meta charset="utf-8" />', f'<meta charset="utf-8" /><script>{script}</script>', 1)
    with speaking(lang):
        said = t("会議録チャットを使うには、ブラウザーの JavaScript を有効にしてください。")
    body = f'<noscript><p style="padding:1em">{said}</p></noscript>'
    return re.sub(r"(<body[^>]*>)", lambda match: match.group(1) + body, html, count=1)


class PageHead:
    """Passes the page's own document (GET of `path`) through `page_head`; everything else goes by untouched."""

    def __init__(self, app: App, script: str, path: str = "/", lang: Language = "ja") -> None:
        self.app, self.script, self.path, self.lang = app, script, path, lang

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != self.path or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]}
        start: Message = {}
        body = b""

        async def gather(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            if message["type"] != "http.response.body":
                await send(message)
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            kind = dict(start["headers"]).get(b"content-type", b"")
            changed = (
                page_head(body.decode("utf-8"), self.script, self.lang).encode()
                if kind.startswith(b"text/html")
                else body
            )
            headers = [pair for pair in start["headers"] if pair[0] != b"content-length"]
            await send({**start, "headers": [*headers, (b"content-length", str(len(changed)).encode())]})
            await send({"type": "http.response.body", "body": changed})

        await self.app(scope, receive, gather)
