"""The page at its edges, in a real headless Chromium: hostile and very long text, errors, limits; narrow screens, focus, paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import chat_fake
import made_record
import pytest
from chat_browser import Seen, ask, chromium, opened, served

from corpus.errors import StoreError

pytestmark = pytest.mark.browser

STOCKS = "調布市の備蓄はどうですか"


@pytest.fixture(scope="module")
def service() -> chat_fake.FakeService:
    return chat_fake.service()


@pytest.fixture(scope="module")
def address(service: chat_fake.FakeService, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    chromium()
    with served(service, tmp_path_factory.mktemp("edges"), max_upload_bytes=1000) as address:
        yield address


@pytest.fixture(scope="module")
def browser(context: Any, address: str) -> Iterator[Any]:
    """One page for the tests that leave it usable."""
    with opened(context, address) as page:
        yield page


def test_document_text_is_shown_as_text(browser: tuple[Any, Seen]) -> None:
    """Scripts, images, javascript: links and template marks in a document show as typed in answer, record and list;
    none runs, no image is fetched."""
    page, seen = browser
    ask(page, "攻撃を見せて")
    assert made_record.HOSTILE in page.locator(".kc-quote").last.text_content()
    page.locator(".kc-mark").last.click()
    page.wait_for_selector(".kc-record[data-focus]")
    assert page.locator(".kc-record .kc-words").last.text_content() == made_record.HOSTILE
    page.get_by_role("tab", name="資料").click()
    assert "<script>window.hacked=1</script>" in page.locator(".kc-table").inner_text()
    page.get_by_role("tab", name="会話").click()
    assert page.locator(".kc script, .kc img, .kc a[href^=javascript]").count() == 0
    assert page.evaluate("window.hacked") is None
    assert seen.outside == []


def test_very_long_line_keeps_the_page_in_shape(browser: tuple[Any, Seen]) -> None:
    """A line of 50,000 characters wraps; its quoted words are scrolled into view."""
    page, _ = browser
    ask(page, "長文を見せて")
    page.locator(".kc-mark").last.click()
    page.wait_for_function("document.querySelector('.kc-record h2') === document.activeElement")
    page.wait_for_function("document.querySelector('mark.kc-hl')?.innerText === '結論から申します。'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    assert 0 <= page.locator("mark.kc-hl").bounding_box()["y"] < 900


def test_quick_marks_of_several_towns(browser: tuple[Any, Seen]) -> None:
    """One block a town, each mark opens its own town's record."""
    page, _ = browser
    ask(page, "避難所の備蓄はどうですか")
    marks = page.locator(".kc-turn").last.locator(".kc-mark")
    for mark, town in ((0, "調布市議会"), (1, "金沢市議会"), (0, "調布市議会")):
        marks.nth(mark).click()
        page.wait_for_function(
            "town => document.querySelector('.kc-record h2').innerText.includes(town)", arg=town
        )


def test_error_says_what_to_do_and_the_page_goes_on(
    browser: tuple[Any, Seen], service: chat_fake.FakeService
) -> None:
    """Our own errors in their words, others in general words without details; the next question works."""
    page, _ = browser
    service.failing = StoreError("保管場所を開けません", "kaigiroku doctor を実行してください")
    ask(page, "備蓄は")
    assert "kaigiroku doctor を実行" in page.locator(".kc-error").last.inner_text()
    service.failing = RuntimeError("/secret/path")
    ask(page, "備蓄は")
    said = page.locator(".kc-error").last.inner_text()
    assert "もう一度お試しください" in said
    assert "secret" not in said
    service.failing = None
    ask(page, "備蓄は")
    assert page.locator(".kc-turn").last.locator(".kc-quote").count() == 2


def test_wrong_period_is_said(browser: tuple[Any, Seen]) -> None:
    """A date that cannot be read is named where the answer would stand, with an example."""
    page, _ = browser
    page.click("#kc-narrow > button")
    page.get_by_label("いつから").fill("あした頃")
    ask(page, "備蓄は")
    assert "「あした頃」は日付として読めません" in page.locator(".kc-error").last.inner_text()
    page.get_by_label("いつから").fill("")
    page.click("#kc-narrow > button")


