"""Which reader reads a file: the content decides (a PDF that is named .txt is read as PDF), then the name's ending.

`read_documents(path, limits)` is the one entry. Most formats yield one Document; JSON Lines and exports one a meeting, a ZIP
those of its files. What cannot be read raises ReadError: one line that says why, with what to do.
"""

from __future__ import annotations

import gzip
import json
import lzma
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from corpus.errors import ReadError
from ingest.readers import saved
from ingest.readers.encoding import decode
from ingest.readers.jsonl import looks_like_records, read_lines, with_plain_names
from ingest.readers.limits import MIB, Limits, Meter, check_count
from ingest.types import Document

SUPPORTED = frozenset(
    ".txt .text .md .markdown .html .htm .xhtml .mht .mhtml .pdf .docx .docm .xlsx .xlsm .csv .tsv .jsonl .ndjson .json .xml .gz .xz .zip .doc .xls".split()
)
"""Endings (lower case) of files that may hold minutes; in a folder, files of other kinds are skipped, not failed."""

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_BINARIES = (
    *b"\x7fELF MZ ID3 RIFF OggS \xca\xfe\xba\xbe 7z\xbc\xaf Rar! \x00\x00\x00\x18ftyp PAR1".split(),
    *(b"SQLite format 3", b"\x00\x00\x00 ftyp"),
)
_PACKED_DOCUMENTS = (".docx", ".docm", ".doc", ".xlsx", ".xlsm", ".xls", ".zip")
_HEAD = 64 * 1024
"""Bytes by which the kind of a file is told: what tells it stands at the head, of a page behind comments and scripts."""
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<body[\s>]|<head[\s>]", re.IGNORECASE)
_HTML_TEXT = re.compile(r"<(?:p|div|br|table|td|span|li|h[1-6])\b[^<>]*>", re.IGNORECASE)


def supported(name: str) -> bool:
    """Whether a file of this name is of a kind that may hold minutes."""
    return PurePath(name).suffix.lower() in SUPPORTED


def read_documents(path: Path, limits: Limits | None = None, name: str = "") -> Iterator[Document]:
    """The Documents of a file; `name` replaces the file's own name (an upload lies in a temporary file).

    Raises ReadError, at the latest when the first Document is asked for, or while a damaged stream is read.
    """
    limits = limits or Limits()
    name = name or path.name
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise ReadError("ファイルではありません", "ファイルかフォルダーを指定してください")
        if size > limits.max_bytes:
            raise ReadError(
                f"大きすぎます（{size / MIB:,.0f} MiB、上限 {limits.max_bytes / MIB:,.0f} MiB）",
                "分割するか、設定の上限を上げてください",
            )
        with path.open("rb") as file:
            yield from read_stream(file, size, name, limits)
    except FileNotFoundError as error:
        raise ReadError("ファイルがありません", "場所と名前を確かめてください") from error
    except PermissionError as error:
        raise ReadError("読む権限がありません", "ファイルの権限を確かめてください") from error
    except (OSError, MemoryError, RecursionError) as error:
        raise ReadError(f"読めません（{error.__class__.__name__}）", "ファイルを確かめてください") from error


def read_bytes(data: bytes, name: str, limits: Limits | None = None) -> Iterator[Document]:
    """As `read_documents`, for bytes in memory (a downloaded page, a member of a ZIP)."""
    import io

    yield from read_stream(io.BytesIO(data), len(data), name, limits or Limits())


def read_stream(
    file: BinaryIO, size: int, name: str, limits: Limits, depth: int = 0, meter: Meter | None = None
) -> Iterator[Document]:
    """The Documents of an open file of `size` bytes; `depth` and `meter` are those of the archive that it lies in."""
    meter = meter or Meter()
    head = file.read(_HEAD)
    file.seek(0)
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise ReadError("空のファイルです", "中身のあるファイルか確かめてください")
    if head.startswith((b"\x1f\x8b", b"\xfd7zXZ\x00")):
        try:
            yield from _packed(file, size, name, limits, depth, meter)
        except (EOFError, gzip.BadGzipFile, lzma.LZMAError, zlib.error) as error:
            raise ReadError("圧縮ファイルが壊れています", "入手し直してください") from error
    elif head.startswith(b"PK\x03\x04"):
        from ingest.readers.archive import read_zip

        yield from read_zip(file, size, name, limits, depth, meter)
    elif b"%PDF-" in head[:1024]:  # some producers write a line before it
        from ingest.readers.pdf import read_pdf

        yield read_pdf(file.read(), name, limits)
    elif head.startswith(b"\xd0\xcf\x11\xe0"):
        from ingest.readers.legacy import read_ole

        yield from read_ole(file.read(), name, limits)
    elif head.startswith(_PICTURES):
        raise ReadError("画像ファイルです", "文字認識（OCR）をしてから追加してください")
    elif _is_json_lines(head, name):
        yield from read_lines(_lines(file, limits), name, limits)
    elif saved.MARK.match(head):
        page, url = saved.page_of(file.read())
        for found in _text(page, f"{PurePath(name).stem}.html", limits):
            yield replace(found, url=found.url or url)
    else:
        _refuse_binary(head, name)
        yield from _text(file.read(), name, limits)


