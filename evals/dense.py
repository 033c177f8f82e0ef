"""The dense search of the baselines, and plain rank fusion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from evals.lexical import Found
from evals.units import Unit

if TYPE_CHECKING:
    from retriever.encoders import Encoder

RRF_K = 60
"""The constant of reciprocal rank fusion as published (Cormack, Clarke, Büttcher, SIGIR 2009): a baseline is not tuned."""
FUSED_DEPTH = 50
"""Candidates that each side hands to the fusion."""

Search = Callable[[str, int], Found]


class Dense:
    """Exact nearest neighbours by cosine in FAISS."""

    def __init__(self, units: Sequence[Unit], encoder: Encoder) -> None:
        import faiss
        import numpy as np

        self._encoder = encoder
        vectors = np.ascontiguousarray(
            encoder.encode_passages([unit.text for unit in units]), dtype=np.float32
        )
        faiss.normalize_L2(vectors)
        self._index = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(vectors)

    def __call__(self, question: str, k: int) -> Found:
        """The nearest `k` units with their cosines."""
        import faiss
        import numpy as np

        vector = np.ascontiguousarray(self._encoder.encode_queries([question]), dtype=np.float32)
        faiss.normalize_L2(vector)
        scores, numbers = self._index.search(vector, min(k, self._index.ntotal))
        return [(int(n), float(s)) for n, s in zip(numbers[0], scores[0], strict=True) if n >= 0]


def fused(*searches: Search) -> Search:
    """Reciprocal rank fusion: a unit's score is the sum of 1 / (`RRF_K` + rank) over the searches that find it."""

    def search(question: str, k: int) -> Found:
        scores: dict[int, float] = defaultdict(float)
        for each in searches:
            for rank, (number, _) in enumerate(each(question, FUSED_DEPTH), start=1):
                scores[number] += 1 / (RRF_K + rank)
        return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:k]

    return search
