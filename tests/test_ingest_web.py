"""Fetching from addresses, against a real HTTPS server on this machine; the real address check has tests of its own."""

from __future__ import annotations

import errno
import gzip
import io
import itertools
import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_address
from pathlib import Path

import pytest
from web_server import MINUTES, TOWN, Reply, Site, here, running

from corpus.errors import FetchError, SettingsError
from corpus.store import Store
from ingest.web import Fetcher, WebLimits, add_addresses, read_list
from ingest.web.connection import Door
from ingest.web.guard import refusal, resolve
from ingest.web.robots import Pace


@pytest.fixture(scope="module")
def server() -> Iterator[Site]:
    with running() as site:
        yield site


@pytest.fixture
def site(server: Site) -> Site:
    """The server without pages and requests of earlier tests."""
    server.pages.clear()
    server.requests.clear()
    return server


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "store")


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


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.1.1", "169.254.169.254", "100.64.0.1",
        "100.100.100.200", "168.63.129.16", "192.0.0.192", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "::ffff:169.254.169.254", "::127.0.0.1", "::10.0.0.1", "2002:7f00:1::1", "2002:808:808::1", "2001:0:808:808::1",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1",
    ],
)  # fmt: skip
def test_what_is_not_public_is_refused(number: str) -> None:
    """This machine, the office's network, link-local, shared and documentation ranges, cloud metadata; wrapped in IPv6 too."""
    assert refusal(ip_address(number))


@pytest.mark.parametrize(
    "number",
    ["93.184.216.34", "203.178.137.58", "2404:6800:4004::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"],
)
def test_public_numbers_are_allowed(number: str) -> None:
    """Also through the translation prefix of a network that has only IPv6."""
    assert refusal(ip_address(number)) == ""


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "0x7f000001", "2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_loopback_is_refused_however_it_is_spelt(site: Site, host: str) -> None:
    """With the real resolver and the real check nothing reaches the server, although it listens there."""
    site.pages["/a.txt"] = Reply(b"secret")
    fetcher = Fetcher(door=replace(site.door, resolve=resolve, refusal=refusal), pace=quick())
    with pytest.raises(FetchError, match=r"このパソコン自身|見つかりません"):
        fetcher.fetch(site.url("/a.txt", host), io.BytesIO())
    assert site.requests == []


def test_a_name_that_leads_inside_is_refused(site: Site) -> None:
    """A public name whose DNS answer is an inner number, alone or beside a public one."""
    for numbers in (["10.0.0.5"], ["93.184.216.34", "127.0.0.1"]):
        door = replace(
            site.door, resolve=lambda *_, n=numbers: [ip_address(one) for one in n], refusal=refusal
        )
        assert "取り込めません" in refused(site, "/a.txt", door=door)
    assert site.requests == []


def test_a_name_is_resolved_once_for_each_connection(site: Site) -> None:
    """A second answer of the DNS (rebinding) is never asked for between check and connection."""
    site.pages["/a.txt"] = Reply(b"text")
    asked: list[str] = []

    def counting(host: str, port: int, seconds: float) -> list[object]:
        asked.append(host)
        return list(here(host, port, seconds))

    fetched(site, "/a.txt", door=replace(site.door, resolve=counting))
    assert asked == [TOWN, TOWN]  # robots.txt and the page
    assert len(site.requests) == 2


def test_a_redirect_is_checked_like_the_first_address(site: Site) -> None:
    """To the inside, to http, without end: refused; to another host: followed, its robots.txt asked first."""
    site.pages["/in"] = Reply(status=302, headers={"Location": f"https://inside.example:{site.port}/a.txt"})
    inner = {"inside.example": "169.254.169.254"}
    door = Door(
        lambda host, *_: [ip_address(inner.get(host, "127.0.0.1"))],
        lambda a: refusal(a) if a.is_link_local else "",
        site.door.tls,
    )
    assert "クラウド" in refused(site, "/in", door=door)
    site.pages["/plain"] = Reply(status=301, headers={"Location": "http://other.example/a.txt"})
    assert "https://" in refused(site, "/plain")
    site.pages["/loop"] = Reply(status=307, headers={"Location": "/loop"})
    assert "転送が続いて" in refused(site, "/loop")
    site.requests.clear()
    site.pages["/moved"] = Reply(
        status=308, headers={"Location": f"https://moved.example:{site.port}/minutes.txt"}
    )
    site.pages["/minutes.txt"] = Reply(b"text")
    assert fetched(site, "/moved") == ("minutes.txt", b"text")
    assert [path for _, path, _ in site.requests] == ["/robots.txt", "/moved", "/robots.txt", "/minutes.txt"]


