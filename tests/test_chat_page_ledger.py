"""The tab 答弁の約束 in a real headless Chromium: listing, narrowing, opening the record, files, hostile text."""

from __future__ import annotations

import io
import re
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import chat_fake
import gradio as gr
import pytest
from chat_browser import Seen, chromium, opened, served
from openpyxl import load_workbook

from chat.commitments import table as commitment_table
from chat.commitments.ledger import Ledger
from chat.commitments.types import Count
from chat.page import ledger_files
from chat.page.ledger import EVERY, _offices, _plotted, wanted_of
from chat.page.ledger_figure import figure
from corpus.errors import SettingsError

FIRST = """令和4年度 第1回 青葉台市民会議 会議録
日時 令和4年10月12日（水）
○山本委員 移動図書館の巡回先に、新しい団地は入りますか。
○図書館長 移動図書館の巡回先に新しい団地を加えることを検討してまいります。<script>window.hacked=1</script>[押す](javascript:window.hacked=2)
○山本委員 返却の窓口はどこに置きますか。
○図書館長 返却の窓口は、来年度に団地の集会所に設置します。
"""
SECOND = """令和5年度 第1回 青葉台市民会議 会議録
日時 令和5年10月12日（木）
○山本委員 移動図書館の巡回先に新しい団地は加わりましたか。
○図書館長 移動図書館の巡回先に新しい団地を追加しました。
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Holds the documents, and the store as `store`."""
    return tmp_path_factory.mktemp("ledger")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The page over two meetings of one town."""
    chromium()
    from chat.service import Service
    from chat.settings import Settings

    (folder / "a.txt").write_text(FIRST, "utf-8")
    (folder / "b.txt").write_text(SECOND, "utf-8")
    service = Service.open(Settings(store=folder / "store", encoder="none"))
    service.add([folder / "a.txt", folder / "b.txt"])
    with served(service, folder) as address:
        yield address


@pytest.fixture
def browser(context: Any, address: str) -> Iterator[tuple[Any, Seen]]:
    """The tab, once its list is drawn; nothing may be asked of another host and no script may fail."""
    with opened(context, address) as (page, seen):
        page.get_by_role("tab", name="答弁の約束").click()
        page.wait_for_selector(".kc-ledger tbody tr")
        yield page, seen
        assert seen.outside == []
        assert seen.errors == []


@pytest.mark.browser
def test_a_tablet_shows_the_list_over_its_whole_width(browser: tuple[Any, Seen]) -> None:
    """Protects: it had three fifths of the width, beside a record far above what was pressed; the record stands under it, in view."""
    page, _ = browser
    page.set_viewport_size({"width": 768, "height": 1024})
    assert page.locator(".kc-ledger").evaluate("e => e.clientWidth") > 700
    page.locator(".kc-ledger [data-statement]").last.click()
    page.wait_for_function("""() => { const mark = document.querySelector('#kc-ledger .kc-record mark.kc-hl');
        const box = mark && mark.getBoundingClientRect(); return box && box.top > 0 && box.bottom < innerHeight; }""")
    list_end = page.locator(".kc-ledger").evaluate("e => e.getBoundingClientRect().bottom")
    assert page.locator("#kc-ledger .kc-record").evaluate("e => e.getBoundingClientRect().top") >= list_end


@pytest.mark.browser
def test_lists_newest_first_with_what_came_of_it(browser: tuple[Any, Seen]) -> None:
    """Each statement with kind, words, office, day and the later exchange on the same matter; text is shown as text."""
    page, _ = browser
    rows = page.locator(".kc-ledger tbody tr")
    kinds = [row.locator(".kc-kind").inner_text() for row in rows.all()]
    assert kinds == ["実施済", "検討", "実施する"]
    assert "「移動図書館の巡回先に新しい団地を追加しました。」" in rows.nth(0).inner_text()
    second = rows.nth(1).inner_text()
    assert "図書館長" in second
    assert "令和4年10月12日" in second
    assert "その後に実施の答弁あり" in second
    assert "その後の言及なし" in rows.nth(2).inner_text()
    assert "来年度" in rows.nth(2).inner_text()
    assert "一覧の発言を押すと" in page.locator(".kc-record-empty:visible").inner_text()
    assert page.evaluate("window.hacked") is None


@pytest.mark.browser
def test_opens_the_record_and_the_later_exchange(browser: tuple[Any, Seen]) -> None:
    """A statement opens its record at its words, its button the later exchange."""
    page, _ = browser
    row = page.locator(".kc-ledger tbody tr").nth(1)
    row.get_by_role("button", name="検討してまいります").click()
    page.wait_for_selector(".kc-record mark")
    marked = page.locator(".kc-record mark").all_inner_texts()
    assert "".join(marked) == "移動図書館の巡回先に新しい団地を加えることを検討してまいります。"
    row.get_by_role("button", name="令和5年10月12日の質疑を開く").click()
    page.wait_for_selector(".kc-record >> text=令和5年10月12日")
    assert "追加しました" in page.locator(".kc-record:visible").inner_text()


@pytest.mark.browser
def test_the_record_opens_in_view_from_any_row(browser: tuple[Any, Seen]) -> None:
    """Beside the last row of a long list as beside the first, with the name of the meeting over the quotation."""
    page, _ = browser
    page.set_viewport_size({"width": 1440, "height": 540})
    page.add_style_tag(content=".kc-ledger tbody td { height: 400px; }")
    page.locator(".kc-ledger tbody [data-statement]").last.click()
    page.wait_for_selector(".kc-record mark.kc-hl")
    page.wait_for_function(
        """() => ['.kc-record h2', '.kc-record mark.kc-hl'].every(name => {
            const seen = document.querySelector(name).getBoundingClientRect();
            return seen.top >= 0 && seen.bottom <= innerHeight && seen.height > 0;
        })"""
    )


def test_narrows_and_says_when_nothing_is_left(browser: tuple[Any, Seen]) -> None:
    """Kind, words and 言及がない narrow the list; a date that cannot be read is said."""
    page, _ = browser
    page.get_by_label("その後の言及がないものだけ").check()
    page.get_by_role("button", name="一覧を表示").click()
    page.wait_for_selector("text=1件のうち1〜1件目")
    assert "返却の窓口" in page.locator(".kc-ledger").inner_text()
    page.fill("#kc-promise-words textarea, #kc-promise-words input", "プール")
    page.get_by_role("button", name="一覧を表示").click()
    page.wait_for_selector("text=当てはまる答弁は見つかりませんでした")
    page.get_by_label("いつから").last.fill("いつか")
    page.get_by_role("button", name="一覧を表示").click()
    page.wait_for_selector("text=日付として読めません")


@pytest.mark.browser
def test_a_closed_list_stays_closed_when_it_is_left(browser: tuple[Any, Seen]) -> None:
    """Escape closes the list of offices, Tab goes on to the next field and opens nothing over it."""
    page, _ = browser
    options = page.get_by_role("option").locator("visible=true")
    page.get_by_label("役職", exact=True).click()
    options.first.wait_for()
    page.keyboard.press("Escape")
    options.first.wait_for(state="detached")
    page.keyboard.press("Tab")
    page.wait_for_timeout(500)
    assert page.evaluate("document.activeElement.type") == "checkbox"
    assert options.count() == 0


@pytest.mark.browser
def test_a_long_list_keeps_no_focus(context: Any, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that scrolls took the focus on the way to the next field, and it was lost when the list closed."""
    monkeypatch.setattr(Ledger, "offices", lambda ledger: [f"第{number}部長" for number in range(40)])
    with opened(context, address) as (page, _):
        page.get_by_role("tab", name="答弁の約束").click()
        page.get_by_label("役職", exact=True).click()
        page.get_by_role("option", name="第39部長").wait_for()
        page.keyboard.press("Tab")
        page.wait_for_timeout(300)
        assert page.evaluate("document.activeElement.type") == "checkbox"


