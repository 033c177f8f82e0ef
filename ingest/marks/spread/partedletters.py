"""会 and 長 of a label that filled the height of its cell, drawn line by line with the words of the cell beside it.

会
それでは、本日の資料について、事務局から
長
説明をお願いします。
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.types import Speaker
from ingest.marks.speaks import is_speech
from ingest.people.speakers import parse_label
from ingest.text.lines import Line

PARTED_MIN = 2
"""Such labels from which the document draws its labels so; one at least has words between its letters."""
WORDS_MIN = 8
"""Characters of the words beside such a label at least: in vertical print every line has one."""
_LABEL = re.compile(r"(?:議|会|座|局|部|課|室|市|町|村|区)長|委員|幹事|司会")


def parted_letters(lines: Sequence[Line]) -> dict[int, tuple[int, Speaker]]:
    """Of each such label the line of its first letter: (the line of the second one, who is named); empty where there are too few."""
    found: dict[int, tuple[int, Speaker]] = {}
    for index, line in enumerate(lines):
        if len(line.text) != 1 or index - 1 in found:
            continue
        for second in (index + 1, index + 2):
            if second < len(lines) and (speaker := _named(lines, index, second)):
                found[index] = (second, speaker)
                break
    between = any(second - first == 2 for first, (second, _) in found.items())
    return found if between and len(found) >= PARTED_MIN else {}


def _named(lines: Sequence[Line], first: int, second: int) -> Speaker | None:
    """Who the letters on these two lines name, where words stand between them or else below."""
    label = lines[first].text + lines[second].text
    if len(label) != 2 or not _LABEL.fullmatch(label):
        return None
    words = lines[first + 1].text if second - first == 2 else "".join(x.text for x in lines[second + 1 :][:1])
    return parse_label(label) if len(words) >= WORDS_MIN and is_speech(words) else None
