"""The tabs 比較, 質問準備 and 答弁確認 in a real headless Chromium, each used to its end; hostile text stays text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import chat_fake
import docx as word
import made_record
import openpyxl
import pytest
from chat_browser import Seen, chromium, launched, opened, served
from test_chat_page_edges import _LOW_CONTRAST

from chat.service import Service

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser(sample_service: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Seen]]:
    chromium()
    with (
        served(sample_service, tmp_path_factory.mktemp("desk")) as address,
        launched() as context,
        opened(context, address) as page,
    ):
        yield page


@pytest.fixture(scope="module")
def service() -> chat_fake.FakeService:
    return chat_fake.service()


def tab(page: Any, name: str) -> None:
    page.get_by_role("tab", name=name, exact=True).click()


def choose(page: Any, label: str, town: str) -> None:
    """Chooses a town in the dropdown of the tab in view."""
    box = page.get_by_label(label).locator("visible=true").first
    box.click()
    page.get_by_role("option", name=town).locator("visible=true").first.click()
    page.keyboard.press("Escape")


def downloaded(page: Any, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_text(name, exact=True).locator("visible=true").click()
    return Path(waiting.value.path()).read_bytes()


def test_compare_to_the_table(browser: tuple[Any, Seen]) -> None:
    """The towns that answer, then in a line and a fold those without record; a mark opens the record at the quotation, the table opens."""
    page, seen = browser
    tab(page, "比較")
    page.fill("#kc-compare-question textarea", "CSIRTはどう組織されていますか")
    page.click("#kc-compare")
    page.wait_for_selector("text=5自治体のうち")
    assert page.locator(".kc-town:visible").count() == 1
    assert (
        "該当する記録なし（4自治体）: 八千代市、平塚市、金沢市、長崎市"
        in page.locator(".kc-results:visible").inner_text()
    )
    choose(page, "比べる自治体", "金沢市")
    taken = page.locator(".token-remove:visible").first
    taken.and_(page.get_by_title("この選択を外す")).click()
    assert page.locator(".token:visible").count() == 0
    page.get_by_text("該当する記録のない自治体ごとの").click()
    chofu = page.locator(".kc-town[aria-label=調布市]")
    assert "デジタル行政推進課" in chofu.inner_text()
    assert "該当する記録なし" in page.locator(".kc-town[aria-label=長崎市]").inner_text()
    chofu.locator(".kc-mark").last.click()
    page.wait_for_selector("mark.kc-hl:visible")
    book = openpyxl.load_workbook(io.BytesIO(downloaded(page, "表を保存（Excel）")))
    assert {row[0].value for row in book["比較"].iter_rows(min_row=2)} == {
        "八千代市",
        "平塚市",
        "調布市",
        "金沢市",
        "長崎市",
    }
    assert downloaded(page, "表を保存（CSV）").startswith(b"\xef\xbb\xbf")
    assert page.evaluate(_LOW_CONTRAST) == []
    assert seen.errors == []


def test_brief_to_the_word_file(browser: tuple[Any, Seen]) -> None:
    """Theme and town give the dossier; what is edited stands in the Word file; nothing chosen is said."""
    page, seen = browser
    tab(page, "質問準備")
    page.fill("#kc-brief-theme textarea", "情報セキュリティ")
    page.click("#kc-brief")
    page.wait_for_selector(".kc-error:visible")
    choose(page, "自分の自治体", "調布市")
    page.click("#kc-brief")
    page.wait_for_selector(".kc-brief")
    assert page.locator(".kc-brief section").count() == 6
    page.locator(".kc-brief .kc-mark").first.click()
    page.wait_for_selector("mark.kc-hl:visible")
    box = page.locator("#kc-brief-text textarea")
    box.fill(box.input_value() + "\n- 自分で書き足した行\n")
    page.click("#kc-brief-files")
    paragraphs = word.Document(io.BytesIO(downloaded(page, "資料を保存（Word）"))).paragraphs
    assert paragraphs[-1].text == "自分で書き足した行"
    assert "# 質問準備: 情報セキュリティ（調布市）" in downloaded(page, "資料を保存（Markdown）").decode()
    assert page.evaluate(_LOW_CONTRAST) == []
    assert seen.errors == []


def test_the_dossier_does_not_wait_for_the_list_of_promises(
    browser: tuple[Any, Seen], sample_service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects: while the list is made anew, two minutes for 700 meetings, the tab said so and gave nothing."""
    page, seen = browser
    monkeypatch.setattr(sample_service.ledger, "behind", lambda: (120, 544))
    tab(page, "質問準備")
    page.fill("#kc-brief-theme textarea", "マイナンバーカード")
    choose(page, "自分の自治体", "調布市")
    page.click("#kc-brief")
    page.wait_for_selector(".kc-brief >> text=質問準備: マイナンバーカード")
    page.wait_for_selector(".kc-note:visible >> text=約束の一覧を作っています（120/544）")
    assert "（一覧を作っている途中のもの）" in page.locator(".kc-brief").inner_text()
    assert page.locator("#kc-brief-text textarea").input_value().startswith("# 質問準備: マイナンバーカード")
    monkeypatch.undo()
    page.click("#kc-brief")
    page.wait_for_selector("#kc-brief-text:visible")
    page.locator(".kc-note:visible >> text=作り直しています").wait_for(state="detached")
    assert seen.errors == []


