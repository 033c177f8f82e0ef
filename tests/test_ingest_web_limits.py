"""Fetching ends: after the size and the time that are allowed, whatever the server does."""

from __future__ import annotations

import gzip
import io
import socket
import time
from http.server import BaseHTTPRequestHandler

import pytest
from web_server import TOWN, Reply, Site, fetched, quick, refused

from corpus.errors import FetchError
from ingest.web import Fetcher, WebLimits


def test_size_is_limited_as_stated_as_sent_and_as_unpacked(site: Site) -> None:
    """A stated length, an endless body, and 60 MiB of zeros packed into 60 kB."""
    limits = WebLimits(max_bytes=1 << 20)
    site.pages["/stated.txt"] = Reply(bytes(2 << 20))
    site.pages["/endless.txt"] = Reply(write=lambda handler: _pour(handler, 64))
    bomb = gzip.compress(bytes(60 << 20))
    site.pages["/bomb.txt"] = Reply(bomb, headers={"Content-Type": "text/plain", "Content-Encoding": "gzip"})
    for path in ("/stated.txt", "/endless.txt", "/bomb.txt"):
        assert "大きすぎます（上限 1 MiB）" in refused(site, path, limits)
    site.pages["/packed.txt"] = Reply(
        gzip.compress(b"text" * 9), headers={"Content-Type": "text/plain", "Content-Encoding": "gzip"}
    )
    assert fetched(site, "/packed.txt", limits) == ("packed.txt", b"text" * 9)
    site.pages["/odd.txt"] = Reply(b"x", headers={"Content-Type": "text/plain", "Content-Encoding": "br"})
    assert "圧縮形式" in refused(site, "/odd.txt")


def test_what_is_sent_after_the_end_is_not_waited_for(site: Site) -> None:
    """A packed body that is whole, and then goes on without end."""

    def body(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(gzip.compress(b"text"))
        _pour(handler, 64)

    site.pages["/a.txt"] = Reply(
        headers={"Content-Type": "text/plain", "Content-Encoding": "gzip"}, write=body
    )
    assert fetched(site, "/a.txt") == ("a.txt", b"text")
    cut = gzip.compress(b"text" * 100)[:-9]
    site.pages["/b.txt"] = Reply(cut, headers={"Content-Type": "text/plain", "Content-Encoding": "gzip"})
    assert "途中で切れています" in refused(site, "/b.txt")


def _pour(handler: BaseHTTPRequestHandler, mebibytes: int) -> None:
    try:
        for _ in range(mebibytes * 16):
            handler.wfile.write(bytes(1 << 16))
    except OSError:
        pass


def test_time_is_limited_in_all_not_only_for_each_byte(site: Site) -> None:
    """A server that sends a byte now and then is left after the limit, and what came until then is not taken for the whole."""
    site.pages["/drip.txt"] = Reply(write=_drip)
    started = time.monotonic()
    assert "時間内に終わりません" in refused(site, "/drip.txt", WebLimits(seconds=0.5))
    assert time.monotonic() - started < 5


def test_a_server_that_says_nothing_is_left(site: Site) -> None:
    """It takes the connection and never answers, not even for TLS."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        started = time.monotonic()
        fetcher = Fetcher(WebLimits(seconds=0.5), site.door, quick())
        with pytest.raises(FetchError, match="時間内に終わりません"):
            fetcher.fetch(f"https://{TOWN}:{silent.getsockname()[1]}/a.txt", io.BytesIO())
        assert time.monotonic() - started < 5


def _drip(handler: BaseHTTPRequestHandler) -> None:
    try:
        for _ in range(200):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)
    except OSError:
        pass
