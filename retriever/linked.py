"""Reading an index in a folder that cannot be written: tantivy wants a lock file beside what it reads, so that it is given a folder of its
own with links to the files (copies, where the system makes no links)."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

LOOKS = 3
"""Times that a folder is looked at in which files come meanwhile: a commit between look and reading is seen by the second; whoever commits
without a pause is an error."""

T = TypeVar("T")


class Linked:
    """A folder of this process that shows the files of another; it goes with this object."""

    def __init__(self, original: Path) -> None:
        """Raises OSError where the folder cannot be made; it shows nothing yet."""
        self._original = original
        self._made = tempfile.TemporaryDirectory(prefix="kaigiroku-index-", ignore_cleanup_errors=True)
        self.folder = Path(self._made.name)

    def follow(self, read: Callable[[], T]) -> T:
        """What `read` makes of the files as they are now. Whoever may write there may add some between the look at the folder and the
        reading: then once more. Raises what `read` raises of files that stay as they are."""
        for _ in range(LOOKS - 1):
            try:
                self._show()
                return read()
            except (ValueError, OSError):
                continue
        self._show()
        return read()

    def _show(self) -> None:
        """Shows the files that have been written since, too. (`meta.json`, which names those in force, is written anew at every change.)"""
        for file in self._original.iterdir():
            here = self.folder / file.name
            if file.suffix == ".lock" or here.is_symlink():
                continue
            if here.exists():
                if file.suffix == ".json":
                    shutil.copyfile(file, here)
                continue
            try:
                here.symlink_to(file.absolute())
            except FileExistsError:  # another thread shows them, too
                continue
            except OSError:
                shutil.copyfile(file, here)


def opened(folder: Path, read: Callable[[Path], Any]) -> tuple[Any, Linked | None]:
    """What `read` makes of an index's folder, or, where its lock cannot be had there, of links to it, with these."""
    try:
        return read(folder), None
    except (ValueError, OSError) as error:
        if "Lockfile" not in str(error):
            raise
    linked = Linked(folder)
    return linked.follow(lambda: read(linked.folder)), linked
