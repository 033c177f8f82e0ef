"""The table of statements: derived from the store, kept beside it, brought up to date by what was added and removed.

`ledger.sqlite` holds nothing that is not in the store: it may be deleted at any time. Minutes are read once, by their id (never
given twice); what other rules made is made anew.
"""

from __future__ import annotations

import json
import logging
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from chat.commitment_clauses import RULES, statements
from chat.commitment_links import RULES as LINK_RULES
from chat.commitment_links import Mention, Said, links, matter, mentioned
from chat.commitment_words import DONE
from corpus.feed import Indexable
from corpus.kana import hiragana
from corpus.selection import dates_of, folded
from corpus.spans import cut, text_at
from corpus.store import Store
from corpus.types import Exchange, Municipality, Turn
from retriever.tokenize import RULES as WORD_RULES
from retriever.tokenize import Tokenizer

log = logging.getLogger(__name__)

FILE = "ledger.sqlite"

MADE_BY = f"2.{RULES}.{LINK_RULES}.{WORD_RULES}"
"""Form of the table and versions of all rules that make it."""

QUESTION_HEAD, QUESTION_TAIL = 400, 200
"""Characters of a question that say what it is about: a long one opens with its theme and ends with what is asked."""

EXECUTIVE = ("executive", "secretariat")

Progress = Callable[[str, int, int], None]

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE seen (minutes INTEGER PRIMARY KEY);
CREATE TABLE statements (
    id INTEGER PRIMARY KEY AUTOINCREMENT, minutes INTEGER NOT NULL, exchange TEXT NOT NULL, whole TEXT NOT NULL,
    kind TEXT NOT NULL, quote TEXT NOT NULL, spans TEXT NOT NULL, role TEXT NOT NULL, due TEXT NOT NULL,
    name TEXT NOT NULL, office TEXT NOT NULL, side TEXT NOT NULL, town TEXT NOT NULL, prefecture TEXT NOT NULL,
    body TEXT NOT NULL, meeting TEXT NOT NULL, date TEXT NOT NULL, first_date TEXT NOT NULL, last_date TEXT NOT NULL,
    topic TEXT NOT NULL, page INTEGER, source_id TEXT NOT NULL, source TEXT NOT NULL, searched TEXT NOT NULL,
    place TEXT NOT NULL, words TEXT NOT NULL, linked INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL DEFAULT '');
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

_COLUMNS = (
    "minutes exchange whole kind quote spans role due name office side town prefecture body meeting date first_date "
    "last_date topic page source_id source searched place words"
).split()


def connect(folder: Path) -> sqlite3.Connection:
    """A connection to the table in a store's folder; made anew where it is missing, damaged or of other rules."""
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
    db = sqlite3.connect(file, timeout=60.0, isolation_level=None)
    db.create_function("folded", 1, folded, deterministic=True)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("BEGIN IMMEDIATE")
    try:
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        made = "meta" in tables and db.execute("SELECT value FROM meta WHERE key = 'rules'").fetchone()
        if not made or made[0] != MADE_BY:
            for name in tables:
                if not name.startswith("sqlite_"):
                    db.execute(f"DROP TABLE {name}")
            for statement in _SCHEMA.split(";\n"):
                db.execute(statement)
            db.execute("INSERT INTO meta VALUES ('rules', ?)", (MADE_BY,))
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    return db


def update(
    db: sqlite3.Connection, store: Store, tokenizer: Tokenizer, progress: Progress | None = None
) -> None:
    """Takes out what the store no longer has, reads what is new, links both."""
    alive = set(store.minutes_ids())
    known = {row[0] for row in db.execute("SELECT minutes FROM seen")}
    if gone := sorted(known - alive):
        _forget(db, gone)
    fresh = sorted(alive - known)
    for number, minutes_id in enumerate(fresh):
        if progress:
            progress("答弁の約束", number, len(fresh))
        db.execute("BEGIN IMMEDIATE")
        try:
            if not db.execute("SELECT 1 FROM seen WHERE minutes = ?", (minutes_id,)).fetchone():
                _read(db, store, tokenizer, minutes_id)
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise
    _link(db)
    if progress and fresh:
        progress("答弁の約束", len(fresh), len(fresh))


