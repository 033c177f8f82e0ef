"""The line below a reply that says which department wrote it and how it is reached: ・公園緑地課（0123-45-6789 内線4321）.

A bullet or a telephone tells it from the words of the reply; what stands behind it (a comment of the page) is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.types import Speaker
from ingest.marks.mark import BULLETS
from ingest.people.offices import is_office
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

_REACHED = r"(?:電話(?:番号)?|内線|直通|ＴＥＬ|TEL|Tel|℡|☎)?[：:\s]*\d[\d\-－‐ー()（）\s]{2,}+"
_CONTACT = re.compile(
    rf"(?P<bullet>[{re.escape(BULLETS)}•]\s*)?(?P<office>[^\s。、（()）：:][^。、（()）：:]{{1,40}}?)"
    rf"\s*(?P<reached>[（(]?\s*{_REACHED}(?:[、,，/／\s]*{_REACHED})*[)）]?)?$"
)
_DEPARTMENT = re.compile(r"(?:部|局|課|室|係|班|センター|事務所|支所|事務局)$")
_BOX = re.compile(r"[【〔［][^【】〔〕［］。、]{2,20}[】〕］]$")
"""【市長からひとこと】: what the page adds to the reply."""
_NUMBER_BELOW = re.compile(
    r"(?:電話(?:番号)?|内線|直通|ＴＥＬ|TEL|Tel|℡|☎|ファク?ッ?クス|ＦＡＸ|FAX|〒)[：:\s]*[（(]?\d[\d\-－‐ー()（）\s]{2,}"
)
"""電話番号：0123-45-6789 under the name of a department, at the foot of a page."""
LINE_MAX = 90
"""Characters of such a line."""


def contact_of(text: str, closing: bool = False, below: str = "") -> str:
    """The department that such a line names, as it is printed; empty where it is no such line.

    `closing`: whether nothing stands below; amid the words a bullet alone lists departments. `below`: the next line, which may hold its telephone.
    """
    found = _CONTACT.match(text) if len(text) <= LINE_MAX else None
    if found is None or not (found["reached"] or (closing and found["bullet"]) or _NUMBER_BELOW.match(below)):
        return ""
    office = re.sub(r"\s+", " ", found["office"])
    return office if _DEPARTMENT.search(office) and is_office(squeeze(office)) else ""


def writer_at(lines: Sequence[Line], place: int) -> str:
    """The department that a line of a reply names; with a bullet alone it is the last, or stands above a box of the page."""
    below = lines[place + 1 : place + 2]
    return contact_of(lines[place].text, not below or _BOX.match(below[0].text) is not None)


def contact_below(lines: Sequence[Line]) -> Speaker | None:
    """The department of the first such line; None where there is none."""
    office = next(filter(None, (writer_at(lines, place) for place in range(len(lines)))), "")
    return Speaker("", office, "executive") if office else None
