"""Rows of a table of speech that counts down (the newest speech on top), put in the order in which they were said."""

from __future__ import annotations

from ingest.columns.grid import LEAD_MAX, SAMPLE
from ingest.columns.roles import roles_of
from ingest.readers.builder import RawCell

Rows = list[list[RawCell | None]]


def in_order(rows: Rows) -> Rows:
    """The rows as they are, or turned over below their header; merged cells hold a table together."""
    if any(cell is None or cell.rows > 1 for row in rows for cell in row):
        return rows
    told = roles_of(
        tuple(
            tuple("\n".join(cell.paragraphs).strip() if cell else "" for cell in row)
            for row in rows[: SAMPLE + LEAD_MAX]
        )
    )
    return [*rows[: told.first], *reversed(rows[told.first :])] if told.falls else rows
