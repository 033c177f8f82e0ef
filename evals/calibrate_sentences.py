"""Fits `chat.answers.extractive.Beside`: which sentences beside the best one hold a part of what is asked for; part of `evals.calibrate`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from chat.answers.choosing import foremost, standing_beside
from chat.answers.extractive import Beside, Weights
from evals.gold import Gold, GoldQuestion
from evals.scoring import shows
from evals.text import has_fact

if TYPE_CHECKING:
    from chat.answers.drafts import Reading

Read = Sequence[tuple["GoldQuestion", Sequence["Reading"]]]
"""The questions of a set, each with what the product read for it."""

NAMES = tuple(field.name for field in fields(Beside) if field.name != "bias")


@dataclass(frozen=True, slots=True)
class SentenceExample:
    """A sentence of an exchange that answers, beside the best one of it: what `Beside` weighs, and whether it holds a fact."""

    values: tuple[float, ...]
    holds: bool


def meets_a_need(gold: Gold, question: GoldQuestion, reading: Reading) -> bool:
    """Whether a reading is of an exchange that the question requires."""
    exchange = reading.found.stored.exchange
    body = exchange.question_text + exchange.answer_text
    return any(shows(gold.items[i], body) for need in question.needs for i in need)


def sentence_examples(gold: Gold, read: Read) -> Iterator[SentenceExample]:
    """Of each answerable question to one town the sentences of the first exchange that answers, without the best one: that is quoted."""
    weights = Weights()
    for question, readings in read:
        if not question.answerable or question.style == "cross":
            continue
        ordered = sorted(readings, key=lambda reading: -reading.preference)
        right = next((one for one in ordered if meets_a_need(gold, question, one)), None)
        if right is None or not right.scored:
            continue
        best = foremost(right.scored)[0]
        values = standing_beside(right.scored, best, weights)
        for i, item in enumerate(right.scored):
            if i != best:
                told = any(has_fact(fact, item.sentence.text) for fact in question.facts)
                yield SentenceExample(values[i], told)


def fit_beside(found: Sequence[SentenceExample]) -> dict[str, float]:
    """Weights of `Beside` by name: a logistic regression (Cox 1958), unregularised but for what keeps it finite."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    table = np.array([example.values for example in found])
    model = LogisticRegression(C=1e3, max_iter=3000).fit(table, [example.holds for example in found])
    return {"bias": float(model.intercept_[0])} | dict(zip(NAMES, map(float, model.coef_[0]), strict=True))
