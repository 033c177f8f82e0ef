"""Runs on disk, comparisons, tables and the HTML report."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import GoldError
from evals.annotation import GoldItem
from evals.compare import compare, contests
from evals.figures import _COLOURS, latency_figure, recall_figure, risk_coverage
from evals.gold import Gold, GoldQuestion
from evals.misses import misses
from evals.report import comparison_html, render
from evals.run import Run, run
from evals.saved import documents, find, load, safe_name, save, saved_runs
from evals.scoring import QuestionScore
from evals.systems import SYSTEMS, Canned
from evals.tables import print_comparison, print_runs

ITEM = GoldItem(
    "bus", "a.txt", "市営バスの減便は元に戻るのでしょうか。", "来年四月の再開を目標に採用を進めます。"
)
GOLD = Gold(
    name="tiny",
    questions=(
        GoldQuestion("q1", "再開はいつ<b>", needs=(("bus",),), facts=(("四月",),), summary="来年四月"),
        GoldQuestion("q2", "運賃は", style="numeric", answerable=False),
    ),
    items={"bus": ITEM},
    record={"a.txt": ITEM.body},
    documents=Path(),
    fingerprint="f" * 64,
)


def body(text: str, quote: str = "", **hit: str) -> dict[str, Any]:
    cited = [{"quote": quote, "source": "a.txt"}] if quote else []
    hits = [{"rank": 1, "score": 1.0, "exchange_id": "e 1", "source": "a.txt", **hit}] if hit else []
    return {"status": "answered" if text else "no_evidence", "text": text, "citations": cited, "hits": hits}


RIGHT = {"q1": body(ITEM.answer, ITEM.answer, question_text=ITEM.question, answer_text=ITEM.answer)}
WRONG = {
    "q1": body("<script>alert(1)</script>", answer_text="プールの<img src=x>話です。"),
    "q2": body("百円です"),
}


def made(answers: dict[str, Any], name: str) -> Run:
    return run(GOLD, Canned(answers, label="製品"), name, settings=(("エンコーダ", "none"),))


def test_saved_run_is_read_back_the_same(tmp_path: Path) -> None:
    """Protects: questions, answers, scores and settings survive; TREC lines have six and four columns."""
    kept = made(RIGHT, "試行 1/2")
    path = save(kept, tmp_path)
    assert path == tmp_path / "試行-1-2" / "saved.json"
    assert load(path) == kept
    assert path.with_suffix(".run").read_text("utf-8") == "q1 Q0 e_1 1 1 saved\n"
    assert path.with_suffix(".qrels").read_text("utf-8") == "q1 0 e_1 1\n"
    assert saved_runs(tmp_path) == [path]
    assert find("試行-1-2/saved", tmp_path) == path


def test_what_is_not_a_run_is_refused(tmp_path: Path) -> None:
    """Protects: a missing or foreign file is an error with what there is, not a traceback."""
    save(made(RIGHT, "a"), tmp_path)
    with pytest.raises(GoldError, match="保存済み: a"):
        find("b", tmp_path)
    other = tmp_path / "x.json"
    other.write_text('{"schema": 99}', "utf-8")
    with pytest.raises(GoldError, match="別の版"):
        load(other)
    other.write_text("[]", "utf-8")
    with pytest.raises(GoldError, match="読めません"):
        load(other)


def test_names_on_disk_are_safe() -> None:
    """Protects: a run's name cannot leave the folder; hits on one exchange keep different names."""
    assert safe_name("../../etc/passwd") == "etc-passwd"
    assert safe_name("..") == "run"
    assert documents([{"exchange_id": "a b"}, {"exchange_id": "a b"}, {}]) == ["a_b", "a_b~2", "h3"]


def test_comparison_counts_and_tests() -> None:
    """Protects: both questions improve by 2; of 2² swaps two are as far from 0, so p = 2/4."""
    result = compare(made(WRONG, "a"), made(RIGHT, "b"))
    truth = next(row for row in result.rows if row.metric.name == "truth")
    assert (truth.difference, truth.test.p, truth.test.questions) == (2.0, 0.5, 2)
    assert [after.question.id for _, after in result.better] == ["q1", "q2"]
    assert result.worse == ()
    with pytest.raises(GoldError, match="比べられません"):
        compare(made(RIGHT, "a"), replace(made(RIGHT, "b"), fingerprint="other"))


