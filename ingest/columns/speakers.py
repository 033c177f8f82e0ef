"""Who speaks, by the fields of an export: a name, an office, or the side alone (質問, answer), one of which may hold all."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.types import Side, Speaker
from ingest.marks.mark import SIGNS
from ingest.people.offices import is_title, side_of
from ingest.people.otherlabels import parse_government
from ingest.people.sidewords import is_answering, is_asking
from ingest.people.speakers import parse_label, parse_name
from ingest.text.normalize import squeeze
from ingest.types import Record

KIND_MAX = 12
"""Characters of a word that says what a speaker does."""

_SIDES: dict[str, Side] = {
    **dict.fromkeys("question questioner q member councilor councillor".split(), "member"),
    **dict.fromkeys("answer answerer a executive official mayor".split(), "executive"),
    **dict.fromkeys("chair chairman chairperson moderator".split(), "chair"),
    **dict.fromkeys("staff secretariat clerk".split(), "secretariat"),
    **dict.fromkeys("unknown other none null その他 不明".split(), "other"),
}
"""What programs write into the field of the role: the side alone."""


def side_said(role: str) -> Side | None:
    """The side that a role names without an office (質問, 答弁, answer); None where it is an office or empty."""
    word = squeeze(role).lower()
    if not word:
        return None
    return "member" if is_asking(word) else "executive" if is_answering(word) else _SIDES.get(word)


def role_of(fields: Iterable[str]) -> str:
    """What several fields say of the role: an office (市長) before the word for its side (answerer), else the first that says anything."""
    said = [field for field in fields if field]
    side = side_said(said[0]) if said else None
    offices = (one for one in said[1:] if side and side_said(one) is None and side_of(squeeze(one)) == side)
    return next(offices, said[0] if said else "")


_SIGNED = re.compile(rf"^[{SIGNS}](?![{SIGNS}×])\s*")
"""The sign of the printed record, kept in the field: ◎土木部長（…）; ○○委員 is a name left out."""


_FROM = re.compile(r"(?<=\S)[（(][^（()）]{1,20}[)）]$")
"""西野（幼稚園協会）: whom he comes from, where a table has no column for it."""


def speaker_of(record: Record) -> Speaker:
    """The speaker from the fields `speaker` and `role`, one of which may hold both."""
    role, said = squeeze(record.role), side_said(record.role)
    label = _SIGNED.sub("", record.speaker)
    found = (parse_label(label) or parse_government(label)) if label else None
    if found and found.office:
        return found
    name = found.name if found else ""
    if not name and label:
        bare = parse_name(label) or parse_name(_FROM.sub("", label))
        name = bare.name if bare else squeeze(label)
    if said is not None:
        return Speaker(name, "", said)
    if role:
        return Speaker(name, role, side_of(role))
    return Speaker(name, "", found.side if found else "other")


def tells_part(word: str) -> bool:
    """Whether a word says in what part somebody speaks: 質問, answer, 議長."""
    return len(word) <= KIND_MAX and (side_said(word) is not None or is_title(word))
