"""The front matter of a record that prints the greetings first: 開会に当たり、…あいさつを述べた, then order of the day and rosters."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from corpus.spans import Span
from ingest.header.agenda_words import SCHEDULE
from ingest.marks.headingforms import names_item
from ingest.marks.mark import SIGNS, Mark
from ingest.text.furniture import TIME_NOTICE
from ingest.text.lines import Line

GREETINGS = 4
"""Speeches before the front matter at most."""
_BEGINS = re.compile(r"開\s*[会議]")


def after_greetings(lines: Sequence[Line], marks: Sequence[Mark]) -> Span | None:
    """Indices of the lines of the printed order of the day and the rosters that stand below the first speeches; None: above.

    They end where the meeting begins: at the time of day, at a signed heading, at the next speaker.
    """
    for mark, following in itertools.pairwise(marks[: GREETINGS + 1]):
        begin = next((i for i in range(mark.line + 1, following.line) if SCHEDULE.match(lines[i].text)), None)
        if begin is None:
            continue
        for index in range(begin + 1, following.line):
            text = lines[index].text
            if TIME_NOTICE.match(text) and _BEGINS.search(text) and "月" not in text:
                return begin, index
            if text[0] in SIGNS and _BEGINS.search(text) and not names_item(text):
                return begin, index
        return begin, following.line
    return None
