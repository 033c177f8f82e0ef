"""Reading the header of a text, for tests."""

from __future__ import annotations

from corpus.types import Meeting
from ingest.header.meeting import read_header
from ingest.types import Document


def header(text: str, title: str = "", url: str = "", name: str = "a.txt") -> Meeting:
    """The meeting that the header of `text` names; title, address and file name beside it."""
    return read_header(Document(text, "text/plain", name, title=title, url=url), (0, len(text)))
