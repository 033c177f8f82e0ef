"""The model benchmark: how well an encoder finds replies to questions, and translations.

`benchmark_pairs`: queries against the distinct passages of the file, by words (the product's BM25), by vectors
and fused as the search does it. `benchmark_parallel`: Japanese ↔ English, vectors only. Each with 95% bootstrap
intervals and paired randomisation tests, for the whole file and for every source in it.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import GoldError
from evals.benchmark_files import pair_rows, parallel_rows
from evals.benchmark_report import BenchmarkReport, Difference, Estimate, Section
from evals.stats import RESAMPLES, SEED, randomisation_test
from retriever.encoders import Encoder
from retriever.fusion import DEPTH, PASSAGE_FADE, PASSAGE_WEIGHT, fuse, lexical_bound

Ranks = NDArray[np.float64]
CUTS = (1, 5, 10)
"""Depths of recall; 10 is what the page lists."""
METRICS = (*(f"recall@{cut}" for cut in CUTS), "mrr@10")
BLOCK = 512
"""Queries whose similarities are held at once."""


def benchmark_pairs(path: Path, encoder: Encoder | None) -> BenchmarkReport:
    """Scores of `dense`, `bm25` and `fused` (of `bm25` alone without an encoder) on query–passage lines.

    A source whose rows have a topic label is measured a second time with the label before the question.

    Raises:
        GoldError: the file is missing, empty or of another form.
    """
    rows = list(pair_rows(path))
    if not rows:
        raise GoldError(
            f"質問と答弁の組がありません: {path}", "query と passage のある JSON Lines を指定してください"
        )
    whole = _pairs_section("all", [(row["query"], row["passage"]) for row in rows], encoder)
    by_source: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        name = str(row.get("source", ""))
        by_source.setdefault(name, []).append((row["query"], row["passage"]))
        if row.get("topic"):
            by_source.setdefault(f"{name}+topic", []).append(
                (f"{row['topic']} {row['query']}", row["passage"])
            )
    sources = tuple(
        _pairs_section(name, pairs, encoder) for name, pairs in by_source.items() if set(by_source) != {""}
    )
    return BenchmarkReport(path.name, encoder.id if encoder else "none", whole, sources)


def benchmark_parallel(path: Path, encoder: Encoder) -> BenchmarkReport:
    """Scores of finding the Japanese side by the English one (`en→ja`) and back (`ja→en`), vectors only.

    Raises:
        GoldError: the file is missing, empty or of another form.
    """
    rows = list(parallel_rows(path))
    if not rows:
        raise GoldError(f"対訳がありません: {path}", "ja と en の列がある TSV を指定してください")
    by_source: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        by_source.setdefault(row.get("source") or "", []).append((row["ja"], row["en"]))
    whole = _parallel_section("all", [(row["ja"], row["en"]) for row in rows], encoder)
    sources = tuple(
        _parallel_section(name, pairs, encoder) for name, pairs in by_source.items() if set(by_source) != {""}
    )
    return BenchmarkReport(path.name, encoder.id, whole, sources)


def _pairs_section(name: str, pairs: Sequence[tuple[str, str]], encoder: Encoder | None) -> Section:
    queries = [query for query, _ in pairs]
    candidates, wanted = _distinct(passage for _, passage in pairs)
    lexical, bounds = _lexical_scores(queries, candidates)
    ranks = {"bm25": np.asarray([_rank(found, gold) for found, gold in zip(lexical, wanted, strict=True)])}
    if encoder is not None:
        dense_ranks, nearest = _dense(queries, candidates, wanted, encoder)
        fused = [
            _rank(fuse(words, vectors, bound, PASSAGE_WEIGHT, PASSAGE_FADE), gold)
            for words, vectors, bound, gold in zip(lexical, nearest, bounds, wanted, strict=True)
        ]
        ranks = {"dense": dense_ranks, **ranks, "fused": np.asarray(fused)}
    tests = (
        _tested(ranks, "bm25", "fused"),
        _tested(ranks, "dense", "fused"),
        _tested(ranks, "bm25", "dense"),
    )
    return Section(
        name,
        len(pairs),
        len(candidates),
        {method: _metrics(found) for method, found in ranks.items()},
        tests if encoder is not None else (),
    )


def _parallel_section(name: str, pairs: Sequence[tuple[str, str]], encoder: Encoder) -> Section:
    methods = {}
    for label, rows in (("en→ja", [(en, ja) for ja, en in pairs]), ("ja→en", list(pairs))):
        candidates, wanted = _distinct(right for _, right in rows)
        ranks, _ = _dense([left for left, _ in rows], candidates, wanted, encoder)
        methods[label] = _metrics(ranks)
    return Section(name, len(pairs), len(candidates), methods, ())


def _distinct(texts: Iterable[str]) -> tuple[list[str], list[int]]:
    """The distinct texts, and for each text its number among them."""
    known: dict[str, int] = {}
    numbers = [known.setdefault(text, len(known)) for text in texts]
    return list(known), numbers


def _lexical_scores(
    queries: Sequence[str], candidates: Sequence[str]
) -> tuple[list[dict[int, float]], list[float]]:
    """For each query the BM25 scores of its best candidates, and the most that it could give; by the product's parts."""
    from retriever.lexical import PASSAGES, Entry, Shelf
    from retriever.tokenize import shared_tokenizer

    tokenizer = shared_tokenizer()
    containing: Counter[str] = Counter()
    words = [tokenizer.tokens(query) for query in queries]
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder) / "passages", PASSAGES, create=True)
        for number, candidate in enumerate(candidates):
            tokens = tokenizer.tokens(candidate)
            containing.update(set(tokens))
            shelf.add(Entry(number, 0, (), {"text": tokens}))
        shelf.commit()
        shelf.close()
        scores = [dict(shelf.search([(word, 1.0) for word in one], {"text": 1.0}, DEPTH)) for one in words]
    bounds = [lexical_bound([(1.0, containing[word]) for word in one], len(candidates)) for one in words]
    return scores, bounds


