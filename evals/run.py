"""Running a system over a gold set: ask every question once, score it, keep answer and score.

1. the system answers each question, timed from outside;
2. `Scorer` compares the answer with the gold, `with_ranking` adds the ranking measures;
3. the outcome is a `Run`, which `evals.saved` writes as JSON and in TREC form.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from typing import Any

from corpus.progress import Progress
from evals.gold import Gold, GoldQuestion
from evals.ranking import with_ranking
from evals.scoring import QuestionScore, Scorer
from evals.systems import System


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a run: as asked, as answered (JSON form), as scored."""

    question: GoldQuestion
    answer: Mapping[str, Any]
    score: QuestionScore


@dataclass(frozen=True, slots=True)
class Run:
    """One system on one gold set. `fingerprint` is the gold's: only runs with the same one compare."""

    name: str
    system: str
    label: str
    gold: str
    fingerprint: str
    asked: tuple[Asked, ...]
    created_at: str = ""
    version: str = ""
    settings: tuple[tuple[str, str], ...] = ()
    """What the system was set to, such as (encoder, bundled), for the report's head."""

    @property
    def scores(self) -> tuple[QuestionScore, ...]:
        """The scores in the order of the questions."""
        return tuple(asked.score for asked in self.asked)


def run(
    gold: Gold,
    system: System,
    name: str,
    settings: Sequence[tuple[str, str]] = (),
    progress: Progress | None = None,
) -> Run:
    """Asks `system` every question of `gold`; `name` is that of the whole evaluation.

    Raises:
        KaigirokuError: whatever the system raises; a run is whole or not at all.
    """
    scorer = Scorer(gold)
    answers: list[Mapping[str, Any]] = []
    scores: list[QuestionScore] = []
    for number, question in enumerate(gold.questions):
        if progress:
            progress(system.label, number, len(gold.questions))
        start = time.perf_counter()
        given = system.answer(question)
        elapsed = (time.perf_counter() - start) * 1000
        answers.append(given.body)
        scores.append(scorer.score(question, given.body, given.confidence, elapsed))
    if progress:
        progress(system.label, len(gold.questions), len(gold.questions))
    return Run(
        name=name,
        system=system.name,
        label=system.label,
        gold=gold.name,
        fingerprint=gold.fingerprint,
        asked=tuple(Asked(*each) for each in zip(gold.questions, answers, with_ranking(scores), strict=True)),
        created_at=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        version=_version(),
        settings=tuple(settings),
    )


def _version() -> str:
    try:
        return metadata.version("kaigiroku-chat")
    except metadata.PackageNotFoundError:
        return ""
