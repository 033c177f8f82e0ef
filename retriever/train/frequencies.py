"""How common a word is in council speech at large: the table that keeps general words from outweighing policy terms.

A small store says little about how general a word is (取り組み, 推進, 課題 may be rare in it by chance), so the weight of a
question's word also looks at its document frequency in many councils' speech. Run once, after a change of the tokenizer's rules:

    python -m retriever.train.frequencies --data ../shared/data --out retriever/data/word_frequency.tsv
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from retriever.tokenize import Tokenizer, tokens_of

DOCUMENTS = 80_000
"""Passages of some 100–600 characters: a word of the table stands in at least a dozen of them. Counting them takes a minute."""

WORDS = 12_000
"""Words that are kept; the rarest of them stands in about 1 of 7,000 passages, and rarer ones all count as policy terms."""


def passages(folder: Path) -> Iterator[str]:
    """Every third question and reply of the training pairs that is from a council's record."""
    with lzma.open(folder / "pairs_train.jsonl.xz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % 3:
                continue
            pair = json.loads(line)
            if pair["source"] != "jaquad":
                yield pair["query"]
                yield pair["passage"]


def document_frequencies(texts: Iterator[str], limit: int) -> tuple[Counter[str], int]:
    """In how many of the first `limit` texts each form occurs, and how many texts there were.

    Names and numbers are left out: which of them are common depends on the town that the texts are from.
    """
    tokenizer = Tokenizer()
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        if total == limit:
            break
        words = (word for word in tokenizer.words(text) if word.kind not in ("name", "number"))
        counts.update(set(tokens_of(words)))
        total += 1
    return counts, total


def main() -> None:
    """Writes the table: form, share of passages per million; commonest first."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    counts, total = document_frequencies(passages(args.data), DOCUMENTS)
    lines = [f"{form}\t{round(1e6 * count / total)}\n" for form, count in counts.most_common(WORDS)]
    args.out.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
