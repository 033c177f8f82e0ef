"""What stands before the application: request ids, counts for Prometheus, rate limit, tokens. Pure ASGI.

Tokens are asked for only where the server listens on the network. A program sends `Authorization: Bearer TOKEN`; a browser
asks for name and password (HTTP Basic), the password is the token.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import threading
import time
import uuid
from collections import defaultdict

from chat.api.tokens import Token, Tokens
from chat.api.web import PROBLEM, App, Message, Receive, Scope, Send, problem

OPEN_PATHS = ("/healthz", "/readyz")
"""Answered without a token: what supervisors poll. They tell no content of the record."""

PROGRAM_PATHS = ("/api/", "/v1/", "/mcp", "/metrics", "/openapi.json", "/healthz", "/readyz")
"""For programs: asking, searching and opening."""

_READING = re.compile(
    r"/docs(?:-assets)?(?:/.*)?|(?:/en)?/(?:(?:record|originals|inspect)/[^/]+|documents\.(?:csv|xlsx)|api/sources/[^/]+/inspection)"
)
"""What people open to read: the record at its address, its original, how a document was read, the list, in both languages.
Everything else is the page, which also adds and removes documents."""

_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_BUCKETS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Upper bounds in seconds of the duration histogram: an answer without a model takes some 0.05 s, with one up to 30."""


class Metrics:
    """Counts of requests by kind of path, method and status; in the Prometheus text form."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: dict[tuple[str, str, int], int] = defaultdict(int)
        self._durations: dict[str, list[float]] = {}

    def count(self, path: str, method: str, status: int, seconds: float) -> None:
        """Adds one request."""
        kind = _kind(path)
        with self._lock:
            self._requests[kind, method, status] += 1
            row = self._durations.setdefault(kind, [0.0] * (len(_BUCKETS) + 2))
            row[0] += seconds
            row[1] += 1
            for i, limit in enumerate(_BUCKETS):
                row[i + 2] += seconds <= limit

    def text(self) -> str:
        """The exposition (version 0.0.4)."""
        name = "kaigiroku_request_duration_seconds"
        out = [
            "# HELP kaigiroku_requests_total Requests answered.",
            "# TYPE kaigiroku_requests_total counter",
        ]
        with self._lock:
            for (kind, method, status), n in sorted(self._requests.items()):
                out.append(
                    f'kaigiroku_requests_total{{path="{kind}",method="{method}",status="{status}"}} {n}'
                )
            out += [f"# HELP {name} Time to the end of the answer.", f"# TYPE {name} histogram"]
            for kind, row in sorted(self._durations.items()):
                for limit, reached in zip(_BUCKETS, row[2:], strict=True):
                    out.append(f'{name}_bucket{{path="{kind}",le="{limit}"}} {int(reached)}')
                out.append(f'{name}_bucket{{path="{kind}",le="+Inf"}} {int(row[1])}')
                out.append(f'{name}_sum{{path="{kind}"}} {row[0]:.6f}')
                out.append(f'{name}_count{{path="{kind}"}} {int(row[1])}')
        return "\n".join(out) + "\n"


def _kind(path: str) -> str:
    """The path without what varies, so that nobody can make series without end."""
    known = (
        "/api/ask",
        "/api/search",
        "/api/sources",
        "/api/exchanges",
        "/v1/models",
        "/v1/chat/completions",
    )
    found = next((k for k in known if path == k or path.startswith(k + "/")), "")
    if found:
        return found
    return next(
        (k for k in ("/api", "/v1", "/mcp", "/healthz", "/readyz", "/metrics") if path.startswith(k)), "/"
    )


class Requests:
    """Gives every answer an `x-request-id` (the caller's own where it is a plain one) and counts it."""

    def __init__(self, app: App, metrics: Metrics) -> None:
        self.app, self.metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = header(scope, b"x-request-id")
        id = given if _ID.fullmatch(given) else uuid.uuid4().hex
        start, status = time.perf_counter(), 500

        async def with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (b"x-request-id", id.encode())]
            await send(message)

        try:
            await self.app(scope, receive, with_id)
        finally:
            self.metrics.count(scope["path"], scope["method"], status, time.perf_counter() - start)


