"""Ranking measures of needs, with the arithmetic written out."""

from __future__ import annotations

from math import log2

import pytest

from evals.ranking import gains, with_ranking
from evals.scoring import QuestionScore


def score(needs: int, *satisfied: tuple[int, ...], name: str = "q", answerable: bool = True) -> QuestionScore:
    return QuestionScore(name, "natural", "ja", answerable, True, needs=needs, satisfied=satisfied)


def ranking(needs: int, *satisfied: tuple[int, ...]) -> dict[str, float]:
    return dict(with_ranking([score(needs, *satisfied)])[0].ranking)


def test_first_hit_right() -> None:
    """Protects: one need, found first: every measure is 1."""
    assert ranking(1, (0,), ()) == pytest.approx(
        {
            "success@1": 1.0,
            "mrr": 1.0,
            "recall@1": 1.0,
            "recall@3": 1.0,
            "recall@5": 1.0,
            "recall@10": 1.0,
            "ndcg@10": 1.0,
        }
    )


def test_two_needs_one_found_late() -> None:
    """Protects: needs 0 at rank 3, 1 never. MRR 1/3; one need in the first five; DCG 1/log2(4) over the ideal
    1/log2(2) + 1/log2(3)."""
    found = ranking(2, (), (), (0,), (0,))
    assert found["success@1"] == 0.0
    assert found["mrr"] == pytest.approx(1 / 3)
    assert (found["recall@1"], found["recall@3"], found["recall@5"]) == (0.0, 1.0, 1.0)
    assert found["ndcg@10"] == pytest.approx((1 / log2(4)) / (1 + 1 / log2(3)))


def test_a_hit_that_satisfies_two_needs() -> None:
    """Protects: recall counts hits, not needs, towards the depth: one hit with both needs is recall@1 of 2."""
    found = ranking(2, (0, 1))
    assert found["recall@1"] == 2.0
    assert found["ndcg@10"] == pytest.approx(1.0)


def test_a_second_hit_for_the_same_need_gains_nothing() -> None:
    """Protects: the gains are of needs newly satisfied."""
    assert gains(score(2, (0,), (0,), (0, 1))) == {"h1": 1, "h3": 1}
    assert gains(score(2, (0,), (0,))) == {"h1": 1, "missing0": 1}


def test_no_hits_and_beyond_the_depth() -> None:
    """Protects: an answer without hits counts 0, not as missing; MRR sees hits beyond the tenth."""
    assert set(ranking(1).values()) == {0.0}
    late = ranking(1, *((),) * 10, (0,))
    assert late["mrr"] == pytest.approx(1 / 11)
    assert (late["recall@10"], late["ndcg@10"]) == (0.0, 0.0)


def test_several_questions_do_not_mix() -> None:
    """Protects: measures go to their own question; unanswerable ones have none."""
    first, second, third = with_ranking(
        [score(1, (0,), name="a"), score(1, (), name="b"), score(0, (), name="c", answerable=False)]
    )
    assert (first.ranking["mrr"], second.ranking["mrr"], third.ranking) == (1.0, 0.0, {})
