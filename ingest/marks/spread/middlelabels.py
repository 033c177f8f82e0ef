"""Labels of a table without rules, set in the middle of the height of their rows, in a text that kept the lines of the page.

    本日はお集まりいただきありがとうございます。どうぞよろ
    沖町長
    しくお願いいたします。
    教育課長　資料の１をご覧ください。

Of a row of two lines the label stands between them, of three on the second. So each label says where its row ends: as many
lines below it as above. Rows follow one another from the first line of speech to the last; where one of them does not end
with a sentence, the text is something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from corpus.types import Speaker
from ingest.marks.mark import BULLETS, SIGNS, Mark
from ingest.people.speakers import parse_label
from ingest.text.furniture import STAGE
from ingest.text.lines import WRAP_FILL, Line, width

AMID_MIN = 2
"""Labels below an unfinished line from which they may stand in the middle of their rows: elsewhere none does."""
ROWS_MIN = 4
"""Rows that follow one another without a fault at least."""
ABOVE_MAX = 20
"""Lines of the first row above its label at most."""

_ALONE = re.compile(r"[^\s。、「」：:]{2,16}(?:\s[^\s。、「」：:]{1,4})?")
_BEFORE = re.compile(r"([^\s。、「」：:]{2,16})\s+(?=\S)")
_ENDS = "。．.？?！!）)」』"


@dataclass(frozen=True, slots=True)
class _Label:
    """A label on its line: `end` characters of it, all of them where it stands alone."""

    words: str
    speaker: Speaker
    end: int
    alone: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: its lines `[first, stop)` and the one with its label."""

    first: int
    stop: int
    label: int


def middle_labels(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Mark, ...]]:
    """The lines without such labels, and their marks; the lines as they were and none where the form is another."""
    amid = (
        i for i in range(1, len(lines)) if lines[i - 1].text[-1] not in _ENDS + "：:" and _label(lines[i])
    )
    if len(list(islice(amid, AMID_MIN))) < AMID_MIN:
        return tuple(lines), ()
    labels = {i: label for i, line in enumerate(lines) if (label := _label(line))}
    first = min(labels)
    starts = range(first, max(-1, first - ABOVE_MAX), -1)
    rows = next((rows for start in starts if (rows := _rows(lines, labels, start))), [])
    if len(rows) < ROWS_MIN or not _filled(lines, labels, rows):
        return tuple(lines), ()
    out: list[Line] = []
    marks: list[Mark] = []
    begun = {row.first: labels[row.label] for row in rows}
    for index, line in enumerate(lines):
        own = labels.get(index)
        if index in begun:
            start = line.start + own.end if own and not own.alone else line.start
            if own and own.alone:
                return tuple(lines), ()
            marks.append(Mark(len(out), "wide", begun[index].words, begun[index].speaker, start))
        if own and own.alone:
            continue
        out.append(replace(line, start=line.start + own.end, text=line.text[own.end :]) if own else line)
    return tuple(out), tuple(marks)


def _filled(lines: Sequence[Line], labels: dict[int, _Label], rows: Sequence[_Row]) -> bool:
    """Whether all lines of the rows but their last are as wide as the page, and enough labels stand amid a sentence."""
    widths = [
        [
            width(lines[i].text[labels[i].end :] if i in labels else lines[i].text)
            for i in range(row.first, row.stop)
        ]
        for row in rows
    ]
    full = max(max(own) for own in widths)
    above = [lines[row.label - 1].text[-1] not in _ENDS for row in rows if row.label > row.first]
    wrapped = all(w >= WRAP_FILL * full or not w for own in widths for w in own[:-1])
    return wrapped and sum(above) >= max(AMID_MIN, len(above) / 2)


def _label(line: Line) -> _Label | None:
    alone = _ALONE.fullmatch(line.text)
    before = None if alone else _BEFORE.match(line.text)
    words = alone[0] if alone else before[1] if before else ""
    speaker = parse_label(words) if words else None
    if speaker is None or not speaker.office or words[0] in SIGNS + BULLETS:
        return None
    return _Label(
        words, speaker, len(line.text) if alone else before.end() if before else 0, alone is not None
    )


def _rows(lines: Sequence[Line], labels: dict[int, _Label], start: int) -> list[_Row]:
    """The rows from line `start` to the last; empty where one of them does not end as a row does."""
    rows: list[_Row] = []
    while start < len(lines):
        if rows and STAGE.match(lines[start].text):
            start += 1
            continue
        at = next((i for i in range(start, len(lines)) if i in labels), None)
        if at is None:
            return rows if len(lines) - start <= 1 else []  # the number of the last page
        stop = at + 1 + (at - start)
        if stop > len(lines) or any(i in labels for i in range(at + 1, stop)):
            return []
        if labels[at].alone and at == start:
            return []
        if lines[stop - 1].text[-1] not in _ENDS:
            return []
        rows.append(_Row(start, stop, at))
        start = stop
    return rows
