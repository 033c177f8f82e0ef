"""A writer of the lexical index that is done with its documents, but not with its files."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path

from retriever.lexical import PASSAGES, Entry, Shelf

SMALL = 8
"""Commits after which tantivy merges their small segments."""


def add(folder: Path, key: int) -> Shelf:
    """Adds one document as an update of the index does: with a writer of its own."""
    shelf = Shelf(folder, PASSAGES, create=True)
    shelf.add(Entry(key, key, (), {"text": ["避難", f"第{key}"]}))
    shelf.commit()
    shelf.close()
    return shelf


def segments(folder: Path) -> int:
    return len(json.loads((folder / "meta.json").read_text("utf-8"))["segments"])


def test_small_segments_are_merged_though_nobody_waits(tmp_path: Path) -> None:
    """Protects: what is left to a thread of its own is done, and nothing is lost by it or hidden meanwhile."""
    for key in range(SMALL + 1):
        assert len(add(tmp_path, key).keys()) == key + 1
    for thread in threading.enumerate():
        if thread.name == "merging":
            thread.join()
    assert segments(tmp_path) < SMALL
    shelf = Shelf(tmp_path, PASSAGES)
    assert sorted(shelf.keys()) == [*range(SMALL + 1)]
    assert [key for key, _ in shelf.search([("第3", 1.0)], {"text": 1.0}, 5)] == [3]


def test_a_writer_waits_for_the_one_before_it(tmp_path: Path) -> None:
    """Protects: a document that is added while the index is still being merged is in, not refused."""
    first = Shelf(tmp_path, PASSAGES, create=True)
    first.add(Entry(1, 1, (), {"text": ["避難"]}))
    first.commit()
    started = time.monotonic()
    threading.Timer(0.3, first.close).start()
    assert sorted(add(tmp_path, 2).keys()) == [1, 2]
    assert time.monotonic() - started >= 0.3
