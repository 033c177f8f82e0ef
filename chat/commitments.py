"""答弁の約束: every statement by which the executive side promises, plans, studies, declines or reports done.

`Ledger` finds them by town, period, office, kind and words, says what became of each in the same town's later record, and counts
them. It answers from a table that is derived from the store (`chat.commitment_table`) and follows it by itself.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from chat import commitment_table
from chat.commitment_table import Progress
from chat.commitment_words import KINDS, OPEN_KINDS, Kind
from chat.exports import Cell, Sheet, to_file
from corpus.errors import SettingsError, StoreError
from corpus.selection import folded
from corpus.spans import Spans
from corpus.store import Store
from corpus.types import Speaker
from retriever.tokenize import Tokenizer
from retriever.types import Filter

__all__ = ["KINDS", "OPEN_KINDS", "Commitment", "Count", "Kind", "Ledger", "Order", "Wanted"]

State = Literal["open", "mentioned", "done", "closed"]
"""`open`: nothing in the later record; `mentioned`: the matter came up again; `done`: something was said to be done about it;
`closed`: nothing is to come of it (実施済, 困難, その他)."""

Order = Literal["record", "newest"]

Grouping = Literal["year", "office", "kind"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements to find; empty fields do not narrow. `open` leaves those of which nothing was heard since."""

    filters: Filter = field(default_factory=Filter)
    kinds: tuple[Kind, ...] = ()
    text: str = ""
    """Words that must all stand in the quote or its topic."""
    open: bool = False
    exchange: str = ""
    """Id of the exchange (with its parts) whose statements alone are wanted."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A statement with its place. `quote` is the stored text at `spans`, letter for letter; `exchange_id` the finest part."""

    id: int
    """Its number in the table; may change when the table is made anew."""
    exchange_id: str
    kind: Kind
    quote: str
    spans: Spans
    due: str
    speaker: Speaker
    municipality: str
    body: str
    meeting: str
    date: str
    topic: str
    page: int | None
    role: str
    source_id: str
    source: str
    state: State
    later: tuple[str, ...] = ()
    """Later exchanges of the same town on the same matter, oldest first."""
    later_days: tuple[str, ...] = ()
    """The ISO days of their meetings, in the same order."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many statements of a kind; `group` is a year (2024, or "" where undated) or an office."""

    group: str
    kind: Kind
    number: int


class Ledger:
    """The statements of a store. May be shared by threads: each gets its own connection."""

    def __init__(self, store: Store, tokenizer: Tokenizer) -> None:
        """Costs nothing; the table is opened when it is asked."""
        self._store = store
        self._tokenizer = tokenizer
        self._local = threading.local()
        self._updating = threading.Lock()
        self._generation = -1

    def update(self, progress: Progress | None = None) -> None:
        """Brings the table up to date with the store; quick where nothing changed.

        Raises StoreError where the table cannot be written.
        """
        generation = self._store.generation
        if generation == self._generation:
            return
        with self._updating:
            if generation == self._generation:
                return
            try:
                commitment_table.update(self._db, self._store, self._tokenizer, progress)
            except sqlite3.OperationalError as error:
                raise StoreError(
                    f"答弁の約束の一覧を書き込めません: {error}", "空き容量と権限を確認してください"
                ) from error
            self._generation = generation

    def find(
        self, wanted: Wanted = Wanted(), order: Order = "record", limit: int | None = None, offset: int = 0
    ) -> list[Commitment]:
        """The statements that are wanted, in the order of the record or the newest first."""
        self.update()
        clause, values = _clause(wanted)
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
        clause, values = _clause(wanted)
        return int(self._db.execute(f"SELECT count(*) FROM statements WHERE {clause}", values).fetchone()[0])

    def counts(self, wanted: Wanted = Wanted(), by: Grouping = "year") -> list[Count]:
        """How many of each kind by year of the meeting (oldest first), by office or by kind (most first)."""
        self.update()
        clause, values = _clause(wanted)
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


def kinds_of(names: Iterable[str]) -> tuple[Kind, ...]:
    """The kinds of these names.

    Raises:
        SettingsError: there is no such kind.
    """
    found: list[Kind] = []
    for name in names:
        known = next((kind for kind in get_args(Kind) if kind == name), None)
        if known is None:
            raise SettingsError(f"約束の種類「{name}」はありません", f"使える値: {', '.join(KINDS)}")
        found.append(known)
    return tuple(found)


def commitment_to_dict(one: Commitment) -> dict[str, Any]:
    """The JSON form that command and API share; keys are only ever added."""
    return {
        "exchange_id": one.exchange_id,
        "source": one.source,
        "municipality": one.municipality,
        "body": one.body,
        "meeting": one.meeting,
        "date": one.date,
        "topic": one.topic,
        "speaker": {"name": one.speaker.name, "office": one.speaker.office},
        "kind": one.kind,
        "quote": one.quote,
        "spans": [list(span) for span in one.spans],
        "page": one.page,
        "due": one.due or None,
        "state": one.state,
        "later": list(one.later),
    }


STATES: dict[State, str] = {
    "open": "その後の言及なし",
    "mentioned": "その後に言及あり",
    "done": "その後に実施の答弁あり",
    "closed": "",
}
"""What the states are called."""

COLUMNS = (
    "自治体", "会議体", "会議", "日付", "議題", "種類", "発言（原文）", "期限・時期", "役職", "氏名", "その後", "その後の質疑",
    "質疑のID", "文書", "ページ",
)  # fmt: skip


def table_file(found: Iterable[Commitment], form: str) -> bytes:
    """The statements as a file; `form` is csv or xlsx."""
    return to_file(Sheet("答弁の約束", COLUMNS, tuple(table_rows(found))), form)


def table_rows(found: Iterable[Commitment]) -> Iterator[tuple[Cell, ...]]:
    """Rows of `COLUMNS` for a table file."""
    for one in found:
        yield (
            one.municipality, one.body, one.meeting, one.date, one.topic, one.kind, one.quote, one.due,
            one.speaker.office, one.speaker.name, STATES[one.state], " ".join(one.later), one.exchange_id,
            one.source, one.page,
        )  # fmt: skip


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


def _clause(wanted: Wanted) -> tuple[str, list[Any]]:
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
    if filters.since:
        parts.append("last_date >= ? AND last_date <> ''")
        values.append(filters.since)
    if filters.until:
        parts.append("first_date <= ? AND first_date <> ''")
        values.append(filters.until)
    if filters.side:
        parts.append("side = ?")
        values.append(filters.side)
    kinds: Sequence[Kind] = wanted.kinds
    if wanted.open:
        kinds = tuple(kind for kind in OPEN_KINDS if not kinds or kind in kinds)
        parts.append("state = ''")
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
