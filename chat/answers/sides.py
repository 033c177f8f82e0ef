"""Quoting the other side of an exchange beside the one that is asked for: whose question a reply answers, and what a member was told.

A number, a sum, a share, a day or a rank that no reply tells and a member told when he asked (「講座は昨年度4回、参加は95人と聞いた」) is quoted in his
words, as his. Nobody vouches for what he tells, and he tells it of other places too: the sentence must name all that is asked for (of 1,425 questions
over five records nine more were answered without this, eight of them wrong; with it none changes).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from chat.answers import lacking, named, wording
from chat.answers.counters import asked_units
from chat.answers.drafts import Reading
from chat.answers.evidence import stands
from chat.answers.extractive import Scored, Weights
from chat.answers.going_on import meaning
from chat.answers.kinds import VALUES
from chat.answers.said import Said
from chat.answers.scoring import Sentences
from retriever.asked import Question
from retriever.terms import asks

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


def of_his_words(asked: Question) -> Question | None:
    """The question as one for a member's words; None where it asks for no value, or in another way than of the record at large."""
    valued = asked_units(asked.text) or asked.kinds & VALUES or named.asks_by_name(asked.text)
    at_large = not (
        asked.about_question
        or asked.who_said
        or asked.both
        or asked.across
        or asked.follow_up
        or asked.office
    )
    understood = not (asked.foreign or asked.kana)
    return replace(asked, about_question=True) if valued and at_large and understood else None


def telling_all(
    asked: Question, readings: Sequence[Reading], forms: Callable[[str], Collection[str]]
) -> Reading | None:
    """The best of the readings with the one sentence of it that tells the value and names all that is asked for.

    Args:
        asked: what `of_his_words` gives.
        readings: of exchanges, for it.
        forms: how a text is cut into words.
    """
    for reading in sorted(readings, key=lambda one: -one.preference):
        for item in reading.scored:
            if _tells(asked, item) and _names_all(asked, frozenset(forms(item.sentence.text))):
                return replace(reading, chosen=(item,))
    return None


def _tells(asked: Question, item: Scored) -> bool:
    text = wording.plain(item.sentence.text)
    if lacking.lacks_what_is_asked(asked.text, asked.kinds, text):
        return False
    return named.asks_by_name(asked.text) or lacking.tells_value(asked.text, asked.kinds, text)


def _names_all(asked: Question, words: Collection[str]) -> bool:
    """Whether every word of the question but those that ask is among `words`."""
    matter = [form for form in asked.terms.own if not asks(form)]
    return bool(matter) and all(stands(form, asked.terms.synonyms, words) for form in matter)
