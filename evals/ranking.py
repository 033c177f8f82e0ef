"""Ranking measures of questions with several needs, computed by ir-measures (trec_eval underneath).

A question's needs become relevance judgements so that standard measures say what is meant here:

- *of the question*: a hit is worth the number of needs that it is the first to satisfy, a need that no hit satisfies
  counts as a relevant document that was not retrieved. nDCG@10 over that is the nDCG of needs (a second hit for the same
  need adds nothing, as for a reader). Success@1 and RR take every hit that satisfies a need as relevant.
- *of each need*: a query of its own with one relevant document, the first hit that satisfies it. Recall@k averaged over
  needs is then the share of needs satisfied by the first k hits, whatever else these satisfy.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from evals.scoring import QuestionScore

RECALL_DEPTHS = (1, 3, 5, 10)
"""Depths of recall@k: what is seen without scrolling (5), the page's whole list (10), and how it gets there."""
NDCG_DEPTH = 10
"""Hits that nDCG looks at: those that the page lists."""
_MISSING = "missing"
"""Document id of a need that nothing satisfies; never retrieved."""


def with_ranking(scores: Iterable[QuestionScore]) -> tuple[QuestionScore, ...]:
    """The same scores with `ranking` filled for answerable questions.

    Keys: `success@1`, `mrr`, `ndcg@10` (0–1, of the question) and `recall@k` (number of needs satisfied, 0–`needs`).
    """
    scores = tuple(scores)
    asked = [score for score in scores if score.answerable]
    found: dict[str, dict[str, float]] = {score.id: {} for score in asked}
    for name, query, value in _measured(asked):
        measures = found[query.split("\t")[0]]
        measures[name] = measures.get(name, 0.0) + value
    return tuple(replace(score, ranking=found.get(score.id, {})) for score in scores)


def _measured(scores: list[QuestionScore]) -> Iterable[tuple[str, str, float]]:
    """(measure, query, value): three judgements of the same hits, each fit for its measures."""
    import ir_measures
    from ir_measures import RR, R, Success, nDCG

    runs = {s.id: _ranking(s) for s in scores}
    any_need = {s.id: _any_need(s) for s in scores}
    new_needs = {s.id: gains(s) for s in scores}
    each_need = {f"{s.id}\t{n}": _first_for(s, n) for s in scores for n in range(s.needs)}
    recalls = {R @ k: f"recall@{k}" for k in RECALL_DEPTHS}
    for names, judged in (
        ({Success @ 1: "success@1", RR: "mrr"}, any_need),
        ({nDCG @ NDCG_DEPTH: f"ndcg@{NDCG_DEPTH}"}, new_needs),
        (recalls, each_need),
    ):
        ranked = {query: runs[query.split("\t")[0]] for query in judged}
        for metric in ir_measures.iter_calc(list(names), judged, ranked):
            yield names[metric.measure], metric.query_id, float(metric.value)


def gains(score: QuestionScore) -> dict[str, int]:
    """Document → number of needs that it is the first to satisfy; unsatisfied needs as documents of their own.

    >>> gains(QuestionScore("q", "", "", True, True, needs=3, satisfied=((0,), (), (0, 1))))
    {'h1': 1, 'h3': 1, 'missing0': 1}
    """
    seen: set[int] = set()
    judged: dict[str, int] = {}
    for rank, needs in enumerate(score.satisfied, start=1):
        if new := set(needs) - seen:
            judged[hit_name(rank)] = len(new)
            seen |= new
    return judged | {f"{_MISSING}{n}": 1 for n in range(score.needs - len(seen))}


def _any_need(score: QuestionScore) -> dict[str, int]:
    relevant = {hit_name(rank): 1 for rank, needs in enumerate(score.satisfied, start=1) if needs}
    return relevant or {_MISSING: 1}


def _first_for(score: QuestionScore, need: int) -> dict[str, int]:
    first = next((r for r, needs in enumerate(score.satisfied, start=1) if need in needs), None)
    return {hit_name(first) if first else _MISSING: 1}


def _ranking(score: QuestionScore) -> dict[str, float]:
    """The hits with falling scores; one that is never relevant last, so that no query is without a document."""
    size = len(score.satisfied) + 1
    return {hit_name(rank): float(size - rank) for rank in range(1, size + 1)}


def hit_name(rank: int) -> str:
    """Document id of the hit at `rank` (from 1)."""
    return f"h{rank}"
