"""Pages with a column of speakers that no lines set apart, drawn in another order than it is read.

    それでは、議題１について、
    会長　　　事務局から説明を
    お願いします。

Word processors set a label at the head of its words or in the middle of their height, and draw it before them, behind them or
between two of their lines. Where it stands on the page says whose words they are:

1. the words begin at one place in most lines, and what stands left of it are labels;
2. a label at the head of its words stands on their first line; one in the middle has as much of them above as below;
3. what stands in brackets below a label is its second line (事務局, below it (総務課長));
4. of the two readings the one counts whose pieces end where sentences do; where neither does, the page stays as it was drawn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ingest.people.speakers import parse_label
from ingest.readers.besides import BLANK_GAP, LABEL_MAX, PLACES
from ingest.readers.glyphs import Glyph, em, rows
from ingest.text.furniture import is_furniture
from ingest.text.lines import TERMINAL

LABELS_MIN = 4
"""Labels of a page at least."""
SPEAKERS_SHARE = 0.7
"""Share of them that must name speakers: numbers and items stand beside their words, too."""
ENDED_SHARE = 0.8
"""Share of the pieces whose last line must end a sentence."""
OFF = 0.35
"""Characters by which a label may be off the middle of its words."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line across the page: what stands in the column of labels, and the words beside it (either may be empty)."""

    label: tuple[Glyph, ...]
    words: tuple[Glyph, ...]

    @property
    def y(self) -> float:
        """Middle of the height of its words, or of the label that stands between two lines."""
        return (self.words or self.label)[0].y


def labels_amid(width: float, glyphs: Sequence[Glyph]) -> list[str] | None:
    """The lines of the page, each label before the first of its words; None where nothing is to mend or nothing is certain."""
    if not glyphs:
        return None
    lines, size = rows(glyphs), em(glyphs)
    edge = _edge(lines, width, size)
    if edge is None:
        return None
    bands = [
        (across, list(band))
        for across, band in groupby(
            lines,
            lambda line: is_furniture(_plain(line)) or _crosses(line, edge, size) or _is_heading(line, edge),
        )
    ]
    split = [[_split(line, edge) for line in band] for across, band in bands if not across]
    bodies = [_stacked(body) for body in split]
    labels = [_plain(row.label) for body in bodies for row in body if row.label]
    longest = max((len(_plain(row.label)) for body in split for row in body), default=0)
    named = sum(parse_label(label) is not None for label in labels)
    if len(labels) < LABELS_MIN or longest > LABEL_MAX or named < SPEAKERS_SHARE * len(labels):
        return None
    head, middle = [_at_head(body) for body in bodies], [_in_middle(body, size) for body in bodies]
    found = next((r for r in (head, middle) if None not in r and _ends_sentences(_all(r))), None)
    if found is None or (found is head and bodies == split and _is_drawn_so(_all(found), glyphs)):
        return None
    out: list[str] = []
    read = iter(filter(None, found))
    for across, band in bands:
        out += _texts(band, size) if across else _read(next(read), size)
    return out


_Piece = tuple[tuple[Glyph, ...], list[tuple[Glyph, ...]]]
"""A label (empty: the words go on from the page before) and the lines of its words."""


def _all(found: Sequence[list[_Piece] | None]) -> list[_Piece]:
    return [piece for pieces in found for piece in pieces or ()]


def _edge(lines: Sequence[Sequence[Glyph]], width: float, size: float) -> float | None:
    """Where the words begin in most lines, with white before it; None where they begin in no one place."""
    starts: Counter[int] = Counter()
    margin = min(line[0].left for line in lines) + size  # no label stands left of it
    for line in lines:
        before = [None, *line[:-1]]
        for left, glyph in zip(before, line, strict=True):
            apart = left is None or glyph.left - left.right > size
            if apart and max(PLACES[0] * width, margin) < glyph.left < PLACES[1] * width:
                starts[round(glyph.left)] += 1
    place, count = max(starts.items(), key=lambda item: item[1], default=(0, 0))
    return place - size / 2 if count >= max(LABELS_MIN, len(lines) / 4) else None


