"""What the chair says among 問 and 答, or among （市長） and （参加者）: his label is of another form than theirs, and so few stand there that
no count of its form shows it. Above the first question his words were no part of the reading, below a reply they were part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.types import Side, Speaker
from ingest.marks.mark import Mark
from ingest.marks.speaks import is_said
from ingest.people.offices import is_public
from ingest.text.lines import Line

FORM_MIN = 3
"""Marks of a form from which it is the document's by its number."""
_BRACKETED = ("tag:（", "tag:(", "tag:【", "tag:[", "tag:［", "tag:〔", "tag:＜", "tag:<")
_BARE = ("wide", "colon", "line", "tab", "paren", "close")


def with_chair_words(marks: Sequence[Mark], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks; a chair's marks of another form get the form of those who ask and reply, where a sentence follows them."""
    home = next((form for form in ("qa", *_BRACKETED) if _converses(form, marks)), "")
    if not home:
        return tuple(marks)
    forms = Counter(mark.style for mark in marks)
    own = _of_chair_alone(marks) if home != "qa" else frozenset()
    return tuple(
        replace(mark, style=home)
        if (mark.style in own or (home == "qa" and forms[mark.style] < FORM_MIN)) and _speaks(mark, lines)
        else mark
        for mark in marks
    )


def _converses(form: str, marks: Sequence[Mark]) -> bool:
    """Whether both sides speak under marks of a form, three times together, and nobody who presides does."""
    sides = Counter(_side(mark.speaker) for mark in marks if mark.style == form)
    if form == "qa":
        return min(sides["member"], sides["executive"]) >= 1 and sum(sides.values()) >= FORM_MIN
    replies = sides["executive"] + sides["secretariat"]
    return not sides["chair"] and min(sides["member"], replies) >= 1 and sides["member"] + replies >= FORM_MIN


def _side(speaker: Speaker) -> Side:
    """The side of a speaker; residents ask, where nobody has settled it yet."""
    return "member" if speaker.side == "other" and is_public(speaker.office) else speaker.side


def _of_chair_alone(marks: Sequence[Mark]) -> frozenset[str]:
    """The forms without brackets that nobody but one who presides has: 司会　… among （市長） and （参加者）."""
    who: dict[str, set[str]] = {}
    for mark in marks:
        if mark.style in _BARE and mark.sure:
            who.setdefault(mark.style, set()).add(mark.speaker.office if mark.speaker.side == "chair" else "")
    return frozenset(form for form, offices in who.items() if len(offices) == 1 and "" not in offices)


def _speaks(mark: Mark, lines: Sequence[Line]) -> bool:
    if mark.speaker.side != "chair" or not mark.sure or not mark.style.startswith((*_BARE, "tag:")):
        return False
    words = mark.words(lines).strip()
    below = lines[mark.line + 1].text if not words and mark.line + 1 < len(lines) else ""
    said = words or below
    return "。" in said and is_said(said)
