"""The index of a store: lexical shelves and vector segments under one manifest.

Order of a change (`update`), so that it may be cut off anywhere:

1. take the store's write lock; read the manifest: it says up to which minutes and removals the index has come;
2. take out what was removed since, and what an unfinished run left behind (minutes beyond the manifest's);
3. add the minutes since, in batches; write a segment of vectors, commit the shelves;
4. replace the manifest: the change is in force. Then delete files that it no longer names.

Between 3 and 4 the shelves are ahead of the manifest. That is harmless, since every search keeps to what the store holds.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import IndexMismatch
from corpus.feed import Indexable
from corpus.store import Store
from retriever import manifest as manifests
from retriever.dense import Allowed, Segment, remove_others, to_merge, write_segment
from retriever.entries import embed_text, exchange_entry, passage_entry
from retriever.lexical import EXCHANGES, PASSAGES, Shelf
from retriever.manifest import REBUILD, EncoderIdentity, Manifest, SegmentInfo
from retriever.tokenize import Tokenizer, version

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from retriever.encoders import Encoder

FOLDER = "index"

BATCH = 8_192
"""Passages between two commit points: bounds memory (16 MB of vectors of 512 numbers) and what a crash costs."""

Progress = Callable[[int, int], None]
"""Called with (passages done, passages in all)."""


@dataclass(frozen=True, slots=True)
class View:
    """An index as one manifest describes it, opened for searching."""

    manifest: Manifest
    exchanges: Shelf
    passages: Shelf
    segments: tuple[Segment, ...]


class Index:
    """The index in `store.folder/index`. Searching processes and one writer share it through the files."""

    def __init__(self, store: Store, encoder: Encoder | None, tokenizer: Tokenizer | None = None) -> None:
        """Opens nothing yet. `encoder` None: no vectors are made, nor searched."""
        self.store = store
        self.encoder = encoder
        self.tokenizer = tokenizer or Tokenizer()
        self.folder = store.folder / FOLDER
        self._view: View | None = None
        self._stamp: tuple[int, int, int] | None = None
        self._lock = threading.Lock()

    @property
    def identity(self) -> EncoderIdentity | None:
        """The encoder that is set."""
        encoder = self.encoder
        return encoder and EncoderIdentity(encoder.id, encoder.fingerprint, encoder.dimension)

    def view(self) -> View:
        """The index as it is now; opened again where another process has changed it.

        Raises IndexMismatch where it was made with another model or tokenizer, or is damaged.
        """
        with self._lock:
            stamp = manifests.stamp(self.folder)
            if stamp is None:
                self.update()
                stamp = manifests.stamp(self.folder)
            if self._view is None or stamp != self._stamp:
                self._view, self._stamp = self._open(), stamp
            return self._view

    def update(self, progress: Progress | None = None, timeout: float = 30.0) -> None:
        """Brings the index up to the store. Cheap where nothing has changed. Raises StoreLocked, IndexMismatch."""
        with self.store.writing(timeout):
            manifest = self._manifest()
            if manifests.load(self.folder) != manifest:
                # Put in force while still empty, so that readers need not wait for the first documents.
                shelves(self.folder / manifest.folder, create=True)
                manifests.save(self.folder, manifest)
            if manifest.generation != self.store.generation:
                _Update(self, manifest, progress).run()

    def rebuild(self, progress: Progress | None = None) -> None:
        """Makes the index anew beside the old one, then switches to it; works on a damaged index too."""
        with self.store.writing():
            self.folder.mkdir(parents=True, exist_ok=True)
            taken = {path.name for path in self.folder.iterdir()}
            name = next(f"g{number}" for number in range(1, len(taken) + 2) if f"g{number}" not in taken)
            _Update(self, self._empty(name), progress, checkpoints=False).run()
            for path in self.folder.iterdir():
                if path.is_dir() and path.name != name:
                    shutil.rmtree(path, ignore_errors=True)

    def behind(self) -> bool:
        """Whether the store has changed since the index was last brought up to it."""
        return self.view().manifest.generation != self.store.generation

    def _manifest(self, reading: bool = False) -> Manifest:
        """The manifest in force, checked against the settings; an empty one where nothing is indexed yet.

        Without an encoder an index with vectors may be read (its words serve), but not added to.
        """
        found = manifests.load(self.folder)
        if found and reading and self.encoder is None and found.tokenizer == version():
            return found
        if found is None or (found.passages == 0 and found.last_minutes == 0 and not self._fits(found)):
            return self._empty("g1" if found is None or found.folder != "g1" else "g2")
        if not self._fits(found):
            made = found.encoder.id if found.encoder else "なし"
            asked = self.encoder.id if self.encoder else "なし"
            raise IndexMismatch(
                f"索引を作ったときの設定と違います (モデル: {made} → {asked}、語の分割: {found.tokenizer})",
                REBUILD,
            )
        return found

    def _fits(self, manifest: Manifest) -> bool:
        return manifest.tokenizer == version() and manifest.encoder == self.identity

    def _empty(self, folder: str) -> Manifest:
        return Manifest(folder, version(), self.identity)

    def _open(self) -> View:
        # A newer manifest may delete a segment's file between reading the manifest and opening the file: read it again.
        for _ in range(5):
            manifest = self._manifest(reading=True)
            folder = self.folder / manifest.folder
            old = self._view if self._view and self._view.manifest.folder == manifest.folder else None
            infos = manifest.segments if self.encoder is not None else ()
            try:
                segments = tuple(self._segment(folder, info) for info in infos)
                exchanges, passages = (old.exchanges, old.passages) if old else shelves(folder)
            except FileNotFoundError as error:
                if manifests.load(self.folder) == manifest:
                    raise IndexMismatch(f"索引のファイルがありません: {error.filename}", REBUILD) from error
                continue
            exchanges.reload()
            passages.reload()
            return View(manifest, exchanges, passages, segments)
        raise IndexMismatch(
            f"索引が読むたびに変わります: {self.folder}", "少し待ってもう一度実行してください"
        )

    def _segment(self, folder: Path, info: SegmentInfo) -> Segment:
        known = self._view.segments if self._view and self._view.manifest.folder == folder.name else ()
        return next((one for one in known if one.info == info), None) or Segment(folder, info)


def shelves(folder: Path, create: bool = False) -> tuple[Shelf, Shelf]:
    """The lexical shelves (exchanges, passages) of an index's folder."""
    return Shelf(folder / "exchanges", EXCHANGES, create), Shelf(folder / "passages", PASSAGES, create)


