"""A store in a folder that cannot be written (a share, a disc): it answers, and says in one line that it takes nothing in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from small_store import minutes, passages_of, read_in, source

from corpus import read_only, schema
from corpus.errors import StoreReadOnly
from corpus.store import DATABASE, Store
from retriever.linked import Linked

RECORD = """第1回 あさひ市総合計画審議会 会議録
日時　令和6年5月10日
【委員】歩道はいつ広げますか。
【事務局】駅前の歩道は来年度に広げる予定です。
"""

DRIVE = """
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from chat.api.tokens import Tokens
from chat.service import Service
from chat.settings import Settings
from corpus.errors import KaigirokuError

service = Service.open(Settings(store=Path(sys.argv[1]), encoder="none"))
answer = service.ask("歩道はいつ広げますか")
print(answer.citations[0].quote)
print(len(service.sources()), len(service.ledger.find()))
tokens = Tokens(service.store.folder)
for write in (
    lambda: service.add([Path(sys.argv[0])]),
    lambda: service.remove(service.sources()[0].source.id),
    lambda: service.vote(answer, 1),
    lambda: tokens.create("窓口"),
):
    try:
        write()
        print("written")
    except KaigirokuError as error:
        print(type(error).__name__)
"""


def bound() -> list[str]:
    """What a command begins with for whom the rights of a folder hold; for the superuser they do not, until that right is given up."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    drop = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    if shutil.which("setpriv") is None or subprocess.run([*drop, "true"], check=False).returncode != 0:
        pytest.skip("the superuser writes into every folder, and cannot give that up here")
    return drop


@pytest.mark.skipif(os.name != "posix", reason="rights of folders as POSIX has them")
def test_a_folder_that_cannot_be_written_is_read_and_not_written(tmp_path: Path, root: Path) -> None:
    """In a real process: what is asked is answered from it, the ledger too; what would write says so."""
    drop = bound()
    read_in(tmp_path, {"a.txt": RECORD}).store.close()
    store, script = tmp_path / "store", tmp_path / "drive.py"
    script.write_text(DRIVE, "utf-8")
    folders = [store, *(path for path in store.rglob("*") if path.is_dir())]
    before = sorted(store.rglob("*"))
    for folder in folders:
        folder.chmod(0o555)
    try:
        done = subprocess.run(
            [*drop, sys.executable, str(script), str(store)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(root)},
        )
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert done.stdout.splitlines() == [
        "駅前の歩道は来年度に広げる予定です。",
        "1 1",
        *["StoreReadOnly"] * 4,
    ], done.stderr
    assert sorted(store.rglob("*")) == before


def _refused(file: Path) -> None:
    raise StoreReadOnly(f"保存フォルダーを開けません: {file.parent}")


def test_what_is_added_meanwhile_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may write adds a document, while it is open here and after it is closed there."""
    writer = Store.open(tmp_path)
    writer.put(source("a"), [minutes("a", [("歩道", "広げますか。", "広げます。")])], passages_of)
    with monkeypatch.context() as patched:
        patched.setattr(schema, "connect", _refused)
        reader = Store.open(tmp_path)
        assert reader.read_only
        assert len(list(reader.exchanges())) == 1
    writer.put(source("b"), [minutes("b", [("公園", "直しますか。", "直します。")])], passages_of)
    assert len(list(reader.exchanges())) == 2
    writer.close()
    assert len(list(reader.exchanges())) == 2


def test_a_lock_that_may_not_be_taken_is_told_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database itself may be written by its rights, the folder not."""
    import filelock

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    store = Store.open(tmp_path)
    monkeypatch.setattr(filelock.FileLock, "acquire", refused)
    with pytest.raises(StoreReadOnly, match="読むだけで、書き込めません"):
        store.remove("a")


def test_an_empty_log_that_came_along_with_a_copy_is_no_open_database(tmp_path: Path) -> None:
    """Protects: without the log's index SQLite does not open it for reading only. A log that holds something is another matter."""
    writer = Store.open(tmp_path)
    writer.put(source("a"), [minutes("a", [("歩道", "広げますか。", "広げます。")])], passages_of)
    writer.close()
    file = tmp_path / DATABASE
    before = read_only.stamp(file)
    file.with_name(f"{DATABASE}-wal").touch()
    assert read_only.stamp(file) == before
    with closing(read_only.opened(file)) as connection:
        assert connection.execute("SELECT count(*) FROM sources").fetchone() == (1,)
    file.with_name(f"{DATABASE}-shm").touch()
    assert read_only.stamp(file) != before


def test_threads_share_one_copy_of_the_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects: each of two that asked first made one, and that of the other went while it was read."""
    ledger = read_in(tmp_path, {"a.txt": RECORD}).ledger
    monkeypatch.setattr(ledger._store, "read_only", True)
    monkeypatch.setattr(read_only, "copied", lambda *_: time.sleep(0.05))
    with ThreadPoolExecutor(4) as pool:
        folders = set(pool.map(lambda _: ledger._folder, range(4)))
    (folder,) = folders
    assert folder.is_dir()


def test_a_commit_while_links_are_made_is_seen(tmp_path: Path) -> None:
    """What names a new file is read a moment before that file has its link."""
    original = tmp_path / "index"
    original.mkdir()
    (original / "meta.json").write_text("old")
    linked = Linked(original)

    def read() -> str:
        if (original / "meta.json").read_text() == "old":
            (original / "new.term").write_text("words")
            (original / "meta.json").write_text("new")
        return (linked.folder / "new.term").read_text()

    assert linked.follow(read) == "words"
    with pytest.raises(FileNotFoundError):
        linked.follow((linked.folder / "none.term").read_text)
