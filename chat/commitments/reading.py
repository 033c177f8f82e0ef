"""Finding statements in a table of them (`chat.commitments.table`), with what became of each, and counting them; what is wanted as a
condition of SQL."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from chat.commitments.kinds import KINDS, OPEN_KINDS, Kind
from chat.commitments.types import Commitment, Count, Grouping, Order, State, Wanted
from corpus.folding import folded
from corpus.selection import period_clause
from corpus.types import Speaker
from retriever.types import Filter


class Statements:
    """The statements of a table."""

    def __init__(self, ready: Callable[[], sqlite3.Connection]) -> None:
        """`ready` gives this thread's connection to it."""
        self._ready = ready

    def find(
        self, wanted: Wanted = Wanted(), order: Order = "record", limit: int | None = None, offset: int = 0
    ) -> list[Commitment]:
        """The statements that are wanted, in the order of the record or the newest first."""
        clause, values = condition(wanted)
        by = "first_date DESC, id" if order == "newest" else "id"
        # The ids are sorted first: the rows are long.
        chosen = f"SELECT id FROM statements WHERE {clause} ORDER BY {by} LIMIT ? OFFSET ?"
        sql = f"SELECT * FROM statements WHERE id IN ({chosen}) ORDER BY {by}"
        return self._rows(sql, [*values, -1 if limit is None else limit, offset])

    def get(self, number: int) -> Commitment | None:
        """The statement of this `id`."""
        return next(iter(self._rows("SELECT * FROM statements WHERE id = ?", [number])), None)

    def _rows(self, sql: str, values: Sequence[Any]) -> list[Commitment]:
        cursor = self._ready().execute(sql, values)
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
        later = self._later([row["id"] for row in rows])
        return [_commitment(row, later.get(row["id"], ())) for row in rows]

    def count(self, wanted: Wanted = Wanted()) -> int:
        """How many statements are wanted."""
        clause, values = condition(wanted)
        return int(
            self._ready().execute(f"SELECT count(*) FROM statements WHERE {clause}", values).fetchone()[0]
        )

    def counts(self, wanted: Wanted = Wanted(), by: Grouping = "year") -> list[Count]:
        """How many of each kind by year of the meeting (oldest first), by office or by kind (most first)."""
        clause, values = condition(wanted)
        group = {"year": "substr(date, 1, 4)", "office": "office", "kind": "kind || ''"}[by]
        sql = f"SELECT {group}, kind, count(*) FROM statements WHERE {clause} GROUP BY 1, 2"
        rows = [Count(*row) for row in self._ready().execute(sql, values)]
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
            for number, exchange, day in self._ready().execute(sql, chunk):
                found.setdefault(number, []).append((exchange, day))
        return found


def _commitment(row: dict[str, Any], later: Sequence[tuple[str, str]]) -> Commitment:
    state: State = (row["state"] or "open") if row["linked"] else "closed"
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
        torn=(bool(row.get("goes_before")), bool(row.get("goes_on"))),
    )


def condition(wanted: Wanted) -> tuple[str, list[Any]]:
    """The condition on `statements`, and its parameters."""
    parts: list[str] = []
    values: list[Any] = []
    filters = wanted.filters
    if filters.towns:
        parts.append(f"town IN ({','.join('?' * len(filters.towns))})")
        values += filters.towns
    for column, text in (
        ("prefecture", filters.prefecture),
        ("body", filters.body),
        ("office", filters.office),
    ):
        if text:
            # Names are folded once each, not once a row (50 ms for 27,000 rows): only MATERIALIZED keeps SQLite from it.
            parts.append(
                f"{column} IN (WITH names AS MATERIALIZED (SELECT DISTINCT {column} AS name FROM statements)"
                " SELECT name FROM names WHERE instr(folded(name), ?) > 0)"
            )
            values.append(folded(text))
    within, days = period_clause(filters)
    parts += within
    values += days
    if filters.side:
        parts.append("side = ?")
        values.append(filters.side)
    kinds: Sequence[Kind] = wanted.kinds
    if wanted.open:
        kinds = tuple(kind for kind in OPEN_KINDS if not kinds or kind in kinds)
        parts.append("state = '' AND linked = 1")  # what is not linked yet may have come back
    if kinds or wanted.open:
        parts.append(f"kind IN ({','.join('?' * len(kinds))})")
        values += kinds
    if wanted.exchange:
        parts.append("whole = ?")
        values.append(wanted.exchange)
    for word in wanted.text.split():
        parts.append("instr(searched, ?) > 0")
        values.append(folded(word))
    return " AND ".join(parts) or "1", values
