"""Replies whose label was left out in a list of questions and answers: Ｑ …か。 and below it the words, where the others have Ａ …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from corpus.types import Speaker
from ingest.marks.mark import Mark, mark_at
from ingest.marks.speaks import is_speech
from ingest.phrases.wording import asks
from ingest.text.lines import Line

PAIRS_MIN, SHARE = 3, 0.8
"""Questions of one line with their reply right below, from which a question has but one line in the document, and their share."""
_ASKS = re.compile(r"[かね？?][。．]?$")


def with_lost_replies(marks: tuple[Mark, ...], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks with one more at the second line of every question that lacks a reply, where what stands below its first line asks
    nothing: the mark of the reply was lost."""
    if any(mark.style != "qa" for mark in marks):
        return marks
    pairs = [(m, a) for m, a in pairwise(marks) if m.speaker.side == "member" != a.speaker.side]
    short = [m for m, a in pairs if a.line == m.line + 1 and _ASKS.search(lines[m.line].text)]
    if len(short) < PAIRS_MIN or len(short) < SHARE * len(pairs):
        return marks
    found = []
    for mark, following in zip_longest(marks, marks[1:]):
        below = lines[mark.line + 1 : following.line if following else len(lines)]
        unanswered = mark.speaker.side == "member" and (
            following is None or following.speaker.side == "member"
        )
        asked = unanswered and bool(below) and _ASKS.search(lines[mark.line].text) is not None
        if asked and is_speech(below[0].text) and not asks("".join(line.text for line in below)):
            found.append(mark_at(mark.line + 1, below[0], "qa", 0, 0, Speaker("", "", "executive")))
    return tuple(sorted((*marks, *found), key=lambda mark: mark.line))
