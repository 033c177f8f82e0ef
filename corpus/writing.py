"""Writing one source into the tables; the caller holds the transaction."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator

from corpus.selection import dates_of
from corpus.serialize import dumps, exchange_to, meeting_to, utterance_to
from corpus.spans import place_in
from corpus.types import Exchange, Minutes, Passage, Source, Turn

PassagesOf = Callable[[Exchange], Iterable[Passage]]

SOURCE_COLUMNS = ("id", "uri", "name", "sha256", "media_type", "layout", "parser", "added_at", "url")


def delete_source(db: sqlite3.Connection, row: int) -> None:
    """Takes a source out with all that hangs on it, and leaves its minutes' ids for the index."""
    db.execute(
        "INSERT INTO removals (minutes, first_passage, last_passage)"
        " SELECT id, first_passage, last_passage FROM minutes WHERE source = ? ORDER BY id",
        (row,),
    )
    db.execute("DELETE FROM sources WHERE row = ?", (row,))


def insert_source(
    db: sqlite3.Connection,
    source: Source,
    minutes: Iterable[Minutes],
    passages_of: PassagesOf,
    original: bytes | None,
) -> int:
    """Writes a source, its original bytes and its minutes; gives its row."""
    values = [getattr(source, name) for name in SOURCE_COLUMNS]
    marks = ",".join("?" * len(values))
    row = db.execute(f"INSERT INTO sources ({','.join(SOURCE_COLUMNS)}) VALUES ({marks})", values).lastrowid
    assert row is not None
    if original is not None:
        db.execute("INSERT INTO originals VALUES (?, ?, ?)", (row, *packed(original)))
    for position, one in enumerate(minutes):
        _insert_minutes(db, row, position, one, passages_of)
    return row


_MINE = "JOIN minutes m ON m.id = {0}.minutes WHERE m.source = ? ORDER BY m.position"
_READ = (
    "SELECT uri, sha256, name, media_type, layout, url FROM sources WHERE row = ?",
    "SELECT count(*) FROM originals WHERE source = ?",
    "SELECT position, municipality, prefecture, body, first_date, last_date, meeting, warnings, exchanges, statements"
    " FROM minutes WHERE source = ? ORDER BY position",
    f"SELECT t.offset, t.text, t.pages, t.utterances FROM minutes_texts t {_MINE.format('t')}",
    f"SELECT e.id, e.position, e.part, e.status, e.payload FROM exchanges e {_MINE.format('e')}, e.position, e.part",
    "SELECT e.id, p.role, p.turn, p.start, p.stop, p.page FROM passages p JOIN exchanges e ON e.row = p.exchange"
    f" {_MINE.format('e')}, p.id",
)
"""All that was read of a source, but for the numbers of its rows and what follows from the rest."""


def fingerprint(db: sqlite3.Connection, source: int) -> bytes:
    """The same for two rows of a source where the same was read of it."""
    digest = hashlib.sha256()
    for sql in _READ:
        for found in db.execute(sql, (source,)):
            digest.update(repr(found).encode("utf-8", "surrogatepass"))
    return digest.digest()


def packed(data: bytes) -> tuple[str, bytes]:
    """(codec, bytes): deflated where that makes it smaller (a PDF is already)."""
    small = zlib.compress(data, 6)
    return ("zlib", small) if len(small) < len(data) else ("raw", data)


def unpacked(codec: str, data: bytes) -> bytes:
    """The inverse of `packed`."""
    return zlib.decompress(data) if codec == "zlib" else data


def _insert_minutes(
    db: sqlite3.Connection, source: int, position: int, minutes: Minutes, passages_of: PassagesOf
) -> None:
    meeting = minutes.meeting
    town = meeting.municipality
    statements = sum(exchange.status == "statement" for exchange in minutes.exchanges)
    first_date, last_date = dates_of(meeting)
    identity = db.execute(
        "INSERT INTO minutes (source, position, municipality, prefecture, body, first_date, last_date, meeting, warnings,"
        " exchanges, statements, first_passage, last_passage) VALUES (?,?,?,?,?,?,?,?,?,?,?,0,-1)",
        (
            source,
            position,
            town.name if town else "",
            town.prefecture if town else "",
            meeting.body,
            first_date,
            last_date,
            dumps(meeting_to(meeting)),
            dumps(minutes.warnings),
            len(minutes.exchanges) - statements,
            statements,
        ),
    ).lastrowid
    assert identity is not None
    _insert_text(db, identity, minutes)
    before = _last_passage(db)
    for place, exchange in enumerate(minutes.exchanges):
        _insert_exchange(db, identity, place, exchange, passages_of)
    db.execute(
        "UPDATE minutes SET first_passage = ?, last_passage = ? WHERE id = ?",
        (before + 1, _last_passage(db), identity),
    )