def test_the_certificate_must_be_of_the_host_and_trusted(site: Site) -> None:
    """A certificate of another name, or of an authority that nobody knows."""
    fetcher = Fetcher(door=site.door, pace=quick())
    with pytest.raises(FetchError, match="証明書"):
        fetcher.fetch(site.url("/a.txt", "unknown.example"), io.BytesIO())
    assert "証明書" in refused(site, "/a.txt", door=Door(here, site.door.refusal))
    assert site.requests == []


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


@pytest.mark.parametrize(
    ("headers", "path", "name"),
    [
        ({"Content-Type": "text/html; charset=utf-8"}, "/", TOWN + ".html"),
        ({"Content-Type": "text/html"}, "/list.php?id=1", "list.php.html"),
        ({"Content-Type": "application/pdf"}, "/r6/0607.pdf", "0607.pdf"),
        ({"Content-Type": "application/octet-stream"}, "/%E4%BC%9A%E8%AD%B0%E9%8C%B2.docx", "会議録.docx"),
        ({"Content-Type": "application/pdf", "Content-Disposition": "attachment; filename*=UTF-8''%E4%BC%9A%E8%AD%B0.pdf"}, "/d", "会議.pdf"),
        ({"Content-Type": "text/plain", "Content-Disposition": 'attachment; filename="../../etc/passwd"'}, "/d", "passwd.txt"),
    ],
)  # fmt: skip
def test_the_name_of_a_document(site: Site, headers: dict[str, str], path: str, name: str) -> None:
    """From the server's header, else the address; a path in it means nothing."""
    site.pages[path] = Reply(b"x", headers=headers)
    assert fetched(site, path) == (name, b"x")


@pytest.mark.parametrize(
    ("reply", "path", "message"),
    [
        (Reply(headers={"Content-Type": "image/png"}), "/a.txt", "会議録の形式ではありません（image/png）"),
        (
            Reply(headers={"Content-Type": "application/octet-stream"}),
            "/setup.exe",
            "内容の種類が分かりません",
        ),
        (Reply(status=404), "/a.txt", "ページがありません（404）"),
        (Reply(status=403), "/a.txt", "公開されていない"),
        (Reply(status=500), "/a.txt", "サーバーが応答できません（500）"),
    ],
)
def test_what_is_not_taken_is_said(site: Site, reply: Reply, path: str, message: str) -> None:
    """Other kinds of content, and what the server refuses."""
    site.pages[path] = reply
    assert message in refused(site, path)


@pytest.mark.parametrize(
    "address",
    [
        "http://www.city.aobadai.example/",
        "ftp://x/",
        "https://",
        "https://user:word@x.example/",
        "https://[::1",
        "file:///etc/passwd",
    ],
)
def test_only_plain_https_addresses(site: Site, address: str) -> None:
    """Nothing is asked of the network for any other."""
    with pytest.raises(FetchError):
        Fetcher(door=site.door, pace=quick()).fetch(address, io.BytesIO())


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_names_in_headers_that_are_not_ascii(site: Site, encoding: str) -> None:
    """As Japanese servers send them: a file's name and a place as raw bytes; an ETag like that is not sent back."""
    raw = "会議録.pdf".encode(encoding).decode("latin-1")
    site.pages["/d"] = Reply(
        b"x",
        headers={
            "Content-Type": "application/pdf",
            "Content-Disposition": f'attachment; filename="{raw}"',
            "ETag": f'"{raw}"',
        },
    )
    into = io.BytesIO()
    found = Fetcher(door=site.door, pace=quick()).fetch(site.url("/d"), into)
    assert found is not None
    assert (found.name, found.copy.etag) == ("会議録.pdf", "")


