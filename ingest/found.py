"""Which files are meant by the paths that a user names."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.readers import supported
from ingest.readers.script import holds_data, is_script_name
from ingest.readers.yamltext import holds_words, is_yaml_name

NOTHING = (
    "読める形式のファイルがありません（PDF、Word、Excel、HTML、テキスト、CSV、JSON、XML、ZIP を読みます）"
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file to ingest. `uri` is its key in the store and `name` what it is shown as: both differ from `path` for an upload
    or a download, which lies in a temporary file. `url` is where a download is from."""

    path: Path
    name: str
    uri: str
    url: str = ""

    @classmethod
    def of(cls, path: Path) -> Incoming:
        """A file in its place: its key is its absolute path, links followed."""
        return cls(path, path.name, str(path.resolve()))


@dataclass(frozen=True, slots=True)
class Passed:
    """A file or folder that is not read, and why. `failed`: it should have been."""

    path: Path
    reason: str
    failed: bool = False


def incoming(paths: Sequence[Path | Incoming], without: Path | None = None) -> Iterator[Incoming | Passed]:
    """The files of `paths` in a fixed order, folders opened to the bottom; what lies under `without` (the store) is left out.

    A file that is named itself is always tried; in a folder, kinds of files that hold no minutes are passed, and hidden
    files (of the system, of editors) are not mentioned. A folder without any file to read fails: it is another one that was meant.
    """
    for path in paths:
        if isinstance(path, Incoming) or not path.is_dir():
            yield path if isinstance(path, Incoming) else Incoming.of(path)
        else:
            yield from _in_folder(path, without)


def _in_folder(folder: Path, without: Path | None) -> Iterator[Incoming | Passed]:
    closed: list[OSError] = []
    found = False
    for root, folders, files in os.walk(folder, onerror=closed.append):
        here = Path(root)
        folders[:] = sorted(
            one for one in folders if not one.startswith(".") and not _is(here / one, without)
        )
        for name in sorted(files):
            if name.startswith((".", "~$")):
                continue
            if may_hold_minutes(here / name):
                found = True
                yield Incoming.of(here / name)
            else:
                yield Passed(here / name, "会議録の形式ではありません")
    for error in closed:
        yield Passed(
            Path(error.filename or folder), "フォルダーを開けません（権限を確かめてください）", failed=True
        )
    if not found and not closed:
        yield Passed(folder, NOTHING, failed=True)


def may_hold_minutes(file: Path) -> bool:
    """Whether a file of a folder is of a kind that is read; of scripts and YAML only those with Japanese data."""
    return supported(file.name) or _holds_data(file)


def _is(path: Path, other: Path | None) -> bool:
    return other is not None and path.resolve() == other.resolve()


HEAD = 64 * 1024
"""Bytes of a script or a YAML file in which its data begin."""


def _holds_data(path: Path) -> bool:
    """Whether a file of a kind that mostly holds no minutes (script, YAML) has Japanese data in its beginning."""
    holds = holds_data if is_script_name(path.name) else holds_words
    if not is_script_name(path.name) and not is_yaml_name(path.name):
        return False
    try:
        with path.open("rb") as file:
            return holds(file.read(HEAD).decode("utf-8", "replace"))
    except OSError:
        return False
