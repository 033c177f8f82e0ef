"""What follows the store: drawn where it is seen, never shown as it was before, in a real headless Chromium."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import chat_fake
import pytest
from chat_browser import Seen, chromium, opened, served
from made_record import stored

from chat.page import ledger as promises
from chat.page import talk


class SlowPromises(chat_fake.NoPromises):
    """A ledger whose table is being made until `read` is None."""

    read: tuple[int, int] | None = None

    def behind(self) -> tuple[int, int] | None:
        return self.read


@dataclass
class SlowService(chat_fake.FakeService):
    """With such a ledger."""

    ledger: SlowPromises = field(default_factory=SlowPromises)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[SlowService, str]]:
    """A service and the address of its page."""
    chromium()
    made = SlowService(chat_fake.service().items)
    with served(made, tmp_path_factory.mktemp("redrawing")) as address:
        yield made, address


@pytest.fixture
def service(running: tuple[SlowService, str]) -> SlowService:
    """Two towns in four documents; the ledger as the test says."""
    running[0].items = chat_fake.service().items
    running[0].ledger.read = None
    return running[0]


@pytest.fixture
def page(context: Any, service: SlowService, running: tuple[SlowService, str]) -> Iterator[tuple[Any, Seen]]:
    """The page over the service."""
    with opened(context, running[1]) as (page, seen):
        yield page, seen
        assert seen.errors == []


def _slow(draw: Callable[..., Any], seconds: float) -> Callable[..., Any]:
    def slowly(*args: Any) -> Any:
        time.sleep(seconds)
        return draw(*args)

    return slowly


def _tab(page: Any, name: str) -> Any:
    return page.get_by_role("tab", name=name, exact=True)


HEARD = """() => {
  const fresh = window.kcFresh;
  window.kcFresh = (tabs) => { fresh(tabs); window.kcHeard = true; };
}"""
"""Notes that the server has drawn the tab that was pressed."""

SEEN_EXAMPLES = """() => {
  window.kcSeen = [];
  const look = () => {
    const opening = document.querySelector('.kc-opening .kc-examples');
    if (opening?.checkVisibility({ visibilityProperty: true })) window.kcSeen.push(opening.innerText);
    requestAnimationFrame(look);
  };
  look();
}"""


@pytest.mark.browser
def test_a_tab_is_never_seen_as_it_was_before(
    page: tuple[Any, Seen], service: SlowService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document goes while 会話 is out of view, and its examples are drawn slowly: once the tab is looked at, nothing is seen of
    them until they are true, in whichever frame one looks. Looked at again, they are not drawn again."""
    tab, _ = page
    opening, drawn = talk._opening, []

    def slowly(*args: Any) -> str:
        drawn.append(len(service.items))
        time.sleep(0.5)
        return opening(*args)

    monkeypatch.setattr(talk, "_opening", slowly)
    tab.wait_for_selector(".kc-examples")
    tab.evaluate(HEARD)
    _tab(tab, "資料").click()
    # On a slow machine the removal may be done before the server has heard which tab is looked at.
    tab.wait_for_function("window.kcHeard")
    tab.on("dialog", lambda dialog: dialog.accept())
    tab.locator(".kc-table [data-act=remove][data-name='a.pdf']").click()
    tab.wait_for_selector("text=「a.pdf」を削除しました。")
    tab.wait_for_selector(".kc-loaded >> text=3件の質疑")
    assert 3 not in drawn
    tab.evaluate(SEEN_EXAMPLES)
    _tab(tab, "会話").click()
    tab.wait_for_function("window.kcSeen.length > 10")
    seen = set(tab.evaluate("window.kcSeen"))
    assert len(seen) == 1
    assert "長文について教えてください" in seen.pop()
    _tab(tab, "資料").click()
    _tab(tab, "会話").click()
    tab.wait_for_timeout(800)
    assert drawn.count(3) == 1


