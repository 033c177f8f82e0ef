"""Labels that take two lines or three of a narrow column, words beside each: the chair has just called who speaks so.

    議長　　　　４番川辺議員。
    ４番　　　　はい。２点ほど伺います。まず、交流
    川辺議員　　の事業でありますが、…
    議長　　　　まちづくり課長。
    ま ち づ く　お答えします。財源を求めた部分に
    り 課 長　　つきましては、…

Heads of lines one below the other may look like a label by accident; here it was called a line or two above, or has been before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.types import Speaker
from ingest.marks.mark import SIGNS
from ingest.people.offices import is_title
from ingest.people.speakers import parse_label
from ingest.people.speakerwords import SEAT_ALONE
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

STACKS_MIN = 3
"""Such labels from which the document draws its labels so."""
HEIGHTS = (3, 2)
"""Lines of a label; of two that are called the higher one: アイヌ施 / 策推進課 / 長."""
CALLED_WITHIN = 3
"""Lines above a label in which the chair calls it."""
SURNAME_MAX = 4
"""Characters of a name in such a label; a longer one is the label above it (まちづくり課長 above 滝川議長)."""
_HEAD = re.compile(r"((?:[^\s。、][ \u3000])+[^\s。、](?=[ \u3000])|[^\s。、：:（()）]{1,8})[ \u3000]+(?=\S)")
_SEAT_AND_NAME = re.compile(r"\d{1,2}番[^\s\d]{1,8}(?:議員|委員|君)")
_RUNNING = re.compile(r"[ぁ-ん]{2}")


@dataclass(frozen=True, slots=True)
class Stack:
    """Who is named at the heads of lines one below the other, and where the words of each line begin."""

    speaker: Speaker
    label: str
    ends: tuple[int, ...]
    called: bool = False


def stacked_labels(lines: Sequence[Line]) -> dict[int, Stack]:
    """The labels by their first lines; none where they are too few to be the document's way."""
    found = dict(_stacks(lines))
    known = {stack.label for stack in found.values() if stack.called}
    found = {index: stack for index, stack in found.items() if stack.label in known}
    return found if len(found) >= STACKS_MIN else {}


def _stacks(lines: Sequence[Line]) -> Iterator[tuple[int, Stack]]:
    free = 0
    for index in range(len(lines)):
        if index < free:
            continue
        found = [_stack(lines, index, height) for height in HEIGHTS if index + height <= len(lines)]
        stack = min(filter(None, found), key=lambda stack: not stack.called, default=None)
        if stack:
            yield index, stack
            free = index + len(stack.ends)


def _stack(lines: Sequence[Line], index: int, height: int) -> Stack | None:
    """The label whose parts stand at the heads of the lines; None where they make none, or one of them is a label by itself."""
    heads = [_HEAD.match(line.text) for line in lines[index : index + height]]
    matches = [head for head in heads if head]
    if len(matches) < height or not _RUNNING.search(lines[index].text, matches[0].end()):
        return None
    parts = [squeeze(head[1]) for head in matches]
    if any(part[0] in SIGNS for part in parts):
        return None  # ○番外　町長　… above ○議長: two who speak
    label = "".join(parts)
    speaker = parse_label(label)
    if speaker is None or not is_title(label):
        return None
    ends = tuple(head.end() for head in matches)
    above = squeeze("".join(line.text for line in lines[max(0, index - CALLED_WITHIN) : index]))
    if SEAT_ALONE.match(parts[0]):
        return Stack(speaker, label, ends, label in above) if _SEAT_AND_NAME.fullmatch(label) else None
    own = parse_label(parts[0])
    if (own is not None and own.side != "other") or len(speaker.name) > SURNAME_MAX:
        return None  # 町長 above 川辺議員: two who speak; 寺田代表 above 監査委員 is one
    return Stack(speaker, label, ends, speaker.office in above)
