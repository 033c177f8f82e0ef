"""A real HTTP server of our own that speaks the chat completions protocol, well or badly, as a test asks.

`Behaviour` says what it does with a request; what it was sent stands in `requests`.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[[dict[str, Any]], str]
"""From the request's body to the text of the model's reply."""


@dataclass
class Behaviour:
    """`reply` makes the text; the rest spoils it."""

    reply: Reply = lambda request: '{"sentences": []}'
    status: int = 200
    delay_s: float = 0.0
    """Before the first byte."""
    trickle_s: float = 0.0
    """Between two pieces."""
    cut_after: int | None = None
    """Pieces after which the connection is closed."""
    no_schema: bool = False
    """Refuses a request that asks for a JSON schema, as older servers do."""
    raw: bytes | None = None
    """Sent instead of the protocol."""


@dataclass
class ModelServer:
    """A running server."""

    url: str
    behaviour: Behaviour
    requests: list[dict[str, Any]] = field(default_factory=list)


@contextmanager
def model_server() -> Iterator[ModelServer]:
    """A server on a free port of this machine until the end of the block."""
    state = ModelServer("", Behaviour())

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            state.requests.append(body)
            self.close_connection = True
            with suppress(BrokenPipeError, ConnectionResetError):
                _respond(self, body, state.behaviour)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()


def _respond(handler: BaseHTTPRequestHandler, body: dict[str, Any], how: Behaviour) -> None:
    time.sleep(how.delay_s)
    if how.raw is not None:
        handler.wfile.write(how.raw)
        return
    if how.status != 200 or (how.no_schema and "response_format" in body):
        _whole(handler, how.status if how.status != 200 else 400, {"error": {"message": "no"}})
        return
    text = how.reply(body)
    assert body["stream"] is True
    handler.send_response(200)
    handler.send_header("content-type", "text/event-stream")
    handler.send_header("connection", "close")
    handler.end_headers()
    pieces = [text[i : i + 40] for i in range(0, len(text), 40)]
    for i, piece in enumerate(pieces):
        if how.cut_after is not None and i >= how.cut_after:
            return
        _event(handler, piece, None)
        time.sleep(how.trickle_s)
    _event(handler, "", "stop")
    handler.wfile.write(b"data: [DONE]\n\n")


def _event(handler: BaseHTTPRequestHandler, piece: str, finish: str | None) -> None:
    choice = {"index": 0, "delta": {"content": piece}, "finish_reason": finish}
    event = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [choice]}
    handler.wfile.write(f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode())
    handler.wfile.flush()


def _whole(handler: BaseHTTPRequestHandler, status: int, body: dict[str, Any]) -> None:
    data = json.dumps(body).encode()
    handler.send_response(status)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", str(len(data)))
    # Else the client asks again on a connection that is being closed.
    handler.send_header("connection", "close")
    handler.end_headers()
    handler.wfile.write(data)
