"""Tables of speech: a column of speakers and a column of what they said (発言者｜発言内容), on paper, in Excel or CSV.

Columns for the meeting, its date, the office and the matter are taken where there are any; a row without a speaker goes on
with the speech above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from corpus.spans import Spans, cut, length, merge, text_at
from corpus.types import Side, Speaker, Utterance
from ingest.columns.grid import grid_of, is_export
from ingest.columns.roles import Roles, goes_on, roles_of
from ingest.columns.speakers import speaker_of, tells_part
from ingest.header.meeting import read_header
from ingest.layouts.column_labels import DITTO
from ingest.layouts.family import draft_of
from ingest.layouts.speech_columns import (
    headless,
    named_columns,
    packed,
    reasons_of,
    roles_in,
    warning_of,
)
from ingest.marks.headingforms import AGENDA, NOUN_END, NUMBERED
from ingest.marks.reported.signed import named_in_cell
from ingest.marks.speaks import is_speech
from ingest.people.offices import is_house, is_title, side_of
from ingest.people.speakers import parse_label
from ingest.sides.standing import settle
from ingest.text.furniture import EXPLAINED, NOTED
from ingest.text.normalize import page_of
from ingest.turns.reading import Reading
from ingest.types import Cell, Document, Draft, Evidence, Layout, Record, Table

ROWS_MIN = 3
"""Rows with speech from which a table is one of speech."""
SHARE_MIN = 0.4
"""Share that they have of themselves and the text outside of tables, at least; below it the table is an annex."""

TORN_SHARE_MIN = 0.8
"""The same where lines without a tab part the text into several tables: the tab sets off a label, whose words go on below."""


@dataclass(frozen=True, slots=True)
class _Row:
    speaker: str
    role: str
    meeting: tuple[str, str, str]
    spans: Spans
    topic: str = ""


def _rows(document: Document) -> list[_Row]:
    rows: list[_Row] = []
    roles: dict[str, int] | None = None
    head: tuple[Cell | None, ...] = ()
    by_content: Roles | None = None
    for table in document.tables:
        own = named_columns(table)
        if own is None and roles and by_content is None and (moved := packed(table, roles, head)):
            roles, head = moved, table.rows[0]
        if own is None and (found := _told_by_content(document, table, by_content)):
            own, by_content = (found.first - 1, dict(found.places)), found
        elif own is not None:
            by_content = None
        if own is None and (by_content or roles is None or len(table.rows[0]) <= max(roles.values())):
            roles, head, by_content = headless(table), (), None
            if roles is None:
                continue
        start, roles = (own[0], own[1]) if own else (-1, roles)
        head = table.rows[max(start, 0)] if own else head
        assert roles is not None
        for row in _read(document, table, start, roles, rows, by_content.sides if by_content else {}):
            rows.append(row)
    return rows


def _told_by_content(document: Document, table: Table, before: Roles | None) -> Roles | None:
    """The columns of an export by what stands in them; a short table that follows one may have its columns, under the same names."""
    if not is_export(document.media_type):
        return None
    found = roles_of(grid_of(table.rows))
    if "text" in found.places:
        return found
    return goes_on(before, grid_of(table.rows)) if before and not found.places else None


def _read(
    document: Document,
    table: Table,
    header: int,
    roles: dict[str, int],
    before: list[_Row],
    sides: Mapping[str, str],
) -> Iterator[_Row]:
    last = before[-1] if before else None
    held = {one.speaker: one.role for one in before if one.role}
    for y, row in enumerate(table.rows[header + 1 :], header + 1):
        if roles_in(table, y) and not ((said := row[roles["text"]]) and is_speech(said.text)):
            continue
        cells = {name: row[place] if place < len(row) else None for name, place in roles.items()}
        words = {name: cell.text.strip() if cell else "" for name, cell in cells.items()}
        text = cells["text"]
        if text is None or not words["text"]:
            continue
        meeting = _meeting_named(words)
        if not any(meeting) and last is not None:
            meeting = last.meeting  # an export names it in its first row, a merged cell in the topmost
        speaker, role = _who(words, sides)
        if speaker and "role" in roles and (not role or DITTO.match(role)):
            # told where he first spoke; 〃 below another's office is no office of his own
            role = held.get(speaker, last.role if role and last else "")
        topic = words.get("topic", "")
        told = bool(speaker or role)
        if not told and last is None:
            continue
        if (not told or DITTO.match(speaker)) and last is not None:
            speaker, role, topic = last.speaker, last.role, topic or last.topic
        if "topic" in cells and cells["topic"] is None and last is not None:
            topic = last.topic  # a merged cell
        if role:
            held[speaker] = role
        last = _Row(speaker, role, meeting, text.spans if told else _below(text.spans), topic)
        yield last


def _meeting_named(words: Mapping[str, str]) -> tuple[str, str, str]:
    """Town, meeting and day that a row (of these `words`, by the roles of their columns) names; each may be empty."""
    title, body = words.get("meeting", ""), words.get("body", "")
    title = title if body in title else f"{title} {body}".strip()
    return words.get("municipality", ""), title, words.get("date", "")


def _who(words: Mapping[str, str], sides: Mapping[str, str]) -> tuple[str, str]:
    """Who speaks in a row (of these `words`), and as what. `sides`: what the parts that speakers have in an export stand for."""
    speaker, role = words.get("speaker", ""), words.get("role", "")
    part = words.get("part", "")
    if tells_part(part := sides.get(part, part)) and _is_here(part, role, "belongs" in words):
        role = part
    if "asks" in words:
        speaker = words["asks"] or words["replies"] or re.split("[/／]", words.get("kind", ""))[0]
        role = "議員" if words["asks"] and not parse_label(words["asks"]) else ""
    return f"{speaker} {words.get('beside', '')}".strip(), role


def _is_here(part: str, role: str, belongs: bool) -> bool:
    """Whether what a speaker does (区分: 会長, 委員) is what he is here, rather than his office: he has none, or holds it where he
    belongs (所属: 商工会議所, 職名: 専務理事)."""
    held = is_title(part) and side_of(part) in ("chair", "member") and side_of(role) != side_of(part)
    return not role or (belongs and held)


def _below(spans: Spans) -> Spans:
    """The spans of a cell that goes on with the one above; empty first span marks that (see `_joined`)."""
    return ((spans[0][0], spans[0][0]), *spans)


def _joined(document: Document, rows: list[_Row]) -> list[tuple[_Row, Spans]]:
    """Rows as speeches: a row that goes on is joined with the one above by the line end that stands after that."""
    out: list[tuple[_Row, Spans]] = []
    for row in rows:
        goes_on = row.spans[0][0] == row.spans[0][1]
        spans = row.spans[1:] if goes_on else row.spans
        if goes_on and out:
            end = out[-1][1][-1][1]
            line = document.text.find("\n", end, spans[0][0])
            between = ((line, line + 1),) if line >= 0 else ()
            out[-1] = (out[-1][0], (*out[-1][1], *between, *spans))
        else:
            out.append((row, spans))
    return out


def detect(document: Document) -> Evidence:
    rows = _rows(document)
    told = reasons_of(document)
    if len(rows) < ROWS_MIN or len({(r.speaker, r.role) for r in rows}) < 2:
        return Evidence(0.0, told)
    said = sum(b - a for r in rows for a, b in r.spans)
    tables = sum(b - a for table in document.tables for a, b in [table.span])
    share = said / max(1, said + len(document.text) - tables)
    torn = document.media_type in ("text/plain", "text/markdown") and len(document.tables) > ROWS_MIN
    if share < (TORN_SHARE_MIN if torn else SHARE_MIN):
        return Evidence(0.0, (f"発言の列は表の外の文に対して{share:.0%}", *told))
    return Evidence(0.98, (f"発言者と発言内容の列、{len(rows)} 行", *told))


def read(document: Document) -> tuple[Draft, ...]:
    """A Draft for each meeting that the rows name; one where they name none."""
    return tuple(
        _meeting(document, list(group)) for _, group in groupby(_rows(document), key=lambda r: r.meeting)
    )


def _meeting(document: Document, rows: list[_Row]) -> Draft:
    speeches = _joined(document, rows)
    start = min(a for _, spans in speeches for a, _ in spans)
    end = max(b for _, spans in speeches for _, b in spans)
    named = any(rows[0].meeting)
    header = (start, start) if named else (0, start)
    if named:
        town, meeting_name, date = rows[0].meeting
        record = Record((start, end), meeting=meeting_name, municipality=town, date=date)
        meeting = read_header(replace(document, records=(record,)), header)
    else:
        meeting = read_header(document, header)
    utterances = _utterances(document, speeches)
    styles = ("record",) * len(utterances)
    settled = settle(utterances, styles, meeting.attendees, meeting.body)
    breaks = frozenset(i for i in range(1, len(settled)) if settled[i].topic != settled[i - 1].topic)
    reading = Reading(settled, styles, ((),) * len(settled), breaks, header, meeting)
    draft = draft_of(document, reading)
    span = (start, end) if named else None
    warned = warning_of(document)
    return Draft(
        draft.utterances, draft.exchanges, draft.meeting, draft.header, span, (*draft.warnings, *warned)
    )


def _utterances(document: Document, speeches: Sequence[tuple[_Row, Spans]]) -> list[Utterance]:
    """What is said in the rows, each under the item that its cell, or the one last told, names."""
    utterances: list[Utterance] = []
    heading = ""
    for row, spans in speeches:
        placed = merge(spans)
        speaker: Speaker = speaker_of(Record(placed[0], row.speaker, row.role))
        if speaker.name and not speaker.office and is_house(speaker.name):
            speaker = Speaker("", speaker.name, "executive")  # 公民館: the house answers
        above, begin = _lead(text_at(document.text, placed), speaker.side)
        placed = cut(placed, begin, length(placed))
        if not (speaker.name or speaker.office) and (told := named_in_cell(text_at(document.text, placed))):
            who, begin, stop = told
            speaker = who if speaker.side == "other" else replace(who, side=speaker.side)
            placed = cut(placed, begin, stop)
        heading = above or heading
        text = text_at(document.text, placed)
        page = page_of(document.pages, placed)
        topic = row.topic or heading
        utterances.append(Utterance(len(utterances), speaker, text, placed, page, topic=topic))
    return utterances


def _lead(text: str, side: Side) -> tuple[str, int]:
    """(the item, where the words begin): an item in the chair's cell above what he says on it (２　議題（１）利用状況について), and a note
    above anybody's (（資料１に基づき説明）); a member numbers his own points."""
    item, begin = "", 0
    lines = text.split("\n")
    for index, line in enumerate(lines[:-1]):
        words = line.strip()
        noted = NOTED.match(words) is not None or EXPLAINED.match(words) is not None
        headed = side == "chair" and "。" not in words and NUMBERED.match(words) is not None
        headed = headed and (AGENDA.match(words) or NOUN_END.search(words)) is not None
        if not (noted or headed) or not any("。" in below for below in lines[index + 1 :]):
            break
        item = words if headed else item
        begin += len(line) + 1
    return item, begin


SPEECH_TABLE = Layout("speech_table", detect, read)
