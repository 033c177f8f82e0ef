"""Who asks where the letter of the question has a line of its own, with the name behind it: Ｑ　海浜通信 above the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.types import Speaker
from ingest.lines import Line
from ingest.mark import PRESS, Mark
from ingest.settle import QA_MIN
from ingest.speakers import parse_name
from ingest.speaks import is_speech

_PAPER = re.compile(rf"{PRESS}|[A-ZＡ-Ｚ]{{2,6}}")
"""Ｑ　ＮＨＫ: the press in letters that no person is named by."""


def with_askers(marks: tuple[Mark, ...], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks, where `Ａ　知事` stands above the words also `Ｑ　海浜通信` with the name that it holds."""
    whole = sum(m.style == "qa" and bool(m.speaker.office) and m.body >= lines[m.line].end for m in marks)
    return marks if whole < QA_MIN - 1 else tuple(_with_asker(mark, lines) for mark in marks)


def _with_asker(mark: Mark, lines: Sequence[Line]) -> Mark:
    line = lines[mark.line]
    words = line.text[mark.body - line.start :]
    if (
        mark.style != "qa"
        or mark.speaker.side != "member"
        or not words
        or is_speech(words)
        or words[-1] in "かは"
    ):
        return mark
    person = parse_name(words) or (Speaker(words, "", "member") if _PAPER.fullmatch(words) else None)
    below = lines[mark.line + 1 : mark.line + 2]
    if person is None or not below or not is_speech(below[0].text):
        return mark
    return replace(mark, speaker=replace(person, side="member"), body=line.end)
