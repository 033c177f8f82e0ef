"""答弁の約束: every statement by which the executive side promises, plans, studies, declines or reports done.

`Ledger` finds them by town, period, office, kind and words, says what became of each in the same town's later record, and counts
them. It answers from a table that is derived from the store (`chat.commitment_table`) and follows it by itself.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from chat import commitment_table
from chat.commitment_kinds import KINDS, OPEN_KINDS
from chat.commitment_query import condition
from chat.commitment_table import Progress
from chat.commitment_types import Commitment, Count, Grouping, Order, State, Wanted
from corpus.errors import StoreError
from corpus.store import Store
from corpus.types import Speaker
from retriever.tokenize import Tokenizer
from retriever.types import Filter

LOOK_S = 0.2
"""Seconds between two looks at an update that another thread is at."""

PATIENCE_S = 0.3
"""Seconds in which what a document or two add is read: not worth a line that says so."""


class Ledger:
    """The statements of a store. May be shared by threads: each gets its own connection."""

    def __init__(self, store: Store, tokenizer: Tokenizer) -> None:
        """Costs nothing; the table is opened when it is asked."""
        self._store = store
        self._tokenizer = tokenizer
        self._local = threading.local()
        self._updating = threading.Lock()
        self._generation = -1
        self._read = (0, 0)
        self._starting = threading.Lock()
        self._catching_up: threading.Thread | None = None

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
                progress(commitment_table.NAME, *self._read)
        try:
            if generation == self._generation:
                return
            commitment_table.update(self._db, self._store, self._tokenizer, told)
            self._generation = generation
        except sqlite3.OperationalError as error:
            raise StoreError(
                f"答弁の約束の一覧を書き込めません: {error}", "空き容量と権限を確認してください"
            ) from error
        finally:
            self._read = (0, 0)
            self._updating.release()

    def behind(self) -> tuple[int, int] | None:
        """None where the table is up to date, or is so within `PATIENCE_S`. Else it is being made in a thread of its own, and this
        says how far that is: minutes read, minutes to be read (0 of 0 as long as they are not counted).

        For who would rather say so than wait: over 20,000 exchanges a new table takes more than a minute. What else is asked waits.
        """
        with self._starting:  # several who ask at once: the first starts it
            if self._store.generation == self._generation:
                return None
            thread, first = self._catching_up, False
            if thread is None or not thread.is_alive():
                first = True
                thread = threading.Thread(target=self._catch_up, name="ledger", daemon=True)
                thread.start()
                self._catching_up = thread
        if first:
            thread.join(PATIENCE_S)
        return self._read if thread.is_alive() else None

    def _catch_up(self) -> None:
        with suppress(Exception):  # what is wrong is said to who asks for the list
            self.update()

    def find(
        self, wanted: Wanted = Wanted(), order: Order = "record", limit: int | None = None, offset: int = 0
    ) -> list[Commitment]:
        """The statements that are wanted, in the order of the record or the newest first."""
        self.update()
        clause, values = condition(wanted)
        by = "first_date DESC, id" if order == "newest" else "id"
        # The ids are sorted first: the rows are long.
        chosen = f"SELECT id FROM statements WHERE {clause} ORDER BY {by} LIMIT ? OFFSET ?"
        sql = f"SELECT * FROM statements WHERE id IN ({chosen}) ORDER BY {by}"
        return self._rows(sql, [*values, -1 if limit is None else limit, offset])

    def get(self, number: int) -> Commitment | None:
        """The statement of this `id`."""
        self.update()
        return next(iter(self._rows("SELECT * FROM statements WHERE id = ?", [number])), None)

    def _rows(self, sql: str, values: Sequence[Any]) -> list[Commitment]:
        cursor = self._db.execute(sql, values)
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
        later = self._later([row["id"] for row in rows])
        return [_commitment(row, later.get(row["id"], ())) for row in rows]

    def count(self, wanted: Wanted = Wanted()) -> int:
        """How many statements are wanted."""
        self.update()
        clause, values = condition(wanted)
        return int(self._db.execute(f"SELECT count(*) FROM statements WHERE {clause}", values).fetchone()[0])

    def counts(self, wanted: Wanted = Wanted(), by: Grouping = "year") -> list[Count]:
        """How many of each kind by year of the meeting (oldest first), by office or by kind (most first)."""
        self.update()
        clause, values = condition(wanted)
        group = {"year": "substr(date, 1, 4)", "office": "office", "kind": "kind || ''"}[by]
        sql = f"SELECT {group}, kind, count(*) FROM statements WHERE {clause} GROUP BY 1, 2"
        rows = [Count(*row) for row in self._db.execute(sql, values)]
        total: dict[str, int] = {}
        for row in rows:
            total[row.group] = total.get(row.group, 0) + row.number
        place = {kind: number for number, kind in enumerate(KINDS)}
        if by == "year":
            return sorted(rows, key=lambda row: (row.group, place[row.kind]))
        return sorted(rows, key=lambda row: (-total[row.group], row.group, place[row.kind]))

    def offices(self, filters: Filter = Filter()) -> list[str]:
        """Offices that made statements, those with most first."""
        return list(dict.fromkeys(row.group for row in self.counts(Wanted(filters), "office") if row.group))

    def _later(self, ids: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
        """(exchange, day) of the later mentions of each statement, oldest first."""
        found: dict[int, list[tuple[str, str]]] = {}
        for start in range(0, len(ids), 500):
            chunk = ids[start : start + 500]
            sql = (
                f"SELECT statement, exchange, day FROM later WHERE statement IN ({','.join('?' * len(chunk))})"
                " ORDER BY statement, day, exchange"
            )
            for number, exchange, day in self._db.execute(sql, chunk):
                found.setdefault(number, []).append((exchange, day))
        return found

    @property
    def _db(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            try:
                connection = commitment_table.connect(self._store.folder)
            except (sqlite3.Error, OSError) as error:
                raise StoreError(
                    f"答弁の約束の一覧を開けません: {error}", "保存フォルダーの権限を確認してください"
                ) from error
            self._local.connection = connection
        return connection


def _commitment(row: dict[str, Any], later: Sequence[tuple[str, str]]) -> Commitment:
    state: State = row["state"] or "open"
    return Commitment(
        id=row["id"],
        exchange_id=row["exchange"],
        kind=row["kind"],
        quote=row["quote"],
        spans=tuple((start, end) for start, end in json.loads(row["spans"])),
        due=row["due"],
        speaker=Speaker(row["name"], row["office"], row["side"]),
        municipality=row["town"],
        body=row["body"],
        meeting=row["meeting"],
        date=row["date"],
        topic=row["topic"],
        page=row["page"],
        role=row["role"],
        source_id=row["source_id"],
        source=row["source"],
        state=state if row["kind"] in OPEN_KINDS else "closed",
        later=tuple(exchange for exchange, _ in later),
        later_days=tuple(day for _, day in later),
    )