@pytest.mark.browser
def test_saves_what_is_listed(browser: tuple[Any, Seen]) -> None:
    """The files hold the narrowed list, in full."""
    page, _ = browser
    page.get_by_label("検討", exact=True).check()
    page.get_by_role("button", name="一覧を表示").click()
    page.wait_for_selector("text=1件のうち1〜1件目")
    with page.expect_download() as saving:
        page.get_by_role("button", name="一覧を保存（Excel）").click()
    sheet = load_workbook(io.BytesIO(saving.value.path().read_bytes())).active
    assert [row[5] for row in sheet.iter_rows(values_only=True)] == ["種類", "検討"]
    with page.expect_download() as saving:
        page.get_by_role("button", name="一覧を保存（CSV）").click()
    text = saving.value.path().read_text("utf-8-sig")
    assert "検討してまいります" in text
    assert "追加しました" not in text
    page.wait_for_selector("text=1件を「答弁の約束.csv」に保存しました。")


@pytest.mark.browser
def test_saves_while_the_list_is_written(browser: tuple[Any, Seen], folder: Path) -> None:
    """Protects: pressed while the list was made anew no file came for a minute, and then sometimes an error: who made the file waited
    for who wrote the list."""
    page, _ = browser
    writing = commitment_table.connect(folder / "store")
    writing.execute("BEGIN IMMEDIATE")
    writing.execute("DELETE FROM mentions")
    try:
        with page.expect_download() as saving:
            page.get_by_role("button", name="一覧を保存（CSV）").click()
        assert "追加しました" in saving.value.path().read_text("utf-8-sig")
    finally:
        writing.execute("ROLLBACK")


