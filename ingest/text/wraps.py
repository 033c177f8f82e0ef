"""How a document breaks its lines: at a margin, at a hanging indent, wherever a link ends, or only where paragraphs do."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.text.lines import SOFT_MIN, TERMINAL, WRAP_FILL, Line, width

WRAP_SHARE = 0.35
"""Share of unfinished lines (no sentence end) from which a document counts as hard-wrapped. PDF text of minutes lies
at 0.6-0.9, text with a line per paragraph below 0.15; any value between serves."""
COLUMN_MIN, COLUMN_LINES, COLUMN_SHARE = 4, 6, 0.12
"""Blanks of a name column at least; lines, and share of all lines, that begin at one place beside it."""
AMID, AMID_MIN, AMID_SHARE = "のをはがにとでもや「『（(、", 8, 0.35
"""Last characters that no list item has; lines with one, and their share of the unfinished lines, from which a page breaks
lines at its links. Lists lie below a tenth."""
HANGING_MIN, HANGING_SHARE = 4, 0.6
"""Cut lines that go on at one indent at least, and their share of all; begun ones stand there less often than the rest."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a document breaks its lines: `width` in full-width characters, 0 where lines are paragraphs."""

    width: float = 0.0
    indented: bool = False
    """Paragraphs start with a blank."""
    anywhere: bool = False
    """Lines break wherever a linked word begins or ends (saved pages); only a full stop ends them."""
    column: int = 0
    """Where words begin beside a column of names (blanks before a line that goes on); 0 where there is none."""

    def filled(self, line: Line) -> float:
        """How wide a line is, from where the page or its column of words begins."""
        return width(line.text) + (line.indent if self.column else min(line.indent, 2))


def wrap_of(lines: Sequence[Line]) -> Wrap:
    """How the document breaks its lines, from the lines themselves."""
    long = [line for line in lines if len(line.text) >= 10]
    if len(long) < 8:
        return Wrap()
    indented = sum(1 for line in long if line.indent) / len(long)
    wrap = Wrap(column=_column(lines) or _hanging(lines))
    unfinished = sorted(wrap.filled(line) for line in long if line.text[-1] not in TERMINAL)
    if len(unfinished) < WRAP_SHARE * len(long):
        return Wrap(0.0, indented > 0.05, column=wrap.column)
    usual = unfinished[int(len(unfinished) * 0.8)]
    full = sum(1 for value in unfinished if WRAP_FILL * usual <= value <= 1.15 * usual)
    # Without a common width the unfinished lines are list items, not wrapped text.
    if full < 0.6 * len(unfinished) or usual > 80:
        return Wrap(0.0, indented > 0.05, _broken_anywhere(lines), wrap.column)
    return Wrap(usual, 0.05 < indented < 0.8, column=wrap.column)


def _broken_anywhere(lines: Sequence[Line]) -> bool:
    """Whether so many lines stop at a particle or an opening bracket that no list and no margin explains it."""
    open_ended = [line for line in lines if len(line.text) > 1 and line.text[-1] not in TERMINAL]
    amid = sum(line.text[-1] in AMID for line in open_ended)
    return amid >= AMID_MIN and amid >= AMID_SHARE * len(open_ended)


def _column(lines: Sequence[Line]) -> int:
    """The indent of the words beside a column of names: one that many lines share; 0 where there is no such column."""
    counts = Counter(line.indent for line in lines if line.indent >= COLUMN_MIN)
    place, found = counts.most_common(1)[0] if counts else (0, 0)
    return place if found >= max(COLUMN_LINES, COLUMN_SHARE * len(lines)) else 0


def _hanging(lines: Sequence[Line]) -> int:
    """The indent at which cut lines go on, where a speech itself begins further left (○会長：… above a hanging indent)."""
    cut: Counter[int] = Counter()
    begun: Counter[int] = Counter()
    for line, following in itertools.pairwise(lines):
        if not following.gap and width(line.text) >= SOFT_MIN:
            (begun if line.text[-1] in TERMINAL else cut)[following.indent] += 1
    place, found = cut.most_common(1)[0] if cut else (0, 0)
    if not place or found < HANGING_MIN or found < HANGING_SHARE * cut.total():
        return 0
    return place if begun[place] <= (1 - HANGING_SHARE) * begun.total() else 0
