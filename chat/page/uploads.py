"""Uploaded documents, added one by one under the name that the user knows, and documents from addresses.

The name is the key of an uploaded document (`upload:NAME`): the same name later is the same document, replaced or, if the
user wants both, added under a free name. The file itself lies in a temporary folder; the store keeps the original.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue

from chat.page.parts import said
from chat.ports import AnswerService
from ingest.found import Incoming

SCHEME = "upload:"

Line = tuple[str, str, str]
"""(file name, status, message), a line of the outcome."""

Step = tuple[str, int, int]

Job = Callable[["SimpleQueue[Step]"], list[Line]]


def incoming(upload: Path, taken: frozenset[str], replace: bool) -> Incoming:
    """An uploaded file as a document to add.

    Args:
        upload: the file in its temporary folder, under the name that the user gave it.
        taken: keys of the documents that are there.
        replace: whether a document of the same name is replaced; otherwise a free name is taken (会議録 (2).pdf).
    """
    name, number = upload.name, 2
    while not replace and SCHEME + name in taken:
        name = f"{upload.stem} ({number}){upload.suffix}"
        number += 1
    return Incoming(upload, name, SCHEME + name)


def add_uploads(
    service: AnswerService, uploads: Sequence[Path], replace: bool
) -> Iterator[tuple[list[Line], Step | None, int]]:
    """Adds the uploads one after another; yields (lines so far, step of the one at work, its number from 1)."""
    yield from _in_turn([(one.name, partial(_add, service, one, replace)) for one in uploads])


def add_addresses(service: AnswerService, text: str) -> Iterator[tuple[list[Line], Step | None, int]]:
    """Fetches the addresses in `text` (parted by blanks or lines), as `add_uploads`; all of them are one piece of work."""
    addresses = list(dict.fromkeys(text.split()))
    return _in_turn([(addresses[0], partial(_fetch, service, addresses))] if addresses else [])


def _in_turn(jobs: Sequence[tuple[str, Job]]) -> Iterator[tuple[list[Line], Step | None, int]]:
    """Does (name, job) one after another in a thread of its own, and passes on how far each is."""
    lines: list[Line] = []
    with ThreadPoolExecutor(1, thread_name_prefix="upload") as pool:
        for number, (name, job) in enumerate(jobs, 1):
            yield lines, (name, 0, 0), number
            steps: SimpleQueue[Step] = SimpleQueue()
            work = pool.submit(job, steps)
            while not work.done():
                try:
                    yield lines, steps.get(timeout=0.2), number
                except Empty:
                    continue
            lines = [*lines, *work.result()]
    yield lines, None, len(jobs)


def _fetch(service: AnswerService, addresses: Sequence[str], steps: SimpleQueue[Step]) -> list[Line]:
    try:
        outcome = service.add_addresses(addresses, lambda name, done, total: steps.put((name, done, total)))
        return [(str(result.path), result.status, result.message) for result in outcome]
    except Exception as error:
        return [(addresses[0], "failed", said(error))]


def _add(service: AnswerService, upload: Path, replace: bool, steps: SimpleQueue[Step]) -> list[Line]:
    try:
        taken = frozenset(summary.source.uri for summary in service.sources())
        document = incoming(upload, taken, replace)
        outcome = service.add([document], lambda _, done, total: steps.put((document.name, done, total)))
        return [(document.name, result.status, result.message) for result in outcome]
    except Exception as error:
        return [(upload.name, "failed", said(error))]
