"""The tab 資料 in a real headless Chromium, as a clerk uses it to the end: folder, stop, how a document was read, backup and back."""

from __future__ import annotations

import csv
import io
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import chat_fake
import gradio as gr
import pytest
from chat_browser import Seen, opened, served
from made_record import stored

from chat.page import documents
from chat.service import Service
from chat.settings import Settings

MINUTES = """令和5年度 第{n}回 青葉台市民会議 会議録
日時 令和5年10月1{n}日
○山本委員 {matter}の場所は、いつ決まりますか。
○図書館長 {matter}の場所は、来年の春までに決めます。<script>window.hacked=1</script>
"""


def _folder(folder: Path) -> Path:
    """Two files of one name in two folders, one that holds no minutes, one that Word keeps open, one that is empty."""
    for n, (name, matter) in enumerate((("東", "移動図書館"), ("西", "自転車置場")), 1):
        (folder / name).mkdir(parents=True)
        (folder / name / "会議録.txt").write_text(MINUTES.format(n=n, matter=matter), "utf-8")
    (folder / "写真.png").write_bytes(b"\x89PNG")
    (folder / "~$議録.docx").write_bytes(b"\x05" + bytes(161))
    (folder / "空.txt").write_bytes(b"")
    return folder


@pytest.fixture
def page(context: Any, tmp_path: Path) -> Iterator[tuple[Any, Seen]]:
    """The tab over an empty store."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    with served(service, tmp_path) as address, opened(context, address) as (page, seen):
        page.set_default_timeout(20_000)
        page.get_by_role("tab", name="資料", exact=True).click()
        yield page, seen
        assert seen.outside == []
        assert seen.errors == []


def _choose(page: Any, file: Path) -> None:
    """Chooses a file, and waits until the field is free for the next."""
    with page.expect_response(lambda response: "/run/predict" in response.url):
        page.set_input_files("#kc-upload input", str(file))
    page.locator("#kc-upload .file-preview").wait_for(state="detached")


def _row(page: Any, name: str) -> Any:
    return page.locator(".kc-table tbody tr", has=page.get_by_text(name, exact=True))


@pytest.mark.browser
def test_folder_to_backup_and_back(page: tuple[Any, Seen], tmp_path: Path) -> None:
    """A folder is read with a line a file; how it was read opens beside it; what is backed up comes back."""
    tab, _ = page
    tab.set_input_files("input[webkitdirectory]", str(_folder(tmp_path / "会議")))
    tab.wait_for_selector("text=5件のうち1件を読み込めませんでした")
    lines = sorted(tab.locator(".kc-results > ul > li").all_inner_texts())
    assert [line.split()[0] for line in lines] == ["~議録.docx", "会議録", "会議録.txt", "写真.png", "空.txt"]
    assert "会議録ではない種類のファイル" in lines[0]
    assert "会議録ではない種類のファイル" in lines[3]
    _row(tab, "会議録 (2).txt").wait_for()

    with tab.expect_popup() as opening:
        _row(tab, "会議録.txt").get_by_role("link", name="読み取りを確かめる").click()
    beside = opening.value
    beside.wait_for_selector("h1 >> text=読み取りの確認: 会議録.txt")
    assert "の場所は、いつ決まりますか。" in beside.locator(".r").first.inner_text()
    assert beside.evaluate("window.hacked") is None
    beside.set_viewport_size({"width": 390, "height": 844})
    assert beside.locator("h2 + table.f th").first.bounding_box()["width"] >= 128  # not a letter a line
    beside.close()

    _row(tab, "会議録.txt").get_by_role("button", name="読み直す").click()
    tab.wait_for_selector("text=内容も読み方も前と同じでした")
    with tab.expect_download() as saving:
        tab.get_by_role("link", name="一覧を保存（CSV）").click()
    assert saving.value.suggested_filename == "資料の一覧.csv"
    table = list(csv.reader(io.StringIO(saving.value.path().read_text("utf-8-sig"))))
    assert sorted(row[0] for row in table[1:]) == ["会議録 (2).txt", "会議録.txt"]

    tab.get_by_text("控え（バックアップ）").click()
    tab.click("#kc-backup-make")
    tab.wait_for_selector("text=控えを作りました")
    with tab.expect_download() as saving:
        tab.click("#kc-backup-file")
    saving.value.save_as(tmp_path / "控え.zip")
    tab.on("dialog", lambda dialog: dialog.accept())
    _row(tab, "会議録 (2).txt").get_by_role("button", name="削除").click()
    _row(tab, "会議録 (2).txt").wait_for(state="detached")
    tab.set_input_files("input[accept='.zip']", str(tmp_path / "控え.zip"))
    tab.wait_for_selector("text=新しい資料 1件、置き換え 0件、同じもの 1件")
    _row(tab, "会議録 (2).txt").wait_for()


@pytest.mark.browser
def test_removing_leaves_the_list_where_it_is(context: Any, tmp_path: Path) -> None:
    """On the second page the row goes and its neighbour stays in view; with the last one the page before is shown."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    (tmp_path / "x").mkdir()
    for n in range(52):
        text = MINUTES.format(n=1, matter=f"{n}番の花壇").replace("第1回", f"第{n + 1}回")
        (tmp_path / "x" / f"{n:02}.txt").write_text(text, "utf-8")
    service.add([tmp_path / "x"])
    with served(service, tmp_path) as address, opened(context, address) as (tab, seen):
        tab.get_by_role("tab", name="資料", exact=True).click()
        tab.get_by_role("button", name="次の一覧").locator("visible=true").first.click()
        tab.wait_for_selector("text=52件の資料のうち51〜52件目")
        tab.on("dialog", lambda dialog: dialog.accept())
        _row(tab, "01.txt").get_by_role("button", name="削除").click()
        tab.wait_for_selector("text=51件の資料のうち51〜51件目")
        _row(tab, "00.txt").get_by_role("button", name="削除").click()
        tab.wait_for_selector("text=50件の資料")
        _row(tab, "51.txt").wait_for()
        tab.wait_for_timeout(1000)  # the tabs beside it are drawn anew
        assert tab.locator(".kc-table:not(.kc-ledger) tbody tr").locator("visible=true").count() == 50
        assert seen.errors == []


