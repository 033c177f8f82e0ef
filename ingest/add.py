"""Adding files to the store.

For each file: hash → unchanged? → read → parse → store, in one transaction; what cannot be read is one line, and the others
go on. The index is brought up every half minute and at the end (`update_index`), so that a long run is searchable early.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

from corpus.errors import KaigirokuError, ReadError, StoreError
from corpus.progress import Progress, Stop
from corpus.store import Store
from corpus.types import Minutes, Source
from ingest.found import Incoming, Passed, incoming
from ingest.header.town import NAMELESS
from ingest.parse import PARSER, choose, parse
from ingest.passages import passages_of
from ingest.readers import Limits, read_documents
from ingest.text.offsets import shifted
from ingest.types import Document, Layout

Status = Literal["added", "unchanged", "replaced", "skipped", "failed", "stopped"]
"""`stopped`: a run was ended before this file was in."""

UpdateIndex = Callable[[Callable[[int, int], None] | None], None]
"""Brings the index up to the store; takes a callback of (passages done, passages in all)."""

LARGEST_ORIGINAL = 32 * 2**20
"""Bytes up to which the original is kept in the store; minutes as PDF are below 10 MiB, larger files are exports, whose text
is in the store anyway."""

INDEX_EVERY_S = 30.0
"""Seconds of a long run after which what was added so far can be found: a run of thousands of files takes hours."""

KEPT_WARNINGS = 20
"""Warnings that a result carries; the store keeps them all."""

Report = Callable[["AddResult"], None]
"""Called with what became of each file as soon as it is known."""

Item = TypeVar("Item")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of one file; `message` is what was read, or why it was not. `source_id` where it is in the store."""

    path: str
    status: Status
    message: str = ""
    source_id: str = ""
    warnings: tuple[str, ...] = ()
    """What the parser could not place, at most `KEPT_WARNINGS`."""


class _Stopped(Exception):
    """The run is to end; raised inside a transaction, which it undoes."""


class Indexing:
    """Brings the index up during a long run, every `INDEX_EVERY_S`; does nothing where there is no index to bring up."""

    def __init__(self, update_index: UpdateIndex | None, progress: Progress | None) -> None:
        """`progress` hears of it as 索引."""
        self._update = update_index
        self._progress = partial(progress, "索引") if progress else None
        self._last = time.monotonic()

    def now(self) -> None:
        """Brings the index up to the store."""
        if self._update:
            self._update(self._progress)
            self._last = time.monotonic()

    def if_due(self) -> None:
        """The same, where the last time is long enough ago."""
        if time.monotonic() - self._last > INDEX_EVERY_S:
            self.now()


def add_paths(
    paths: Sequence[Path | Incoming],
    store: Store,
    max_bytes: int = Limits().max_bytes,
    progress: Progress | None = None,
    update_index: UpdateIndex | None = None,
    report: Report | None = None,
    stop: Stop | None = None,
) -> list[AddResult]:
    """Adds files and folders (to the bottom); a result each, in order. Raises StoreLocked where another process writes."""
    limits = Limits(max_bytes=max_bytes)
    indexing = Indexing(update_index, progress)
    with store.writing():
        # First of all: an index that does not fit the settings is refused before anything is stored.
        indexing.now()
        items = list(incoming(paths, without=store.folder))
        return add_each(
            items,
            lambda item: "" if isinstance(item, Passed) else item.name,
            lambda item: _result(item, store, limits, stop),
            indexing,
            progress,
            report,
        )


def add_each(
    items: Sequence[Item],
    name: Callable[[Item], str],
    add: Callable[[Item], AddResult],
    indexing: Indexing,
    progress: Progress | None,
    report: Report | None,
) -> list[AddResult]:
    """What became of each item that `add` adds, in order; `progress` hears of those that have a `name`, `report` of what became of each."""
    results: list[AddResult] = []
    for number, item in enumerate(items):
        if progress and (called := name(item)):
            progress(called, number, len(items))
        results.append(add(item))
        if report:
            report(results[-1])
        indexing.if_due()
    indexing.now()
    if progress and items:
        progress("", len(items), len(items))
    return results


def _result(item: Incoming | Passed, store: Store, limits: Limits, stop: Stop | None) -> AddResult:
    if isinstance(item, Passed):
        return AddResult(str(item.path), "failed" if item.failed else "skipped", item.reason)
    if stop and stop():
        return AddResult(str(item.path), "stopped")
    return add_one(item, store, limits, stop)


def add_one(item: Incoming, store: Store, limits: Limits, stop: Stop | None = None) -> AddResult:
    """Adds one file; never raises for what is wrong with the file."""
    try:
        return _add(item, store, limits, stop)
    except StoreError:
        raise
    except _Stopped:
        return AddResult(str(item.path), "stopped")
    except KaigirokuError as error:
        return AddResult(str(item.path), "failed", str(error))
    except Exception as error:
        log.exception("could not ingest %s", item.path)
        return AddResult(
            str(item.path), "failed", f"読み取り中に問題が起きました（{type(error).__name__}: {error}）"
        )


