"""What a printed page sets within the line of a speaker: the page it came from, the matter, and the first label behind the time.

2 ◯由良千鶴君[101頁]
1   午前10時00分 開議 ◯議長（仁田為吉） おはようございます。
（午後１時30分開会） ○かわべ実 委員長　ただいまから…
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.marks.labels.stated import legend
from ingest.marks.mark import SIGNS
from ingest.text.lines import BLANK, Line

LABEL_SIGNS = "○◯〇◆◎●"
"""Signs of labels; ▼ before a line of buttons is none."""
NOTES_MIN = 2
"""Lines with a page in brackets at the end from which the record prints them behind its labels."""

SIDES_MIN = 2
"""Lines that open with （再質問）, （再答弁） from which the record prints them below its labels."""
_SIDE = re.compile(r"^[（(]再[々再]?(?:質問|質疑|答弁|回答)[）)](?:\s+|$)")
_PAGE = re.compile(rf"^[\d\s:：]*[{SIGNS}][^。]{{0,60}}?(\s*[\[［]\s*\d{{1,4}}頁[\]］])(?=\s|$)")
_OPENS = re.compile(
    rf"(?:開議|開会|再開)\s*[）)]?\s+(?=[{SIGNS}][^\s（(。]{{0,8}}(?:議長|委員長|会長)[（(][^（()）。]{{2,14}}[）)])"
)

_OPENS_AS = re.compile(
    rf"(?:開\s*[議会]|再\s*開)\s*[）)]?\s+(?=([{SIGNS}][^\s（(。、]{{2,10}}\s?(?:議長|委員長|会長|座長)(?=\s)|【[^】。、]{{0,10}}(?:議長|委員長|会長|座長)】))"
)
"""A label without a name in brackets, which another line must have at its head."""
_NUMBER = re.compile(r"[0-9]{1,4}[:：]?\s+(?=[○◯〇]?午[前後])")
"""The number of the first speech, before the hour."""
HEAD_MAX = 8
"""Characters before a label at the head of a line, in which its number stands."""


def _opening(line: Line, lines: Sequence[Line]) -> re.Match[str] | None:
    """Where the first label stands behind the time on this line."""
    if line.text[0] in LABEL_SIGNS:
        return None
    if found := _OPENS.search(line.text):
        return found
    found = _OPENS_AS.search(line.text)
    heads = (other.text for other in lines if other is not line)
    return found if found and any(found[1] in h[: HEAD_MAX + len(found[1])] for h in heads) else None


def cut_midline(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without pages behind labels, and with the first label at the head of a line of its own."""
    out: list[Line] = []
    for line in _at_cells(_at_dashes(lines)):
        found = _opening(line, lines)
        if found:
            before = _NUMBER.match(line.text)
            start = before.end() if before else 0
            head = _piece(line, start, len(line.text[: found.end()].rstrip(BLANK)))
            out.append(replace(head, gap=line.gap))
            line = _piece(line, found.end(), len(line.text))
        out.append(line)
    sides = [i for i, line in enumerate(out) if i and _SIDE.match(line.text)]
    if len(sides) >= SIDES_MIN:
        out = [_without_side(line) if i in sides else line for i, line in enumerate(out)]
        out = [line for line in out if line.text]
    notes = {i: found for i, line in enumerate(out) if (found := _PAGE.match(line.text))}
    if len(notes) >= NOTES_MIN:
        out = [p for i, line in enumerate(out) for p in (_around(line, notes[i]) if i in notes else [line])]
    return tuple(out)


_DASH = re.compile(r"(?<=[。？?])\s+(?=- [^\s\-0-9])")


def _at_dashes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`→続ける。 - 指導はあったか。`: the next item of a list behind the words above it, in a page whose items open with a dash."""
    if not any(line.text.startswith("- ") for line in lines):
        return tuple(lines)
    return _cut_at(_DASH, lines)


def _at_cells(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`（１）日程\t○いつ開くのか。`: the matter in a cell before the first speech, and one behind another in a short cell, where the record
    explains its signs (○：委員　●：事務局)."""
    signs = "".join(legend(lines)) if any("\t" in line.text for line in lines) else ""
    if not signs:
        return tuple(lines)
    behind = re.compile(rf"\t(?=[{re.escape(signs)}][^：:＝=]*[。？?])|(?<=[。？?]) (?=[{re.escape(signs)}])")
    return tuple(line for line in _cut_at(behind, lines) if line.text)


def _cut_at(between: re.Pattern[str], lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each in pieces where it has `between`, which is left out."""
    out: list[Line] = []
    for line in lines:
        start = 0
        for found in between.finditer(line.text):
            out.append(_piece(line, start, found.start()))
            start = found.end()
        out.append(_piece(line, start, len(line.text)) if start else line)
    return tuple(out)


def _piece(line: Line, start: int, stop: int) -> Line:
    """`[start, stop)` of a line; what stands above the line is above its first piece only."""
    end = line.end if stop == len(line.text) else line.start + stop
    gap = line.gap if not start else False
    return replace(line, start=line.start + start, text=line.text[start:stop], end=end, gap=gap)


def _around(line: Line, note: re.Match[str]) -> list[Line]:
    """The label before the page, and the words behind it where they are on the same line."""
    words = line.text[note.end() :]
    start = note.end() + len(words) - len(words.lstrip(BLANK))
    head = _piece(line, 0, note.start(1))
    return [head, _piece(line, start, len(line.text))] if words else [head]


def _without_side(line: Line) -> Line:
    end = _SIDE.match(line.text).end()  # type: ignore[union-attr]  # the caller has matched it
    return replace(line, start=line.start + end, text=line.text[end:])
