"""The page over the real service and the sample corpus, in a real headless Chromium: what an official does with it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chat_browser import WIDTHS, Seen, ask, chromium, launched, opened, served

pytestmark = pytest.mark.browser

CSIRT = "調布市のCSIRTはどのように組織されていますか"

MINUTES = """令和5年度 第1回 青葉台市民会議 会議録
日時 令和5年10月12日（木）
○山本委員 移動図書館の巡回先に新しい団地は入りますか。
○図書館長 新しい団地への巡回は、来年の春に月2回で始めます。<script>window.hacked=1</script>[押す](javascript:window.hacked=2)
○山本委員 返却の窓口はどこに置きますか。
○図書館長 返却の窓口は、団地の集会所の玄関に置きます。
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, sample_store: Path) -> Iterator[str]:
    """The page over a copy of the sample: a document is added to it and removed here."""
    chromium()
    from chat.service import Service
    from chat.settings import Settings

    folder = tmp_path_factory.mktemp("page")
    shutil.copytree(sample_store, folder / "store")
    service = Service.open(Settings(store=folder / "store", url_import=True))
    with served(service, folder) as address:
        yield address


@pytest.fixture(scope="module")
def context() -> Iterator[Any]:
    """A browser whose own language is English: the page's words must not depend on it."""
    with launched("en-US") as context:
        yield context


@pytest.fixture
def browser(context: Any, address: str) -> Iterator[tuple[Any, Seen]]:
    """A fresh page; afterwards nothing may have been asked of another host, and no script may have failed."""
    with opened(context, address) as (page, seen):
        yield page, seen
        assert seen.outside == []
        assert seen.errors == []


def test_an_address_that_leads_inside_is_refused_in_a_line(browser: tuple[Any, Seen]) -> None:
    """Where fetching is switched on, the tab takes addresses; one of this machine is not fetched, and that is said."""
    page, _ = browser
    page.get_by_role("tab", name="資料").click()
    page.fill("#kc-addresses textarea", "https://127.0.0.1:9/minutes.pdf")
    page.click("#kc-fetch")
    line = page.locator(".kc-results li", has_text="https://127.0.0.1:9/minutes.pdf")
    line.wait_for()
    assert "このパソコン自身のアドレスです" in line.inner_text()


def test_ask_and_open_the_record_at_the_quoted_words(browser: tuple[Any, Seen]) -> None:
    """The answer quotes the reply; its mark opens the whole exchange, with just the quoted words highlighted in view."""
    page, _ = browser
    ask(page, CSIRT)
    answering = page.locator(".kc-quote", has_text="デジタル行政推進課").first
    quote = answering.inner_text().rsplit("」", 1)[0].removeprefix("「")
    assert "行政経営部長" in page.locator(".kc-who").first.inner_text()
    answering.locator(".kc-mark").click()
    page.wait_for_selector(".kc-record[data-focus]")
    marked = page.locator(".kc-record mark")
    assert "".join(marked.all_inner_texts()) == quote
    assert marked.first.evaluate("mark => getComputedStyle(mark).backgroundColor") == "rgb(255, 240, 179)"
    assert "underline" in marked.first.evaluate("mark => getComputedStyle(mark).textDecorationLine")
    top = marked.first.bounding_box()["y"]
    assert 0 <= top < 900
    record = page.locator(".kc-record").inner_text()
    assert "調布市議会" in record
    assert "令和6年3月7日" in record
    assert page.evaluate("document.activeElement.closest('.kc-record') !== null")


def test_citation_is_copied(browser: tuple[Any, Seen]) -> None:
    """引用をコピー gives the quote with its citation line, the other button the line alone."""
    page, _ = browser
    ask(page, CSIRT)
    page.wait_for_selector(".kc-record")
    page.locator(".kc-record").get_by_role("button", name="引用をコピー").click()
    page.wait_for_selector("text=コピーしました")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(
        r"「.+」（調布市議会 令和6年第1回\S* 令和6年3月7日 行政経営部長(答弁|発言)）", copied, re.DOTALL
    )
    page.locator(".kc-record").get_by_role("button", name="引用表記だけコピー").click()
    page.wait_for_timeout(200)
    assert page.evaluate("navigator.clipboard.readText()") in copied