def test_upload_over_the_limit_is_refused(browser: tuple[Any, Seen], tmp_path: Path) -> None:
    """A file above the limit never reaches the service, and the page says so."""
    page, _ = browser
    (tmp_path / "大きい.txt").write_text("あ" * 1000, "utf-8")
    page.get_by_role("tab", name="資料").click()
    page.set_input_files("#kc-upload input", str(tmp_path / "大きい.txt"))
    page.wait_for_selector("text=ファイルが大きすぎます")
    assert "大きい.txt" not in page.locator(".kc-table").inner_text()


def test_what_does_not_fit_or_cannot_be_taken_is_said(browser: tuple[Any, Seen], tmp_path: Path) -> None:
    """A pasted text that the field cuts is no longer cut in silence; a file of another kind than a backup is refused in Japanese."""
    page, _ = browser
    page.get_by_role("tab", name="会話", exact=True).click()
    box, note = page.locator("#kc-question textarea"), page.locator(".kc-full")
    box.fill("あ" * 2001)
    assert note.inner_text() == "2,000字までです。これより長い分は入りません。"
    box.fill("あ" * 1999)
    assert note.count() == 0
    box.fill("")
    (tmp_path / "控え.txt").write_text("控え", "utf-8")
    page.get_by_role("tab", name="資料", exact=True).click()
    page.locator("#kc-backup > button").click()
    page.locator("#kc-backup input[type=file]").set_input_files(str(tmp_path / "控え.txt"))
    page.wait_for_selector("text=この種類のファイルは選べません（選べるのは .zip）: 控え.txt")


def test_contrast_and_size_of_text(browser: tuple[Any, Seen]) -> None:
    """WCAG AA: every text at least 4.5 : 1 on its ground and 14 px high (signs aside), in an answer, a refusal, an error."""
    page, _ = browser
    page.get_by_role("tab", name="会話").click()
    page.emulate_media(color_scheme="dark")
    ask(page, "備蓄は")
    ask(page, "プールは")
    assert page.evaluate(_LOW_CONTRAST) == []
    page.get_by_role("tab", name="資料").click()
    assert page.evaluate(_LOW_CONTRAST) == []


def test_fields_can_be_told_from_their_ground(browser: tuple[Any, Seen]) -> None:
    """WCAG 1.4.11: the line round a box to tick, a list to choose from, a field to write in is at least 3 : 1 on white."""
    page, _ = browser
    for tab, fields in (("答弁の約束", 12), ("質問準備", 4)):
        page.get_by_role("tab", name=tab, exact=True).click()
        page.locator("textarea, input").locator("visible=true").first.wait_for()
        lines = page.evaluate(_LINES)
        assert len(lines) == fields
        assert [line for line in lines if line[1] < 3] == []


_LINES = """() => [...document.querySelectorAll('textarea, input[type=checkbox], input[type=text], .wrap:has(> .wrap-inner)')]
  .filter((e) => e.checkVisibility() && !e.closest('.wrap-inner'))
  .map((e) => [e.type || 'list', getComputedStyle(e).borderTopColor.match(/[\\d.]+/g).map(Number)])
  .map(([kind, rgb]) => [kind, rgb.slice(0, 3).map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))])
  .map(([kind, rgb]) => [kind, 1.05 / (0.05 + 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2])])"""


