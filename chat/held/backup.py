"""A store as one file, and back.

The file is a ZIP archive with `manifest.json` and `corpus.sqlite`, the truth of a store; its originals, votes and notes are in
it, the index is not (it is rebuilt). The copy is one read transaction: others read and write meanwhile, and what they
commit after its start is not in it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from errno import ENOSPC
from os import strerror
from pathlib import Path
from typing import IO, Any

from chat.held.workspace import workspace
from corpus import schema
from corpus.errors import StoreError
from corpus.progress import Progress
from corpus.store import DATABASE, Store

FORMAT = "kaigiroku-backup"
VERSION = 1
"""Of the archive; one of a newer version is refused."""
MANIFEST = "manifest.json"

LARGEST_MANIFEST = 1 << 16
"""Bytes of a manifest at most; a real one has some 300."""

CHUNK = 1 << 20
"""Bytes that are copied at once."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; `bytes` and `sha256` are those of the unpacked database."""

    created_at: str
    schema: int
    sources: int
    exchanges: int
    bytes: int
    sha256: str
    format: str = FORMAT
    version: int = VERSION


def backup(store: Store, file: Path) -> Manifest:
    """Copies the store into `file`, which appears whole or not at all.

    Raises:
        StoreError: `file` exists already or cannot be written, or the store cannot be read.
    """
    if file.exists():
        raise StoreError(f"{file.name} は既にあります", "別の名前を指定するか、古いファイルを移してください")
    try:
        with workspace(file.absolute().parent, ".kaigiroku-") as folder:
            copy, part = folder / DATABASE, folder / "archive.zip"
            manifest = _copied(store, copy)
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                archive.writestr(MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False, indent=1))
                archive.write(copy, DATABASE)
            with part.open("rb+") as written:
                os.fsync(written.fileno())
            part.replace(file)
    except OSError as error:
        raise StoreError(
            f"{file} に書けません", f"場所、権限、空き容量を確かめてください。{error}"
        ) from error
    return manifest


def _copied(store: Store, copy: Path) -> Manifest:
    """Copies the database in one transaction and counts what the copy holds. Raises OSError where the disk is full."""
    try:
        with closing(sqlite3.connect(copy)) as target:
            store.db.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
            sources = target.execute("SELECT count(*) FROM sources").fetchone()[0]
            exchanges = target.execute("SELECT coalesce(sum(exchanges), 0) FROM minutes").fetchone()[0]
            version = target.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            raise OSError(ENOSPC, strerror(ENOSPC)) from error
        raise StoreError(
            f"保存した会議録を読めません: {error}", "kaigiroku doctor で状態を調べてください"
        ) from error
    with copy.open("rb") as data:
        sha = hashlib.file_digest(data, "sha256").hexdigest()
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Manifest(now, version, sources, exchanges, copy.stat().st_size, sha)


