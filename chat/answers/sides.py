"""Quoting the other side of an exchange beside the one that is asked for: whose question a reply answers, and what a member was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from chat.answers.drafts import Reading
from chat.answers.extractive import Scored, Weights
from chat.answers.going_on import meaning
from chat.answers.kinds import VALUES
from chat.answers.said import Said
from chat.answers.scoring import Sentences
from retriever.asked import Question

if TYPE_CHECKING:
    from retriever.encoders import Encoder

ALIKE = 0.5
"""Cosine of a member's words and a sentence of the reply from which that sentence replies to them. Of 77 questions for a member's words over
five records 42 have such a sentence; the replies of the others go past what he said in passing. With 0.45 more are quoted, of another matter."""


class Sides:
    """Adds to a quotation what the other side said to it. Thread-safe."""

    def __init__(self, encoder: Encoder | None, sentences: Sentences, weights: Weights) -> None:
        self._encoder = encoder
        self._sentences = sentences
        self._weights = weights

    def with_the_other(self, asked: Question, reading: Reading) -> Reading:
        """The reading with the question before its reply where who asked is wanted as well, with the reply behind a member's words where these
        are: alone they would be read as the town's. A figure or a day that he quotes is given alone: nobody replies to it.

        Args:
            asked: the question.
            reading: of the exchange that answers it.
        """
        roles = {item.sentence.role for item in reading.chosen}
        if asked.both and "question" not in roles:
            asking = self._scored(asked, self._said(asked, reading, "question"))
            best = max(asking, key=lambda item: (not item.filler, item.score), default=None)
            return replace(reading, chosen=(best, *reading.chosen)) if best else reading
        if (asked.about_question or asked.who_said) and roles == {"question"} and not asked.kinds & VALUES:
            reply = self._reply(asked, reading)
            return replace(reading, chosen=(*reading.chosen, reply)) if reply else reading
        return reading

    def _reply(self, asked: Question, reading: Reading) -> Scored | None:
        """The sentence of the reply that is most like the member's words, if one is."""
        if self._encoder is None:
            return None
        (his,) = self._encoder.encode_passages(["".join(item.sentence.text for item in reading.chosen)])
        replied = self._said(asked, reading, "answer")
        alike = {
            i: float(each.vector @ his)
            for i, each in enumerate(replied)
            if each.vector is not None and not each.filler and each.sentence.turn.speaker.side != "member"
        }
        best = max(alike, key=alike.__getitem__, default=None)
        return None if best is None or alike[best] < ALIKE else self._scored(asked, replied)[best]

    def _said(self, asked: Question, reading: Reading, role: str) -> tuple[Said, ...]:
        """The sentences of one side of the exchange."""
        return self._sentences.said(asked, reading.found.stored, (role,))

    def _scored(self, asked: Question, said: Sequence[Said]) -> list[Scored]:
        """Sentences, scored for the question, same order."""
        return self._sentences.scored(asked, said, meaning(asked, self._encoder), self._weights)
