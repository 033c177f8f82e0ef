"""Two runs on the same gold set, question by question: is one better, or is it chance?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chat.words import t
from corpus.errors import GoldError
from evals.metrics import BY_NAME, METRICS, Metric, Value, measure, per_question
from evals.run import Asked, Run
from evals.stats import Paired, detectable_difference, randomisation_test

ALPHA = 0.05
"""Differences with p below this are marked. Several metrics are tested at once: one of twenty is marked by chance."""


@dataclass(frozen=True, slots=True)
class Row:
    """One metric of both runs. The test pairs the questions for which both have a value (see `per_question`)."""

    metric: Metric
    first: Value
    second: Value
    test: Paired

    @property
    def difference(self) -> float | None:
        """Second minus first, of the values over all questions."""
        if self.first.value is None or self.second.value is None:
            return None
        return self.second.value - self.first.value

    @property
    def significant(self) -> bool:
        """Whether the paired test finds a difference."""
        return self.test.p < ALPHA


@dataclass(frozen=True, slots=True)
class Comparison:
    """`better` and `worse` are the questions whose truth the second run changed, as (first, second)."""

    first: Run
    second: Run
    rows: tuple[Row, ...]
    better: tuple[tuple[Asked, Asked], ...]
    worse: tuple[tuple[Asked, Asked], ...]


def compare(first: Run, second: Run) -> Comparison:
    """Compares two runs on one gold set.

    Raises:
        GoldError: the runs are on different gold sets, documents or questions.
    """
    ids = [asked.question.id for asked in first.asked]
    if first.fingerprint != second.fingerprint or ids != [asked.question.id for asked in second.asked]:
        raise GoldError(
            f"「{first.name}」と「{second.name}」は正解データか文書が違うため比べられません",
            "同じ正解データで eval run をやり直してください",
        )
    pairs = tuple(zip(first.asked, second.asked, strict=True))
    return Comparison(
        first=first,
        second=second,
        rows=tuple(_row(metric, first, second) for metric in METRICS),
        better=tuple(pair for pair in pairs if pair[1].score.truth > pair[0].score.truth),
        worse=tuple(pair for pair in pairs if pair[1].score.truth < pair[0].score.truth),
    )


HEADLINES = ("success@1", "recall@5", "facts", "truth")
"""Metrics by which systems are set against each other at a glance: found, found in time, said, right."""

UNIT_PAIR = ("chunks-fused", "exchanges-fused")
"""Systems that differ in nothing but the unit: fixed chunks, exchanges."""


@dataclass(frozen=True, slots=True)
class Contest:
    """One pair of systems of the same evaluation with the rows of `HEADLINES`; differences are `second` − `first`."""

    first: Run
    second: Run
    rows: tuple[Row, ...]


def contests(runs: Sequence[Run]) -> tuple[Contest, ...]:
    """The first system against each other one, and, where both were run, exchanges against fixed chunks."""
    pairs = [(other, runs[0]) for other in runs[1:]]
    named = {run.system: run for run in runs}
    if all(name in named for name in UNIT_PAIR):
        pairs.append((named[UNIT_PAIR[0]], named[UNIT_PAIR[1]]))
    return tuple(Contest(a, b, tuple(_row(BY_NAME[name], a, b) for name in HEADLINES)) for a, b in pairs)


def _row(metric: Metric, first: Run, second: Run) -> Row:
    pairs = [
        (a, b)
        for x, y in zip(first.scores, second.scores, strict=True)
        if (a := per_question(metric, x)) is not None and (b := per_question(metric, y)) is not None
    ]
    return Row(
        metric=metric,
        first=measure(metric, first.scores),
        second=measure(metric, second.scores),
        test=randomisation_test([a for a, _ in pairs], [b for _, b in pairs]),
    )


TEST_NOTE = "p は、質問ごとの値の平均の差についての対応のあるランダム化検定です（* は 0.05 未満）。両方に値のある質問だけを比べます。"
"""Said under every table with a p: the difference beside it is of sums over all questions, and may weigh them otherwise."""


def caution(questions: int) -> str:
    """What so many questions can show, for readers of a table."""
    return t(
        "{n}問で見分けられる差は約{least}以上です（対応のある検定、検出力8割）。これより小さい差は、この評価だけでは優劣といえません。[ ] は95%信頼区間です。",
        n=questions,
        least=f"{detectable_difference(questions):.2f}",
    )
