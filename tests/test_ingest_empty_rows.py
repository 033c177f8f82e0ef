"""Rows without words in a roster of attendees."""

from __future__ import annotations

from ingest.header.attendees import find_attendees
from ingest.types import Document


def test_a_row_of_empty_cells_lists_nobody() -> None:
    text = "出席委員\t：\n委員\t浜中太郎\n"
    found = find_attendees(Document(text, "text/plain", "x"), (0, len(text)))
    assert [person.name for person in found] == ["浜中太郎"]
