"""Fits the refusal's calibration and the order of what is found on gold questions; prints the weights with their risk–coverage table.

    python -m evals.calibrate --gold evals/gold_sample.jsonl [--gold …] [--exchanges FILE --docs FOLDER] [--off-topic evals/off_topic.txt]

Each found exchange of each question is one example: does it hold the answer? Every gold set counts alike; questions that no minutes
answer (`--off-topic`, a line each, asked of every set's documents) are examples of "no". The weights are a logistic regression over
`chat.answers.evidence.Features` (Cox 1958), judged on questions that the fit has not seen (cross-validation by question). Paste them
into `chat.answers.evidence.Calibration`, choose the threshold from the table, and run `kaigiroku eval run` before and after. The second
block is for `chat.answers.preference.Preference`: the same of the answerable questions alone, which of what is found goes first. The third is
for `Calibration` again: what the way a question is put (`chat.answers.evidence.Asking`) adds to the weights that are in use. The fourth is for
`chat.answers.extractive.Beside` (`evals.calibrate_sentences`).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from chat.answers.evidence import Asking, Calibration, Features, probability
from chat.answers.preference import NAMES as NAMES_OF_ORDER
from chat.answers.preference import weighed
from chat.types import Message
from evals.calibrate_sentences import Read, SentenceExample, fit_beside, meets_a_need, sentence_examples
from evals.gold import Gold, GoldQuestion, has_annotation, load_gold
from evals.product import opened
from evals.scoring import shows
from evals.text import has_fact

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from chat.answers.drafts import Reading
    from chat.service import Service

FOLDS = 8
"""Parts of the questions of which each is judged by a fit to the others: each fit keeps seven eighths of the few that there are."""
OFF_TOPIC = 0.2
"""Weight of the off-topic questions beside one gold set: with 0.5 one answerable question in ten more is refused."""
OFF_TOPIC_QUESTIONS = Path(__file__).with_name("off_topic.txt")
RIDGE = 5.0
"""Of the order's weights; 1 and 20 order the exchanges of unseen sets as well."""
NAMES = tuple(field.name for field in fields(Features))
NAMES_OF_ASKING = tuple(field.name for field in fields(Asking))


@dataclass(frozen=True, slots=True)
class Example:
    """One exchange read for one question: its features and whether it holds the answer."""

    question: str
    answerable: bool
    features: tuple[float, ...]
    holds: bool
    gold: str = ""
    """The gold set that it is of; empty for an off-topic question."""
    preference: tuple[float, ...] = ()
    """What `chat.answers.preference.Preference` weighs, in its order; of answerable gold questions in one town."""
    asking: tuple[float, ...] = ()
    """`chat.answers.evidence.Asking`, of the exchange that goes first for a gold question to one town."""
    tells: bool = False
    """Whether its quotation holds all facts that are asked for."""


def read_all(service: Service, gold: Gold, today: date) -> Read:
    """What the product reads for each question, asked once."""
    asked = (
        (question, [Message(role, content) for role, content in question.history])
        for question in gold.questions
    )
    return [(one, service.read(one.question, history, today=today)) for one, history in asked]


def examples(gold: Gold, read: Read) -> Iterator[Example]:
    """The exchanges that the product read for each question. Left out: what is neither required nor wrong, and quotations by
    which the record itself says that something is not given (showing them is right)."""
    for question, readings in read:
        first = max(readings, key=lambda reading: reading.preference, default=None)
        for reading in readings:
            label = _holds(gold, question, reading)
            if label is not None:
                values = tuple(float(getattr(reading.features, name)) for name in NAMES)
                alone = question.style != "cross"
                weighs = (
                    weighed(reading.features, reading.found.stored.exchange)
                    if alone and question.answerable
                    else {}
                )
                put = astuple(reading.asking) if alone and reading is first else ()
                yield Example(
                    f"{gold.name}/{question.id}",
                    question.answerable,
                    values,
                    label,
                    gold.name,
                    tuple(weighs.values()),
                    put,
                    question.answerable and all(has_fact(fact, reading.quoted) for fact in question.facts),
                )


def off_topic_examples(service: Service, gold: str, questions: Sequence[str]) -> Iterator[Example]:
    """The exchanges that the product reads for questions that its documents cannot answer."""
    for number, question in enumerate(questions):
        for reading in service.read(question):
            values = tuple(float(getattr(reading.features, name)) for name in NAMES)
            yield Example(f"{gold}/off-topic-{number}", False, values, False)