def restore(file: Path, folder: Path) -> Manifest:
    """Puts a backup into `folder`, which must not hold a store with documents yet. The index is rebuilt by the caller.

    Only the two known members are read, by their names: nothing of the archive decides where anything is written.

    Raises:
        StoreError: no backup, damaged (size, checksum, database), of a newer version, or `folder` holds documents.
    """
    folder = folder.expanduser().absolute()
    _must_be_empty(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (
            zipfile.ZipFile(file) as archive,
            workspace(folder, ".restore-") as temporary,
        ):
            manifest = _manifest(archive, file)
            copy = temporary / DATABASE
            _unpack(archive, manifest, copy, file)
            _must_be_sound(copy, manifest, file)
            # Only a store without documents is here: its empty database gives way, with what belongs to it.
            for name in (f"{DATABASE}-wal", f"{DATABASE}-shm"):
                (folder / name).unlink(missing_ok=True)
            shutil.rmtree(folder / "index", ignore_errors=True)
            copy.replace(folder / DATABASE)
    except (zipfile.BadZipFile, KeyError, EOFError) as error:
        raise _no_backup(file) from error
    except OSError as error:
        raise StoreError(f"{file} から戻せません", str(error)) from error
    return manifest


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of taking a backup in: how many of its documents were new, replaced another version, were here already."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    stopped: bool = False


def _take_sources(
    other: Store,
    store: Store,
    counts: Counter[str],
    progress: Progress | None,
    stop: Callable[[], bool] | None,
) -> bool:
    """Adds the documents of another store and counts what became of each; whether none is left, for the run was not stopped."""
    from ingest.passages import passages_of

    here = {(source.uri, source.sha256) for _, source in store.source_rows()}
    sources = [source for _, source in other.source_rows()]
    for number, source in enumerate(sources):
        if stop and stop():
            return False
        if progress:
            progress(source.name, number, len(sources))
        if (source.uri, source.sha256) in here:
            counts["unchanged"] += 1  # also where it was read by another version than here
            continue
        minutes = (one for id in other.minutes_of(source.id) if (one := other.minutes(id)))
        counts[store.put(source, minutes, passages_of, other.original(source.id))] += 1
    return True


def take_in(
    file: Path, store: Store, progress: Progress | None = None, stop: Callable[[], bool] | None = None
) -> Taken:
    """Adds the documents (as they were read), originals and votes of a backup to a store that may hold others.

    Another version of a document under the same key gives way to that of the backup, as when it is added again. Each document is one
    transaction: where the run is stopped or fails, those before it are in. The index is brought up by the caller.

    Raises:
        StoreError: no backup, damaged, of a newer version, or too large for the disk.
    """
    counts: Counter[str] = Counter()
    try:
        with (
            zipfile.ZipFile(file) as archive,
            workspace(store.folder, ".take-in-") as folder,
        ):
            copy = folder / DATABASE
            manifest = _manifest(archive, file)
            _unpack(archive, manifest, copy, file)
            _must_be_sound(copy, manifest, file)
            with closing(Store.open(folder)) as other, store.writing():
                whole = _take_sources(other, store, counts, progress, stop)
                _take_votes(other, store)
    except (zipfile.BadZipFile, KeyError, EOFError, sqlite3.IntegrityError, ValueError) as error:
        raise _no_backup(file) from error
    except OSError as error:
        raise StoreError(f"{file.name} を取り込めません", str(error)) from error
    return Taken(counts["added"], counts["replaced"], counts["unchanged"], not whole)


def _take_votes(other: Store, store: Store) -> None:
    """The votes of a backup that are not here yet; with their own time."""
    known = {tuple(vote.values()) for vote in store.feedback()}
    store.take_feedback([vote for vote in other.feedback() if tuple(vote.values()) not in known])


def _must_be_empty(folder: Path) -> None:
    if not (folder / DATABASE).exists():
        return
    store = Store.open(folder)
    try:
        if store.source_rows():
            raise StoreError(
                f"{folder} には既に会議録があります", "--store で空のフォルダーを指定してください"
            )
    finally:
        store.close()


def _manifest(archive: zipfile.ZipFile, file: Path) -> Manifest:
    if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise _no_backup(file)
    try:
        found: dict[str, Any] = json.loads(archive.read(MANIFEST))
        manifest = Manifest(**found)
    except (ValueError, TypeError) as error:
        raise _no_backup(file) from error
    if manifest.format != FORMAT:
        raise _no_backup(file)
    if manifest.version > VERSION or manifest.schema > schema.VERSION:
        raise StoreError(
            f"{file.name} は新しい版のプログラムで作られています", "プログラムを更新してください"
        )
    return manifest


def _unpack(archive: zipfile.ZipFile, manifest: Manifest, copy: Path, file: Path) -> None:
    """Unpacks the database, never more than the manifest announces."""
    free = shutil.disk_usage(copy.parent).free
    if manifest.bytes > free:
        raise StoreError(
            f"空き容量が足りません（必要 {manifest.bytes >> 20} MiB、空き {free >> 20} MiB）",
            "不要なファイルを移してください",
        )
    with archive.open(DATABASE) as packed, copy.open("wb") as out:
        sha = _copy_exactly(packed, out, manifest.bytes)
    if sha != manifest.sha256:
        raise StoreError(
            f"{file.name} は壊れています（内容が目録と一致しません）", "別のバックアップを使ってください"
        )


def _copy_exactly(packed: IO[bytes], out: IO[bytes], size: int) -> str:
    """SHA-256 of what was copied; stops where it is more than `size` bytes, so that a bomb fills no disk."""
    digest, done = hashlib.sha256(), 0
    while chunk := packed.read(min(CHUNK, size - done + 1)):
        done += len(chunk)
        if done > size:
            return ""
        digest.update(chunk)
        out.write(chunk)
    return digest.hexdigest()


def _must_be_sound(copy: Path, manifest: Manifest, file: Path) -> None:
    try:
        with closing(sqlite3.connect(copy)) as db:
            sound = db.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            # A trigger or view would run with the store's own statements; the program makes none.
            foreign = db.execute("SELECT 1 FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchone()
            same = db.execute("PRAGMA user_version").fetchone()[0] == manifest.schema
    except sqlite3.DatabaseError as error:
        raise _no_backup(file) from error
    if not (sound and same and {"sources", "minutes", "exchanges", "passages"} <= tables) or foreign:
        raise _no_backup(file)


def _no_backup(file: Path) -> StoreError:
    return StoreError(
        f"{file.name} は会議録チャットのバックアップではないか、壊れています",
        "「控えを作る」または kaigiroku backup で作ったファイルを選んでください",
    )