def _forget(db: sqlite3.Connection, minutes: Iterable[int]) -> None:
    db.execute("BEGIN IMMEDIATE")
    places: set[str] = set()
    for one in minutes:
        places |= {row[0] for row in db.execute("SELECT place FROM mentions WHERE minutes = ?", (one,))}
        db.execute(
            "DELETE FROM later WHERE exchange IN (SELECT exchange FROM mentions WHERE minutes = ?)", (one,)
        )
        db.execute(
            "DELETE FROM later WHERE statement IN (SELECT id FROM statements WHERE minutes = ?)", (one,)
        )
        for table in ("statements", "mentions", "seen"):
            db.execute(f"DELETE FROM {table} WHERE minutes = ?", (one,))
    _judge(db, places)
    db.execute("COMMIT")


def _read(db: sqlite3.Connection, store: Store, tokenizer: Tokenizer, minutes_id: int) -> None:
    """The statements of some minutes, each once though a cell of a table serves several exchanges."""
    text, offset = "", 0
    seen: set[object] = set()
    for item in store.indexables(minutes_id):
        if not text:
            text, offset = store.minutes_text(minutes_id)
        rows = []
        for row in _statements(item, tokenizer, minutes_id):
            spans = tuple(tuple(pair) for pair in json.loads(str(row["spans"])))
            if spans in seen:
                continue
            seen.add(spans)
            if text_at(text, spans, offset) != row["quote"]:
                log.error("withheld statement of %s: the stored text is not the quotation", row["exchange"])
                continue
            rows.append(row)
        sql = f"INSERT INTO statements ({','.join(_COLUMNS)}) VALUES ({','.join(':' + c for c in _COLUMNS)})"
        db.executemany(sql, rows)
        _mentions(db, item, tokenizer, minutes_id, rows)
    db.execute("INSERT INTO seen VALUES (?)", (minutes_id,))


def _statements(item: Indexable, tokenizer: Tokenizer, minutes_id: int) -> Iterator[dict[str, object]]:
    stored = item.stored
    exchange, meeting, source = stored.exchange, stored.meeting, stored.source
    town = meeting.municipality.name if meeting.municipality else ""
    prefecture = meeting.municipality.prefecture if meeting.municipality else ""
    first, last = dates_of(meeting)
    without = _own_names(meeting.municipality, tokenizer) if meeting.municipality else frozenset()
    topic = exchange.topic or exchange.agenda
    for role, turn in _turns(exchange):
        if turn.speaker.side not in EXECUTIVE:
            continue
        for one in statements(turn.text, bool(town) and town == prefecture, role == "note"):
            quote = turn.text[one.start : one.end]
            spans = cut(turn.spans, one.start, one.end)
            part = _part(exchange, spans)
            named = part.topic or topic
            yield {
                "minutes": minutes_id, "exchange": part.id, "whole": exchange.id, "kind": one.kind, "quote": quote,
                "spans": json.dumps(spans), "role": role, "due": one.due, "name": turn.speaker.name,
                "office": turn.speaker.office, "side": turn.speaker.side, "town": town, "prefecture": prefecture,
                "body": meeting.body, "meeting": meeting.title or meeting.session, "date": meeting.date,
                "first_date": first, "last_date": last, "topic": named, "page": turn.page,
                "source_id": source.id, "source": source.name, "searched": folded(f"{named} {quote}"),
                "place": town or meeting.body,
                "words": _packed(matter(tokenizer, quote, named, without)),
            }  # fmt: skip


_SUFFIX = re.compile(r"(?:シ|ク|チョウ|マチ|ムラ|ソン|ケン|ト|フ)$")


def _own_names(own: Municipality, tokenizer: Tokenizer) -> frozenset[str]:
    """What a town and its prefecture are called, also in hiragana (広報しながわ): no matter of its record is known by these."""
    kana = hiragana(_SUFFIX.sub("", own.kana))
    names = [name for name in (own.name, own.prefecture, kana) if name]
    return frozenset([*names, *(form for name in names for form in tokenizer.tokens(name))])


