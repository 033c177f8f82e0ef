"""Labels that differ in form from the others, which have their line to themselves: 事務局： or 久野会長（青海町長） among 事務局, 座長;
会長 among 委員：, 事務局：;
町長　皆さん… below …を行います。町長沖勝彦君。, where the chair has just called him."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.marks.mark import Mark
from ingest.marks.speaks import speech_below
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

USUAL_MIN = 3
"""Labels of the usual form from which others are read as they are."""
_OTHER = ("colon", "paren")


def with_lone_labels(marks: Sequence[Mark], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks, those of a form that is rare here in the form of the usual ones; words of a speech stand right below them.

    The usual form may be that with a colon, and 会長 alone the rare one.
    """
    alone = [m for m in marks if m.style in ("line", *_OTHER) and _speaks_below(m, lines)]
    for style in ("line", "colon"):
        usual = [m for m in alone if m.style == style]
        odd = [m for m in marks if m.style in ("line", *_OTHER) and m.style != style]
        own = [m for m in odd if m.speaker.office and m in alone]
        if len(usual) >= USUAL_MIN and own and 2 * len(odd) <= len(usual) + 1:
            return tuple(replace(m, style=style) if m in own else m for m in marks)
    # 事務局： once, where some of the others end in a bracket: 久野会長（青海町長）
    colons = [m for m in marks if m.style == "colon"]
    own = [m for m in colons if m.speaker.office and m in alone]
    if own and len(alone) - len(own) >= max(USUAL_MIN, 2 * len(colons)):
        return tuple(replace(m, style="line") if m in own else m for m in marks)
    return tuple(marks)


_CALLED = re.compile(r"([^\s。、]{2,16}?)(?:[一-鿿々ヶぁ-んァ-ヶー\u3000 ]{2,9}(?:君|さん|氏))?[。！]$")


def with_called_labels(marks: Sequence[Mark], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks, one before its words in the form of the usual ones where the chair's last words above it call that office."""
    if sum(m.style == "line" and _speaks_below(m, lines) for m in marks) < USUAL_MIN:
        return tuple(marks)
    return tuple(
        replace(m, style="line") if m.style == "wide" and above and _is_called(m, above, lines) else m
        for above, m in zip((None, *marks), marks, strict=False)
    )


def _is_called(mark: Mark, above: Mark, lines: Sequence[Line]) -> bool:
    words = lines[mark.line - 1].text if mark.line else ""
    call = _CALLED.fullmatch(words[words.rstrip("。！").rfind("。") + 1 :])
    return above.speaker.side == "chair" and call is not None and call[1] == squeeze(mark.label)


def _speaks_below(mark: Mark, lines: Sequence[Line]) -> bool:
    """Whether the label has its line to itself, and words of a speech below."""
    return mark.is_alone(lines) and speech_below(lines, mark.line)