def _text(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """Formats that are text: HTML, JSON, YAML, CSV, Markdown, plain."""
    from ingest.readers import exports, html, plain, script, sheet, xmltree, yamltext

    suffix = PurePath(name).suffix.lower()
    looks_html = bool(_HTML.search(data[:4096]))
    text = decode(data, declared=looks_html or suffix in (".html", ".htm", ".xhtml"))
    if not text.strip():
        raise ReadError("空のファイルです", "中身のあるファイルか確かめてください")
    check_count(text.count("\n"), limits.max_lines, "行")
    check_count(text.count("\t"), limits.max_cells, "セル")
    if text.lstrip().startswith("<?xml") and "<html" not in text[:2000].lower():
        _check_tree(data, text, "<", "タグ", limits)
        yield from xmltree.read_xml(text, name)
    elif looks_html or (suffix in (".html", ".htm", ".xhtml") and _HTML_TEXT.search(text)):
        _check_tree(data, text, "<", "タグ", limits)
        yield html.read_html(text, name, limits)
    elif text.lstrip()[0] in "{[" and (suffix == ".json" or _parses(text)):
        _check_tree(data, text, "{[,", "値", limits)
        yield from exports.read_json(text, name)
    elif yamltext.is_yaml_name(name):
        _check_tree(data, text, ":-,", "値", limits)
        yield from exports.read_tree(yamltext.value_of(text), name)
    elif script.is_script(text, name):
        _check_tree(data, text, "{[,", "値", limits)
        yield from exports.read_script(text, name)
    elif suffix in (".csv", ".tsv"):
        yield sheet.read_csv(text, name, limits)
    elif suffix in (".md", ".markdown"):
        yield plain.read_markdown(text, name)
    elif text.startswith("{\\rtf"):
        raise ReadError(
            "リッチテキスト（RTF）は読めません", "Word 文書（.docx）かテキストで保存し直してください"
        )
    else:
        yield plain.read_text(text, name)


def _check_tree(data: bytes, text: str, signs: str, what: str, limits: Limits) -> None:
    """Raises ReadError where a file is too large to be held as a tree in memory; each of the `signs` in it opens one of `what` (タグ, 値)."""
    if len(data) > limits.max_tree:
        raise ReadError(
            f"この形式では大きすぎます（上限 {limits.max_tree // MIB} MiB）",
            "会議ごとのファイルに分けてください",
        )
    check_count(sum(map(text.count, signs)), limits.max_nodes, what)


def _parses(text: str) -> bool:
    if len(text) > 4 * MIB:
        return False
    try:
        return isinstance(json.loads(text), (dict, list))
    except (ValueError, RecursionError):
        return False


def _is_json_lines(head: bytes, name: str) -> bool:
    """Whether the first line is an utterance in JSON (a line longer than the head counts by the file's ending)."""
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    if PurePath(name.lower().removesuffix(".gz").removesuffix(".xz")).suffix in (".jsonl", ".ndjson"):
        return True
    first = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    try:
        return looks_like_records(with_plain_names(json.loads(first)))
    except (ValueError, RecursionError):
        return False


def _lines(file: BinaryIO, limits: Limits) -> Iterator[bytes]:
    """Lines of a stream; an overlong one is handed on cut, and refused by who counts them."""
    while line := file.readline(limits.max_line + 1):
        yield line


def _refuse_binary(head: bytes, name: str) -> None:
    """Raises ReadError for what is no text: known marks, or control characters in number. What is named like a document has lost its beginning."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    controls = sum(b < 9 or 13 < b < 27 or 27 < b < 32 for b in head)
    if (
        head.startswith(_BINARIES)
        or head.count(b"\x00") > len(head) // 1000 + 1
        or controls > len(head) * 0.02
    ):
        suffix = PurePath(name).suffix.lower()
        if suffix == ".pdf" or suffix in _PACKED_DOCUMENTS:
            hint = "開けることを確かめて、入手し直してください"
            if suffix == ".pdf":
                raise ReadError("PDF として読めません（壊れている可能性があります）", hint)
            raise ReadError("Word・Excel・ZIP のファイルとして読めません（壊れている可能性があります）", hint)
        raise ReadError(
            "文字のファイルではありません（バイナリー）",
            "会議録の PDF・Word・Excel・HTML・テキストを指定してください",
        )


class _Unpacked:
    """A packed stream that stops at the limits of size and ratio."""

    def __init__(self, inner: BinaryIO, packed: int, limits: Limits, meter: Meter) -> None:
        self._inner, self._read = inner, 0
        self._limits, self._meter = limits, meter
        self._most = min(limits.max_unpacked, max(packed, 4096) * limits.max_ratio)

    def _count(self, data: bytes) -> bytes:
        self._read += len(data)
        self._meter.count(len(data), self._limits)
        if self._read > self._most:
            raise ReadError("展開すると大きすぎます", "展開して分割してから追加してください")
        return data

    def read(self, size: int = -1) -> bytes:
        return self._count(self._inner.read(size if size >= 0 else self._most + 1))

    def readline(self, size: int = -1) -> bytes:
        return self._count(self._inner.readline(size))


def _packed(
    file: BinaryIO, size: int, name: str, limits: Limits, depth: int, meter: Meter
) -> Iterator[Document]:
    """.gz and .xz: JSON Lines as a stream, anything else unpacked in memory up to `limits.max_bytes`."""
    if depth > 1:
        raise ReadError("圧縮が何重にもなっています", "展開してから追加してください")
    magic = file.read(2)
    file.seek(0)
    opened = cast(BinaryIO, gzip.open(file) if magic == b"\x1f\x8b" else lzma.open(file))  # noqa: SIM115 (closed below)
    with opened:
        head = opened.read(_HEAD)
        opened.seek(0)
        stream = cast(BinaryIO, _Unpacked(opened, size, limits, meter))
        if _is_json_lines(head, name):
            yield from read_lines(_lines(stream, limits), name, limits)
            return
        data = stream.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise ReadError("展開すると大きすぎます", "展開して分割してから追加してください")
    import io

    inner = re.sub(r"\.(?:gz|xz)$", "", name, flags=re.IGNORECASE)
    yield from islice(
        read_stream(io.BytesIO(data), len(data), inner, limits, depth + 1, meter), limits.max_members
    )
