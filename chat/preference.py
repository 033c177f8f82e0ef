"""Which of the exchanges that were read for a question goes first: a measure of its own beside how sure each of them answers.

`chat.evidence` decides whether an exchange answers at all, on the scale of all questions, answerable or not. Among exchanges found
for one question other things tell: a long speech holds many of the words by chance, as a long document does (Robertson and Walker
1994), and an explanation that nobody asked for is seldom the answer.

Weights are a logistic regression on answerable gold questions alone (`python -m evals.calibrate` prints them too). Fitted on other
documents than those judged (ten folds of fifteen sets, 805 questions in one town): the exchange with the answer goes first for 604
instead of 596 of 708, truth +358 -> +376. Weights of the decision instead, with the lengths among its features: +365.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, fields

from chat.evidence import Features
from corpus.types import Exchange


@dataclass(frozen=True, slots=True)
class Preference:
    """Weights of `chat.evidence.Features`, and of the natural logarithms of the characters of the question and of the reply."""

    exchange_cover: float = 1.22
    quote_cover: float = 0.97
    dense: float = 3.78
    kind_missing: float = -2.38
    found: float = 8.27
    likeness: float = -1.29
    unlike: float = -0.86
    statement: float = -1.71
    asked_length: float = -0.16
    replied_length: float = -0.1


NAMES = tuple(field.name for field in fields(Preference))


def weighed(features: Features, exchange: Exchange) -> dict[str, float]:
    """The values that `Preference` weighs, by name."""
    lengths = {
        "asked_length": math.log1p(len(exchange.question_text)),
        "replied_length": math.log1p(len(exchange.answer_text)),
    }
    return {name: float(lengths.get(name, getattr(features, name, 0.0))) for name in NAMES}


def preference(features: Features, exchange: Exchange, weights: Preference) -> float:
    """How much an exchange is to be preferred to others found for the same question; only differences mean anything."""
    own: dict[str, float] = asdict(weights)
    return sum(own[name] * value for name, value in weighed(features, exchange).items())
