"""ZIP containers: Word and Excel documents, and archives of minutes, with limits on size, count, depth and ratio."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO

from corpus.errors import ReadError
from ingest.readers.limits import Limits
from ingest.types import Document

MAX_DEPTH = 1
"""A ZIP may hold a ZIP, not more: deeper nesting is how archives that explode are built."""


def read_zip(file: BinaryIO, size: int, name: str, limits: Limits, depth: int) -> Iterator[Document]:
    """The Documents of a container. Raises ReadError: damaged, encrypted, too large, nothing readable in it."""
    try:
        with zipfile.ZipFile(file) as archive:
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
                yield from _members(archive, name, limits, depth)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        KeyError,
        UnicodeDecodeError,
    ) as error:
        raise ReadError(
            "ZIP として読めません（壊れている可能性があります）", "入手し直してください"
        ) from error
    except RuntimeError as error:  # zipfile raises it for encrypted members
        raise ReadError("パスワードで保護された ZIP です", "展開してから追加してください") from error


def _check(archive: zipfile.ZipFile, size: int, limits: Limits) -> None:
    members = archive.infolist()
    total = sum(m.file_size for m in members)
    if len(members) > limits.max_members * 5:
        raise ReadError(f"ZIP の中のファイルが多すぎます（{len(members):,}）", "分割してから追加してください")
    if total > limits.max_unpacked or total > max(size, 1 << 16) * limits.max_ratio:
        raise ReadError("展開すると大きすぎます", "展開して分割してから追加してください")


def _check_office(archive: zipfile.ZipFile, limits: Limits) -> None:
    """The XML parts of a document (pictures do not count) must fit in memory as trees."""
    if sum(m.file_size for m in archive.infolist() if m.filename.endswith(".xml")) > 4 * limits.max_tree:
        raise ReadError("文書が大きすぎます", "会議ごとのファイルに分けてください")


def _members(archive: zipfile.ZipFile, name: str, limits: Limits, depth: int) -> Iterator[Document]:
    """The readable files of an archive; one that cannot be read is named in a warning of the first that can."""
    from ingest.readers.registry import read_stream, supported

    if depth > MAX_DEPTH:
        raise ReadError("ZIP が何重にもなっています", "展開してから追加してください")
    failed: list[str] = []
    count = 0
    for member in archive.infolist():
        inner = _name(member)
        if (
            member.is_dir()
            or not supported(inner)
            or PurePosixPath(inner).name.startswith((".", "~$"))
            or "__MACOSX" in inner
        ):
            continue
        if member.flag_bits & 1:
            raise ReadError("パスワードで保護された ZIP です", "展開してから追加してください")
        if member.file_size > limits.max_bytes:
            failed.append(f"{inner}: 大きすぎます")
            continue
        data = archive.read(member)
        try:
            for document in read_stream(
                io.BytesIO(data), len(data), PurePosixPath(inner).name, limits, depth + 1
            ):
                count += 1
                if count > limits.max_members:
                    raise ReadError("ZIP の中の会議録が多すぎます", "分割してから追加してください")
                yield replace(document, warnings=(*document.warnings, *failed)) if failed else document
                failed = []
        except ReadError as error:
            failed.append(f"{inner}: {error}")
    if not count:
        raise ReadError(
            "ZIP の中に読める会議録がありません", failed[0] if failed else "中身を確かめてください"
        )


def _name(member: zipfile.ZipInfo) -> str:
    """The member's name; ZIPs made on Japanese Windows hold CP932 names without saying so."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("cp932")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return member.filename
