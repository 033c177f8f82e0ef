"""Notes that somebody explained (－資料２に基づき事務局より説明－) above the points of what he said: his words, told in short.

Left as a note, the points would go on in the reply of the item before. Only points say so: unmarked sentences below such a note may be
those of whoever spoke above it, and went on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.marks.mark import Mark, mark_at
from ingest.people.speakers import parse_label
from ingest.text.lines import Line

LABELS_MIN = 3
"""Tags of one kind that name speakers, from which a record has them."""

_NOTE = re.compile(
    r"^[（(【〔［\[〈《＜<－―─\-‐−]{1,3}\s*(?:[^。（()）]{0,40}[^一-鿿ァ-ヶー])?(?P<who>[一-鿿ァ-ヶー]{2,14})(?:より|から|が)[^。（()）]{0,16}(?:説明|報告)\s*[）)】〕］\]〉》＞>－―─\-‐−]{1,3}$"
)
_POINT = re.compile(r"^[・･•]\s*(?=\S)")


def explained_marks(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """The marks of such notes, in the style of the tags that others speak under."""
    styles = Counter(m.style for m in found if m.tagged and m.sure and m.speaker.office)
    style, count = next(iter(styles.most_common(1)), ("", 0))
    if count < LABELS_MIN:
        return
    taken = {mark.line for mark in found}
    for index, line in enumerate(lines[:-1]):
        match = _NOTE.match(line.text)
        if match is None or taken & {index, index + 1} or not _POINT.match(lines[index + 1].text):
            continue
        speaker = parse_label(match["who"])
        if speaker and speaker.office and speaker.is_officer:
            mark = mark_at(index, line, style, match.start("who"), match.end("who"), speaker)
            yield replace(mark, body=line.end)
