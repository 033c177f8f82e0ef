"""Uncertainty: bootstrap intervals and the paired randomisation test, both over questions.

Questions, not facts or citations, are drawn: those of one question rise and fall together.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

RESAMPLES = 10_000
"""Draws of a bootstrap and of a randomisation test. At p = 0.05 the test's own standard error is then 0.002."""
SEED = 20240401
"""Draws are repeatable: the same run gives the same interval."""
CONFIDENCE = 0.95
"""Confidence of every interval that is told."""

KEPT = 512
"""Outcomes that are not computed again (the draws are the same): of a dozen systems by some twenty metrics, in tables and report."""


@dataclass(frozen=True, slots=True)
class Paired:
    """Outcome of a paired test: mean difference second − first, two-sided p, and number of questions compared."""

    difference: float
    p: float
    questions: int


def interval(numerators: Sequence[float], denominators: Sequence[float]) -> tuple[float, float]:
    """The 95% percentile bootstrap interval of sum(numerators) / sum(denominators), questions drawn with replacement.

    Where every question has the same value the bootstrap has nothing to draw from and would claim certainty; a share that
    is 0 or 1 throughout then gets the exact (Clopper–Pearson) bound instead: 20 of 20 is 0.832–1.

    Raises:
        ValueError: the sequences differ in length, or the denominators sum to 0.
    """
    return _interval(tuple(numerators), tuple(denominators))


@lru_cache(maxsize=KEPT)
def _interval(numerators: tuple[float, ...], denominators: tuple[float, ...]) -> tuple[float, float]:
    import numpy as np
    from scipy import stats

    above, below = np.asarray(numerators, float), np.asarray(denominators, float)
    if above.shape != below.shape or not below.sum():
        raise ValueError(f"need as many numerators as denominators, not all 0: {above.shape}, {below.shape}")
    above, below = above[below > 0], below[below > 0]
    shares = above / below
    if np.ptp(shares) == 0:
        share = float(shares[0])
        if share not in (0.0, 1.0):
            return share, share
        exact = stats.binomtest(int(share) * len(shares), len(shares)).proportion_ci(
            CONFIDENCE, method="exact"
        )
        return float(exact.low), float(exact.high)
    drawn = np.random.default_rng(SEED).integers(0, len(above), (RESAMPLES, len(above)))
    values = above[drawn].sum(axis=1) / below[drawn].sum(axis=1)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(values, (tail, 1 - tail))
    return float(low), float(high)


def randomisation_test(first: Sequence[float], second: Sequence[float]) -> Paired:
    """Fisher's paired randomisation test of the mean difference.

    Under the null hypothesis each question's two values could as well be swapped: p is the share of all swaps (or of
    `RESAMPLES` random ones where there are more) whose difference is at least as far from 0. See Smucker, Allan and
    Carterette, "A comparison of statistical significance tests for information retrieval evaluation", CIKM 2007.

    Raises:
        ValueError: the sequences differ in length.
    """
    return _randomisation_test(tuple(first), tuple(second))


@lru_cache(maxsize=KEPT)
def _randomisation_test(first: tuple[float, ...], second: tuple[float, ...]) -> Paired:
    import numpy as np
    from scipy import stats

    if len(first) != len(second):
        raise ValueError(f"paired values expected, got {len(first)} and {len(second)}")
    a, b = np.asarray(first, float), np.asarray(second, float)
    if not len(a) or np.array_equal(a, b):
        return Paired(0.0, 1.0, len(a))
    if len(a) == 1:  # one swap of one question: both outcomes are as far from 0
        return Paired(float(b[0] - a[0]), 1.0, 1)

    def difference(x: Any, y: Any, axis: int) -> Any:
        return np.mean(y, axis=axis) - np.mean(x, axis=axis)

    result = stats.permutation_test(
        (a, b),
        difference,
        permutation_type="samples",
        n_resamples=RESAMPLES,
        vectorized=True,
        rng=np.random.default_rng(SEED),
    )
    return Paired(float(result.statistic), float(result.pvalue), len(a))


def quantile(values: Sequence[float], share: float) -> float:
    """The quantile of `values`, interpolated."""
    import numpy as np

    return float(np.quantile(np.asarray(values, float), share))


def detectable_difference(questions: int) -> float:
    """Roughly the smallest difference in a mean score (0–1) that a paired test on so many questions detects.

    A paired t test with power 0.8 at 0.05 needs 2.8 standard errors of the difference. Two good systems differ on about
    6% of the questions by 1, a standard deviation of 0.25: 0.10 on 45 questions, 0.08 on 75.
    """
    return float(2.8 * 0.25 / math.sqrt(max(1, questions)))
