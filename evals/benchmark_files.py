"""Files of the model benchmark: query–passage lines and parallel text."""

from __future__ import annotations

import csv
import json
import lzma
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from corpus.errors import GoldError


@contextmanager
def opened(path: Path) -> Iterator[IO[str]]:
    """The file as text, unpacked where it is `.xz`. Raises GoldError where it cannot be read."""
    try:
        if path.suffix == ".xz":
            with lzma.open(path, "rt", encoding="utf-8", newline="") as lines:
                yield lines
        else:
            with path.open(encoding="utf-8", newline="") as lines:
                yield lines
    except (OSError, UnicodeDecodeError, lzma.LZMAError) as error:
        raise GoldError(f"評価データを読めません: {path}", "場所と形式を確かめてください") from error


def pair_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Lines with `query` and `passage`. Raises GoldError where the file is of another form."""
    with opened(path) as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                if not isinstance(row["query"], str) or not isinstance(row["passage"], str):
                    raise TypeError
            except (ValueError, KeyError, TypeError) as error:
                raise GoldError(
                    f"{path} の{number}行目が query と passage の組ではありません",
                    "JSON Lines か確かめてください",
                ) from error
            yield row


def parallel_rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows with `ja` and `en`, both filled. Raises GoldError where the file is of another form."""
    with opened(path) as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if not {"ja", "en"} <= set(rows.fieldnames or ()):
            raise GoldError(f"{path} に ja と en の列がありません", "見出し行のある TSV を指定してください")
        for row in rows:
            if row["ja"] and row["en"]:
                yield row
