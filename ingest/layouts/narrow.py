"""Narrow columns whose lines an extraction wrote alternately: left, right, left, right, and every speech breaks into another.

    問　通学路の街灯が暗い。数を増や
    町長　家賃の半分を二年のあいだ助
    す考えは。
    ける。

A line of a newsletter is too short to read as speech. But the column shows: what does not end a sentence fills it to the edge. A
label below such a full line stands in the middle of a sentence; a heading, or a question told as a noun, seldom reaches the edge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ingest.marks.mark import Mark
from ingest.text.lines import Line, width

COLUMN_MAX = 20
"""Full-width characters of the widest column that is looked at; longer lines read as speech by themselves."""
FULL_LINES, FULL_SHARE = 5, 0.5
"""Full lines by which a text is a column, and their share of all lines that end no sentence."""
CUT_MIN, CUT_SHARE = 2, 0.3
"""Labels below a full line from which the columns are mixed, and their share of those that a heading cannot stand above."""

_ENDS = re.compile(r"[。．？?！!」』）)】〕］…]$")
_HIRAGANA = re.compile(r"[ぁ-ん]")
_WHOLE = re.compile(r"(?:[かはう]|こと|もの|ため|予定)$")
"""…増やす考えは above 町長: a question told in short has an end of its own."""


def cut_labels(lines: Sequence[Line], marks: Sequence[Mark]) -> int:
    """How many labels stand in the middle of a sentence of a narrow column; 0 where that is not the rule.

    Those of replies are looked at, and those right below the first line of another turn: no heading stands there.
    """
    if not marks:
        return 0
    open_ended = [width(line.text) for line in lines[marks[0].line :] if _runs_on(line.text)]
    edge = _edge(open_ended)
    places = {mark.line: mark for mark in marks}
    bound = [m.line for m in marks if m.line and (m.speaker.side == "executive" or m.line - 1 in places)]
    cut = [
        index
        for index in bound
        if not lines[index].gap
        and _runs_on(above := lines[index - 1].text)
        and edge - 1 <= width(above) <= edge
        and _WHOLE.search(above) is None
    ]
    said = {after.line for before, after in pairwise(marks) if before.speaker.side == "executive"}
    if said.isdisjoint(cut):
        return 0  # a question told as a noun may reach the edge by chance; what is replied has full stops
    return len(cut) if len(cut) >= max(CUT_MIN, CUT_SHARE * len(bound)) else 0


def _runs_on(text: str) -> bool:
    return _ENDS.search(text) is None and len(_HIRAGANA.findall(text)) > 1


def _edge(widths: Sequence[float]) -> float:
    """The width of the column, -1 where the lines that end no sentence do not reach one and the same."""
    counts = Counter(widths)
    best = max(counts, key=lambda edge: counts[edge] + counts[edge - 1] + counts[edge - 0.5], default=-1.0)
    full = counts[best] + counts[best - 1] + counts[best - 0.5]
    return best if FULL_LINES <= full >= FULL_SHARE * len(widths) and best <= COLUMN_MAX else -1.0
