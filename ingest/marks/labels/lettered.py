"""Labels behind the letter of their part: Q仁田議員, A大里課長, P（指摘）and D（要望）of the same people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.marks.mark import Mark
from ingest.people.speakers import parse_label

LETTERS_MIN = 2
"""Labels with a Q and with an A from which the letters are no part of the names."""

_LETTER = re.compile(r"^[A-ZＡ-Ｚ](?=[㐀-鿿ぁ-んァ-ヶ々])")


def without_letters(marks: Sequence[Mark]) -> list[Mark]:
    """The marks, the letters taken off their labels where questions bear Q and replies A.

    The label is read once more without its letter, since A髙木課長 shows no surname that anybody bears.
    """
    bare = [_bare(mark) for mark in marks]
    letters = [mark.label[:1] for mark, read in zip(marks, bare, strict=True) if read]
    asked, replied = (sum(letters.count(letter) for letter in pair) for pair in ("QＱ", "AＡ"))
    if min(asked, replied) < LETTERS_MIN:
        return list(marks)
    return [read or mark for mark, read in zip(marks, bare, strict=True)]


def _bare(mark: Mark) -> Mark | None:
    """The mark of a label that without its first letter names office and person; A委員 names nobody then."""
    label = _LETTER.sub("", mark.label)
    speaker = parse_label(label) if label != mark.label else None
    return (
        replace(mark, label=label, speaker=speaker) if speaker and speaker.office and speaker.name else None
    )
