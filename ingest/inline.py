"""A question and its reply on one line: `・… か。→ …`, `【質問】…【回答】…`, `問 … 答 …`. Digests print them so to save room.

The line is cut before the mark of the reply, so that each half opens with a mark as in any other record.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.lines import BLANK, Line, is_bullet

INLINE_MIN = 2
"""Lines of this form from which it is the document's; one alone may be a remark."""

_OPENS_QUESTION = re.compile(
    r"^[【〔［\[（(「<＜]?[\s\u3000]*(?:ご|御|再|再々)?(?:質問|質疑|意見|要望|問|[QＱ])[\s\u3000]*[0-9０-９①-⑳\-－]{0,5}[】〕］\])）」>＞]?[\s\u3000:：.．、]"
    r"|^[【〔［\[（(「<＜](?:ご|御|再|再々)?(?:質問|質疑|意見|要望|問|[QＱ])[\s\u3000]*[0-9０-９①-⑳\-－]{0,5}[】〕］\])）」>＞]"
)
_SIDE = re.compile(
    r"(?<=[。．？?！!か」）)])[\s\u3000]*(?:(?=[→⇒➡⇨➔])"
    r"|(?=[【〔［\[（(「<＜](?:ご|御|再|再々)?(?:回答|答弁|答|質問|質疑|問|[AＡQＱ])[\s\u3000]*[0-9０-９①-⑳\-－]{0,5}[】〕］\])）」>＞][\s\u3000]*[^\s\u3000])"
    r"|(?<=[\s\u3000])(?=(?:回答|答弁|答|[AＡ])[\s\u3000:：.．]+\S))"
)


def cut_replies(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of `text`, those that hold question and reply cut in two (or more).

    A piece that goes on in the same line has its `newline` at the text's end: no line end stands between them.
    """
    places = {
        index: cuts
        for index, line in enumerate(lines)
        if (_OPENS_QUESTION.match(line.text) or is_bullet(line.text))
        and (cuts := [m.end() for m in _SIDE.finditer(line.text)])
    }
    if len(places) < INLINE_MIN:
        return tuple(lines)
    out: list[Line] = []
    for index, line in enumerate(lines):
        out += _pieces(line, places.get(index, []), len(text))
    return tuple(out)


def _pieces(line: Line, cuts: Sequence[int], stop: int) -> list[Line]:
    starts, ends = [0, *cuts], [*cuts, len(line.text)]
    out: list[Line] = []
    for start, end in zip(starts, ends, strict=True):
        piece = line.text[start:end].rstrip(BLANK)
        if piece:
            out.append(
                Line(line.start + start, line.start + start + len(piece), piece, line.indent, stop, False)
            )
    if out:
        out[0] = replace(out[0], gap=line.gap)
        out[-1] = replace(out[-1], newline=line.newline)
    return out
