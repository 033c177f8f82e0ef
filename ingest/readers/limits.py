"""How much a reader takes in before it refuses. A limit that is passed ends in a ReadError that names it."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, counts in pieces.

    The largest single minutes seen (a year's budget committee as one PDF) are below 40 MiB and 3,000 pages; an export of
    200,000 utterances is 200 MiB unpacked. The defaults leave room beyond that and stop what is no minutes.
    """

    max_bytes: int = 256 * MIB
    """Of the file as it lies on disk."""
    max_unpacked: int = 2048 * MIB
    """Of what a packed stream (.gz, .xz, docx, xlsx, zip) unpacks to."""
    max_ratio: int = 200
    """Unpacked size over packed size; text packs 3–20 times."""
    max_tree: int = 64 * MIB
    """Of what must be held as a tree (HTML, JSON; four times as much unpacked for docx and xlsx): trees take 5–20 times the size."""
    max_pages: int = 10_000
    max_cells: int = 2_000_000
    max_members: int = 2_000
    """Files in a ZIP."""
    max_line: int = 64 * MIB
    """Of one line of JSON Lines."""
