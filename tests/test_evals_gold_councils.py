"""The second gold set: 80 questions about five real meetings, whose documents lie outside the project."""

from __future__ import annotations

from pathlib import Path

from evals.gold import load_gold
from evals.text import has_fact

QUESTIONS = Path(__file__).parent.parent / "evals" / "gold_councils.jsonl"


def test_every_fact_stands_in_a_place_that_answers(shared_dir: Path) -> None:
    """A fact that no reply states could never be found; names stand with the speakers, translations beside the Japanese."""
    gold = load_gold(QUESTIONS, annotation=shared_dir / "gold" / "parse.json", documents=shared_dir / "seeds")
    assert len(gold.questions) == 80
    assert len({question.question for question in gold.questions}) == 80
    strange = [
        (question.id, fact)
        for question in gold.questions
        for fact in question.facts
        if not any(
            has_fact(fact, f"{item.question}{item.answer}{item.status}{item.text}{' '.join(item.offices)}")
            for need in question.needs
            for item in (gold.items[i] for i in need)
        )
    ]
    people = {"councils-036", "councils-039", "councils-040"}
    assert [each for each in strange if each[0] not in people] == []
