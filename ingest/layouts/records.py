"""Structured exports: the speaker, the meeting and the date stand beside each utterance (JSON Lines, DiscussNet, 国会 API)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from corpus.types import Speaker, Utterance
from ingest.columns.speakers import speaker_of
from ingest.header.meeting import read_header
from ingest.layouts.family import draft_of
from ingest.layouts.fit import one_person
from ingest.marks.forms.markforms import candidates
from ingest.sides.standing import settle
from ingest.text.furniture import STAGE
from ingest.text.lines import Line, content_lines, join
from ingest.text.wraps import wrap_of
from ingest.turns.reading import Reading
from ingest.types import Document, Draft, Evidence, Layout, Record

NO_SPEAKERS = frozenset(["会議録情報", "議事日程", "名簿", "（名簿）", "表紙", "目次"])
"""What exports write into the speaker's field of their header and roster records."""


def detect(document: Document) -> Evidence:
    if not document.records:
        return Evidence(0.0, ("発言ごとの記録（JSON など）ではない",))
    named = sum(1 for r in document.records if r.speaker or r.role)
    if not named:
        return Evidence(0.0, ("発言者の欄が空",))
    reason = f"発言ごとの記録 {len(document.records)}件、うち発言者つき {named}件"
    said = [speaker_of(r) for r in document.records if r.speaker not in NO_SPEAKERS]
    if {s.side for s in said} <= {"member", "other"} and one_person({s.name for s in said}):
        return Evidence(0.0, (reason, "一人の発言だけ"))
    return Evidence(0.99, (reason,))


def read(document: Document) -> tuple[Draft, ...]:
    """A Draft for each meeting of the export, in its order."""
    drafts = []
    for _, group in groupby(document.records, key=lambda r: (r.municipality, r.meeting, r.date)):
        records = sorted(group, key=lambda r: (r.order, r.span))
        drafts.append(_meeting(document, records))
    return tuple(drafts)


def _meeting(document: Document, records: Sequence[Record]) -> Draft:
    utterances: list[Utterance] = []
    styles: list[str] = []
    start = min(r.span[0] for r in records)
    end = max(r.span[1] for r in records)
    first = next((r for r in records if r.speaker or r.role), records[0])
    header = (min(start, first.span[0]), first.span[0]) if first.span[0] > start else (start, start)
    meeting = read_header(document, header)
    for record in records:
        if record.speaker in NO_SPEAKERS:
            continue
        if record is not first and not (record.speaker or record.role) and not utterances:
            continue
        utterance, style = _utterance(document, record, len(utterances))
        if utterance.text:
            utterances.append(utterance)
            styles.append(style)
    settled = settle(utterances, styles, (), meeting.body)
    matters = [utterance.topic for utterance in settled]
    breaks = frozenset(i for i in range(1, len(matters)) if matters[i] != matters[i - 1])
    reading = Reading(settled, tuple(styles), ((),) * len(settled), breaks, header, meeting)
    draft = draft_of(document, reading)
    return Draft(draft.utterances, draft.exchanges, draft.meeting, draft.header, (start, end), draft.warnings)


def _utterance(document: Document, record: Record, index: int) -> tuple[Utterance, str]:
    """The words of a record without a mark that they may open with (○議長（氏名）)."""
    offset, stop = record.span
    inner = document.text[offset:stop]
    lines = content_lines(inner)
    style, begin, side = "record", None, None
    speaker = speaker_of(record)
    if lines:
        first = 0 if speaker.name or speaker.office or speaker.side != "other" else _first_marked(lines)
        mark = next(iter(candidates(0, lines[first])), None)
        if mark and mark.signed and mark.sure:
            style, begin, side = mark.style, mark.body, mark.speaker.side
            if speaker == Speaker():  # the words say who the fields leave out
                lines, speaker = lines[first:], mark.speaker
    body = [line for line in lines if not STAGE.match(line.text)]
    if body and begin is not None and body[0] is lines[0] and begin >= lines[0].end:
        body, begin = body[1:], None
    text, spans = join(inner, body, wrap_of(lines), begin)
    placed = tuple((a + offset, b + offset) for a, b in spans)
    # ○友寄委員: the words say what the fields leave out
    if speaker.side == "other" and side and not speaker.office:
        speaker = replace(speaker, side=side)
    return Utterance(index, speaker, text, placed, topic=record.topic), style


def _first_marked(lines: Sequence[Line]) -> int:
    """The first line with a signed speaker label, below the date and the hour of opening; 0 where none is."""
    marked = (
        place
        for place, line in enumerate(lines[:OPENING_LINES])
        if any(mark.signed and mark.sure for mark in candidates(0, line))
    )
    return next(marked, 0)


OPENING_LINES = 12
"""Lines of a record's first speech that may be the meeting's data."""

RECORDS = Layout("records", detect, read)
