"""Fetching asks nothing of this machine or its network, whatever leads there; the real address check has tests of its own."""

from __future__ import annotations

import io
from dataclasses import replace
from ipaddress import ip_address

import pytest
from web_server import TOWN, Reply, Site, fetched, here, quick, refused

from corpus.errors import FetchError
from ingest.web import Fetcher
from ingest.web.connection import Door
from ingest.web.guard import refusal, resolve


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
