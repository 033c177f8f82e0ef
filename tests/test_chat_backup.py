"""A store as one file and back; files that are no backup; votes as gold candidates."""

from __future__ import annotations

import errno
import json
import signal
import sqlite3
import subprocess
import sys
import threading
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from small_store import minutes, passages_of, source

from chat.held.backup import MANIFEST, Taken, backup, restore, take_in
from chat.held.feedback import gold_candidates
from chat.held.workspace import workspace
from corpus.errors import StoreError
from corpus.store import DATABASE, Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store.open(tmp_path / "store")
    made.put(
        source("a"),
        [minutes("a", [("備蓄", "備蓄は足りるか。", "足りている。")])],
        passages_of,
        "原本".encode(),
    )
    return made


def rewritten(file: Path, to: Path, **members: bytes | None) -> Path:
    """A copy of an archive with other members; None takes one out."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            data = members.get(name.split(".")[0], old.read(name))
            if data is not None:
                new.writestr(name, data)
        if "extra" in members:
            new.writestr("../../outside.txt", members["extra"] or b"")
    return to


def test_what_is_restored_is_what_was_saved(store: Store, tmp_path: Path) -> None:
    """Protects: exchanges, originals and votes come back; a document added after the copy is not in it."""
    store.record_feedback("備蓄は", "a-0", 1, "助かった")
    made = backup(store, tmp_path / "b.zip")
    store.put(source("b"), [minutes("b", [("道路", "道路は。", "直す。")])], passages_of)
    assert (made.sources, made.exchanges) == (1, 1)
    restore(tmp_path / "b.zip", tmp_path / "new")
    new = Store.open(tmp_path / "new")
    assert [item.exchange.id for item in new.exchanges()] == ["a-0"]
    assert new.original(source("a").id) == "原本".encode()
    assert len(new.feedback()) == 1
    assert new.check() == []
    assert {path.name for path in tmp_path.iterdir()} == {"store", "new", "b.zip"}


def test_a_copy_is_consistent_while_others_write(store: Store, tmp_path: Path) -> None:
    """Protects: a backup amid writing holds whole documents only, and the writer is not stopped."""
    stop = threading.Event()
    written: list[int] = []

    def write() -> None:
        mine = Store.open(store.folder)
        while not stop.is_set():
            key = f"w{len(written)}"
            mine.put(source(key), [minutes(key, [("件", "問。", "答。")] * 1)], passages_of)
            written.append(1)
        mine.close()

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for number in range(3):
            made = backup(store, tmp_path / f"{number}.zip")
            restore(tmp_path / f"{number}.zip", tmp_path / f"r{number}")
            new = Store.open(tmp_path / f"r{number}")
            assert new.check() == []
            assert len(new.source_rows()) == made.sources == made.exchanges
    finally:
        stop.set()
        thread.join()
    assert written


def test_files_that_are_no_backup_change_nothing(store: Store, tmp_path: Path) -> None:
    """Protects: damaged, foreign and oversized files are refused with a message, and leave the folder without a store;
    a member that points outside is never written."""
    good = tmp_path / "good.zip"
    backup(store, good)
    manifest = json.loads(zipfile.ZipFile(good).read(MANIFEST))
    view = tmp_path / "view.sqlite"
    with sqlite3.connect(view) as db:
        db.execute("CREATE VIEW sources AS SELECT 1")
    (tmp_path / "text.zip").write_text("会議録")
    bad = [
        tmp_path / "text.zip",
        rewritten(good, tmp_path / "1.zip", corpus=None),
        rewritten(good, tmp_path / "2.zip", manifest=None),
        rewritten(good, tmp_path / "3.zip", manifest=b"[]"),
        rewritten(good, tmp_path / "4.zip", corpus=b"\0" * 100_000_000),
        rewritten(good, tmp_path / "5.zip", manifest=json.dumps(manifest | {"bytes": 10**18}).encode()),
        rewritten(good, tmp_path / "6.zip", manifest=json.dumps(manifest | {"schema": 999}).encode()),
        rewritten(good, tmp_path / "7.zip", corpus=view.read_bytes()),
    ]
    for file in bad:
        with pytest.raises(StoreError):
            restore(file, tmp_path / "target")
    assert not (tmp_path / "target" / DATABASE).exists()
    restore(rewritten(good, tmp_path / "8.zip", extra=b"x"), tmp_path / "target")
    assert not list(tmp_path.rglob("outside.txt"))


def test_nothing_is_overwritten(store: Store, tmp_path: Path) -> None:
    """Protects: neither an existing file nor a store with documents gives way."""
    backup(store, tmp_path / "b.zip")
    with pytest.raises(StoreError, match="既にあります"):
        backup(store, tmp_path / "b.zip")
    with pytest.raises(StoreError, match="既に会議録があります"):
        restore(tmp_path / "b.zip", store.folder)


def test_votes_become_candidates_by_question(store: Store) -> None:
    """Protects: votes of one question are one candidate; what was voted down, or is gone, is not its answer."""
    store.record_feedback("備蓄は 足りるか", "a-0", 1, "よい")
    store.record_feedback("備蓄は　足りるか", "gone", 1)
    store.record_feedback("道路は", "a-0", -1)
    first, second = gold_candidates(store)
    assert (first["question"], first["gold"], first["gold_groups"]) == ("備蓄は 足りるか", ["a-0"], [["a-0"]])
    assert (first["comments"], first["votes"]) == (["よい"], 2)
    assert (second["answerable"], second["gold"], second["rejected"]) == (None, [], ["a-0"])


def test_a_backup_is_taken_in_beside_what_is_here(store: Store, tmp_path: Path) -> None:
    """Protects: documents, originals and votes come to those that are here; the same ones once; a stop keeps those before."""
    store.record_feedback("備蓄は", "a-0", 1)
    store.put(source("b"), [minutes("b", [("道路", "道路は。", "直す。")])], passages_of)
    backup(store, tmp_path / "b.zip")
    other = Store.open(tmp_path / "other")
    other.put(source("c"), [minutes("c", [("公園", "公園は。", "造る。")])], passages_of)
    asked: list[str] = []
    first = take_in(
        tmp_path / "b.zip", other, lambda name, _, __: asked.append(name), lambda: len(asked) == 1
    )
    assert first == Taken(added=1, stopped=True)
    assert take_in(tmp_path / "b.zip", other) == Taken(added=1, unchanged=1)
    assert sorted(one.exchange.id for one in other.exchanges()) == ["a-0", "b-0", "c-0"]
    assert other.original(source("a").id) == "原本".encode()
    assert other.feedback() == store.feedback()
    assert other.check() == []
    assert not [path for path in other.folder.iterdir() if path.name.startswith(".take-in")]


def test_what_is_no_backup_is_not_taken_in(store: Store, tmp_path: Path) -> None:
    """Protects: a foreign ZIP and a damaged copy change nothing and are named."""
    backup(store, tmp_path / "b.zip")
    damaged = rewritten(tmp_path / "b.zip", tmp_path / "damaged.zip", corpus=b"SQLite format 3\x00 no more")
    other = Store.open(tmp_path / "other")
    for file in (damaged, rewritten(tmp_path / "b.zip", tmp_path / "foreign.zip", manifest=None)):
        with pytest.raises(StoreError, match=rf"^{file.name} は"):
            take_in(file, other)
    assert other.sources() == []


KILLED = """
import os, sys
from pathlib import Path
from chat.held import backup
from corpus.store import Store
backup._copy_exactly = backup.hashlib.file_digest = lambda *_: os.kill(os.getpid(), 9)
store, file, folder = map(Path, sys.argv[2:])
{"backup": lambda: backup.backup(Store.open(store), file),
 "restore": lambda: backup.restore(file, folder),
 "take in": lambda: backup.take_in(file, Store.open(folder))}[sys.argv[1]]()
