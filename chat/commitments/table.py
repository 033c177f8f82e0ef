"""The table of statements: derived from the store, kept beside it, brought up to date by what was added and removed.

Its file holds nothing that is not in the store: it may be deleted at any time. Minutes are read once, by their id (never given twice).
The file is named by the rules that made it: new rules make a new one beside the old one, which is shown until the new one is whole.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from chat.commitments.clauses import RULES
from chat.commitments.linking import judge, link
from chat.commitments.links import RULES as LINK_RULES
from chat.commitments.rows import COLUMNS, MENTION_COLUMNS, Row, mention_rows, statement_rows
from corpus.folding import folded
from corpus.progress import Progress
from corpus.schema import transaction
from corpus.spans import text_at
from corpus.store import Store
from retriever.tokenize import RULES as WORD_RULES
from retriever.tokenize import Tokenizer

log = logging.getLogger(__name__)

NAME = "答弁の約束"
"""What progress calls the work."""

FORM = 3
"""Form of the table: another one is made anew."""

READ = (FORM, 2)
"""Forms of a table of before that can be read: 2 does not tell which quotes are torn."""

MADE_BY = f"{FORM}.{RULES}.{LINK_RULES}.{WORD_RULES}"
"""Form of the table and versions of all rules that make it."""

FILE = f"ledger-{MADE_BY}.sqlite"

LEGACY = "ledger.sqlite"
"""What the file was called when its name did not tell the rules."""

_INDEXES = (
    *(
        f"CREATE INDEX IF NOT EXISTS {table}_unlinked ON {table}(place) WHERE linked = 0"
        for table in ("statements", "mentions")
    ),
    "CREATE INDEX IF NOT EXISTS mentions_exchange ON mentions(exchange)",
)
"""What is not linked yet, usually nothing, and whether an exchange is still there: without these whole tables are read to the end after
every document. Made for tables of before, too, which need not be made anew for them."""

_LAST_MADE = "mentions_exchange"
"""The last of what `_make` makes."""

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE seen (minutes INTEGER PRIMARY KEY);
CREATE TABLE statements (
    id INTEGER PRIMARY KEY AUTOINCREMENT, minutes INTEGER NOT NULL, exchange TEXT NOT NULL, whole TEXT NOT NULL,
    kind TEXT NOT NULL, quote TEXT NOT NULL, spans TEXT NOT NULL, role TEXT NOT NULL, due TEXT NOT NULL,
    name TEXT NOT NULL, office TEXT NOT NULL, side TEXT NOT NULL, town TEXT NOT NULL, prefecture TEXT NOT NULL,
    body TEXT NOT NULL, meeting TEXT NOT NULL, date TEXT NOT NULL, first_date TEXT NOT NULL, last_date TEXT NOT NULL,
    topic TEXT NOT NULL, page INTEGER, source_id TEXT NOT NULL, source TEXT NOT NULL, searched TEXT NOT NULL,
    place TEXT NOT NULL, words TEXT NOT NULL, goes_before INTEGER NOT NULL, goes_on INTEGER NOT NULL,
    linked INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL DEFAULT '');
CREATE INDEX statements_minutes ON statements(minutes);
CREATE INDEX statements_place ON statements(place);
CREATE INDEX statements_whole ON statements(whole);
CREATE INDEX statements_day ON statements(first_date, id);
CREATE TABLE mentions (
    id INTEGER PRIMARY KEY AUTOINCREMENT, minutes INTEGER NOT NULL, exchange TEXT NOT NULL, place TEXT NOT NULL,
    day TEXT NOT NULL, words TEXT NOT NULL, done INTEGER NOT NULL, linked INTEGER NOT NULL DEFAULT 0);
CREATE INDEX mentions_minutes ON mentions(minutes);
CREATE INDEX mentions_place ON mentions(place);
CREATE TABLE later (
    statement INTEGER NOT NULL, exchange TEXT NOT NULL, day TEXT NOT NULL, share REAL NOT NULL, done INTEGER NOT NULL,
    PRIMARY KEY (statement, exchange)) WITHOUT ROWID;
CREATE INDEX later_exchange ON later(exchange);
"""


def connect(folder: Path) -> sqlite3.Connection:
    """A connection to the table in a store's folder; made anew where it is missing or damaged."""
    file = folder / FILE
    try:
        return _connect(file)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        log.warning("table of statements is made anew: %s", error)
        for name in (file, file.with_name(f"{FILE}-wal"), file.with_name(f"{FILE}-shm")):
            name.unlink(missing_ok=True)
        return _connect(file)


def _connect(file: Path) -> sqlite3.Connection:
    db = _opened(file)
    try:
        _make(db, file.parent)
    except sqlite3.Error:
        db.close()
        raise
    return db


def _opened(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file, timeout=60.0, isolation_level=None)
    try:
        db.create_function("folded", 1, folded, deterministic=True)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.Error:
        db.close()
        raise
    return db


