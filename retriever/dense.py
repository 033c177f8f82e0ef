"""The dense index: vectors of passages in FAISS, in segments that are written once.

A segment is a file of vectors beside a file of the passages' ids (ascending). Adding a document writes a small segment;
segments of a like size are merged now and then (`to_merge`), so that each vector is rewritten only some log times. What a
search may return (what is still in the store, and in the filter) is given to FAISS as a bitmap, inside the search.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import IndexMismatch
from retriever.manifest import REBUILD, SegmentInfo

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
"""Rows from which a segment is searched by clusters (IVF) instead of row by row. Half-precision rows of 256 numbers take
~7 ms per 100,000 on two cores; beyond this size a query would exceed 60 ms."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """Ids that a search may return, as ascending ranges [first[i], last[i]]."""

    first: Ids
    last: Ids

    @classmethod
    def of(cls, ranges: Sequence[tuple[int, int]]) -> Allowed:
        """From the store's `passage_ranges`."""
        import numpy as np

        table = np.array(ranges, dtype=np.int64).reshape(-1, 2)
        return cls(np.ascontiguousarray(table[:, 0]), np.ascontiguousarray(table[:, 1]))

    def mask(self, ids: Ids) -> NDArray[np.bool_]:
        """For ascending `ids`, which of them are allowed: shape (len(ids),)."""
        import numpy as np

        change = np.zeros(len(ids) + 1, dtype=np.int32)
        np.add.at(change, np.searchsorted(ids, self.first, "left"), 1)
        np.add.at(change, np.searchsorted(ids, self.last, "right"), -1)
        return np.cumsum(change[:-1]) > 0

    def count(self, first: int, last: int) -> int:
        """How many ids of `[first, last]` are allowed."""
        import numpy as np

        shared = np.minimum(self.last, last) - np.maximum(self.first, first) + 1
        return int(np.maximum(shared, 0).sum())


class Segment:
    """One segment, read from disk."""

    def __init__(self, folder: Path, info: SegmentInfo) -> None:
        """Raises FileNotFoundError where a newer index has taken its place, IndexMismatch where it is damaged."""
        import numpy as np

        faiss = _faiss()
        path = folder / f"{info.name}.faiss"
        if path.stat().st_size != info.size:
            raise IndexMismatch(f"ベクトル索引が壊れています: {path}", REBUILD)
        try:
            self._index: Any = faiss.read_index(str(path))
            self.ids: Ids = np.load(folder / f"{info.name}.ids.npy", allow_pickle=False)
        except (RuntimeError, ValueError, EOFError) as error:
            raise IndexMismatch(f"ベクトル索引が壊れています: {path} ({error})", REBUILD) from error
        if not self._index.ntotal == len(self.ids) == info.count:
            raise IndexMismatch(f"ベクトル索引の件数が合いません: {path}", REBUILD)
        self.info = info

    def search(self, query: Vectors, k: int, mask: NDArray[np.bool_] | None) -> list[tuple[int, float]]:
        """(passage id, inner product) of the nearest allowed rows, best first. `query` has shape (1, dimension)."""
        import numpy as np

        faiss = _faiss()
        selector = None
        if mask is not None:
            allowed = int(mask.sum())
            if allowed == 0:
                return []
            if allowed < len(mask):
                # The packed bits must outlive the call: FAISS keeps only a pointer to them.
                bits = np.packbits(mask, bitorder="little")
                selector = faiss.IDSelectorBitmap(bits)
            k = min(k, allowed)
        parameters = faiss.SearchParameters(sel=selector) if selector is not None else None
        scores, rows = self._index.search(query, min(k, len(self.ids)), params=parameters)
        found = rows[0] >= 0
        return list(zip(self.ids[rows[0][found]].tolist(), scores[0][found].tolist(), strict=True))

    def vectors(self) -> Vectors:
        """All rows as float32, shape (count, dimension)."""
        found: Vectors = self._index.reconstruct_n(0, len(self.ids))
        return found


def write_segment(folder: Path, name: str, ids: Ids, vectors: Vectors) -> SegmentInfo:
    """Writes a segment and flushes it to disk. `ids` (n,) ascending, `vectors` (n, dimension) of length 1."""
    import numpy as np

    faiss = _faiss()
    # Half precision: half the memory, scores equal to 3 digits.
    index = faiss.IndexScalarQuantizer(
        vectors.shape[1], faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
    )
    index.train(vectors)
    index.add(vectors)
    path, beside = folder / f"{name}.faiss", folder / f"{name}.ids.npy"
    faiss.write_index(index, str(path))
    np.save(beside, ids, allow_pickle=False)
    for file in (path, beside):
        _flush(file)
    return SegmentInfo(name, "fp16", len(ids), int(ids[0]), int(ids[-1]), path.stat().st_size)


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


def _faiss() -> Any:
    """The module; its type hints do not know what its Python wrapper accepts."""
    import faiss

    return faiss
