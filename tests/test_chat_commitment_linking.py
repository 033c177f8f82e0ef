"""Linking is done part by part: cut off anywhere it goes on, in whatever order documents come the same is linked, nobody waits for it."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from chat.commitments import linking as commitment_linking
from chat.commitments import links as commitment_links
from chat.commitments import table as commitment_table
from chat.commitments.ledger import Ledger
from chat.commitments.rows import COLUMNS, MENTION_COLUMNS
from corpus.store import Store
from retriever.tokenize import shared_tokenizer

WORDS = "遊具 花壇 駐輪 図書 巡回 団地 給食 備蓄 避難 橋梁 歩道 街灯".split()
MINUTES = 40
"""Minutes of one town, a month each, of two statements and three mentions."""


def _filled(db: sqlite3.Connection, minutes: Iterable[int]) -> None:
    """Statements and mentions of a few words each, of which many share three; minutes of a number are always the same."""
    for number in minutes:
        chance = random.Random(number)
        day = f"{2020 + number // 12}-{number % 12 + 1:02}-01"
        said = dict.fromkeys(COLUMNS, "") | {
            "minutes": number, "place": "青葉台市", "first_date": day, "last_date": day, "goes_before": 0, "goes_on": 0,
        }  # fmt: skip
        for _ in range(2):
            words = "\n".join(f"{word}\t1.000\t1" for word in chance.sample(WORDS, 4))
            db.execute(commitment_table._insert("statements", COLUMNS), said | {"words": words})
        for part in range(3):
            words = " ".join(chance.sample(WORDS, 4))
            values = (number, f"{number}-{part}", "青葉台市", day, words, int(chance.random() < 0.3))
            row = dict(zip(MENTION_COLUMNS, values, strict=True))
            db.execute(commitment_table._insert("mentions", MENTION_COLUMNS), row)
        db.execute("INSERT INTO seen VALUES (?)", (number,))


def _found(db: sqlite3.Connection) -> list[Any]:
    """What is linked, by what the statements say: their numbers differ with the order in which they came."""
    said = "minutes, words, linked, state"
    return [
        *db.execute(
            f"SELECT s.{said.replace(', ', ', s.')}, l.exchange, l.day, l.share, l.done FROM later l"
            " JOIN statements s ON s.id = l.statement ORDER BY 1, 2, 5"
        ),
        *db.execute(f"SELECT {said} FROM statements ORDER BY 1, 2"),
        *db.execute("SELECT exchange, linked FROM mentions ORDER BY 1"),
    ]


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many parts, and statements that come back more often than is kept."""
    monkeypatch.setattr(commitment_links, "BLOCK", 7)
    monkeypatch.setattr(commitment_linking, "MOST_LATER", 3)
    monkeypatch.setattr(commitment_links, "MOST_LATER", 3)


@pytest.fixture
def at_once(tmp_path: Path, small_parts: None) -> list[Any]:
    """What is linked where everything is there from the start."""
    db = commitment_table.connect(tmp_path)
    _filled(db, range(MINUTES))
    commitment_linking.link(db)
    found = _found(db)
    assert len(found) > 2 * MINUTES + 3 * MINUTES + 60  # links enough to tell
    assert all(row[-1] for row in db.execute("SELECT linked FROM statements"))
    db.close()
    return found


def _other(folder: Path) -> sqlite3.Connection:
    (folder / "other").mkdir()
    return commitment_table.connect(folder / "other")


@pytest.mark.parametrize("seed", range(4))
def test_the_order_in_which_documents_come_changes_nothing(
    tmp_path: Path, at_once: list[Any], seed: int
) -> None:
    """Protects: each run kept the likest of what it saw itself, so that a statement had more of them the more often documents came."""
    chance, order = random.Random(seed), list(range(MINUTES))
    chance.shuffle(order)
    db = _other(tmp_path)
    while order:
        size = chance.randint(1, 12)
        _filled(db, order[:size])
        commitment_linking.link(db)
        del order[:size]
    assert _found(db) == at_once


KILLED = """
import os, signal, sys
from pathlib import Path
from chat.commitments import linking as commitment_linking, links as commitment_links, table as commitment_table
from corpus.schema import transaction

commitment_links.BLOCK = 7
commitment_linking.MOST_LATER = commitment_links.MOST_LATER = 3
left = int(sys.argv[2])

def counted(db):
    global left
    if left == 0:
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE mentions SET linked = 1")  # in the middle of writing
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    return transaction(db)

commitment_linking.transaction = counted
commitment_linking.link(commitment_table.connect(Path(sys.argv[1])))
"""


@pytest.mark.parametrize("parts", [0, 2, 5, 9])
def test_what_a_kill_cuts_off_is_gone_on_with(
    tmp_path: Path, root: Path, at_once: list[Any], parts: int
) -> None:
    """A process that is killed while it writes a part leaves the parts before it, and the next one ends with the same."""
    db = _other(tmp_path)
    _filled(db, range(MINUTES // 2))
    commitment_linking.link(db)
    _filled(db, range(MINUTES // 2, MINUTES))
    for _ in range(2):
        run = subprocess.run(
            [sys.executable, "-c", KILLED, str(tmp_path / "other"), str(parts)],
            env={**os.environ, "PYTHONPATH": str(root)}, check=False,
        )  # fmt: skip
        assert run.returncode in (-signal.SIGKILL, 0)  # what is left the second time may be fewer parts
    commitment_linking.link(db)
    assert _found(db) == at_once


def _between(monkeypatch: pytest.MonkeyPatch, act: Callable[[], None]) -> None:
    """Lets `act` be done before every part is written."""
    whole = commitment_linking.links

    def links(*of: Any) -> Iterator[Any]:
        for part in whole(*of):
            act()
            yield part

    monkeypatch.setattr(commitment_linking, "links", links)


def test_who_removes_meanwhile_does_not_wait(
    tmp_path: Path, small_parts: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is locked while parts are compared; what is gone by the time that a part is written is not linked."""
    db = _other(tmp_path)
    _filled(db, range(MINUTES))
    removing = sqlite3.connect(tmp_path / "other" / commitment_table.FILE, timeout=0, isolation_level=None)
    left = [*range(MINUTES // 2, MINUTES)]

    def remove() -> None:
        if left:
            commitment_table._forget(removing, [left.pop()])

    _between(monkeypatch, remove)
    commitment_linking.link(db)
    gone = MINUTES - len(left) - MINUTES // 2
    assert gone > 5
    assert db.execute("SELECT count(DISTINCT minutes) FROM statements").fetchone()[0] == MINUTES - gone
    lost = "SELECT count(*) FROM later WHERE {0} NOT IN (SELECT {1} FROM {2})"
    assert db.execute(lost.format("statement", "id", "statements")).fetchone() == (0,)
    assert db.execute(lost.format("exchange", "exchange", "mentions")).fetchone() == (0,)


def test_a_removal_does_not_wait_for_what_is_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects: who removed a document waited until the whole list was made anew, two minutes for 700 meetings."""
    ledger = Ledger(Store.open(tmp_path), shared_tokenizer())
    _filled(ledger._db, range(3))
    reading, go_on = threading.Event(), threading.Event()

    def slow(*_: Any) -> None:
        reading.set()
        assert go_on.wait(20)

    monkeypatch.setattr(commitment_table, "update", slow)
    ledger.catch_up()
    assert reading.wait(20)
    removing = threading.Thread(target=ledger.forget)
    removing.start()
    removing.join(20)
    waits = removing.is_alive()
    go_on.set()
    assert not waits
    assert ledger._db.execute("SELECT count(*) FROM statements").fetchone() == (0,)
