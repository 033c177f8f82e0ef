"""What the page and the API need of the service behind them; `chat.service.Service` is it, tests bring a small one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from chat.types import Answer, FoundExchange, Message, Near, Reach
from corpus.types import SourceSummary, StoredExchange
from ingest.found import Incoming
from retriever.types import Filter

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps are done, how many there are."""


class Added(Protocol):
    """What became of one file: `status` is added, unchanged, replaced, skipped or failed."""

    @property
    def path(self) -> str | Path: ...
    @property
    def status(self) -> str: ...
    @property
    def message(self) -> str: ...


class AnswerService(Protocol):
    """Asking, finding, opening, adding and removing; every method may be called from several threads at once."""

    def ask(
        self, question: str, history: Sequence[Message] = (), filters: Filter = ..., today: date | None = None
    ) -> Answer: ...
    def search(self, query: str, filters: Filter = ..., k: int = 10) -> tuple[FoundExchange, ...]: ...
    def nearest(
        self, text: str, filters: Filter = ..., k: int = 10, least: float = 0.0
    ) -> tuple[Near, ...]: ...
    def sources(self) -> list[SourceSummary]: ...
    def exchange(self, exchange_id: str) -> StoredExchange | None: ...
    def neighbours(self, exchange_id: str) -> tuple[str | None, str | None]: ...
    def towns(self) -> tuple[str, ...]: ...
    def reach(self, filters: Filter = ...) -> Reach: ...
    def examples(self) -> tuple[str, ...]: ...
    def add(self, paths: Sequence[Path | Incoming], progress: Progress | None = None) -> Sequence[Added]: ...
    def remove(self, source_id: str) -> bool: ...
