"""The page on a phone and on a tablet, in a real headless Chromium: what a press leads to is in view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import chat_fake
import pytest
from chat_browser import ask, chromium, opened, served
from made_record import stored

PHONE, TABLET = (390, 844), (768, 1024)

IN_VIEW = """selector => { const box = document.querySelector(selector).getBoundingClientRect();
    return box.top >= 0 && box.top < innerHeight - 44; }"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page over 52 documents."""
    chromium()
    made = chat_fake.service()
    made.items = [
        stored(f"{n:02}.txt", "調布市", "花壇", "いかがか。", "花壇を増やします。") for n in range(52)
    ]
    with served(made, tmp_path_factory.mktemp("phone")) as address:
        yield address


@pytest.mark.browser
def test_what_went_wrong_is_in_view(context: Any, address: str) -> None:
    """Protects: the message stood below the edge of the screen; who pressed the button saw nothing happen."""
    with opened(context, address, *PHONE) as (page, seen):
        page.get_by_role("tab", name="比較").click()
        page.click("#kc-compare")
        page.wait_for_selector(".kc-error >> visible=true")
        bottom = (
            page.locator(".kc-error")
            .locator("visible=true")
            .evaluate("e => e.getBoundingClientRect().bottom")
        )
        assert bottom <= PHONE[1]
        assert seen.errors == []


@pytest.mark.browser
def test_a_list_is_turned_over_at_its_end(context: Any, address: str) -> None:
    """Protects: after 30 promises one had to go back over 13,000 pixels for the next ones. The next part is shown from its beginning."""
    with opened(context, address, *PHONE) as (page, seen):
        page.get_by_role("tab", name="資料").click()
        page.locator(".kc-below").get_by_role("button", name="次の一覧").click()
        page.wait_for_selector("text=52件の資料のうち51〜52件目")
        page.wait_for_function(IN_VIEW, arg=".kc-table")
        assert page.locator(".kc-below").get_by_role("button", name="次の一覧").is_disabled()
        assert seen.errors == []


@pytest.mark.browser
def test_the_record_says_whose_it_is_above_the_quotation(context: Any, address: str) -> None:
    """Protects: a phone showed a reply in the middle of a long record, and of which meeting stood far above."""
    with opened(context, address, *PHONE) as (page, seen):
        page.add_style_tag(content=".kc-side { padding-top: 900px; }")
        ask(page, "花壇は")
        page.click(".kc-turn .kc-mark")
        page.wait_for_function(IN_VIEW, arg=".kc-record mark.kc-hl")
        assert page.evaluate(f"({IN_VIEW})('.kc-record h2')")
        assert seen.errors == []


@pytest.mark.browser
def test_the_mark_that_was_pressed_hides_nothing_of_the_line_above(context: Any, address: str) -> None:
    """Protects: the pale ground of the mark lay over the foot of the figures above it: 44,400 was read as 44.400."""
    with opened(context, address, *PHONE) as (page, seen):
        ask(page, "花壇は")
        page.click(".kc-turn .kc-mark")
        ground, line = page.locator(".kc-mark.kc-opened").evaluate(
            "e => [getComputedStyle(e).backgroundSize.split(' ')[1], getComputedStyle(e.closest('.kc-quote')).lineHeight].map(parseFloat)"
        )
        assert 0 < ground <= line
        assert seen.errors == []


@pytest.mark.browser
def test_the_languages_stand_beside_the_name(context: Any, address: str) -> None:
    """Protects: on a tablet and on a phone they had a line of their own, above which the first question to try was out of view."""
    for size in (PHONE, TABLET):
        with opened(context, address, *size) as (page, _):
            top = "selector => document.querySelector(selector).getBoundingClientRect().top"
            assert page.evaluate(top, ".kc-lang") < page.evaluate(top, ".kc-loaded")


@pytest.mark.browser
def test_the_smallest_screen_scrolls_in_one_direction(context: Any, address: str) -> None:
    """Protects: at 320 CSS pixels (a desktop zoomed to 400%, WCAG 1.4.10) the buttons of a document stood out of the screen."""
    with opened(context, address, 320, 640) as (page, _):
        page.get_by_role("tab", name="資料").click()
        page.wait_for_selector(".kc-table td a >> visible=true")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
