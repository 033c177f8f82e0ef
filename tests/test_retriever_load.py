"""Speed of a large store with the bundled model, on two cores (run by `make check`; 3–5 minutes)."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from large_store import fill, latencies, queries

from corpus.selection import Selection
from corpus.store import Store
from retriever.encoders import load_encoder
from retriever.index import Index
from retriever.search import Searcher

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
