"""One evaluation: the product and its baselines over one gold set and one store.

1. load the gold set;
2. open the product over the gold's documents (or over a store that exists);
3. run the product, then each baseline over the same store, with the same encoder.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from corpus.progress import Progress
from evals.gold import Gold, load_gold
from evals.run import Run, run
from evals.systems import Canned, Product
from evals.written import facts

Answerer = Literal["extractive", "llm"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to evaluate. `store` None: one is made of the gold's documents; `answers`: a file of answers to score."""

    gold: Path
    name: str
    store: Path | None = None
    encoder: str | None = None
    documents: Path | None = None
    annotation: Path | None = None
    baselines: bool = True
    answers: Path | None = None
    today: datetime.date | None = None
    answerer: Answerer = "extractive"
    """`llm`: the language model of the settings writes, its sentences verified; `extractive`: quotations, whatever is set."""


def evaluate(plan: Plan, progress: Progress | None = None) -> list[Run]:
    """The runs, the product's first.

    Raises:
        GoldError: gold set, documents or answers cannot be read.
        KaigirokuError: store or encoder cannot be opened.
    """
    gold = load_gold(plan.gold, annotation=plan.annotation, documents=plan.documents)
    if plan.answers is not None:
        return [run(gold, saved_answers(plan.answers), plan.name, (("回答", plan.answers.name),), progress)]
    return _asked(plan, gold, progress)


def saved_answers(path: Path) -> Canned:
    """The answers that `ask --batch --json` printed, to be scored again."""
    from evals.annotation import json_lines

    return Canned({str(answer.get("id", "")): answer for answer in json_lines(path)})


def _asked(plan: Plan, gold: Gold, progress: Progress | None) -> list[Run]:
    from evals.product import opened

    with_model = plan.answerer == "llm"
    with opened(gold.documents, plan.store, plan.encoder, progress, with_model) as service:
        settings = (
            ("埋め込みモデル", service.settings.encoder),
            ("保存先", str(plan.store or "文書から作成")),
        )
        product = Product(service, plan.today)
        measured = run(gold, product, plan.name, settings, progress)
        if with_model:
            model = (("言語モデル", service.settings.llm_model), *facts(product.written))
            measured = replace(measured, settings=(*settings, *model))
        runs = [measured]
        if plan.baselines:
            from evals.baselines import baselines

            for system in baselines(service.store, service.searcher.index.encoder):
                runs.append(run(gold, system, plan.name, settings, progress))
    return runs
