"""Writers of tantivy: one at a time has an index, and merges small segments into larger ones when it is done.

Merging changes nothing that is found, but takes its time: every eighth small document has up to 10,000 others written anew (0.2 to
0.4 s on two cores), a large run several times that. Who adds a document does not wait for it, who writes next does. What a crash cuts
off is merged another time.
"""

from __future__ import annotations

import logging
import threading
import time
from typing import Any

MERGED_WITHIN_S = 600.0
"""Seconds that a writer waits for the one before it."""

LOOK_S = 0.02
"""Seconds between two looks whether that one is done."""

log = logging.getLogger(__name__)


def open_writer(index: Any, memory: int) -> Any:
    """A writer of a tantivy index that gathers `memory` bytes before it writes. Waits for a writer that is at work, also in another
    process.

    Raises:
        ValueError, OSError: the index cannot be written.
    """
    until = time.monotonic() + MERGED_WITHIN_S
    while True:
        try:
            return index.writer(heap_size=memory, num_threads=1)
        except ValueError as error:
            if "LockBusy" not in str(error) or time.monotonic() > until:
                raise
        time.sleep(LOOK_S)


def merge_on(writer: Any) -> None:
    """Lets a writer finish its merging in a thread of its own, which the process does not end before."""
    threading.Thread(target=_merged, args=(writer,), name="merging").start()


def _merged(writer: Any) -> None:
    try:
        writer.wait_merging_threads()
    except (ValueError, OSError) as error:
        log.warning("segments are not merged: %s", error)
