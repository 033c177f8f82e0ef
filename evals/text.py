"""Comparing texts in evaluation: what counts as the same words, a fact found, a passage shown.

Minutes are read by machines that move blanks, line ends and tags about; none of that is the record's wording. So texts
are compared without tags and white space, and by shingles (pieces of `SHINGLE` characters) where they may differ in extent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from corpus.folding import folded

SHINGLE = 8
"""Length of a shingle in characters: long enough that stock phrases such as 「でございます」 (6) do not make two answers
alike, short enough that a short answer still has some. The acceptance scorers use the same length, so figures agree."""

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BLANK = re.compile(r"\s+")


def bare(text: str) -> str:
    """`text` without tags and white space; letters, width and misprints stay as they are."""
    return _BLANK.sub("", _TAG.sub("", text))


def has_fact(surfaces: Iterable[str], text: str) -> bool:
    """Whether one of a fact's accepted `surfaces` occurs in `text`.

    A surface that starts with a digit must not continue a number, so that 1件 is not found in 41件 or 2,1件.

    >>> has_fact(("1件",), "41件"), has_fact(("1件", "一件"), "うち１ 件")
    (False, True)
    """
    haystack = folded(text)
    for surface in surfaces:
        needle = folded(surface)
        if needle[:1].isdigit():
            if re.search(rf"(?<![0-9.,]){re.escape(needle)}", haystack):
                return True
        elif needle and needle in haystack:
            return True
    return False


@lru_cache(maxsize=8192)
def shingles(text: str) -> frozenset[str]:
    """All pieces of `SHINGLE` characters of the text; a shorter text is one piece, an empty one has none."""
    plain = folded(bare(text))
    if not plain:
        return frozenset()
    return frozenset(plain[start : start + SHINGLE] for start in range(max(1, len(plain) - SHINGLE + 1)))


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shared shingles: `precision` is their share of the found text, `recall` their share of the wanted one, 0–1."""

    precision: float
    recall: float


def overlap(wanted: str, found: str) -> Overlap:
    """How far `found` and `wanted` are the same text; two empty texts are, an empty and a full one are not."""
    want, have = shingles(wanted), shingles(found)
    if not want and not have:
        return Overlap(1.0, 1.0)
    if not want or not have:
        return Overlap(0.0, 0.0)
    common = len(want & have)
    return Overlap(common / len(have), common / len(want))
