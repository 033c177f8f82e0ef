"""What the chair says among 問 and 答: his label is of another form than theirs and stands there once or twice, so that no count of
its form shows it. Above the first question his words were no part of the reading, below a reply they were part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.lines import Line
from ingest.mark import Mark
from ingest.speaks import is_said

FORM_MIN = 3
"""Marks of a form from which it is the document's by its number."""
_BARE = ("wide", "colon", "line", "tab", "paren", "close")


def with_chair_words(marks: Sequence[Mark], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks, those of the chair of the form that 問 and 答 have, where a sentence follows them."""
    sides = Counter(mark.speaker.side for mark in marks if mark.style == "qa")
    if min(sides["member"], sides["executive"]) < 1 or sum(sides.values()) < FORM_MIN:
        return tuple(marks)
    forms = Counter(mark.style for mark in marks)
    return tuple(
        replace(mark, style="qa") if forms[mark.style] < FORM_MIN and _speaks(mark, lines) else mark
        for mark in marks
    )


def _speaks(mark: Mark, lines: Sequence[Line]) -> bool:
    if mark.speaker.side != "chair" or not mark.sure or not mark.style.startswith((*_BARE, "tag:")):
        return False
    words = lines[mark.line].text[mark.body - lines[mark.line].start :].strip()
    below = lines[mark.line + 1].text if not words and mark.line + 1 < len(lines) else ""
    said = words or below
    return "。" in said and is_said(said)
