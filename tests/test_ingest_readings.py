"""Documents of many councils and systems in miniature, each beside what is read from it (`fixtures/readings/*.read`)."""

from __future__ import annotations

import pytest
from reading_lines import FOLDER, reading

from corpus.spans import text_at
from corpus.types import Exchange, Turn
from ingest.parse import parse
from ingest.readers import read_documents

NAMES = sorted(path.name for path in FOLDER.iterdir() if path.suffix != ".read")


@pytest.mark.parametrize("name", NAMES)
def test_reading(name: str) -> None:
    """Meeting, speakers, exchanges with their parts, topics and notes, and warnings are as written beside the document."""
    assert reading(FOLDER / name) == (FOLDER / f"{name}.read").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_text_stands_at_its_spans(name: str) -> None:
    """Utterances, turns of exchanges and turns of parts are the document letter for letter."""
    for document in read_documents(FOLDER / name):
        read = parse(document, name)
        assert read
        for minutes in read:
            for utterance in minutes.utterances:
                assert text_at(document.text, utterance.spans) == utterance.text
            for turn in (t for e in minutes.exchanges for t in _turns(e)):
                assert text_at(document.text, turn.spans) == turn.text


@pytest.mark.parametrize("name", [n for n in NAMES if n.startswith("hostile")])
def test_hostile_documents_hold_no_exchanges(name: str) -> None:
    """Votes, lists of questions, plans, machine transcripts, mixed columns, one member's words: text with a warning."""
    for document in read_documents(FOLDER / name):
        read = parse(document, name)
        assert read
        for minutes in read:
            assert {e.status for e in minutes.exchanges} <= {"statement"}
            assert "発言者を判別できない" in minutes.warnings[-1]


def _turns(exchange: Exchange) -> list[Turn]:
    inner = [t for part in exchange.parts for t in _turns(part)]
    return [*exchange.questions, *exchange.answers, *inner]
