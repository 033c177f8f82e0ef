"""The header rows of a table of questions and replies: by the names of its columns, or, in an export, by what stands below them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.columns.grid import LEAD_MAX, grid_of, is_export
from ingest.columns.roles import roles_of
from ingest.layouts.reason_columns import is_reason
from ingest.layouts.table_columns import Columns, header_at
from ingest.marks.speaks import is_speech
from ingest.types import Table


@dataclass(frozen=True, slots=True)
class Headers:
    """(columns, rows of the header) by the row in which a header begins; −1 where the columns are known and no row names them."""

    rows: Mapping[int, tuple[Columns, int]]
    reasons: tuple[str, ...] = ()
    """Why they were taken for what they are, where their names do not say it."""


def headers_of(table: Table, media_type: str, alone: bool = True) -> Headers:
    """The headers of a table by their words; without one, by content (see `ingest.columns.roles`): `alone` says that no table
    before it had one."""
    named = {y: found for y in range(len(table.rows)) if (found := header_at(table, y))}
    if is_export(media_type):
        named = {y: found for y, found in named.items() if not any(map(_is_words, found[0].labels))}
        if "spreadsheet" not in media_type:
            named = _on_top(named)
    elif not alone:
        return Headers(named)
    told = roles_of(grid_of(table.rows))
    if named or "question" not in told.places:
        return Headers(named)
    y = told.first - 1
    width = max(map(len, table.rows))
    labels = [cell.text.strip() if cell else "" for cell in table.rows[y]] if y >= 0 else []
    by_place = {place: role for role, place in told.places.items()}
    roles = tuple(by_place.get(x, "note") for x in range(width))
    columns = Columns(roles, tuple(labels[x] if x < len(labels) else "" for x in range(width)))
    return Headers({y: (columns, 1)}, told.reasons)


def _is_words(label: str) -> bool:
    return is_speech(label) and not is_reason(label)


def _on_top(named: dict[int, tuple[Columns, int]]) -> dict[int, tuple[Columns, int]]:
    """The headers that a program may have written: the topmost, and the same again; a short title among its data is none."""
    labels = next((found[0].labels for y, found in named.items() if y <= LEAD_MAX), None)
    return {y: found for y, found in named.items() if found[0].labels == labels}
