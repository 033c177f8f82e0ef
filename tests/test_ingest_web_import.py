"""Importing from addresses into a store: only what changed, lists that go on where they were cut off."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from web_server import MINUTES, Reply, Site, quick

from corpus.errors import SettingsError
from corpus.store import Store
from ingest.web import Fetcher, add_addresses, read_list


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "store")


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