"""


@pytest.mark.parametrize("work", ["backup", "restore", "take in"])
def test_what_a_killed_run_leaves_is_gone_after_the_next(
    store: Store, tmp_path: Path, work: str, root: Path
) -> None:
    """Protects: a kill -9 half way leaves a copy of the store, hidden, beside the backup or in the store: 150 MiB each time at 20,000
    exchanges, never removed. What is there stays whole."""
    backup(store, tmp_path / "b.zip")
    file = tmp_path / ("c.zip" if work == "backup" else "b.zip")
    program = [sys.executable, "-c", KILLED, work, store.folder, file, tmp_path / "other"]
    killed = subprocess.run([*map(str, program)], cwd=root, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert len([*tmp_path.rglob(f".*/{DATABASE}")]) == 1
    if work == "backup":
        assert not file.exists()
        backup(store, file)
    elif work == "restore":
        assert not (tmp_path / "other" / DATABASE).exists()
        restore(file, tmp_path / "other")
    else:
        assert take_in(file, Store.open(tmp_path / "other")).added == 1
    assert [*tmp_path.rglob(f".*/{DATABASE}")] == []
    assert len(Store.open(tmp_path / "other" if work != "backup" else store.folder).source_rows()) == 1


def test_a_folder_that_is_worked_in_is_left_alone(tmp_path: Path) -> None:
    """Protects: two backups into one folder at the same time do not take each other's copy away."""
    with workspace(tmp_path, ".w-") as first, workspace(tmp_path, ".w-") as second:
        assert first.is_dir()
        assert second.is_dir()
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_share_without_locks_takes_a_backup(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Protects: a backup onto such a share failed; a folder that is worked in there is still left alone. Other errors are told."""

    def refused(descriptor: int, operation: int) -> None:
        raise OSError(number, "no locks")

    monkeypatch.setattr("fcntl.flock", refused)
    with workspace(tmp_path, ".kaigiroku-") as first:
        backup(store, tmp_path / "b.zip")
        assert first.is_dir()
    assert {path.name for path in tmp_path.iterdir()} == {"store", "b.zip"}
    number = errno.EIO
    with pytest.raises(OSError, match="no locks"), workspace(tmp_path, ".w-"):
        pass


def test_a_full_disk_is_named(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects: it said that the store could not be read, and to have it checked; nothing of the backup is left."""

    def full(target: sqlite3.Connection) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(Store, "db", SimpleNamespace(backup=full))
    with pytest.raises(StoreError, match="に書けません") as raised:
        backup(store, tmp_path / "b.zip")
    assert "空き容量" in raised.value.hint
    assert {path.name for path in tmp_path.iterdir()} == {"store"}
