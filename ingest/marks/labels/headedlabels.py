"""Labels behind numbers: one and the same as others print a circle (１、議長（沖）　…, １、10番（前田）　…), or counted up, each on a
line of its own (2.市長, 3.市民部長, 4.光雄)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.types import Speaker
from ingest.marks.mark import Mark, mark_at
from ingest.marks.speaks import speech_below
from ingest.people.names import is_name
from ingest.people.speakers import parse_label
from ingest.text.lines import Line

HEADED_MIN = 4
"""Fewer lines are a list that happens to name somebody."""
_HEADED = re.compile(r"[1１一][、．.]\s*([^\s。、（()）「」：:]{1,24}[（(][^。、（()）]{1,14}[）)])(?=$|\s)")


def headed_labels(lines: Sequence[Line], known: set[int]) -> list[Mark]:
    """The marks; none where no speaker returns after another one (a list names each once), nor on lines read as labels (`known`)."""
    marks: list[Mark] = []
    for index, line in enumerate(lines):
        found = None if index in known else _HEADED.match(line.text)
        speaker = parse_label(found[1]) if found else None
        if found and speaker and speaker.office and speaker.name:
            marks.append(mark_at(index, line, "sign:○", found.start(1), found.end(), speaker))
    return marks if _is_talk(marks) else _counted(lines, known)


def _is_talk(marks: Sequence[Mark]) -> bool:
    """Whether somebody returns after somebody else: a list names each once."""
    times = Counter(mark.label for mark in marks)
    return len(marks) >= HEADED_MIN and 1 < len(times) < len(marks)


_COUNTED = re.compile(r"(\d{1,3})[．.、)）]\s*([^\s。、（()）「」：:\d]{2,16})$")


def _counted(lines: Sequence[Line], known: set[int]) -> list[Mark]:
    """The marks of labels that are counted up; of who bears no office only the one who returns, and speaks more than once."""
    rows = [
        (index, found)
        for index, line in enumerate(lines)
        if (found := _COUNTED.match(line.text)) and speech_below(lines, index)
    ]
    rows = [
        row
        for place, row in enumerate(rows)
        if any(
            int(near[1][1]) == int(row[1][1]) + step
            for step in (1, -1)
            for near in rows[max(place + step, 0) :][:1]
        )
    ]
    times = Counter(found[2] for _, found in rows)
    marks: list[Mark] = []
    for index, found in rows:
        speaker = parse_label(found[2])
        if (speaker is None or not speaker.office) and times[found[2]] > 1 and is_name(found[2]):
            speaker = Speaker(found[2], "", "other")
        if speaker is not None and index not in known:
            marks.append(mark_at(index, lines[index], "line", found.start(2), found.end(), speaker))
    return marks if _is_talk(marks) else []
