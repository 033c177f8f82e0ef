"""Tables of speech: a column of speakers and a column of what they said (発言者｜発言内容), on paper, in Excel or CSV.

Columns for the meeting, its date, the office and the matter are taken where there are any; a row without a speaker goes on
with the speech above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from corpus.folding import folded
from corpus.spans import Spans, merge, text_at
from corpus.types import Speaker, Utterance
from ingest.header import read_header
from ingest.layouts.family import draft_of
from ingest.layouts.records import speaker_of
from ingest.layouts.table_columns import SITTING_COLUMNS, columns_of
from ingest.layouts.turn_columns import tells_part, turn_columns, turns_below
from ingest.normalize import page_of, unbracketed
from ingest.offices import is_house
from ingest.sides import settle
from ingest.sidewords import is_answering, is_asking, says_side
from ingest.speakers import parse_label
from ingest.speaks import is_speech
from ingest.turns import Reading
from ingest.types import Cell, Document, Draft, Evidence, Layout, Record, Table

ROWS_MIN = 3
"""Rows with speech from which a table is one of speech."""
HEADLESS_MIN, HEADLESS_SHARE = 6, 0.75
"""Rows of a table without a header, and share of them with a speaker and with speech, from which it is one of speech."""
SHARE_MIN = 0.4
"""Share that they have of themselves and the text outside of tables, at least; below it the table is an annex."""

_COLUMNS = {
    "speaker": re.compile(
        r"^(?:発言者|話者|発言者の?(?:氏)?名|発言(?:委員|者)等?|役職・?氏名|氏名|委員名|委員|出席者名)$"
    ),
    "text": re.compile(
        r"^(?:(?:議題|次第|議事)(?:・|及び|／|/))?(?:(?:主な)?発言(?:の)?(?:内容|要旨|概要|要点|等)?(?:(?:・|及び|／|/)(?:決定事項|結果|資料))?|(?:会議|議事|審議)?(?:の)?(?:内容|要旨|概要|経過)|本文|(?:主な)?(?:意見|質問)(?:内容|要旨|概要)|意見・?質問等?|質疑(?:応答)?(?:の)?(?:内容|要旨)?)$"
    ),
    "role": re.compile(r"^(?:発言者の?)?(?:役職(?:名)?|肩書き?|職名|所属)等?$"),
    **SITTING_COLUMNS,
}


_SIDES = {
    "asks": re.compile(r"^(?:質問|質疑)者?(?:名|氏名)?$"),
    "replies": re.compile(r"^(?:回答|答弁)者?(?:名|氏名)?$"),
}
"""Columns of names, one of which is filled in each row of an export (質問｜回答｜内容): who asks, or who replies."""
_KIND = re.compile(r"^(?:人|発言者の?|話者)(?:分類|区分|種別)$")
"""議長/委員長: what the speaker of a row is, where neither column names one."""
NAME_MAX = 24
"""Characters of a name with its office, from which a cell of those columns is words."""
_SAME = re.compile(r"^(?:[〃〻″]|同上)$")
"""The person of the row above speaks in this row too."""


@dataclass(frozen=True, slots=True)
class _Row:
    speaker: str
    role: str
    meeting: tuple[str, str, str]
    spans: Spans
    topic: str = ""


def _roles(row: tuple[Cell | None, ...]) -> dict[str, int] | None:
    """Column numbers by what they hold, if the row is the header of a table of speech."""
    labels = [unbracketed(folded(cell.text)) if cell else "" for cell in row]
    found = {
        name: next(i for i, label in enumerate(labels) if pattern.match(label))
        for name, pattern in _COLUMNS.items()
        if any(pattern.match(label) for label in labels)
    }
    if "speaker" not in found or "text" not in found or columns_of(row) is not None:
        return None
    head = row[found["speaker"]]
    if head and head.columns == 2 and "role" not in found:
        found["beside"] = found["speaker"] + 1  # 発言者 above 会長 and 江崎, a cell each
    return found


def _named_sides(table: Table, y: int) -> dict[str, int] | None:
    """Column numbers where row `y` heads a table whose speakers stand in two columns, by what they do."""
    labels = [folded(cell.text) if cell else "" for cell in table.rows[y]]
    patterns = {**_SIDES, "text": _COLUMNS["text"], "meeting": _COLUMNS["meeting"], "date": _COLUMNS["date"]}
    found = {
        name: places[-1]
        for name, pattern in patterns.items()
        if (places := [i for i, label in enumerate(labels) if pattern.match(label)])
    }
    if not {"asks", "replies", "text"} <= found.keys() or found["text"] in (found["asks"], found["replies"]):
        return None
    if kind := next((i for i, label in enumerate(labels) if _KIND.match(label)), None):
        found["kind"] = kind
    below = [
        [row[found[side]] if found[side] < len(row) else None for side in _SIDES]
        for row in table.rows[y + 1 :]
    ]
    words = [[cell.text.strip() if cell else "" for cell in pair] for pair in below]
    if any(all(pair) or any(len(w) > NAME_MAX or "。" in w for w in pair) for pair in words):
        return None
    return found if all(sum(bool(pair[i]) for pair in words) for i in (0, 1)) else None


_SIDE_COLUMN = re.compile(r"^(?:区分|種別|種類|分類|内訳|q/a|q&a|質問[・/]回答|意見[・/]回答)$")


def _said_sides(table: Table) -> dict[str, int] | None:
    """Column numbers where a column says of each row whether it asks or replies (区分: 意見, 回答), and another holds the words."""
    labels = [folded(cell.text) if cell else "" for cell in table.rows[0]]
    text = next((i for i, label in enumerate(labels) if _COLUMNS["text"].match(label)), None)
    kind = next((i for i, label in enumerate(labels) if _SIDE_COLUMN.match(label)), None)
    if text is None or kind is None:
        return None
    cells = [row[kind] for row in table.rows[1:] if kind < len(row)]
    words = [cell.text.strip() for cell in cells if cell and cell.text.strip()]
    both = any(map(is_asking, words)) and any(map(is_answering, words))
    return {"speaker": kind, "text": text} if both and all(map(says_side, words)) else None


def _is_counted(table: Table) -> bool:
    """Whether the first of three columns counts the speeches."""
    cells = [row[0] for row in table.rows if len(row) == 3]
    return (
        bool(cells) and len(cells) == len(table.rows) and all(c and c.text.strip().isdecimal() for c in cells)
    )


def _headless(table: Table) -> dict[str, int] | None:
    """The columns of a table without a header whose first cells are nearly all speakers: the others are speakers too."""
    first = int(_is_counted(table))
    cut = [row[first:] for row in table.rows]
    rows = [row for row in cut if len(row) == 2 and row[0] and row[1] and row[0].text.strip()]
    if len(rows) < HEADLESS_MIN or len(rows) < HEADLESS_SHARE * len(table.rows):
        return None
    labels = [parse_label(row[0].text) for row in rows if row[0]]
    named = sum(speaker is not None and bool(speaker.office) for speaker in labels)
    sides = {speaker.side for speaker in labels if speaker}
    said = sum(is_speech(row[1].text) for row in rows if row[1])
    enough = HEADLESS_SHARE * len(rows)
    return {"speaker": first, "text": first + 1} if len(sides) > 1 and min(named, said) >= enough else None


def _rows(document: Document) -> list[_Row]:
    rows: list[_Row] = []
    roles: dict[str, int] | None = None
    head: tuple[Cell | None, ...] = ()
    for table in document.tables:
        own = next(((y, r) for y, row in enumerate(table.rows) if (r := _roles(row))), None)
        if own is not None:
            told = turn_columns(table, own[0]) or {}
            own = (own[0], {name: told[name] for name in ("part", "role") if name in told} | own[1])
        if own is None and table.rows and (sides := _named_sides(table, 0)):
            own = (0, sides)
        if own is None and table.rows and (said := _said_sides(table)):
            own = (0, said)
        below = turns_below(table)
        if below and (own is None or below[0] < own[0]):
            own = below  # 委員 and 質疑 in a row of speech name no columns
        if own is None and roles and (packed := _packed(table, roles, head)):
            roles, head = packed, table.rows[0]
        if own is None and (roles is None or len(table.rows[0]) <= max(roles.values())):
            roles, head = _headless(table), ()
            if roles is None:
                continue
        start, roles = (own[0], own[1]) if own else (0, roles)
        head = table.rows[start] if own else head
        assert roles is not None
        for row in _read(document, table, start if own else -1, roles, rows):
            rows.append(row)
    return rows


def _packed(table: Table, roles: dict[str, int], head: tuple[Cell | None, ...]) -> dict[str, int] | None:
    """The columns of a table that goes on overleaf with other places: above the first part of it stood a table of other columns,
    which made places that only that one filled."""
    filled = [place for place, cell in enumerate(head) if cell is not None]
    first = table.rows[0] if table.rows else ()
    now = [place for place, cell in enumerate(first) if cell is not None]
    roles = {name: place for name, place in roles.items() if name != "beside" or place in filled}
    if len(now) != len(filled) or now == filled or not set(roles.values()) <= set(filled):
        return None
    return {name: now[filled.index(place)] for name, place in roles.items()}


def _read(
    document: Document, table: Table, header: int, roles: dict[str, int], before: list[_Row]
) -> Iterator[_Row]:
    last = before[-1] if before else None
    for row in table.rows[header + 1 :]:
        if _roles(row) and not ((said := row[roles["text"]]) and is_speech(said.text)):
            continue
        cells = {name: row[place] if place < len(row) else None for name, place in roles.items()}
        words = {name: cell.text.strip() if cell else "" for name, cell in cells.items()}
        text = cells["text"]
        if text is None or not words["text"]:
            continue
        title, body = words.get("meeting", ""), words.get("body", "")
        title = title if body in title else f"{title} {body}".strip()
        meeting = (words.get("municipality", ""), title, words.get("date", ""))
        if not any(meeting) and last is not None:
            meeting = last.meeting  # an export names it in its first row, a merged cell in the topmost
        if not words.get("role") and tells_part(part := words.get("part", "")):
            words["role"] = part
        if "asks" in words:
            words["speaker"] = (
                words["asks"] or words["replies"] or re.split("[/／]", words.get("kind", ""))[0]
            )
            words["role"] = "議員" if words["asks"] and not parse_label(words["asks"]) else ""
        words["speaker"] = f"{words.get('speaker', '')} {words.get('beside', '')}".strip()
        speaker, role, topic = words["speaker"], words.get("role", ""), words.get("topic", "")
        told = bool(speaker or role)
        if not told and last is None:
            continue
        if (not told or _SAME.match(speaker)) and last is not None:
            speaker, role, topic = last.speaker, last.role, topic or last.topic
        if "topic" in cells and cells["topic"] is None and last is not None:
            topic = last.topic  # a merged cell
        last = _Row(speaker, role, meeting, text.spans if told else _below(document, text.spans), topic)
        yield last


def _below(document: Document, spans: Spans) -> Spans:
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
    if len(rows) < ROWS_MIN or len({(r.speaker, r.role) for r in rows}) < 2:
        return Evidence(0.0)
    said = sum(b - a for r in rows for a, b in r.spans)
    tables = sum(b - a for table in document.tables for a, b in [table.span])
    share = said / max(1, said + len(document.text) - tables)
    if share < SHARE_MIN:
        return Evidence(0.0, (f"発言の列は表の外の文に対して{share:.0%}",))
    return Evidence(0.98, (f"発言者と発言内容の列、{len(rows)} 行",))


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
    utterances: list[Utterance] = []
    for row, spans in speeches:
        placed = merge(spans)
        speaker: Speaker = speaker_of(Record(placed[0], row.speaker, row.role))
        if speaker.name and not speaker.office and is_house(speaker.name):
            speaker = Speaker("", speaker.name, "executive")  # 公民館: the house answers
        text = text_at(document.text, placed)
        page = page_of(document.pages, placed)
        utterances.append(Utterance(len(utterances), speaker, text, placed, page, topic=row.topic))
    styles = ("record",) * len(utterances)
    settled = settle(utterances, styles, meeting.attendees, meeting.body)
    breaks = frozenset(i for i in range(1, len(settled)) if settled[i].topic != settled[i - 1].topic)
    reading = Reading(settled, styles, ((),) * len(settled), breaks, header, meeting)
    draft = draft_of(document, reading)
    span = (start, end) if named else None
    return Draft(draft.utterances, draft.exchanges, draft.meeting, draft.header, span, draft.warnings)


SPEECH_TABLE = Layout("speech_table", detect, read)