MOST_CALLERS = 10_000
"""Callers that are remembered before those long gone are forgotten."""


class RateLimit:
    """A bucket of `per_minute` requests for each caller (token or address); programs' paths only."""

    def __init__(self, app: App, per_minute: int) -> None:
        self.app, self._rate = app, per_minute
        self._buckets: dict[str, tuple[float, float]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        limited = scope["type"] == "http" and self._rate > 0
        if limited and scope["path"].startswith(("/api/", "/v1/", "/mcp")) and not self._take(_caller(scope)):
            detail = f"1分あたり{self._rate}回までです。少し待ってから、もう一度送ってください。"
            await refuse(scope, send, 429, detail, [(b"retry-after", str(60 // self._rate + 1).encode())])
            return
        await self.app(scope, receive, send)

    def _take(self, caller: str) -> bool:
        now = time.monotonic()
        if len(self._buckets) > MOST_CALLERS:
            # Who has not called for a minute has a full bucket again, as a new caller has.
            self._buckets = {k: v for k, v in self._buckets.items() if now - v[1] < 60}
        left, then = self._buckets.get(caller, (float(self._rate), now))
        left = min(float(self._rate), left + (now - then) * self._rate / 60)
        self._buckets[caller] = (left - 1 if left >= 1 else left, now)
        return left >= 1


class TokenGuard:
    """Lets in who shows a token of the scope that the path needs."""

    def __init__(self, app: App, tokens: Tokens) -> None:
        self.app, self._tokens = app, tokens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or scope["path"] in OPEN_PATHS:
            await self.app(scope, receive, send)
            return
        token = self._shown(scope)
        program = scope["path"].startswith(PROGRAM_PATHS)
        if token is not None and (program or _reads(scope) or token.scope == "edit"):
            scope["kaigiroku.caller"] = token.id
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        elif token is not None:
            await refuse(
                scope,
                send,
                403,
                "このトークンでは原文を開けますが、画面は使えません。kaigiroku token create --scope edit で作ったものが要ります。",
            )
        else:
            kind = b"Bearer" if program else b'Basic realm="kaigiroku", charset="UTF-8"'
            detail = "トークンが要ります。管理者が kaigiroku token create で作ったものを Authorization: Bearer で送ってください（画面ではパスワードの欄に入れます）。"
            await refuse(scope, send, 401, detail, [(b"www-authenticate", kind)])

    def _shown(self, scope: Scope) -> Token | None:
        kind, _, value = header(scope, b"authorization").partition(" ")
        if kind.lower() == "bearer":
            return self._tokens.check(value.strip())
        if kind.lower() == "basic":
            try:
                _, _, password = base64.b64decode(value, validate=True).decode().partition(":")
            except (binascii.Error, UnicodeDecodeError, ValueError):
                return None
            return self._tokens.check(password)
        return None


def _reads(scope: Scope) -> bool:
    """Whether a request only opens what stands in the record."""
    return scope.get("method") in ("GET", "HEAD") and _READING.fullmatch(scope["path"]) is not None


def header(scope: Scope, name: bytes) -> str:
    """The value of a request's header, named in small letters; empty where there is none."""
    return next((v.decode("latin-1") for k, v in scope.get("headers", ()) if k == name), "")


def _caller(scope: Scope) -> str:
    client = scope.get("client")
    return str(scope.get("kaigiroku.caller") or (client[0] if client else ""))


async def refuse(
    scope: Scope, send: Send, status: int, detail: str, headers: list[tuple[bytes, bytes]] | None = None
) -> None:
    """Answers with a problem (RFC 9457) in place of the application."""
    body = json.dumps(problem(status, detail, scope["path"]), ensure_ascii=False).encode()
    own = [(b"content-type", PROBLEM.encode()), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": [*own, *(headers or [])]})
    await send({"type": "http.response.body", "body": body})
