"""Labels on lines of their own that a full stop ends: 石田議長。, ４番戸倉議員。, 仁科町長。, the words below.

A chair who gives the floor says the same (仁科町長。), so such a line is a label only where the chair has such lines too: nobody calls
upon himself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.types import Speaker
from ingest.marks.mark import Mark, mark_at
from ingest.people.speakers import fully_named
from ingest.text.lines import Line

CHAIRED_MIN, LABELS_MIN = 2, 5
"""Lines with the chair's name, and with anybody's, from which the record announces its speakers so."""
RETURNS_MIN = 3
"""Times that each of two such labels returns in a stretch without a word of the chair, where no other label is printed."""
_LABEL = re.compile(r"([^\s。、（()）「」：:]{3,24})。")


def stop_marks(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """The marks of such lines; none where another kind of label names the chair."""
    if any(mark.speaker.side == "chair" and mark.sure for mark in found):
        return
    labels = {
        index: (match.end(1), speaker)
        for index, line in enumerate(lines)
        if (match := _LABEL.fullmatch(line.text)) and (speaker := fully_named(match[1]))
    }
    calls = [i for i in labels if _is_call(i, labels, lines)]
    labels = {index: label for index, label in labels.items() if index not in calls}
    sides = Counter(speaker.side for _, speaker in labels.values())
    returning = sum(n >= RETURNS_MIN for n in Counter(lines[i].text for i in labels).values())
    alone = returning > 1 and not any(mark.sure and mark.speaker.office for mark in found)
    chaired = sides["chair"] >= CHAIRED_MIN
    if len(labels) < LABELS_MIN or not (chaired or (alone and len(sides) > 1)) or not sides["member"]:
        return
    for index, (end, speaker) in labels.items():
        mark = mark_at(index, lines[index], "line", 0, end, speaker)
        yield Mark(mark.line, mark.style, mark.label, mark.speaker, lines[index].end)


def _is_call(index: int, labels: dict[int, tuple[int, Speaker]], lines: Sequence[Line]) -> bool:
    """仁科町長。 below 石田議長。 and above 仁科町長。: the words of the chair, who gives the floor."""
    above, below = labels.get(index - 1), labels.get(index + 1)
    called = above is not None and above[1].side == "chair" and labels[index][1].side != "chair"
    return called and below is not None and lines[index].text == lines[index + 1].text
