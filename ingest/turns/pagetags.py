"""Tags and buttons that a page sets above every speech (選択, 映像を見る, この発言だけを印刷): neither speech nor heading.

They are told by their place alone: the same short line right above half of the speakers at least.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ingest.marks.headingforms import is_structure
from ingest.marks.mark import Mark
from ingest.people.sidewords import says_side
from ingest.people.speakers import parse_label
from ingest.text.lines import RETURNING_MAX, Line

TAGS_MIN, SHARE_MIN = 4, 0.5
"""Times that a line stands right above a speaker, and the share of the speakers below any line, from which it is the page's."""
_BRACKETS = "〔【（(［[＜<《〈「"


def without_tags(lines: tuple[Line, ...], marks: Sequence[Mark]) -> tuple[Line, ...]:
    """The lines without those of the page; what says who speaks, or names a part of the meeting (討論), stays."""
    spoken = frozenset(mark.line for mark in marks)
    above = Counter(lines[place - 1].text for place in spoken if place and place - 1 not in spoken)
    least = max(TAGS_MIN, SHARE_MIN * above.total())
    tags = {text for text, count in above.items() if count >= least and _may_be_tag(text)}
    if not tags:
        return lines
    return tuple(line for place, line in enumerate(lines) if place in spoken or line.text not in tags)


def _may_be_tag(text: str) -> bool:
    plain = len(text) <= RETURNING_MAX and "。" not in text and text[0] not in _BRACKETS
    return plain and not (is_structure(text) or says_side(text) or parse_label(text))
