"""Stretches of a text that are covered by spans: what of a line came to stand in utterances or exchanges."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from corpus.spans import Span


class Cover:
    """Spans made one ascending line of stretches that do not overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(span for span in spans if span[0] < span[1]):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    @property
    def first(self) -> int:
        """Where the first stretch begins; beyond everything where there is none."""
        return self._starts[0] if self._starts else 1 << 60

    @property
    def last(self) -> int:
        """Where the last stretch ends; beyond everything where there is none."""
        return self._ends[-1] if self._ends else 1 << 60

    @property
    def size(self) -> int:
        """Characters covered."""
        return sum(self._ends) - sum(self._starts)

    def beginning(self, place: int) -> int:
        """Where the stretch begins that holds `place`."""
        return self._starts[bisect_right(self._starts, place) - 1]

    def inside(self, start: int, end: int) -> Iterator[Span]:
        """The parts of `[start, end)` that are covered."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        while at < len(self._starts) and self._starts[at] < end:
            left, right = max(start, self._starts[at]), min(end, self._ends[at])
            if left < right:
                yield left, right
            at += 1
