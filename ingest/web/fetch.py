"""Fetching one document.

1. the address: https, and by its host's numbers a public machine (`guard`, at every hop);
2. robots.txt of the site allows it (`robots`), and the site is asked at most once a second;
3. the request says honestly who asks, and states ETag and date of the copy that is held;
4. a redirect starts again at 1; 304 means that nothing changed;
5. the body goes to a file, within the limits of size (unpacked too), time and content type.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO

import httpcore
import httpx

from corpus.errors import FetchError
from corpus.fetches import Copy
from ingest.readers.limits import MIB, Limits
from ingest.web.addresses import cleaned, document_name
from ingest.web.connection import Door, request
from ingest.web.robots import AGENT, INTERVAL_S, LONGEST_DELAY_S, Pace, Robots

REDIRECTS = 5
"""Hops that are followed; sites that move use one or two."""
ROBOTS_MAX = 512 * 1024
"""Bytes of a robots.txt that are read (RFC 9309 asks for 500 KiB at least)."""
STATED_MAX = 1_000
"""Characters of an ETag or date that is kept; they have below 100."""
MOVED = frozenset([301, 302, 303, 307, 308])
BUSY = frozenset([429, 503])
HEADERS = {
    "User-Agent": f"{AGENT}/0.1 (council minutes importer; one request per second; honours robots.txt)",
    "Accept": "text/html, application/pdf, text/plain;q=0.9, */*;q=0.5",
    "Accept-Language": "ja, en;q=0.5",
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True, slots=True)
class WebLimits:
    """`seconds` for one document with all its hops; `max_bytes` of its body, unpacked."""

    seconds: float = 180.0
    max_bytes: int = Limits().max_bytes


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document that was fetched: its name, and what to state when it is asked for again."""

    name: str
    copy: Copy


class Fetcher:
    """Fetches documents; one for a whole run, so that sites' rules are read once and their pace is kept."""

    def __init__(
        self, limits: WebLimits = WebLimits(), door: Door | None = None, pace: Pace | None = None
    ) -> None:
        self._limits, self._door, self._pace = limits, door or Door(), pace or Pace()
        self._deadline = 0.0
        self._robots = Robots(self._load_robots)

    def fetch(self, address: str, into: BinaryIO, held: Copy | None = None) -> Fetched | None:
        """Writes the document at `address` into a file; None where it has not changed since the copy `held`.

        Raises FetchError: refused, absent, of another kind, too large, too slow.
        """
        self._deadline = time.monotonic() + self._limits.seconds
        url, pause = cleaned(address), 0.0
        for _ in range(REDIRECTS + 1):
            self._wait(url, max(pause, self._robots.check(url)))
            with request(url, self._headers(url, held), self._door, self._deadline) as response:
                if response.status in MOVED:
                    url = _target(url, response)
                    continue
                if response.status in BUSY and not pause:
                    pause = _retry_after(response)
                    continue
                if response.status == 304 and held is not None:
                    return None
                return self._take(url, response, into)
        raise FetchError(
            f"転送が続いて開けません: {address}", "ブラウザで開いた先のアドレスを指定してください"
        )

    def _wait(self, url: httpx.URL, interval: float) -> None:
        before = time.monotonic()
        self._pace.wait(url.netloc.decode("ascii"), interval)
        # Waiting politely is not the server's slowness.
        self._deadline += time.monotonic() - before

    def _headers(self, url: httpx.URL, held: Copy | None) -> dict[str, str]:
        """What was stated for another address (before a redirect moved) means nothing here."""
        headers = {**HEADERS, "Host": url.netloc.decode("ascii")}
        if held is not None and held.address == str(url):
            if held.etag:
                headers["If-None-Match"] = held.etag
            if held.modified:
                headers["If-Modified-Since"] = held.modified
        return headers

    def _take(self, url: httpx.URL, response: httpcore.Response, into: BinaryIO) -> Fetched:
        if response.status != 200:
            raise _refused(url, response.status)
        name = document_name(url, _header(response, "content-type"), _header(response, "content-disposition"))
        copy_body(response, into, self._limits.max_bytes)
        return Fetched(name, Copy(str(url), _stated(response, "etag"), _stated(response, "last-modified")))

    def _load_robots(self, url: httpx.URL) -> tuple[int, str]:
        import io

        for _ in range(REDIRECTS + 1):
            self._wait(url, INTERVAL_S)
            headers = {**HEADERS, "Host": url.netloc.decode("ascii")}
            with request(url, headers, self._door, self._deadline) as response:
                if response.status in MOVED:
                    url = _target(url, response)
                    continue
                body = io.BytesIO()
                if response.status == 200:
                    copy_body(response, body, ROBOTS_MAX)
                return response.status, body.getvalue().decode("utf-8", "replace")
        return 404, ""


