"""Writes the sample documents and the expected exchanges from their plain-text sources.

    python -m corpus.sample.build

1. `sources/*.toml` is read: what is printed, and what each paragraph is.
2. Each document is written in its own format into `documents/`.
3. The exchanges that a perfect reader finds go to `evals/gold_sample_exchanges.jsonl`, for the project's own gold set.

The same sources give the same bytes. Needs the `dev` extra (reportlab).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from corpus.sample import DOCUMENTS, expected, formats, tables
from corpus.sample.source import Source, load, names

EXCHANGES = Path(__file__).resolve().parents[2] / "evals" / "gold_sample_exchanges.jsonl"

WRITERS: Mapping[str, Callable[[Source, Path], None]] = {
    ".txt": formats.text_record,
    ".html": formats.web_page,
    ".pdf": formats.pdf,
    ".docx": tables.word,
    ".xlsx": tables.spreadsheet,
}


def build(documents: Path, exchanges: Path) -> None:
    """Writes the five documents into `documents` (made where missing) and their exchanges into `exchanges`."""
    documents.mkdir(parents=True, exist_ok=True)
    lines = []
    for name in names():
        source = load(name)
        path = documents / source["file"]
        WRITERS[path.suffix](source, path)
        lines += [json.dumps(item, ensure_ascii=False) for item in expected.items(source)]
    exchanges.write_text("\n".join([*lines, ""]), "utf-8")


if __name__ == "__main__":
    build(DOCUMENTS, EXCHANGES)
