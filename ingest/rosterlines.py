"""Rosters whose offices and names stand on different lines: each line drawn to one that holds both.

地域包括支援センター所長　　　　　　こども未来課長　　　上木直道君
辻口浩治君                                  the office fills its column, its name stands below
市 立 総合病院　　岡　　村　　弘　　重　君
事　務　部　長                                                      the rest of the office stands below
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.names import is_name
from ingest.normalize import squeeze
from ingest.offices import is_office, is_title

_FIELDS = re.compile(r"[ \u3000]{2,}")
_BRACKETED = re.compile(r"[（(][^（()）]*[）)]")
"""地域振興部長（取扱）ふるさと納税課長: two offices in one."""
_HALF = re.compile(r"^(\S(?:[ \u3000]?\S)*?)[ \u3000]{2,}(\S.*君)$")


def whole_lines(lines: Sequence[str]) -> list[str]:
    """The lines (stripped), those of such rosters drawn together; what is used up is left empty."""
    out = list(lines)
    for index, line in enumerate(lines[:-1]):
        below = lines[index + 1]
        if not line or not below:
            continue
        if below.endswith("君") and (drawn := _names_below(line, below)):
            out[index], out[index + 1] = drawn, ""
        elif (
            line.endswith("君")
            and (index == 0 or not lines[index - 1])
            and (index + 2 >= len(lines) or not lines[index + 2])
            and (half := _HALF.match(line))
            and not is_office(squeeze(half[1]))
            and is_title(squeeze(below))
            and is_office(whole := squeeze(half[1]) + squeeze(below))
        ):
            out[index], out[index + 1] = f"{whole}　　{squeeze(half[2][:-1])}君", ""
    return out


def _names_below(line: str, below: str) -> str:
    """The people of a line some of whose offices have their names, and no others, in the line below; empty where it is none."""
    names = [below] if below.count("君") == 1 else [name for name in _FIELDS.split(below) if name]
    if not all(name.endswith("君") and is_name(squeeze(name[:-1])) for name in names):
        return ""
    people: list[list[str]] = []
    for field in _FIELDS.split(line):
        if is_office(_BRACKETED.sub("", squeeze(field))):
            people.append([squeeze(field)])
        elif field.endswith("君") and people and len(people[-1]) == 1:
            people[-1].append(field)
        else:
            return ""
    missing = [person for person in people if len(person) == 1]
    if not missing or len(missing) != len(names):
        return ""
    for person, name in zip(missing, names, strict=True):
        person.append(name)
    return "　　　　".join("　".join(person) for person in people)
