"""A store in a folder that cannot be written: a share, a disc, another user's folder. It is read where it lies.

SQLite makes files of its own beside a database even for who only reads; where it may not, the database is opened as one that nobody
changes (`immutable`), or, while somebody else has it open and those files are there, for reading only.
"""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from corpus.errors import StoreReadOnly

_REFUSED = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
"""What SQLite says where the folder, or the system under it, takes no writing."""


def is_refused(error: sqlite3.Error | OSError) -> bool:
    """Whether a database, or a file, cannot be written where it lies: its folder may not be written."""
    if isinstance(error, OSError):
        return error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _REFUSED


def cannot_write(folder: Path) -> StoreReadOnly:
    """What is said to who would change such a store."""
    return StoreReadOnly(
        f"この保存フォルダーは読むだけで、書き込めません: {folder}",
        "書き込む権限のある人が行うか、書き込める場所に控えを戻し（backup、restore）、その場所を --store で指定してください",
    )


def opened(file: Path) -> sqlite3.Connection:
    """A connection that only reads. Raises sqlite3.Error where there is no database, or it is damaged."""
    how = "mode=ro" if _is_open(file) else "immutable=1"
    connection = sqlite3.connect(f"{_uri(file.absolute().as_posix())}?{how}", uri=True, isolation_level=None)
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
    return status.st_mtime_ns, status.st_size, _is_open(file)


def _is_open(file: Path) -> bool:
    """Whether somebody has the database open: its log is there. An empty one without the log's index came along with a copy of the folder."""
    try:
        written = file.with_name(f"{file.name}-wal").stat().st_size
    except OSError:
        return False
    return written > 0 or file.with_name(f"{file.name}-shm").exists()


def _uri(path: str) -> str:
    """A path as SQLite wants it: that of a share (//server/share/…) without a host, of which SQLite takes none.

    >>> _uri("/srv/議会"), _uri("C:/store"), _uri("//server/share")
    ('file:///srv/%E8%AD%B0%E4%BC%9A', 'file:///C:/store', 'file:////server/share')
    """
    return "file://" + quote(path if path.startswith("/") else f"/{path}", safe="/:")


def copied(file: Path, folder: Path) -> None:
    """The database of `file` with the same name in `folder`, to be written there; nothing where it cannot be read."""
    try:
        with closing(opened(file)) as original, closing(sqlite3.connect(folder / file.name)) as copy:
            original.backup(copy)
    except sqlite3.Error:
        (folder / file.name).unlink(missing_ok=True)
