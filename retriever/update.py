"""Bringing an index up to its store; the order of the steps is told in `retriever.index`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import StoreError
from corpus.feed import Indexable
from corpus.store import Store
from retriever import manifest as manifests
from retriever.dense import Allowed, Segment
from retriever.entries import embed_text, exchange_entry, passage_entry
from retriever.lexical import EXCHANGES, PASSAGES, Shelf
from retriever.manifest import Manifest, SegmentInfo
from retriever.segments import merge_segments, remove_others, to_merge, write_segment
from retriever.tokenize import Tokenizer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from retriever.encoders import Encoder

Progress = Callable[[int, int], None]
"""Called with (passages done, passages in all)."""

_KILLED = "index writer was killed"
"""How tantivy says that its writing thread ended: in practice the disk is full."""

BATCH = 8_192
"""Passages between two commit points: bounds memory (16 MB of vectors of 512 numbers) and what a crash costs."""


def shelves(folder: Path, create: bool = False) -> tuple[Shelf, Shelf]:
    """The lexical shelves (exchanges, passages) of an index's folder."""
    return Shelf(folder / "exchanges", EXCHANGES, create), Shelf(folder / "passages", PASSAGES, create)


class Update:
    """One run that brings an index up to its store; the caller holds the write lock."""

    def __init__(
        self,
        store: Store,
        index: Path,
        manifest: Manifest,
        encoder: Encoder | None,
        tokenizer: Tokenizer,
        progress: Progress | None = None,
        checkpoints: bool = True,
    ) -> None:
        """`manifest` is the state to start from; without `checkpoints` only the end of the run is put in force."""
        self._store = store
        self._index = index
        self._manifest = manifest
        self._encoder = encoder
        self._tokenizer = tokenizer
        self._progress = progress
        self._checkpoints = checkpoints
        self._folder = index / manifest.folder
        self._exchanges, self._passages = shelves(self._folder, create=True)
        self._ids: list[int] = []
        self._vectors: list[Future[NDArray[np.float32]]] = []
        # Vectors are made in a second thread while this one cuts the next texts into words: both release Python's lock.
        self._pool = ThreadPoolExecutor(1, "vectors")

    def run(self) -> None:
        """Brings the index up to the store: steps 2 to 4 of `retriever.index`."""
        try:
            self._run()
        except BaseException as error:
            self._exchanges.abandon()
            self._passages.abandon()
            if isinstance(error, OSError) or _KILLED in str(error):
                raise StoreError(
                    f"索引に書き込めませんでした: {error}", "空き容量と権限を確認してください"
                ) from error
            raise
        finally:
            self._pool.shutdown(cancel_futures=True)

    def _run(self) -> None:
        generation = self._store.generation
        removals = self._store.removals_since(self._manifest.last_removal)
        known = self._manifest.last_minutes
        for shelf in (self._exchanges, self._passages):
            shelf.remove_minutes(minutes for _, minutes in removals if minutes <= known)
            shelf.remove_after(known)
        if removals:
            self._manifest = replace(self._manifest, last_removal=removals[-1][0])
        waiting = [number for number in self._store.minutes_ids() if number > known]
        total = self._store.passages_after(known)
        done = 0
        for number in waiting:
            for batch in _batches(self._store.indexables(number)):
                done += self._add(batch)
                if self._progress:
                    self._progress(done, total)
            self._manifest = replace(self._manifest, last_minutes=number)
            if len(self._ids) >= BATCH:
                self._commit()
        self._manifest = replace(self._manifest, generation=generation)
        self._commit(last=True)

    def _add(self, batch: list[Indexable]) -> int:
        """Indexes exchanges; returns the number of their passages."""
        tokenizer = self._tokenizer
        texts: list[str] = []
        for indexable in batch:
            words = {entry.id: tokenizer.words(entry.passage.text) for entry in indexable.passages}
            self._exchanges.add(exchange_entry(tokenizer, indexable, words))
            for entry in indexable.passages:
                self._passages.add(passage_entry(indexable, entry, words[entry.id]))
                texts.append(embed_text(entry.passage, indexable.stored))
                self._ids.append(entry.id)
        if self._encoder is not None and texts:
            self._vectors.append(self._pool.submit(self._encoder.encode_passages, texts))
        return len(texts)

    def _commit(self, last: bool = False) -> None:
        if self._vectors:
            import numpy as np

            self._write(
                np.array(self._ids, dtype=np.int64), np.concatenate([made.result() for made in self._vectors])
            )
        self._ids, self._vectors = [], []
        if last:
            self._merge()
        self._exchanges.commit()
        self._passages.commit()
        if last:
            self._exchanges.close()
            self._passages.close()
        self._manifest = replace(
            self._manifest, exchanges=self._exchanges.count, passages=self._passages.count
        )
        if self._checkpoints or last:
            manifests.save(self._index, self._manifest)
            remove_others(self._folder, {segment.name for segment in self._manifest.segments})

    def _write(self, ids: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        segment = write_segment(self._folder, self._next_name(), ids, vectors)
        self._replace_segments([*self._manifest.segments, segment])

    def _merge(self) -> None:
        """Merges segments until none is due; rows of removed passages are left out."""
        encoder = self._manifest.encoder
        if encoder is None or not self._manifest.segments:
            return
        allowed = Allowed.of(self._store.passage_ranges())
        while True:
            segments = self._manifest.segments
            due = to_merge(segments, [allowed.count(segment.first, segment.last) for segment in segments])
            if not due:
                return
            parts = [Segment(self._folder, info) for info in sorted(due, key=lambda info: info.first)]
            merged = merge_segments(self._folder, self._next_name(), parts, allowed, encoder.dimension)
            kept = [segment for segment in segments if segment not in due]
            self._replace_segments([*kept, merged] if merged else kept)

    def _next_name(self) -> str:
        return f"vectors-{self._manifest.next_segment:06d}"

    def _replace_segments(self, segments: Sequence[SegmentInfo]) -> None:
        number = self._manifest.next_segment + 1
        self._manifest = replace(self._manifest, segments=tuple(segments), next_segment=number)


def _batches(indexables: Iterable[Indexable]) -> Iterator[list[Indexable]]:
    rest = iter(indexables)
    while batch := list(islice(rest, 64)):
        yield batch