def test_robots_txt_is_respected(site: Site) -> None:
    """Wildcards and the rule for our own name; what a site cannot tell now is not fetched, no file allows all."""
    site.pages["/robots.txt"] = Reply(
        b"User-agent: *\nDisallow: /\n\nUser-agent: KaigirokuChat\nAllow: /open/*.txt$\nDisallow: /\n"
    )
    site.pages["/open/a.txt"] = site.pages["/closed.txt"] = Reply(b"x")
    assert fetched(site, "/open/a.txt") == ("a.txt", b"x")
    assert "robots.txt" in refused(site, "/closed.txt")
    assert site.asked() == ["/open/a.txt"]
    hostile = "".join(f"Disallow: /{'*a' * 200}{number}\n" for number in range(1000))
    site.pages["/robots.txt"] = Reply(f"User-agent: *\n{hostile}".encode())
    site.pages["/" + "a" * 2000 + ".txt"] = Reply(b"x")
    started = time.process_time()
    assert fetched(site, "/" + "a" * 2000 + ".txt")[1] == b"x"
    assert time.process_time() - started < 10
    site.requests.clear()
    site.pages["/robots.txt"] = Reply(status=503)
    assert "robots.txt を確かめられません（503）" in refused(site, "/open/a.txt")
    assert site.asked() == []


def test_a_site_is_asked_once_a_second_and_by_name(site: Site) -> None:
    """Waits of one second (or the Crawl-delay) between all requests to a host; the request says who asks, no cookies."""
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 3\n")
    site.pages["/a.txt"] = site.pages["/b.txt"] = Reply(
        b"x", headers={"Content-Type": "text/plain", "Set-Cookie": "a=b"}
    )
    now, waits = [0.0], []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        now[0] += seconds

    fetcher = Fetcher(door=site.door, pace=Pace(lambda: now[0], sleep))
    for path in ("/a.txt", "/b.txt"):
        fetcher.fetch(site.url(path), io.BytesIO())
    assert waits == [3.0, 3.0]
    headers = site.requests[-1][2]
    assert headers["User-Agent"].startswith("KaigirokuChat/")
    assert "Cookie" not in headers
    pace = Pace(lambda: now[0], sleep)
    for host in ("a", "b", "a"):
        pace.wait(host)
    assert waits[2:] == [1.0]


def test_a_busy_server_is_tried_once_more(site: Site) -> None:
    """After the time that it names (at most half a minute), and only once."""
    waits: list[float] = []
    site.pages["/a.txt"] = Reply(status=503, headers={"Retry-After": "7"})
    fetcher = Fetcher(door=site.door, pace=Pace(lambda: 0.0, waits.append))
    with pytest.raises(FetchError, match="503"):
        fetcher.fetch(site.url("/a.txt"), io.BytesIO())
    assert waits == [1.0, 7.0]
    assert site.asked() == ["/a.txt", "/a.txt"]


def minutes(what: str, etag: str) -> Reply:
    return Reply(
        MINUTES.format(what).encode(), headers={"Content-Type": "text/plain; charset=utf-8", "ETag": etag}
    )


def add(site: Site, store: Store, *paths: str, list_name: str = "") -> list[tuple[str, str]]:
    results = add_addresses(
        [site.url(path) for path in paths], store, Fetcher(door=site.door, pace=quick()), list_name=list_name
    )
    return [(result.status, result.message) for result in results]


def test_a_second_import_fetches_only_what_changed(site: Site, store: Store) -> None:
    """Stated ETags; unchanged is said; what changed replaces; what was removed from the store is fetched again."""
    site.pages |= {"/a.txt": minutes("避難所", '"1"'), "/b.txt": minutes("倉庫", '"1"')}
    assert [status for status, _ in add(site, store, "/a.txt", "/b.txt")] == ["added", "added"]
    assert [(s.source.name, s.source.uri, s.source.url) for s in store.sources()] == [
        (name, site.url("/" + name), site.url("/" + name)) for name in ("a.txt", "b.txt")
    ]
    site.pages["/b.txt"] = minutes("体育館", '"2"')
    assert add(site, store, "/a.txt", "/b.txt") == [
        ("unchanged", "前回から更新されていません"),
        ("replaced", "質疑 1、その他の発言 0、自治体名の記載なし"),
    ]
    store.remove(store.sources()[0].source.id)
    assert add(site, store, "/a.txt")[0][0] == "added"


