"""Marks that only the whole document tells: labels without a sign beside signed ones, a sign or 〃 alone, a label with a note.

○会長 … and ・委員 …, or ○議長 and 委員 …: two ways of one record, which are read together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.types import Speaker
from ingest.marks.labels.gluedheads import PARTICLE, label_end
from ingest.marks.mark import SIGNS, Mark, mark_at
from ingest.marks.speaks import is_speech
from ingest.people.names import is_surname
from ingest.people.speakers import parse_label
from ingest.text.lines import Line

NOTED_MIN = 2
"""Labels with （再質問）, （再答弁） behind them from which the same labels head lines without it too."""
LONE_MIN = 2
"""Lines that open with a sign and no label, and labels with another sign, from which the sign alone says who asks."""
UNSIGNED_MIN = 3
"""Speeches of a side that signed labels lack, from which the labels without a sign are speakers too."""


_NOTED = re.compile(r"^(\S{3,16}?)[（(]再[々再]?(?:質問|質疑|答弁|回答)[）)]$")
_PARTICLE = re.compile(r"^[はがのもにをとへやか、。（(]|^から|^より|^まで|^さん")


def noted_marks(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """`由良議員町内の…` where others open with 由良議員（再質問）: the first question and the first reply bear no note, nor does
    `山本町長由良議員の御質問に…` of somebody who replies once."""
    noted = {m[1]: mark for mark in found if (m := _NOTED.match(mark.label))}
    if sum(_NOTED.match(mark.label) is not None for mark in found) < NOTED_MIN:
        return
    taken = {mark.line for mark in found}
    for index, line in enumerate(lines):
        if index in taken:
            continue
        head = next((label for label in noted if line.text.startswith(label)), "")
        rest = line.text[len(head) :]
        if head and rest and not _PARTICLE.match(rest):
            yield mark_at(index, line, noted[head].style, 0, len(head), noted[head].speaker)
        elif not head and (size := label_end(line.text, 0)) and not PARTICLE.match(line.text, size):
            other = parse_label(line.text[:size])
            if other and other.name and is_speech(line.text[size:]):
                yield mark_at(index, line, next(iter(noted.values())).style, 0, size, other)


def lone_sign_marks(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """`◆　側溝の清掃は…` before `◎土木課長　…`: a member's own page prints the sign, and not the name that is his."""
    signed = {m.line: m for m in found if m.style.startswith("sign") and m.sure}
    sides = {m.speaker.side for m in signed.values()}
    replies = [m for m in signed.values() if m.speaker.is_officer]
    if len(replies) < LONE_MIN or "member" in sides or any(m.style == "sign:◆" for m in signed.values()):
        return
    lone = [i for i, line in enumerate(lines) if i not in signed and _LONE.match(line.text)]
    before = {max((i for i in lone if i < m.line), default=-1) for m in replies}
    if len(lone) >= LONE_MIN and len(before - {-1}) >= LONE_MIN:
        names = [_LONE_NAME.match(lines[index].text) for index in lone]
        named = all(match is not None and is_surname(match[1]) for match in names)
        for index, match in zip(lone, names, strict=True):
            if named and match:
                speaker = Speaker(match[1], "", "member")
                yield mark_at(index, lines[index], "sign:◆", match.start(1), match.end(1), speaker)
            else:
                yield mark_at(index, lines[index], "sign:◆", 0, 1, Speaker("", "", "member"))


_LONE = re.compile(r"^◆\s*(?=[^。]*[ぁ-ん][^。]*。)")
_LONE_NAME = re.compile(r"^◆\s*([一-鿿々ヶぁ-んァ-ヴー]{1,5})\s+(?=\S)")
"""◆沖 側溝の清掃は…: the surname alone, where every such line has one."""
_DITTO_ALONE = re.compile(r"^[〃〻″]$")
_DITTO = re.compile(
    rf"^[{SIGNS}・]?\s*+[【〔［（(]?\s*+(?:[〃〻″々]|同上)(?:\s*+[】〕］）)][\s：:]*+|[\s：:]+)(?=\S)"
)


def ditto_marks(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """`〃　…` where a speaker's label would stand: the same person speaks again."""
    last: Mark | None = None
    marks = {mark.line: mark for mark in found}
    for index, line in enumerate(lines):
        last = marks.get(index, last)
        match = _DITTO.match(line.text) or _DITTO_ALONE.match(line.text)
        if match and last is not None and index not in marks:
            again = mark_at(index, line, last.style, 0, match.end(), last.speaker)
            yield replace(again, label=last.label)


def with_unsigned(marks: tuple[Mark, ...], speaks: Sequence[bool]) -> tuple[Mark, ...]:
    """The marks, those without a sign counted among the signed where the signed ones lack members, or lack who answers.

    `speaks` says of each mark whether speech follows it.
    """
    signed = [mark for mark in marks if mark.style.startswith("sign")]
    sides = {mark.speaker.side for mark in signed}
    bare = [
        mark
        for mark, spoken in zip(marks, speaks, strict=True)
        if spoken and mark.style in ("wide", "colon", "tab", "paren", "close")
    ]
    counts = Counter("member" if m.speaker.side == "member" else "reply" for m in bare)
    lacking = {
        "member": "member" not in sides,
        "reply": not sides & {"executive", "secretariat"},
    }
    missing = any(lacking[side] and counts[side] >= UNSIGNED_MIN for side in lacking)
    if len(signed) < UNSIGNED_MIN or not missing:
        return marks
    places = {mark.line for mark in bare}
    return tuple(replace(m, style="sign:・") if m.line in places else m for m in marks)