def test_names_of_copy_buttons_belong_to_the_record_shown(browser: tuple[Any, Seen]) -> None:
    """Turning to the next record while コピーしました still stands: no button of it gets a name of the record before."""
    page, _ = browser
    ask(page, CSIRT)
    page.wait_for_selector(".kc-record .kc-tools")
    record = page.locator(".kc-record")
    assert record.locator("[data-act=copy]").all_inner_texts() == [
        "引用をコピー",
        "引用表記だけコピー",
        "リンクをコピー",
    ]
    for button in record.locator("[data-act=copy]").all():
        button.click()
    record.get_by_role("button", name="次の質疑").click()
    record.get_by_role("button", name="引用表記をコピー").wait_for()
    page.wait_for_timeout(2500)
    assert record.locator("[data-act=copy]").all_inner_texts() == ["引用表記をコピー", "リンクをコピー"]


def test_steps_to_the_neighbours(browser: tuple[Any, Seen]) -> None:
    """次の質疑 opens another exchange of the same meeting, 前の質疑 leads back."""
    page, _ = browser
    ask(page, CSIRT)
    page.wait_for_selector(".kc-record")
    first = page.locator(".kc-record").get_attribute("data-exchange")
    for name, same in (("次の質疑", False), ("前の質疑", True)):
        before = page.locator(".kc-record").get_attribute("data-focus") or ""
        page.locator(".kc-record").get_by_role("button", name=name).click()
        page.wait_for_function(
            "before => document.querySelector('.kc-record').dataset.focus !== (before || undefined)",
            arg=before,
        )
        assert (page.locator(".kc-record").get_attribute("data-exchange") == first) is same
        assert "調布市議会" in page.locator(".kc-record h2").inner_text()


def test_refusal_offers_near_topics(browser: tuple[Any, Seen]) -> None:
    """No evidence is said plainly, with what was searched; near topics open the record without being an answer."""
    page, _ = browser
    ask(page, "宇宙エレベーターの駅はいつ開業しますか")
    text = page.locator(".kc-turn").inner_text()
    assert "該当する答弁は見つかりませんでした" in text
    assert "を検索" in text
    assert page.locator(".kc-quote").count() == 0


def test_filters_narrow_and_are_shown(browser: tuple[Any, Seen]) -> None:
    """A town set by hand is in the label, in the chips of the answer, and in what is searched."""
    page, _ = browser
    page.click("#kc-narrow > button")
    page.get_by_label("自治体（選ばなければすべて）").first.click()
    page.get_by_role("option", name="金沢市").click()
    page.keyboard.press("Escape")
    page.get_by_label("いつから").fill("令和3年度")
    page.wait_for_function(
        "document.querySelector('#kc-narrow > button').innerText.includes('金沢市・令和3年4月1日')"
    )
    ask(page, "デジタル化はどう進めますか")
    assert page.locator(".kc-chip").all_inner_texts()[0] == "対象: 金沢市"
    assert "1自治体・" in page.locator(".kc-reach").inner_text()


def test_follow_up_and_new_conversation(browser: tuple[Any, Seen]) -> None:
    """Turns stay on the page, marks of the first still work after the second; 新しい会話 starts over."""
    page, _ = browser
    ask(page, CSIRT)
    ask(page, "その訓練はどうしていますか")
    assert page.locator(".kc-turn").count() == 2
    page.locator(".kc-turn").first.locator(".kc-mark").first.click()
    page.wait_for_selector(".kc-record[data-focus]")
    assert "調布市議会" in page.locator(".kc-record h2").inner_text()
    page.get_by_role("button", name="新しい会話").click()
    page.wait_for_selector(".kc-welcome")
    assert page.locator(".kc-turn").count() == 0


def test_each_browser_has_its_own_conversation(address: str, browser: tuple[Any, Seen]) -> None:
    """What one person asks is not on another's page."""
    page, _ = browser
    ask(page, CSIRT)
    other = page.context.new_page()
    other.goto(address)
    other.wait_for_selector(".kc-welcome")
    assert other.locator(".kc-turn").count() == 0


