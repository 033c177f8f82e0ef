"""The project's metrics against the acceptance scorer, on the same answers."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from evals.annotation import GoldItem
from evals.gold import Gold, load_gold
from evals.metrics import BY_NAME, groups, measure
from evals.ranking import with_ranking
from evals.scoring import Scorer

FAKE = """
import sys
if "ask" in sys.argv:
    sys.stdout.write(open({path!r}, encoding="utf-8").read())
"""
"""Stands for the command: says nothing to `add`, and gives the prepared answers to `ask --batch`."""

COMMON = (
    "success@1",
    "recall@5",
    "mrr",
    "facts",
    "cite_p",
    "cite_r",
    "meta",
    "verbatim",
    "own",
    "answered",
    "refused",
)


def make_answers(gold: Gold, seed: int) -> list[dict[str, Any]]:
    """Answers of every sort: right, wrong, refused, with torn quotes, wrong towns, hits that hold too much."""
    draw = random.Random(seed)
    items = list(gold.items.values())
    answers = []
    for question in gold.questions:
        wanted = [gold.items[i] for group in question.needs for i in group] or items
        shown = [draw.choice(wanted if draw.random() < 0.6 else items) for _ in range(draw.randint(0, 8))]
        cited = [draw.choice(wanted if draw.random() < 0.7 else items) for _ in range(draw.randint(0, 3))]
        citations = [make_citation(item, draw) for item in cited]
        facts = [draw.choice(fact) for fact in question.facts + question.not_given if draw.random() < 0.8]
        answers.append(
            {
                "id": question.id,
                "status": draw.choice(("answered", "answered", "no_evidence")),
                "text": "".join(c["quote"] for c in citations) + "と答えています。" + "。".join(facts),
                "citations": citations,
                "hits": [make_hit(item, items, draw) for item in shown],
            }
        )
    return answers


def make_citation(item: GoldItem, draw: random.Random) -> dict[str, Any]:
    start = draw.randrange(max(1, len(item.reply) - 30))
    quote = item.reply[start : start + draw.choice((5, 30, 80))]
    return {
        "quote": quote if draw.random() < 0.8 else quote[::-1],
        "source": item.source,
        "municipality": draw.choice((item.municipality, item.municipality, "某市")),
        "date": draw.choice((item.date, item.date, "1999-01-01")),
        "speaker": {"name": "", "office": draw.choice((*item.offices, "係長"))},
    }


def make_hit(item: GoldItem, items: list[GoldItem], draw: random.Random) -> dict[str, str]:
    more = "".join(other.body for other in draw.sample(items, draw.choice((0, 0, 0, 1, 6))))
    return {"question_text": item.question[: draw.choice((40, 4000))], "answer_text": item.reply + more}


def acceptance_figures(
    shared: Path, answers: list[dict[str, Any]], folder: Path
) -> dict[str, dict[str, float]]:
    path = folder / "answers.jsonl"
    path.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in answers), "utf-8")
    fake = folder / "fake.py"
    fake.write_text(FAKE.format(path=str(path)), "utf-8")
    out = subprocess.run(
        [sys.executable, shared / "tools" / "score_qa.py", "--bin", f"{sys.executable} {fake}"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    figures = {}
    for line in out.splitlines():
        name, rest = line.split(maxsplit=1)
        pairs = re.findall(r"([a-z_@1-9]+) +([-+]?[\d.]+)(?= |$)", rest)
        figures[name] = {key: float(value) for key, value in pairs}
    return figures


@pytest.mark.parametrize("seed", [1, 2])
def test_same_figures_as_the_acceptance_scorer(shared_dir: Path, tmp_path: Path, seed: int) -> None:
    """Protects: every figure that both compute is the same, in total, by style and by language."""
    gold = load_gold(shared_dir / "gold" / "qa_dev.jsonl")
    answers = make_answers(gold, seed)
    expected = acceptance_figures(shared_dir, answers, tmp_path)
    scorer = Scorer(gold)
    scores = with_ranking(scorer.score(q, a) for q, a in zip(gold.questions, answers, strict=True))
    assert {"ALL", "lang:en", "numeric", "unanswerable"} <= expected.keys()
    for group, members in (("ALL", scores), *groups(scores).items()):
        for name in COMMON:
            value = measure(BY_NAME[name], members).value
            if value is None:
                assert name not in expected[group], (group, name)
            else:
                assert value == pytest.approx(expected[group][name], abs=0.00051), (group, name)
        chars = measure(BY_NAME["chars"], members).value
        assert int(chars or 0) == expected[group]["chars"]
        assert measure(BY_NAME["truth"], members).value == pytest.approx(
            expected[group]["truth"], abs=0.00051
        )


def test_gold_texts_are_those_of_the_annotation(shared_dir: Path) -> None:
    """Protects: span-given texts: lengths and first 25 characters as the annotation states them."""
    gold = load_gold(shared_dir / "gold" / "qa_dev.jsonl")
    annotation = json.loads((shared_dir / "gold" / "parse.json").read_text("utf-8"))
    checked = 0
    for document in annotation["documents"]:
        for exchange in document["exchanges"]:
            for field in ("question", "answer"):
                if stated := exchange.get(field):
                    text = getattr(gold.items[exchange["id"]], field)
                    assert (len(text), text[:25]) == (stated["chars"], stated["first25"])
                    checked += 1
    assert checked > 60
