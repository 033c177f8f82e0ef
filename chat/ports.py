"""What the page and the API need of the service behind them; `chat.service.Service` is it, tests bring a small one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from chat.commitments.reading import Statements
from chat.commitments.types import Commitment, Count, Grouping, Order, Wanted
from chat.held.backup import Manifest, Taken
from chat.inspection import Inspection
from chat.types import AmongTowns, Answer, Citation, FoundExchange, Message, Near, Reach, Stage
from corpus.spans import Spans
from corpus.types import Source, SourceSummary, StoredExchange
from ingest.found import Incoming
from retriever.types import Filter

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps are done, how many there are."""


Stop = Callable[[], bool]
"""Asked now and then; True ends the work, and what is done stays."""


class Added(Protocol):
    """What became of one file: `status` is added, unchanged, replaced, skipped, failed or stopped."""

    @property
    def path(self) -> str | Path: ...
    @property
    def status(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def warnings(self) -> tuple[str, ...]: ...


class LedgerService(Protocol):
    """The promises of the executive side; `chat.commitments.ledger.Ledger` is it."""

    def find(
        self, wanted: Wanted = ..., order: Order = "record", limit: int | None = None, offset: int = 0
    ) -> list[Commitment]: ...
    def get(self, number: int) -> Commitment | None: ...
    def count(self, wanted: Wanted = ...) -> int: ...
    def counts(self, wanted: Wanted = ..., by: Grouping = "year") -> list[Count]: ...
    def offices(self, filters: Filter = ...) -> list[str]: ...
    def update(self, progress: Progress | None = None) -> None: ...
    def behind(self) -> tuple[int, int] | None: ...
    def standing(self) -> Statements | None: ...


class ShelfService(Protocol):
    """The documents, for who keeps them; `chat.held.shelf.Shelf` is it."""

    def reread(self, source_id: str, progress: Progress | None = None) -> Added: ...
    def backup(self, file: Path) -> Manifest: ...
    def take_in(self, file: Path, progress: Progress | None = None, stop: Stop | None = None) -> Taken: ...


class AnswerService(Protocol):
    """Asking, finding, opening, adding and removing; every method may be called from several threads at once."""

    @property
    def ledger(self) -> LedgerService: ...
    @property
    def shelf(self) -> ShelfService: ...
    @property
    def generation(self) -> int: ...

    def ask(
        self,
        question: str,
        history: Sequence[Message] = (),
        filters: Filter = ...,
        today: date | None = None,
        exact: bool = False,
        stage: Callable[[Stage], None] = ...,
        heard: Callable[[str], None] | None = None,
        beside: AmongTowns | None = None,
    ) -> Answer: ...
    def quoted(
        self,
        question: str,
        history: Sequence[Message] = (),
        filters: Filter = ...,
        exact: bool = False,
        beside: AmongTowns | None = None,
    ) -> Answer: ...
    def recite(
        self, exchange_id: str, role: str, spans: Spans, quote: str, mark: int = 1
    ) -> Citation | None: ...
    def vote(self, answer: Answer, value: int, comment: str = "", key: str = "") -> None: ...
    def search(
        self, query: str, filters: Filter = ..., k: int = 10, whole: bool = False
    ) -> tuple[FoundExchange, ...]: ...
    def nearest(
        self,
        text: str,
        filters: Filter = ...,
        k: int = 10,
        least: float = 0.0,
        covering: float = 0.0,
        each: int = 0,
    ) -> tuple[Near, ...]: ...
    def in_japanese(self, text: str) -> str: ...
    def quote(self, exchange_id: str, role: str, turn: int, start: int, end: int) -> Citation | None: ...
    def sources(self) -> list[SourceSummary]: ...
    def exchange(self, exchange_id: str) -> StoredExchange | None: ...
    def neighbours(self, exchange_id: str) -> tuple[str | None, str | None]: ...
    def around(self, exchange_id: str, count: int) -> list[StoredExchange]: ...
    def source(self, source_id: str) -> Source | None: ...
    def keeps_original(self, source_id: str) -> bool: ...
    def original(self, source_id: str) -> bytes | None: ...
    def towns(self) -> tuple[str, ...]: ...
    def reach(self, filters: Filter = ...) -> Reach: ...
    def examples(self, english: bool = False) -> tuple[str, ...]: ...
    def inspect(self, source_id: str) -> Inspection: ...
    @property
    def url_import(self) -> bool: ...
    def add_addresses(
        self,
        addresses: Sequence[str],
        progress: Progress | None = None,
        list_name: str = "",
        report: Callable[[Any], None] | None = None,
        stop: Stop | None = None,
    ) -> Sequence[Added]: ...
    def add(
        self,
        paths: Sequence[Path | Incoming],
        progress: Progress | None = None,
        report: Callable[[Any], None] | None = None,
        stop: Stop | None = None,
    ) -> Sequence[Added]: ...
    def remove(self, source_id: str) -> bool: ...
