"""What the store hands to the index: passages with what stands around them, and what a filter leaves of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.folding import folded
from corpus.reading import Reader, chunks
from corpus.selection import EVERYTHING, Selection, exchange_query, meeting_clause
from corpus.spans import cut
from corpus.types import Exchange, Passage, StoredExchange

SIDES = ("member", "executive", "chair", "secretariat", "other")


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage with its id (ascending, never given twice)."""

    id: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class Indexable:
    """An exchange with all that the index needs of it; `row` is its number, `voices` its speakers (see `voice`)."""

    row: int
    stored: StoredExchange
    passages: tuple[StoredPassage, ...]
    voices: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PassagePlace:
    """Where a passage belongs: its exchange (the whole one), the part of it or the same, and its role."""

    passage_id: int
    exchange_id: str
    part_id: str
    role: str


def voice(office: int, side: str) -> int:
    """One number for an office (its id in the store) and a side: what the lexical index filters speakers by."""
    return office * len(SIDES) + SIDES.index(side)


class IndexFeed(Reader):
    """The half of `Store` that the index reads."""

    def passage_ranges(self, selection: Selection = EVERYTHING) -> list[tuple[int, int]]:
        """Ids of all passages that are in the store (and in `selection`), as ascending ranges [first, last]."""
        sql, values = _ranges(selection)
        return list(self.db.execute(f"{sql} ORDER BY first", values))

    def passages_in(self, selection: Selection = EVERYTHING) -> int:
        """How many passages are in the store (and in `selection`)."""
        sql, values = _ranges(selection)
        found = self.db.execute(f"SELECT coalesce(sum(last - first + 1), 0) FROM ({sql})", values)
        return int(found.fetchone()[0])

    def passages_after(self, minutes_id: int) -> int:
        """How many passages the minutes with a higher id have."""
        sql = "SELECT coalesce(sum(last_passage - first_passage + 1), 0) FROM minutes WHERE id > ?"
        return int(self.db.execute(sql, (minutes_id,)).fetchone()[0])

    def minutes_ids(self, selection: Selection = EVERYTHING) -> list[int]:
        """Ids of the minutes that `selection` leaves by what is said of the meeting, ascending."""
        clause, values = meeting_clause(selection)
        return [
            row[0]
            for row in self.db.execute(f"SELECT m.id FROM minutes m WHERE {clause} ORDER BY m.id", values)
        ]

    def exchange_rows(self) -> list[int]:
        """The numbers of all exchanges and statements (not parts), ascending."""
        return [
            row[0] for row in self.db.execute("SELECT row FROM exchanges WHERE parent IS NULL ORDER BY row")
        ]

    def voices(self, selection: Selection) -> list[int]:
        """The voices (see `voice`) that `selection` leaves by what is said of the speaker."""
        sides = (selection.side,) if selection.side else SIDES
        clause, values = (
            ("instr(folded(name), ?) > 0", [folded(selection.office)]) if selection.office else ("1", [])
        )
        offices = self.db.execute(f"SELECT id FROM offices WHERE {clause}", values).fetchall()
        return [voice(row[0], side) for row in offices for side in sides]

    def removals_since(self, seq: int) -> list[tuple[int, int]]:
        """(seq, minutes id) of what was taken out after `seq`."""
        return list(self.db.execute("SELECT seq, minutes FROM removals WHERE seq > ? ORDER BY seq", (seq,)))

    def places(self, passage_ids: Sequence[int]) -> dict[int, PassagePlace]:
        """Where these passages belong; those no longer in the store are left out."""
        sql = (
            "SELECT a.id, coalesce(p.id, e.id), e.id, a.role FROM passages a JOIN exchanges e ON e.row = a.exchange"
            " LEFT JOIN exchanges p ON p.row = e.parent WHERE a.id IN "
        )
        found: dict[int, PassagePlace] = {}
        for chunk in chunks(passage_ids):
            for row in self.db.execute(f"{sql}({','.join('?' * len(chunk))})", chunk):
                found[row[0]] = PassagePlace(*row)
        return found

    def ids_of_rows(self, rows: Sequence[int]) -> dict[int, str]:
        """Exchange ids by row number; those no longer in the store are left out."""
        found: dict[int, str] = {}
        for chunk in chunks(rows):
            sql = f"SELECT row, id FROM exchanges WHERE row IN ({','.join('?' * len(chunk))})"
            found.update(self.db.execute(sql, chunk))
        return found

    def indexables(self, minutes_id: int) -> Iterator[Indexable]:
        """The exchanges and statements of some minutes with their passages, for the index."""
        rows = self.db.execute(
            "SELECT e.row, e.id, e.minutes, e.position, NULL, NULL, e.row FROM exchanges e"
            " WHERE e.minutes = ? AND e.parent IS NULL ORDER BY e.position",
            (minutes_id,),
        ).fetchall()
        for row in rows:
            stored = self._stored(row, keep=False)
            if stored is not None:
                yield Indexable(
                    row[0], stored, tuple(self._passages(row[0], stored.exchange)), self._voices(row[0])
                )

    def passages(self, exchange_id: str) -> list[StoredPassage]:
        """The passages of an exchange or statement, in the order of their ids."""
        found = self.db.execute(
            "SELECT row FROM exchanges WHERE id = ? AND parent IS NULL", (exchange_id,)
        ).fetchone()
        stored = self.exchange(exchange_id)
        return list(self._passages(found[0], stored.exchange)) if found and stored else []

    def _passages(self, row: int, exchange: Exchange) -> Iterator[StoredPassage]:
        sql = (
            "SELECT a.id, e.part, a.role, a.turn, a.start, a.stop, a.page FROM passages a"
            " JOIN exchanges e ON e.row = a.exchange WHERE e.row = ?1 OR e.parent = ?1 ORDER BY a.id"
        )
        for identity, part, role, turn, start, stop, page in self.db.execute(sql, (row,)).fetchall():
            owner = exchange if part is None else exchange.parts[part]
            said = owner.turns_of(role)[turn]
            spans = cut(said.spans, start, stop)
            yield StoredPassage(identity, Passage(owner.id, role, said.text[start:stop], spans, turn, page))

    def _voices(self, row: int) -> tuple[int, ...]:
        rows = self.db.execute(
            "SELECT office, side FROM exchange_offices WHERE exchange = ?", (row,)
        ).fetchall()
        return tuple(voice(office, side) for office, side in rows)


def _ranges(selection: Selection) -> tuple[str, list[Any]]:
    """A query for the ranges of passages (`first`, `last`) that a selection leaves."""
    if selection.by_speaker:
        sql, values = exchange_query(selection, "e.first_passage AS first, e.last_passage AS last")
        return f"{sql} AND e.last_passage >= e.first_passage", values
    clause, values = meeting_clause(selection)
    columns = "m.first_passage AS first, m.last_passage AS last"
    return f"SELECT {columns} FROM minutes m WHERE {clause} AND m.last_passage >= m.first_passage", values