def test_risk_coverage_arithmetic() -> None:
    """Protects: surest first, equal confidences together: 0 of 1 wrong at 1/4, 1 of 3 at 3/4, 2 of 4 at all."""

    def score(name: str, confidence: float, first: float, answerable: bool = True) -> QuestionScore:
        return QuestionScore(
            name, "", "", answerable, True, confidence=confidence, ranking={"success@1": first}
        )

    scores = [
        score("a", 0.9, 1),
        score("b", 0.5, 1),
        score("c", 0.5, 0),
        score("d", 0.1, 0, answerable=False),
    ]
    assert risk_coverage(scores) == [(0.9, 0.25, 0.0), (0.5, 0.75, 1 / 3), (0.1, 1.0, 0.5)]


def test_misses_say_what_is_wrong_worst_first() -> None:
    """Protects: each miss names its faults; a fully right answer is none."""
    assert misses(made(RIGHT, "a")) == ()
    found = {asked.question.id: why for asked, why in misses(made(WRONG, "a"))}
    assert found["q1"] == (
        "求める事項1件のうち1件が5位までにない",
        "事実1件のうち1件が回答にない",
        "求める事項1件のうち1件に引用がない",
    )
    assert found["q2"] == ("答えのない質問に答えた",)


def test_report_is_self_contained_and_escaped() -> None:
    """Protects: nothing is loaded from outside, and no text of question, answer or document becomes markup."""
    page = render([made(WRONG, "a"), made(RIGHT, "b")])
    assert "再開はいつ&lt;b&gt;" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert(1)" not in page
    assert "プールの&lt;img src=x&gt;話です。" in page
    assert "<script src=" not in page
    assert "<link" not in page
    assert page.count('class="figure"') == 3
    assert page.count('"showSendToCloud": false') == 3  # Plotly offers by itself to send a plot to its makers
    assert page.count(json.dumps("グラフを画像で保存")) == 3
    assert page.count('"remove":["zoom"') == 3  # tools that it names in English
    pictures = [
        json.loads(name) for name in re.findall(r'"toImageButtonOptions": {"filename": ("[^"]*")', page)
    ]
    assert pictures == [
        "会議録チャット_断る判断: 誤りと回答の割合",
        "会議録チャット_質問の型・言語別の再現率",
        "会議録チャット_応答時間",
    ]
    assert "2問のうち2問" in page


def test_names_in_figures_are_text() -> None:
    """Protects: Plotly takes tags in a style or system of one's own for markup; `&lt;` it shows as the sign."""
    one = made(RIGHT, "a")
    asked = tuple(replace(a, score=replace(a.score, style="<b>自分の型</b>")) for a in one.asked)
    assert "&lt;b&gt;自分の型&lt;/b&gt;" in recall_figure([replace(one, asked=asked)]).data[0].x
    other = latency_figure([replace(one, system="own", label="<i>案</i>")])
    assert other.data[0].name.startswith("&lt;i&gt;案&lt;/i&gt;（")


def test_tables_and_comparison_print(tmp_path: Path) -> None:
    """Protects: intervals in brackets are printed as they are, and what so few questions can show is said."""
    first, second = made(WRONG, "a"), made(RIGHT, "b")
    out = io.StringIO()
    print_runs([second, first], out)
    print_comparison(compare(first, second), out)
    text = out.getvalue()
    assert "1.000 [0.03–1.00]" in text
    assert "2問で見分けられる差は約0.49以上です" in text
    assert "q1 -1 → +1 再開はいつ<b>" in text
    shown = comparison_html(compare(first, second))
    assert "再開はいつ&lt;b&gt;" in shown
    assert shown.index("質問の前の数は正誤点の変化です") < shown.index("→")  # what −1 → +1 is was not said


def test_contests_set_the_first_against_the_others_and_units_against_chunks() -> None:
    """Protects: differences are the first system's minus the other's; exchanges minus chunks where both were run."""
    good, bad = made(RIGHT, "x"), made(WRONG, "x")
    runs = [
        replace(good, system="kaigiroku"),
        replace(bad, system="chunks-fused"),
        replace(good, system="exchanges-fused"),
    ]
    found = [(c.second.system, c.first.system, c.rows[-1].difference) for c in contests(runs)]
    assert found == [
        ("kaigiroku", "chunks-fused", 2.0),
        ("kaigiroku", "exchanges-fused", 0.0),
        ("exchanges-fused", "chunks-fused", 2.0),
    ]
    assert "+2.000 (p 0.500)" in render(runs)


def test_no_two_systems_have_one_colour() -> None:
    """Protects: the product and the last of its baselines were the same blue."""
    assert len(set(_COLOURS)) == len(_COLOURS) >= len(SYSTEMS)
