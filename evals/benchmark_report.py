"""Scores of the model benchmark, for JSON and as the README's table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import GoldError

METHOD_LABELS = {"dense": "意味", "bm25": "単語（BM25）", "fused": "併用"}


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean with its 95% bootstrap interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """A paired test of recall@1: `second` − `first`, and its two-sided p."""

    first: str
    second: str
    difference: float
    p: float


@dataclass(frozen=True, slots=True)
class Section:
    """Scores of one set of queries: `methods` by name, each with its metrics."""

    name: str
    queries: int
    candidates: int
    methods: Mapping[str, Mapping[str, Estimate]]
    tests: tuple[Difference, ...]

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        scores = {
            method: {
                metric: {"value": one.value, "low": one.low, "high": one.high}
                for metric, one in metrics.items()
            }
            for method, metrics in self.methods.items()
        }
        tests = [
            {"metric": "recall@1", "first": t.first, "second": t.second, "difference": t.difference, "p": t.p}
            for t in self.tests
        ]
        return {"queries": self.queries, "candidates": self.candidates, **scores, "tests": tests}


@dataclass(frozen=True, slots=True)
class BenchmarkReport:
    """A benchmark of one file: the whole of it, then each source where the file names several kinds."""

    file: str
    encoder: str
    whole: Section
    sources: tuple[Section, ...]

    def as_dict(self) -> dict[str, Any]:
        """For JSON: the whole file's scores on top, those of the sources under `by_source`."""
        return {
            "file": self.file,
            "encoder": self.encoder,
            **self.whole.as_dict(),
            "by_source": {section.name: section.as_dict() for section in self.sources},
        }


def markdown(*reports: BenchmarkReport) -> str:
    """The README's table: recall@1 with its interval, recall@10 and MRR@10, a row a set and method."""
    lines = [
        "| 評価データ（質問数・候補数） | 方法 | recall@1（95%区間） | recall@10 | MRR@10 | BM25との差（p値） |",
        "|---|---|---|---|---|---|",
    ]
    for report in reports:
        for section in report.sources or (report.whole,):
            versus = {test.second: test for test in section.tests if test.first == "bm25"}
            for method, scores in section.methods.items():
                first, test = scores["recall@1"], versus.get(method)
                cells = (
                    f"{section.name}（{section.queries:,}・{section.candidates:,}）",
                    METHOD_LABELS.get(method, method),
                    f"{first.value:.3f}（{first.low:.3f}–{first.high:.3f}）",
                    f"{scores['recall@10'].value:.3f}",
                    f"{scores['mrr@10'].value:.3f}",
                    f"{test.difference:+.3f}（{test.p:.3f}）" if test else "",
                )
                lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


BEGIN, END = "<!-- benchmark:begin -->", "<!-- benchmark:end -->"
"""Around the tables in a README, which `kaigiroku eval benchmark --write` replaces."""


def summary(pairs: BenchmarkReport, parallel: BenchmarkReport) -> str:
    """Two short tables, a row a set: recall@1 of words, meaning and both; recall@1 and @10 from language to language."""
    lines = [
        "| 質問→答弁（recall@1） | 質問数 | 単語（BM25） | 意味 | 併用 | 併用−BM25（p値） |",
        "|---|---|---|---|---|---|",
    ]
    for section in pairs.sources or (pairs.whole,):
        values = [f"{section.methods[name]['recall@1'].value:.3f}" for name in ("bm25", "dense", "fused")]
        test = next(test for test in section.tests if (test.first, test.second) == ("bm25", "fused"))
        cells = (section.name, f"{section.queries:,}", *values, f"{test.difference:+.3f}（{test.p:.3f}）")
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "| 対訳（recall@1／recall@10） | 文数 | 英→日 | 日→英 |", "|---|---|---|---|"]
    for section in parallel.sources or (parallel.whole,):
        values = [
            f"{one['recall@1'].value:.3f}／{one['recall@10'].value:.3f}"
            for one in (section.methods["en→ja"], section.methods["ja→en"])
        ]
        lines.append(f"| {' | '.join((section.name, f'{section.queries:,}', *values))} |")
    return "\n".join(lines) + "\n"


def write_between_marks(path: Path, text: str) -> None:
    """Replaces what stands between the marks in the file. Raises GoldError where it has no marks."""
    try:
        before, rest = path.read_text(encoding="utf-8").split(BEGIN, 1)
        _, after = rest.split(END, 1)
    except (OSError, ValueError) as error:
        raise GoldError(
            f"表の場所がありません: {path}", f"{BEGIN} と {END} の行をファイルに入れてください"
        ) from error
    path.write_text(f"{before}{BEGIN}\n{text}{END}{after}", encoding="utf-8")
