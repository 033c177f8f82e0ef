"""The table of statements while it is being made: who asks is told how far that is instead of waiting."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from chat.commitments import ledger as commitments
from chat.commitments import table as commitment_table
from chat.commitments.ledger import Ledger
from chat.commitments.types import Wanted
from chat.render.ledger import behind_words
from chat.render.runs import progress_html
from chat.service import Service
from chat.settings import Settings
from chat.words import speaking
from corpus.store import Store
from retriever.tokenize import shared_tokenizer


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """Of an empty store; nobody is patient."""
    monkeypatch.setattr(commitments, "PATIENCE_S", 0.0)
    return Ledger(Store.open(tmp_path), shared_tokenizer())


def test_how_far_it_is_is_told_to_all_who_ask(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that looks at the list, and the one that adds a document meanwhile; once it is made there is nothing to tell, and it was
    made once."""
    reading, go_on, made = threading.Event(), threading.Event(), []

    def slow(db: Any, store: Any, tokenizer: Any, progress: commitment_table.Progress) -> None:
        made.append(threading.current_thread().name)
        progress(commitment_table.NAME, 120, 544)
        reading.set()
        assert go_on.wait(20)

    monkeypatch.setattr(commitment_table, "update", slow)
    ledger.behind()
    assert reading.wait(20)
    assert ledger.behind() == (120, 544)
    heard: list[tuple[str, int, int]] = []

    def hear(*step: Any) -> None:
        heard.append(step)
        go_on.set()

    ledger.update(hear)
    assert heard[0] == ("答弁の約束", 120, 544)
    assert ledger.behind() is None
    assert made == ["ledger"]


class SlowToStart(threading.Thread):
    """There, but not started for a moment."""

    def start(self) -> None:
        time.sleep(0.05)
        super().start()


def test_six_who_ask_at_once_start_one_thread(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """None of them fails at a thread that another has made and not yet started, nor starts a second one."""
    together, go_on, made = threading.Barrier(6), threading.Event(), []

    def catch_up() -> None:
        made.append(threading.current_thread().name)
        assert go_on.wait(20)

    def ask(_: int) -> tuple[int, int] | None:
        together.wait(20)
        return ledger.behind()

    monkeypatch.setattr(ledger, "_catch_up", catch_up)
    monkeypatch.setattr(commitments.threading, "Thread", SlowToStart)
    with ThreadPoolExecutor(6) as pool:
        try:
            assert list(pool.map(ask, range(6))) == [(0, 0)] * 6
        finally:
            go_on.set()
    assert made == ["ledger"]


def test_what_is_wrong_is_said_to_who_asks_for_the_list(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the thread beside it an error is nobody's; nothing is said to be under way for ever."""

    def broken(*_: Any) -> None:
        raise ValueError("damaged")

    monkeypatch.setattr(commitment_table, "update", broken)
    monkeypatch.setattr(commitments, "PATIENCE_S", 20.0)
    assert ledger.behind() is None
    with pytest.raises(ValueError, match="damaged"):
        ledger.count()


def test_what_is_not_linked_yet_is_found_without_reading_the_table(tmp_path: Path) -> None:
    """After every document: over 70,000 exchanges that was 0.1 s. Also in a table that was made before there was an index for it."""
    db = commitment_table.connect(tmp_path)
    for name in ("statements_unlinked", "mentions_unlinked", "mentions_exchange"):
        db.execute(f"DROP INDEX {name}")
    db.close()
    db = commitment_table.connect(tmp_path)
    for table in ("statements", "mentions"):
        plan = db.execute(f"EXPLAIN QUERY PLAN SELECT place FROM {table} WHERE linked = 0").fetchall()
        assert f"{table}_unlinked" in plan[0][-1]


MINUTES = """令和5年度 第{n}回 青葉台市民会議 会議録
日時 令和5年10月1{n}日
○山本委員 移動図書館の第{n}の場所は。
○図書館長 移動図書館の第{n}の場所は、来年度に決めます。
"""


def _added(service: Service, folder: Path, number: int) -> str:
    file = folder / f"{number}.txt"
    file.write_text(MINUTES.format(n=number), "utf-8")
    return service.add([file])[0].source_id


def test_the_list_of_the_rules_before_is_shown_while_new_ones_make_it_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects: after a new version there was nothing to see for two minutes over 23,000 exchanges. What is removed meanwhile goes from
    the old list too; a number of the old list is no other statement of the new one; at the end only the new table is left."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    first, second = (_added(service, tmp_path, number) for number in (1, 2))
    old = [one.id for one in service.ledger.find()]
    assert len(old) == 2
    monkeypatch.setattr(commitment_table, "FILE", "ledger-next.sqlite")
    anew = Ledger(service.store, service.searcher.index.tokenizer)
    standing = anew.standing()
    assert standing is not None
    assert [one.quote for one in standing.find()] == [
        "移動図書館の第1の場所は、来年度に決めます。",
        "移動図書館の第2の場所は、来年度に決めます。",
    ]
    service.store.remove(first)
    standing = anew.standing()
    assert standing is not None
    assert [one.source_id for one in standing.find()] == [second]
    assert not {one.id for one in anew.find()} & set(old)
    assert [file.name for file in service.store.folder.glob("ledger*.sqlite")] == ["ledger-next.sqlite"]


def test_what_is_read_is_shown_while_more_is_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects: the whole list went out of view as long as a folder was being added. What is not linked yet is said to be neither open nor
    taken up again."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    _added(service, tmp_path, 1)
    monkeypatch.setattr(commitment_table, "link", lambda db: None)
    _added(service, tmp_path, 2)
    monkeypatch.setattr(service.ledger, "update", lambda: pytest.fail("waits"))
    standing = service.ledger.standing()
    assert standing is not None
    assert [one.state for one in standing.find()] == ["open", "closed"]
    assert standing.count(Wanted(open=True)) == 1


def test_half_a_table_is_not_shown(ledger: Ledger) -> None:
    """Protects: of a store that has never been read whole a part would be taken for all."""
    assert ledger.standing() is None


def test_who_reads_does_not_wait_for_who_writes(tmp_path: Path) -> None:
    """Protects: a file is made in a thread of its own, whose connection waited for the table to be linked: half a minute and more."""
    service = Service.open(Settings(store=tmp_path, encoder="none"))
    service.ledger.update()
    writing = commitment_table.connect(tmp_path)
    writing.execute("BEGIN IMMEDIATE")
    writing.execute("DELETE FROM mentions")
    with ThreadPoolExecutor(1) as pool:
        counted = pool.submit(service.ledger.count)
        try:
            assert counted.result(timeout=20) == 0
        finally:
            writing.execute("ROLLBACK")


def test_how_far_it_is_is_written_as_the_page_is() -> None:
    """Protects: （269/654） stood on the English page in full-width brackets."""
    assert behind_words((269, 1654)) == "約束の一覧を作っています（269/1,654）"
    with speaking("en"):
        assert behind_words((269, 1654)) == "The list of promises is being made (269/1,654)"
        assert "(3/7)" in progress_html("a.txt", 2, 7)