def _make(db: sqlite3.Connection, folder: Path) -> None:
    """The empty table, where there is none."""
    # Who only reads does not wait for who writes: reading and linking what is new goes on for minutes.
    if db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (_LAST_MADE,)).fetchone():
        return
    with transaction(db):
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
            for statement in _SCHEMA.split(";\n"):
                db.execute(statement)
            db.execute("INSERT INTO meta VALUES ('rules', ?)", (MADE_BY,))
            if old := before(folder):
                # A statement that is pressed in the old list is none of the new one.
                last = "SELECT seq FROM sqlite_sequence WHERE name = 'statements'"
                db.execute(
                    "INSERT INTO sqlite_sequence VALUES ('statements', ?)",
                    old.execute(last).fetchone() or (0,),
                )
                old.close()
        for statement in _INDEXES:
            db.execute(statement)


def is_whole(db: sqlite3.Connection) -> bool:
    """Whether all minutes of the store have been in the table at some time."""
    return db.execute("SELECT 1 FROM meta WHERE key = 'whole'").fetchone() is not None


def before(folder: Path) -> sqlite3.Connection | None:
    """The newest whole table that other rules made; None where there is none that can be read."""
    for file in sorted(_others(folder), key=lambda file: file.stat().st_mtime, reverse=True):
        with suppress(sqlite3.Error):
            db = _opened(file)
            made = db.execute("SELECT value FROM meta WHERE key = 'rules'").fetchone()
            if (
                made
                and made[0].startswith(tuple(f"{form}." for form in READ))
                and (file.name == LEGACY or is_whole(db))
            ):
                return db
            db.close()
    return None


def _others(folder: Path) -> list[Path]:
    return [file for file in folder.glob("ledger*.sqlite") if file.name != FILE]


def _whole(db: sqlite3.Connection, folder: Path) -> None:
    """The table is whole: those of other rules go."""
    if is_whole(db):
        return
    db.execute("INSERT OR IGNORE INTO meta VALUES ('whole', '1')")
    for file in _others(folder):
        for name in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
            with suppress(OSError):  # another process may still read it
                name.unlink(missing_ok=True)


def update(
    db: sqlite3.Connection, store: Store, tokenizer: Tokenizer, progress: Progress | None = None
) -> None:
    """Takes out what the store no longer has, reads what is new, links both."""
    fresh = sorted(forget_removed(db, store))
    for number, minutes_id in enumerate(fresh):
        if progress:
            progress(NAME, number, len(fresh))
        _read(db, store, tokenizer, minutes_id)
    link(db)
    _whole(db, store.folder)
    if progress and fresh:
        progress(NAME, len(fresh), len(fresh))


def forget_removed(db: sqlite3.Connection, store: Store) -> set[int]:
    """Takes out what the store no longer has; the minutes that are not read yet."""
    alive = set(store.minutes_ids())
    known = {row[0] for row in db.execute("SELECT minutes FROM seen")}
    if gone := sorted(known - alive):
        _forget(db, gone)
    return alive - known


def _forget(db: sqlite3.Connection, minutes: Iterable[int]) -> None:
    for one in minutes:
        with transaction(db):  # each for itself: an export may hold the meetings of twenty years
            theirs = "SELECT exchange FROM mentions WHERE minutes = ?"
            said = f"SELECT DISTINCT statement FROM later WHERE exchange IN ({theirs})"
            followed = [row[0] for row in db.execute(said, (one,))]
            db.execute(f"DELETE FROM later WHERE exchange IN ({theirs})", (one,))
            own = "SELECT id FROM statements WHERE minutes = ?"
            db.execute(f"DELETE FROM later WHERE statement IN ({own})", (one,))
            for table in ("statements", "mentions", "seen"):
                db.execute(f"DELETE FROM {table} WHERE minutes = ?", (one,))
            judge(db, followed)


def _read(db: sqlite3.Connection, store: Store, tokenizer: Tokenizer, minutes_id: int) -> None:
    """The statements of some minutes and what their exchanges may come back to. They are read before anything is written: of a long
    day that takes seconds, for which nobody else who writes has to wait."""
    text, offset = "", 0
    seen: set[str] = set()
    statements: list[Row] = []
    mentions: list[Row] = []
    for item in store.indexables(minutes_id):
        if not text:
            text, offset = store.minutes_text(minutes_id)
        rows = list(_sound(statement_rows(item, tokenizer, minutes_id), text, offset, seen))
        statements += rows
        mentions += mention_rows(item, tokenizer, minutes_id, rows)
    with transaction(db):
        if db.execute("SELECT 1 FROM seen WHERE minutes = ?", (minutes_id,)).fetchone():
            return  # another process was quicker
        db.executemany(_insert("statements", COLUMNS), statements)
        db.executemany(_insert("mentions", MENTION_COLUMNS), mentions)
        db.execute("INSERT INTO seen VALUES (?)", (minutes_id,))


def _sound(rows: Iterable[Row], text: str, offset: int, seen: set[str]) -> Iterator[Row]:
    """The statements that stand letter for letter in the minutes, each once though a cell of a table serves several exchanges;
    where they stand is added to `seen`."""
    for row in rows:
        spans = str(row["spans"])
        if spans in seen:
            continue
        seen.add(spans)
        if text_at(text, json.loads(spans), offset) != row["quote"]:
            log.error("withheld statement of %s: the stored text is not the quotation", row["exchange"])
            continue
        yield row


def _insert(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({','.join(columns)}) VALUES ({','.join(f':{name}' for name in columns)})"
