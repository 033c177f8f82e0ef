"""What is wanted of the ledger as a condition of SQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chat.commitments.kinds import OPEN_KINDS, Kind
from chat.commitments.types import Wanted
from corpus.folding import folded
from corpus.selection import period_clause


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
