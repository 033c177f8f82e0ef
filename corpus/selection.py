"""Narrowing the record: which minutes and exchanges a filter leaves, as SQL over the store's tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corpus.folding import folded
from corpus.types import Meeting, Side


@dataclass(frozen=True, slots=True)
class Selection:
    """What to narrow to; empty fields do not narrow. Dates are ISO and inclusive.

    `towns` are whole names as in the register (調布市); `prefecture`, `body` and `office` parts of one. `office` and `side`
    are met by an exchange in which one speaker has both.
    """

    towns: tuple[str, ...] = ()
    prefecture: str = ""
    body: str = ""
    since: str = ""
    until: str = ""
    office: str = ""
    side: Side | None = None

    @property
    def by_meeting(self) -> bool:
        """Whether anything about the meeting narrows it."""
        return bool(self.towns or self.prefecture or self.body or self.since or self.until)

    @property
    def by_speaker(self) -> bool:
        """Whether anything about who speaks narrows it."""
        return bool(self.office or self.side)

    def __bool__(self) -> bool:
        return self.by_meeting or self.by_speaker


EVERYTHING = Selection()


def dates_of(meeting: Meeting) -> tuple[str, str]:
    """First and last day on which the meeting may have been: its date, or its fiscal year (April to March), or ("", "")."""
    if meeting.date:
        return meeting.date, meeting.date
    if meeting.fiscal_year is not None:
        return f"{meeting.fiscal_year:04d}-04-01", f"{meeting.fiscal_year + 1:04d}-03-31"
    return "", ""


def meeting_clause(selection: Selection) -> tuple[str, list[Any]]:
    """The condition on `minutes` (alias m), and its parameters. Undated minutes are outside any period."""
    parts: list[str] = []
    values: list[Any] = []
    if selection.towns:
        parts.append(f"m.municipality IN ({','.join('?' * len(selection.towns))})")
        values += selection.towns
    for column, wanted in (("prefecture", selection.prefecture), ("body", selection.body)):
        if wanted:
            parts.append(f"instr(folded(m.{column}), ?) > 0")
            values.append(folded(wanted))
    within, days = period_clause(selection, "m.")
    return " AND ".join([*parts, *within]) or "1", values + days


def period_clause(selection: Selection, table: str = "") -> tuple[list[str], list[str]]:
    """The conditions on `first_date` and `last_date` of `table` ("m."; empty for the only one), and their parameters."""
    bounds = (("last_date", ">=", selection.since), ("first_date", "<=", selection.until))
    given = [
        (f"{table}{column} {sign} ? AND {table}{column} <> ''", day) for column, sign, day in bounds if day
    ]
    return [condition for condition, _ in given], [day for _, day in given]


def voice_clause(selection: Selection) -> tuple[str, list[Any]]:
    """The condition on `exchange_offices` (alias v), and its parameters."""
    parts: list[str] = []
    values: list[Any] = []
    if selection.office:
        # Once for each office, not for each speech.
        parts.append("v.office IN (SELECT o.id FROM offices o WHERE instr(folded(o.name), ?) > 0)")
        values.append(folded(selection.office))
    if selection.side:
        parts.append("v.side = ?")
        values.append(selection.side)
    return " AND ".join(parts) or "1", values


def exchange_query(selection: Selection, columns: str) -> tuple[str, list[Any]]:
    """A query over top-level exchanges (alias e) and their minutes (alias m) that the selection leaves."""
    clause, values = meeting_clause(selection)
    sql = f"SELECT {columns} FROM exchanges e JOIN minutes m ON m.id = e.minutes WHERE e.parent IS NULL AND {clause}"
    if selection.by_speaker:
        voice, more = voice_clause(selection)
        sql += f" AND e.row IN (SELECT v.exchange FROM exchange_offices v WHERE {voice})"
        values += more
    return sql, values
