"""The index of a store: lexical shelves and vector segments under one manifest.

Order of a change (`update`), so that it may be cut off anywhere:

1. take the store's write lock; read the manifest: it says up to which minutes and removals the index has come;
2. take out what was removed since, and what an unfinished run left behind (minutes beyond the manifest's);
3. add the minutes since, in batches; write a segment of vectors, commit the shelves;
4. replace the manifest: the change is in force. Then delete files that it no longer names.

Between 3 and 4 the shelves are ahead of the manifest. That is harmless, since every search keeps to what the store holds. After 4 the
shelves may go on merging their own files for a while (`retriever.writer`).
"""

from __future__ import annotations

import shutil
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import IndexMismatch
from corpus.store import Store
from retriever import manifest as manifests
from retriever.dense import Segment
from retriever.entries import FORM
from retriever.lexical import Shelf
from retriever.manifest import REBUILD, EncoderIdentity, Manifest, SegmentInfo
from retriever.tokenize import Tokenizer, shared_tokenizer, version
from retriever.update import Progress, Update, shelves

if TYPE_CHECKING:
    from retriever.encoders import Encoder

FOLDER = "index"


def made_with() -> str:
    """Names all that decides which words an index holds, and in which form."""
    return f"{version()}, form {FORM}"


def _name(encoder: EncoderIdentity | None) -> str:
    return encoder.id if encoder else "なし"


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
        self.tokenizer = tokenizer or shared_tokenizer()
        self.folder = store.folder / FOLDER
        self._view: View | None = None
        self._stamp: tuple[int, int, int] | None = None
        self._lock = threading.Lock()

    @property
    def identity(self) -> EncoderIdentity | None:
        """The encoder that is set."""
        encoder = self.encoder
        return EncoderIdentity(encoder.id, encoder.fingerprint, encoder.dimension) if encoder else None

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
                Update(self.store, self.folder, manifest, self.encoder, self.tokenizer, progress).run()

    def rebuild(self, progress: Progress | None = None) -> None:
        """Makes the index anew beside the old one, then switches to it; works on a damaged index too."""
        with self.store.writing():
            self.folder.mkdir(parents=True, exist_ok=True)
            taken = {path.name for path in self.folder.iterdir()}
            name = next(f"g{number}" for number in range(1, len(taken) + 2) if f"g{number}" not in taken)
            Update(
                self.store,
                self.folder,
                self._empty(name),
                self.encoder,
                self.tokenizer,
                progress,
                checkpoints=False,
            ).run()
            for path in self.folder.iterdir():
                if path.is_dir() and path.name != name:
                    shutil.rmtree(path, ignore_errors=True)

    def is_outdated(self) -> bool:
        """Whether an earlier version of the program made the index, with other rules of words or other weights of the model that is set:
        `rebuild` makes it anew from the store, and nobody has to decide anything. False where another model is set, or it is damaged."""
        try:
            found = manifests.load(self.folder)
        except IndexMismatch:
            return False
        return found is not None and not self._fits(found) and _name(found.encoder) == _name(self.identity)

    def behind(self) -> bool:
        """Whether the store has changed since the index was last brought up to it."""
        return self.view().manifest.generation != self.store.generation

    def _manifest(self, reading: bool = False) -> Manifest:
        """The manifest in force, checked against the settings; an empty one where nothing is indexed yet.

        Without an encoder an index with vectors may be read (its words serve), but not added to.
        """
        found = manifests.load(self.folder)
        if found and reading and self.encoder is None and found.tokenizer == made_with():
            return found
        if found is None or (found.passages == 0 and found.last_minutes == 0 and not self._fits(found)):
            return self._empty("g1" if found is None or found.folder != "g1" else "g2")
        if not self._fits(found):
            raise IndexMismatch(self._difference(found), REBUILD)
        return found

    def _difference(self, manifest: Manifest) -> str:
        if manifest.encoder == self.identity:
            return f"索引を作ったときと語の分け方が違います（{manifest.tokenizer} → {made_with()}）"
        made, asked = _name(manifest.encoder), _name(self.identity)
        return f"索引を作ったときとモデルが違います（{made} → {asked}{'の別の版' if made == asked else ''}）"

    def _fits(self, manifest: Manifest) -> bool:
        return manifest.tokenizer == made_with() and manifest.encoder == self.identity

    def _empty(self, folder: str) -> Manifest:
        return Manifest(folder, made_with(), self.identity)

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
