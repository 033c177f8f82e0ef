"""Rosters whose offices and names stand on different lines: each line drawn to one that holds both.

地域包括支援センター所長　　　　　　こども未来課長　　　上木直道君
辻口浩治君                                  the office fills its column, its name stands below
市 立 総合病院　　岡　　村　　弘　　重　君
事　務　部　長                                                      the rest of the office stands below
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.patterns import any_of
from ingest.people.names import is_name, is_person, is_surname
from ingest.people.offices import is_office, is_title
from ingest.people.speakers import parse_label
from ingest.text.normalize import squeeze

_FIELDS = re.compile(r"[ \u3000]{2,}")
_BRACKETED = re.compile(r"[（(][^（()）]*[）)]")
"""地域振興部長（取扱）ふるさと納税課長: two offices in one."""
_HALF = re.compile(r"^(\S(?:[ \u3000]?\S)*?)[ \u3000]{2,}(\S.*君)$")


def whole_lines(lines: Sequence[str]) -> list[str]:
    """The lines (stripped), those of such rosters drawn together; what is used up is left empty."""
    out = _unwrapped(lines)
    lines = list(out)
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


TAIL_MAX = 8
"""Letters of a name of which they are all that stands on the last line of a list."""
SPLIT_MAX = 2
"""Letters of a surname before the line end, or of a given name behind it."""


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines, those drawn together that a list of people breaks in the middle of one of them (…、総務課行 / 政係長、…; …、係長 北 / 爪)."""
    out = list(lines)
    for index, (line, below) in enumerate(pairwise(lines)):
        before = out[index] or line
        listed = "、" in before and before[-1] not in "、，）)" and not re.search(r"[。\t]", before + below)
        if listed and ("、" in below or 0 < len(below) <= TAIL_MAX):
            last, first = re.split("[、：:]", before)[-1], below.split("、")[0]
            if _is_one(last.strip(), first.strip()):
                out[index], out[index + 1] = "", before + below
    return out


def _is_one(last: str, first: str) -> bool:
    """Whether what ends one line and what begins the next are one office, or office and name, and are not people each by himself."""
    head, tail, whole = parse_label(last), parse_label(first), parse_label(last + first)
    if not first or whole is None or not whole.office:
        return False
    if not whole.name:
        return (
            not (head and head.office) and not is_person(squeeze(last)) and is_office(squeeze(last + first))
        )
    if head is None:  # 佐 / 藤委員
        return len(last) <= SPLIT_MAX and is_surname(whole.name)
    if tail or not head.office or not head.name:
        return False
    broken = last.split()[-1] + first.split()[0]  # 沖 / 田　花子
    given = len(first) <= SPLIT_MAX and is_surname(head.name) and not is_surname(first)
    return is_surname(broken) or given


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


UNBROKEN_MIN = 200
"""Characters of a line that lost its line ends."""
_SECTION = re.compile(
    any_of(
        # a rule
        r"[─━\-―−]{6,}",
        # 「出席議員」「３．説明のため出席した者」「議会事務局職員」
        r"(?:(?<=[\s君員）)])|^)"
        r"(?=(?:\d{1,2}[.．、\s]{1,3})?[○〇◯◎◇]?\s?(?:[出欠]\s{0,3}席\s{0,3}(?:し\s{0,3}た\s{0,3})?(?:委\s{0,3}員|議\s{0,3}員|説\s{0,3}明\s{0,3}員|者)|説明のため|職務のため|地方自治法第[\d一二三四五六七八九十百]+条|(?:議会)?事務局職員))",
        # 「…欠席議員（２名）」
        r"(?<=\S)(?=欠席(?:議員|委員)[（(])",
        # 「職氏名　」
        *r"(?<=職氏名)\s+ (?<=職・氏名)\s+".split(),
    )
)


def unbroken_roster(line: str) -> list[str]:
    """The sections of a header that lost its line ends: 出席議員（16名）　１番　…君　２番　…君, 説明のため出席した者の職氏名 …"""
    if len(line) < UNBROKEN_MIN:
        return [line]
    return [row for part in _SECTION.split(line) if part and part.strip() for row in _people_apart(part)]


PERSON_MAX = 40
"""Characters of an office and a name at most."""
_APART = re.compile(r"[ \u3000]{5,}")
_TWO_OFFICES = re.compile(r"長[^兼長]{2,6}[^\s兼]{0,4}長")


def _people_apart(part: str) -> list[str]:
    """A section cut at its wide blanks, where a person stands in each of its pieces; a section that leaves doubt says nothing."""
    if re.search(r"(?:君|さん|議員|委員)(?:\s|$)", part) or not _TWO_OFFICES.search(squeeze(part)):
        return [part]
    pieces = [piece.strip() for piece in _APART.split(part) if piece.strip()]
    people = [parse_label(piece) if len(piece) <= PERSON_MAX else None for piece in pieces[1:]]
    return pieces if people and all(p is not None and p.name for p in people) else []
