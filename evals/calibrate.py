"""Fits the refusal's calibration on gold questions and prints the weights with their risk–coverage table.

    python -m evals.calibrate --gold evals/gold_sample.jsonl [--gold …]

Each found exchange of each question is one example: does it hold the answer? The weights are a logistic regression over
`chat.evidence.Features` (Cox 1958), judged on questions that the fit has not seen (cross-validation by question). Paste them
into `chat.evidence.Calibration`, choose the threshold from the table, and run `kaigiroku eval run` before and after.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from chat.evidence import Features
from chat.types import Message
from evals.gold import Gold, GoldQuestion, load_gold
from evals.product import opened
from evals.scoring import shows
from evals.text import has_fact

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from chat.answering import Reading
    from chat.service import Service

FOLDS = 8
NAMES = tuple(field.name for field in fields(Features))


@dataclass(frozen=True, slots=True)
class Example:
    """One exchange read for one question: its features and whether it holds the answer."""

    question: str
    answerable: bool
    features: tuple[float, ...]
    holds: bool


def examples(service: Service, gold: Gold, today: date) -> Iterator[Example]:
    """The exchanges that the product reads for each question. Left out: what is neither required nor wrong, and quotations by
    which the record itself says that something is not given (showing them is right)."""
    for question in gold.questions:
        history = [Message(role, content) for role, content in question.history]
        for reading in service.read(question.question, history, today=today):
            label = _holds(gold, question, reading)
            if label is not None:
                values = tuple(float(getattr(reading.features, name)) for name in NAMES)
                yield Example(f"{gold.name}/{question.id}", question.answerable, values, label)


def _holds(gold: Gold, question: GoldQuestion, reading: Reading) -> bool | None:
    exchange = reading.found.stored.exchange
    body = exchange.question_text + exchange.answer_text
    quoted = "".join(item.sentence.text for item in reading.chosen)
    if question.not_given and all(has_fact(fact, quoted) for fact in question.not_given):
        return None
    if any(shows(gold.items[i], body) for need in question.needs for i in need):
        return True
    return None if any(shows(gold.items[i], body) for i in question.also_ok if i in gold.items) else False


def fit(found: Sequence[Example]) -> tuple[dict[str, float], NDArray[np.float64]]:
    """Weights by name (and `bias`), and for each example its probability by a fit that has not seen its question: shape (n,)."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold, cross_val_predict

    table = np.array([example.features for example in found])
    labels = np.array([example.holds for example in found], dtype=int)
    groups = [example.question for example in found]
    model = LogisticRegression(C=1.0, max_iter=1000)
    folds = GroupKFold(min(FOLDS, len(set(groups))))
    unseen = cross_val_predict(model, table, labels, groups=groups, cv=folds, method="predict_proba")[:, 1]
    model.fit(table, labels)
    return {
        "bias": float(model.intercept_[0]),
        **dict(zip(NAMES, map(float, model.coef_[0]), strict=True)),
    }, unseen


def table(found: Sequence[Example], probability: Sequence[float]) -> Iterator[str]:
    """Lines: threshold, share answered, share whose best exchange is right, share of the unanswerable refused."""
    best: dict[str, tuple[float, Example]] = {}
    for example, value in zip(found, probability, strict=True):
        if example.question not in best or value > best[example.question][0]:
            best[example.question] = (value, example)
    asked = [item for item in best.values() if item[1].answerable]
    other = [item for item in best.values() if not item[1].answerable]
    yield "threshold answered right refused"
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        answered = sum(value >= threshold for value, _ in asked) / max(1, len(asked))
        right = sum(value >= threshold and example.holds for value, example in asked) / max(1, len(asked))
        refused = sum(value < threshold for value, _ in other) / max(1, len(other))
        yield f"{threshold:9.2f} {answered:8.3f} {right:5.3f} {refused:7.3f}"


def main() -> None:
    """Reads gold sets, asks the product, fits, prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, action="append", required=True)
    parser.add_argument("--encoder", default=None)
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 4, 1))
    args = parser.parse_args()
    found: list[Example] = []
    for path in args.gold:
        gold = load_gold(path)
        with opened(gold.documents, None, args.encoder, None) as service:
            found += examples(service, gold, args.today)
    weights, unseen = fit(found)
    for name, value in weights.items():
        print(f"{name}: float = {value:.2f}")
    print("\n".join(table(found, [float(value) for value in unseen])))


if __name__ == "__main__":
    main()