@pytest.mark.browser
def test_a_list_that_is_turned_over_while_its_tab_is_still_drawn_stays_turned_over(
    context: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine what was drawn when the tab was opened came after what was drawn when the list was turned over, and covered it:
    it has more outputs, each of which passed through a thread of its own."""
    service = chat_fake.service()
    service.items = [
        stored(f"{n:02}.txt", "調布市", "花壇", "いかがか。", "花壇を増やします。") for n in range(52)
    ]
    given = gr.JSON.postprocess

    def slowly(*args: Any) -> Any:
        time.sleep(0.6)
        return given(*args)

    with served(service, tmp_path) as address, opened(context, address) as (tab, seen):
        tab.wait_for_selector(".kc-examples")
        tab.wait_for_timeout(1000)
        monkeypatch.setattr(gr.JSON, "postprocess", slowly)
        with tab.expect_request(lambda request: "/queue/join" in request.url):
            tab.get_by_role("tab", name="資料", exact=True).click()
        tab.get_by_role("button", name="次の一覧").locator("visible=true").first.click()
        tab.wait_for_selector("text=52件の資料のうち51〜52件目")
        tab.wait_for_timeout(1500)
        assert _row(tab, "00.txt").is_visible()
        assert seen.errors == []


@pytest.mark.browser
def test_what_is_pressed_while_a_change_is_at_work_is_done_after_it(
    context: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two rows removed and two files added in quick succession, and the list drawn slowly: nothing is lost, and the list that stands
    at the end is that of the last change, not of the one before."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    files = [tmp_path / f"{n}.txt" for n in range(5)]
    for n, file in enumerate(files):
        text = MINUTES.format(n=1, matter=f"{n}番の花壇").replace("第1回", f"第{n + 1}回")
        file.write_text(text, "utf-8")
    service.add(files[:3])
    drawn = documents._documents

    def slowly(*args: Any) -> str:
        html = drawn(*args)
        time.sleep(0.3)  # what was read before the next change comes to the page after it
        return html

    monkeypatch.setattr(documents, "_documents", slowly)
    with served(service, tmp_path) as address, opened(context, address) as (tab, seen):
        tab.get_by_role("tab", name="資料", exact=True).click()
        tab.on("dialog", lambda dialog: dialog.accept())
        for name in ("0.txt", "1.txt"):
            _row(tab, name).get_by_role("button", name="削除").click()
        for file in files[3:]:
            _choose(tab, file)
        names = tab.locator(".kc-table:not(.kc-ledger) tbody tr").locator("visible=true")
        _row(tab, "4.txt").wait_for()
        tab.wait_for_timeout(2000)
        assert sorted(one.source.name for one in service.sources()) == ["2.txt", "3.txt", "4.txt"]
        assert names.count() == 3
        assert seen.errors == []


@pytest.mark.browser
def test_a_document_that_takes_long_to_read_anew_is_said_to_be_read(
    context: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects: of a meeting of a day nothing was to be seen for seconds after the press; no button to stop what cannot be stopped."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    (tmp_path / "a.txt").write_text(MINUTES.format(n=1, matter="花壇"), "utf-8")
    service.add([tmp_path / "a.txt"])
    go_on, reread = threading.Event(), service.shelf.reread

    def slowly(*args: Any) -> Any:
        assert go_on.wait(30)
        return reread(*args)

    monkeypatch.setattr(service.shelf, "reread", slowly)
    with served(service, tmp_path) as address, opened(context, address) as (tab, seen):
        tab.get_by_role("tab", name="資料", exact=True).click()
        _row(tab, "a.txt").get_by_role("button", name="読み直す").click()
        tab.wait_for_selector("text=「a.txt」を読み直しています…")
        assert not tab.locator("#kc-stop").is_visible()
        go_on.set()
        tab.wait_for_selector("text=「a.txt」を読み直しました")
        assert tab.get_by_text("読み直しています").count() == 0
        assert seen.errors == []


@pytest.mark.browser
def test_who_waits_for_the_run_of_another_is_told(
    context: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects: what was pressed or chosen while somebody else added documents showed nothing until that was done, for minutes."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    files = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for number, file in enumerate(files):
        file.write_text(MINUTES.format(n=number + 1, matter="花壇"), "utf-8")
    service.add(files[:1])
    go_on, add = threading.Event(), service.add

    def slowly(*args: Any, **more: Any) -> Any:
        assert go_on.wait(60)
        return add(*args, **more)

    monkeypatch.setattr(service, "add", slowly)
    waits = "text=いま行っている読み込みや削除のあとで行います"
    with (
        served(service, tmp_path) as address,
        opened(context, address) as (one, seen),
        opened(context, address) as (two, also_seen),
    ):
        for tab in (one, two):
            tab.get_by_role("tab", name="資料", exact=True).click()
            _row(tab, "a.txt").wait_for()
        _choose(one, files[1])
        one.wait_for_selector(".kc-progress")
        assert one.locator(waits).count() == 0
        _row(two, "a.txt").get_by_role("button", name="読み直す").click()
        two.wait_for_selector(waits)
        _choose(two, files[2])
        go_on.set()
        _row(two, "c.txt").wait_for()
        two.locator(waits).wait_for(state="detached")
        assert "c.txt" in two.locator(".kc-results").first.inner_text()
        assert seen.errors == also_seen.errors == []


CHOSEN = """() => {
  const fetched = window.fetch;
  window.fetch = (...wanted) => new Promise((go) => setTimeout(go, `${wanted[0].url ?? wanted[0]}`.includes('/upload?') ? 300 : 0))
    .then(() => fetched(...wanted));
  return ['甲', '乙', '丙', '丁', '戊'].forEach((name, n) => setTimeout(function put() {
  const field = document.querySelector('#kc-upload input[type=file]'), files = new DataTransfer();
  if (!field) { setTimeout(put, 1); return; }
  files.items.add(new File([`令和5年度 第${n + 1}回 青葉台市民会議 会議録\\n○山本委員 花壇は。\\n○図書館長 増やします。\\n`], `${name}.txt`));
  field.files = files.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}, n));
}"""
"""Five files, each chosen as soon as the field can be pressed after the one before; a file takes a moment on its way."""


@pytest.mark.browser
def test_files_chosen_within_milliseconds_are_all_read(page: tuple[Any, Seen]) -> None:
    """What was chosen before the field was free again was lost without a word."""
    tab, _ = page
    tab.evaluate(CHOSEN)
    for name in "甲乙丙丁戊":
        _row(tab, f"{name}.txt").wait_for()
    assert tab.locator(".kc-table:not(.kc-ledger) tbody tr").locator("visible=true").count() == 5
    tab.wait_for_function("document.querySelector('.kc-before')?.textContent.includes('4回')")


@pytest.mark.browser
@pytest.mark.parametrize("pause", [0, 20, 60])
def test_files_chosen_while_the_field_is_drawn_anew_are_read(
    page: tuple[Any, Seen], tmp_path: Path, pause: int
) -> None:
    """The field that was pressed may have been replaced by the time its files are chosen: then nobody heard of them."""
    tab, _ = page
    names = [f"{name}.txt" for name in "甲乙丙丁戊"]
    for n, name in enumerate(names, 1):
        (tmp_path / name).write_text(MINUTES.format(n=n, matter=name[0]), "utf-8")
    for name in names:
        tab.set_input_files("#kc-upload input", str(tmp_path / name))
        tab.wait_for_timeout(pause)
    for name in names:
        _row(tab, name).wait_for()


@pytest.mark.browser
def test_what_failed_before_stays_in_view(page: tuple[Any, Seen], tmp_path: Path) -> None:
    """The outcome of a run is not gone with the next one: folded under it, with how many files failed outside the fold."""
    tab, _ = page
    for name, text in (("空.txt", ""), ("会議録.txt", MINUTES.format(n=1, matter="図書館"))):
        (tmp_path / name).write_text(text, "utf-8")
        _choose(tab, tmp_path / name)
    tab.wait_for_selector("text=読み込みました")
    before = tab.locator(".kc-before")
    assert "読み込めませんでした" not in tab.get_by_label("読み込みの結果", exact=True).inner_text()
    before.get_by_text("前の読み込みの結果（1回、読み込めなかったファイル 1件）").click()
    assert "空.txt\n読み込めませんでした" in before.inner_text()
    tab.on("dialog", lambda dialog: dialog.accept())
    _row(tab, "会議録.txt").get_by_role("button", name="削除").click()
    tab.wait_for_selector("text=「会議録.txt」を削除しました。")
    assert before.locator(".kc-results > ul > li > strong").all_text_contents() == ["会議録.txt", "空.txt"]


@pytest.mark.browser
def test_a_run_is_stopped(context: Any, tmp_path: Path) -> None:
    """止める reaches the run of this tab, which goes on until then; what was left out is said."""
    service = chat_fake.service()
    service.waits = True
    (tmp_path / "長い.txt").write_text("議事", "utf-8")
    with served(service, tmp_path) as address, opened(context, address) as (tab, seen):
        tab.get_by_role("tab", name="資料", exact=True).click()
        tab.set_input_files("#kc-upload input", str(tmp_path / "長い.txt"))
        tab.wait_for_selector(".kc-progress")
        tab.get_by_text("控え（バックアップ）").click()
        other = tab.get_by_role("button", name="取り込みを止める")
        tab.wait_for_selector("#kc-backup-make:visible")
        assert not other.is_visible()  # it would stop nothing
        tab.click("#kc-stop")
        tab.wait_for_selector("text=1件は読み込んでいません")
        tab.evaluate(
            "document.querySelector('#kc-backup-make').insertAdjacentHTML('afterend', '<p class=kc-progress>')"
        )
        assert other.is_visible()
        assert not tab.locator("#kc-stop").is_visible()
        assert seen.errors == []


@pytest.mark.browser
def test_an_import_of_addresses_is_stopped(
    context: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """止める reaches a run over a list of addresses as well; what was not fetched stands in the field again, for the next press,
    before what was written there meanwhile. A press without an address is answered."""
    service = chat_fake.service()
    service.waits = True
    monkeypatch.setattr(chat_fake.FakeService, "url_import", True)
    with served(service, tmp_path) as address, opened(context, address) as (tab, seen):
        tab.get_by_role("tab", name="資料", exact=True).click()
        left = tab.locator("#kc-addresses textarea")
        left.fill("https://a.example/1\nhttps://a.example/2")
        tab.click("#kc-fetch")
        tab.wait_for_selector(".kc-progress")
        tab.wait_for_function("!document.querySelector('#kc-addresses textarea').value")
        left.fill("https://a.example/3")
        tab.wait_for_timeout(500)  # the run is drawn a few times more
        tab.click("#kc-stop")
        tab.wait_for_selector("text=2件は読み込んでいません")
        tab.wait_for_function("document.querySelector('#kc-addresses textarea').value.includes('example/1')")
        assert left.input_value() == "https://a.example/1\nhttps://a.example/2\nhttps://a.example/3"
        left.fill(" \n")
        tab.click("#kc-fetch")
        tab.wait_for_selector("text=アドレスがありません。")
        tab.wait_for_timeout(1000)  # longer than what is pressed may wait without being told
        assert not tab.get_by_text("いま行っている読み込み").is_visible()
        assert seen.errors == []
