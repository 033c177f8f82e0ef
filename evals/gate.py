"""The gate: the project's own gold set must not score worse than it did.

`baseline.json` holds a floor for each gated metric, and the fingerprint of gold set and sample corpus that it was measured
on. Quality only ratchets up: `raised` never lowers a floor of the same corpus unless a reason is given, and reasons stay in
the file. After a change of the sample corpus or its questions the floors are measured anew, with a reason as well.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from corpus.errors import GoldError
from corpus.progress import Progress
from evals.gold import Gold, load_gold
from evals.metrics import BY_NAME, measure
from evals.run import Run, run
from evals.scoring import QuestionScore
from evals.systems import Product

BASELINE = Path(__file__).with_name("baseline.json")
QUESTIONS = Path(__file__).with_name("gold_sample.jsonl")
ENCODER = "bundled"
"""The gate measures what is shipped, whatever encoder the environment names."""
TODAY = date(2026, 11, 1)
"""「昨年度」 in a question counts from this day, so that the gate's figures do not change with the calendar."""

GATED = (
    "success@1",
    "recall@5",
    "facts",
    "cite_p",
    "cite_r",
    "meta",
    "verbatim",
    "answered",
    "refused",
    "truth",
)
ALWAYS = {"verbatim": 1.0}
"""Floors that hold whatever was measured: a quote that is not the record's is never shipped."""
LONGEST_ANSWER = 400.0
"""Ceiling of the mean length of an answer in characters, as the answers are meant to be read at a glance."""
_STEP = 100
"""Floors are measured values rounded down to 1/100: less than one question of the sample (1/90), so that losing one fails,
and rounding elsewhere does not."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The floors, what they were measured on, and why they were ever lowered (oldest first)."""

    fingerprint: str
    questions: int
    floors: Mapping[str, float]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A metric on the wrong side of its limit; `value` is None where there was nothing to measure."""

    metric: str
    limit: float
    value: float | None

    def __str__(self) -> str:
        shown = "測れません" if self.value is None else f"{self.value:.3f}"
        side = "上限" if self.metric == "chars" else "下限"
        return f"{BY_NAME[self.metric].label} {self.metric}: {shown}（{side} {self.limit:.2f}）"


def sample_gold() -> Gold:
    """The project's own gold set over its sample corpus."""
    return load_gold(QUESTIONS)


def measured(name: str = "gate", progress: Progress | None = None) -> Run:
    """The product's run over the project's own gold set."""
    from evals.product import opened

    gold = sample_gold()
    with opened(gold.documents, encoder=ENCODER, progress=progress) as service:
        return run(gold, Product(service, TODAY), name, (("エンコーダ", ENCODER),), progress)


def read_baseline(path: Path = BASELINE) -> Baseline:
    """Reads the floors.

    Raises:
        GoldError: there is no such file, or it is not of the expected form.
    """
    try:
        data: dict[str, Any] = json.loads(path.read_text("utf-8"))
        known = {f.name: data[f.name] for f in fields(Baseline)}
        unknown = set(known["floors"]) - set(BY_NAME)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoldError(
            f"基準ファイル {path.name} を読めません: {error!r}", "eval gate --update で作れます"
        ) from error
    if unknown:
        raise GoldError(f"基準ファイル {path.name} に知らない指標があります: {', '.join(sorted(unknown))}")
    return Baseline(**known | {"reasons": tuple(known["reasons"])})


def write_baseline(baseline: Baseline, path: Path = BASELINE) -> None:
    """Writes the floors."""
    path.write_text(json.dumps(asdict(baseline), ensure_ascii=False, indent=2) + "\n", "utf-8")


def failures(run: Run, baseline: Baseline) -> tuple[Failure, ...]:
    """What keeps `run` from passing.

    Raises:
        GoldError: the run is on another gold set or corpus than the floors.
    """
    if run.fingerprint != baseline.fingerprint:
        raise GoldError(
            "見本の会議録か正解データが基準の測定時から変わっています",
            "eval gate --update --reason で理由を添えて測り直してください",
        )
    values = _values(run.scores)
    found = [
        Failure(name, floor, values[name])
        for name, floor in (dict(baseline.floors) | ALWAYS).items()
        if (value := values[name]) is None or value < floor
    ]
    if (chars := values["chars"]) is None or chars > LONGEST_ANSWER:
        found.append(Failure("chars", LONGEST_ANSWER, chars))
    return tuple(found)


def raised(run: Run, baseline: Baseline | None, reason: str = "") -> Baseline:
    """The floors after `run`: the higher of old and measured; with a reason the measured ones, also where lower.

    Raises:
        GoldError: a floor would sink, or the corpus changed, and no reason is given.
    """
    values = _values(run.scores)
    floors = {name: _floor(values[name]) for name in GATED} | ALWAYS
    fresh = Baseline(run.fingerprint, len(run.asked), floors)
    if baseline is None:
        return fresh
    if reason:
        return replace(fresh, reasons=(*baseline.reasons, reason))
    if run.fingerprint != baseline.fingerprint:
        raise GoldError("見本の会議録か正解データが変わっています", "--reason で理由を添えてください")
    if sunk := [failure.metric for failure in failures(run, baseline)]:
        raise GoldError(
            f"基準を下回っています: {', '.join(sunk)}", "下げるときは --reason で理由を添えてください"
        )
    best = {name: max(value, baseline.floors.get(name, value)) for name, value in floors.items()}
    return replace(fresh, floors=best, reasons=baseline.reasons)


def _values(scores: tuple[QuestionScore, ...]) -> dict[str, float | None]:
    return {name: measure(BY_NAME[name], scores).value for name in (*GATED, "chars")}


def _floor(value: float | None) -> float:
    """Rounded down to a step; a hair is added first, since 0.29 × 100 is 28.999999999999996."""
    return math.floor((value or 0.0) * _STEP + 1e-9) / _STEP
