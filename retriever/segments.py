"""Writing vector segments: new ones small, merged ones now and then, large ones in clusters."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from retriever.dense import FLAT, IVF, Allowed, Segment, faiss_module
from retriever.manifest import SegmentInfo

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ids = NDArray[np.int64]
    Vectors = NDArray[np.float32]

MERGE_AT = 8
"""Segments of one size class that are merged into one; a size class spans this factor too."""

SMALLEST = 512
"""Rows below which all segments are of one size class."""

APPROXIMATE_FROM = 400_000
"""Rows from which a segment is searched by clusters (IVF) instead of row by row, which takes one core 20 ms at this size.
Re-measure with `python tests/large_store.py`."""

CLUSTERS = 2.0
"""Clusters per root of the number of rows: 1 million rows in 2,000 clusters of 500."""

TRAINED = 64
"""Rows per cluster that the clusters are found from (FAISS asks for 39 at least); 20 s of one core for 500,000 rows."""


class SegmentWriter:
    """Writes one segment, rows given in chunks."""

    def __init__(self, folder: Path, name: str, dimension: int, sample: Vectors | None = None) -> None:
        """`sample`: rows to find clusters from, for a segment searched by clusters; None for one searched row by row."""
        faiss = faiss_module()
        self._folder, self._name = folder, name
        self._kind = FLAT if sample is None else IVF
        # Half precision: half the memory, scores equal to 3 digits.
        precision, metric = faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
        if sample is None:
            self._index: Any = faiss.IndexScalarQuantizer(dimension, precision, metric)
        else:
            self._coarse = faiss.IndexFlatIP(dimension)
            clusters = max(1, len(sample) // TRAINED)
            self._index = faiss.IndexIVFScalarQuantizer(
                self._coarse, dimension, clusters, precision, metric, False
            )
            self._index.cp.niter = 10
            faiss.omp_set_num_threads(os.cpu_count() or 1)
            self._index.train(sample)
        self._ids: list[Ids] = []

    def add(self, ids: Ids, vectors: Vectors) -> None:
        """`ids` (n,) ascending, `vectors` (n, dimension) of length 1."""
        self._index.add(vectors)
        self._ids.append(ids)

    def finish(self) -> SegmentInfo:
        """Writes the files and flushes them to disk."""
        import numpy as np

        ids = np.concatenate(self._ids)
        path, beside = self._folder / f"{self._name}.faiss", self._folder / f"{self._name}.ids.npy"
        faiss_module().write_index(self._index, str(path))
        np.save(beside, ids, allow_pickle=False)
        for file in (path, beside):
            _flush(file)
        return SegmentInfo(
            self._name, self._kind, len(ids), int(ids.min()), int(ids.max()), path.stat().st_size
        )


def write_segment(folder: Path, name: str, ids: Ids, vectors: Vectors) -> SegmentInfo:
    """A segment of rows that are at hand. `ids` (n,) ascending, `vectors` (n, dimension) of length 1."""
    sample = vectors[:: _step(len(ids))] if len(ids) >= APPROXIMATE_FROM else None
    writer = SegmentWriter(folder, name, vectors.shape[1], sample)
    writer.add(ids, vectors)
    return writer.finish()


def merge_segments(
    folder: Path, name: str, parts: Sequence[Segment], allowed: Allowed, dimension: int
) -> SegmentInfo | None:
    """One segment of the allowed rows of `parts`, chunk by chunk; None where none is left."""
    masks = [part.mask(allowed) for part in parts]
    count = int(sum(mask.sum() for mask in masks))
    if count == 0:
        return None
    sample = _sample(parts, masks, count) if count >= APPROXIMATE_FROM else None
    writer = SegmentWriter(folder, name, dimension, sample)
    for part, mask in zip(parts, masks, strict=True):
        start = 0
        for ids, vectors in part.chunks():
            kept = mask[start : start + len(ids)]
            start += len(ids)
            if kept.any():
                writer.add(ids[kept], vectors[kept])
    return writer.finish()


def _sample(parts: Sequence[Segment], masks: Sequence[NDArray[np.bool_]], count: int) -> Vectors:
    """Rows to find clusters from, spread evenly over all: shape (clusters · TRAINED, dimension)."""
    import numpy as np

    step = _step(count)
    drawn = []
    for part, mask in zip(parts, masks, strict=True):
        start = 0
        for ids, vectors in part.chunks():
            drawn.append(vectors[mask[start : start + len(ids)]][::step].copy())
            start += len(ids)
    return np.concatenate(drawn)


def _step(count: int) -> int:
    """Of so many rows each how-manieth is drawn to find clusters from."""
    return max(1, int(count / (TRAINED * int(CLUSTERS * count**0.5))))


def to_merge(segments: Sequence[SegmentInfo], live: Sequence[int]) -> list[SegmentInfo]:
    """The segments to merge next: `MERGE_AT` of a size class, or one of which more than half is removed. `live` rows of each."""
    for segment, alive in zip(segments, live, strict=True):
        if alive * 2 < segment.count:
            return [segment]
    classes: dict[int, list[SegmentInfo]] = {}
    for segment in segments:
        classes.setdefault(_size_class(segment.count), []).append(segment)
    for _, members in sorted(classes.items()):
        if len(members) >= MERGE_AT:
            return members
    return []


def remove_others(folder: Path, kept: set[str]) -> None:
    """Deletes all segments' files but those `kept`; one that another process still reads (Windows) stays for the next time."""
    for path in [*folder.glob("*.faiss"), *folder.glob("*.ids.npy")]:
        if path.name.split(".")[0] not in kept:
            with suppress(OSError):
                path.unlink()


def _size_class(count: int) -> int:
    number, limit = 0, SMALLEST
    while count > limit:
        number, limit = number + 1, limit * MERGE_AT
    return number


def _flush(file: Path) -> None:
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())
