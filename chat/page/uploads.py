"""Uploaded documents: kept in a folder of their own under the name that the user knows, then added one by one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, SimpleQueue

from chat.page.parts import said
from chat.ports import AnswerService

Line = tuple[str, str, str]
"""(file name, status, message), a line of the outcome."""

Step = tuple[str, int, int]


def keep(upload: Path, folder: Path, replace: bool) -> Path:
    """Copies an upload into `folder`; without `replace`, under a free name (会議録 (2).pdf) if the name is taken by
    other content. The name under which a document is kept is its key: the same name later is the same document."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / upload.name
    number = 2
    while not replace and target.exists() and target.read_bytes() != upload.read_bytes():
        target = folder / f"{upload.stem} ({number}){upload.suffix}"
        number += 1
    shutil.copyfile(upload, target)
    return target


def add_uploads(
    service: AnswerService, uploads: Sequence[Path], folder: Path, replace: bool
) -> Iterator[tuple[list[Line], Step | None, int]]:
    """Adds the uploads one after another; yields (lines so far, step of the one at work, its number from 1).

    A file that cannot be read leaves what was there under its name before.
    """
    lines: list[Line] = []
    with ThreadPoolExecutor(1, thread_name_prefix="upload") as pool:
        for number, upload in enumerate(uploads, 1):
            yield lines, (upload.name, 0, 0), number
            steps: SimpleQueue[Step] = SimpleQueue()
            work = pool.submit(_add, service, upload, folder, replace, steps)
            while not work.done():
                try:
                    yield lines, steps.get(timeout=0.2), number
                except Empty:
                    continue
            lines = [*lines, *work.result()]
    yield lines, None, len(uploads)


def _add(
    service: AnswerService, upload: Path, folder: Path, replace: bool, steps: SimpleQueue[Step]
) -> list[Line]:
    before = folder / upload.name
    old = before.read_bytes() if replace and before.exists() else None
    kept: Path | None = None
    try:
        kept = keep(upload, folder, replace)
        outcome = service.add([kept], lambda name, done, total: steps.put((upload.name, done, total)))
        lines = [(upload.name, result.status, result.message) for result in outcome]
    except Exception as error:
        lines = [(upload.name, "failed", said(error))]
    if kept and any(status in ("failed", "skipped") for _, status, _ in lines):
        if old is None:
            kept.unlink(missing_ok=True)
        else:
            kept.write_bytes(old)
    return lines
