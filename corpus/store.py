"""The store on disk: one folder, `corpus.sqlite` in it is the truth, everything else is derived from it.

One writer at a time (`writing`, a lock file), any number of readers in any number of processes and threads. Every change
is one transaction: a document is in the store wholly or not at all, also after kill -9.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from corpus import read_only, schema
from corpus.errors import StoreError, StoreLocked, StoreReadOnly
from corpus.feed import IndexFeed
from corpus.folding import folded
from corpus.serialize import loads
from corpus.types import Meeting, Minutes, Source, SourceSummary
from corpus.writing import PassagesOf, delete_source, fingerprint, insert_source, unpacked

DATABASE = "corpus.sqlite"
LOCK = "write.lock"

Change = Literal["added", "unchanged", "replaced"]


class Store(IndexFeed):
    """A store in `folder`. May be shared by threads: each gets its own connection."""

    def __init__(self, folder: Path) -> None:
        """Use `Store.open`."""
        super().__init__()
        self.folder = folder
        self.read_only = False
        """Whether the folder cannot be written; found out when it is opened."""
        self._local = threading.local()
        self._lock: Any = None

    @classmethod
    def open(cls, folder: Path) -> Store:
        """The store in `folder`; folder and database are made where missing.

        Where the folder cannot be written, a store that is there is read only. Raises StoreError where there is none, or the database
        is damaged or of a newer version.
        """
        folder = folder.expanduser().absolute()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"保存フォルダーを作れません: {folder}", f"場所か権限を確認してください。{error}"
            ) from error
        store = cls(folder)
        try:
            _ = store.db
        except StoreReadOnly:
            if not (folder / DATABASE).exists():
                raise
            store.read_only = True
            _ = store.db
        return store

    @property
    def db(self) -> sqlite3.Connection:
        """This thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None or self.read_only:
            connection = self._connected(connection)
        return connection

    def _connected(self, known: sqlite3.Connection | None) -> sqlite3.Connection:
        """A connection for this thread; of a store that is only read the `known` one, as long as nobody else has written."""
        file = self.folder / DATABASE
        stamp = read_only.stamp(file) if self.read_only else None
        if known is not None and stamp == self._local.stamp:
            return known
        connection = schema.connect_to_read(file) if self.read_only else schema.connect(file)
        _add_functions(connection)
        self._local.connection, self._local.stamp = connection, stamp
        return connection

    def close(self) -> None:
        """Closes this thread's connection."""
        connection = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            self._local.connection = None

    @contextmanager
    def writing(self, timeout: float = 30.0) -> Iterator[None]:
        """Holds the store's write lock (re-entrant). Raises StoreLocked where another process has it for `timeout` seconds, StoreError
        where the store is read only."""
        from filelock import FileLock, Timeout

        self._refuse_where_read_only()
        if self._lock is None:
            self._lock = FileLock(self.folder / LOCK)
        try:
            self._lock.acquire(timeout=timeout)
        except Timeout as error:
            raise StoreLocked(
                f"ほかの処理が書き込み中です: {self.folder}", "終わるのを待って、もう一度実行してください"
            ) from error
        except OSError as error:
            if read_only.is_refused(error):
                raise read_only.cannot_write(self.folder) from error
            raise StoreError(f"保存フォルダーに書き込めません: {self.folder}", str(error)) from error
        try:
            yield
        finally:
            self._lock.release()

    def put(
        self,
        source: Source,
        minutes: Iterable[Minutes],
        passages_of: PassagesOf,
        original: bytes | None = None,
    ) -> Change:
        """Stores a document in one transaction.

        The same content under the same `uri`, read by the same parser or read as before by another one, is left as it is (so is what
        is derived from it); anything else under that `uri` is replaced. `minutes` may be a generator: it is consumed inside the transaction, and what it raises undoes it.
        Exchange ids must be unique in the store.
        """
        with self.writing(), self._transaction() as db:
            found = db.execute(
                "SELECT row, sha256, parser FROM sources WHERE uri = ?", (source.uri,)
            ).fetchone()
            if found and found[1:] == (source.sha256, source.parser):
                return "unchanged"
            before = fingerprint(db, found[0]) if found else b""
            db.execute("SAVEPOINT before")
            if found:
                delete_source(db, found[0])
            row = insert_source(db, source, minutes, passages_of, original)
            if found and fingerprint(db, row) == before:
                db.execute("ROLLBACK TO before")
                db.execute("UPDATE sources SET parser = ? WHERE row = ?", (source.parser, found[0]))
                return "unchanged"
            _bump(db)
        return "replaced" if found else "added"

    def has(self, uri: str, sha256: str, parser: str) -> bool:
        """Whether exactly this content, read by this parser, is stored under `uri` (so that it need not be read)."""
        wanted = (uri, sha256, parser)
        sql = "SELECT 1 FROM sources WHERE uri = ? AND sha256 = ? AND parser = ?"
        return self.db.execute(sql, wanted).fetchone() is not None

    def remove(self, source_id: str) -> bool:
        """Takes a source out; False where there is none of this id. From here on no reader finds it."""
        with self.writing(), self._transaction() as db:
            found = db.execute("SELECT row FROM sources WHERE id = ?", (source_id,)).fetchone()
            if found is None:
                return False
            delete_source(db, found[0])
            _bump(db)
        return True

    def sources(self) -> list[SourceSummary]:
        """All sources in the order in which they were added."""
        meetings: dict[int, list[tuple[Meeting, int, int, tuple[str, ...]]]] = {}
        sql = "SELECT source, id, exchanges, statements, warnings FROM minutes ORDER BY source, position"
        for row, identity, exchanges, statements, warnings in self.db.execute(sql).fetchall():
            context = self.context(identity)
            if context is not None:
                entry = (context[1], exchanges, statements, tuple(loads(warnings)))
                meetings.setdefault(row, []).append(entry)
        return [
            SourceSummary(
                source=source,
                meetings=tuple(entry[0] for entry in meetings.get(row, ())),
                exchanges=sum(entry[1] for entry in meetings.get(row, ())),
                statements=sum(entry[2] for entry in meetings.get(row, ())),
                # What is said of the whole document stands at each of its meetings.
                warnings=tuple(
                    dict.fromkeys(warning for entry in meetings.get(row, ()) for warning in entry[3])
                ),
            )
            for row, source in self.source_rows()
        ]

    def original(self, source_id: str) -> bytes | None:
        """The bytes that were ingested, or None."""
        sql = "SELECT o.codec, o.data FROM originals o JOIN sources s ON s.row = o.source WHERE s.id = ?"
        found = self.db.execute(sql, (source_id,)).fetchone()
        return unpacked(*found) if found else None

    def record_feedback(
        self, question: str, exchange_id: str, vote: int, comment: str = "", answer: str = ""
    ) -> None:
        """Keeps a user's vote (+1 or −1) on what was answered; it survives a re-read of the source."""
        row = (_now(), question, exchange_id, vote, comment, answer)
        sql = "INSERT INTO feedback (at, question, exchange_id, vote, comment, answer) VALUES (?,?,?,?,?,?)"
        with self._transaction() as db:
            db.execute(sql, row)

    def take_feedback(self, votes: Iterable[dict[str, str | int]]) -> None:
        """Keeps votes of another store as they are (see `feedback`)."""
        sql = (
            "INSERT INTO feedback (at, question, exchange_id, vote, comment, answer)"
            " VALUES (:at,:question,:exchange_id,:vote,:comment,:answer)"
        )
        with self._transaction() as db:
            db.executemany(sql, votes)

    def feedback(self) -> list[dict[str, str | int]]:
        """All votes, oldest first."""
        names = ("at", "question", "exchange_id", "vote", "comment", "answer")
        rows = self.db.execute(f"SELECT {','.join(names)} FROM feedback ORDER BY id").fetchall()
        return [dict(zip(names, row, strict=True)) for row in rows]

    def check(self) -> list[str]:
        """What is wrong with the database, one line each; empty when it is sound."""
        try:
            lines = [str(row[0]) for row in self.db.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            lines += [
                f"foreign key: {row}" for row in self.db.execute("PRAGMA foreign_key_check").fetchmany(20)
            ]
        except sqlite3.Error as error:
            return [str(error)]
        return lines

    def _refuse_where_read_only(self) -> None:
        if self.read_only:
            raise read_only.cannot_write(self.folder)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._refuse_where_read_only()
        db = self.db
        try:
            with schema.transaction(db):
                yield db
        except sqlite3.OperationalError as error:
            raise StoreError(f"書き込めませんでした: {error}", "空き容量と権限を確認してください") from error
        except sqlite3.IntegrityError:
            raise
        except sqlite3.DatabaseError as error:
            raise schema.damaged(self.folder / DATABASE, error) from error


def _bump(db: sqlite3.Connection) -> None:
    db.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")


def _add_functions(db: sqlite3.Connection) -> None:
    db.create_function("folded", 1, folded, deterministic=True)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
