"""Minutes taken from an address on the page, in a real headless Chromium, from an HTTPS server on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from chat_browser import ask, chromium, opened, served
from web_server import MINUTES, Reply, Site, quick

from chat.service import Service
from chat.settings import Settings
from ingest.web import Fetcher


@pytest.fixture
def address(tmp_path: Any, site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The page over an empty store, on which addresses may be fetched; every name leads to `site`."""
    chromium()
    monkeypatch.setattr("ingest.web.Fetcher", partial(Fetcher, door=site.door, pace=quick()))
    with served(
        Service.open(Settings(store=tmp_path / "store", encoder="none", url_import=True)), tmp_path
    ) as address:
        yield address


@pytest.mark.browser
def test_minutes_come_from_an_address(context: Any, address: str, site: Site) -> None:
    """What came is told for each address, is asked at once, and its record leads back to where it was published; asked for again,
    what has not changed is not loaded anew."""
    site.pages["/a.txt"] = Reply(MINUTES.format("避難所").encode(), headers={"ETag": '"1"'})
    with opened(context, address) as (page, seen):
        tab = partial(page.get_by_role, "tab", exact=True)
        for status in ("読み込みました", "同じ資料が既にあります"):
            tab(name="資料").click()
            page.fill("#kc-addresses textarea", f"{site.url('/a.txt')}\n{site.url('/none.txt')}")
            page.get_by_role("button", name="アドレスから取り込む").click()
            page.wait_for_selector(f".kc-results li:has-text('a.txt'):has-text('{status}') >> visible=true")
            page.wait_for_selector(".kc-results li.kc-failed:has-text('none.txt') >> visible=true")
        tab(name="会話").click()
        ask(page, "避難所の毛布は何枚ありますか")
        page.click(".kc-turn .kc-mark")
        page.wait_for_selector(".kc-record mark.kc-hl >> text=1,250枚")
        assert page.locator(".kc-record").get_by_text("公開元のページ").get_attribute("href") == site.url(
            "/a.txt"
        )
        assert seen.errors == []
