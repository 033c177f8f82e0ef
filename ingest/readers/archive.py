"""ZIP containers: Word and Excel documents, and archives of minutes, with limits on size, count, depth and ratio."""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO

from corpus.errors import ReadError
from ingest.readers.limits import Limits, Meter, UnpacksTooMuch, check_count
from ingest.types import Document

_MERGE = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*["']\$?([A-Za-z]{1,4})\$?(\d{1,9}):\$?([A-Za-z]{1,4})\$?(\d{1,9})"""
)

MAX_DEPTH = 1
"""A ZIP may hold a ZIP, not more: deeper nesting is how archives that explode are built."""


def read_zip(
    file: BinaryIO, size: int, name: str, limits: Limits, depth: int, meter: Meter
) -> Iterator[Document]:
    """The Documents of a container. Raises ReadError: damaged, encrypted, too large, nothing readable in it."""
    try:
        with _opened(file) as archive:
            names = set(archive.namelist())
            _check(archive, size, limits)
            if names & {"word/document.xml", "xl/workbook.xml"}:
                _check_office(archive, limits)
            if "word/document.xml" in names:
                from ingest.readers.word import read_docx

                file.seek(0)
                yield read_docx(file.read(), name, limits)
            elif "xl/workbook.xml" in names:
                from ingest.readers.sheet import read_xlsx

                file.seek(0)
                yield read_xlsx(file.read(), name, limits)
            elif "ppt/presentation.xml" in names or "mimetype" in names:
                raise ReadError(
                    "この種類の文書は読めません", "PDF・Word・Excel・テキストで保存し直してください"
                )
            else:
                yield from _members(archive, limits, depth, meter)
    except KeyError as error:
        raise _damaged() from error


_DAMAGE = (
    zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ValueError, EOFError, OSError, struct.error, zlib.error,
    lzma.LZMAError,
)  # fmt: skip
"""What zipfile raises for damaged archives (a negative place to seek to is a ValueError); ours are told apart by `_opened`
and `_content` standing around nothing but zipfile itself."""


def _damaged() -> ReadError:
    # Of a container that cannot be opened nobody can tell which of them it was.
    return ReadError(
        "Word・Excel・ZIP のファイルとして読めません（壊れている可能性があります）",
        "開けることを確かめて、入手し直してください",
    )


def _opened(file: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except _DAMAGE as error:
        raise _damaged() from error


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The bytes of a member. Raises ReadError where it is damaged or protected."""
    try:
        return archive.read(member)
    except RuntimeError as error:
        if isinstance(error, NotImplementedError):
            raise _damaged() from error
        raise ReadError("パスワードで保護された ZIP です", "展開してから追加してください") from error
    except _DAMAGE as error:
        raise _damaged() from error


def _check(archive: zipfile.ZipFile, size: int, limits: Limits) -> None:
    members = archive.infolist()
    total = sum(m.file_size for m in members)
    if len(members) > limits.max_members * 5:
        raise ReadError(f"ZIP の中のファイルが多すぎます（{len(members):,}）", "分割してから追加してください")
    if total > limits.max_unpacked or total > max(size, 1 << 16) * limits.max_ratio:
        raise ReadError("展開すると大きすぎます", "展開して分割してから追加してください")


def _check_office(archive: zipfile.ZipFile, limits: Limits) -> None:
    """The XML parts of a document (pictures do not count) must fit in memory as trees, and so must what merges cover."""
    parts = [m for m in archive.infolist() if m.filename.endswith(".xml")]
    if sum(m.file_size for m in parts) > 4 * limits.max_tree:
        raise ReadError("文書が大きすぎます", "会議ごとのファイルに分けてください")
    tags = merged = 0
    for part in parts:
        data = _content(archive, part)
        tags += data.count(b"<")
        check_count(tags, limits.max_nodes, "タグ")
        if part.filename.startswith("xl/worksheets/"):
            # openpyxl makes an object for every cell of a merge, and a merge may span the whole sheet.
            merged += sum(map(_cells_of, _MERGE.findall(data)))
            check_count(merged, limits.max_cells, "セル")


def _cells_of(area: tuple[bytes, bytes, bytes, bytes]) -> int:
    left, top, right, bottom = area
    return (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _column(letters: bytes) -> int:
    """A as 1, Z as 26, AA as 27."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - 64
    return number


def _members(archive: zipfile.ZipFile, limits: Limits, depth: int, meter: Meter) -> Iterator[Document]:
    """The readable files of an archive; those that cannot be read are named in warnings of the document after or before."""
    if depth > MAX_DEPTH:
        raise ReadError("ZIP が何重にもなっています", "展開してから追加してください")
    failed: list[str] = []
    held: Document | None = None
    for member in filter(_is_wanted, archive.infolist()):
        meter.count(member.file_size, limits, 1)
        for document in _member(archive, member, limits, depth, meter, failed):
            if held is not None:
                yield held
            held = replace(document, warnings=(*document.warnings, *failed))
            failed.clear()
    if held is None:
        raise ReadError(
            "ZIP の中に読める会議録がありません", failed[0] if failed else "中身を確かめてください"
        )
    yield replace(held, warnings=(*held.warnings, *failed))


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a file of a kind that may hold minutes, and none of the system's or an editor's."""
    from ingest.readers.registry import supported

    name = _name(member)
    hidden = PurePosixPath(name).name.startswith((".", "~$")) or "__MACOSX" in name
    return not member.is_dir() and not hidden and supported(name)


def _member(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    limits: Limits,
    depth: int,
    meter: Meter,
    failed: list[str],
) -> Iterator[Document]:
    """The Documents of one member; what is wrong with it goes to `failed`."""
    from ingest.readers.registry import read_stream

    name = _name(member)
    if member.flag_bits & 1:
        raise ReadError("パスワードで保護された ZIP です", "展開してから追加してください")
    if member.file_size > limits.max_bytes:
        failed.append(f"{name}: 大きすぎます")
        return
    try:
        data = _content(archive, member)
        yield from read_stream(
            io.BytesIO(data), len(data), PurePosixPath(name).name, limits, depth + 1, meter
        )
    except UnpacksTooMuch:
        raise
    except ReadError as error:
        failed.append(f"{name}: {error}")


def _name(member: zipfile.ZipInfo) -> str:
    """The member's name; ZIPs made on Japanese Windows hold CP932 names without saying so."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("cp932")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return member.filename