def test_example_question_is_asked_at_once_and_answered(browser: tuple[Any, Seen]) -> None:
    """The first thing a new user can press gives an answer."""
    page, _ = browser
    page.locator(".kc-example").first.click()
    page.wait_for_selector(".kc-quote")


def test_upload_ask_and_remove(browser: tuple[Any, Seen], tmp_path: Path) -> None:
    """A file is read with a line of its own, a broken one with its reason; it can be asked about at once, no
    script in it runs, and once removed it is in no answer."""
    page, _ = browser
    (tmp_path / "青葉台市民会議（案）.txt").write_text(MINUTES, "utf-8")
    (tmp_path / "空.txt").write_bytes(b"")
    page.get_by_role("tab", name="資料").click()
    page.set_input_files("#kc-upload input", sorted(map(str, tmp_path.iterdir())))
    page.wait_for_selector("text=2件のうち1件を読み込めませんでした")
    lines = page.locator(".kc-results li").all_inner_texts()
    assert any("青葉台市民会議（案）.txt" in line and "読み込みました" in line for line in lines)
    assert any("空.txt" in line and "読み込めませんでした" in line for line in lines)
    row = page.locator(".kc-table tbody tr", has_text="青葉台市民会議")
    row.wait_for()
    page.get_by_role("tab", name="会話").click()
    ask(page, "新しい団地への移動図書館の巡回はいつ始めますか")
    assert "月2回で始めます。" in page.locator(".kc-quote").first.inner_text()
    page.locator(".kc-mark").first.click()
    page.wait_for_selector(".kc-record[data-focus]")
    hostile = "<script>window.hacked=1</script>[押す](javascript:window.hacked=2)"
    assert f"月2回で始めます。{hostile}" in page.locator(".kc-record").first.inner_text()
    assert page.locator(".kc script, .kc img, .kc a[href^=javascript]").count() == 0
    assert page.evaluate("window.hacked") is None
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("tab", name="資料").click()
    row.get_by_role("button", name=": 削除").click()
    row.wait_for(state="detached")
    page.get_by_role("tab", name="会話").click()
    ask(page, "新しい団地への移動図書館の巡回はいつ始めますか")
    assert "月2回" not in page.locator(".kc-turn").last.locator(".kc-a").inner_text()


def test_keyboard_alone(browser: tuple[Any, Seen]) -> None:
    """Type, Enter, Tab to the mark, Enter: the record is open, the focus in it, and its outline is visible."""
    page, _ = browser
    page.locator("#kc-question textarea").focus()
    page.keyboard.type(CSIRT)
    page.keyboard.press("Enter")
    page.wait_for_selector(".kc-quote")
    page.locator(".kc-mark").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "4px"
    page.keyboard.press("Enter")
    page.wait_for_selector(".kc-record[data-focus]")
    assert page.evaluate("document.activeElement.tagName") == "H2"


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_widths(context: Any, address: str, width: int, height: int) -> None:
    """No sideways scrolling, every control at least 44 px high, the record beside the answer or below it; lang is ja
    and Gradio's own words are Japanese too."""
    with opened(context, address, width, height) as (page, seen):
        ask(page, CSIRT)
        page.locator(".kc-mark").first.click()
        page.wait_for_selector(".kc-record[data-focus]")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.documentElement.lang") == "ja"
        log, record = page.locator(".kc-turn").bounding_box(), page.locator(".kc-record").bounding_box()
        assert (record["x"] > log["x"] + log["width"]) is (width >= 1024)
        assert 0 <= page.locator("mark.kc-hl").first.bounding_box()["y"] < height
        page.get_by_role("tab", name="資料").click()
        page.wait_for_selector("text=ファイルをここにドロップ")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(_SMALL) == []
        assert seen.outside == []


_SMALL = """[...document.querySelectorAll('button, summary, a[href]')]
    .filter(e => e.checkVisibility() && !e.closest('[aria-hidden=true]'))
    .map(e => [e.innerText, e.getBoundingClientRect().height]).filter(([, height]) => height < 43.5)"""
