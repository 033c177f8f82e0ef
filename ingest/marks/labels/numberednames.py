"""Pages that list the speeches of a meeting: the number and the name of who speaks, his label and his words below.

    2. 沖太郎

    ○委員長（沖太郎君） これより委員会を開きます。
    3. 浜野次郎

    浜野次郎君 …聞いておられますか。

The number counts on from speech to speech. A search page that links offices and names loses signs and brackets of the labels below
(委員長沖太郎君), 浜野次郎君 …); the name above says whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.types import Speaker
from ingest.marks.mark import SIGNS, Mark, mark_at
from ingest.people.names import is_name
from ingest.people.offices import side_of
from ingest.people.speakers import parse_label
from ingest.text.lines import BLANK, Line
from ingest.text.normalize import squeeze

ENTRIES_MIN = 3
"""Names that count on, each with its label below, from which a page lists its speeches so."""
_ENTRY = re.compile(
    r"^([0-9]{1,4})[.．]?[ \u3000]+([^\s。、，：:（()）]{2,8}(?:[ \u3000][^\s。、，：:（()）]{1,5})?)$"
)
_OFFICE = r"[^\s。、，「」（()）]{0,24}"


def numbered_names(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks of such a list, from the number to the end of the label below; none where the page is no such list."""
    found: list[Mark] = []
    count = None
    for index, (line, below) in enumerate(pairwise(lines)):
        entry = _ENTRY.match(line.text)
        if entry is None or not is_name(name := squeeze(entry[2])):
            continue
        if count is not None and int(entry[1]) <= count:
            continue
        if label := _label(below.text, name):
            count = int(entry[1])
            found.append(_mark(index, line, below, name, label))
    sides = {m.speaker.name: m.speaker.side for m in found if m.speaker.side != "other"}
    found = [
        replace(m, speaker=replace(m.speaker, side=sides.get(m.speaker.name, m.speaker.side)))
        if m.speaker.office
        else m
        for m in found
    ]
    return tuple(found) if len(found) >= ENTRIES_MIN else ()


def _label(text: str, name: str) -> re.Match[str] | None:
    """The label that holds the name again at the head of the words: ○委員長（沖太郎君）, 委員長沖太郎君), 沖太郎君."""
    own = r"\s?".join(map(re.escape, name))
    match = re.match(rf"[{SIGNS}]?\s?({_OFFICE})[（(]?{own}(?:君|さん|氏)?[）)]?(?=\s)", text)
    return match if match and not re.search("[ぁ-ん]", match[1]) else None


def _mark(index: int, line: Line, below: Line, name: str, label: re.Match[str]) -> Mark:
    known = parse_label(f"{label[1]}（{name}君）") if label[1] else None
    speaker = known or Speaker(name, label[1], side_of(label[1]))  # 參事, in the letters of its day
    mark = mark_at(index, line, "sign:○", 0, len(line.text), speaker)
    words = below.text[label.end() :]
    body = below.start + label.end() + len(words) - len(words.lstrip(BLANK))
    return replace(mark, label=label.group().strip(SIGNS + BLANK), body=body)
