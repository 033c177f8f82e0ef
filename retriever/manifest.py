"""`manifest.json`: what an index holds and with what it was made. Replacing it is the commit point of every change."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from corpus.errors import IndexMismatch

SCHEMA = 1
"""Form of the manifest and the files that it names; another one is rebuilt."""
FILE = "manifest.json"
REBUILD = "kaigiroku doctor --rebuild を実行してください"


@dataclass(frozen=True, slots=True)
class EncoderIdentity:
    """Which model made the vectors."""

    id: str
    fingerprint: str
    dimension: int


@dataclass(frozen=True, slots=True)
class SegmentInfo:
    """A file of vectors: `count` rows for passages with ids from `first` to `last`, and the file's size in bytes."""

    name: str
    kind: str
    count: int
    first: int
    last: int
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """State of an index. It covers the store's minutes up to `last_minutes` and its removals up to `last_removal`."""

    folder: str
    """Subfolder with the files; a rebuild makes a new one and switches here."""
    tokenizer: str
    encoder: EncoderIdentity | None
    generation: int = 0
    """The store's generation that the index has caught up with."""
    last_minutes: int = 0
    last_removal: int = 0
    passages: int = 0
    exchanges: int = 0
    segments: tuple[SegmentInfo, ...] = ()
    next_segment: int = 1


def load(index: Path) -> Manifest | None:
    """The manifest of the index folder, None where there is none; IndexMismatch where it is damaged or of another schema."""
    try:
        raw = (index / FILE).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise IndexMismatch(
            f"索引を読めません: {index} ({error})", "フォルダーの権限を確認してください"
        ) from error
    try:
        value: dict[str, Any] = json.loads(raw)
        checksum = value.pop("checksum")
        if value.pop("schema") != SCHEMA:
            raise IndexMismatch(f"索引の形式が、このプログラムと違います: {index}", REBUILD)
        manifest = _from(value)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexMismatch(f"索引の記録が壊れています: {index / FILE}", REBUILD) from error
    if checksum != _checksum(manifest):
        raise IndexMismatch(f"索引の記録が壊れています: {index / FILE}", REBUILD)
    return manifest


def save(index: Path, manifest: Manifest) -> None:
    """Puts the manifest in force: written beside, flushed to disk, renamed over the old one."""
    value = {"schema": SCHEMA, "checksum": _checksum(manifest), **asdict(manifest)}
    draft = index / f"{FILE}.new"
    with draft.open("w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(index / FILE)
    sync_folder(index)


def sync_folder(folder: Path) -> None:
    """Makes renames in the folder durable, where the system knows how."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def stamp(index: Path) -> tuple[int, int, int] | None:
    """Changes whenever the manifest is replaced; None where there is none."""
    try:
        status = (index / FILE).stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def _from(value: dict[str, Any]) -> Manifest:
    encoder = value["encoder"]
    segments = tuple(SegmentInfo(**segment) for segment in value["segments"])
    plain = Manifest(**{**value, "segments": segments})
    return replace(plain, encoder=EncoderIdentity(**encoder) if encoder else None)


def _checksum(manifest: Manifest) -> str:
    canonical = json.dumps(asdict(manifest), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()
