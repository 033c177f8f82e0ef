"""The model benchmark: exact scores on a few lines, with an encoder of our own."""

from __future__ import annotations

import json
import lzma
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.errors import GoldError
from evals.benchmark import benchmark_pairs, benchmark_parallel, estimate
from evals.benchmark_report import BEGIN, END, Estimate, markdown, summary, write_between_marks

THEMES = ("図書館", "library", "公園", "park", "道路", "road")


class Themes:
    """Knows three themes in two languages; a text of none of them is a row of zeros."""

    id = "themes"
    dimension = 3
    fingerprint = "themes"

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One column a theme."""
        rows = [
            [float(any(word in text for word in THEMES[2 * n : 2 * n + 2])) for n in range(3)]
            for text in texts
        ]
        return np.asarray(rows, dtype=np.float32)

    encode_passages = encode_queries


def _pairs(path: Path, rows: Sequence[dict[str, str]]) -> Path:
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    return path


ROWS = (
    {"query": "library?", "passage": "図書館の開館時間を延ばします。", "source": "english"},
    {"query": "park?", "passage": "公園の遊具を直します。", "source": "english"},
    {"query": "道路の舗装は。", "passage": "道路の舗装を進めます。", "source": "japanese", "topic": "道路"},
)


def test_scores_by_method_and_source(tmp_path: Path) -> None:
    """Protects: dense, BM25 and fused over the distinct passages, for the whole file and each source, topic included."""
    report = benchmark_pairs(_pairs(tmp_path / "pairs.jsonl.xz", ROWS), Themes())
    found = report.as_dict()
    assert (found["queries"], found["candidates"], found["encoder"]) == (3, 3, "themes")
    assert found["dense"]["recall@1"]["value"] == 1.0
    assert found["bm25"]["recall@1"]["value"] == pytest.approx(1 / 3)
    assert found["fused"]["mrr@10"]["value"] == 1.0
    assert set(found["by_source"]) == {"english", "japanese", "japanese+topic"}
    assert found["by_source"]["english"]["bm25"]["recall@10"]["value"] == 0.0
    [test] = [t for t in found["tests"] if (t["first"], t["second"]) == ("bm25", "fused")]
    assert (test["difference"], test["p"]) == (pytest.approx(2 / 3), pytest.approx(0.5))
    json.dumps(found)


def test_without_encoder_only_words(tmp_path: Path) -> None:
    """Protects: `none` measures BM25 alone; a plain file without sources has no sections."""
    rows = [{"query": row["query"], "passage": row["passage"]} for row in ROWS]
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    report = benchmark_pairs(path, None)
    assert set(report.whole.methods) == {"bm25"}
    assert report.sources == ()


def test_same_passage_is_one_candidate(tmp_path: Path) -> None:
    """Protects: two questions with one reply share a candidate and are both right."""
    rows = [
        {"query": "公園の遊具", "passage": "公園の遊具を直します。"},
        {"query": "公園", "passage": "公園の遊具を直します。"},
    ]
    report = benchmark_pairs(_pairs(tmp_path / "pairs.jsonl.xz", rows), Themes())
    assert (report.whole.queries, report.whole.candidates) == (2, 1)
    assert report.whole.methods["fused"]["recall@1"] == Estimate(1.0, 1.0, 1.0)


def test_parallel_in_both_directions(tmp_path: Path) -> None:
    """Protects: en→ja and ja→en by cosine, equal scores counted as the mean of their ranks."""
    path = tmp_path / "parallel.tsv"
    path.write_text("ja\ten\tsource\n図書館\tlibrary\ta\n公園\tpark\ta\n空\tsky\tb\n", encoding="utf-8")
    found = benchmark_parallel(path, Themes()).as_dict()
    assert found["en→ja"]["recall@1"]["value"] == pytest.approx(2 / 3)
    assert found["ja→en"]["recall@5"]["value"] == 1.0
    assert set(found["by_source"]) == {"a", "b"}


def test_interval_is_the_bootstrap_of_the_mean() -> None:
    """Protects: 50 of 100 is 0.5 with about ±1.96 · 0.05; all right is 1 to 1 here."""
    half = estimate(np.asarray([0.0, 1.0] * 50))
    assert half.value == 0.5
    assert (half.low, half.high) == (pytest.approx(0.402, abs=0.01), pytest.approx(0.598, abs=0.01))


def test_markdown_table(tmp_path: Path) -> None:
    """Protects: a row a set and method, with the difference to BM25 and its p."""
    report = benchmark_pairs(_pairs(tmp_path / "pairs.jsonl.xz", ROWS), Themes())
    lines = markdown(report).splitlines()
    assert len(lines) == 2 + 3 * 3
    assert "english（2・2）" in lines[2]
    assert "+1.000（0.500）" in markdown(report)


def test_tables_between_the_marks(tmp_path: Path) -> None:
    """Protects: a README's tables are replaced and the text around them stays; without marks one clear error."""
    pairs = benchmark_pairs(_pairs(tmp_path / "pairs.jsonl.xz", ROWS), Themes())
    path = tmp_path / "parallel.tsv"
    path.write_text("ja\ten\n図書館\tlibrary\n公園\tpark\n", encoding="utf-8")
    table = summary(pairs, benchmark_parallel(path, Themes()))
    readme = tmp_path / "README.md"
    readme.write_text(f"前\n{BEGIN}\n古い表\n{END}\n後\n", encoding="utf-8")
    write_between_marks(readme, table)
    write_between_marks(readme, table)
    assert readme.read_text(encoding="utf-8") == f"前\n{BEGIN}\n{table}{END}\n後\n"
    assert "| english | 2 |" in table
    assert "| all | 2 | 1.000／1.000 | 1.000／1.000 |" in table
    with pytest.raises(GoldError, match=r"parallel\.tsv"):
        write_between_marks(path, table)


@pytest.mark.parametrize("content", ["", "{}\n", '{"query": 1, "passage": "x"}\n', "not json\n"])
def test_files_of_another_form(tmp_path: Path, content: str) -> None:
    """Protects: an empty file or one of another form is one clear error that names it."""
    path = tmp_path / "pairs.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=r"pairs\.jsonl"):
        benchmark_pairs(path, None)
    path.write_text("a\tb\n1\t2\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"pairs\.jsonl"):
        benchmark_parallel(path, Themes())
