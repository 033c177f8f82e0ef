"""A folder to work in beside what comes of the work: gone when it is done, and after a kill or a power cut at the next work there."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

LOCK = "in-use.lock"
"""Held as long as the folder is worked in; a folder whose lock is free was left behind."""

_NO_LOCKS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP}
"""What a network share says that knows no locks; then nothing there can be told to be left behind, and nothing is removed."""


@contextmanager
def workspace(parent: Path, prefix: str) -> Iterator[Path]:
    """A new folder in `parent`; what a killed run of the same `prefix` left there (a copy of the whole store) is removed first.

    Raises OSError where it cannot be made.
    """
    for lock in parent.glob(f"{prefix}*/{LOCK}"):
        _remove_if_left(lock)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=parent) as folder, ExitStack() as held:
        try:
            held.enter_context(FileLock(Path(folder) / LOCK))
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
        yield Path(folder)


def _remove_if_left(lock: Path) -> None:
    try:
        with FileLock(lock, timeout=0):
            pass
    except (Timeout, OSError):
        return  # at work, or of somebody else
    shutil.rmtree(lock.parent, ignore_errors=True)
