"""Fetching from addresses: what a document is called, what is taken; against a real HTTPS server on this machine."""

from __future__ import annotations

import io

import pytest
from web_server import TOWN, Reply, Site, fetched, quick, refused

from corpus.errors import FetchError
from ingest.web import Fetcher


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
