"""What is left of the desk when its page is loaded anew: what was written, what a result was made for, that a run was cut off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import chat_fake
import pytest
from chat_browser import kept, opened
from test_chat_page_desk import choose, tab

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def service() -> chat_fake.FakeService:
    return chat_fake.service()


def _reload(page: Any, name: str) -> None:
    """Loads the page anew and opens a tab."""
    page.reload()
    page.wait_for_selector(".kc-welcome", state="attached")
    tab(page, name)


def test_a_draft_outlives_a_reload(context: Any, address: str) -> None:
    """A pasted draft is there again after a reload and can be checked; once emptied it stays away."""
    with opened(context, address) as (page, seen):
        tab(page, "答弁確認")
        page.fill("#kc-check-text textarea", "攻撃への備えはどうか伺います。")
        kept(page, "攻撃への備えはどうか伺います。")
        _reload(page, "答弁確認")
        page.click("#kc-check")
        page.wait_for_selector("text=1文を確認しました")
        page.fill("#kc-check-text textarea", "")
        _reload(page, "答弁確認")
        page.wait_for_timeout(300)
        assert page.locator("#kc-check-text textarea").input_value() == ""
        assert seen.errors == []


def test_after_a_reload_one_press_gives_the_result_again(context: Any, address: str) -> None:
    """Theme, town and period of the dossier are there again, and that it has to be made again is said."""
    with opened(context, address) as (page, seen):
        tab(page, "質問準備")
        choose(page, "自分の自治体", "調布市")
        page.get_by_label("いつから").locator("visible=true").fill("令和5年度")
        page.fill("#kc-brief-theme textarea", "備蓄")
        page.click("#kc-brief")
        page.wait_for_selector("h2:has-text('質問準備: 備蓄')")
        kept(page, "令和5年度")
        _reload(page, "質問準備")
        page.wait_for_selector("text=「資料を作る」を押すと、同じ条件でもう一度出せます。")
        assert page.get_by_label("いつから").locator("visible=true").input_value() == "令和5年度"
        page.click("#kc-brief")
        page.wait_for_selector("h2:has-text('質問準備: 備蓄（調布市')")
        page.get_by_text("もう一度出せます").locator("visible=true").wait_for(state="detached")
        assert seen.errors == []


def test_a_run_that_a_reload_cut_off_is_said_to_be(
    context: Any, address: str, service: chat_fake.FakeService
) -> None:
    """After it the tab was empty, and the console held Gradio's reports of its own broken requests. Done to the end, nothing is said to
    be cut off, nor is it after an error."""
    with opened(context, address) as (page, seen):
        tab(page, "答弁確認")
        service.waiting.clear()
        try:
            page.fill("#kc-check-text textarea", "備蓄はどうか伺います。訓練はいつですか。")
            page.click("#kc-check")
            kept(page, "true]")
            _reload(page, "答弁確認")
            page.wait_for_selector("text=途中で打ち切られました")
        finally:
            service.waiting.set()
        page.click("#kc-check")
        page.wait_for_selector(".kc-results:visible")
        kept(page, "false]")
        _reload(page, "答弁確認")
        page.wait_for_selector("text=前の結果は消えています")
        page.fill("#kc-check-text textarea", "")
        page.click("#kc-check")
        page.wait_for_selector(".kc-error:visible")
        _reload(page, "答弁確認")
        page.wait_for_timeout(300)
        assert page.get_by_text("画面を開き直したため").locator("visible=true").count() == 0
        assert seen.errors == []


def test_a_draft_from_a_file_outlives_a_reload(context: Any, address: str, tmp_path: Path) -> None:
    """What was typed did, what was read from a file did not, though one press was said to check it again."""
    (tmp_path / "答弁案.txt").write_text("毛布を備えております。", "utf-8")
    with opened(context, address) as (page, _):
        tab(page, "答弁確認")
        page.set_input_files("#kc-check-file input[type=file]", str(tmp_path / "答弁案.txt"))
        page.wait_for_function("document.querySelector('#kc-check-text textarea').value")
        page.click("#kc-check")
        page.wait_for_selector("text=1文を確認しました")
        kept(page, "毛布")
        _reload(page, "答弁確認")
        page.wait_for_selector("text=前の結果は消えています")
        assert page.locator("#kc-check-text textarea").input_value() == "毛布を備えております。"


def test_an_edited_dossier_outlives_a_reload_until_another_is_made(context: Any, address: str) -> None:
    """The work of an hour was gone. It can be made a file again; a new dossier takes its place, which is said."""
    with opened(context, address) as (page, seen):
        tab(page, "質問準備")
        choose(page, "自分の自治体", "調布市")
        page.fill("#kc-brief-theme textarea", "備蓄")
        page.click("#kc-brief")
        page.fill("#kc-brief-text textarea", "# 自分の原稿")
        kept(page, "自分の原稿")
        _reload(page, "質問準備")
        page.wait_for_selector("text=編集した文章は下の欄に残っています")
        assert page.locator("#kc-brief-text textarea").input_value() == "# 自分の原稿"
        page.click("#kc-brief-files")
        page.get_by_text("資料を保存（Word）").locator("visible=true").wait_for()
        page.click("#kc-brief")
        page.wait_for_selector("h2:has-text('質問準備: 備蓄')")
        _reload(page, "質問準備")
        page.wait_for_selector("text=前の結果は消えています")
        assert page.get_by_text("編集した文章は").count() == 0
        assert seen.errors == []


def test_the_tab_that_was_looked_at_outlives_a_reload(context: Any, address: str) -> None:
    """Whoever loaded the page anew in the middle of a draft stood before the conversation, and so did who chose the other language."""
    with opened(context, address) as (page, seen):
        tab(page, "答弁確認")
        page.reload()
        page.wait_for_selector("[role=tab][aria-selected=true]:text-is('答弁確認')")
        page.get_by_role("link", name="English").click()
        page.wait_for_selector("[role=tab][aria-selected=true]:text-is('Check')")
        page.locator("#kc-check-text textarea").wait_for()
        page.go_back()
        page.wait_for_selector("[role=tab][aria-selected=true]:text-is('答弁確認')")
        assert seen.errors == []
