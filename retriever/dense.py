"""The dense index: vectors of passages in FAISS, in segments that are written once.

A segment is a file of vectors beside a file of the passages' ids (ascending). Adding a document writes a small segment;
segments of a like size are merged now and then (`to_merge`), so that each vector is rewritten only some log times. What a
search may return (what is still in the store, and in the filter) is given to FAISS as a bitmap, inside the search.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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

PROBED = 1 / 4
"""Share of the clusters that a query looks into. Measured with the bundled model on 250,621 passages of real minutes and 250
questions, share of the exact nearest 10 that is found, and time of one core: 1/16 0.886, 0.9 ms; 1/8 0.929, 1.6 ms; 1/4
0.972, 3.1 ms; all 1, 12 ms."""

NARROW = 0.2
"""Share of allowed rows below which all clusters are looked into, since the nearest ones may hold none that is allowed.
As FAISS skips what is not allowed before it computes, this costs no more than the rows that are left."""

FLAT, IVF = "fp16", "ivf-fp16"
"""Kinds of segments: half-precision rows; the same in clusters (inverted lists)."""

CHUNK = 65_536
"""Rows that are copied at once when segments are merged: 100 MB of vectors of 384 numbers."""


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
    """One segment, read from disk (mapped into memory: what is not searched takes none)."""

    def __init__(self, folder: Path, info: SegmentInfo) -> None:
        """Raises FileNotFoundError where a newer index has taken its place, IndexMismatch where it is damaged."""
        import numpy as np

        faiss = faiss_module()
        path = folder / f"{info.name}.faiss"
        if path.stat().st_size != info.size:
            raise IndexMismatch(f"ベクトル索引が壊れています: {path}", REBUILD)
        try:
            self._index: Any = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
            self.ids: Ids = np.load(folder / f"{info.name}.ids.npy", allow_pickle=False)
        except (RuntimeError, ValueError, EOFError) as error:
            raise IndexMismatch(f"ベクトル索引が壊れています: {path} ({error})", REBUILD) from error
        if not self._index.ntotal == len(self.ids) == info.count:
            raise IndexMismatch(f"ベクトル索引の件数が合いません: {path}", REBUILD)
        self.info = info
        # A merged segment holds its parts one after the other; ids that were added between them break the order.
        ascending = bool((np.diff(self.ids) > 0).all())
        self._order: Ids | None = None if ascending else np.argsort(self.ids)

    def mask(self, allowed: Allowed) -> NDArray[np.bool_]:
        """Which rows are allowed: shape (count,)."""
        import numpy as np

        if self._order is None:
            return allowed.mask(self.ids)
        mask = np.empty(len(self.ids), dtype=np.bool_)
        mask[self._order] = allowed.mask(self.ids[self._order])
        return mask

    def search(self, query: Vectors, k: int, mask: NDArray[np.bool_] | None) -> list[tuple[int, float]]:
        """(passage id, inner product) of the nearest allowed rows, best first. `query` has shape (1, dimension)."""
        import numpy as np

        faiss = faiss_module()
        allowed = len(self.ids) if mask is None else int(mask.sum())
        if allowed == 0:
            return []
        more: dict[str, Any] = {}
        if mask is not None and allowed < len(mask):
            # The packed bits must outlive the call: FAISS keeps only a pointer to them.
            bits = np.packbits(mask, bitorder="little")
            more["sel"] = faiss.IDSelectorBitmap(bits)
        if self.info.kind == IVF:
            clusters = self._index.nlist
            narrow = allowed < NARROW * len(self.ids)
            more["nprobe"] = clusters if narrow else max(1, round(clusters * PROBED))
            parameters = faiss.SearchParametersIVF(**more)
        else:
            parameters = faiss.SearchParameters(**more) if more else None
        # One question is one thread's work: waking a second one for it took 6 ms of processor time (40 ms on a busy
        # machine) for a segment that one thread searches in 0.1 ms. Questions of several users run beside each other.
        faiss.omp_set_num_threads(1)
        scores, rows = self._index.search(query, min(k, allowed), params=parameters)
        found = rows[0] >= 0
        return list(zip(self.ids[rows[0][found]].tolist(), scores[0][found].tolist(), strict=True))

    def chunks(self) -> Iterator[tuple[Ids, Vectors]]:
        """All rows as (ids, float32 vectors), at most `CHUNK` at a time."""
        if self.info.kind == IVF:
            self._index.make_direct_map()
        for start in range(0, len(self.ids), CHUNK):
            ids = self.ids[start : start + CHUNK]
            yield ids, self._index.reconstruct_n(start, len(ids))


def faiss_module() -> Any:
    """The module; its type hints do not know what its Python wrapper accepts."""
    import faiss

    return faiss
