"""Who speaks and what was said on the two sides of a rule that is drawn as text, labels spread over lines where they are long.

    議　　　　長│これより一般質問を行います。４番、沖ひとみ議員。
    沖　ひとみ　│４番、沖です。歩道の工事が止まっていた
    議　　　員　│理由を伺います。

The labels and the rule are cut off the lines, so that only the words are speech.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.types import Speaker
from ingest.marks.mark import Mark
from ingest.people.speakers import parse_label
from ingest.text.lines import BLANK, Line, width
from ingest.text.normalize import squeeze

ROWS_MIN, SHARE_MIN = 6, 0.7
"""Lines with the rule at one place, and their share of the lines from the first of them on, from which they are such a column."""
LABELS_MIN = 3
"""Labels in it, of two speakers at least."""
PIECES_MAX = 4
"""Lines that a label takes at most."""
LABEL_WIDTH = 16
"""Width of the column of labels at most (full-width characters)."""

_ROW = re.compile(r"^([^│┃]*)[│┃]([^│┃]*)[│┃]?$")


def ruled_labels(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Mark, ...]]:
    """The lines without the column, and its marks; the lines as they were and none where the form is another."""
    rows = _rows(lines)
    labels = dict(_labels(rows, lines)) if rows else {}
    if len(labels) < LABELS_MIN or len(set(labels.values())) < 2:
        return tuple(lines), ()
    out: list[Line] = []
    marks: list[Mark] = []
    begun: tuple[str, Speaker] | None = None
    for index, line in enumerate(lines):
        if index not in rows:
            out.append(line)
            begun = None
            continue
        right = line.text[rows[index] :]
        indent = len(right) - len(right.lstrip(BLANK))
        start = line.start + rows[index] + indent
        words = right.strip(BLANK + "│┃")
        if speaker := labels.get(index):
            begun = squeeze(line.text[: rows[index]].strip("│┃")), speaker
        if not words:
            continue  # the words begin beside the next piece of the label
        if begun:
            marks.append(Mark(len(out), "tab", *begun, start))
            begun = None
        out.append(Line(start, start + len(words), words, indent, line.newline, line.gap))
    return tuple(out), tuple(marks)


def _rows(lines: Sequence[Line]) -> dict[int, int]:
    """Where the words begin in each line that has the rule at the column's place; empty where there is no such column."""
    found = {
        i: m
        for i, line in enumerate(lines)
        if ("│" in line.text or "┃" in line.text) and (m := _ROW.match(line.text))
    }
    places = Counter(round(lines[i].indent + width(m[1])) for i, m in found.items())
    most = places.most_common(1)
    if not most or not 2 <= most[0][0] <= LABEL_WIDTH:
        return {}
    rows = {i: m.start(2) for i, m in found.items() if abs(lines[i].indent + width(m[1]) - most[0][0]) <= 1}
    enough = max(ROWS_MIN, SHARE_MIN * (len(lines) - min(rows)))
    return rows if len(rows) >= enough else {}


def _labels(rows: dict[int, int], lines: Sequence[Line]) -> list[tuple[int, Speaker]]:
    """(line, speaker) of each label: as few pieces as make one, if what follows begins another."""
    pieces = [(i, squeeze(lines[i].text[:end].strip("│┃"))) for i, end in sorted(rows.items())]
    out: list[tuple[int, Speaker]] = []
    at = 0
    while at < len(pieces):
        sizes = [size for size in range(1, PIECES_MAX + 1) if _speaker(pieces, at, size)]
        size = next((size for size in sizes if _begins(pieces, at + size)), sizes[-1] if sizes else 0)
        if size and (speaker := _speaker(pieces, at, size)):
            out.append((pieces[at][0], speaker))
        at += size or 1
    return out


def _speaker(pieces: Sequence[tuple[int, str]], at: int, size: int) -> Speaker | None:
    own = [piece for _, piece in pieces[at : at + size]]
    found = parse_label("".join(own)) if len(own) == size and all(own) else None
    return found if found and found.office else None


def _begins(pieces: Sequence[tuple[int, str]], at: int) -> bool:
    """Whether at a place the column is empty or at its end, or another label begins."""
    ends = at >= len(pieces) or not pieces[at][1]
    return ends or any(_speaker(pieces, at, size) for size in range(1, PIECES_MAX + 1))
