"""Writes what was read from a document as short lines, to stand beside the document: `python tests/reading_lines.py FILE`.

One line a meeting, then one an exchange: status, speakers with their words (the middle left out), topic, agenda, notes; the
parts of an exchange are indented. Utterances are counted by speaker.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpus.types import Exchange, Minutes, Turn
from ingest.parse import choose, parse
from ingest.readers import read_documents

FOLDER = Path(__file__).resolve().parent / "fixtures" / "readings"
WORDS = 36


def reading(path: Path) -> str:
    """The lines for a file, of all its documents and meetings."""
    out: list[str] = []
    for document in read_documents(path):
        out.append(f"形: {choose(document).name}")
        for minutes in parse(document, path.name):
            out += _meeting(minutes)
    return "\n".join(out) + "\n"


def _meeting(minutes: Minutes) -> Iterator[str]:
    meeting = minutes.meeting
    yield f"会議: {meeting.body}｜{meeting.session}｜{meeting.date}"
    people = Counter(f"{u.speaker.side}:{u.speaker.office}{u.speaker.name}" for u in minutes.utterances)
    if people:
        yield "発言: " + "、".join(f"{who}×{count}" for who, count in people.items())
    for exchange in minutes.exchanges:
        yield from _lines(exchange, "")
    yield from (f"注意: {warning}" for warning in minutes.warnings)


def _lines(exchange: Exchange, indent: str) -> Iterator[str]:
    said = [" ".join(map(_said, side)) for side in (exchange.questions, exchange.answers)]
    notes = " ".join(f"{label}={value}" for label, value in exchange.notes)
    own = f"｜{exchange.topic}" if exchange.topic else ""
    below = own if indent else f"｜{exchange.topic}｜{exchange.agenda}｜{notes}"
    yield f"{indent}{exchange.status}｜{said[0]}｜{said[1]}{below}"
    for part in exchange.parts:
        yield from _lines(part, indent + "　")


def _said(turn: Turn) -> str:
    words = turn.text.replace("\n", "/").replace("\t", " ")
    if len(words) > WORDS:
        words = f"{words[: WORDS * 2 // 3]}…{words[-WORDS // 3 :]}"
    return f"{turn.speaker.office}{turn.speaker.name}「{words}」"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        sys.stdout.write(reading(Path(name)))
