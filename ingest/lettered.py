"""Labels behind the letter of their part: Q仁田議員, A大里課長, P（指摘）and D（要望）of the same people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.mark import Mark

LETTERS_MIN = 2
"""Labels with a Q and with an A from which the letters are no part of the names."""

_LETTER = re.compile(r"^[A-ZＡ-Ｚ](?=[㐀-鿿ぁ-んァ-ヶ々])")


def without_letters(marks: Sequence[Mark]) -> list[Mark]:
    """The marks, the letters taken off the names where questions bear Q and replies A."""
    asked = sum(mark.speaker.name[:1] in ("Q", "Ｑ") for mark in marks)
    replied = sum(mark.speaker.name[:1] in ("A", "Ａ") for mark in marks)
    if min(asked, replied) < LETTERS_MIN:
        return list(marks)
    return [
        replace(mark, speaker=replace(mark.speaker, name=_LETTER.sub("", mark.speaker.name)))
        for mark in marks
    ]
