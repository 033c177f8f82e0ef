"""Scores of the model benchmark, for JSON and as the README's table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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
