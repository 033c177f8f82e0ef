"""Reads a layout fixture and writes its exchanges as short lines, so that a test shows input and result side by side."""

from __future__ import annotations

from pathlib import Path

from corpus.spans import text_at
from corpus.types import Exchange, Minutes, Turn
from ingest.parse import choose, parse
from ingest.readers import read_documents
from ingest.types import Document

FOLDER = Path(__file__).resolve().parent / "fixtures" / "layouts"


def document(name: str) -> Document:
    """The document of a fixture file."""
    return next(iter(read_documents(FOLDER / name)))


def read(name: str) -> tuple[str, Minutes]:
    """(layout, minutes) of a fixture that holds one meeting; every text is checked against its spans."""
    found = document(name)
    (minutes,) = parse(found, name)
    for exchange in minutes.exchanges:
        for turn in turns(exchange):
            assert text_at(found.text, turn.spans) == turn.text
    for utterance in minutes.utterances:
        assert text_at(found.text, utterance.spans) == utterance.text
    return choose(found).name, minutes


def turns(exchange: Exchange) -> list[Turn]:
    """All turns of an exchange and its parts."""
    inner = [t for part in exchange.parts for t in turns(part)]
    return [*exchange.turns, *inner]


def lines(minutes: Minutes) -> list[str]:
    """`status｜speaker: question …｜speaker: answer …` for each exchange; words are cut after twelve characters."""
    return [_line(e) for e in minutes.exchanges]


def _line(exchange: Exchange) -> str:
    sides = [" ".join(_said(t) for t in side) for side in (exchange.questions, exchange.answers)]
    return "｜".join([exchange.status, *sides])


def _said(turn: Turn) -> str:
    words = turn.text.replace("\n", "/")
    return f"{turn.speaker.office}{turn.speaker.name}:{words[:12]}"
