"""Addresses: what the user writes, and what a document from one is called."""

from __future__ import annotations

from email.message import Message
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import httpx

from corpus.errors import FetchError, SettingsError
from ingest.readers import supported

ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/msword": ".doc",
    "application/vnd.ms-excel": ".xls",
    "application/json": ".json",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/zip": ".zip",
    "application/x-zip-compressed": ".zip",
    "application/gzip": ".gz",
    "application/x-gzip": ".gz",
    "application/x-xz": ".xz",
}
"""Content types that may hold minutes, with the ending that a name without one gets."""
UNTYPED = frozenset(
    [
        "",
        "application/octet-stream",
        "binary/octet-stream",
        "application/force-download",
        "application/download",
    ]
)
"""Content types that say nothing; then the name's ending must be of a kind that may hold minutes."""
NAME_MAX = 120
"""Characters of a document's name; longer ones are query strings, not titles."""


def is_address(text: str) -> bool:
    """Whether an argument is a web address (of any scheme) rather than a path."""
    return text[:8].lower().startswith(("http://", "https://", "ftp://"))


def cleaned(text: str) -> httpx.URL:
    """The address in its one spelling, without fragment. Raises FetchError where it is none, or not https."""
    try:
        url = httpx.URL(text.strip()).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise FetchError(
            f"アドレスとして読めません: {text.strip()[:200]}", "https:// から書いてください"
        ) from error
    if url.scheme != "https":
        raise FetchError(
            f"https:// で始まるアドレスだけを取り込めます: {text.strip()[:200]}",
            "https のアドレスを指定してください",
        )
    if not url.host or url.userinfo:
        raise FetchError(
            "アドレスに利用者名や空のホスト名は使えません", "ブラウザで開けるアドレスを指定してください"
        )
    return url


def read_list(path: Path) -> list[str]:
    """The addresses of a list file, one a line, each once; empty lines and lines after # are passed over.

    Raises SettingsError where the file cannot be read or holds none.
    """
    try:
        lines = [line.strip() for line in path.read_text("utf-8-sig").splitlines()]
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path} を読めません", "一行に一つのアドレスを書いた UTF-8 のテキストにしてください"
        ) from error
    found = list(dict.fromkeys(line for line in lines if line and not line.startswith("#")))
    if not found:
        raise SettingsError(f"{path} にアドレスがありません", "一行に一つ、https:// から書いてください")
    return found


def document_name(url: httpx.URL, media_type: str, disposition: str) -> str:
    """What a document is called: the name that the server gives, else the last step of the path, else the host.

    Raises FetchError where neither content type nor name says that it may hold minutes.
    """
    header = Message()
    header["content-disposition"] = disposition
    given = header.get_filename() or unquote(url.path)
    name = PurePosixPath(given.replace("\\", "/").replace("\x00", "")).name[-NAME_MAX:] or url.host
    media_type = media_type.partition(";")[0].strip().lower()
    if media_type in UNTYPED:
        if not supported(name):
            raise FetchError(
                f"内容の種類が分かりません: {url}", "会議録のページか文書のアドレスを指定してください"
            )
        return name
    if media_type not in ENDINGS:
        raise FetchError(
            f"会議録の形式ではありません（{media_type[:60]}）: {url}",
            "会議録のページか文書のアドレスを指定してください",
        )
    return name if supported(name) and media_type != "text/html" else _with_ending(name, ENDINGS[media_type])


def _with_ending(name: str, ending: str) -> str:
    return name if name.lower().endswith((ending, ".htm" if ending == ".html" else ending)) else name + ending