@pytest.mark.browser
def test_saving_a_long_list_says_how_far_it_is_and_stops(
    browser: tuple[Any, Seen], monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many rows are written; stopped, no file comes, that is said, and the next one is made whole."""
    page, _ = browser
    going = threading.Event()

    def slow(found: list[Any], form: str, told: Callable[[int], None]) -> bytes:
        while not going.is_set():
            told(2)
            time.sleep(0.02)
        return b"whole"

    monkeypatch.setattr(ledger_files, "to_table", slow)
    files: list[Any] = []
    page.on("download", lambda file: files.append(file))  # noqa: PLW0108 (playwright sets an attribute of it)
    page.get_by_role("button", name="一覧を保存（Excel）").click()
    page.wait_for_selector("text=「答弁の約束.xlsx」を作っています… 3件のうち2件")
    page.get_by_role("button", name="止める").locator("visible=true").click()
    page.wait_for_selector("text=保存を止めました。ファイルはできていません。")
    page.wait_for_timeout(300)
    assert files == []
    going.set()
    with page.expect_download() as saving:
        page.get_by_role("button", name="一覧を保存（Excel）").click()
    assert saving.value.path().read_bytes() == b"whole"


@pytest.mark.browser
def test_plot_is_drawn(browser: tuple[Any, Seen]) -> None:
    """The counts are bars by year, and by office when asked."""
    page, _ = browser
    page.get_by_role("button", name="件数のグラフ").click()
    page.wait_for_selector(".js-plotly-plot .bars")
    # Drawn in the closed fold it was 700 pixels wide, on a phone cut off at the half; it takes its place, which is 880 wide at most.
    page.wait_for_function(
        "(plot => Math.abs(plot.querySelector('.main-svg').clientWidth - plot.clientWidth) < 2 && plot.clientWidth > 800)"
        "(document.querySelector('.js-plotly-plot'))"
    )
    # Where there is nothing to draw no empty frame stands in its place.
    words = page.locator("#kc-promise-words textarea, #kc-promise-words input")
    words.fill("プール")
    page.get_by_role("button", name="一覧を表示").click()
    page.wait_for_function(
        "![...document.querySelectorAll('.plot-container, .js-plotly-plot')].some(e => e.checkVisibility())"
    )
    assert page.locator("[data-testid=plotly], .block:has(> .empty)").locator("visible=true").count() == 0
    words.fill("")
    page.get_by_role("button", name="一覧を表示").click()
    page.wait_for_selector(".js-plotly-plot .bars")
    assert "2022年" in page.locator(".js-plotly-plot").inner_text()
    page.get_by_label("役職ごと").check()
    page.wait_for_selector(".js-plotly-plot >> text=図書館長")
    page.get_by_label("種類ごと").check()
    page.wait_for_selector(".js-plotly-plot .xtick >> text=実施する")
    tools = page.locator(".js-plotly-plot .modebar-btn").locator("visible=true")
    assert [tool.get_attribute("data-title") for tool in tools.all()] == ["グラフを画像で保存"]
    with page.expect_download() as saving:
        tools.first.click()
    assert saving.value.suggested_filename == "会議録チャット_答弁の約束_種類ごと.png"
    page.wait_for_function(
        "document.querySelector('.plotly-notifier')?.textContent.includes('画像を保存しました')"
    )
    page.locator(".js-plotly-plot .legendtoggle").first.click()
    said = page.locator(".plotly-notifier .notifier-note")
    said.filter(has_text="続けて2回押すと").wait_for()
    for words in said.all_inner_texts():
        assert not re.search("[A-Za-z]{4}", words.replace("png", ""))
    assert said.first.evaluate("note => getComputedStyle(note).backgroundColor") == "rgb(26, 26, 26)"
    tool = page.locator(".js-plotly-plot .modebar").bounding_box()
    assert min(tool["width"], tool["height"]) >= 44
    for word in page.locator(".js-plotly-plot .legendtext").all():
        assert (box := word.bounding_box())["x"] + box["width"] <= tool["x"] or box["y"] > tool["y"] + tool[
            "height"
        ]


@pytest.mark.browser
def test_names_in_the_plot_are_text(browser: tuple[Any, Seen], monkeypatch: pytest.MonkeyPatch) -> None:
    """Plotly takes tags in a name for markup: an office was drawn bold, and as a link."""
    office = "<b>防災</b><a href='https://outside.example'>&lt;課長</a>"
    monkeypatch.setattr(Ledger, "counts", lambda *_: [Count(office, "検討", 2)])
    page, _ = browser
    page.get_by_role("button", name="件数のグラフ").click()
    page.get_by_label("役職ごと").check()
    page.wait_for_selector(".js-plotly-plot .xtick >> text=課長")
    assert page.locator(".js-plotly-plot .xtick").all_text_contents() == [office]
    assert page.locator(".js-plotly-plot .xtick").locator("a, [style*=bold]").count() == 0


@pytest.mark.browser
def test_on_paper_rows_stay_rows_and_the_plot_is_whole(browser: tuple[Any, Seen]) -> None:
    """A4 is as narrow as a phone held sideways: the list was printed as cards on half the page, the plot was cut off."""
    page, _ = browser
    page.get_by_role("button", name="件数のグラフ").click()
    page.wait_for_selector(".js-plotly-plot .bars")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 660, "height": 900})
    assert page.locator(".js-plotly-plot").bounding_box()["width"] <= 641
    assert (
        page.locator(".kc-ledger td").first.evaluate("cell => getComputedStyle(cell).display") == "table-cell"
    )
    assert page.locator(".kc-ledger").bounding_box()["width"] > 550
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".js-plotly-plot").evaluate("plot => plot.style.zoom") == ""


def test_fields_become_a_wish() -> None:
    """すべて narrows nothing; an unknown kind or date is refused with a sentence."""
    wanted = wanted_of(["甲市"], "令和4年度", "", ["検討"], EVERY, " 窓口 ", True)
    assert (wanted.filters.towns, wanted.filters.since, wanted.filters.office) == (
        ("甲市",),
        "2022-04-01",
        "",
    )
    assert (wanted.kinds, wanted.text, wanted.open) == (("検討",), "窓口", True)
    with pytest.raises(SettingsError, match="種類"):
        wanted_of([], "", "", ["約束"], "部長", "", False)


def test_figure_names_what_is_missing() -> None:
    """Undated meetings and replies without an office have a bar of their own; the axis counts in figures (15,000, not 15k)."""
    counts = [Count("", "検討", 2), Count("2024", "実施済", 3)]
    assert list(figure(counts, "year").data[0].x) == ["日付なし", "2024年"]
    assert list(figure(counts, "office").data[2].y) == [2, 0]
    assert figure(counts, "year").layout.yaxis.tickformat == ",d"
    assert figure([], "year") is None


def test_an_axis_of_few_counts_in_whole_numbers() -> None:
    """Protects: for three statements the axis read 0, 1, 1, 2, 2: halves, rounded."""
    few = [Count("2024", "検討", 2), Count("2024", "困難", 3)]
    assert figure(few, "year").layout.yaxis.dtick == 1
    assert figure([*few, Count("2024", "研究", 1)], "year").layout.yaxis.dtick is None


class Made(chat_fake.NoPromises):
    """What is there while the table is being made."""

    def counts(self, *_: Any) -> list[Count]:
        return [Count("2024", "検討", 2)]

    def offices(self, *_: Any) -> list[str]:
        return ["図書館長"]


class Making(chat_fake.NoPromises):
    """A table that is being made, with one that is shown meanwhile."""

    def standing(self) -> Any:
        return Made()


def test_plot_and_offices_are_there_while_the_list_is_made_anew() -> None:
    """Protects: for minutes the fold with the plot was empty and said nothing, and the list of offices held すべて alone, beside a list
    that was shown as it stood. Where nothing stands, both wait."""
    nothing = ([], "", "", [], EVERY, "", False, "年ごと")
    service = chat_fake.FakeService(ledger=Making())
    assert _plotted(service, lambda: (3, 654), *nothing).visible
    assert [value for _, value in _offices(service, lambda: (3, 654), EVERY).choices] == [EVERY, "図書館長"]
    service = chat_fake.FakeService()
    assert not _plotted(service, lambda: (3, 654), *nothing).visible
    assert _offices(service, lambda: (3, 654), EVERY) == gr.skip()
