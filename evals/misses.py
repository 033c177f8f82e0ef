"""What went wrong with an answer, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chat.words import t
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
        return () if score.refused_right else (t("答えのない質問に答えた"),)
    found = []
    late = score.needs - round(score.ranking.get(f"recall@{SEEN}", 0.0))
    if late:
        found.append(
            t("求める事項{all}件のうち{n}件が{seen}位までにない", all=score.needs, n=late, seen=SEEN)
        )
    if not score.answered:
        return (*found, t("答えられる質問を断った"))
    if missing := missing_facts(asked):
        found.append(t("事実{all}件のうち{n}件が回答にない", all=len(score.facts), n=len(missing)))
    if wrong := score.citations - score.citations_right:
        found.append(t("引用{all}件のうち{n}件が別の箇所", all=score.citations, n=wrong))
    if uncited := score.needs - score.needs_cited:
        found.append(t("求める事項{all}件のうち{n}件に引用がない", all=score.needs, n=uncited))
    if wrong := score.citations_right - score.data_right:
        found.append(t("引用{n}件の自治体・日付・役職が違う", n=wrong))
    if wrong := score.quotes - score.verbatim:
        found.append(t("引用{n}件が記録の文と一致しない", n=wrong))
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
