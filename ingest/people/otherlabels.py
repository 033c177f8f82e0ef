"""Labels that name no single speaker by office and name: the government itself, the press, a row of a roster."""

from __future__ import annotations

import re

from corpus.types import Speaker
from ingest.people.gluednames import split_glued
from ingest.people.names import is_name, opens_with_surname
from ingest.people.offices import is_office, is_title, side_of
from ingest.people.roster import titled_word
from ingest.people.speakers import parse_label
from ingest.people.speakerwords import without_title
from ingest.text.normalize import squeeze

COUNCIL = "議会"
_GOVERNMENT = re.compile(
    r"^(?:本)?(?:[市町村区県]|都|府)(?:側|当局|役所|役場)?(?:[（(]([^（()）]{2,24})[）)])?$"
)

_COUNCIL = re.compile(r"^[本当]?[市町村区県]?議会側?(?:[（(]([^（()）]{1,12})[）)])?$")


def parse_government(label: str) -> Speaker | None:
    """（市）, 【町（総務課長）】: the town itself answers, as in the records of meetings with residents; or its council
    （議会, 議会（江頭））."""
    if council := _COUNCIL.match(squeeze(label)):
        name = without_title(council[1] or "")
        return Speaker(name if is_name(name) else "", COUNCIL, "member")
    found = _GOVERNMENT.match(squeeze(label))
    if not found:
        return None
    person = parse_label(re.split(r"[（()）]", label)[1]) if found[1] else None
    return (
        Speaker(person.name, person.office, "executive")
        if person
        else Speaker("", squeeze(label), "executive")
    )


_IN_BRACKETS = re.compile(r"[（(]([^（()）\s]{5,24})[）)]")
_FULL_NAME = range(3, 7)
"""Characters of a surname and a given name, mostly."""


def parse_office_first(label: str) -> Speaker | None:
    """（財政課長川辺守）: office and full name with nothing between them, in brackets of their own."""
    words = found[1] if (found := _IN_BRACKETS.fullmatch(label)) else ""
    for size in _FULL_NAME:
        office, name = words[:-size], words[-size:]
        if is_title(office) and is_name(name) and opens_with_surname(name):
            return Speaker(name, office, side_of(office))
    return None


def parse_press(label: str) -> Speaker | None:
    """（井上：放送局記者）: the name, and whom he asks for."""
    name, _, office = squeeze(label).replace(":", "：").partition("：")
    found = bool(office) and is_office(office) and is_name(name) and not is_office(name)
    return Speaker(name, office, side_of(office)) if found else None


PERSON_MIN = 5
"""Characters of an officer's office with his name before it, at least (岡田総務課長; 総務課長 alone has fewer)."""


def people_row(text: str) -> bool:
    """山岸係長　丸山主任, 大橋建設課長　加瀬診療所事務長: a line of a roster with several people, each with name and office."""
    words = re.split(r"[\s・]+", text)
    if len(words) < 2:
        return False
    whole = text.split()
    if len(whole) > 1 and all(map(titled_word, whole)):  # 山岸防災・交通係長　丸山主任
        return True
    officers = all(len(w) >= PERSON_MIN and is_title(w) and side_of(w) == "executive" for w in words)
    return officers or all((own := split_glued(word)) and own[0] and own[1] for word in words)