class _Update:
    """One run that brings an index up to its store; the caller holds the write lock."""

    def __init__(
        self, index: Index, manifest: Manifest, progress: Progress | None, checkpoints: bool = True
    ) -> None:
        self._index = index
        self._store = index.store
        self._manifest = manifest
        self._progress = progress
        self._checkpoints = checkpoints
        self._folder = index.folder / manifest.folder
        self._exchanges, self._passages = shelves(self._folder, create=True)
        self._ids: list[int] = []
        self._vectors: list[NDArray[np.float32]] = []
        self._added = [0, 0]

    def run(self) -> None:
        """Steps 2 to 4 above."""
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
        tokenizer = self._index.tokenizer
        texts: list[str] = []
        for indexable in batch:
            words = {entry.id: tokenizer.words(entry.passage.text) for entry in indexable.passages}
            self._exchanges.add(exchange_entry(tokenizer, indexable, words))
            for entry in indexable.passages:
                self._passages.add(passage_entry(indexable, entry, words[entry.id]))
                texts.append(embed_text(entry.passage, indexable.stored))
                self._ids.append(entry.id)
        if self._index.encoder is not None and texts:
            self._vectors.append(self._index.encoder.encode_passages(texts))
        self._added[0] += len(batch)
        self._added[1] += len(texts)
        return len(texts)

    def _commit(self, last: bool = False) -> None:
        if self._vectors:
            import numpy as np

            self._write(np.array(self._ids, dtype=np.int64), np.concatenate(self._vectors))
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
            manifests.save(self._index.folder, self._manifest)
            remove_others(self._folder, {segment.name for segment in self._manifest.segments})

    def _write(self, ids: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        name = f"vectors-{self._manifest.next_segment:06d}"
        segment = write_segment(self._folder, name, ids, vectors)
        self._manifest = replace(
            self._manifest,
            segments=(*self._manifest.segments, segment),
            next_segment=self._manifest.next_segment + 1,
        )

    def _merge(self) -> None:
        """Merges segments until none is due; rows of removed passages are left out."""
        import numpy as np

        if not self._manifest.segments:
            return
        allowed = Allowed.of(self._store.passage_ranges())
        while True:
            segments = self._manifest.segments
            due = to_merge(segments, [allowed.count(segment.first, segment.last) for segment in segments])
            if not due:
                return
            parts = [Segment(self._folder, info) for info in due]
            ids = np.concatenate([part.ids for part in parts])
            vectors = np.concatenate([part.vectors() for part in parts])
            order = np.argsort(ids)
            order = order[allowed.mask(ids[order])]
            kept = tuple(segment for segment in segments if segment not in due)
            self._manifest = replace(self._manifest, segments=kept)
            if len(order):
                self._write(ids[order], vectors[order])


def _batches(indexables: Iterable[Indexable]) -> Iterator[list[Indexable]]:
    rest = iter(indexables)
    while batch := list(islice(rest, 64)):
        yield batch
