"""Thousands of blank lines, as files turned from pages hold them, are read in a moment."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from soon import within

from ingest.header.hometown import find_hometown
from ingest.marks.reported.signed import signed_at_end
from ingest.pairing.matters import Matter
from ingest.types import Document

BLANK = "\n" * 20_000
SECONDS_MAX = 0.5
"""Of the processor; with time that grows by the square it was ten and more."""


@pytest.mark.parametrize(
    "read",
    [
        lambda: find_hometown(Document(f"あ{BLANK}い", "text/plain", "record.txt")),
        lambda: Matter([], [], plenary=False).take_up(f"次に{BLANK}い"),
        lambda: signed_at_end(f"直せないか。{BLANK}（い"),
    ],
    ids=["town", "matter", "signature"],
)
def test_blank_lines_cost_nothing(read: Callable[[], object]) -> None:
    """Each rule goes once through them."""
    with within(SECONDS_MAX):
        read()


@pytest.mark.parametrize("between", ["　", "\n　", "…", " ― ", "…… "])
def test_a_name_behind_the_full_stop_is_found_as_before(between: str) -> None:
    """Blanks, dots or both stand between the words and who said them."""
    found = signed_at_end(f"桟橋を直せないか。{between}沖委員")
    assert found is not None
    assert (found[0].name, found[0].office, found[1]) == ("沖", "委員", 9)