def _add(item: Incoming, store: Store, limits: Limits, stop: Stop | None) -> AddResult:
    sha256 = _sha256(item.path, limits)
    identity = hashlib.sha256(f"{item.uri}\x1f{sha256}".encode()).hexdigest()[:12]
    if sha256 and store.has(item.uri, sha256, PARSER):
        return AddResult(str(item.path), "unchanged", source_id=identity)
    documents = (_placed(document, item) for document in read_documents(item.path, limits, item.name))
    first = next(documents, None)
    if first is None:
        raise ReadError("読める文書がありません", "中身を確かめてください")
    layout = choose(first)
    source = Source(
        id=identity,
        name=item.name,
        uri=item.uri,
        sha256=sha256,
        media_type=first.media_type,
        layout=layout.name,
        parser=PARSER,
        added_at=datetime.now(UTC).isoformat(timespec="seconds"),
        url=first.url,
    )
    counts = _Counts(stop)
    minutes = counts.watch(_minutes(first, layout, documents, item))
    original = item.path.read_bytes() if item.path.stat().st_size <= LARGEST_ORIGINAL else None
    change = store.put(source, minutes, passages_of, original)
    return AddResult(str(item.path), change, counts.message(), identity, tuple(counts.warnings))


def _placed(document: Document, item: Incoming) -> Document:
    """A download's address is known, whatever the page says of itself; it tells the town, too."""
    return replace(document, url=item.url) if item.url else document


def _sha256(path: Path, limits: Limits) -> str:
    """Of the file's bytes; "" where it cannot be read or is too large (the reader will say so)."""
    try:
        if not path.is_file() or path.stat().st_size > limits.max_bytes:
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _minutes(first: Document, layout: Layout, rest: Iterator[Document], item: Incoming) -> Iterator[Minutes]:
    """The minutes of all documents of the file, one after the other, without holding more than one document."""
    seen: Counter[str] = Counter()
    offset = 0
    document: Document | None = first
    chosen: Layout | None = layout
    while document is not None:
        key = _key(document, item)
        seen[key] += 1
        # The same meeting may stand in a file twice; ids must differ all the same.
        for minutes in parse(document, key if seen[key] == 1 else f"{key}#{seen[key]}", chosen):
            yield shifted(minutes, offset)
        offset += len(document.text)
        document, chosen = next(rest, None), None


def _key(document: Document, item: Incoming) -> str:
    """What exchange ids are made from: the source's key, and within an export or archive which meeting or file it is."""
    parts = [item.uri]
    if document.name != item.name:
        parts.append(document.name)
    if document.records:
        record = document.records[0]
        parts += [record.municipality, record.meeting, record.date]
    return "#".join(parts)


class _Counts:
    """Counts what passes by, for the line that the user reads."""

    def __init__(self, stop: Stop | None = None) -> None:
        self._stop = stop
        self.warnings: list[str] = []
        self._meetings = self._exchanges = self._statements = self._nameless = 0
        self._warnings: set[str] = set()

    def watch(self, minutes: Iterator[Minutes]) -> Iterator[Minutes]:
        """`minutes`, counted; ReadError (which undoes the transaction) where there was nothing in any of them."""
        for one in minutes:
            if self._stop and self._stop():
                raise _Stopped
            # Said of the whole document it stands at each meeting, and is one thing to look at.
            self._warnings |= set(one.warnings)
            said = [warning for warning in dict.fromkeys(one.warnings) if warning not in self.warnings]
            self.warnings += said[: KEPT_WARNINGS - len(self.warnings)]
            statements = sum(exchange.status == "statement" for exchange in one.exchanges)
            self._meetings += 1
            self._nameless += one.meeting.municipality is None
            self._exchanges += len(one.exchanges) - statements
            self._statements += statements
            yield one
        if self._nameless:
            self.warnings.insert(0, NAMELESS)
        if not self._exchanges and not self._statements:
            raise ReadError("発言も質疑も見つかりません", "会議録の本文が入っているか確かめてください")

    def message(self) -> str:
        """質疑 12、その他の発言 3 …; "" where nothing was read."""
        if not self._meetings:
            return ""
        meetings = f"会議 {self._meetings:,}、" if self._meetings > 1 else ""
        # As many as are listed beside it: that no town is named is one of them.
        warnings = f"、注意 {len(self._warnings) + bool(self._nameless):,}件" if self._warnings else ""
        nameless = "、自治体名の記載なし" if self._nameless else ""
        return f"{meetings}質疑 {self._exchanges:,}、その他の発言 {self._statements:,}{nameless}{warnings}"
