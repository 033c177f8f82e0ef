"""Labels that only their style sets off, in a page or in Word: <span>回答</span>来年の春に…, <b>総務課長</b>配り終えた。

In the text alone label and words would be one word; a blank is put between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ingest.people.sidewords import says_side
from ingest.people.speakers import parse_label

_INLINE = frozenset(["b", "strong", "span", "em", "i", "u", "label", "font"])
LABEL_MAX = 24
"""Characters of such a label at most."""
PIECES_MAX = 8
"""Pieces in which it may have been written: each element within it, and the blanks between, make one."""
_GOES_ON = re.compile(r"[はがのをにへともでやかよ、。，．・：:；（(）)「」『』【】\s]")
"""市長は…, 回答：…: the words go on, or something sets the label off already."""


def glued_to_words(element: Any, line: Sequence[str]) -> bool:
    """Whether an element that ends is all that its line (in pieces) holds so far, and a label, and words begin right behind it."""
    if element.tag not in _INLINE or not element.tail or len(line) > PIECES_MAX:
        return False
    label = "".join(line).strip()
    return label == "".join(element.itertext()).strip() and sets_off(label, element.tail)


def sets_off(label: str, words: str) -> bool:
    """Whether nothing but the style of a `label` sets it off from the `words` behind it."""
    label = label.strip()
    if not label or len(label) > LABEL_MAX or not words or _GOES_ON.match(words):
        return False
    speaker = parse_label(label)
    return says_side(label) or (speaker is not None and bool(speaker.office))
