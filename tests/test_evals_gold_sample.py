"""The project's own gold questions: they can be answered from the sample corpus as they say, or not at all."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.text import has_fact

EVALS = Path(__file__).parent.parent / "evals"
Item = dict[str, Any]


def lines(name: str) -> Iterator[Item]:
    return map(json.loads, (EVALS / name).read_text("utf-8").splitlines())


QUESTIONS = tuple(lines("gold_sample.jsonl"))
PARENT = {p["id"]: e["id"] for e in lines("gold_sample_exchanges.jsonl") for p in e.get("parts", ())}
ITEMS = {i["id"]: i for e in lines("gold_sample_exchanges.jsonl") for i in (e, *e.get("parts", ()))}


def reply(item: Item) -> str:
    """What may be quoted as the answer: the reply and its status, or the text of a statement."""
    return "\n".join(item[side]["text"] for side in ("answer", "status", "text") if side in item)


def offices(item: Item) -> list[str]:
    people = [*item.get("answer", {}).get("speakers", ()), *item.get("question", {}).get("speakers", ())]
    return [person["office"] for person in people]


def test_all_styles_languages_and_kinds_are_asked() -> None:
    """At least 60 questions, 12 of them without an answer, in every style of the acceptance questions."""
    assert len({q["id"] for q in QUESTIONS}) == len({q["question"] for q in QUESTIONS}) == 90
    assert Counter(q["style"] for q in QUESTIONS) == {
        "natural": 22,
        "numeric": 11,
        "keyword": 7,
        "who": 6,
        "cross": 6,
        "councillor": 5,
        "followup": 5,
        "variant": 5,
        "easy": 3,
        "unanswerable": 20,
    }
    assert Counter(q["lang"] for q in QUESTIONS) == {"ja": 78, "en": 8, "zh": 2, "ko": 2}
    assert {q["unanswerable_kind"] for q in QUESTIONS if not q["answerable"]} == {
        "not_in_minutes",
        "wrong_municipality",
        "wrong_period",
        "explicitly_not_given",
        "asked_not_answered",
        "opinion_without_reply",
        "no_exchange_recorded",
        "instruction",
        "nonsense",
    }


def test_every_fact_stands_in_a_reply_that_is_needed() -> None:
    """A fact is found in the reply, or is the office of who replied or asked."""
    for question in QUESTIONS:
        items = [ITEMS[i] for group in question["gold_groups"] for i in group]
        said = "\n".join(text for item in items for text in (reply(item), *offices(item)))
        missing = [fact for fact in question["answer_facts"] if not has_fact(fact, said)]
        assert (question["id"], missing) == (question["id"], [])


def test_what_is_not_given_is_quoted_from_the_related_place() -> None:
    """Where the record itself says that it does not give a figure, those words stand in the related reply."""
    asked = [q for q in QUESTIONS if q.get("unanswerable_kind") == "explicitly_not_given"]
    assert len(asked) == 3
    for question in asked:
        said = "\n".join(reply(ITEMS[i]) for i in question["related"])
        assert all(has_fact(surfaces, said) for surfaces in question["not_given"]), question["id"]


def test_opinions_without_reply_point_to_a_place_without_reply() -> None:
    """The record holds the opinion and nothing that could be quoted as the city's answer to it."""
    related = [
        i for q in QUESTIONS if q.get("unanswerable_kind") == "opinion_without_reply" for i in q["related"]
    ]
    assert [ITEMS[i]["kind"] for i in related] == ["opinion_only"] * 3


def test_answerable_and_unanswerable_questions_keep_their_form() -> None:
    """Needs and facts on the one side, a kind and no needs on the other; a part counts with its exchange."""
    for question in QUESTIONS:
        answerable = question["answerable"]
        assert bool(question["gold_groups"]) == bool(question["answer_facts"]) == answerable, question["id"]
        assert ("unanswerable_kind" in question) == (not answerable), question["id"]
        assert {*question["also_ok"], *question.get("related", ())} <= set(ITEMS), question["id"]
        for group in question["gold_groups"]:
            assert {PARENT[i] for i in group if i in PARENT} <= set(group) <= set(ITEMS), question["id"]


def test_wording_is_not_that_of_the_acceptance_questions(shared_dir: Path) -> None:
    """Tuning on these questions must not be tuning on those."""
    acceptance = (shared_dir / "gold" / "qa_dev.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["question"] for line in acceptance}.isdisjoint(q["question"] for q in QUESTIONS)
