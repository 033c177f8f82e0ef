"""A store in a folder that cannot be written (a share, a disc): it answers, and says in one line that it takes nothing in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from small_store import minutes, passages_of, read_in, source

from corpus import schema
from corpus.errors import StoreReadOnly
from corpus.store import Store

RECORD = """第1回 みどり市総合計画審議会 会議録
日時　令和6年5月10日
【委員】歩道はいつ広げますか。
【事務局】駅前の歩道は来年度に広げる予定です。
"""

DRIVE = """
import sys
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
