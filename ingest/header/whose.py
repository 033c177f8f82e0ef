"""Whose meeting it was: the municipality and the body, from all that the header says; part of `ingest.header.meeting`."""

from __future__ import annotations

import re

from corpus.register import register
from corpus.types import Municipality
from ingest.header.bodies import full_name, is_assembly, is_council, is_standing, names_of_bodies, union_of
from ingest.header.filename import council_in, stem
from ingest.header.labels import POINT, labelled
from ingest.header.sessions import find_session
from ingest.header.title import is_cut
from ingest.header.town import city_of, find_opening, is_council_address
from ingest.types import Document

_SITTING = re.compile(r"定例|臨時")
_SENTENCE = re.compile(r"。|ます|です|ました|^[\-・*]")
LINE_MAX = 120
"""Characters of a title or of a line that may name the body; a longer one is a sentence."""
TITLE_LINES = 6
"""Lines at the head among which the committee of a council stands beside the council's own name."""
_PRESS = re.compile(r"^(?![^。]{0,80}会議録)[^。]{0,80}(?:記者会見|(?:定例|知事|[市町村区]長)会見)")
UNION_LINES = 5
"""Lines from the top in which a union of towns is named that the title leaves out."""
PRESS_LINES = 6
"""Lines from the top of which one names what the mayor told the press."""
_HOUSE = re.compile(r"衆議院|参議院")
_BOARD_MEETS = re.compile(
    r"教育委員会会議(?:室|の開会)|教育委員会(?:定例会|臨時会|議事録)|[（(](?:定例|臨時)[)）]教育委員会"
)
_FARMLAND = re.compile(r"農地法第\s*[\d一二三四五]{1,2}\s*条")
"""What a farm committee (農業委員会) decides on, and no council: of a 総会 whose title does not say whose it is."""


def whose(
    document: Document, title: str, lines: list[str], session: str, place: Municipality | None
) -> tuple[Municipality | None, str, str]:
    """(the municipality, the body that met, its session), from the town (`place`) and the session that the header names."""
    head = " ".join((title, session, document.title, *lines[:60]))
    council = (
        is_council(head) or is_council_address(document) or sum(line.endswith("議員") for line in lines) >= 3
    )
    names = _names_of_body(document, title, lines, council, session)
    union = union_of(title)
    if not union and not register().find_names(
        title
    ):  # …年６月臨時会議事録 above …消防組合議会臨時会を開会した。
        union = next((found for line in lines[:UNION_LINES] if (found := union_of(line))), "")
    if union and not register().find_names(union):
        place = None  # the hall of one of its towns, where it met, is not whose council it is
    place = city_of(place)
    council = council or any(map(is_standing, names))
    body = union or full_name(ranked(names, place), place, council, head)
    is_press = any(map(_PRESS.search, [title, *lines[:PRESS_LINES]]))
    if is_press and (not body or (place and body == place.name + "議会")):
        body = ""  # 第６回市議会定例会前の記者会見: not the council's own
    house = _HOUSE.search(title)
    if house and house[0] not in body and body.endswith("委員会") and not place:
        body = house[0] + body
    if place and body == place.name + "議会" and _BOARD_MEETS.search(head):
        body = place.name + "教育委員会"
    town = place.name if place else ""
    if body in ("", town + "議会") and "総会" in head and _FARMLAND.search(head):
        body = town + "農業委員会"
    opening = find_opening(document) if not body else None
    if opening and not (is_press and is_assembly(opening[1])):
        body = opening[1] if opening[0].municipality == place else ""
        session = session or opening[2]
    if not body and not is_press:
        body, convened = _convened(document.text, place, council)
        session = session or convened
    if not body and place and not is_press and (body := council_in(document.name, place.name)):
        session = session or find_session(stem(document.name).replace("_", " "))
    return place, body, session


_CONVENED = re.compile(
    r"(?:ただ今|ただいま|只今|これ)(?:から|より)、?([^。、]{3,40}?)(?:の会議)?を(?:開会|開き|開催|始め|開始)"
)
"""ただいまから港湾緑地協議会を開きます: what the chair says at the beginning of an excerpt that has no head."""
OPENING_REACH = 3_000
"""Characters from the top within which a meeting is opened."""


def _convened(text: str, place: Municipality | None, council: bool) -> tuple[str, str]:
    """(the body, its session) that the chair's first words open; empty where they name none."""
    for match in _CONVENED.finditer(text, 0, OPENING_REACH):
        named = match[1].replace("\n", "")
        if names := names_of_bodies(named):
            return full_name(ranked(names, place), place, council, named), find_session(named)
    return "", ""


def _names_of_body(
    document: Document, title: str, lines: list[str], council: bool, session: str
) -> list[str]:
    """What the header calls the body, the most telling first: behind a label and in the title, else in its first lines."""
    named = labelled(lines, "body")
    names = [n for line in (*named, title, document.title) for n in names_of_bodies(line[:LINE_MAX])]
    if not names and not (council and _SITTING.search(session)):
        names = [n for line in lines[:30] if _may_name(line) for n in names_of_bodies(line)]
    if names and all(map(is_assembly, names)) and not _SITTING.search(session):
        near = [line for line in lines if line][:TITLE_LINES]
        names += [n for line in near if _may_name(line) for n in names_of_bodies(line)]
    if names and not is_assembly(names[0]):
        heads = [n for line in lines[:TITLE_LINES] if _may_name(line) for n in names_of_bodies(line)]
        names[0] = max((n for n in heads if n.endswith(names[0])), key=len, default=names[0])
    return names


def _may_name(line: str) -> bool:
    """Whether a line of the header can be the name of the body rather than a sentence that mentions one."""
    named = len(line) <= LINE_MAX and not _SENTENCE.search(line) and not POINT.match(line)
    return named and not is_cut(line)


def ranked(names: list[str], town: Municipality | None) -> list[str]:
    """Bodies that carry the town's own name first, plain councils last; order kept otherwise."""
    place = town.name if town else "\0"
    return sorted(dict.fromkeys(names), key=lambda n: (is_assembly(n), not n.startswith(place)))
