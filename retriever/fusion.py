"""Fusion of the search by words and the search by meaning.

    share  = BM25 / bound
    score  = share + w · (1 − best share)^fade · max(cos, 0)

`bound` is the most that BM25 can give to this question: the sum over its words of boost · idf · (k1 + 1) (Robertson
and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009), words that nobody wrote included.
So `share` says how much of the question stands in the passage. A short factual question whose words are all there is
decided by its words; a long spoken one, or one in English, of which little is there, by its meaning; `fade` says how
fast meaning gives way. Normalising by a theoretical bound instead of the best hit: Bruch, Gai and Ingber, "An Analysis
of Fusion Functions for Hybrid Retrieval", ACM TOIS 2023 (arXiv:2210.11934).
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

DEPTH = 800
"""Candidates that each search hands over: an exchange is cut into some 5 passages, so about 160 exchanges at least. What one of the two
searches does not bring counts there as its last: of 110 questions over 80,960 exchanges 46 points with 800, 43 with 200, of which the first five
hold the right exchange for 65 instead of 63 of 93."""

DENSE_WEIGHT = 0.15
"""Weight of the cosine where it does not fade: for shares that are a mean over fields and shelves, as in the search,
and therefore small. Measured with `kaigiroku eval run`."""

PASSAGE_WEIGHT, PASSAGE_FADE = 0.6, 6.0
"""Weight and fading where passages are one field, as in `kaigiroku eval pairs`. Recall@1 against BM25: councillors'
questions of a later year +0.037 (p < 0.001), JSQuAD and JaQuAD 0.000. With fading 3 instead of 6 those two lose 0.003 and
0.005 and councillors' questions gain nothing; a weight of 0.3 without fading loses 0.008 and 0.017, reciprocal rank fusion
0.12 and 0.15 (with the model before). Measure again (`make benchmark`) when model or tokenizer change."""

K1 = 1.2
"""BM25's saturation, as fixed in tantivy."""


def inverse_document_frequency(containing: int, documents: int) -> float:
    """BM25's idf of a word that `containing` of `documents` have: ln(1 + (N − n + 0.5) / (n + 0.5)).

    >>> round(inverse_document_frequency(1, 3), 3)
    0.981
    """
    return math.log(1 + (documents - containing + 0.5) / (containing + 0.5))


def lexical_bound(words: Iterable[tuple[float, int]], documents: int) -> float:
    """The most that BM25 can give: `words` are the question's words as (boost, documents with it).

    >>> round(lexical_bound([(1.0, 1), (0.5, 0)], 3), 3)
    4.445
    """
    return sum(boost * inverse_document_frequency(found, documents) * (K1 + 1) for boost, found in words)


def fuse(
    lexical: Mapping[Key, float],
    dense: Mapping[Key, float],
    bound: float,
    weight: float = DENSE_WEIGHT,
    fade: float = 0.0,
) -> dict[Key, float]:
    """Fused score of every candidate of either search.

    `lexical` holds BM25 scores, `dense` cosines. A candidate that the vectors did not bring gets the lowest cosine
    they brought (it cannot have more); one that the words did not bring gets nothing for its words.

    >>> fuse({"a": 5.0}, {"b": 0.5, "c": -0.1}, bound=10.0, weight=0.4, fade=2)
    {'a': 0.5, 'b': 0.05, 'c': 0.0}
    """
    scale = 1 / bound if bound > 0 else 0.0
    covered = min(max(lexical.values(), default=0.0) * scale, 1.0)
    meaning = weight * (1 - covered) ** fade
    lowest = max(min(dense.values(), default=0.0), 0.0)
    return {
        key: lexical.get(key, 0.0) * scale + meaning * max(dense.get(key, lowest), 0.0)
        for key in (*lexical, *(key for key in dense if key not in lexical))
    }
