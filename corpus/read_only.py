"""A store in a folder that cannot be written: a share, a disc, another user's folder. It is read where it lies.

SQLite makes files of its own beside a database even for who only reads; where it may not, the database is opened as one that nobody
changes (`immutable`), or, while somebody else has it open and those files are there, for reading only.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from corpus.errors import StoreReadOnly

_REFUSED = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
"""What SQLite says where the folder, or the system under it, takes no writing."""


def is_refused(error: sqlite3.Error) -> bool:
    """Whether a database cannot be written where it lies: its folder may not be written."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _REFUSED


def cannot_write(folder: Path) -> StoreReadOnly:
    """What is said to who would change such a store."""
    return StoreReadOnly(
        f"この保存フォルダーは読むだけで、書き込めません: {folder}",
        "書き込む権限のある人が行うか、書き込める場所に控えを戻し（backup、restore）、その場所を --store で指定してください",
    )


def opened(file: Path) -> sqlite3.Connection:
    """A connection that only reads. Raises sqlite3.Error where there is no database, or it is damaged."""
    at_work = file.with_name(f"{file.name}-wal").exists()
    how = "mode=ro" if at_work else "immutable=1"
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def stamp(file: Path) -> tuple[int, int, bool] | None:
    """Changes whenever somebody else writes into the database; an open connection does not see it by itself."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, file.with_name(f"{file.name}-wal").exists()


def copied(file: Path, folder: Path) -> None:
    """The database of `file` with the same name in `folder`, to be written there; nothing where it cannot be read."""
    try:
        with closing(opened(file)) as original, closing(sqlite3.connect(folder / file.name)) as copy:
            original.backup(copy)
    except sqlite3.Error:
        (folder / file.name).unlink(missing_ok=True)
