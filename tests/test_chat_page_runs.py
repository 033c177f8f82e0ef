"""Reading files goes on when the page is loaded anew, holds up nobody else, and what became of each file is shown again."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import chat_fake
import pytest
from chat_browser import chromium, opened, served
from test_chat_page_desk import tab

from chat.page.runs import Keeping, Run, Runs, Turn, followed

pytestmark = pytest.mark.browser

OUTCOME = "読み込みの結果"


@pytest.fixture
def service() -> chat_fake.FakeService:
    return chat_fake.service()


@pytest.fixture
def address(service: chat_fake.FakeService, tmp_path: Path) -> Iterator[str]:
    chromium()
    with served(service, tmp_path / "served") as address:
        yield address


def _file(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, "utf-8")
    return str(folder / name)


def _choose(page: Any, *files: str) -> None:
    page.set_input_files("#kc-upload input", list(files))
    page.locator("#kc-upload .file-preview").wait_for(state="detached")


def _outcome(page: Any, label: str = OUTCOME) -> Any:
    return page.get_by_label(label, exact=True)


def _begin(page: Any, tmp_path: Path) -> None:
    """A file that is being read, as the page shows."""
    tab(page, "資料")
    _choose(page, _file(tmp_path, "初め.txt", "備えております。"))
    page.wait_for_selector(".kc-progress:visible")


def test_a_run_is_shown_again_and_can_be_stopped_after_a_reload(
    context: Any, address: str, service: chat_fake.FakeService, tmp_path: Path
) -> None:
    """Protects: what became of each file was lost, and as long as files were read the server answered nobody: 37 s for 60 files."""
    service.waits = True
    with opened(context, address) as (page, seen):
        tab(page, "資料")
        _choose(
            page, _file(tmp_path, "防災.txt", "備えております。"), _file(tmp_path, "道路.txt", "広げます。")
        )
        page.wait_for_selector(".kc-progress:visible")
        page.wait_for_function("sessionStorage.getItem('kaigiroku.wish.documents')")
        page.reload()
        start = time.monotonic()
        urlopen(f"{address}healthz", timeout=15).close()
        page.wait_for_selector(".kc-progress:visible")
        assert time.monotonic() - start < 10
        page.get_by_role("button", name="読み込みを止める").click()
        page.get_by_text("（止めたため、2件は読み込んでいません）").wait_for()
        assert _outcome(page).get_by_text("止めたため読み込んでいません").count() == 2
        assert seen.errors == []


def test_what_became_of_each_file_is_shown_after_a_reload(context: Any, address: str, tmp_path: Path) -> None:
    """Also on the page in the other language; the run before it folded, as it was."""
    with opened(context, address) as (page, seen):
        tab(page, "資料")
        _choose(page, _file(tmp_path, "前.txt", "備えております。"))
        _outcome(page).get_by_text("読み込みました").wait_for()
        _choose(page, _file(tmp_path, "空.txt", ""), _file(tmp_path, "道路.txt", "広げます。"))
        _outcome(page).get_by_text("2件のうち1件を読み込めませんでした").wait_for()
        page.reload()
        _outcome(page).get_by_text("2件のうち1件を読み込めませんでした").wait_for()
        assert "空.txt" in _outcome(page).inner_text()
        assert page.locator(".kc-before").text_content().startswith("前の読み込みの結果（1回）")
        page.get_by_role("link", name="English").click()
        words = _outcome(page, "Outcome of loading")
        words.get_by_text("1 of 2 files could not be loaded").wait_for()
        words.get_by_text("The file is empty").wait_for()
        assert seen.errors == []


def test_files_that_waited_for_their_turn_are_read_after_a_reload(
    context: Any, address: str, service: chat_fake.FakeService, tmp_path: Path
) -> None:
    """The page that was left had them in its queue; nobody would have asked for them any more."""
    service.waits = True
    with opened(context, address) as (page, seen):
        _begin(page, tmp_path)
        _choose(page, _file(tmp_path, "次.txt", "広げます。"))
        page.get_by_text("いま行っている読み込みや削除のあとで行います。").wait_for()
        page.reload()
        page.wait_for_selector(".kc-progress:visible")
        service.waits = False
        _outcome(page).get_by_text("次.txt").wait_for()
        _outcome(page).get_by_text("読み込みました").wait_for()
        assert [item.source.name for item in service.items[-2:]] == ["初め.txt", "次.txt"]
        assert seen.errors == []


def test_what_is_chosen_beside_a_run_of_the_page_that_was_left_is_shown_again_too(
    context: Any, address: str, service: chat_fake.FakeService, tmp_path: Path
) -> None:
    """Protects: it was the one that the button stopped, and the end of the first made it forgotten."""
    service.waits = True
    with opened(context, address) as (page, seen):
        _begin(page, tmp_path)
        page.wait_for_function("sessionStorage.getItem('kaigiroku.wish.documents')")
        page.reload()
        page.wait_for_selector(".kc-progress:visible")
        _choose(page, _file(tmp_path, "次.txt", "広げます。"))
        page.get_by_text("いま行っている読み込みや削除のあとで行います。").wait_for()
        page.get_by_role("button", name="読み込みを止める").click()
        page.get_by_text("読み込んでいます: 次.txt").wait_for()
        page.reload()
        page.get_by_text("読み込んでいます: 次.txt").wait_for()
        service.waits = False
        _outcome(page).get_by_text("読み込みました").wait_for()
        assert [item.source.name for item in service.items[-1:]] == ["次.txt"]
        assert seen.errors == []


def test_what_the_server_has_forgotten_is_said_to_be(context: Any, address: str, tmp_path: Path) -> None:
    """After it was started again, say."""
    with opened(context, address) as (page, seen):
        tab(page, "資料")
        page.evaluate("sessionStorage.setItem('kaigiroku.wish.documents', 'none')")
        page.reload()
        page.get_by_text("前の読み込みの結果はもう残っていません。").wait_for()
        page.reload()
        tab(page, "資料")
        page.wait_for_timeout(300)
        assert page.get_by_text("前の読み込みの結果はもう残っていません。").count() == 0
        assert seen.errors == []


def test_the_end_of_one_run_leaves_the_other_going() -> None:
    """After a reload two may be begun, of which one waits for its turn to write."""
    runs, keeping = Runs(), Keeping()
    first, second = runs.begin(keeping.kept), runs.begin(keeping.kept)
    first.end()
    assert (runs.going, len(runs.ended)) == ([second], 1)
    second.end()
    assert (runs.going, len(runs.ended)) == ([], 2)


def test_no_files_make_no_run() -> None:
    """An empty folder would be read without end."""
    runs = Runs()
    runs.choose([], True, True)
    runs.choose(None, False, True)
    runs.choose(["a.txt"], False, True)
    assert [one.files for one in runs.chosen] == [["a.txt"]]


def test_a_run_that_cannot_begin_leaves_the_turn_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects: while the server stopped the first that waited kept the turn, and the second waited without end."""

    def refuse(_: object) -> None:
        raise RuntimeError

    turn, run = Turn(), Run()
    monkeypatch.setattr("chat.page.runs.in_background", refuse)
    with pytest.raises(RuntimeError):
        next(followed(lambda _: None, "a.txt", turn, run))
    monkeypatch.undo()
    assert run.over
    ended = threading.Thread(target=lambda: [*followed(lambda _: None, "b.txt", turn)], daemon=True)
    ended.start()
    ended.join(10)
    assert not ended.is_alive()
