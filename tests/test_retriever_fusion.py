"""Fusion of words and meaning: the arithmetic, and what it must not do."""

from __future__ import annotations

import math

import pytest

from retriever.fusion import fuse, inverse_document_frequency, lexical_bound


def test_idf_is_bm25s() -> None:
    """Protects: idf as tantivy computes it, so that the bound is a bound: ln(1 + (10 − 2 + 0.5) / 2.5)."""
    assert inverse_document_frequency(2, 10) == pytest.approx(math.log(1 + 8.5 / 2.5))
    assert inverse_document_frequency(10, 10) > 0


def test_bound_sums_the_words() -> None:
    """Protects: every word counts with its boost × idf × 2.2, also one that no document has."""
    known, unknown = math.log(1 + 2.5 / 1.5), math.log(1 + 3.5 / 0.5)
    assert lexical_bound([(1.0, 1), (0.5, 0)], 3) == pytest.approx(2.2 * (known + 0.5 * unknown))


def test_bound_holds_for_tantivy(tmp_path: object) -> None:
    """Protects: no document scores above the bound, even a short one full of the question's words."""
    from pathlib import Path

    from retriever.lexical import PASSAGES, Entry, Shelf

    shelf = Shelf(Path(str(tmp_path)) / "shelf", PASSAGES, create=True)
    texts = [["避難", "所"] * 30, ["避難", "訓練"], ["予算"]]
    for number, words in enumerate(texts):
        shelf.add(Entry(number, 0, (), {"text": words}))
    shelf.commit()
    shelf.close()
    best = shelf.search([("避難", 1.0), ("所", 1.0)], {"text": 1.0}, 3)[0][1]
    assert 0 < best <= lexical_bound([(1.0, 2), (1.0, 1)], 3)


def test_fused_score_is_share_plus_cosine() -> None:
    """Protects: BM25 / bound + weight × cosine, for candidates of both, of the words only, of the vectors only."""
    fused = fuse({"both": 6.0, "words": 3.0}, {"both": 0.5, "vectors": 0.25}, bound=12.0, weight=0.2)
    assert fused == pytest.approx({"both": 0.5 + 0.1, "words": 0.25 + 0.05, "vectors": 0.05})


def test_meaning_gives_way_to_words() -> None:
    """Protects: the more of the question the best passage holds, the less the cosine counts: 0.4 · (1 − 0.5)²."""
    fused = fuse({"words": 5.0}, {"vectors": 0.5, "words": 0.0}, bound=10.0, weight=0.4, fade=2)
    assert fused == pytest.approx({"words": 0.5, "vectors": 0.05})
    assert fuse({"words": 99.0}, {"vectors": 1.0}, bound=10.0, weight=0.4, fade=2)["vectors"] == 0.0


def test_without_words_the_cosine_decides() -> None:
    """Protects: a question of which no word stands in the record (English) is ranked by meaning alone."""
    fused = fuse({}, {"near": 0.6, "far": 0.1}, bound=0.0, weight=0.2)
    assert sorted(fused, key=lambda key: -fused[key]) == ["near", "far"]


def test_without_vectors_the_words_decide() -> None:
    """Protects: the order of BM25 is kept where there is no encoder; negative cosines take nothing away."""
    assert fuse({"a": 4.0, "b": 2.0}, {}, bound=8.0) == {"a": 0.5, "b": 0.25}
    assert fuse({"a": 4.0}, {"a": -0.9}, bound=8.0) == {"a": 0.5}
