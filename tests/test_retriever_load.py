"""Speed of a large store with the bundled model, on two cores (run by `make check`; 3–5 minutes)."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from large_store import fill, latencies, queries

from corpus.selection import Selection
from corpus.store import Store
from retriever.encoders import load_encoder
from retriever.index import Index
from retriever.search import Searcher

WORDS = Path(__file__).parent.parent / "retriever" / "data" / "word_frequency.tsv"
PASSAGES = 100_000
SLOWEST_QUERY_MS = 60.0
SLOWEST_INGEST = 500.0


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_hundred_thousand_passages(tmp_path: Path) -> None:
    """≥ 500 passages a second to searchable; a query in ≤ 60 ms at the 95th percentile, filtered or not."""
    store = Store.open(tmp_path / "store")
    encoder = load_encoder("bundled")
    start = time.perf_counter()
    fill(store, PASSAGES)
    Index(store, encoder).update()
    speed = PASSAGES / (time.perf_counter() - start)
    searcher = Searcher(store, encoder)
    asked = list(queries(searcher, 220))
    latencies(searcher, asked[:20])
    for selection in (Selection(), Selection(towns=("第7町",)), Selection(side="executive")):
        times = latencies(searcher, asked[20:], selection)
        assert times[int(len(times) * 0.95)] <= SLOWEST_QUERY_MS, selection
    assert speed >= SLOWEST_INGEST


@pytest.mark.slow
def test_three_thousand_passages_a_second() -> None:
    """The bundled model makes ≥ 3,000 vectors of passages of 300 characters a second on two cores; best of three."""
    encoder = load_encoder("bundled")
    assert encoder is not None
    words = [line.split("\t")[0] for line in WORDS.read_text(encoding="utf-8").splitlines() if "\t" in line]
    generator = random.Random(1)
    passages = [_passage(words, generator) for _ in range(3_000)]
    encoder.encode_passages(passages[:100])
    times = []
    for _ in range(3):
        start = time.process_time()  # of all threads, so that what else the machine does is not counted
        encoder.encode_passages(passages)
        times.append(time.process_time() - start)
    assert 2 * len(passages) / min(times) >= 3_000


def _passage(words: list[str], generator: random.Random) -> str:
    """300 characters of words and particles in clauses that do not come again: no cache helps."""
    text = ""
    while len(text) < 300:
        text += generator.choice(words) + generator.choice("のをにがはと、。")
    return text[:300]
