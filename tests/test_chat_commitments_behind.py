"""The table of statements while it is being made: who asks is told how far that is instead of waiting."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from chat import commitment_table, commitments
from chat.commitments import Ledger
from corpus.store import Store
from retriever.tokenize import Tokenizer


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """Of an empty store; nobody is patient."""
    monkeypatch.setattr(commitments, "PATIENCE_S", 0.0)
    return Ledger(Store.open(tmp_path), Tokenizer())


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
    for name in ("statements_unlinked", "mentions_unlinked"):
        db.execute(f"DROP INDEX {name}")
    db.close()
    db = commitment_table.connect(tmp_path)
    for table in ("statements", "mentions"):
        plan = db.execute(f"EXPLAIN QUERY PLAN SELECT place FROM {table} WHERE linked = 0").fetchall()
        assert f"{table}_unlinked" in plan[0][-1]
