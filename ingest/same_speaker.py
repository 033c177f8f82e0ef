"""A member who speaks again while his question is still open: the same words go on, or he says what he meant."""

from __future__ import annotations

from corpus.types import Utterance
from ingest.results import Opened
from ingest.turns import DIGEST, Reading
from ingest.wording import asks, asks_back


def goes_on(reading: Reading, index: int, opened: Opened) -> bool:
    """The same person, by name, goes on right after himself (a speech that the page shows in pieces)."""
    turn = reading.utterances[index]
    before = reading.utterances[index - 1] if index else None
    return (
        before is not None
        and index not in reading.breaks
        and bool(turn.speaker.name)
        and before.speaker == turn.speaker
        and not opened.answers
        and (reading.styles[index] not in DIGEST or opened.asked or not asks(turn.text))
    )


def answers_back(turn: Utterance, opened: Opened) -> bool:
    """A member says what he meant, when the executive asked him back (反問): the question is still the same."""
    return (
        bool(opened.answers)
        and turn.speaker == opened.questions[-1].speaker
        and asks_back(opened.answers[-1].text)
        and not asks(turn.text)
    )
