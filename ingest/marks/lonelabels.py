"""Labels alone on their line that differ in form from the others that are: 事務局： or 久野会長（青海町長） among 事務局, 座長."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.marks.mark import Mark
from ingest.marks.speaks import is_speech
from ingest.text.lines import Line

USUAL_MIN = 3
"""Labels of the usual form from which others are read as they are."""
_OTHER = ("colon", "paren")


def with_lone_labels(marks: Sequence[Mark], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks, those of a form that is rare here in the form of the usual ones; words of a speech stand right below them."""
    usual = [m for m in marks if m.style == "line" and _speaks_below(m, lines)]
    odd = [m for m in marks if m.style in _OTHER]
    own = [m for m in odd if m.speaker.office and _speaks_below(m, lines)]
    if len(usual) < USUAL_MIN or not own or 2 * len(odd) > len(usual) + 1:
        return tuple(marks)
    return tuple(replace(m, style="line") if m in own else m for m in marks)


def _speaks_below(mark: Mark, lines: Sequence[Line]) -> bool:
    """Whether the label has its line to itself, and words of a speech below."""
    alone = mark.body >= lines[mark.line].end and mark.line + 1 < len(lines)
    return alone and is_speech(lines[mark.line + 1].text)
