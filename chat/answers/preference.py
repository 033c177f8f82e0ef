"""Which of the exchanges that were read for a question goes first: a measure of its own beside how sure each of them answers.

`chat.answers.evidence` decides whether an exchange answers at all, on the scale of all questions, answerable or not. Among exchanges found
for one question other things tell: a long speech holds many of the words by chance, as a long document does (Robertson and Walker
1994), and an explanation that nobody asked for is seldom the answer.

Weights are those of a conditional logit (McFadden 1974): the chance that an exchange is the one that answers is its share of the sum of
`exp(preference)` over those found for the same question, so `shares` are chances too. `python -m evals.calibrate` prints them. Fitted
on other documents than those judged (952 answerable questions in one town, eighteen sets): the exchange with the answer goes first for 789
instead of 780 of 870, as with a logistic regression that compares exchanges of different questions. Truth over 1,383 questions
766 -> 779.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

from chat.answers.evidence import Features
from corpus.types import Exchange


@dataclass(frozen=True, slots=True)
class Preference:
    """Weights of `chat.answers.evidence.Features`, and of the natural logarithms of the characters of the question and of the reply."""

    exchange_cover: float = 1.39
    quote_cover: float = 3.3
    dense: float = 7.31
    kind_missing: float = -1.62
    unit_missing: float = -1.0
    """Not fitted with the others: of 73 questions over 10,469 exchanges one more is answered right, of 1,425 over five records none changes;
    0.5 and 2 give the same."""
    focus_missing: float = -0.6
    """Not fitted with the others: of 129 questions over seven records two more are answered right and of 1,425 over five as many, with more
    of the citations right; with -1.2 one less."""
    found: float = 4.43
    likeness: float = 5.54
    unlike: float = -0.47
    statement: float = -2.07
    asked_length: float = -0.24
    replied_length: float = -0.37
    announced: float = 0.8
    """Where a quoted sentence begins as one that tells what is asked for by its noun (`chat.answers.announcing`). Not fitted with the others:
    of 77 questions over eight documents of other towns one more is answered right, of 1,425 over five records none changes; 0.7 and
    1.5 give the same."""


NAMES = tuple(field.name for field in fields(Preference))


def weighed(features: Features, exchange: Exchange) -> dict[str, float]:
    """The values that `Preference` weighs, by name."""
    lengths = {
        "asked_length": math.log1p(len(exchange.question_text)),
        "replied_length": math.log1p(len(exchange.answer_text)),
    }
    return {name: float(lengths.get(name, getattr(features, name, 0.0))) for name in NAMES}


def preference(features: Features, exchange: Exchange, weights: Preference, announced: bool = False) -> float:
    """How much an exchange is to be preferred to others found for the same question (`announced`: one of its quoted sentences announces what
    is asked for); only differences mean anything."""
    own: dict[str, float] = asdict(weights)
    fitted = sum(own[name] * value for name, value in weighed(features, exchange).items())
    return fitted + weights.announced * announced


def shares(preferences: Sequence[float]) -> list[float]:
    """For each of the exchanges found: the chance that it is the one that answers, if any does. The chances sum to 1."""
    most = max(preferences, default=0.0)
    odds = [math.exp(each - most) for each in preferences]
    return [each / sum(odds) for each in odds]
