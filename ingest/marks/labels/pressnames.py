"""The press on a line of its own above what it asks: Ｑ　海浜通信 where the question has a letter, 海浜通信 beside 知事 where it has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.types import Speaker
from ingest.marks.mark import PRESS, Mark, mark_at
from ingest.marks.speaks import is_speech, speech_below
from ingest.marks.support import QA_MIN
from ingest.people.speakers import parse_name
from ingest.text.lines import Line

_PAPER = re.compile(rf"{PRESS}|[A-ZＡ-Ｚ]{{2,6}}")
"""Ｑ　ＮＨＫ: the press in letters that no person is named by."""


ALONE_MIN = 2
"""Lines with the press alone, and with an office alone, from which they are the labels of a conference."""


def press_marks(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """毎日新聞 above the words, in a record whose other labels are offices on lines of their own (知事)."""
    taken = {mark.line for mark in found}
    offices = [
        m
        for m in found
        if m.style == "line" and m.sure and m.speaker.side == "executive" and speech_below(lines, m.line)
    ]
    alone = [
        i
        for i, line in enumerate(lines)
        if i not in taken and _PAPER.fullmatch(line.text) and speech_below(lines, i)
    ]
    if len(offices) < ALONE_MIN or len(alone) < ALONE_MIN:
        return
    for index in alone:
        line = lines[index]
        yield mark_at(index, line, "line", 0, len(line.text), Speaker(line.text, "", "member"))


def with_askers(marks: tuple[Mark, ...], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks, where `Ａ　知事` stands above the words also `Ｑ　海浜通信` with the name that it holds."""
    whole = sum(m.style == "qa" and bool(m.speaker.office) and m.is_alone(lines) for m in marks)
    return marks if whole < QA_MIN - 1 else tuple(_with_asker(mark, lines) for mark in marks)


def _with_asker(mark: Mark, lines: Sequence[Line]) -> Mark:
    words = mark.words(lines)
    if (
        mark.style != "qa"
        or mark.speaker.side != "member"
        or not words
        or is_speech(words)
        or words[-1] in "かは"
    ):
        return mark
    person = parse_name(words) or (Speaker(words, "", "member") if _PAPER.fullmatch(words) else None)
    if person is None or not speech_below(lines, mark.line):
        return mark
    return replace(mark, speaker=replace(person, side="member"), body=lines[mark.line].end)
