"""回答　担当課：商工労働課　農林振興課 above a reply: the departments behind the label are who replies, and no words of the reply.

Pages of residents' letters print them so (〇〇への回答　担当課：…); read as its first words they would stand in a quotation. Others
name them on a line below the words (回答部課：港湾課).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.marks.mark import Mark
from ingest.people.departments import is_department
from ingest.text.lines import Line

_IN_CHARGE = re.compile(r"(?:担当|所管|主管|所属|回答)(?:課|部署|部局|部|所属|室)?(?:名)?")
"""What stands where the name of the department should: 担当課 itself replies to nothing."""
_CHARGED = re.compile(r"(?:担当|所管|主管|回答)(?:部?課|部署|部局|部|所属|室)?(?:名|等)?\s*[：:](?=.)")
"""所管課等：港湾課 behind a label that names the side alone (【対応状況】), 回答部課：港湾課 on a line below the words."""
_BETWEEN = re.compile(r"[\s、，/／]+")
_NAME = re.compile(r"[^\s。、をが]{1,18}(?:課|室|係|局|部|班|所|館|署|センター)")
"""Behind such a label also what departments are seldom called by (図書館課, にぎわい室)."""
_EDGES = " \u3000（）()【】"


def with_departments(marks: Sequence[Mark], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks; where one is such a label, its speaker is the departments named behind it, and its words begin on the next line."""
    stops = [*(mark.line for mark in marks[1:]), len(lines)][: len(marks)]
    above = (_replied(mark, lines[mark.line]) for mark in marks)
    return tuple(_signed(mark, lines[mark.line + 1 : stop]) for mark, stop in zip(above, stops, strict=True))


def _signed(mark: Mark, below: Sequence[Line]) -> Mark:
    """The mark of a nameless reply with the one department that a line below its words names."""
    if mark.style != "qa" or mark.speaker.side != "executive" or mark.speaker.office or mark.speaker.name:
        return mark
    named = {
        line.text.strip(_EDGES)[found.end() :].strip(_EDGES)
        for line in below
        if (found := _CHARGED.match(line.text.strip(_EDGES)))
    }
    if len(named) != 1 or not is_department(office := named.pop()):
        return mark
    return replace(mark, speaker=replace(mark.speaker, office=office))


def _replied(mark: Mark, line: Line) -> Mark:
    if mark.speaker.side != "executive":
        return mark
    rest = line.text[mark.body - line.start :].strip(_EDGES)
    if not mark.speaker.office and (charged := _CHARGED.match(rest)):
        rest = rest[charged.end() :].strip(_EDGES)
    elif not _IN_CHARGE.fullmatch(mark.speaker.office):
        return mark
    named = [name for name in _BETWEEN.split(rest) if name]
    named = [part for name in named for part in ([name] if is_department(name) else name.split("・"))]
    if not named or not all(is_department(name) or _NAME.fullmatch(name) for name in named):
        return mark
    return replace(mark, speaker=replace(mark.speaker, office="、".join(named)), body=line.end)
