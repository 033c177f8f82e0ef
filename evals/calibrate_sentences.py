"""Fits `chat.extractive.Beside`: which sentences beside the best one hold a part of what is asked for; part of `evals.calibrate`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

from chat.choosing import foremost, standing_beside
from chat.extractive import Beside, Weights
from chat.types import Message
from evals.gold import Gold
from evals.scoring import shows
from evals.text import has_fact

if TYPE_CHECKING:
    from chat.service import Service

NAMES = tuple(field.name for field in fields(Beside) if field.name != "bias")


@dataclass(frozen=True, slots=True)
class SentenceExample:
    """A sentence of an exchange that answers, beside the best one of it: what `Beside` weighs, and whether it holds a fact."""

    values: tuple[float, ...]
    holds: bool


def sentence_examples(service: Service, gold: Gold, today: date) -> Iterator[SentenceExample]:
    """Of each answerable question to one town the sentences of the first exchange that answers, without the best one: that is quoted."""
    weights = Weights()
    for question in gold.questions:
        if not question.answerable or question.style == "cross":
            continue
        history = [Message(role, content) for role, content in question.history]
        readings = service.read(question.question, history, today=today)
        for reading in sorted(readings, key=lambda reading: -reading.preference):
            exchange = reading.found.stored.exchange
            body = exchange.question_text + exchange.answer_text
            if not any(shows(gold.items[i], body) for need in question.needs for i in need):
                continue
            if reading.scored:
                best = foremost(reading.scored)[0]
                values = standing_beside(reading.scored, best, weights)
                for i, item in enumerate(reading.scored):
                    if i != best:
                        told = any(has_fact(fact, item.sentence.text) for fact in question.facts)
                        yield SentenceExample(values[i], told)
            break


def fit_beside(found: Sequence[SentenceExample]) -> dict[str, float]:
    """Weights of `Beside` by name: a logistic regression (Cox 1958), unregularised but for what keeps it finite."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    table = np.array([example.values for example in found])
    model = LogisticRegression(C=1e3, max_iter=3000).fit(table, [example.holds for example in found])
    return {"bias": float(model.intercept_[0])} | dict(zip(NAMES, map(float, model.coef_[0]), strict=True))
