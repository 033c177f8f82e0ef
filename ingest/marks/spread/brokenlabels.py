"""Labels that the margin cut in two, or that a narrow column prints on two lines: ○…課長兼所長（五十 / 嵐真司君）, ○教育政策係長 above 豊津健朗君."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.marks.forms.markforms import candidates
from ingest.marks.mark import SIGNS, Mark, mark_at
from ingest.people.speakers import parse_label
from ingest.text.lines import BLANK, Line

_NAME_ENDS = ("君）", "君)", "議員）", "さん）")
"""What the margin cut off an unsigned label: 教育長（久我　久美子 / 君）…"""


def broken_label(index: int, line: Line, following: Line) -> Mark | None:
    """A signed label that the margin cut in two: ○…課長兼所長（五十 / 嵐真司君）　…"""
    text = line.text
    if (
        (text[0] not in SIGNS and not following.text.startswith(_NAME_ENDS))
        or "。" in text
        or text.count("（") + text.count("(") <= text.count("）") + text.count(")")
    ):
        return None
    close = re.match(r"^[^（(。、「」]{1,14}[）)]", following.text)
    if not close or following.gap:
        return None
    whole = text + following.text[: close.end()]
    joined = replace(line, text=whole, end=line.start + len(whole))
    mark = next(iter(candidates(index, joined)), None)
    if mark is None or mark.body - line.start < len(whole):
        return None
    body = following.start + close.end()
    while body < following.end and following.text[body - following.start] in BLANK + ":：":
        body += 1
    return replace(mark, body=body)


_BELOW = re.compile(r"^[^\s。、（）()]{1,6}\s?[^\s。、（）()]{1,6}(?:君|氏|委員|議員)$")


def name_below(index: int, line: Line, following: Line) -> Mark | None:
    """○教育政策係長 above 豊津健朗君: the office on its own line, the name on the next, then the words."""
    if line.text[0] not in SIGNS or following.gap or not _BELOW.match(following.text):
        return None
    label = line.text[1:].strip(BLANK)
    office, person = parse_label(label), parse_label(following.text)
    if office is None or office.name or not office.office or person is None or not person.name:
        return None
    mark = mark_at(index, line, "sign:" + line.text[0], 1, len(line.text), replace(office, name=person.name))
    return replace(mark, label=f"{label}（{following.text}）", body=following.end)
