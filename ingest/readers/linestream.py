"""Lines of a stream that must be known before the first is read: a few, to see what they are, or all where they make one table."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.readers.limits import Limits, check_count

AHEAD, AHEAD_MAX = 200, 1 << 22
"""Lines that are looked at before any is read, and their bytes."""


def lines_ahead(lines: Iterator[bytes]) -> list[bytes]:
    """The first lines of a stream, as few as tell what it holds."""
    found: list[bytes] = []
    while len(found) < AHEAD and sum(map(len, found)) < AHEAD_MAX and (line := next(lines, None)) is not None:
        found.append(line)
    return found


def lines_held(lines: Iterator[bytes], limits: Limits) -> Iterator[bytes]:
    """The rest of a stream. Raises ReadError where that is more than a tree may hold."""
    size = 0
    for line in lines:
        size += len(line)
        check_count(size, limits.max_tree, "名前の分からない項目の文字")
        yield line
