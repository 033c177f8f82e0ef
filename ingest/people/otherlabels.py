"""Labels that name no single speaker by office and name: the town itself, or its council."""

from __future__ import annotations

import re

from corpus.types import Speaker
from ingest.people.names import is_name
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
