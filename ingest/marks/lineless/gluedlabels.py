"""Labels amid words that lost their blanks and full stops: …指定いたします議長（川辺守君）日程第２…

Sites that show documents as text drop the punctuation and draw a page to one line. What stays is the name in brackets with 君
behind it, and the office before it: the longest one that stands there, or the seat.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.people.departments import is_department
from ingest.people.offices import base_of, is_title
from ingest.text.lines import Line

GLUED_MIN = 4
"""Such labels in a document at least, one of them more than once, of two people; 君 in brackets stands in rosters too."""
OFFICE_MAX = 14
"""Characters of an office before the bracket at most."""
_NAMED = re.compile(r"[（(][^（()）。、\s]{2,10}君[）)](?=\S)")
_SEAT = re.compile(r"\d{1,2}番$")


def glued_labels(lines: Sequence[Line]) -> dict[int, list[int]]:
    """Where in each line such labels begin; nothing unless the text has no full stops and the labels return."""
    if any("。" in line.text for line in lines):
        return {}
    found = {i: labels for i, line in enumerate(lines) if (labels := _labels(line.text))}
    words = Counter(label for labels in found.values() for _, label in labels)
    if sum(words.values()) < GLUED_MIN or len(words) < 2 or max(words.values()) < 2:
        return {}
    return {index: [start for start, _ in labels] for index, labels in found.items()}


def _labels(text: str) -> list[tuple[int, str]]:
    out = []
    for match in _NAMED.finditer(text):
        start = _office_start(text, match.start())
        if start < match.start():
            out.append((start, text[start : match.end()]))
    return out


def _office_start(text: str, end: int) -> int:
    """Where the office that ends at `end` begins; `end` itself where none does."""
    if seat := _SEAT.search(text, max(0, end - 4), end):
        return seat.start()
    for size in range(OFFICE_MAX, 1, -1):
        word = text[max(0, end - size) : end]
        if len(word) == size and not re.search(r"[ぁ-ん\d\s（()）]", word) and _is_office(word):
            return end - size
    return end


def _is_office(word: str) -> bool:
    base = base_of(word)
    rest = word.removesuffix(base) if base else word
    return is_title(word) and (not rest or (bool(base) and is_department(rest)))
