"""The numbers that a label of a question or a reply bears."""

from __future__ import annotations

import re

from ingest.text.normalize import ordinal

RANGE_MAX, UNDER = 20, 1000
"""Numbers that one reply answers at most; what an upper number counts for in 3-1."""
_NUMBER = re.compile(r"\d+|[①-⒇]")


def numbers_of(label: str, asking: bool = False) -> tuple[int, ...]:
    """The numbers of a label: 答弁1・2 → 1, 2; 回答1～3 → 1, 2, 3; 質問3-1 → 3001, the first one under 3.

    回答1-2 may be either; both are given, and those count that questions bear.
    """
    values: list[int] = []
    for piece in re.split(r"[、,，・･]", label):
        found = [ordinal(number) for number in _NUMBER.findall(piece)]
        if len(found) != 2:
            values += found
            continue
        first, second = found
        if not asking and first < second <= first + RANGE_MAX:
            values += range(first, second + 1)
        if not re.search(r"[~〜～]", piece):
            values.append(first * UNDER + second)
    return tuple(values)
