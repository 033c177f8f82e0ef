"""The page as a screen reader tells it, and in the colours of a system with high contrast."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import chat_fake
import pytest
from chat_browser import opened, served
from test_chat_page_desk import choose, tab

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(chat_fake.service(), tmp_path_factory.mktemp("heard")) as address:
        yield address


def _nodes(page: Any, role: str) -> list[str]:
    """The names of all elements with a role, as the browser hands them to a screen reader."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    seen = [node for node in nodes if not node.get("ignored") and node.get("role", {}).get("value") == role]
    return [node.get("name", {}).get("value", "") for node in seen]


def _said(page: Any, words: str) -> None:
    """Waits until the page has these words read out."""
    page.wait_for_function(
        "words => document.querySelector('#kc-live')?.textContent.startsWith(words)", arg=words
    )


def test_every_panel_and_group_of_choices_has_a_name(context: Any, address: str) -> None:
    """They had none, and the arrow of each list was a picture without one."""
    with opened(context, address) as (page, seen):
        tab(page, "答弁の約束")
        page.locator("fieldset[aria-label]:visible").first.wait_for()
        assert _nodes(page, "tabpanel") == ["答弁の約束"]
        groups = [name for name in _nodes(page, "group") if name]
        assert groups == ["種類（選ばなければすべて）"]
        assert page.locator("fieldset:visible:not([aria-label])").count() == 0
        assert page.locator("svg.dropdown-arrow:visible:not([aria-hidden=true])").count() == 0
        assert seen.errors == []


def test_what_became_of_a_press_is_read_out(context: Any, address: str) -> None:
    """Of a comparison every word of every town was; of a dossier nothing, nor of what went wrong."""
    with opened(context, address) as (page, seen):
        tab(page, "比較")
        page.fill("#kc-compare-question textarea", "備蓄はどうですか")
        page.click("#kc-compare")
        _said(page, "2自治体のうち")
        assert "「" not in page.locator("#kc-live").inner_text()
        assert page.locator("[role=log]:visible blockquote").count() == 0
        tab(page, "質問準備")
        choose(page, "自分の自治体", "調布市")
        page.click("#kc-brief")
        _said(page, page.locator(".kc-error:visible").inner_text()[:8])
        page.fill("#kc-brief-theme textarea", "備蓄")
        page.click("#kc-brief")
        _said(page, "質問準備: 備蓄")
        assert seen.errors == []


def test_high_contrast_shows_what_is_chosen(context: Any, address: str) -> None:
    """A box that was ticked looked like one that was not: the tick is white, and its ground is the system's."""
    with opened(context, address) as (page, _):
        page.emulate_media(forced_colors="active")
        tab(page, "資料")
        box = page.get_by_label("同じ名前の資料が既にあれば")
        assert box.is_checked()
        ticked = box.screenshot()
        box.uncheck()
        page.mouse.move(0, 0)
        box.evaluate("box => box.blur()")
        assert box.screenshot() != ticked
        assert box.evaluate("box => getComputedStyle(box).appearance") == "auto"