def _turns(exchange: Exchange) -> Iterator[tuple[str, Turn]]:
    for turn in exchange.answers:
        yield "answer", turn
    for _, turn in exchange.note_turns:
        yield "note", turn


def _part(exchange: Exchange, spans: Iterable[tuple[int, int]]) -> Exchange:
    """The part of the exchange in whose answers the quote stands, or the exchange."""
    pieces = tuple(spans)
    for part in exchange.parts:
        held = [span for turn in part.answers for span in turn.spans]
        if all(any(a <= start and end <= b for a, b in held) for start, end in pieces):
            return part
    return exchange


def _mentions(
    db: sqlite3.Connection,
    item: Indexable,
    tokenizer: Tokenizer,
    minutes_id: int,
    rows: Iterable[dict[str, object]],
) -> None:
    """What the exchange asks, and each thing that it states: apart, since a long speech as a whole touches everything."""
    stored = item.stored
    exchange, meeting = stored.exchange, stored.meeting
    day = dates_of(meeting)[0]
    place = (meeting.municipality.name if meeting.municipality else "") or meeting.body
    if not day or not place:
        return
    asked = exchange.question_text
    asking = "\n".join([exchange.topic, asked[:QUESTION_HEAD], asked[QUESTION_HEAD:][-QUESTION_TAIL:]])
    texts = [(asking, 0), *((f"{row['topic']}\n{row['quote']}", int(row["kind"] == DONE)) for row in rows)]
    values = [
        (minutes_id, exchange.id, place, day, " ".join(sorted(words)), done)
        for text, done in texts
        if (words := mentioned(tokenizer, text))
    ]
    sql = "INSERT INTO mentions (minutes, exchange, place, day, words, done) VALUES (?,?,?,?,?,?)"
    db.executemany(sql, values)


def _link(db: sqlite3.Connection) -> None:
    """Links what is new in each town."""
    sql = "SELECT place FROM statements WHERE linked = 0 UNION SELECT place FROM mentions WHERE linked = 0"
    for place in [row[0] for row in db.execute(sql)]:
        db.execute("BEGIN IMMEDIATE")
        try:
            said = [
                Said(number, day, _unpacked(words), not linked)
                for number, day, words, linked in db.execute(
                    "SELECT id, last_date, words, linked FROM statements WHERE place = ? AND first_date <> ''",
                    (place,),
                )
            ]
            found = [
                Mention(exchange, day, frozenset(words.split()), bool(done), not linked)
                for exchange, day, words, done, linked in db.execute(
                    "SELECT exchange, day, words, done, linked FROM mentions WHERE place = ?", (place,)
                )
            ]
            rows = [
                (one.statement, one.exchange_id, one.day, one.share, int(one.done))
                for one in links(said, found)
            ]
            db.executemany("INSERT OR REPLACE INTO later VALUES (?,?,?,?,?)", rows)
            for table in ("statements", "mentions"):
                db.execute(f"UPDATE {table} SET linked = 1 WHERE place = ? AND linked = 0", (place,))
            _judge(db, [place])
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise


def _judge(db: sqlite3.Connection, places: Iterable[str]) -> None:
    """What is known of each statement afterwards: done, mentioned, or open (empty)."""
    for place in places:
        db.execute(
            "UPDATE statements SET state = CASE"
            " WHEN EXISTS (SELECT 1 FROM later l WHERE l.statement = statements.id AND l.done) THEN 'done'"
            " WHEN EXISTS (SELECT 1 FROM later l WHERE l.statement = statements.id) THEN 'mentioned'"
            " ELSE '' END WHERE place = ?",
            (place,),
        )


def _packed(words: dict[str, float]) -> str:
    return "\n".join(f"{word}\t{weight:.3f}" for word, weight in words.items())


def _unpacked(text: str) -> dict[str, float]:
    pairs = (line.split("\t") for line in text.split("\n") if line)
    return {word: float(weight) for word, weight in pairs}
