"""What was fetched from the web and when: so that a second import asks only for what changed, and a list goes on where it stopped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from corpus.store import Store

RESUME_WITHIN = timedelta(days=1)
"""How long an interrupted list is gone on with; later its first part is old, and it starts anew (asking for changes only)."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a server said of the copy that is held: the address that gave it (after redirects), ETag, Last-Modified."""

    address: str
    etag: str = ""
    modified: str = ""


class Fetches:
    """The notes of fetching, in the store's database. They change nothing that is searched."""

    def __init__(self, store: Store) -> None:
        """`store` holds the table."""
        self._store = store

    def held(self, uri: str, parser: str) -> Copy | None:
        """The copy under this key; None where the document is not in the store, or was read by another parser."""
        sql = (
            "SELECT f.address, f.etag, f.modified FROM fetches f JOIN sources s ON s.uri = f.uri"
            " WHERE f.uri = ? AND s.parser = ?"
        )
        found = self._store.db.execute(sql, (uri, parser)).fetchone()
        return Copy(*found) if found and (found[1] or found[2]) else None

    def note(self, uri: str, copy: Copy | None) -> None:
        """Notes that `uri` was asked for just now; with `copy` what is held, without that it had not changed."""
        now = _now()
        if copy is None:
            self._store.db.execute("UPDATE fetches SET checked_at = ? WHERE uri = ?", (now, uri))
        else:
            row = (uri, copy.address, copy.etag, copy.modified, now)
            self._store.db.execute("INSERT OR REPLACE INTO fetches VALUES (?,?,?,?,?)", row)

    def done(self, uri: str, since: str) -> bool:
        """Whether `uri` was fetched (or found unchanged) at or after `since`, and is still in the store."""
        sql = "SELECT 1 FROM fetches f JOIN sources s ON s.uri = f.uri WHERE f.uri = ? AND f.checked_at >= ?"
        return self._store.db.execute(sql, (uri, since)).fetchone() is not None

    def begin(self, name: str) -> str:
        """Begins a list, or goes on with the one of this name that was cut off; returns when it began."""
        db = self._store.db
        oldest = (datetime.now(UTC) - RESUME_WITHIN).isoformat()
        db.execute("DELETE FROM fetch_lists WHERE began_at < ?", (oldest,))
        db.execute("INSERT OR IGNORE INTO fetch_lists VALUES (?, ?)", (name, _now()))
        found = db.execute("SELECT began_at FROM fetch_lists WHERE name = ?", (name,)).fetchone()
        return str(found[0])

    def end(self, name: str) -> None:
        """A list that was gone through to its end; the next time it starts anew."""
        self._store.db.execute("DELETE FROM fetch_lists WHERE name = ?", (name,))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
