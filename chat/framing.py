"""The words around the quotations: who said it, where, when; in Japanese, or in English for an English question.

Only the citation's own data are used (town, body, session, date, office, name). A Japanese office has its English word
or its reading beside it in English answers (`chat.offices_en`).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from chat.offices_en import Romanise, office_en
from chat.types import Citation
from corpus.eras import YEAR, fold, number, to_wareki, year_of
from corpus.patterns import FOLDED_NUMERAL
from corpus.register import register
from corpus.types import Meeting, Speaker

_SIDE_EN = {
    "member": "member",
    "executive": "executive side",
    "chair": "chair",
    "secretariat": "secretariat",
    "other": "",
}
_LEVELS_EN = (
    ("市", "City"),
    ("区", "Ward"),
    ("町", "Town"),
    ("村", "Village"),
    ("都", ""),
    ("道", ""),
    ("府", ""),
    ("県", "Prefecture"),
)


def speaker_ja(speaker: Speaker) -> str:
    """Office before name, as minutes print it; empty where the record names nobody."""
    return " ".join(part for part in (speaker.office, speaker.name) if part)


def place_ja(meeting: Meeting) -> str:
    """Body, session and date: 調布市議会 令和6年第1回定例会 令和6年3月7日."""
    body = meeting.body or meeting.town
    session = "" if is_told(meeting.session, body) else meeting.session
    return " ".join(part for part in (body, session, to_wareki(meeting.date) if meeting.date else "") if part)


def is_told(session: str, name: str) -> bool:
    """Whether the session's name stands in the body's, blanks aside (衆議院 予算委員会 in 衆議院予算委員会)."""
    return "".join(session.split()) in "".join(name.split())


def where_ja(meeting: Meeting) -> str:
    """Body and date: 調布市議会 令和6年3月7日; the session where no day is known. For the line below a quotation: the day names the
    meeting, and the session stands in the citation line and at the record.
    """
    day_known = meeting.date.count("-") == 2
    return place_ja(replace(meeting, session="") if day_known else meeting)


def town_en(meeting: Meeting) -> str:
    """`Chofu City`, or the Japanese name where the register has no Latin one."""
    town = meeting.municipality
    if town is None:
        return ""
    return _latin_name(town.name, town.romaji) or town.name


def town_name_en(name: str) -> str:
    """The same for a name alone; what the register does not know stays as it is."""
    found = register().by_name(name) if name else ()
    return (_latin_name(name, found[0].municipality.romaji) if found else "") or name


def _latin_name(name: str, romaji: str) -> str:
    level = next((word for suffix, word in _LEVELS_EN if name.endswith(suffix)), "")
    return f"{romaji} {level}".strip() if romaji else ""


def place_en(meeting: Meeting) -> str:
    """Town, body (Japanese name in brackets) and date in English; the session where no day is known, as in `where_ja`."""
    session = "" if meeting.date.count("-") == 2 else session_en(meeting.session)
    return ", ".join(part for part in (body_en(meeting), session, date_en(meeting.date)) if part)


def body_en(meeting: Meeting) -> str:
    """`Chofu City Council (調布市議会)`; of another body the town before its name as printed."""
    town, body = town_en(meeting), meeting.body
    if town and body == f"{meeting.town}議会":
        return f"{town} Council ({body})"
    return ", ".join(dict.fromkeys(part for part in (town, body) if part))


_SESSION = re.compile(
    rf"(?P<dated>{YEAR}年(?P<fiscal>度)?[\s・]*)?第(?P<n>{FOLDED_NUMERAL}+)回(?P<kind>定例会|臨時会|会議|)"
)
_KINDS_EN = {"定例会": "regular session", "臨時会": "extraordinary session"}


def session_en(session: str) -> str:
    """`1st regular session of 2024` for 令和6年第1回定例会, `2nd regular session` for 第２回定例会; what is named otherwise stays as it is."""
    match = _SESSION.fullmatch(fold(session))
    count = number(match["n"]) if match else None
    if match is None or count is None:
        return _KINDS_EN.get(session, session)
    name = f"{_ordinal(count)} {_KINDS_EN.get(match['kind'], 'meeting')}"
    if match["dated"] is None:
        return name
    year = year_of(match)
    return f"{name} of {'fiscal ' if match['fiscal'] else ''}{year}" if year is not None else session


def _ordinal(count: int) -> str:
    ending = "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def date_en(iso: str) -> str:
    """`7 March 2024` for 2024-03-07; partial or empty dates as they are."""
    try:
        day = datetime.date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {day:%B} {day.year}"


def speaker_en(speaker: Speaker, romanise: Romanise) -> str:
    """The office as printed with its reading: 行政経営部長 (Gyosei Keiei Bucho)."""
    parts = []
    if speaker.office:
        parts.append(office_en(speaker.office, romanise))
    if speaker.name:
        parts.append(speaker.name)
    return " ".join(parts) or _SIDE_EN[speaker.side]


def citation_line(meeting: Meeting, speaker: Speaker, role: str = "answer") -> str:
    """A line to paste into a document: 調布市議会 令和6年第1回定例会 令和6年3月7日 行政経営部長答弁."""
    verb = {"answer": "答弁", "question": "質問", "statement": "発言", "note": ""}[role]
    who = speaker.office or speaker.name
    return " ".join(part for part in (place_ja(meeting), f"{who}{verb}") if part)


_ROLES_EN = {"answer": "reply by ", "question": "question by ", "statement": "statement by ", "note": ""}


def citation_line_en(meeting: Meeting, speaker: Speaker, role: str, romanise: Romanise) -> str:
    """The same in English: Chofu City Council (調布市議会), 1st regular session of 2024, 7 March 2024, reply by 行政経営部長 (…)."""
    who = Speaker(office=speaker.office) if speaker.office else speaker
    name = speaker_en(who, romanise)
    said = f"{_ROLES_EN[role]}{name}" if name else _ROLES_EN[role].removesuffix(" by ")
    parts = (body_en(meeting), session_en(meeting.session), date_en(meeting.date), said)
    return ", ".join(part for part in parts if part)


def compose(blocks: Sequence[Sequence[Citation]], english: bool, romanise: Romanise) -> str:
    """The text of an answer: a block a town or exchange, each its quotations with marks, then one line of origin; the same line is said
    once, below the last block that it is of."""
    out = []
    for line, group in groupby(blocks, key=lambda block: origin(block, english, romanise)):
        quoted = ("".join(f"{quote.shown}[{quote.mark}]" for quote in block) for block in group)
        out.append("\n\n".join(quoted) + f"\n{line}")
    return "\n\n".join(out)


_QUOTED = re.compile(r"「((?:(?!」…?\[\d+\]).)+)」…?\[\d+\]", re.DOTALL)


def quotations_in(answer: str) -> tuple[str, ...]:
    """The quotations that the text of an answer shows, as `compose` puts them."""
    return tuple(_QUOTED.findall(answer))


_ORIGIN = re.compile(r"^— (.+)$", re.MULTILINE)


def towns_shown(answer: str, towns: Iterable[str]) -> tuple[str, ...]:
    """Those of `towns` of whose records the text of an answer shows quotations, by the lines of origin below them."""
    lines = origins_shown(answer)
    return tuple(town for town in towns if any(town in line or town_name_en(town) in line for line in lines))


def origins_shown(answer: str) -> list[str]:
    """The lines of origin below the quotations that the text of an answer shows."""
    return _ORIGIN.findall(answer) if quotations_in(answer) else []


def without_blanks(text: str) -> str:
    """A quotation and the record are compared so: an answer may break lines elsewhere."""
    return re.sub(r"\s", "", text)


def origin(block: Sequence[Citation], english: bool, romanise: Romanise) -> str:
    """One line under a block: place and date, then who speaks in it. Beside words that ask a reply is told as one: where the record names
    nobody who gave it, it would be read as the member's."""
    meeting = block[0].meeting
    name = (lambda speaker: speaker_en(speaker, romanise)) if english else speaker_ja
    names = {quote.speaker: name(quote.speaker) for quote in block}
    asking = {quote.speaker for quote in block if quote.role == "question"}
    unnamed = asking and any(quote.role == "answer" and not names[quote.speaker] for quote in block)
    if english:
        told = ["asked by " * (each in asking) + name for each, name in names.items() if name]
        who = "; ".join((*told, *["reply (no name in the record)"] * bool(unnamed)))
        return f"— {place_en(meeting)}" + (f", {who}" if who else "")
    told = [
        name + "（質問・意見）" * (each in asking) for each, name in names.items() if name or each in asking
    ]
    who = "、".join((*told, *["答弁（答弁者の記載なし）"] * bool(unnamed)))
    return f"— {where_ja(meeting)}" + (f" {who}" if who else "")
