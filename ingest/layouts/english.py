"""Minutes in English, of councils abroad and of visits: who speaks stands before a colon, or in fields of a question and its reply.

    Rhonda Pownell (Mayor): Good evening.          Question By: Councillor Connor
    Councilor Sokup: What will it cost?            To: Cabinet Member for Housing
    Ben Martig: The estimate is …                  What is …?
                                                   Answer By: Councillor Williams

A name alone speaks where it was introduced with its office. Who replies in a field does so for the executive, councillor or not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.eras import MONTHS_EN
from corpus.patterns import any_of
from corpus.spans import Spans, merge, text_at
from corpus.types import Side, Speaker, Utterance
from ingest.header.meeting import read_header
from ingest.layouts.englishfields import FIELD, OTHER_FIELD, is_field
from ingest.layouts.family import draft_of
from ingest.text.lines import Line, content_lines
from ingest.turns.reading import Reading
from ingest.types import Document, Draft, Evidence, Layout

SPEECHES_MIN = 4
"""Speeches from which a text is a record of them, from two sides at least; in fields a question and its reply are."""
ASCII_MIN = 0.9
"""Share of the letters that are English, below which the text is none."""
HEADING_MAX = 60
"""Characters of a heading below a finished speech, right above the next."""

_TITLE = r"(?:Deputy |Vice[- ]|Acting |Lord |Lady )*" + any_of(
    # "Mayor", "Cllr.", "Alderman"
    *r"Mayor Councill?or".split(),
    r"Council ?[Mm]ember",
    *r"Councilm[ae]n Councilwoman Cllr\.? Alder(?:man|woman|person) Supervisor Commissioner Chair(?:man|woman|person)?".split(),
    # "Trustee", "City Manager", "Public Works Director"
    *r"President Trustee Selectman Member Clerk".split(),
    r"(?:City|Town|County) (?:Manager|Administrator|Attorney|Clerk|Engineer)",
    r"(?:[A-Z]\w+ ){0,2}(?:Director|Officer|Chief|Manager)",
)
_NAME = r"[A-Z][\w.'’\-]*(?: (?:[A-Z][\w.'’\-]*|de|van|von|der|la|O['’][A-Z]\w+)){0,3}"
_BEHIND = re.compile(rf"(?P<name>{_NAME}) ?\((?P<office>[A-Z][^():]{{1,60}})\)(?: \[[^\]]*\])?:\s*")
_BEFORE = re.compile(rf"(?P<office>{_TITLE}) (?P<name>{_NAME}):\s*")
_ALONE = re.compile(rf"(?P<name>{_NAME}):\s*")
_MEMBER = re.compile(
    r"\b(?:councill?or|council ?(?:member|man|woman)|cllr|alder\w+|supervisor|trustee|assembly member|AM|MP|selectman|member)\b",
    re.IGNORECASE,
)
_PRESIDES = re.compile(
    r"^(?:acting |deputy |vice[- ])*(?:mayor|chair(?:man|woman|person)?|president|speaker|lord mayor)\b(?! of)",
    re.IGNORECASE,
)
_CLERK = re.compile(r"\bclerk\b|\bsecretary\b", re.IGNORECASE)
_DAY = re.compile(
    r"\b"
    + any_of(
        # "March 5, 2024"
        r"(?P<m>" + any_of(*MONTHS_EN) + r") (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>(?:19|20)\d\d)",
        # "5th March 2024"
        r"(?P<d2>\d{1,2})(?:st|nd|rd|th)? (?P<m2>" + any_of(*MONTHS_EN) + r"),? (?P<y2>(?:19|20)\d\d)",
    )
    + r"\b"
)


@dataclass(frozen=True, slots=True)
class _Label:
    """Who speaks from line `line` on; `body` is the offset of the first word, `printed` tells a field (question, reply)."""

    line: int
    speaker: Speaker
    body: int
    printed: bool


def _side(office: str) -> Side:
    if _PRESIDES.match(office):
        return "chair"
    if _MEMBER.search(office):
        return "member"
    return "secretariat" if _CLERK.search(office) else "executive"


def _is_english(text: str) -> bool:
    letters = [c for c in text[:20_000] if c.isalpha()]
    return bool(letters) and sum(map(str.isascii, letters)) >= ASCII_MIN * len(letters)


def _labels(lines: Sequence[Line]) -> list[_Label]:
    known: dict[str, Speaker] = {}
    out: list[_Label] = []
    for index, line in enumerate(lines):
        if field := _field(index, lines):
            out.append(field)
            continue
        speaker = None
        if found := _BEHIND.match(line.text) or _BEFORE.match(line.text):
            speaker = Speaker(found["name"], found["office"], _side(found["office"]))
            known.setdefault(found["name"], speaker)
        elif found := _ALONE.match(line.text):
            speaker = known.get(found["name"])
        if found and speaker:
            out.append(_Label(index, speaker, line.start + found.end(), False))
    return out


def _field(index: int, lines: Sequence[Line]) -> _Label | None:
    """Question By: Councillor Connor, or the name in the line below; the words begin behind the other fields."""
    found = FIELD.match(lines[index].text)
    if found is None or not (found["asks"] or found["replies"]):
        return None
    who, below = lines[index].text[found.end() :].strip(), index + 1
    if not who and below < len(lines):
        who, below = lines[below].text, below + 1
    while below < len(lines) and not _says(lines[below].text):
        if FIELD.match(lines[below].text) and (below > index + 1):
            break
        below += 1
    if not who or len(who) > HEADING_MAX or who[-1] in ".?!" or below == len(lines):
        return None
    titled = re.fullmatch(rf"(?:(?P<office>{_TITLE}) )?(?P<name>{_NAME})", who)
    name, office = (titled["name"], titled["office"] or "") if titled else ("", who)
    speaker = Speaker(name, office, "executive" if found["replies"] else "member")
    return _Label(below - 1, speaker, lines[below].start, True)


def _says(text: str) -> bool:
    """A line of words rather than a field, a heading or a name."""
    return not OTHER_FIELD.match(text) and (text[-1] in ".?!:;,”\"'" or len(text) > HEADING_MAX)


def _speeches(document: Document) -> Iterator[tuple[_Label, Spans, str]]:
    """(label, where the words stand, the heading above it) of each speech."""
    lines = content_lines(document.text, document.pages)
    labels = _labels(lines)
    topic = ""
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        stop = following.line if following else len(lines)
        own = [line for line in lines[label.line : stop] if line.end > label.body]
        own = _without_fields(own) if label.printed else own
        head = ""
        while len(own) > 1 and following and own[-1].gap and not _says(own[-1].text):
            own, head = own[:-1], own[-1].text
        spans: list[tuple[int, int]] = []
        for at, line in enumerate(own):
            spans.append((max(line.start, label.body), line.end))
            if at + 1 < len(own):
                spans.append((line.newline, line.newline + 1))
        if own:
            yield label, merge(tuple(spans)), topic
        topic = head or topic


def _without_fields(own: list[Line]) -> list[Line]:
    """The words of a question in fields, without the next one's Question 2 and fields behind them."""
    ends = next(
        (i for i, line in enumerate(own) if i and (is_field(line.text))),
        len(own),
    )
    return own[:ends]


