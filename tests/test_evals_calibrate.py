"""The fits find the weights by which examples were made: what is pasted into the product comes from them."""

from __future__ import annotations

import math
import random

import pytest

from evals.calibrate_sentences import SentenceExample, fit_beside

MADE_WITH = {"bias": -1.0, "gap": -3.0, "away": -1.0, "behind": 0.5, "own": 1.5}


def test_weights_of_further_sentences_are_found_again() -> None:
    """20,000 sentences drawn by known weights give these back, each under its name."""
    draw = random.Random(1)
    found = []
    for _ in range(20_000):
        values = (draw.random(), math.log1p(draw.randint(1, 9)), float(draw.randint(0, 1)), draw.random())
        odds = MADE_WITH["bias"] + sum(
            MADE_WITH[name] * value
            for name, value in zip(("gap", "away", "behind", "own"), values, strict=True)
        )
        found.append(SentenceExample(values, draw.random() < 1 / (1 + math.exp(-odds))))
    assert fit_beside(found) == pytest.approx(MADE_WITH, abs=0.3)
