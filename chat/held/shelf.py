"""What a keeper of documents does with those that are in the store: read one anew, back all up, take a backup in."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from corpus.errors import SettingsError
from corpus.store import Store
from corpus.types import Source

if TYPE_CHECKING:
    from chat.commitments.ledger import Ledger
    from chat.held.backup import Manifest, Taken
    from corpus.progress import Progress, Stop
    from ingest.add import AddResult
    from ingest.found import Incoming


class Adding(Protocol):
    """Reads documents in and brings the index up, as `Service.add`."""

    def __call__(self, paths: list[Path | Incoming], progress: Progress | None = None) -> list[AddResult]: ...


class Shelf:
    """The documents of a store. May be shared by threads."""

    def __init__(self, store: Store, add: Adding, ledger: Ledger) -> None:
        """`add` reads files in and brings the index up (also where there are none)."""
        self._store = store
        self._add = add
        self._ledger = ledger

    def reread(self, source_id: str, progress: Progress | None = None) -> AddResult:
        """Reads a document anew; the ledger follows in a thread of its own.

        Only the stored original is read: the key of a document may be a path, and one that came out of a backup may name any file
        of this machine.

        Raises:
            SettingsError: there is no such document, or its original is not kept.
        """
        from ingest.found import Incoming

        source = self._store.source(source_id)
        if source is None:
            raise SettingsError("この資料はもうありません", "一覧を見直してください")
        data = self._store.original(source_id)
        if data is None:
            raise SettingsError(
                f"「{source.name}」の原本は保存されていません", "同じファイルをもう一度読み込んでください"
            )
        with tempfile.TemporaryDirectory(prefix="kaigiroku-") as folder:
            copy = Path(folder) / "original"
            copy.write_bytes(data)
            read = self._add([Incoming(copy, source.name, source.uri, _address(source))], progress)[0]
        self._ledger.catch_up()
        return read

    def backup(self, file: Path) -> Manifest:
        """The store as one file. Raises StoreError where it cannot be written."""
        from chat.held.backup import backup

        return backup(self._store, file)

    def take_in(self, file: Path, progress: Progress | None = None, stop: Stop | None = None) -> Taken:
        """Adds the documents of a backup to those that are here, then brings index and ledger up.

        Raises StoreError where the file is no backup, or damaged.
        """
        from chat.held.backup import take_in

        taken = take_in(file, self._store, progress, stop)
        self._add([], progress)
        self._ledger.follow(progress, stop)
        return taken


def _address(source: Source) -> str:
    """Where a download is from; of other documents the text itself says it."""
    return source.url if source.uri.startswith(("http:", "https:")) else ""
