"""Labels of an institution that a board examines: 病院, 法人."""

from __future__ import annotations

import re

from corpus.types import Speaker
from ingest.text.normalize import squeeze

_INSTITUTION = re.compile(r"^(?:(?:[市町村区県]立)?病院|法人|企業団|組合|公社|財団|機構)側?$")


def parse_institution(label: str) -> Speaker | None:
    """病院, 法人: the institution that a board examines, which answers beside the 事務局."""
    return Speaker("", squeeze(label), "executive") if _INSTITUTION.match(squeeze(label)) else None
