"""What went wrong with an answer, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evals.run import Asked, Run
from evals.scoring import hit_text

SEEN = 5
"""Hits within which a need should be satisfied: what is seen without scrolling."""
EXCERPT = 160
"""Characters shown of a hit."""


def reasons(asked: Asked) -> tuple[str, ...]:
    """Why an answer is not fully right, worst first; empty where nothing is wrong."""
    score = asked.score
    if not score.answerable:
        return () if score.refused_right else ("答えのない質問に答えた",)
    found = []
    late = score.needs - round(score.ranking.get(f"recall@{SEEN}", 0.0))
    if late:
        found.append(f"求める事項{score.needs}件のうち{late}件が{SEEN}位までにない")
    if not score.answered:
        return (*found, "答えられる質問を断った")
    if missing := missing_facts(asked):
        found.append(f"事実{len(score.facts)}件のうち{len(missing)}件が回答にない")
    if wrong := score.citations - score.citations_right:
        found.append(f"引用{score.citations}件のうち{wrong}件が別の箇所")
    if uncited := score.needs - score.needs_cited:
        found.append(f"求める事項{score.needs}件のうち{uncited}件に引用がない")
    if wrong := score.citations_right - score.data_right:
        found.append(f"引用{wrong}件の自治体・日付・役職が違う")
    if wrong := score.quotes - score.verbatim:
        found.append(f"引用{wrong}件が記録の文と一致しない")
    return tuple(found)


def missing_facts(asked: Asked) -> tuple[tuple[str, ...], ...]:
    """The facts (lists of accepted surfaces) that the answer lacks."""
    facts = zip(asked.question.facts, asked.score.facts, strict=False)
    return tuple(fact for fact, found in facts if not found)


def misses(run: Run) -> tuple[tuple[Asked, tuple[str, ...]], ...]:
    """Every question with something wrong, those answered wrongly before those only imperfect."""
    found = [(asked, why) for asked in run.asked if (why := reasons(asked))]
    return tuple(sorted(found, key=lambda pair: pair[0].score.truth))


def excerpt(hit: Mapping[str, Any]) -> str:
    """The beginning of a hit's text on one line."""
    text = " ".join(hit_text(hit).split())
    return text if len(text) <= EXCERPT else text[:EXCERPT] + "…"
