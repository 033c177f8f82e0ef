"""The tables of `corpus.sqlite`, as numbered migrations, and how a connection to it is opened.

sources ─┬─ originals
         └─ minutes ── exchanges ─┬─ passages
                                  ├─ (parts: exchanges with a parent)
                                  └─ exchange_offices ── offices

All ids that the index refers to (minutes, exchanges, passages) are AUTOINCREMENT: an id is never given twice, so that an
index which lags behind can miss a row but never mistake one for another. `removals` tells it which minutes are gone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus import read_only
from corpus.errors import StoreError, StoreReadOnly

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO meta VALUES ('generation', 0);
    CREATE TABLE sources (
        row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, uri TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        sha256 TEXT NOT NULL, media_type TEXT NOT NULL, layout TEXT NOT NULL, parser TEXT NOT NULL,
        added_at TEXT NOT NULL, url TEXT NOT NULL);
    CREATE TABLE originals (
        source INTEGER PRIMARY KEY REFERENCES sources(row) ON DELETE CASCADE, codec TEXT NOT NULL, data BLOB NOT NULL);
    CREATE TABLE minutes (
        id INTEGER PRIMARY KEY AUTOINCREMENT, source INTEGER NOT NULL REFERENCES sources(row) ON DELETE CASCADE,
        position INTEGER NOT NULL, municipality TEXT NOT NULL, prefecture TEXT NOT NULL, body TEXT NOT NULL,
        first_date TEXT NOT NULL, last_date TEXT NOT NULL, meeting TEXT NOT NULL, warnings TEXT NOT NULL,
        exchanges INTEGER NOT NULL, statements INTEGER NOT NULL,
        first_passage INTEGER NOT NULL, last_passage INTEGER NOT NULL);
    CREATE INDEX minutes_source ON minutes(source);
    CREATE INDEX minutes_town ON minutes(municipality, first_date);
    CREATE TABLE minutes_texts (
        minutes INTEGER PRIMARY KEY REFERENCES minutes(id) ON DELETE CASCADE, offset INTEGER NOT NULL,
        text BLOB NOT NULL, pages TEXT NOT NULL, utterances BLOB NOT NULL);
    CREATE TABLE exchanges (
        row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
        minutes INTEGER NOT NULL REFERENCES minutes(id) ON DELETE CASCADE, position INTEGER NOT NULL,
        parent INTEGER REFERENCES exchanges(row) ON DELETE CASCADE, part INTEGER, status TEXT NOT NULL,
        first_passage INTEGER NOT NULL, last_passage INTEGER NOT NULL, payload TEXT);
    CREATE INDEX exchanges_minutes ON exchanges(minutes, position);
    CREATE INDEX exchanges_parent ON exchanges(parent);
    CREATE TABLE passages (
        id INTEGER PRIMARY KEY AUTOINCREMENT, exchange INTEGER NOT NULL REFERENCES exchanges(row) ON DELETE CASCADE,
        role TEXT NOT NULL, turn INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, page INTEGER);
    CREATE INDEX passages_exchange ON passages(exchange);
    CREATE TABLE offices (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE exchange_offices (
        exchange INTEGER NOT NULL REFERENCES exchanges(row) ON DELETE CASCADE,
        office INTEGER NOT NULL REFERENCES offices(id), side TEXT NOT NULL,
        PRIMARY KEY (exchange, office, side)) WITHOUT ROWID;
    CREATE INDEX exchange_offices_office ON exchange_offices(office, exchange);
    CREATE TABLE removals (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, minutes INTEGER NOT NULL,
        first_passage INTEGER NOT NULL, last_passage INTEGER NOT NULL);
    CREATE TABLE feedback (
        id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, question TEXT NOT NULL, exchange_id TEXT NOT NULL,
        vote INTEGER NOT NULL, comment TEXT NOT NULL, answer TEXT NOT NULL);
    CREATE TABLE audit (
        id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, event TEXT NOT NULL, detail TEXT NOT NULL);
    """,
    """
    CREATE TABLE fetches (
        uri TEXT PRIMARY KEY, address TEXT NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL,
        checked_at TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE fetch_lists (name TEXT PRIMARY KEY, began_at TEXT NOT NULL) WITHOUT ROWID;
    """,
    # Nothing was ever written to it: what is withheld is logged where it happens.
    "DROP TABLE audit",
)
"""Each brings the schema from its own number to the next; never edited after a release, only added to."""

