"""Matters that are listed without numbers: 本会議の付議事件は次のとおりである。 and the lines below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.text.furniture import is_rule

WRAPPED_INDENT = 6
"""Characters by which a line is set in further than the item that it goes on with."""


_SUBJECTS = re.compile(
    r"^\s*+(?:\d{1,2}[、.．\s])?\s*+(?:本会議の|本日の会議[にの]|会議[にの])(?:付議|付託|付した|付する)(?:した)?(?:事件|案件|議件)は?[、\s]*(?:次|下記|左)の(?:とおり|通り)(?:である|です|であります)?。?$"
)
"""５、本会議の付議事件は次のとおりである。: its items bear no numbers."""
_DONE = re.compile(r"^\s*+本日の会議に付した(?:事件|案件)\s*$")
_PAST_SUBJECTS = re.compile(r"^[○〇◯◎]|^(?:開会|開議|再開|午\s*[前後])|。|[（(].{1,12}君[)）]")


def subjects_below(label: str, lines: Sequence[str], numbered: bool) -> list[str]:
    """The matters below a line that heads a list without numbers; empty where it heads none. `numbered`: numbers stand below it."""
    if not _SUBJECTS.match(label) and (numbered or not _DONE.match(label)):
        return []
    found = _listed(lines)
    return found if len(found) > 1 or (found and found[0].endswith(_ENDS)) else []


_ENDS = ("件", "について", "案", "条例")
"""How the one matter of a meeting ends."""


_REST = re.compile(r"^[ぁ-ん]{0,6}(?:て|件|する条例)$")
"""について, いて, の件: what the margin cut off a matter's end."""


def _is_rest(above: str, line: str) -> bool:
    """Whether a line ends the matter that the margin cut in two: its bracket, or its last particles."""
    opened = above.count("（") + above.count("(") > above.count("）") + above.count(")")
    closes = opened and re.match(r"[^（(）)]{0,20}[）)]", line) is not None
    return closes or (not above.endswith(_ENDS) and _REST.match(line) is not None)


def _listed(lines: Sequence[str]) -> list[str]:
    """The lines below such a label, up to the opening of the meeting; a line that stands further in goes on with the last."""
    out: list[str] = []
    above = 0
    for line in lines[:160]:
        stripped = line.strip()
        if not stripped and not out:
            continue
        if not stripped or is_rule(stripped) or _PAST_SUBJECTS.search(stripped) or len(stripped) > 100:
            break
        indent = len(line) - len(line.lstrip(" 　"))
        if out and (indent >= above + WRAPPED_INDENT or _is_rest(out[-1], stripped)):
            out[-1] += stripped
            continue
        out.append(stripped)
        above = indent
    return out


_OF_THE_DAY = re.compile(r"^\s*日程第\s*(\d{1,2})\s+\S")


def scheduled(lines: Sequence[str]) -> tuple[str, ...]:
    """日程第１　会議録署名議員の指名 …: the order of the day where no label stands above it, numbers rising.

    A line set in goes on with the item directly above it; behind a blank line it is the page's own (its number).
    """
    out: list[str] = []
    last = 0
    blank = False
    for line in lines:
        found = _OF_THE_DAY.match(line)
        if found and int(found[1]) > last and "。" not in line:
            last = int(found[1])
            out.append(line.strip())
        elif out and line.strip():
            indent = len(line) - len(line.lstrip(" \u3000"))
            if indent < WRAPPED_INDENT or len(line.strip()) > 60 or is_rule(line.strip()) or "。" in line:
                break
            out[-1] += "" if blank else line.strip()
        blank = not line.strip() or (blank and not found)
    return tuple(out) if len(out) > 1 else ()
