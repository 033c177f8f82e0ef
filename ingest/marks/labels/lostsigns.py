"""Labels that lost their sign: 教育長（青木悟君）　… in a record that prints ○ before every other speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.marks.mark import Mark
from ingest.marks.speaks import is_speech
from ingest.text.lines import BLANK, Line
from ingest.text.normalize import squeeze

SIGNED_SHARE = 0.8
"""Share of the marks that bear a sign, from which a label without one is a slip of the pen."""
CALL_MAX = 40
"""Characters of the line above in which the chair calls who speaks."""


def with_lost_signs(marks: tuple[Mark, ...], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks, 役職（氏名） without a sign counted among the signed where the line above it calls that person, or where the
    same person speaks under a sign."""
    signed = [mark for mark in marks if mark.signed]
    spoken = [mark for mark in marks if mark.style == "paren" and _speaks(mark, lines)]
    if not spoken or len(signed) < SIGNED_SHARE * (len(signed) + len(spoken)):
        return marks
    style = Counter(mark.style for mark in signed).most_common(1)[0][0]
    known = {mark.speaker for mark in signed}
    lost = {mark.line for mark in spoken if mark.speaker in known or _is_called(mark, lines)}
    return tuple(replace(mark, style=style) if mark.line in lost else mark for mark in marks)


def _speaks(mark: Mark, lines: Sequence[Line]) -> bool:
    """Whether a label names office and person, and words follow it: from there の説明… would go on with a sentence."""
    own = lines[mark.line]
    at = mark.body - own.start
    words = own.text[at:] or next((line.text for line in lines[mark.line + 1 : mark.line + 2]), "")
    apart = at >= len(own.text) or own.text[at - 1] in BLANK
    return bool(mark.speaker.office and mark.speaker.name) and apart and is_speech(words)


def _is_called(mark: Mark, lines: Sequence[Line]) -> bool:
    above = squeeze(lines[mark.line - 1].text) if mark.line else ""
    named = mark.speaker.name[:2] in above or mark.speaker.office in above
    return named and len(above) <= CALL_MAX