VERSION = len(MIGRATIONS)

BUSY_TIMEOUT_S = 30.0
"""How long a statement waits for another process's transaction: a document of 100,000 passages is written in ~5 s."""


CACHE_KIB = 16_384
"""Pages that a connection keeps: the upper levels of the tables of a million passages. With SQLite's own 2 MiB a search reads
them again and again (places of 400 passages: 5.8 ms, with this 2 ms)."""


def connect(file: Path) -> sqlite3.Connection:
    """A connection to the database at `file`, migrated to this version.

    Raises StoreReadOnly where the folder cannot be written, StoreError where the file is no database, is damaged, or was written by a
    newer version of this program.
    """
    connection = None
    try:
        connection = sqlite3.connect(file, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")
        # FULL, not NORMAL: after a power cut the store must never be older than an index that already refers to it.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        _migrate(connection, file)
    except (sqlite3.Error, StoreError) as error:
        if connection is not None:
            connection.close()
        if isinstance(error, StoreError):
            raise
        if isinstance(error, sqlite3.OperationalError):
            raise (StoreReadOnly if read_only.is_refused(error) else StoreError)(
                f"保存フォルダーを開けません: {file.parent} ({error})", "権限と空き容量を確認してください"
            ) from error
        raise damaged(file, error) from error
    return connection


def connect_to_read(file: Path) -> sqlite3.Connection:
    """A connection to a database that cannot be written. Raises StoreError where it cannot be read either, or is of another version."""
    try:
        connection = read_only.opened(file)
        version = _version(connection)
    except sqlite3.Error as error:
        raise StoreError(
            f"保存フォルダーを開けません: {file.parent} ({error})",
            "読む権限を確かめてください。だれかが書き込んでいる途中なら、終わってからもう一度実行してください",
        ) from error
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    if version != VERSION:
        connection.close()
        raise _newer(version, file) if version > VERSION else _older(file)
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """What is done inside is in the database wholly or not at all; whatever is raised inside is passed on."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk ends the transaction by itself; to roll back once more would hide why.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def damaged(file: Path, error: Exception) -> StoreError:
    """The error for a database that SQLite cannot read."""
    return StoreError(
        f"データベースが壊れているか、データベースではありません: {file} ({error})",
        "kaigiroku doctor で状態を調べ、バックアップから kaigiroku restore で戻してください",
    )


def _migrate(connection: sqlite3.Connection, file: Path) -> None:
    version = _version(connection)
    if version > VERSION:
        raise _newer(version, file)
    if version == 0 and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise StoreError(f"会議録のデータベースではありません: {file}", "別のフォルダーを指定してください")
    while version < VERSION:
        with transaction(connection):
            # Read again inside the transaction: two processes may open a new folder at the same time.
            version = _version(connection)
            if version < VERSION:
                for statement in MIGRATIONS[version].split(";\n"):
                    connection.execute(statement)
                version += 1
                connection.execute(f"PRAGMA user_version = {version}")


def _newer(version: int, file: Path) -> StoreError:
    return StoreError(
        f"このデータは新しい版のプログラムで作られています (形式 {version}、対応は {VERSION} まで): {file}",
        "プログラムを更新してください",
    )


def _older(file: Path) -> StoreError:
    return StoreError(
        f"このデータは前の版のプログラムで作られ、読むだけのフォルダーにあります: {file}",
        "書き込める人が、この版で一度開いてください（例: kaigiroku list）",
    )


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
