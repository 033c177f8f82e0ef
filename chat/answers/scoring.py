"""The sentences of an exchange, scored for a question."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from chat.answers.announcing import announced, numbered
from chat.answers.counters import asked_units
from chat.answers.extractive import Ask, Scored, Weights, score
from chat.answers.measuring import Measures
from chat.answers.reading import sentence_terms
from chat.answers.said import Said, Sayings, question_of
from corpus.spans import Spans
from corpus.types import Exchange, StoredExchange
from retriever.asked import Question

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from retriever.encoders import Encoder

    Vector = NDArray[np.float32]
    Parts = tuple[tuple[float, Spans], ...]


ALL_OF_IT, ITS_OWN = 0.9, 1.0
"""Share of a question that the question of one part holds, and of no other, from which that part is the one asked for, and what this adds to how
like it is: the reply to it need not say its name again (「工場跡地について」: 「三つの柱を中心に進めております」), while another part does. Of
1,546 questions over twelve records none changes; added twice, six of them are lost."""


POINTS, OPENED = 3, 0.5
"""Points of a question from which the words of its opening count less in the sentences of the reply, and how much. Of 118 questions over eight
documents of other towns one more is answered right, of 1,425 over five records none changes; with 0.1 as many, with two more quotations
of something else."""


class Sentences:
    """Reads exchanges sentence by sentence. Thread-safe."""

    def __init__(self, encoder: Encoder | None, measures: Measures) -> None:
        self._encoder = encoder
        self._measures = measures
        self._sayings = Sayings(encoder.encode_passages if encoder else None)

    def said(self, asked: Question, stored: StoredExchange, roles: Sequence[str]) -> tuple[Said, ...]:
        """The sentences of an exchange that these sides say."""
        return self._sayings.of(stored, roles, self._measures.forms(asked), asked.kana)

    def scored(
        self,
        asked: Question,
        found: Sequence[Said],
        vector: Vector | None,
        weights: Weights,
        parts: Parts = (),
        date: str = "",
        opened: Collection[str] = (),
    ) -> list[Scored]:
        """The sentences `found` of an exchange, with what they have of the question.

        Args:
            asked: the question.
            found: sentences that may be quoted.
            vector: what it means.
            weights: of the sentences.
            parts: see `parts`.
            date: the day of the meeting.
            opened: see `opened`.
        """
        terms = {
            form: weight * (OPENED if form in opened else 1.0)
            for form, weight in sentence_terms(asked).items()
        }
        ask = Ask(
            {**terms, **self._measures.year_terms(asked, date)},
            vector,
            asked.kinds,
            asked_units(asked.text),
            announced(asked.text) or numbered(asked.text, asked.terms.synonyms),
            parts,
        )
        return score(ask, found, weights)

    def opened(self, asked: Question, stored: StoredExchange) -> frozenset[str]:
        """The words by which a question on several points names what all of them are about (「会社の経営について5点」) and none of the
        points again: a sentence of the reply that has them is no more of what is asked than the others."""
        exchange = stored.exchange
        if len(exchange.parts) < POINTS:
            return frozenset()
        points = (self._measures.words_of(asked, part.question_text) for part in exchange.parts)
        return self._measures.words_of(asked, exchange.question_text).difference(*points)

    def parts(self, stored: StoredExchange, asked: Question, vector: Vector | None) -> Parts:
        """Of each part: how like its own question is to the one asked, and where its answers stand."""
        exchange = stored.exchange
        if not exchange.parts:
            return ()
        likes = [self._measures.likeness(asked, question_of(part)) for part in exchange.parts]
        its_own = self._asked_alone(asked, exchange, likes)
        if vector is not None and self._encoder is not None:
            meant = (self._sayings.of_parts(stored, self._encoder.encode_passages) @ vector).clip(min=0.0)
            likes = [(like + float(cosine)) / 2 for like, cosine in zip(likes, meant, strict=True)]
        if its_own is not None:
            likes[its_own] += ITS_OWN
        places = [tuple(span for turn in part.answers for span in turn.spans) for part in exchange.parts]
        return tuple(zip(likes, places, strict=True))

    def _asked_alone(self, asked: Question, exchange: Exchange, likes: Sequence[float]) -> int | None:
        """The part whose question alone holds what is asked, of which no reply to another part says as much either; see `ITS_OWN`."""
        whole = [i for i, like in enumerate(likes) if like >= ALL_OF_IT]
        if len(whole) != 1 or len(asked.terms.own) < 2:
            return None
        others = (part.answer_text for i, part in enumerate(exchange.parts) if i != whole[0])
        said = any(self._measures.likeness(asked, text) >= ALL_OF_IT for text in others)
        return None if said else whole[0]
