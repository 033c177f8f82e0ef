"""`eval run` and `eval compare` as they are typed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from test_evals_gold import EXCHANGE, QUESTION, write
from typer.testing import CliRunner

from corpus.errors import GoldError, SettingsError, StoreError
from evals.cli import app

ANSWER = {
    "id": "q1",
    "status": "answered",
    "text": "四月で十二人です。",
    "citations": [
        {
            "quote": "四月で十二人です。",
            "source": "mori.txt",
            "municipality": "森川市",
            "date": "2023-06-01",
            "speaker": {"name": "", "office": "こども課長"},
        }
    ],
    "hits": [
        {"exchange_id": "x", "question_text": "学童の待ち人数は。", "answer_text": "四月で十二人です。"}
    ],
}


def run(*words: str | Path) -> str:
    result = CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write(tmp_path, [QUESTION], [EXCHANGE])


def test_saved_answers_are_scored_compared_and_reported(gold: Path, tmp_path: Path) -> None:
    """Protects: a run prints its table, leaves JSON, TREC files and a report, and compares with another."""
    answers, reports = tmp_path / "answers.jsonl", tmp_path / "reports"
    answers.write_text(json.dumps(ANSWER, ensure_ascii=False), "utf-8")
    out = run("run", "--gold", gold, "--answers", answers, "--name", "一回目", "--reports", reports)
    assert "出典の適合率 cite_p" in out
    answers.write_text("", "utf-8")
    run("run", "--gold", gold, "--answers", answers, "--name", "second", "--reports", reports)
    names = sorted(path.name for path in (reports / "一回目").iterdir())
    assert names == ["report.html", "saved.json", "saved.qrels", "saved.run"]
    out = run("compare", "一回目/saved", "second/saved", "--reports", reports)
    assert "悪くなった質問: 1問" in out
    assert "q1 +1 → +0 学童の待機は何人か" in out


def test_mistakes_are_said_plainly(gold: Path, tmp_path: Path) -> None:
    """Protects: a wrong file, name or date is one of the project's errors, which the command prints as a line."""
    runner = CliRunner()
    for words, error, said in (
        (["run", "--gold", str(tmp_path / "none.jsonl")], GoldError, "none.jsonl がありません"),
        (["run", "--gold", str(gold), "--store", str(tmp_path / "none")], StoreError, "会議録がありません"),
        (["compare", "a", "b", "--reports", str(tmp_path)], GoldError, "評価結果「a」がありません"),
        (["run", "--gold", str(gold), "--today", "きょう"], SettingsError, "きょう"),
    ):
        raised = runner.invoke(app, words).exception
        assert isinstance(raised, error)
        assert said in str(raised)


def test_nothing_heavy_is_imported_with_the_command() -> None:
    """Protects: the command's start does not pay for the evaluation."""
    code = "import sys, evals.cli; print([m for m in ('numpy', 'scipy', 'plotly', 'ir_measures', 'faiss') if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
