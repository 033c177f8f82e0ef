"""Adding documents from addresses: fetch → the same reading and storing as for a file, one address after the other.

The store is locked only while a document is stored, not while the network is waited for. A list that is cut off goes on where
it stopped: what was fetched since it began is not asked for again.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import FetchError
from corpus.fetches import Fetches
from corpus.progress import Progress, Stop
from corpus.store import Store
from ingest.add import AddResult, Indexing, Report, UpdateIndex, add_each, add_one
from ingest.found import Incoming
from ingest.parse import PARSER
from ingest.readers import Limits
from ingest.web.addresses import cleaned
from ingest.web.fetch import Fetcher


def add_addresses(
    addresses: Sequence[str],
    store: Store,
    fetcher: Fetcher,
    max_bytes: int = Limits().max_bytes,
    progress: Progress | None = None,
    update_index: UpdateIndex | None = None,
    list_name: str = "",
    report: Report | None = None,
    stop: Stop | None = None,
) -> list[AddResult]:
    """Adds the documents at `addresses`; a result each, in order.

    Args:
        addresses: as the user wrote them.
        store: where they go.
        fetcher: fetches them.
        max_bytes: of one document.
        progress: hears of each address, and of the index.
        update_index: brings the index up now and then, and at the end.
        list_name: where the addresses are a list: its key, under which a run that was cut off is gone on with.
        report: gets what became of each address as soon as it is known.
        stop: asked before every address and every meeting; True ends the run, and what is in stays in.
    """
    fetches, indexing, limits = Fetches(store), Indexing(update_index, progress), Limits(max_bytes=max_bytes)
    indexing.now()
    began = fetches.begin(list_name) if list_name else ""

    def add(address: str) -> AddResult:
        if stop and stop():
            return AddResult(address, "stopped")
        return _add(address, store, fetches, fetcher, limits, began, stop)

    results = add_each(addresses, str, add, indexing, progress, report)
    # A list that was stopped is gone on with next time, as one that was cut off.
    if list_name and all(result.status != "stopped" for result in results):
        fetches.end(list_name)
    return results


def _add(
    address: str,
    store: Store,
    fetches: Fetches,
    fetcher: Fetcher,
    limits: Limits,
    began: str,
    stop: Stop | None,
) -> AddResult:
    try:
        uri = str(cleaned(address))
        if began and fetches.done(uri, began):
            return AddResult(address, "unchanged", "中断した回で取り込み済みです")
        with tempfile.TemporaryDirectory(prefix="kaigiroku-") as folder:
            path = Path(folder, "download")
            with path.open("wb") as into:
                fetched = fetcher.fetch(uri, into, fetches.held(uri, PARSER))
            if fetched is None:
                fetches.note(uri, None)
                return AddResult(address, "unchanged", "前回から更新されていません")
            item = Incoming(path, fetched.name, uri, fetched.copy.address)
            with store.writing():
                result = add_one(item, store, limits, stop)
            if result.status not in ("failed", "stopped"):
                fetches.note(uri, fetched.copy)
            return AddResult(address, result.status, result.message, result.source_id)
    except FetchError as error:
        return AddResult(address, "failed", str(error))
    except OSError as error:  # the temporary folder: full, or not to be written
        return AddResult(address, "failed", f"一時保存できません（{error.strerror or type(error).__name__}）")
