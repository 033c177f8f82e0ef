"""A margin that names the part of the sitting, drawn as text before a label that otherwise has its line to itself.

    日程第３ 議長 沖田和彦君
    日程第３、諸般の報告を行います。
    …
    議長 沖田和彦君
    以上で報告を終わります。

And the cover above such a record, whose rows (総務課長 浜 口 直) are labels in form: nobody has spoken before 会議の経過.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.marks.mark import Mark
from ingest.marks.speaks import speech_below
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

USUAL_MIN = 3
"""Times a label stands alone on its line from which it is read behind a margin, too."""
_STAGE = r"(?:開会|開議|再開|休憩|散会|延会|閉会)"
_MARGIN = re.compile(
    rf"^(?:(?:追加)?(?:議事)?日程第?\s?\d{{1,2}}|{_STAGE}(?:[・、]{_STAGE})*(?:の?宣[告言])?)\s+(?=\S)"
)
_OPENS = re.compile(r"(?:会議|議事)の?(?:経過|[顛てん]末)")
_POLITE = re.compile(
    r"(?:ます|です|ました|でした|ません|ください|下さい)(?:が|けれども|ので)?(?:[、。？?]|$)"
)
"""How people talk in a meeting; a cover tells in the plain form (別紙のとおり報告した。)."""


def with_margin_heads(marks: Sequence[Mark], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks, with those of labels behind a margin."""
    own = [(squeeze(m.label), m) for m in marks if m.speaker.office and _is_alone(m, lines)]
    alone, times = dict(own), Counter(label for label, _ in own)
    found: dict[int, Mark] = {}
    for index, line in enumerate(lines):
        margin = _MARGIN.match(line.text)
        label = squeeze(line.text[margin.end() :]) if margin else ""
        if label in alone and times[label] >= USUAL_MIN and speech_below(lines, index):
            found[index] = replace(alone[label], line=index, body=line.end)
    kept = [mark for mark in marks if mark.line not in found]
    return tuple(sorted((*kept, *found.values()), key=lambda mark: mark.line))


def below_cover(marks: Sequence[Mark], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks without those above 会議の経過, where nothing above it is said."""
    opens = next((i for i, line in enumerate(lines) if _OPENS.fullmatch(squeeze(line.text))), -1)
    below = tuple(mark for mark in marks if mark.line > opens)
    if len(below) < USUAL_MIN or any(_POLITE.search(line.text) for line in lines[: max(opens, 0)]):
        return tuple(marks)
    return below


def _is_alone(mark: Mark, lines: Sequence[Line]) -> bool:
    line = lines[mark.line]
    return mark.style == "line" and mark.body >= line.end and squeeze(mark.label) == squeeze(line.text)
