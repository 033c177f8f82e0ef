"""Labels that a record heads with one and the same number, as others do with a circle: １、議長（沖）　…, １、10番（前田）　…"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.lines import Line
from ingest.mark import Mark, mark_at
from ingest.speakers import parse_label

HEADED_MIN = 4
"""Fewer lines are a list that happens to name somebody."""
_HEADED = re.compile(
    r"[1１一][、．.][\s\u3000]*([^\s\u3000。、（()）「」：:]{1,24}[（(][^。、（()）]{1,14}[）)])(?=$|[\s\u3000])"
)


def headed_labels(lines: Sequence[Line], known: set[int]) -> list[Mark]:
    """The marks; none where no speaker returns after another one (a list names each once), nor on lines read as labels (`known`)."""
    marks: list[Mark] = []
    for index, line in enumerate(lines):
        found = None if index in known else _HEADED.match(line.text)
        speaker = parse_label(found[1]) if found else None
        if found and speaker and speaker.office and speaker.name:
            marks.append(mark_at(index, line, "sign:○", found.start(1), found.end(), speaker))
    times = Counter(mark.label for mark in marks)
    return marks if len(marks) >= HEADED_MIN and 1 < len(times) < len(marks) else []
