"""Reading the store: exchanges with their meeting and source, whole minutes, how far the record reaches."""

from __future__ import annotations

import sqlite3
import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from corpus.cache import LeastRecentlyUsed
from corpus.selection import EVERYTHING, Selection, exchange_query, meeting_clause
from corpus.serialize import exchange_from, loads, meeting_from, utterance_from
from corpus.types import Meeting, Minutes, Source, StoredExchange
from corpus.writing import SOURCE_COLUMNS

Key = TypeVar("Key", int, str)

CACHED = 4096
"""Parsed exchanges and meetings kept in memory: ~10 kB each, so at most some 40 MB. Rows are never changed, only removed."""

UNPACKED = 24
"""Texts of meetings kept unpacked, ~0.5 MB each for a day of a council: a dossier quotes the same few again and again."""

CHUNK = 500
"""Ids in one SQL statement, below SQLite's limit of 999 variables in old builds."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the record (or what a selection leaves of it) reaches."""

    exchanges: int
    towns: tuple[str, ...]
    first_date: str = ""
    last_date: str = ""
    statements: int = 0
    unnamed: int = 0
    """Exchanges (of a record without any: statements) of minutes that name no town; they are among those above."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to search; minutes of statements alone (a report, a press conference) are something."""
        return not (self.exchanges or self.statements)


