"""`eval run --answerer llm`: the same measures, and what became of the model's sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from chat_model_server import Behaviour, model_server
from test_chat_llm import right

from corpus.errors import SettingsError
from corpus.sample import DOCUMENTS
from evals.evaluation import Plan, evaluate
from evals.gate import QUESTIONS
from evals.written import facts

ANNOTATION = QUESTIONS.with_name("gold_sample_exchanges.jsonl")


@pytest.fixture
def plan(tmp_path: Path, sample_store: Path) -> Plan:
    gold = tmp_path / "few.jsonl"
    gold.write_text("".join(QUESTIONS.read_text("utf-8").splitlines(keepends=True)[:4]), "utf-8")
    return Plan(gold, "few", sample_store, None, DOCUMENTS, ANNOTATION, baselines=False, answerer="llm")


def test_a_model_is_measured(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name, sentences shown and withheld and the verifier's own errors stand in the run beside the usual measures."""
    with model_server() as server:
        server.behaviour = Behaviour(right)
        monkeypatch.setenv("KAIGIROKU_LLM_BASE_URL", server.url)
        monkeypatch.setenv("KAIGIROKU_LLM_MODEL", "m")
        run = evaluate(plan)[0]
        settings = dict(run.settings)
    assert len(run.asked) == 4
    assert settings["言語モデル"] == "m"
    assert int(settings["表示した文"]) >= 4
    assert settings["差し控えた文"].startswith("0")
    assert "正しい文の差し控え 0.0" in settings["照合の誤り（自前の照合集）"]


def test_without_a_model_it_says_what_to_set(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line with the settings that are missing."""
    monkeypatch.delenv("KAIGIROKU_LLM_BASE_URL", raising=False)
    with pytest.raises(SettingsError, match="KAIGIROKU_LLM_BASE_URL"):
        evaluate(plan)


def test_sentences_are_counted() -> None:
    """Shown and withheld sentences and answered questions are summed; a question without a model counts among all."""
    counted = dict(facts([(3, 1), None, (0, 4)]))
    assert counted["モデルの文で答えた質問"] == "1 / 3"
    assert (counted["表示した文"], counted["差し控えた文"]) == ("3", "5（0.625）")
