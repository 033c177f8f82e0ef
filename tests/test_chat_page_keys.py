"""The page by keyboard, and left and come back to: what a person does with the browser's own means."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import chat_fake
import pytest
from chat_browser import ask, opened, served

from chat.service import Service
from chat.settings import Settings

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def service() -> chat_fake.FakeService:
    return chat_fake.service()


def _selected(page: Any) -> tuple[str, str]:
    """The tab that is shown, and what has the focus."""
    shown = page.locator("[role=tab][aria-selected=true]").inner_text()
    return shown, page.evaluate("document.activeElement.innerText")


def test_arrows_lead_from_tab_to_tab(page: Any) -> None:
    """Right and left go round, Home and End to the ends; Tab leaves the tabs for what the chosen one holds."""
    page.get_by_role("tab", name="会話").focus()
    for key, tab in (
        ("ArrowRight", "比較"), ("ArrowRight", "答弁の約束"), ("ArrowLeft", "比較"), ("Home", "会話"), ("ArrowLeft", "資料"),
        ("ArrowRight", "会話"), ("End", "資料"), ("ArrowLeft", "答弁確認"),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert _selected(page) == (tab, tab)
    assert page.locator("[role=tab][tabindex='0']").all_inner_texts() == ["答弁確認"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[role=tabpanel]')?.checkVisibility()")


def test_the_backup_is_not_behind_the_list_of_documents(page: Any) -> None:
    """Protects: below a list of fifty documents it was 198 presses of Tab away."""
    tab = page.get_by_role("tab", name="資料", exact=True)
    tab.click()
    page.wait_for_selector(".kc-table [data-act=remove]:visible")
    tab.focus()
    reached = []
    while len(reached) < 20 and "kc-backup" not in reached:
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("document.activeElement.closest('#kc-backup, .kc-table, #kc-documents-words')?.id")
        )
    assert reached.pop() == "kc-backup"
    assert set(reached) == {None}


def test_nothing_narrowed_by_hand_is_not_said_to_be_everything(page: Any) -> None:
    """Protects: 「対象を絞る: すべて」 stood below an answer whose chip said 調布市, which the question had named."""
    fold = page.locator("#kc-narrow > button")
    ask(page, "調布市の備蓄はどうですか")
    assert "質問のとおり" in fold.inner_text()
    assert "すべて" not in fold.inner_text()


def test_a_key_leads_back_from_the_record_to_its_mark(page: Any) -> None:
    """Protects: beside the conversation the way back was hidden; in a dossier 47 presses of Tab led from the record to what follows."""
    ask(page, "調布市の備蓄はどうですか")
    mark = page.locator(".kc-turn [data-act=open]").first
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('.kc-record h2')")
    back = page.locator(".kc-pane .kc-back")
    assert back.bounding_box()["width"] <= 1
    page.keyboard.press("Tab")
    for _ in range(20):
        if page.evaluate("document.activeElement.matches('.kc-back')"):
            break
        page.keyboard.press("Tab")
    assert back.bounding_box()["height"] >= 44
    page.keyboard.press("Enter")
    assert mark.evaluate("mark => mark === document.activeElement")


def test_a_page_that_is_not_left_after_all_goes_on(page: Any, service: chat_fake.FakeService) -> None:
    """Protects: a link to a file asks the page whether it may be left; Gradio then gave up the question that was being answered, and each
    report of that had to be kept from the console."""
    service.waiting.clear()
    try:
        page.fill("#kc-question textarea", "備蓄はどうですか")
        page.click("#kc-send")
        page.wait_for_selector(".kc-wait")
        page.evaluate("window.dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    finally:
        service.waiting.set()
    page.wait_for_selector(".kc-quote")
    assert page.evaluate("console.error.toString()").endswith("{ [native code] }")


def test_a_page_left_in_the_middle_of_an_answer_reports_nothing(
    page: Any, service: chat_fake.FakeService, address: str
) -> None:
    """Left for another page and come back to by 戻る: the question stands in its box again; no error in the console (see `page`)."""
    service.waiting.clear()
    try:
        page.fill("#kc-question textarea", "備蓄はどうですか")
        page.click("#kc-send")
        page.wait_for_selector(".kc-wait")
        page.goto(f"{address}docs")
        page.wait_for_timeout(500)
    finally:
        service.waiting.set()
    page.go_back()
    page.wait_for_function("document.querySelector('#kc-question textarea')?.value === '備蓄はどうですか'")


def test_what_was_said_of_the_store_before_goes_with_it(context: Any, tmp_path: Path) -> None:
    """Protects: 「会議録がまだ読み込まれていません」 stood in a tab after the minutes had been loaded in another."""
    minutes = tmp_path / "青葉台市民会議.txt"
    minutes.write_text(
        "令和5年度 第1回 青葉台市民会議 会議録\n○山本委員 毛布は何枚ですか。\n○図書館長 毛布は30枚です。\n",
        "utf-8",
    )
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    with served(service, tmp_path) as address, opened(context, address) as (page, seen):
        page.get_by_role("tab", name="比較").click()
        page.fill("#kc-compare-question textarea", "毛布は何枚ですか")
        page.click("#kc-compare")
        said = page.locator("[id=kc-tab-1] .kc-error").first
        said.wait_for()
        page.get_by_role("tab", name="資料").click()
        page.set_input_files("#kc-upload input", str(minutes))
        page.wait_for_selector("text=1件の処理が終わりました")
        page.get_by_role("tab", name="比較").click()
        said.wait_for(state="hidden")
        # What is wrong still is said again.
        page.fill("#kc-compare-question textarea", " ")
        page.click("#kc-compare")
        page.locator("[id=kc-tab-1] .kc-error", has_text="質問がありません").first.wait_for()
        assert seen.errors == []