class Reader(ABC):
    """The reading half of `Store`."""

    def __init__(self) -> None:
        self._contexts: LeastRecentlyUsed[tuple[Source, Meeting]] = LeastRecentlyUsed(CACHED)
        self._reaches: LeastRecentlyUsed[Reach] = LeastRecentlyUsed(64)
        self._exchanges: LeastRecentlyUsed[StoredExchange] = LeastRecentlyUsed(CACHED)
        self._texts: LeastRecentlyUsed[str] = LeastRecentlyUsed(UNPACKED)

    @property
    @abstractmethod
    def db(self) -> sqlite3.Connection:
        """This thread's connection."""

    @property
    def generation(self) -> int:
        """A number that grows with every document added, replaced or removed."""
        return int(self.db.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0])

    def source_rows(self) -> list[tuple[int, Source]]:
        """(row, source), in the order in which they were added."""
        rows = self.db.execute(f"SELECT row, {','.join(SOURCE_COLUMNS)} FROM sources ORDER BY row").fetchall()
        return [(row[0], Source(**dict(zip(SOURCE_COLUMNS, row[1:], strict=True)))) for row in rows]

    def context(self, minutes_id: int) -> tuple[Source, Meeting] | None:
        """The source and meeting of some minutes."""
        known = self._contexts.get(minutes_id)
        if known is None:
            columns = ",".join(f"s.{name}" for name in SOURCE_COLUMNS)
            sql = f"SELECT m.meeting, {columns} FROM minutes m JOIN sources s ON s.row = m.source WHERE m.id = ?"
            found = self.db.execute(sql, (minutes_id,)).fetchone()
            if found is None:
                return None
            source = Source(**dict(zip(SOURCE_COLUMNS, found[1:], strict=True)))
            known = source, meeting_from(loads(found[0]))
            self._contexts.put(minutes_id, known)
        return known

    def exchange(self, exchange_id: str) -> StoredExchange | None:
        """The exchange, statement or part of this id."""
        return self.get_many([exchange_id]).get(exchange_id)

    def get_many(self, ids: Iterable[str]) -> dict[str, StoredExchange]:
        """The exchanges, statements or parts of these ids that are in the store now."""
        found: dict[str, StoredExchange] = {}
        columns = "e.row, e.id, e.minutes, e.position, e.part, p.id, coalesce(p.row, e.row)"
        sql = f"SELECT {columns} FROM exchanges e LEFT JOIN exchanges p ON p.row = e.parent WHERE e.id IN "
        for chunk in chunks(dict.fromkeys(ids)):
            marks = f"({','.join('?' * len(chunk))})"
            for row in self.db.execute(sql + marks, chunk).fetchall():
                stored = self._stored(row)
                if stored is not None:
                    found[row[1]] = stored
        return found

    def exchanges(self, source: str | None = None, statements: bool = False) -> Iterator[StoredExchange]:
        """All exchanges in the order of the record; `source` is a source's id or file name."""
        # From the source down: left alone, SQLite begins with everything that is no part of another (`+` keeps it off that index).
        sql = (
            "SELECT e.row, e.id, e.minutes, e.position, NULL, NULL, e.row FROM sources s"
            " CROSS JOIN minutes m ON m.source = s.row CROSS JOIN exchanges e ON e.minutes = m.id"
            " WHERE +e.parent IS NULL"
        )
        values: list[str] = []
        if source is not None:
            sql += " AND (s.id = ? OR s.name = ?)"
            values = [source, source]
        if not statements:
            sql += " AND e.status <> 'statement'"
        for row in self.db.execute(sql + " ORDER BY s.row, m.position, e.position", values).fetchall():
            stored = self._stored(row, keep=False)
            if stored is not None:
                yield stored

    def neighbours(self, exchange_id: str) -> tuple[str | None, str | None]:
        """Ids of the exchanges or statements before and after this one (or the one it is part of) in its minutes."""
        sql = (
            "SELECT n.id FROM exchanges e JOIN exchanges n ON n.minutes = e.minutes AND n.parent IS NULL"
            " AND n.position = e.position + ? WHERE e.id = ?"
        )
        before, after = (self.db.execute(sql, (step, exchange_id)).fetchone() for step in (-1, 1))
        return (before[0] if before else None), (after[0] if after else None)

    def around(self, exchange_id: str, count: int) -> list[StoredExchange]:
        """This exchange (or the one it is part of) with up to `count` exchanges and statements before it and as many after it, in
        order."""
        sql = (
            "SELECT n.id FROM exchanges e JOIN exchanges n ON n.minutes = e.minutes AND n.parent IS NULL"
            " AND n.position BETWEEN e.position - ? AND e.position + ? WHERE e.id = ? ORDER BY n.position"
        )
        ids = [row[0] for row in self.db.execute(sql, (count, count, exchange_id))]
        found = self.get_many(ids)
        return [found[one] for one in ids if one in found]

    def source(self, source_id: str) -> Source | None:
        """The source of this id."""
        sql = f"SELECT {','.join(SOURCE_COLUMNS)} FROM sources WHERE id = ?"
        row = self.db.execute(sql, (source_id,)).fetchone()
        return Source(**dict(zip(SOURCE_COLUMNS, row, strict=True))) if row else None

    def keeps_original(self, source_id: str) -> bool:
        """Whether the bytes that were ingested are stored."""
        sql = "SELECT 1 FROM originals o JOIN sources s ON s.row = o.source WHERE s.id = ?"
        return self.db.execute(sql, (source_id,)).fetchone() is not None

    def minutes(self, minutes_id: int) -> Minutes | None:
        """Whole minutes: header, text, utterances, exchanges."""
        context = self.context(minutes_id)
        sql = (
            "SELECT t.offset, t.text, t.pages, t.utterances, m.warnings FROM minutes_texts t"
            " JOIN minutes m ON m.id = t.minutes WHERE m.id = ?"
        )
        found = self.db.execute(sql, (minutes_id,)).fetchone()
        if context is None or found is None:
            return None
        offset, packed, pages, utterances, warnings = found
        text = zlib.decompress(packed).decode("utf-8")
        payloads = self.db.execute(
            "SELECT payload FROM exchanges WHERE minutes = ? AND parent IS NULL ORDER BY position",
            (minutes_id,),
        ).fetchall()
        return Minutes(
            meeting=context[1],
            text=text,
            utterances=tuple(utterance_from(one, text, offset) for one in loads(zlib.decompress(utterances))),
            exchanges=tuple(exchange_from(loads(row[0])) for row in payloads),
            warnings=tuple(loads(warnings)),
            offset=offset,
            pages=tuple((start, number) for start, number in loads(pages)),
        )

    def minutes_of(self, source_id: str) -> list[int]:
        """Ids of the minutes of a source, in its order."""
        sql = (
            "SELECT m.id FROM minutes m JOIN sources s ON s.row = m.source WHERE s.id = ? ORDER BY m.position"
        )
        return [row[0] for row in self.db.execute(sql, (source_id,))]

    def meetings(
        self, selection: Selection, most: int, statements: bool = False
    ) -> list[tuple[int, Meeting]]:
        """The `most` newest meetings in which an exchange of the selection stands, each as (id of the minutes, meeting), the newest
        first; with `statements` also those in which there are only speeches."""
        sql, values = exchange_query(selection, "m.id")
        sql += "" if statements else " AND e.status <> 'statement'"
        sql += " GROUP BY m.id ORDER BY m.last_date DESC, m.id DESC LIMIT ?"
        found = ((row[0], self.context(row[0])) for row in self.db.execute(sql, (*values, most)).fetchall())
        return [(number, context[1]) for number, context in found if context is not None]

    def minutes_text(self, minutes_id: int) -> tuple[str, int]:
        """(text, offset of its first character in the source); KeyError where there are no such minutes."""
        found = self.db.execute(
            "SELECT text, offset FROM minutes_texts WHERE minutes = ?", (minutes_id,)
        ).fetchone()
        if found is None:
            raise KeyError(minutes_id)
        packed, offset = found
        # By what is stored, not by id: quotations are checked against the record as it is now.
        text = self._texts.get(packed)
        if text is None:
            text = zlib.decompress(packed).decode("utf-8")
            self._texts.put(packed, text)
        return text, offset

    def reach(self, selection: Selection = EVERYTHING) -> Reach:
        """What a search of `selection` searches."""
        key = (self.generation, selection)
        known = self._reaches.get(key)
        if known is None:
            known = self._reach(selection)
            self._reaches.put(key, known)
        return known

    def _reach(self, selection: Selection) -> Reach:
        columns = "m.municipality, m.first_date, m.last_date"
        if selection.by_speaker:
            counts = "sum(e.status <> 'statement'), sum(e.status = 'statement')"
            sql, values = exchange_query(selection, f"{columns}, {counts}")
            sql += " GROUP BY m.id"
        else:
            clause, values = meeting_clause(selection)
            sql = f"SELECT {columns}, m.exchanges, m.statements FROM minutes m WHERE {clause}"
        rows = self.db.execute(sql, values).fetchall()
        exchanges = sum(row[3] for row in rows)
        counted = 3 if exchanges else 4
        return Reach(
            exchanges=exchanges,
            towns=tuple(sorted({row[0] for row in rows if row[0]})),
            first_date=min((row[1] for row in rows if row[1]), default=""),
            last_date=max((row[2] for row in rows if row[2]), default=""),
            statements=sum(row[4] for row in rows),
            unnamed=sum(row[counted] for row in rows if not row[0]),
        )

    def _stored(self, row: Sequence[Any], keep: bool = True) -> StoredExchange | None:
        """From (row, id, minutes, position, part, parent id, row of the payload); None where it was removed just now.

        `keep` for what is likely to be asked for again: a run over the whole store would only fill memory.
        """
        number, _, minutes_id, position, part, parent_id, payload_row = row
        known = self._exchanges.get(number)
        if known is not None:
            return known
        found = self.db.execute("SELECT payload FROM exchanges WHERE row = ?", (payload_row,)).fetchone()
        context = self.context(minutes_id)
        if found is None or context is None:
            return None
        exchange = exchange_from(loads(found[0]))
        if part is not None:
            exchange = exchange.parts[part]
        stored = StoredExchange(exchange, context[1], context[0], minutes_id, position, parent_id or "")
        if keep:
            self._exchanges.put(number, stored)
        return stored


def chunks(ids: Iterable[Key]) -> Iterator[list[Key]]:
    """The ids in lists of at most `CHUNK`."""
    rest = iter(ids)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
