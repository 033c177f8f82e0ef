"""The gate: floors that only rise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import GoldError
from evals.gate import GATED, LONGEST_ANSWER, Baseline, failures, raised, read_baseline, write_baseline
from evals.gold import GoldQuestion
from evals.run import Asked, Run
from evals.scoring import QuestionScore


def made(right: int, wrong: int, chars: int = 100, verbatim: int = 1) -> Run:
    """A run of `right` answered and `wrong` refused questions and one rightly refused unanswerable one."""
    ranking = {"success@1": 1.0, "recall@5": 1.0}
    good = QuestionScore(
        "q", "natural", "ja", True, True, needs=1, facts=(True,), chars=chars, quotes=1, verbatim=verbatim,
        citations=1, citations_right=1, data_right=1, needs_cited=1, truth=1, ranking=ranking,
    )  # fmt: skip
    bad = replace(good, answered=False, facts=(False,), chars=0, quotes=0, verbatim=0, citations=0, truth=0)
    bad = replace(bad, citations_right=0, data_right=0, needs_cited=0, ranking={})
    none = QuestionScore("u", "unanswerable", "ja", False, False, refused_right=True, truth=1)
    scores = [*[good] * right, *[bad] * wrong, none]
    question = GoldQuestion("q", "q")
    body = {"hits": []}
    return Run("n", "s", "l", "g", "f", tuple(Asked(question, body, score) for score in scores))


def test_floors_are_rounded_down() -> None:
    """Protects: 2 of 3 is 0.6667, so the floor is 0.66; truth of 2 right, 1 refused, 1 rightly refused is 3/4."""
    floors = raised(made(2, 1), None).floors
    assert set(floors) == set(GATED)
    assert (floors["success@1"], floors["truth"], floors["verbatim"]) == (0.66, 0.75, 1.0)


def test_passes_at_the_floor_and_fails_below() -> None:
    """Protects: the measured run passes its own floors; one question lost does not."""
    base = raised(made(29, 71), None)
    assert base.floors["success@1"] == 0.29
    assert failures(made(29, 71), base) == ()
    lost = {failure.metric for failure in failures(made(28, 72), base)}
    assert {"success@1", "recall@5", "facts", "answered"} <= lost
    assert "（下限 0.29）" in str(failures(made(28, 72), base)[0])


def test_verbatim_and_length_hold_always() -> None:
    """Protects: a quote that is not the record's and a wordy answer fail whatever the file says."""
    base = Baseline("f", 3, {"verbatim": 0.1})
    assert [f.metric for f in failures(made(2, 0, verbatim=0), base)] == ["verbatim"]
    assert [(f.metric, f.limit) for f in failures(made(2, 0, chars=401), base)] == [("chars", LONGEST_ANSWER)]


def test_floors_only_rise() -> None:
    """Protects: better raises, worse is refused, and a reason that lowers them stays in the file."""
    base = raised(made(2, 2), None)
    assert raised(made(3, 1), base).floors["success@1"] == 0.75
    with pytest.raises(GoldError, match="success@1"):
        raised(made(1, 3), base)
    lowered = raised(made(1, 3), base, "試験の質問を難しくした")
    assert (lowered.floors["success@1"], lowered.reasons) == (0.25, ("試験の質問を難しくした",))
    again = raised(made(1, 3), lowered)
    assert again.reasons == lowered.reasons


def test_another_corpus_is_no_pass() -> None:
    """Protects: changed documents or questions must be measured anew, with a reason."""
    base = raised(made(2, 2), None)
    other = replace(made(4, 0), fingerprint="other")
    with pytest.raises(GoldError, match="変わっています"):
        failures(other, base)
    with pytest.raises(GoldError, match="--reason"):
        raised(other, base)
    assert raised(other, base, "文書を足した").fingerprint == "other"


def test_baseline_file(tmp_path: Path) -> None:
    """Protects: the file is read back the same; a foreign one is an error that says what to do."""
    base = raised(made(2, 1), None)
    path = tmp_path / "baseline.json"
    write_baseline(base, path)
    assert read_baseline(path) == base
    path.write_text('{"fingerprint": "f", "questions": 1, "reasons": [], "floors": {"nonsense": 1}}', "utf-8")
    with pytest.raises(GoldError, match="nonsense"):
        read_baseline(path)
    path.unlink()
    with pytest.raises(GoldError, match="--update"):
        read_baseline(path)