def test_without_etag_the_content_decides(site: Site, store: Store) -> None:
    """The same bytes again are unchanged although the server sent them."""
    site.pages["/a.txt"] = Reply(MINUTES.format("避難所").encode())
    assert [add(site, store, "/a.txt")[0][0] for _ in range(2)] == ["added", "unchanged"]


def test_a_list_that_was_cut_off_goes_on(site: Site, store: Store) -> None:
    """What was fetched before the cut is not asked for again; after the end a new run asks for changes of all."""
    paths = ["/a.txt", "/b.txt", "/c.txt"]
    for number, path in enumerate(paths):
        site.pages[path] = minutes(f"第{number}倉庫", '"1"')

    class Cut(Fetcher):
        def fetch(self, address, into, held=None):  # type: ignore[no-untyped-def]
            if address.endswith("/c.txt"):
                raise KeyboardInterrupt
            return super().fetch(address, into, held)

    addresses = [site.url(path) for path in paths]
    with pytest.raises(KeyboardInterrupt):
        add_addresses(addresses, store, Cut(door=site.door, pace=quick()), list_name="list")
    site.requests.clear()
    assert add(site, store, *paths, list_name="list") == [
        ("unchanged", "中断した回で取り込み済みです"),
        ("unchanged", "中断した回で取り込み済みです"),
        ("added", "質疑 1、その他の発言 0、自治体名の記載なし"),
    ]
    assert site.asked() == ["/c.txt"]
    assert {message for _, message in add(site, store, *paths, list_name="list")} == {
        "前回から更新されていません"
    }


def test_a_list_that_is_stopped_goes_on(site: Site, store: Store) -> None:
    """Nothing is asked for after the stop, each address is told as it is done, and the next run goes on with the rest."""
    paths = ["/a.txt", "/b.txt"]
    for number, path in enumerate(paths):
        site.pages[path] = minutes(f"第{number}倉庫", '"1"')
    told: list[str] = []
    results = add_addresses(
        [site.url(path) for path in paths],
        store,
        Fetcher(door=site.door, pace=quick()),
        list_name="list",
        report=lambda result: told.append(result.status),
        stop=lambda: bool(told),
    )
    assert told == [result.status for result in results] == ["added", "stopped"]
    assert "/b.txt" not in site.asked()
    assert [status for status, _ in add(site, store, *paths, list_name="list")] == ["unchanged", "added"]


def test_one_that_fails_does_not_stop_the_others(site: Site, store: Store) -> None:
    """A line each, in order; a page without minutes is as it is for a file."""
    site.pages |= {"/a.txt": minutes("避難所", '"1"'), "/e.txt": Reply(b"")}
    statuses = add(site, store, "/none.txt", "/e.txt", "/a.txt")
    assert [status for status, _ in statuses] == ["failed", "failed", "added"]
    assert "404" in statuses[0][1]
    assert "空のファイル" in statuses[1][1]


def test_a_full_disk_is_a_line(site: Site, store: Store) -> None:
    """What cannot be kept on the way fails alone: the run goes on and says so."""

    class Full(Fetcher):
        def fetch(self, address, into, held=None):  # type: ignore[no-untyped-def]
            raise OSError(errno.ENOSPC, "No space left on device")

    results = add_addresses([site.url("/a.txt")] * 2, store, Full(door=site.door, pace=quick()))
    assert [(result.status, result.message) for result in results] == [
        ("failed", "一時保存できません（No space left on device）")
    ] * 2


def test_a_list_file(tmp_path: Path) -> None:
    """Comments, empty lines, doubles and a byte-order mark; a file without addresses is refused."""
    path = tmp_path / "list.txt"
    path.write_bytes(
        "\ufeff# 定例会\nhttps://a.example/1\n\n https://a.example/2 \nhttps://a.example/1\n".encode()
    )
    assert read_list(path) == ["https://a.example/1", "https://a.example/2"]
    path.write_text("# なし\n")
    with pytest.raises(SettingsError):
        read_list(path)
    with pytest.raises(SettingsError):
        read_list(tmp_path / "none.txt")
