"""Who is named behind a mark that itself only says what is done: 問　山田委員　…, 【答弁】（総務部長）, →（環境課長）…."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.types import Side, Speaker
from ingest.marks.mark import ENDS_LIKE_OFFICE, Mark, mark_at
from ingest.people.names import is_name
from ingest.people.offices import side_of
from ingest.people.speakers import KIND_OF_SPEECH, parse_label
from ingest.text.lines import Line

_NAMED = re.compile(r"^[（(【]?([^。、「」（）()\s：:]{2,36}?)(?:[）)】][\s：:]*|[\s：:]+|(?=「)|$)(?=\S|$)")
_OFFICE_AND_NAME = re.compile(
    r"^([^。、「」（）()\s：:]{2,36})[（(]([^。、：:（()）]{2,14})[）)][\s：:]*(?=\S|$)"
)
"""【答】経済振興部長（香川隆）: the office with its holder behind it."""
_MEMBER_OF = re.compile(r"^([^（()）]{1,6})([都道府県市区町村]議)$")
"""質問：山田市議: in a digest's label, where no town can stand."""


def with_name(mark: Mark, line: Line) -> Mark | None:
    """The mark of 問 or 答 with the speaker who is named behind it: 問　山田委員　…, 【答弁】（総務部長）."""
    behind = mark.body - line.start
    holder = _OFFICE_AND_NAME.match(line.text[behind:].rstrip("*_ "))
    if (
        holder
        and ENDS_LIKE_OFFICE.search(holder[1])
        and (inner := parse_label(holder[0].strip("：: \u3000")))
    ):
        return _named(mark, line, behind, behind + holder.end(), inner)
    named = _NAMED.match(line.text[behind:].rstrip("*_ "))
    inner = parse_label(named[1]) if named and ENDS_LIKE_OFFICE.search(named[1]) else None
    if named and (member := _MEMBER_OF.match(named[1])) and is_name(member[1]):
        inner = Speaker(member[1], member[2], "member")
    if named is None or inner is None or not inner.office:
        return None
    return _named(mark, line, behind + named.start(1), behind + named.end(), inner, named[1])


def _named(mark: Mark, line: Line, start: int, end: int, who: Speaker, label: str = "") -> Mark:
    """The mark with the person behind it, who stands in `[start, end)` of the line, on the side that the mark says."""
    speaker = Speaker(who.name, who.office, mark.speaker.side)
    found = mark_at(mark.line, line, mark.style, start, end, speaker, mark.sure)
    return replace(found, label=label or line.text[start:end].strip("：: \u3000"))


_FLOOR = re.compile(rf"[【〔［\[＜<〈《]{KIND_OF_SPEECH}[】〕］\]＞>〉》][\s：:]*")


def with_the_floor(index: int, line: Line, start: int) -> Mark | None:
    """The mark of one who is named behind what he has the floor for, in a record of 【問】 and 【答】; None where nobody is."""
    match = _FLOOR.match(line.text, start)
    if match is None:
        return None
    mark = mark_at(index, line, "qa", start, match.end(), Speaker("", "", "executive"), True)
    named = with_name(mark, line)
    side = side_of(named.speaker.office) if named else "other"
    return replace(named, speaker=replace(named.speaker, side=side)) if named and side != "other" else None


_POINT_NAMED = re.compile(
    r"\s*(?:[（(【〔［\[]([^（()）【】〔〕［］\[\]。、]{2,24})[）)】〕］\]][\s：:]*|([^\s（()）「」。、：:]{2,20})(?:[：:]\s*|\s+))(?=\S)"
)


def named_point(index: int, line: Line, start: int, side: Side) -> Mark:
    """A point of a digest (`・…`, `→…`) with the speaker who is named behind its sign: `→（環境課長）…`, `・佐久間委員：…`."""
    named = _POINT_NAMED.match(line.text, start)
    speaker = parse_label(named[1] or named[2]) if named else None
    if named is None or speaker is None or not speaker.office:
        return mark_at(index, line, "arrow", 0, start, Speaker("", "", side))
    told = speaker.side in ("member", "executive", "secretariat")
    speaker = Speaker(speaker.name, speaker.office, speaker.side if told else side)
    return mark_at(index, line, "arrow", start, named.end(), speaker)