def detect(document: Document) -> Evidence:
    if not _is_english(document.text) or document.records or ":" not in document.text:
        return Evidence(0.0)
    labels = _labels(content_lines(document.text, document.pages))
    sides = {label.speaker.side for label in labels}
    fields = {label.speaker.side for label in labels if label.printed} == {"member", "executive"}
    if not fields and (len(labels) < SPEECHES_MIN or len(sides) < 2):
        return Evidence(0.0)
    return Evidence(0.9, (f"英語の発言者、{len(labels)} 件",))


def read(document: Document) -> tuple[Draft, ...]:
    utterances: list[Utterance] = []
    styles: list[str] = []
    pages = [offset for offset, _ in document.pages]
    for label, spans, topic in _speeches(document):
        page = document.pages[max(bisect_right(pages, spans[0][0]) - 1, 0)][1] if pages else None
        text = text_at(document.text, spans)
        utterances.append(Utterance(len(utterances), label.speaker, text, spans, page, topic=topic))
        styles.append("qa" if label.printed else "colon")
    header = (0, utterances[0].spans[0][0])
    meeting = read_header(document, header)
    day = _DAY.search(document.text[: header[1] + 200])
    if day and not meeting.date:
        month = MONTHS_EN.index(day["m"] or day["m2"]) + 1
        iso = f"{day['y'] or day['y2']}-{month:02}-{int(day['d'] or day['d2']):02}"
        meeting = replace(meeting, date=iso, fiscal_year=int(iso[:4]) - (month < 4))
    breaks = frozenset(i for i in range(1, len(utterances)) if utterances[i].topic != utterances[i - 1].topic)
    reading = Reading(tuple(utterances), tuple(styles), ((),) * len(utterances), breaks, header, meeting)
    return (draft_of(document, reading),)


ENGLISH = Layout("english", detect, read)
