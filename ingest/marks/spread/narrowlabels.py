"""A narrow column of labels drawn as text: a label is spread over the beginnings of two to five lines, words beside each piece.

    議長（小野 これより質疑に入ります。質疑はあり
    寺和夫君） ませんか。
    ２番（伊 歩道の工事が止まっていた理由
    吹山誠君） を伺います。

The pieces, drawn together, are a whole label; they are cut off the lines, so that only the words are speech. A bracket may open
a line of prose, too: the pieces must fill one and the same column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.marks.forms.markforms import candidates
from ingest.marks.mark import Mark
from ingest.people.offices import is_title
from ingest.text.lines import Line, width
from ingest.text.normalize import squeeze

SPREAD_MIN = 3
"""Labels over several lines from which the document draws its labels so."""
PIECES_MAX = 5
"""Lines that a label takes at most (生涯学習推 / 進課長 / （伊吹山 / 誠君）)."""
PIECE_MAX = 9
"""Width of a column of labels at most (full-width characters): a wider one holds a label on one line."""
FILL, FILLED_SHARE = 1.0, 0.7
"""By how much a piece may fall short of the column (half-width digits), and the share of the pieces before the last that may not
fall shorter: a bracket goes down to the next line whole."""

_PIECE = re.compile(r"(?:\d{1,2}[ \u3000]?(?=番))?+[^\s。、，「」]+(?=\s|$)")
_OFFICE_PIECE = re.compile(r"[一-鿿々ァ-ヶー・]+")
_WHOLE = re.compile(r"[^（(）)]{1,24}[（(][^（(）)]{2,12}[）)]")
_CLOSED_TWICE = re.compile(r"(?<=[）)])[）)]$")


@dataclass(frozen=True, slots=True)
class _Spread:
    """A label over the lines from `first` on: its pieces as they stand, and its mark, whose body is in the first line."""

    first: int
    pieces: tuple[str, ...]
    mark: Mark


def narrow_labels(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Mark, ...]]:
    """The lines without the column, and the marks of its labels; the lines as they were and none where the form is another."""
    found = _spreads(lines)
    if not _is_column(found, lines):
        return tuple(lines), ()
    starts = {spread.first: spread for spread in found}
    pieces = {spread.first + n: piece for spread in found for n, piece in enumerate(spread.pieces)}
    out: list[Line] = []
    marks: list[Mark] = []
    for index, line in enumerate(lines):
        rest = _rest(line, pieces.get(index, ""))
        if spread := starts.get(index):
            body = max(spread.mark.body, rest.start) if rest else line.end
            marks.append(replace(spread.mark, line=len(out), body=body))
            out.append(rest or line)
        elif rest:
            out.append(rest)
    return tuple(out), tuple(marks)


def with_narrow(marks: Sequence[Mark], narrow: Sequence[Mark]) -> tuple[Mark, ...]:
    """All marks in the order of the lines: of the others those that are written as the labels of the column are."""
    styles = {mark.style for mark in narrow}
    taken = {mark.line for mark in narrow}
    # 会長, 委員 beside 事務局（秘書企 / 画課長）: offices alone.
    whole = any(not mark.speaker.name for mark in narrow)
    alike = [
        m
        for m in marks
        if m.line not in taken
        and (
            (m.style in styles and m.label[-1:] in "）)")
            or (whole and m.style == "wide" and not m.speaker.name)
        )
    ]
    return tuple(sorted((*alike, *narrow), key=lambda mark: mark.line))


def _spreads(lines: Sequence[Line]) -> list[_Spread]:
    """The labels of the column; those whose bracket opens in their first line tell how wide it is."""
    closed = [n for n in range(1, len(lines)) if re.match("[^（(]{1,12}[）)]", lines[n].text)]
    runs = [run for n in closed if (run := _to_bracket(lines, n))]
    column = max((width(piece) for _, pieces in runs for piece in pieces[:-1]), default=0)
    return [spread for run in runs if (spread := _spread(lines, *_whole(lines, *run, column)))]


def _piece(line: Line) -> str:
    """The first word of a line, if a column may hold it; else empty."""
    found = _PIECE.match(line.text)
    return found[0] if found and width(found[0]) <= PIECE_MAX else ""


def _to_bracket(lines: Sequence[Line], last: int) -> tuple[int, tuple[str, ...]] | None:
    """(first line, pieces) from the line where a bracket opens down to the one where it closes; None where a piece is none."""
    pieces: list[str] = []
    for index in range(last, max(-1, last - PIECES_MAX), -1):
        piece = _piece(lines[index])
        if not piece or (pieces and re.search("[）)]", piece)):
            return None
        pieces.insert(0, piece)
        if re.search("[（(]", piece):
            return index, tuple(pieces)
    return None


def _whole(
    lines: Sequence[Line], first: int, pieces: tuple[str, ...], column: float
) -> tuple[int, tuple[str, ...]]:
    """The label with the pieces of its office above it: those that fill the column, and the one before a bracket."""
    while first and len(pieces) < PIECES_MAX:
        above = _piece(lines[first - 1])
        full = width(above) >= column - FILL or pieces[0][0] in "（("
        office = re.split("[（(]", above + "".join(pieces))[0]
        if not full or width(above) > column or not _OFFICE_PIECE.fullmatch(above) or not is_title(office):
            break
        first, pieces = first - 1, (above, *pieces)
    return first, pieces


def _spread(lines: Sequence[Line], first: int, pieces: tuple[str, ...]) -> _Spread | None:
    """The label as it reads on one line; None where it names nobody in an office."""
    label = _CLOSED_TWICE.sub("", squeeze("".join(pieces)))
    line = lines[first]
    text = label + line.text[len(pieces[0]) :]
    mark = next(iter(candidates(first, replace(line, text=text, end=line.start + len(text)))), None)
    if not _WHOLE.fullmatch(label) or mark is None or not mark.speaker.office:
        return None
    if not mark.speaker.name and mark.speaker.side != "secretariat":
        return None  # 事務局（秘書企 / 画課長） names nobody, and is a label all the same
    body = mark.body - len(label) + len(pieces[0])
    return _Spread(first, pieces, replace(mark, body=body)) if body >= line.start else None


def _is_column(found: Sequence[_Spread], lines: Sequence[Line]) -> bool:
    """Whether the labels are so many, and fill one column with words beside it; pages that break labels have none there."""
    inner = [(width(piece), lines[s.first + n]) for s in found for n, piece in enumerate(s.pieces[:-1])]
    widest = max((size for size, _ in inner), default=0.0)
    filled = sum(size >= widest - FILL for size, _ in inner)
    beside = sum(width(line.text) > size for size, line in inner)
    return len(found) >= SPREAD_MIN and min(filled, beside) >= FILLED_SHARE * len(inner)


def _rest(line: Line, piece: str) -> Line | None:
    """What stands in a line beside a piece of a label; None where nothing does."""
    words = line.text[len(piece) :]
    blank = len(words) - len(words.lstrip())
    if len(words) == blank:
        return None
    return replace(line, start=line.start + len(piece) + blank, text=words[blank:])