def copy_body(response: httpcore.Response, into: BinaryIO, most: int) -> None:
    """Writes a body of at most `most` bytes, unpacked as it comes; FetchError where it is larger or damaged."""
    stated = _header(response, "content-length")
    if stated.isdigit() and int(stated) > most:
        raise _too_large(most)
    packing = _header(response, "content-encoding").strip().lower()
    if packing not in ("", "identity", "gzip", "x-gzip"):
        raise FetchError(
            f"求めていない圧縮形式の応答です（{packing[:20]}）",
            "ブラウザで保存したファイルを追加してください",
        )
    chunks = _limited(response.iter_stream(), most)
    for piece in _limited(_unpacked(chunks), most) if "gzip" in packing else chunks:
        into.write(piece)


def _limited(pieces: Iterable[bytes], most: int) -> Iterable[bytes]:
    """The same pieces; FetchError where they are more than `most` bytes. Asked of what arrives and of what it unpacks to."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise _too_large(most)
        yield piece


def _unpacked(chunks: Iterable[bytes]) -> Iterable[bytes]:
    """A gzip stream in pieces of at most 1 MiB, however much a chunk unpacks to."""
    stream = zlib.decompressobj(wbits=31)
    try:
        for chunk in chunks:
            while chunk and not stream.eof:
                yield stream.decompress(chunk, MIB)
                chunk = stream.unconsumed_tail
            if stream.eof:
                return  # whatever is sent after the end is not waited for
    except zlib.error as error:
        raise FetchError("圧縮された応答が壊れています", "しばらくしてもう一度実行してください") from error
    raise FetchError("応答が途中で切れています", "しばらくしてもう一度実行してください")


def _header(response: httpcore.Response, name: str) -> str:
    """A header's value; "" where there is none. Names of files and places come as UTF-8 or Shift_JIS, whatever the standard says."""
    wanted = name.encode("ascii")
    value = next((value for key, value in response.headers if key.lower() == wanted), b"")
    for encoding in ("utf-8", "cp932"):
        with suppress(UnicodeDecodeError):
            return value.decode(encoding)
    return value.decode("latin-1")


def _stated(response: httpcore.Response, name: str) -> str:
    """A header that is sent back as it came: only what may stand in a request."""
    value = _header(response, name)
    return value if value.isascii() and value.isprintable() and len(value) <= STATED_MAX else ""


def _target(url: httpx.URL, response: httpcore.Response) -> httpx.URL:
    place = _header(response, "location")
    try:
        return cleaned(str(url.join(place)))
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(
            f"転送先のアドレスが正しくありません: {place[:200]}", "ブラウザで開けるか確かめてください"
        ) from error


def _retry_after(response: httpcore.Response) -> float:
    stated = _header(response, "retry-after").strip()
    return max(INTERVAL_S, min(float(stated), LONGEST_DELAY_S)) if stated.isdigit() else INTERVAL_S


def _refused(url: httpx.URL, status: int) -> FetchError:
    if status in (404, 410):
        return FetchError(f"ページがありません（{status}）: {url}", "アドレスを確かめてください")
    if status in (401, 403):
        return FetchError(
            f"公開されていないページです（{status}）: {url}", "ブラウザで保存したファイルを追加してください"
        )
    return FetchError(f"サーバーが応答できません（{status}）: {url}", "しばらくしてもう一度実行してください")


def _too_large(most: int) -> FetchError:
    return FetchError(
        f"大きすぎます（上限 {most / MIB:,.0f} MiB）",
        "会議ごとの文書のアドレスを指定するか、設定の上限を上げてください",
    )