_LOW_CONTRAST = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (rgb) => rgb.map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const c = numbers(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const low = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const words = texts.currentNode.textContent.trim(), e = texts.currentNode.parentElement;
    if (!/[\\p{L}\\p{N}]/u.test(words) || !e.checkVisibility() || e.closest('script, style, noscript')) continue;
    const style = getComputedStyle(e);
    const [a, b] = [light(numbers(style.color).slice(0, 3)), light(ground(e))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5 || parseFloat(style.fontSize) < 14) low.push(words);
  }
  return low;
}"""


def test_api_documentation_works_without_the_internet(browser: tuple[Any, Seen]) -> None:
    """/docs is drawn from this machine alone, under the same content policy."""
    page = browser[0].context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    home = browser[0].url.split("?")[0]
    page.goto(home + "docs")
    page.wait_for_selector("text=質問する")
    assert [url for url in asked if not url.startswith((home, "data:"))] == []
    page.close()


def test_lost_server_is_said_in_japanese(
    browser: tuple[Any, Seen], service: chat_fake.FakeService, tmp_path: Path
) -> None:
    """A question to a server that has gone: what happened and what to do, not an English code."""
    page = browser[0].context.new_page()
    with served(service, tmp_path) as address:
        page.goto(address)
        page.wait_for_selector(".kc-welcome")
    page.fill("#kc-question textarea", "備蓄は")
    page.get_by_role("button", name="質問する", exact=True).click()
    page.wait_for_selector("text=サーバーとの接続が切れました")
    page.close()


def test_an_empty_store_says_what_to_do_on_each_tab(context: Any, tmp_path: Path) -> None:
    """Protects: where nothing was loaded the user was told to check towns and period, to write it otherwise, or to use fewer conditions."""
    with (
        served(chat_fake.FakeService(), tmp_path) as address,
        opened(context, address) as (page, _),
    ):
        ask(page, STOCKS)
        for name, box, button in (
            ("会話", "", ""),
            ("比較", "#kc-compare-question", "#kc-compare"),
            ("答弁の約束", "", ""),
            ("質問準備", "#kc-brief-theme", "#kc-brief"),
            ("答弁確認", "#kc-check-text", "#kc-check"),
        ):
            page.get_by_role("tab", name=name, exact=True).click()
            if box:
                page.fill(f"{box} textarea", "避難所の備蓄を増やします。")
                page.click(button)
            said = page.locator("text=会議録がまだ読み込まれていません").locator("visible=true")
            said.first.wait_for()
            for wrong in ("条件を広げて", "条件を減らす", "自治体と期間を確かめて", "これまでに答弁がない文"):
                assert page.locator(f".kc-none:has-text('{wrong}')").locator("visible=true").count() == 0


def test_focus_stays_clear_of_the_question_box(context: Any, address: str) -> None:
    """What is reached with Tab from the question's marks to the last button that saves the conversation is in view and not under the box."""
    with opened(context, address, 1280, 560) as (page, _):
        ask(page, STOCKS)
        page.wait_for_selector(".kc-follow:not([hidden])")
        page.evaluate(
            "window.scrollTo(0, 0); document.querySelector('.kc-log .kc-mark').focus({ preventScroll: true })"
        )
        reached = []
        while len(reached) < 20 and "CSV" not in (reached or [""])[-1]:
            page.keyboard.press("Tab")
            clear, name = page.evaluate(
                "(() => { const e = document.activeElement, b = e.getBoundingClientRect();"
                " return [b.top >= 0 && b.bottom <= document.querySelector('#kc-ask').getBoundingClientRect().top, e.innerText] })()"
            )
            assert clear, name
            reached.append(name)
        assert "CSV" in reached[-1]


def test_paper(context: Any, address: str) -> None:
    """On paper stand the question, the quotation, its source and the record, and no control."""
    with opened(context, address) as (page, _):
        ask(page, STOCKS)
        page.wait_for_selector(".kc-record")
        page.emulate_media(media="print")
        for hidden in ("#kc-ask", "#kc-export", ".kc-tools", ".tab-wrapper", ".kc-lang", ".kc-off"):
            assert page.locator(hidden).locator("visible=true").count() == 0
        assert page.locator(".kc-q").is_visible()
        assert page.locator(".kc-who").first.is_visible()
        assert page.locator(".kc-record .kc-words").last.is_visible()


@pytest.mark.parametrize("width", [720, 360, 320])
def test_zoom_and_narrow_screens(context: Any, address: str, width: int) -> None:
    """At 200 % (half of 1440), on a phone and at 320 px nothing makes the page scroll sideways: fold open, voted, followed."""
    with opened(context, address, width, 740) as (page, seen):
        ask(page, STOCKS)
        page.wait_for_selector(".kc-follow:not([hidden])")
        page.get_by_role("button", name="役に立った", exact=True).click()
        page.wait_for_selector(".kc-comment")
        page.click("#kc-narrow > button")
        page.wait_for_selector("#kc-narrow-office textarea:visible, #kc-narrow-office input:visible")
        page.wait_for_function(
            "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector('#kc-narrow > button').getBoundingClientRect())"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(_LOW_CONTRAST) == []
        assert seen.errors == []
