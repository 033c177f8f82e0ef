"""What is checked and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from chat.framing import place_ja
from corpus.types import Meeting, Speaker

Kind = Literal[
    "quote",
    "number",
    "date",
    "town",
    "name",
    "office",
    "side",
    "negation",
    "strength",
    "opposite",
    "condition",
    "unsupported",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The cited turn with its heading. `about`: more words that may be used (topic, the question that was put)."""

    text: str
    speaker: Speaker
    meeting: Meeting
    role: str = "answer"
    about: str = ""

    @property
    def heading(self) -> str:
        """Town, meeting and speaker: a sentence may name them."""
        town = self.meeting.municipality
        where = f"{town.prefecture if town else ''}{town.name if town else ''}"
        return f"{where} {place_ja(self.meeting)} {self.speaker.office} {self.speaker.name}"

    @property
    def by_member(self) -> bool:
        """Whether a member said it."""
        return self.role == "question" or self.speaker.side == "member"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a sentence is withheld."""

    kind: Kind
    detail: str
