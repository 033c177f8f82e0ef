"""Members of boards whose office is one of the executive elsewhere: 教育委員, who stands in for a 教育長, 理事 of a committee."""

from __future__ import annotations

import re
from collections.abc import Set

from ingest.sides.directors import DIRECTORS

_EDUCATION = re.compile(r"(?:教育委員長?(?:職務代理者?)?|^委員長|^(?:委員長)?(?:職務)?代理者?)$")
_STANDS_IN = re.compile(r"(?:^|教育長)職務代理者?$")


def on_board(office: str, body: str, offices: Set[str]) -> bool:
    """教育委員 and 教育委員長 confer with the mayor in a 総合教育会議: members there, who ask the offices of the town; so is
    who stands in for a 教育長 that presides himself (地方教育行政の組織及び運営に関する法律 第13条), and 理事 of a committee."""
    if _STANDS_IN.search(office):
        return "教育長" in offices or body.endswith("総合教育会議")
    if body.endswith("委員会理事会"):
        return office in DIRECTORS
    return body.endswith("総合教育会議") and _EDUCATION.search(office) is not None
