"""Makes large stores of random words for load tests: words by their real frequency, names of imaginary towns.

    python tests/large_store.py FOLDER PASSAGES [DIMENSION]

prints how fast it was indexed, how fast it is searched, and how much memory that took. With a dimension, vectors are random
with neighbourhoods (so that clusters mean something); without, no vectors are made. With 1,000,000 passages and 384 numbers, on
two cores that others used too: 882 passages/s, 2.3 GiB while writing; p95 109 ms, with filters 48 to 120 ms, 1.2 GiB.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from small_store import meeting, minutes, passages_of, source

from corpus.selection import EVERYTHING, Selection
from corpus.store import Store
from retriever.index import Index
from retriever.search import Searcher
from retriever.types import SearchQuery

EXCHANGES = 40
"""Exchanges of one meeting, of five passages each."""

TOWNS = 400


class RandomEncoder:
    """Vectors as if of a model: one of 2,000 subjects, chosen by the text, plus noise of the text's own."""

    id = "random"
    fingerprint = "random-1"

    def __init__(self, dimension: int) -> None:
        self.dimension = dimension
        self._subjects = np.random.default_rng(0).standard_normal((2000, dimension)).astype(np.float32)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape (n, dimension), rows of length 1."""
        noise = np.random.default_rng(abs(hash(texts[0])) if texts else 0)
        subject = [abs(hash(text)) % len(self._subjects) for text in texts]
        rows = self._subjects[subject] + noise.standard_normal((len(texts), self.dimension), dtype=np.float32)
        normed: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return normed

    encode_queries = encode_passages


class Speech:
    """Sentences of words drawn by their frequency in council speech."""

    def __init__(self, seed: int = 0) -> None:
        lines = (files("retriever") / "data" / "word_frequency.tsv").read_text("utf-8").splitlines()
        pairs = [line.split("\t") for line in lines]
        self.words = [form for form, _ in pairs]
        self._weights = list(accumulate(int(count) for _, count in pairs))
        self._random = random.Random(seed)

    def text(self, words: int) -> str:
        """About four characters a word."""
        drawn = self._random.choices(self.words, cum_weights=self._weights, k=words)
        return (
            "".join(word + self._random.choice(("の", "は", "を", "に", "、")) for word in drawn) + "です。"
        )


def fill(store: Store, passages: int, seed: int = 0) -> None:
    """Puts minutes of random speech into the store until it has so many more passages; 2 of 5 are of the question."""
    speech = Speech(seed)
    for number in range(max(1, passages // (EXCHANGES * 2))):
        pairs = [(speech.text(3), speech.text(35), speech.text(35)) for _ in range(EXCHANGES)]
        town = f"第{number % TOWNS}町"
        header = meeting(
            town, f"{2005 + number % 20}-{1 + number % 12:02}-07", prefecture=f"第{number % 47}県"
        )
        key = f"{seed}-{number}"
        store.put(source(key), [minutes(key, pairs, header)], passages_of)


def queries(searcher: Searcher, count: int, seed: int = 99) -> Iterator[SearchQuery]:
    """Questions of nine random words, as long as a real one after analysis."""
    speech = Speech(seed)
    for _ in range(count):
        text = speech.text(9)
        yield SearchQuery(text, tuple((token, 1.0) for token in searcher.index.tokenizer.tokens(text)))


def latencies(
    searcher: Searcher, asked: Sequence[SearchQuery], selection: Selection = EVERYTHING
) -> list[float]:
    """Milliseconds of each search with its exchanges read from the store, ascending."""
    times = []
    for one in asked:
        start = time.perf_counter()
        hits = searcher.search(one, selection)
        searcher.store.get_many(hit.exchange_id for hit in hits)
        times.append(1000 * (time.perf_counter() - start))
    return sorted(times)


def main(folder: str, passages: str, dimension: str = "0") -> None:
    """Fills, indexes, searches, prints."""
    store = Store.open(Path(folder))
    encoder = RandomEncoder(int(dimension)) if int(dimension) else None
    if not store.passage_ranges():
        start = time.perf_counter()
        fill(store, int(passages))
        print(f"stored {int(passages) / (time.perf_counter() - start):.0f} passages/s", flush=True)
        start = time.perf_counter()
        Index(store, encoder).update()
        print(f"indexed {int(passages) / (time.perf_counter() - start):.0f} passages/s", flush=True)
    print(f"memory of writing {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB")
    searcher = Searcher(store, encoder)
    asked = list(queries(searcher, 200))
    latencies(searcher, asked[:20])
    for name, selection in (
        ("all", EVERYTHING),
        ("town", Selection(towns=("第7町",))),
        ("prefecture", Selection(prefecture="第3県")),
        ("years", Selection(since="2015-01-01")),
        ("side", Selection(side="executive")),
    ):
        times = latencies(searcher, asked[20:], selection)
        print(f"{name}: median {times[len(times) // 2]:.1f} ms, p95 {times[int(len(times) * 0.95)]:.1f} ms")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    main(*sys.argv[1:])
