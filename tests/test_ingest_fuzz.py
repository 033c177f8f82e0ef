"""Mutated documents: no crash, no hang, no text that is not the record. Runs in `make check`."""

from __future__ import annotations

import random

import pytest
from layout_reading import FOLDER, document
from reading_lines import FOLDER as READINGS
from soon import within

from corpus.spans import text_at
from ingest.parse import parse
from ingest.passages import passages_of
from ingest.readers import read_documents
from ingest.types import Document

INPUTS = 3000
SECONDS_MAX = 10.0
JUNK = [
    *"○ ◆（ 【 】 （ ） ： 答 問 \x00 〔 ** → ・ 議長 委員長（ 🎌 \r".split(" "),
    "\n",
    "\u3000",
    "\t",
    "。",
    "ー" * 50,
    "あ" * 3000,
    "（" * 200,
    "【" * 200,
    "*" * 300,
    " " * 500,
    "○" * 300,
]


def _mutated(texts: list[str], rng: random.Random) -> str:
    text = rng.choice(texts)
    for _ in range(rng.randint(1, 12)):
        start = rng.randint(0, len(text))
        end = min(len(text), start + rng.randint(1, 400))
        kind = rng.randint(0, 4)
        if kind == 0:
            text = text[:start] + text[end:]
        elif kind == 1:
            text = text[:start] + rng.choice(JUNK) + text[start:]
        elif kind == 2:
            text = text[:start] + text[start:end] * 2 + text[end:]
        elif kind == 3:
            other = rng.choice(texts)
            place = rng.randint(0, len(other))
            text = text[:start] + other[place : place + 400] + text[start:]
        else:
            text = text.replace(
                rng.choice("。、○【）（\n\u3000"), rng.choice(["", "\n", "○"]), rng.randint(1, 200)
            )
    return text


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_mutated_documents() -> None:
    """Whatever is done to a document, every text that is kept stands at its spans, and reading ends soon."""
    rng = random.Random(20260101)
    texts = [document(path.name).text for path in sorted(FOLDER.iterdir())]
    readings = sorted(path for path in READINGS.iterdir() if path.suffix != ".read")
    texts += [found.text for path in readings for found in read_documents(path)]
    for _ in range(INPUTS):
        text = _mutated(texts, rng)
        pages = (
            tuple((p, n + 1) for n, p in enumerate(range(0, len(text), 700))) if rng.random() < 0.3 else ()
        )
        with within(SECONDS_MAX):
            for minutes in parse(Document(text, "text/plain", "x", pages=pages), "k"):
                assert not [w for w in minutes.warnings if "一致しない" in w]
                for exchange in minutes.exchanges:
                    for passage in passages_of(exchange):
                        assert text_at(text, passage.spans) == passage.text