@pytest.mark.browser
def test_a_tab_that_is_left_at_once_does_not_show_the_next_as_it_was(
    page: tuple[Any, Seen], service: SlowService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of promises is drawn while 会話 is already looked at, whose examples take longer: they are not seen before they are
    true."""
    tab, _ = page
    monkeypatch.setattr(talk, "_opening", _slow(talk._opening, 1.2))
    monkeypatch.setattr(promises, "_drawn", _slow(promises._drawn, 0.6))
    tab.wait_for_selector(".kc-examples")
    _tab(tab, "資料").click()
    tab.on("dialog", lambda dialog: dialog.accept())
    tab.locator(".kc-table [data-act=remove][data-name='a.pdf']").click()
    tab.wait_for_selector(".kc-loaded >> text=3件の質疑")
    tab.evaluate(SEEN_EXAMPLES)
    _tab(tab, "答弁の約束").click()
    tab.wait_for_timeout(60)
    _tab(tab, "会話").click()
    tab.wait_for_function("window.kcSeen.length > 10")
    seen = set(tab.evaluate("window.kcSeen"))
    assert len(seen) == 1
    assert "長文について教えてください" in seen.pop()
    _tab(tab, "答弁の約束").click()
    tab.locator("text=当てはまる答弁は見つかりませんでした。").locator("visible=true").wait_for()


@pytest.mark.browser
def test_tabs_pressed_in_quick_succession_that_come_in_another_order(
    page: tuple[Any, Seen], service: SlowService
) -> None:
    """会話 → 資料 → 会話: the server hears of the first press after the second. What is in view is what follows the store."""
    tab, _ = page
    tab.wait_for_selector(".kc-examples")
    tab.wait_for_timeout(1000)
    held: list[Any] = []
    tab.route("**/queue/join*", lambda route: route.continue_() if held else held.append(route))
    _tab(tab, "資料").click()
    _tab(tab, "会話").click()
    tab.wait_for_timeout(1000)
    held[0].continue_()
    tab.wait_for_timeout(1000)
    assert tab.locator(".kc-examples").is_visible()
    service.items.insert(0, stored("新規.txt", "調布市", "花壇", "いかがか。", "花壇は来年に増やします。"))
    tab.evaluate(
        "document.querySelector('#kc-ask').insertAdjacentHTML('beforeend', '<p data-again>調べています</p>')"
    )
    tab.wait_for_selector(".kc-examples >> text=花壇について教えてください")


@pytest.mark.browser
def test_a_run_that_ends_while_another_tab_is_looked_at(
    page: tuple[Any, Seen], service: SlowService, tmp_path: Path
) -> None:
    """Documents are being added, and the user has gone on to 会話: what stands there follows when the run ends."""
    tab, _ = page
    service.waits = True
    (tmp_path / "新規.txt").write_text("花壇は来年に増やします。", "utf-8")
    _tab(tab, "資料").click()
    tab.set_input_files("#kc-upload input", str(tmp_path / "新規.txt"))
    tab.wait_for_selector(".kc-progress")
    _tab(tab, "会話").click()
    tab.wait_for_selector(".kc-loaded >> text=4件の質疑")
    service.items.insert(0, stored("新規.txt", "調布市", "花壇", "いかがか。", "花壇は来年に増やします。"))
    service.waits = False
    tab.wait_for_selector(".kc-examples >> text=花壇について教えてください")
    assert "質疑" in tab.locator(".kc-loaded").inner_text()


@pytest.mark.browser
def test_the_tab_says_how_far_the_list_of_promises_is(page: tuple[Any, Seen], service: SlowService) -> None:
    """While the table is made anew the page is open, and the tab says how far that is; then it gives its list by itself. A dossier
    that is asked for meanwhile says the same and comes after it."""
    tab, _ = page
    service.ledger.read = (12, 5440)
    _tab(tab, "答弁の約束").click()
    tab.wait_for_selector("text=約束の一覧を作っています（12/5,440）")
    assert tab.get_by_role("button", name="止める", exact=True).locator("visible=true").count() == 0
    service.ledger.read = (1300, 5440)
    tab.wait_for_selector("text=約束の一覧を作っています（1,300/5,440）")
    _tab(tab, "質問準備").click()
    tab.fill("#kc-brief-theme textarea, #kc-brief-theme input", "備蓄")
    tab.get_by_label("自分の自治体", exact=True).click()
    tab.get_by_role("option", name="調布市").click()
    tab.click("#kc-brief")
    tab.locator(".kc-note:has-text('約束の一覧を作っています（1,300/5,440）')").locator(
        "visible=true"
    ).wait_for()
    service.ledger.read = None
    tab.wait_for_selector(".kc-brief h2:has-text('質問準備: 備蓄')")
    _tab(tab, "答弁の約束").click()
    tab.wait_for_selector("text=当てはまる答弁は見つかりませんでした。")
    assert tab.locator("[data-again]").count() == 0
