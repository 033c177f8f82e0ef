"""Readers and layouts against damaged input: no crash but ReadError, no hang, memory bounded. Run by `make check`."""

from __future__ import annotations

import io
import random
import resource
import time
from contextlib import suppress
from pathlib import Path

import pytest

from corpus.errors import ReadError
from ingest.parse import parse
from ingest.readers import Limits, read_bytes

INPUTS = 10_000
"""Damaged files in all; about 20 ms each."""
SECONDS = 10.0
MEMORY_MIB = 1500
LIMITS = Limits(max_bytes=1 << 20)
LARGEST = 60_000
"""Bytes of an original: what breaks a reader is in its head, its tables, its first pages."""


def originals(shared: Path | None) -> dict[str, bytes]:
    """Small files of every format: our own, and the beginnings of the real ones where they are."""
    import docx
    import openpyxl

    line = "○議長（山田太郎君）　これより会議を開きます。\n◆３番（佐藤花子君）　橋はいつ直しますか。\n◎建設部長（鈴木一郎君）　来年に直します。\n"
    found = {
        "a.txt": line.encode(),
        "b.txt": line.encode("cp932"),
        "a.html": f"<html><body><table><tr><th>質問<th>回答<tr><td>{line}<td>{line}</table></body></html>".encode(),
    }
    found["a.csv"] = 'No,質問,回答\n1,"橋は。",直す。\n'.encode()
    found["a.jsonl"] = (
        '{"municipality":"調布市","meeting":"第1回","date":"2024-03-07","speaker":"議長","text":"開会。","order":1}\n'.encode()
        * 5
    )
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for index, text in enumerate(("No", "質問", "回答", "1", "橋は。", "直す。", "2", "道は。", "")):
        table.cell(index // 3, index % 3).text = text
    out = io.BytesIO()
    document.save(out)
    found["a.docx"] = out.getvalue()
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["No", "質問", "回答"])
    book.active.append([1, "橋は。", "直す。"])
    out = io.BytesIO()
    book.save(out)
    found["a.xlsx"] = out.getvalue()
    for folder in ("seeds", "samples") if shared else ():
        for path in sorted((shared / folder).iterdir()):  # type: ignore[operator]
            found[path.name] = path.read_bytes()[:LARGEST] if path.suffix != ".pdf" else path.read_bytes()
    return found


def damaged(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """`data` with bytes changed, cut off, left out, repeated, or with a piece of another file put in."""
    out = bytearray(data)
    kind, place = chance.randrange(5), chance.randrange(len(out))
    if kind == 0:
        for _ in range(chance.randint(1, 60)):
            out[chance.randrange(len(out))] = chance.randrange(256)
    elif kind == 1:
        del out[place:]
    elif kind == 2:
        del out[place : place + chance.randint(1, 4000)]
    elif kind == 3:
        out[place:place] = out[place : place + 2000] * chance.randint(1, 6)
    else:
        other = chance.choice(others)
        start = chance.randrange(len(other))
        out[place:] = other[start : start + 10_000]
    return bytes(out)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_damaged_files_end_in_a_reading_or_in_a_clear_error(root: Path) -> None:
    """10,000 damaged files: each is read (every text at its spans) or refused with ReadError, within 10 seconds."""
    shared = root.parent / "shared"
    files = originals(shared if shared.is_dir() else None)
    large = {name for name, data in files.items() if len(data) > 500_000}
    weights = [1 if name in large else 40 for name in files]
    chance = random.Random(20240307)
    for number in range(INPUTS):
        name = chance.choices(list(files), weights)[0]
        data = damaged(files[name], list(files.values()), chance)
        began = time.monotonic()
        with suppress(ReadError):
            for document in read_bytes(data, name, LIMITS):
                parse(document, name)
        assert time.monotonic() - began < SECONDS, f"{name}, input {number}"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 < MEMORY_MIB
