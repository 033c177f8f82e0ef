"""Vector segments: what may be found, when they are merged, and that merging keeps every vector."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from retriever import segments
from retriever.dense import Allowed, Segment
from retriever.manifest import SegmentInfo
from retriever.segments import merge_segments, to_merge, write_segment


def info(count: int, first: int = 1, name: str = "") -> SegmentInfo:
    return SegmentInfo(name or f"s{first}", "fp16", count, first, first + count - 1, 0)


def unit(count: int, dimension: int = 8, seed: int = 0) -> np.ndarray:
    rows = np.random.default_rng(seed).standard_normal((count, dimension)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_mask_of_ranges() -> None:
    """Ids 2, 4, 6, 8 against the ranges 1–4 and 7–7 and 8–90: 2, 4 and 8 are allowed."""
    allowed = Allowed.of([(1, 4), (7, 7), (8, 90)])
    assert allowed.mask(np.array([2, 4, 6, 8])).tolist() == [True, True, False, True]
    assert Allowed.of([]).mask(np.array([2, 4])).tolist() == [False, False]
    assert (allowed.count(3, 7), allowed.count(100, 200)) == (3, 0)


def test_search_is_exact_and_keeps_to_the_mask(tmp_path: Path) -> None:
    """The nearest of the allowed rows, with the inner product, to three digits."""
    vectors, ids = unit(500), np.arange(1, 1001, 2)
    segment = Segment(tmp_path, write_segment(tmp_path, "s", ids, vectors))
    scores = vectors @ vectors[7]
    best = np.argsort(-scores)[:5]
    found = segment.search(vectors[7:8], 5, None)
    assert [number for number, _ in found] == ids[best].tolist()
    assert [score for _, score in found] == pytest.approx(scores[best].tolist(), abs=2e-3)
    mask = np.zeros(500, dtype=np.bool_)
    mask[[3, 400]] = True
    assert {number for number, _ in segment.search(vectors[7:8], 5, mask)} == {7, 801}
    assert segment.search(vectors[7:8], 5, np.zeros(500, dtype=np.bool_)) == []


def test_when_segments_are_merged() -> None:
    """Eight of a size class together; one of which more than half is removed by itself; otherwise none."""
    small = [info(100, 1000 * number) for number in range(7)]
    large = info(100_000, 20_000)
    assert to_merge([*small, large], [100] * 7 + [100_000]) == []
    assert to_merge([*small, large], [100] * 6 + [49, 100_000]) == [small[6]]
    eighth = info(512, 9000)
    assert to_merge([*small, eighth, large], [100] * 7 + [512, 100_000]) == [*small, eighth]
    bigger = info(513, 9000)
    assert to_merge([*small, bigger], [100] * 7 + [513]) == []


@pytest.mark.parametrize("clusters_from", [10_000, 100])
def test_merging_keeps_what_is_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clusters_from: int
) -> None:
    """Segments whose ids interleave: every allowed vector is found under its id, no other, also in clusters."""
    monkeypatch.setattr(segments, "APPROXIMATE_FROM", clusters_from)
    monkeypatch.setattr(segments, "TRAINED", 4)
    vectors = unit(300)
    outer, inner = np.r_[1:101, 201:301], np.arange(101, 201)
    parts = [
        Segment(tmp_path, write_segment(tmp_path, "a", outer, vectors[outer - 1])),
        Segment(tmp_path, write_segment(tmp_path, "b", inner, vectors[inner - 1])),
    ]
    merged = merge_segments(tmp_path, "c", parts, Allowed.of([(1, 149), (160, 300)]), 8)
    assert merged is not None
    assert (merged.count, merged.first, merged.last) == (290, 1, 300)
    assert merged.kind == ("fp16" if clusters_from > 300 else "ivf-fp16")
    segment = Segment(tmp_path, merged)
    for number in (2, 120, 200, 300):
        narrow = segment.mask(Allowed.of([(number, number)]))
        assert [one for one, _ in segment.search(vectors[number - 1 : number], 3, narrow)] == [number]
    assert not segment.mask(Allowed.of([(150, 159)])).any()
    assert merge_segments(tmp_path, "d", parts, Allowed.of([]), 8) is None
