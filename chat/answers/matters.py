"""Of an exchange in which one turn asks many things, those that a question is about: what a list of what was found shows.

A representative's question (代表質問) goes on for an hour and its reply as long: as one hit it says of nothing that it is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.types import FoundExchange
from retriever.types import Hit

LONG = 1500
"""Characters of question and reply from which an exchange is shown by its parts."""

SHOWN, NEAR_BEST = 2, 0.8
"""Parts of one exchange that are shown, and the share of the best one's score that the second must reach. Over three records with
replies of an hour recall@5 0.29, 0.35 and 0.41 -> 0.86, 0.78 and 0.97; with the best part alone 0.58, 0.56 and 0.72; five
or 0.9 no more. Of exchanges with short replies nothing changes."""


def by_matter(found: Sequence[FoundExchange]) -> tuple[FoundExchange, ...]:
    """`found` with each long exchange of several parts replaced by those of them that the search has found; ranks counted anew."""
    shown: list[FoundExchange] = []
    for item in found:
        shown += _parts(item) or [item]
    return tuple(replace(item, hit=replace(item.hit, rank=rank)) for rank, item in enumerate(shown, start=1))


def _parts(item: FoundExchange) -> list[FoundExchange]:
    exchange = item.stored.exchange
    if len(exchange.question_text) + len(exchange.answer_text) < LONG:
        return []
    scores = part_scores(item.hit)
    ranked = sorted((part for part in exchange.parts if part.id in scores), key=lambda part: -scores[part.id])
    return [
        FoundExchange(
            replace(item.hit, exchange_id=part.id), replace(item.stored, exchange=part, parent_id=exchange.id)
        )
        for part in ranked[:SHOWN]
        if scores[part.id] >= NEAR_BEST * scores[ranked[0].id]
    ]


def part_scores(hit: Hit) -> dict[str, float]:
    """By id of the exchange or part that they are of: the best of its passages that were found, in words and meaning, each beside the best
    passage of the hit: 0–2."""
    best: dict[str, float] = {}
    for passage in hit.passages:
        for stage, score in passage.scores:
            best[stage] = max(best.get(stage, 0.0), score)
    scores: dict[str, float] = {}
    for passage in hit.passages:
        score = sum(score / best[stage] for stage, score in passage.scores if best[stage] > 0)
        scores[passage.exchange_id] = max(scores.get(passage.exchange_id, 0.0), score)
    return scores
