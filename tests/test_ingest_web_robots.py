"""Fetching keeps to the rules of the site (robots.txt) and asks seldom."""

from __future__ import annotations

import io

import pytest
from soon import within
from web_server import Reply, Site, fetched, refused

from corpus.errors import FetchError
from ingest.web import Fetcher
from ingest.web.robots import Pace


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
    with within(10):
        assert fetched(site, "/" + "a" * 2000 + ".txt")[1] == b"x"
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
