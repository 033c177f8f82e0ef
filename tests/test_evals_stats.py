"""Intervals and the paired test, with the arithmetic written out."""

from __future__ import annotations

import pytest

from evals import stats
from evals.stats import detectable_difference, interval, quantile, randomisation_test


def test_randomisation_test_counts_all_swaps() -> None:
    """Protects: three questions, each better by 1. Of 2³ swaps two (all kept, all swapped) are as far from 0: p = 2/8."""
    result = randomisation_test([0, 0, 0], [1, 1, 1])
    assert (result.difference, result.p, result.questions) == (1.0, 0.25, 3)


def test_randomisation_test_of_mixed_differences() -> None:
    """Protects: differences +1, +1, −1 sum to 1. Sums over the 8 sign choices: ±3 twice, ±1 six times; all are as far
    from 0 as 1, so p = 1."""
    assert randomisation_test([0, 0, 1], [1, 1, 0]).p == 1.0


def test_same_values_differ_by_nothing() -> None:
    """Protects: a run compared with itself is no improvement, also when it is empty or has one question."""
    assert randomisation_test([1, 0, 1], [1, 0, 1]).p == 1.0
    assert randomisation_test([], []).questions == 0
    assert randomisation_test([0], [1]).p == 1.0
    with pytest.raises(ValueError, match="got 1 and 2"):
        randomisation_test([1], [1, 2])


def test_interval_is_repeatable_and_holds_the_value() -> None:
    """Protects: 30 of 40 is 0.75; the bootstrap's standard error is √(.75·.25/40) = 0.068, so about 0.62–0.88."""
    low, high = interval([1] * 30 + [0] * 10, [1] * 40)
    stats._interval.cache_clear()
    assert (low, high) == interval([1] * 30 + [0] * 10, [1] * 40)
    assert low == pytest.approx(0.62, abs=0.03)
    assert high == pytest.approx(0.88, abs=0.03)


def test_interval_of_all_right_is_not_certain() -> None:
    """Protects: 20 of 20 right: the exact lower bound is 0.025^(1/20) = 0.8316, not 1."""
    low, high = interval([1] * 20, [1] * 20)
    assert low == pytest.approx(0.025 ** (1 / 20))
    assert high == 1.0


def test_interval_leaves_out_questions_with_nothing_to_measure() -> None:
    """Protects: questions without citations change neither value nor interval of citation precision."""
    assert interval([1, 0, 1, 0], [1, 1, 1, 0]) == interval([1, 0, 1], [1, 1, 1])
    with pytest.raises(ValueError, match="not all 0"):
        interval([0], [0])


def test_quantile_and_detectable_difference() -> None:
    """Protects: the median of four is between the middle two; 45 questions detect about 0.1."""
    assert quantile([1, 2, 3, 10], 0.5) == 2.5
    assert detectable_difference(45) == pytest.approx(0.104, abs=0.001)


def test_the_same_figures_are_not_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects: a run that is shown again, or was just reported, is there at once; ten thousand draws for each figure take seconds."""
    figures = [0.25] * 9 + [0.75], [1.0] * 10
    before = interval(*figures), randomisation_test(*figures)
    monkeypatch.setattr("numpy.random.default_rng", None)
    assert (interval(*figures), randomisation_test(*figures)) == before
