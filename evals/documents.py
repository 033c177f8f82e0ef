"""The document files of a gold set, as a person would read them: the yardstick for verbatim quotes.

This is independent of the product's own readers where it can be: a quote is checked against the file, not against what
the product believes the file to say. Only formats that are no text (PDF, Word, Excel) go through the readers.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from pathlib import Path

_ENCODINGS = ("utf-8", "cp932", "euc_jp")
_JSON_STRING = re.compile(r'"(?:\\.|[^"\\])*"')
_BINARY = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""First bytes of PDF, of the zipped Office formats, of the old Office formats."""


def decoded(path: Path) -> str:
    """The file's characters, line ends untouched, so that spans fit; empty where it is no text in a known encoding."""
    data = path.read_bytes()
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def readable(path: Path) -> str:
    """The file's text with JSON strings and character entities resolved."""
    if path.read_bytes()[:4].startswith(_BINARY):
        return _by_reader(path)
    text = decoded(path)
    if path.suffix in {".json", ".js", ".jsonl"}:
        text += "\n" + "\n".join(_json_strings(text))
    return html.unescape(text)


def holds_all(folder: Path, names: Iterable[str]) -> bool:
    """Whether the folder has a file of each name (an empty list of names is no match)."""
    wanted = [name for name in names if name]
    return bool(wanted) and all((folder / name).is_file() for name in wanted)


def _json_strings(text: str) -> Iterable[str]:
    for match in _JSON_STRING.finditer(text):
        try:
            yield str(json.loads(match.group()))
        except ValueError:
            continue


def _by_reader(path: Path) -> str:
    from corpus.errors import ReadError
    from ingest.readers import read_documents

    try:
        return "\n".join(document.text for document in read_documents(path))
    except ReadError:
        return ""