def _holds(gold: Gold, question: GoldQuestion, reading: Reading) -> bool | None:
    exchange = reading.found.stored.exchange
    body = exchange.question_text + exchange.answer_text
    if question.not_given and all(has_fact(fact, reading.quoted) for fact in question.not_given):
        return None
    if meets_a_need(gold, question, reading):
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
    weights = _weights(found)
    model = LogisticRegression(C=1.0, max_iter=5000)
    folds = GroupKFold(min(FOLDS, len(set(groups))))
    unseen = cross_val_predict(
        model,
        table,
        labels,
        groups=groups,
        cv=folds,
        method="predict_proba",
        params={"sample_weight": weights},
    )[:, 1]
    model.fit(table, labels, sample_weight=weights)
    return {
        "bias": float(model.intercept_[0]),
        **dict(zip(NAMES, map(float, model.coef_[0]), strict=True)),
    }, unseen


def fit_preference(found: Sequence[Example]) -> dict[str, float]:
    """Weights of `chat.answers.preference.Preference` by name: a conditional logit (McFadden 1974) of the questions of which one exchange found
    answers and another does not, with `RIDGE` on standardised values."""
    import numpy as np
    from scipy.optimize import minimize
    from sklearn.preprocessing import StandardScaler

    known = [example for example in found if example.preference]
    scaler = StandardScaler().fit(np.array([example.preference for example in known]))
    choices = []
    for _, group in groupby(known, key=lambda example: example.question):
        members = list(group)
        right = np.array([example.holds for example in members])
        if right.any() and not right.all():
            choices.append((scaler.transform(np.array([example.preference for example in members])), right))

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = RIDGE / 2 * float(weights @ weights), RIDGE * weights
        for table, right in choices:
            values = table @ weights
            odds = np.exp(values - values.max())
            share = odds / odds.sum()
            held = share[right].sum()
            total -= float(np.log(held))
            slope = slope - table.T @ (np.where(right, share / held, 0.0) - share)
        return total, slope

    best = minimize(loss, np.zeros(len(NAMES_OF_ORDER)), jac=True, method="L-BFGS-B").x
    return dict(zip(NAMES_OF_ORDER, map(float, best / scaler.scale_), strict=True))


def fit_asking(found: Sequence[Example]) -> dict[str, float]:
    """Weights of `chat.answers.evidence.Asking` by name (and `asking`, their bias): a logistic regression, of whether the quotation tells
    what is asked, that starts from the log-odds of the `Calibration` in use and leaves its weights as they are."""
    import numpy as np
    from scipy.optimize import minimize
    from scipy.special import expit, logit

    known = [example for example in found if example.asking]
    table = np.array([(1.0, *example.asking) for example in known])
    right = np.array([example.tells for example in known], dtype=float)
    used = logit([probability(Features(*example.features), Calibration()) for example in known])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = used + table @ weights
        total = float(np.logaddexp(0.0, odds).sum() - right @ odds + weights @ weights / 2)
        return total, table.T @ (expit(odds) - right) + weights

    best = minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x
    return dict(zip(("asking", *NAMES_OF_ASKING), map(float, best), strict=True))


def _weights(found: Sequence[Example]) -> list[float]:
    """Weights by which every gold set counts alike, and all off-topic questions `OFF_TOPIC` of one of them."""
    sizes = Counter(example.gold for example in found)
    sets = max(1, len(sizes) - ("" in sizes))
    share = len(found) / sets
    return [share * (1.0 if example.gold else OFF_TOPIC) / sizes[example.gold] for example in found]


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
    parser.add_argument("--exchanges", type=Path, help="annotation of the sets that have none of their own")
    parser.add_argument("--docs", type=Path, help="documents of these sets")
    parser.add_argument("--off-topic", type=Path, default=OFF_TOPIC_QUESTIONS)
    parser.add_argument("--encoder", default=None)
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 4, 1))
    args = parser.parse_args()
    strange = [line.strip() for line in args.off_topic.read_text("utf-8").splitlines() if line.strip()]
    found: list[Example] = []
    sentences: list[SentenceExample] = []
    for path in args.gold:
        own = has_annotation(path)
        gold = load_gold(path) if own else load_gold(path, annotation=args.exchanges, documents=args.docs)
        with opened(gold.documents, None, args.encoder, None) as service:
            read = read_all(service, gold, args.today)
            found += examples(gold, read)
            found += off_topic_examples(service, gold.name, strange)
            sentences += sentence_examples(gold, read)
    weights, unseen = fit(found)
    print("# chat.answers.evidence.Calibration")
    print("\n".join(f"{name}: float = {value:.2f}" for name, value in weights.items()))
    print("\n".join(table(found, [float(value) for value in unseen])))
    fits = {
        "chat.answers.preference.Preference": fit_preference(found),
        "chat.answers.evidence.Calibration, from `asking` on": fit_asking(found),
        "chat.answers.extractive.Beside": fit_beside(sentences),
    }
    for of, block in fits.items():
        print(f"# {of}")
        print("\n".join(f"{name}: float = {value:.2f}" for name, value in block.items()))


if __name__ == "__main__":
    main()