def test_check_marks_what_differs(browser: tuple[Any, Seen], tmp_path: Path) -> None:
    """A Word file becomes text; the differing figure is marked in words, a new matter said, a mark opens the record."""
    page, seen = browser
    tab(page, "答弁確認")
    document = word.Document()
    document.add_paragraph(
        "本市は昨年10月に、80台で同時にテレワークができる環境を入れました。野良猫の避妊手術に補助を出します。"
    )
    document.save(str(tmp_path / "答弁案.docx"))
    page.set_input_files("#kc-check-file input", str(tmp_path / "答弁案.docx"))
    page.wait_for_function("document.querySelector('#kc-check-text textarea').value.includes('80台')")
    choose(page, "自分の自治体（その答弁を先に示します）", "八千代市")
    page.click("#kc-check")
    page.wait_for_selector("text=2文を確認しました")
    assert (
        "数値「80台」が以前の答弁では「50台」" in page.locator(".kc-differs").first.locator("..").inner_text()
    )
    assert "これまでに答弁がない" in page.locator(".kc-checked > li").last.inner_text()
    book = openpyxl.load_workbook(io.BytesIO(downloaded(page, "表を保存（Excel）")))
    rows = list(book["答弁確認"].iter_rows(min_row=2, values_only=True))
    assert "数値「80台」が以前の答弁では「50台」" in str(rows[0][6])
    assert [row[2] for row in rows][-1] == "これまでに答弁がない"
    page.locator(".kc-checked .kc-mark").first.click()
    page.wait_for_selector("mark.kc-hl:visible")
    assert page.evaluate(_LOW_CONTRAST) == []
    # What is read next, or cannot be read, has no table yet.
    (tmp_path / "図.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    page.set_input_files("#kc-check-file input", str(tmp_path / "図.png"))
    page.locator("[role=tabpanel]:visible .kc-error", has_text="図.png: 画像ファイルです").wait_for()
    page.wait_for_function(
        "![...document.querySelectorAll('button, a')].some(e => e.offsetParent && e.textContent.includes('表を保存'))"
    )
    assert seen.errors == []


def test_dossier_on_paper(browser: tuple[Any, Seen]) -> None:
    """The dossier with its 問 and 答 in black on white; no button, no field for files, not its text a second time and cut off."""
    page, _ = browser
    tab(page, "質問準備")
    page.fill("#kc-brief-theme textarea", "情報セキュリティ")
    choose(page, "自分の自治体", "調布市")
    page.evaluate("document.querySelectorAll('.kc-brief').forEach(old => old.remove())")
    page.click("#kc-brief")
    page.wait_for_selector(".kc-brief .kc-tag")
    page.emulate_media(media="print")
    tag = page.locator(".kc-brief .kc-tag").first
    assert tag.evaluate("e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]") == [
        "rgb(0, 0, 0)",
        "rgb(255, 255, 255)",
    ]
    for hidden in ("#kc-brief", "#kc-brief-files", "#kc-brief-text"):
        assert not page.locator(hidden).is_visible()
    page.emulate_media(media="screen")


def test_hostile_text_and_narrow_screens(browser: tuple[Any, Seen], address: str) -> None:
    """Scripts and images in documents show as typed in all three tabs, none runs; a phone needs no sideways scrolling."""
    with opened(browser[0].context, address, 360, 740) as (page, seen):
        for name, box, words, button, done in (
            ("比較", "#kc-compare-question", "攻撃は", "#kc-compare", ".kc-town .kc-quote"),
            ("質問準備", "#kc-brief-theme", "攻撃", "#kc-brief", ".kc-brief .kc-quote"),
            (
                "答弁確認",
                "#kc-check-text",
                f"攻撃への備えはどうか伺います。{made_record.HOSTILE}",
                "#kc-check",
                ".kc-checked .kc-quote",
            ),
        ):
            _open_tab(page, name)
            page.fill(f"{box} textarea", words)
            if name == "質問準備":
                choose(page, "自分の自治体", "調布市")
            page.click(button)
            page.wait_for_selector(done)
            assert "<script>window.hacked=1</script>" in page.locator(done).first.text_content()
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.locator(".kc script, .kc img, .kc a[href^=javascript]").count() == 0
        assert page.evaluate("window.hacked") is None
        assert seen.outside == []


def test_a_sentence_without_an_end_is_shown_by_its_beginning(browser: tuple[Any, Seen], address: str) -> None:
    """What was pasted without a full stop filled 40 screens of a phone, with the result below; it opens, as text, and closes again."""
    words = "攻撃への備え<b>と</b>" + "備蓄の一覧" * 6000
    with opened(browser[0].context, address, 360, 740) as (page, _):
        _open_tab(page, "答弁確認")
        page.fill("#kc-check-text textarea", f"備蓄を確認します。{words}")
        page.click("#kc-check")
        whole = page.locator(".kc-checked .kc-draft", has_text="一覧備蓄")
        whole.wait_for(state="attached")
        assert not whole.is_visible()
        assert page.locator(".kc-checked").bounding_box()["height"] < 2 * 740
        beginning = page.locator(".kc-checked summary", has_text="文の全体（30,014字）")
        assert words[:200] + "…" in beginning.text_content()
        beginning.press("Enter")
        whole.wait_for()
        assert whole.text_content() == words
        assert page.locator(".kc-checked .kc-first").is_hidden()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.locator(".kc-checked details[open] > summary").click()
        whole.wait_for(state="hidden")


def _open_tab(page: Any, name: str) -> None:
    """Opens a tab, from the overflow menu where the screen is too narrow to show it."""
    wanted = page.get_by_role("tab", name=name, exact=True).locator("visible=true")
    if wanted.count():
        wanted.first.click()
        return
    page.locator(".overflow-menu > button").click()
    page.locator(".overflow-dropdown button", has_text=name).click()


def test_what_stops_a_run_is_there_while_it_runs(
    browser: tuple[Any, Seen], address: str, service: chat_fake.FakeService
) -> None:
    """No button to stop what does not run; pressed, it ends the comparison after the town at work, and that is said."""
    with opened(browser[0].context, address) as (page, seen):
        tab(page, "比較")
        stop = page.get_by_role("button", name="止める")
        page.wait_for_selector("#kc-compare:visible")
        assert stop.locator("visible=true").count() == 0
        service.waiting.clear()
        try:
            page.fill("#kc-compare-question textarea", "備蓄は")
            page.click("#kc-compare")
            stop.locator("visible=true").click()
            page.wait_for_timeout(300)
        finally:
            service.waiting.set()
        page.wait_for_selector("text=2自治体のうち1自治体まで調べて止めました。")
        assert page.locator(".kc-town").count() == 1
        assert stop.locator("visible=true").count() == 0
        assert seen.errors == []


def test_what_is_pressed_during_a_run_is_done_after_it(
    browser: tuple[Any, Seen], address: str, service: chat_fake.FakeService
) -> None:
    """Another theme, written and sent while the first dossier is made, was lost: the first stood under the second's name."""
    with opened(browser[0].context, address) as (page, seen):
        tab(page, "質問準備")
        choose(page, "自分の自治体", "調布市")
        service.waiting.clear()
        try:
            page.fill("#kc-brief-theme textarea", "備蓄")
            page.click("#kc-brief")
            page.wait_for_selector(".kc-progress")
            page.fill("#kc-brief-theme textarea", "攻撃")
            page.click("#kc-brief")
            page.wait_for_timeout(200)
        finally:
            service.waiting.set()
        page.wait_for_selector("h2:has-text('質問準備: 攻撃')")
        assert seen.errors == []
