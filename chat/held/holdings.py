"""What a service holds: its documents, exchanges and towns; adding and removing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from chat.settings import Settings
from chat.types import Reach
from corpus.errors import SettingsError
from corpus.store import Store
from corpus.types import Source, SourceSummary, StoredExchange
from retriever.types import Filter

if TYPE_CHECKING:
    from chat.commitments.ledger import Ledger
    from chat.inspection import Inspection
    from corpus.progress import Progress, Stop
    from ingest.add import AddResult, Report
    from ingest.found import Incoming
    from retriever.search import Searcher


class Holdings:
    """The half of `chat.service.Service` that answers nothing: the record as it lies in the store, and changes of it."""

    def __init__(self, store: Store, searcher: Searcher, settings: Settings) -> None:
        self.store = store
        self.searcher = searcher
        self.settings = settings
        self._sources: tuple[int, list[SourceSummary]] = (-1, [])
        """The documents, and at which `generation`."""

    @cached_property
    def ledger(self) -> Ledger:
        """The promises of the executive side."""
        from chat.commitments.ledger import Ledger

        return Ledger(self.store, self.searcher.index.tokenizer)

    @property
    def generation(self) -> int:
        """Another number after every change of the documents."""
        return self.store.generation

    def sources(self) -> list[SourceSummary]:
        """All documents with what was read from them."""
        generation = self.generation  # before they are read: what changes meanwhile is read again
        held, found = self._sources
        if held != generation:
            found = self.store.sources()
            self._sources = generation, found
        return list(found)

    def exchanges(self, source: str | None = None) -> Iterator[StoredExchange]:
        """All exchanges, or those of one document (by name or id); no statements."""
        return self.store.exchanges(source)

    def exchange(self, exchange_id: str) -> StoredExchange | None:
        """One exchange or part."""
        return self.store.exchange(exchange_id)

    def neighbours(self, exchange_id: str) -> tuple[str | None, str | None]:
        """Ids of the exchanges before and after it in the same minutes."""
        return self.store.neighbours(exchange_id)

    def around(self, exchange_id: str, count: int) -> list[StoredExchange]:
        """Up to `count` exchanges and statements on either side in the same minutes, with it, in order."""
        return self.store.around(exchange_id, count)

    def source(self, source_id: str) -> Source | None:
        """One document."""
        return self.store.source(source_id)

    def keeps_original(self, source_id: str) -> bool:
        """Whether the file that was read is in the store."""
        return self.store.keeps_original(source_id)

    def original(self, source_id: str) -> bytes | None:
        """The bytes of the file that was read; None where it is too large to be kept, or gone."""
        return self.store.original(source_id)

    def towns(self) -> tuple[str, ...]:
        """Names of the municipalities that have minutes."""
        return self.reach().towns

    def reach(self, filters: Filter = Filter()) -> Reach:
        """How far the record (or what the filters leave of it) reaches."""
        return self.store.reach(filters)

    def add(
        self,
        paths: Sequence[Path | Incoming],
        progress: Progress | None = None,
        report: Report | None = None,
        stop: Stop | None = None,
    ) -> list[AddResult]:
        """Ingests files and folders, then brings the index and the ledger up to date.

        Args:
            paths: files and folders.
            progress: hears of each file, and of the index.
            report: gets what became of each file as soon as it is known.
            stop: asked before every file and meeting, and while the ledger is brought up; True ends the run, and what is in stays in.
        """
        results = self._read_in(paths, progress, report, stop)
        self.ledger.follow(progress, stop)
        return results

    def _read_in(
        self,
        paths: Sequence[Path | Incoming],
        progress: Progress | None = None,
        report: Report | None = None,
        stop: Stop | None = None,
    ) -> list[AddResult]:
        """As `add`; the ledger is left as it is."""
        from ingest.add import add_paths

        limit = self.settings.max_file_bytes
        return add_paths(paths, self.store, limit, progress, self.searcher.index.update, report, stop)

    def inspect(self, source_id: str) -> Inspection:
        """How a document was read. Raises KaigirokuError where there is none of this id or name."""
        from chat.inspection import inspect_source

        return inspect_source(self.store, source_id)

    @property
    def url_import(self) -> bool:
        """Whether addresses are taken."""
        return self.settings.url_import

    def add_addresses(
        self,
        addresses: Sequence[str],
        progress: Progress | None = None,
        list_name: str = "",
        report: Report | None = None,
        stop: Stop | None = None,
    ) -> list[AddResult]:
        """Fetches and ingests documents from https addresses; with `list_name` a run that was cut off is gone on with. The other
        arguments are those of `add`.

        Raises SettingsError where fetching is not switched on.
        """
        if not self.url_import:
            raise SettingsError(
                "アドレスからの取り込みは使わない設定です",
                "使うときは KAIGIROKU_URL_IMPORT=1 を設定してください",
            )
        from ingest.web import Fetcher, WebLimits, add_addresses

        limit = self.settings.max_file_bytes
        fetcher = Fetcher(WebLimits(self.settings.url_timeout_s, limit))
        update = self.searcher.index.update
        results = add_addresses(
            addresses, self.store, fetcher, limit, progress, update, list_name, report, stop
        )
        self.ledger.follow(progress, stop)
        return results

    def remove(self, source_id: str) -> bool:
        """Takes a document out; it is in no answer from then on."""
        removed = self.store.remove(source_id)
        if removed:
            self.searcher.index.update()
            self.ledger.forget()
        return removed
