"""答弁の約束: every statement by which the executive side promises, plans, studies, declines or reports done.

`Ledger` finds them by town, period, office, kind and words, says what became of each in the same town's later record, and counts
them. It answers from a table that is derived from the store (`chat.commitments.table`) and follows it by itself.
"""

from __future__ import annotations

import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from chat.commitments import table
from chat.commitments.reading import Statements
from corpus import read_only
from corpus.errors import StoreError
from corpus.progress import Progress
from corpus.store import Store
from retriever.tokenize import Tokenizer

LOOK_S = 0.2
"""Seconds between two looks at an update that another thread is at."""

PATIENCE_S = 0.3
"""Seconds in which what a document or two add is read: not worth a line that says so."""


@contextmanager
def _written() -> Iterator[None]:
    """What SQLite says of a table that cannot be written, in our words."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreError(
            f"答弁の約束の一覧を書き込めません: {error}", "空き容量と権限を確認してください"
        ) from error


class _NotWaited(Exception):
    """Who waited for the table does so no longer."""


class Ledger(Statements):
    """The statements of a store; what is asked waits until the table is up to date. May be shared by threads: each gets its own connection."""

    def __init__(self, store: Store, tokenizer: Tokenizer) -> None:
        """Costs nothing; the table is opened when it is asked."""
        super().__init__(self._up_to_date)
        self._store = store
        self._tokenizer = tokenizer
        self._local = threading.local()
        self._updating = threading.Lock()
        self._generation = -1
        self._read = (0, 0)
        self._starting = threading.Lock()
        self._catching_up: threading.Thread | None = None
        self._copying = threading.Lock()
        self._copy: tempfile.TemporaryDirectory[str] | None = None

    def update(self, progress: Progress | None = None) -> None:
        """Brings the table up to date with the store; quick where nothing changed.

        Raises StoreError where the table cannot be written.
        """
        generation = self._store.generation
        if generation == self._generation:
            return

        def told(name: str, done: int, total: int) -> None:
            self._read = (done, total)
            if progress:
                progress(name, done, total)

        # Another thread may be at it for minutes: then how far that is.
        while not self._updating.acquire(timeout=LOOK_S):
            if progress:
                progress(table.NAME, *self._read)
        try:
            if generation == self._generation:
                return
            with _written():
                table.update(self._db, self._store, self._tokenizer, told)
            self._generation = generation
        finally:
            self._read = (0, 0)
            self._updating.release()

    def follow(self, progress: Progress | None = None, stop: Callable[[], bool] | None = None) -> None:
        """As `update`, for who has just changed the store; once `stop` says so it is not waited for: a thread of its own goes on."""

        def told(name: str, done: int, total: int) -> None:
            if stop and stop():
                raise _NotWaited
            if progress:
                progress(name, done, total)

        try:
            self.update(told)
        except _NotWaited:
            self.catch_up()

    def forget(self) -> None:
        """Takes out what the store no longer has, and does not wait where what is new is being read meanwhile. Raises StoreError as
        `update` does."""
        with _written():
            table.forget_removed(self._db, self._store)

    def behind(self) -> tuple[int, int] | None:
        """None where the table is up to date, or is so within `PATIENCE_S`. Else it is being made in a thread of its own, and this
        says how far that is: minutes read, minutes to be read (0 of 0 as long as they are not counted).

        For who would rather say so than wait: over 20,000 exchanges a new table takes more than a minute. What else is asked waits.
        """
        thread, first = self.catch_up()
        if thread is None:
            return None
        if first:
            thread.join(PATIENCE_S)
        return self._read if thread.is_alive() else None

    def catch_up(self) -> tuple[threading.Thread | None, bool]:
        """Lets a thread of its own bring the table up to date; nobody waits for it.

        Returns:
            The thread, None where the table is up to date.
            Whether it begins now.
        """
        with self._starting:  # several who ask at once: the first starts it
            if self._store.generation == self._generation:
                return None, False
            thread = self._catching_up
            if thread is not None and thread.is_alive():
                return thread, False
            thread = threading.Thread(target=self._catch_up, name="ledger", daemon=True)
            thread.start()
            self._catching_up = thread
            return thread, True

    def standing(self) -> Statements | None:
        """What is there while the table is `behind`, without waiting: the table without what is not read yet; as long as new rules
        make it anew, the one of the rules before; None where neither is whole. What was removed is in neither."""
        db = self._db
        if not table.is_whole(db):
            before = table.before(self._store.folder)
            if before is None:
                return None
            db = before
        with _written():
            table.forget_removed(db, self._store)
        return Statements(lambda: db)

    def _up_to_date(self) -> sqlite3.Connection:
        self.update()
        return self._db

    def _catch_up(self) -> None:
        with suppress(Exception):  # what is wrong is said to who asks for the list
            self.update()

    @property
    def _folder(self) -> Path:
        """Where the table is; of a store that cannot be written a copy, which goes with this object."""
        if not self._store.read_only:
            return self._store.folder
        with self._copying:  # of several threads that ask first one makes it
            if self._copy is None:
                made = tempfile.TemporaryDirectory(prefix="kaigiroku-ledger-", ignore_cleanup_errors=True)
                read_only.copied(self._store.folder / table.FILE, Path(made.name))
                self._copy = made
        return Path(self._copy.name)

    @property
    def _db(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            try:
                connection = table.connect(self._folder)
            except (sqlite3.Error, OSError) as error:
                raise StoreError(
                    f"答弁の約束の一覧を開けません: {error}", "保存フォルダーの権限を確認してください"
                ) from error
            self._local.connection = connection
        return connection
