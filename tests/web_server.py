"""A small HTTPS server on this machine for the tests of fetching: its pages are what a test says, its requests are kept."""

from __future__ import annotations

import io
import itertools
import ssl
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from typing import Any

import pytest
import trustme

from corpus.errors import FetchError
from ingest.web import Fetcher, WebLimits
from ingest.web.connection import Door
from ingest.web.guard import Address
from ingest.web.robots import Pace

TOWN = "www.city.aobadai.example"
MINUTES = (
    "令和6年第2回青葉台市議会定例会 会議録\n令和6年6月3日\n\n"
    "◆１番（佐藤花子君）　{0}の毛布は何枚ありますか。お答えください。\n\n"
    "◎総務部長（高橋次郎君）　{0}の毛布は1,250枚あります。\n"
)


@dataclass
class Reply:
    """What a path answers; `write` sends the body itself (slowly, without end …)."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/plain"})
    write: Callable[[BaseHTTPRequestHandler], None] | None = None


@dataclass
class Site:
    """The server: `pages` by path, and the requests (host, path, headers) that came."""

    port: int
    door: Door
    pages: dict[str, Reply] = field(default_factory=dict)
    requests: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str, host: str = TOWN) -> str:
        """The address of a page under one of the names that lead here."""
        return f"https://{host}:{self.port}{path}"

    def asked(self) -> list[str]:
        """Paths in the order in which they were asked for, without robots.txt."""
        return [path for _, path, _ in self.requests if path != "/robots.txt"]


def everything(address: Address) -> str:
    """Refuses nothing: the server under test is on this machine."""
    return ""


def here(host: str, port: int, seconds: float) -> Sequence[Address]:
    """Every name leads to this machine."""
    return [ip_address("127.0.0.1")]


@contextmanager
def running() -> Iterator[Site]:
    """A server with a certificate for every name under `.example`, and a door that trusts it."""
    authority = trustme.CA()
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    names = (TOWN, "other.example", "moved.example")
    authority.issue_cert(*names).configure_cert(serving)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.requests.append((self.headers["Host"], self.path, dict(self.headers)))
            reply = site.pages.get(self.path)
            if reply is None:
                reply = Reply(status=404)
            etag = reply.headers.get("ETag")
            if etag and self.headers.get("If-None-Match") == etag:
                reply = Reply(status=304, headers={"ETag": etag})
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.write is None:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            if reply.write is None:
                self.wfile.write(reply.body)
            else:
                self.close_connection = True
                reply.write(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """Says nothing of a client that breaks off, as one that does not trust the certificate does."""
            if not isinstance(sys.exception(), OSError):
                super().handle_error(request, client_address)

    server = Server(("127.0.0.1", 0), Handler)
    server.socket = serving.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    site = Site(server.server_address[1], Door(here, everything, trusting))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def quick() -> Pace:
    """A pace whose clock is the test's own: nobody waits."""
    now = itertools.count()
    return Pace(clock=lambda: float(next(now)) * 1e-6, sleep=lambda seconds: None)


def fetched(
    site: Site, path: str, limits: WebLimits = WebLimits(), door: Door | None = None
) -> tuple[str, bytes]:
    """(name, bytes) of a page."""
    into = io.BytesIO()
    found = Fetcher(limits, door or site.door, quick()).fetch(site.url(path), into)
    assert found is not None
    return found.name, into.getvalue()


def refused(site: Site, path: str, limits: WebLimits = WebLimits(), door: Door | None = None) -> str:
    """The one line that says why a page was not taken."""
    with pytest.raises(FetchError) as caught:
        fetched(site, path, limits, door)
    assert "\n" not in str(caught.value)
    assert caught.value.hint
    return str(caught.value)