def _dense(
    queries: Sequence[str], candidates: Sequence[str], wanted: Sequence[int], encoder: Encoder
) -> tuple[Ranks, list[dict[int, float]]]:
    """Rank of the wanted candidate for each query, and the cosines of the nearest `DEPTH` candidates."""
    passages = encoder.encode_passages(candidates)
    ranks: list[float] = []
    nearest: list[dict[int, float]] = []
    depth = min(DEPTH, len(candidates))
    for start in range(0, len(queries), BLOCK):
        scores = encoder.encode_queries(queries[start : start + BLOCK]) @ passages.T
        best = np.argpartition(-scores, depth - 1, axis=1)[:, :depth]
        for row, gold in enumerate(wanted[start : start + BLOCK]):
            found = scores[row]
            equal = int((found == found[gold]).sum())
            ranks.append(1 + int((found > found[gold]).sum()) + (equal - 1) / 2)
            nearest.append({int(number): float(found[number]) for number in best[row]})
    return np.asarray(ranks), nearest


def _rank(scores: Mapping[int, float], wanted: int) -> float:
    """Rank from 1 (the mean of equals), infinite where the wanted one was not found."""
    own = scores.get(wanted)
    if own is None:
        return float("inf")
    better = sum(score > own for score in scores.values())
    equal = sum(score == own for score in scores.values())
    return 1 + better + (equal - 1) / 2


def _values(metric: str, ranks: Ranks) -> Ranks:
    cut = int(metric.rsplit("@", 1)[1])
    return np.where(ranks <= cut, 1 / ranks if metric.startswith("mrr") else 1.0, 0.0)


def _metrics(ranks: Ranks) -> dict[str, Estimate]:
    return {metric: estimate(_values(metric, ranks)) for metric in METRICS}


def estimate(values: Ranks) -> Estimate:
    """The mean with its 95% percentile bootstrap interval.

    Few different values occur, so a draw of n questions is a multinomial draw of their counts: the same distribution,
    without holding `RESAMPLES` × n numbers.
    """
    distinct, counts = np.unique(values, return_counts=True)
    drawn = np.random.default_rng(SEED).multinomial(len(values), counts / len(values), size=RESAMPLES)
    low, high = np.quantile(drawn @ distinct / len(values), (0.025, 0.975))
    return Estimate(float(values.mean()), float(low), float(high))


def _tested(ranks: Mapping[str, Ranks], first: str, second: str) -> Difference:
    """Questions on which both agree do not change the test, so only the others are handed to it."""
    if first not in ranks or second not in ranks:
        return Difference(first, second, 0.0, 1.0)
    a, b = _values("recall@1", ranks[first]), _values("recall@1", ranks[second])
    differ = a != b
    paired = randomisation_test(a[differ].tolist(), b[differ].tolist())
    return Difference(first, second, float(b.mean() - a.mean()), paired.p)
