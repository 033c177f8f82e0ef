"""Linking what is new in the table of statements (`chat.commitments.table`) with what is there, town by town and part by part.

1. The statements that are linked are set beside the new mentions, which then count as linked.
2. The new statements are set beside all mentions and count as linked, `BLOCK` at a time.

What is compared is read and compared outside of any transaction, each part is written in one of its own: who removes a document
meanwhile waits for a part at most. Cut off anywhere, the next run goes on with what does not count as linked; to write a part twice
changes nothing. Of many thousand rows only those are read closely that share one of a statement's foremost words with what is new.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from sys import intern

from chat.commitments.links import MOST_LATER, SOON_FOREMOST, Link, Mention, Said, links
from chat.commitments.rows import first_words, unpacked
from corpus.schema import transaction


def link(db: sqlite3.Connection) -> None:
    """Links what is new in each town."""
    sql = "SELECT place FROM statements WHERE linked = 0 UNION SELECT place FROM mentions WHERE linked = 0"
    for place in [row[0] for row in db.execute(sql)]:
        _link_mentions(db, place)
        _link_statements(db, place)


def _link_mentions(db: sqlite3.Connection, place: str) -> None:
    # What another process adds meanwhile has a higher number; it is linked by itself, or the next time.
    last = db.execute("SELECT max(id) FROM mentions WHERE place = ? AND linked = 0", (place,)).fetchone()[0]
    if last is None:
        return
    new = _mentions(db, "place = ? AND linked = 0 AND id <= ?", (place, last))
    said = _said(db, new, "place = ? AND linked = 1 AND first_date <> '' AND last_date < ?", place)
    for _, found in links(said, new):
        with transaction(db):
            _keep(db, found)
    with transaction(db):
        db.execute("UPDATE mentions SET linked = 1 WHERE place = ? AND linked = 0 AND id <= ?", (place, last))


def _link_statements(db: sqlite3.Connection, place: str) -> None:
    new = [
        Said(number, day, *unpacked(packed))
        for number, day, packed in db.execute(
            "SELECT id, last_date, words FROM statements WHERE place = ? AND linked = 0 AND first_date <> ''",
            (place,),
        )
    ]
    if new:
        telling = {word for one in new for word in list(one.words)[:SOON_FOREMOST]}
        since = min(one.day for one in new)
        mentions = _mentions(db, "place = ? AND day > ?", (place, since), telling)
        for block, found in links(new, mentions):
            with transaction(db):
                _keep(db, found)
                db.executemany("UPDATE statements SET linked = 1 WHERE id = ?", [(one.id,) for one in block])
    with transaction(db):  # nothing comes after what has no day
        db.execute(
            "UPDATE statements SET linked = 1 WHERE place = ? AND linked = 0 AND first_date = ''", (place,)
        )


def _mentions(
    db: sqlite3.Connection, condition: str, values: tuple[object, ...], telling: set[str] | None = None
) -> list[Mention]:
    """The mentions of a condition; with `telling` those alone that say one of these words."""
    sql = f"SELECT exchange, day, words, done FROM mentions WHERE {condition} ORDER BY id"
    found = []
    for exchange, day, text, done in db.execute(sql, values):
        words = text.split()
        if telling is None or not telling.isdisjoint(words):
            found.append(Mention(exchange, day, frozenset(map(intern, words)), bool(done)))
    return found


def _said(db: sqlite3.Connection, new: list[Mention], condition: str, place: str) -> list[Said]:
    """The statements of a condition to which one of the new mentions may come back."""
    said = frozenset[str]().union(*(one.words for one in new))
    sql = f"SELECT id, last_date, words FROM statements WHERE {condition} ORDER BY id"
    return [
        Said(number, day, *unpacked(packed))
        for number, day, packed in db.execute(sql, (place, max(one.day for one in new)))
        if not said.isdisjoint(first_words(packed, SOON_FOREMOST))
    ]


_KEEP = (
    "INSERT OR REPLACE INTO later SELECT ?, ?, ?, ?, ?"
    " WHERE EXISTS (SELECT 1 FROM statements WHERE id = ?) AND EXISTS (SELECT 1 FROM mentions WHERE exchange = ?)"
)


def _keep(db: sqlite3.Connection, found: list[Link]) -> None:
    """Writes the links of what is still there; of each statement the likest stay."""
    rows = [
        (one.statement, one.exchange_id, one.day, one.share, int(one.done), one.statement, one.exchange_id)
        for one in found
    ]
    db.executemany(_KEEP, rows)
    touched = sorted({one.statement for one in found})
    db.executemany(
        "DELETE FROM later WHERE statement = ?1 AND exchange NOT IN (SELECT exchange FROM later WHERE statement = ?1"
        f" ORDER BY share DESC, day, exchange LIMIT {MOST_LATER})",
        [(number,) for number in touched],
    )
    judge(db, touched)


def judge(db: sqlite3.Connection, statements: Iterable[int]) -> None:
    """Says of each statement what is known of it afterwards: done, mentioned, or open (empty). The caller holds the transaction."""
    db.executemany(
        "UPDATE statements SET state = CASE"
        " WHEN EXISTS (SELECT 1 FROM later l WHERE l.statement = statements.id AND l.done) THEN 'done'"
        " WHEN EXISTS (SELECT 1 FROM later l WHERE l.statement = statements.id) THEN 'mentioned'"
        " ELSE '' END WHERE id = ?",
        [(number,) for number in statements],
    )
