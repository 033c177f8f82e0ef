"""Vocabulary ↔ JSON, for the store. Short positional lists: a store of a million passages is mostly this.

Turns are written with their text, so that one row is a whole exchange; utterances without it, since they are only read
together with the text of their minutes.
"""

from __future__ import annotations

import json
from typing import Any

from corpus.spans import Spans, text_at
from corpus.types import Exchange, Meeting, Municipality, Speaker, Turn, Utterance


def dumps(value: Any) -> str:
    """Compact JSON, Japanese as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def loads(text: str | bytes) -> Any:
    """The value of a JSON text."""
    return json.loads(text)


def speaker_to(speaker: Speaker) -> list[Any]:
    """`[name, office, side]`."""
    return [speaker.name, speaker.office, speaker.side]


def speaker_from(value: list[Any]) -> Speaker:
    """The inverse of `speaker_to`."""
    return Speaker(*value)


def spans_from(value: list[Any]) -> Spans:
    """Spans from a list of two-element lists."""
    return tuple((start, end) for start, end in value)


def turn_to(turn: Turn) -> list[Any]:
    """`[speaker, text, spans, page, utterance]`."""
    return [speaker_to(turn.speaker), turn.text, turn.spans, turn.page, turn.utterance]


def turn_from(value: list[Any]) -> Turn:
    """The inverse of `turn_to`."""
    speaker, text, spans, page, utterance = value
    return Turn(speaker_from(speaker), text, spans_from(spans), page, utterance)


def exchange_to(exchange: Exchange) -> dict[str, Any]:
    """An exchange with its parts as a JSON object."""
    return {
        "id": exchange.id,
        "topic": exchange.topic,
        "status": exchange.status,
        "q": [turn_to(turn) for turn in exchange.questions],
        "a": [turn_to(turn) for turn in exchange.answers],
        "agenda": exchange.agenda,
        "notes": exchange.notes,
        "nt": [[label, turn_to(turn)] for label, turn in exchange.note_turns],
        "parts": [exchange_to(part) for part in exchange.parts],
        "conf": exchange.confidence,
    }


def exchange_from(value: dict[str, Any]) -> Exchange:
    """The inverse of `exchange_to`."""
    return Exchange(
        id=value["id"],
        topic=value["topic"],
        status=value["status"],
        questions=tuple(turn_from(turn) for turn in value["q"]),
        answers=tuple(turn_from(turn) for turn in value["a"]),
        agenda=value["agenda"],
        notes=tuple((label, text) for label, text in value["notes"]),
        note_turns=tuple((label, turn_from(turn)) for label, turn in value["nt"]),
        parts=tuple(exchange_from(part) for part in value["parts"]),
        confidence=value["conf"],
    )


def meeting_to(meeting: Meeting) -> dict[str, Any]:
    """A meeting's header as a JSON object."""
    town = meeting.municipality
    return {
        "municipality": None
        if town is None
        else [town.code, town.name, town.prefecture, town.kana, town.romaji],
        "body": meeting.body,
        "title": meeting.title,
        "session": meeting.session,
        "date": meeting.date,
        "fiscal_year": meeting.fiscal_year,
        "place": meeting.place,
        "agenda": meeting.agenda,
        "attendees": [speaker_to(speaker) for speaker in meeting.attendees],
        "remark": meeting.remark,
    }


def meeting_from(value: dict[str, Any]) -> Meeting:
    """The inverse of `meeting_to`."""
    return Meeting(
        municipality=None if value["municipality"] is None else Municipality(*value["municipality"]),
        body=value["body"],
        title=value["title"],
        session=value["session"],
        date=value["date"],
        fiscal_year=value["fiscal_year"],
        place=value["place"],
        agenda=tuple(value["agenda"]),
        attendees=tuple(speaker_from(speaker) for speaker in value["attendees"]),
        remark=value.get("remark", ""),  # stores written before this field was there
    )


def utterance_to(utterance: Utterance) -> list[Any]:
    """`[index, speaker, spans, page, agenda, topic]`, without the text."""
    speaker = speaker_to(utterance.speaker)
    return [utterance.index, speaker, utterance.spans, utterance.page, utterance.agenda, utterance.topic]


def utterance_from(value: list[Any], text: str, offset: int) -> Utterance:
    """The inverse of `utterance_to`; `text` is that of the minutes, which starts at `offset` in the source."""
    index, speaker, spans, page, agenda, topic = value
    place = spans_from(spans)
    return Utterance(index, speaker_from(speaker), text_at(text, place, offset), place, page, agenda, topic)