def _crosses(line: Sequence[Glyph], edge: float, size: float) -> bool:
    return any(glyph.left < edge < glyph.right for glyph in line) or any(
        a.x < edge < b.x and b.left - a.right < size / 2 for a, b in pairwise(line)
    )


_NUMBER = re.compile(r"[（(]?[\dⅠ-Ⅹ①-⑳]+[)）.．]?(?=\D)")


def _is_heading(line: Sequence[Glyph], edge: float) -> bool:
    """Whether a short item (３　会議の内容) stands alone in the column of labels."""
    text = _plain(line)
    return line[-1].x < edge and _NUMBER.match(text) is not None and parse_label(text) is None


def _split(line: Sequence[Glyph], edge: float) -> _Row:
    return _Row(tuple(g for g in line if g.x < edge), tuple(g for g in line if g.x >= edge))


def _stacked(body: Sequence[_Row]) -> list[_Row]:
    """The rows with every label on one of them: what stands in brackets right below a label is its second line."""
    out = list(body[:1])
    at = 0
    for above, row in pairwise(body):
        label = _plain(row.label)
        if above.label and label.startswith(("(", "（")) and label.endswith((")", "）")):
            out[at] = _Row((*out[at].label, *row.label), out[at].words)
            out += [_Row((), row.words)] if row.words else []
        else:
            at = len(out)
            out.append(row)
    return out


def _at_head(body: Sequence[_Row]) -> list[_Piece] | None:
    """The pieces where every label stands on the first line of its words."""
    pieces: list[_Piece] = []
    for row in body:
        if row.label and not row.words:
            return None
        if row.label or not pieces:
            pieces.append((row.label, []))
        pieces[-1][1].append(row.words)
    return pieces


def _in_middle(body: Sequence[_Row], size: float) -> list[_Piece] | None:
    """The pieces where every label stands in the middle of the height of its words; None where one does not."""
    labels = [(row.y, row.label) for row in body if row.label]
    words = [row for row in body if row.words]
    if not labels:
        return [((), [row.words for row in words])]
    for start in range(len(words)):
        pieces: list[_Piece] = [((), [row.words for row in words[:start]])] if start else []
        at = start
        for y, label in labels:
            end = next(
                (k for k in range(at, len(words)) if abs((words[at].y + words[k].y) / 2 - y) <= OFF * size),
                None,
            )
            if end is None:
                break
            pieces.append((label, [row.words for row in words[at : end + 1]]))
            at = end + 1
        else:
            return pieces if at == len(words) else None
        if words[start].y < labels[0][0]:
            return None
    return None


def _ends_sentences(pieces: Sequence[_Piece]) -> bool:
    ended = sum(lines[-1][-1].character in TERMINAL for _, lines in pieces)
    return ended >= ENDED_SHARE * len(pieces)


def _is_drawn_so(pieces: Sequence[_Piece], glyphs: Sequence[Glyph]) -> bool:
    """Whether the page draws each label right before its words, so that its own order is the right one."""
    place = {id(glyph): index for index, glyph in enumerate(glyphs)}
    order = [place[id(part[0])] for label, lines in pieces for part in (label, *lines) if part]
    return order == sorted(order)


def _read(pieces: Sequence[_Piece], size: float) -> list[str]:
    out: list[str] = []
    for label, lines in pieces:
        texts = _texts(lines, size)
        out += [f"{_plain(label)}\u3000{texts[0]}", *texts[1:]] if label else texts
    return out


def _plain(line: Sequence[Glyph]) -> str:
    return "".join(glyph.character for glyph in line)


def _texts(lines: Sequence[Sequence[Glyph]], size: float) -> list[str]:
    out = []
    for line in lines:
        text = line[0].character
        for before, after in pairwise(line):
            text += ("\u3000" if after.left - before.right > BLANK_GAP * size else "") + after.character
        out.append(text)
    return out