def _insert_text(db: sqlite3.Connection, identity: int, minutes: Minutes) -> None:
    """Keeps the words of some minutes, packed."""
    utterances = dumps([utterance_to(utterance) for utterance in minutes.utterances])
    db.execute(
        "INSERT INTO minutes_texts VALUES (?, ?, ?, ?, ?)",
        (
            identity,
            minutes.offset,
            zlib.compress(minutes.text.encode("utf-8"), 6),
            dumps(minutes.pages),
            zlib.compress(utterances.encode("utf-8"), 6),
        ),
    )


def _insert_exchange(
    db: sqlite3.Connection, minutes: int, place: int, exchange: Exchange, passages_of: PassagesOf
) -> None:
    """The exchange, its parts as rows of their own (their payload is the parent's), its passages and its speakers."""
    sql = (
        "INSERT INTO exchanges (id, minutes, position, parent, part, status, first_passage, last_passage, payload)"
        " VALUES (?,?,?,?,?,?,0,-1,?)"
    )
    payload = dumps(exchange_to(exchange))
    row = db.execute(sql, (exchange.id, minutes, place, None, None, exchange.status, payload)).lastrowid
    assert row is not None
    rows = {exchange.id: (row, exchange)}
    for number, part in enumerate(exchange.parts):
        part_row = db.execute(sql, (part.id, minutes, place, row, number, part.status, None)).lastrowid
        assert part_row is not None
        rows[part.id] = (part_row, part)
    before = _last_passage(db)
    db.executemany(
        "INSERT INTO passages (exchange, role, turn, start, stop, page) VALUES (?,?,?,?,?,?)",
        _passage_rows(rows, passages_of(exchange)),
    )
    last = _last_passage(db)
    db.executemany(
        "UPDATE exchanges SET first_passage = ?, last_passage = ? WHERE row = ?",
        [(before + 1, last, part_row) for part_row, _ in rows.values()],
    )
    _insert_voices(db, row, exchange)


def _passage_rows(
    rows: dict[str, tuple[int, Exchange]], passages: Iterable[Passage]
) -> Iterator[tuple[int, str, int, int, int, int | None]]:
    for passage in passages:
        row, exchange = rows[passage.exchange_id]
        turn = exchange.turns_of(passage.role)[passage.turn]
        start = _start_of(turn, passage)
        yield row, passage.role, passage.turn, start, start + len(passage.text), passage.page


def _start_of(turn: Turn, passage: Passage) -> int:
    """Where the passage starts in its turn's text; ValueError where it is not a piece of it (a defect of the cutter)."""
    position = place_in(turn.spans, passage.spans[0][0]) if passage.spans else None
    if position is not None and turn.text[position : position + len(passage.text)] == passage.text:
        return position
    raise ValueError(
        f"passage {passage.text[:20]!r} at {passage.spans} is no piece of its turn at {turn.spans}"
    )


def _insert_voices(db: sqlite3.Connection, row: int, exchange: Exchange) -> None:
    voices = {(turn.speaker.office, turn.speaker.side) for turn in exchange.turns}
    for office, side in sorted(voices):
        db.execute("INSERT OR IGNORE INTO offices (name) VALUES (?)", (office,))
        db.execute(
            "INSERT INTO exchange_offices SELECT ?, id, ? FROM offices WHERE name = ?",
            (row, side, office),
        )


def _last_passage(db: sqlite3.Connection) -> int:
    """The highest passage id ever given; sqlite_sequence is what AUTOINCREMENT itself counts with."""
    found = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'passages'").fetchone()
    return int(found[0]) if found else 0
