"""Uploaded documents, added under the name that the user knows, and documents from addresses; work that shows how far it is.

The name is the key of an uploaded document (`upload:NAME`): the same name later is the same document, replaced or, if the
user wants both, added under a free name. The file itself lies in a temporary folder; the store keeps the original.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from chat.page.runs import Run, State, Tell, Turn, followed
from chat.ports import AnswerService
from chat.render.runs import Line
from ingest.found import Incoming, may_hold_minutes

SCHEME = "upload:"


def documents_of(uploads: Sequence[Path], taken: Mapping[str, str], replace: bool) -> list[Incoming]:
    """Uploaded files as documents to add.

    Two files of one name in one upload (of two folders) are two documents, and the second has a number (会議録 (2).pdf), unless they are
    the same: twice in the store its replies would be quoted twice.

    Args:
        uploads: the files in their temporary folders, under the names that the user gave them.
        taken: keys of the documents that are there, with their SHA-256.
        replace: whether a document of the same name is replaced; otherwise a free name is taken, unless one of the name, with a number
            or without, is this very file.
    """
    used: dict[str, str] = {} if replace else dict(taken)
    out = []
    for upload in uploads:
        name, number, content = upload.name, 2, _sha256(upload)
        while (held := used.get(SCHEME + name)) is not None and held != content:
            name = f"{upload.stem} ({number}){upload.suffix}"
            number += 1
        used[SCHEME + name] = content
        out.append(Incoming(upload, name, SCHEME + name))
    return out


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def add_uploads(
    service: AnswerService,
    uploads: Sequence[Path],
    replace: bool,
    turn: Turn,
    run: Run,
    folder: bool = False,
) -> Iterator[State]:
    """Adds the uploads one after another, and says how far it is.

    Args:
        service: what adds.
        uploads: the files.
        replace: see `documents_of`.
        turn: waited for.
        run: hears what is told, and says between files and meetings whether to stop.
        folder: whether they are all files of a folder: then those that hold no minutes are passed.
    """
    passed: list[Path] = []
    taken_in: list[Path] = []
    # A browser gives the files of a folder in the order of the disk.
    for one in sorted(uploads, key=lambda one: one.name) if folder else uploads:
        (passed if folder and _is_other(one) else taken_in).append(one)

    def work(tell: Tell) -> None:
        for one in passed:
            tell(Line(one.name, "skipped"))
        taken = {summary.source.uri: summary.source.sha256 for summary in service.sources()}
        documents = documents_of(taken_in, taken, replace)
        names = {str(one.path): one.name for one in documents}
        service.add(documents, _steps(tell), lambda result: tell(_line(result, names)), _stop(turn, run))

    return followed(work, uploads[0].name, turn, run) if uploads else iter(())


def _is_other(file: Path) -> bool:
    """Whether a file of a folder holds no minutes: of another kind, hidden, or the lock of an open document."""
    return file.name.startswith((".", "~")) or not may_hold_minutes(file)


def addresses_in(text: str) -> list[str]:
    """The addresses in a text, each once: parted by blanks, lines or Japanese commas, and by others where a next address follows."""
    parts = re.split(r"[\s、，]+|[,;](?=https?://)", text)
    return list(dict.fromkeys(part for part in parts if part))


def add_addresses(service: AnswerService, text: str, turn: Turn, run: Run) -> Iterator[State]:
    """Fetches the addresses in `text`, as `add_uploads`."""
    addresses = addresses_in(text)

    def work(tell: Tell) -> None:
        service.add_addresses(
            addresses, _steps(tell), report=lambda result: tell(_line(result, {})), stop=_stop(turn, run)
        )

    return followed(work, addresses[0], turn, run) if addresses else iter(())


def _stop(turn: Turn, run: Run) -> Callable[[], bool]:
    return lambda: run.stop.is_set() or turn.halted.is_set()


def _steps(tell: Tell) -> Callable[[str, int, int], None]:
    return lambda name, done, total: tell((name, done, total)) if name else None


def _line(result: Any, names: dict[str, str]) -> Line:
    path = str(result.path)
    return Line(names.get(path, path), result.status, result.message, tuple(result.warnings))
