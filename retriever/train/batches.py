"""Pairs as token ids, and batches drawn from them.

A batch holds pairs of one group only: told apart from others of its kind a pair teaches more than told apart
from another language. Within a batch, runs of neighbours in the file stay together: questions of the same
meeting are the hard negatives of one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from retriever.train.data import TextPair

IntArray = NDArray[np.int64]
MAX_TOKENS = 320
"""Tokens of a text that are trained on: 600 characters are at most about this many."""
ENCODE_CHUNK = 20_000
"""Texts that are cut into pieces at once: their pieces are held together in memory."""
SILENT_SHARE = 0.2
"""Pieces in more than this share of replies get no vector: half of all tokens, so training takes half the time."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Token ids of many texts, one after the other: text ``i`` is ``ids[starts[i]:starts[i + 1]]``."""

    ids: NDArray[np.int32]
    starts: IntArray

    def take(self, rows: IntArray) -> tuple[IntArray, IntArray]:
        """Token ids of some texts and, for each id, which of the texts it belongs to."""
        lengths = self.starts[rows + 1] - self.starts[rows]
        owner = np.repeat(np.arange(len(rows)), lengths)
        first = np.cumsum(lengths) - lengths
        positions = np.arange(int(lengths.sum())) - np.repeat(first - self.starts[rows], lengths)
        return self.ids[positions].astype(np.int64), owner


@dataclass(frozen=True, slots=True)
class Group:
    """Pairs of one kind, ready to draw from.

    ``left`` and ``right`` name equal texts by equal numbers, so that a batch never takes a copy of the right
    text for a wrong one. ``passes`` is how often a training goes through the group; ``run`` how many
    neighbours stay together; ``dropout`` the share of a query's words dropped where the passage has them too.
    """

    name: str
    queries: Texts
    passages: Texts
    left: IntArray
    right: IntArray
    passes: float
    run: int
    dropout: float

    def __len__(self) -> int:
        return len(self.left)


def encode_texts(tokenizer: Tokenizer, texts: Sequence[str]) -> Texts:
    """Token ids of all texts without the unknown token, each cut at ``MAX_TOKENS``; copies are cut once."""
    known: dict[str, int] = {}
    numbers = np.asarray([known.setdefault(text, len(known)) for text in texts], dtype=np.int64)
    encoded = _encode_distinct(tokenizer, list(known))
    ids, owner = encoded.take(numbers)
    starts = np.searchsorted(owner, np.arange(len(numbers) + 1))
    return Texts(ids.astype(np.int32), starts)


def _encode_distinct(tokenizer: Tokenizer, texts: Sequence[str]) -> Texts:
    unknown = 0
    chunks: list[NDArray[np.int32]] = []
    lengths: list[int] = []
    for start in range(0, len(texts), ENCODE_CHUNK):
        encoded = tokenizer.encode_batch_fast(
            list(texts[start : start + ENCODE_CHUNK]), add_special_tokens=False
        )
        rows = [np.asarray(one.ids[:MAX_TOKENS], dtype=np.int32) for one in encoded]
        rows = [row[row != unknown] for row in rows]
        lengths.extend(len(row) for row in rows)
        chunks.append(np.concatenate(rows) if rows else np.empty(0, np.int32))
    starts = np.concatenate(([0], np.cumsum(np.asarray(lengths, dtype=np.int64)))).astype(np.int64)
    return Texts(np.concatenate(chunks) if chunks else np.empty(0, np.int32), starts)


def frequent_pieces(texts: Texts, vocabulary: int) -> NDArray[np.bool_]:
    """Which pieces stand in more than `SILENT_SHARE` of the texts: particles and courtesies that tell nothing."""
    keys = np.unique(
        np.repeat(np.arange(len(texts.starts) - 1), np.diff(texts.starts)) * vocabulary + texts.ids
    )
    share = np.bincount(keys % vocabulary, minlength=vocabulary) / max(1, len(texts.starts) - 1)
    found: NDArray[np.bool_] = share > SILENT_SHARE
    return found


def without(texts: Texts, silent: NDArray[np.bool_]) -> Texts:
    """The texts without the silent pieces."""
    keep = ~silent[texts.ids]
    kept = np.concatenate(([0], np.cumsum(keep)))
    return Texts(texts.ids[keep], kept[texts.starts])


def _numbers(texts: Sequence[str]) -> IntArray:
    """Equal texts get equal numbers."""
    known: dict[str, int] = {}
    return np.asarray([known.setdefault(text, len(known)) for text in texts], dtype=np.int64)


def make_group(
    name: str,
    pairs: Sequence[TextPair],
    tokenizer: Tokenizer,
    silent: NDArray[np.bool_],
    *,
    passes: float,
    run: int,
    dropout: float,
) -> Group:
    """Encodes the pairs without silent pieces; pairs of which a side has nothing left are left out."""
    queries = without(encode_texts(tokenizer, [query for query, _ in pairs]), silent)
    passages = without(encode_texts(tokenizer, [passage for _, passage in pairs]), silent)
    full = (np.diff(queries.starts) > 0) & (np.diff(passages.starts) > 0)
    kept = [pair for pair, whole in zip(pairs, full, strict=True) if whole]
    left, right = _numbers([query for query, _ in kept]), _numbers([passage for _, passage in kept])
    return Group(name, _chosen(queries, full), _chosen(passages, full), left, right, passes, run, dropout)


def _chosen(texts: Texts, rows: NDArray[np.bool_]) -> Texts:
    """Only the texts marked."""
    lengths = np.diff(texts.starts)
    starts = np.concatenate(([0], np.cumsum(lengths[rows])))
    return Texts(texts.ids[np.repeat(rows, lengths)], starts)


def schedule(
    groups: Sequence[Group], batch_size: int, generator: np.random.Generator
) -> list[tuple[int, IntArray]]:
    """All batches of a training in random order: (group, rows)."""
    batches: list[tuple[int, IntArray]] = []
    for number, group in enumerate(groups):
        wanted = int(len(group) * group.passes)
        rows: list[IntArray] = []
        while sum(map(len, rows)) < wanted:
            shift = int(generator.integers(group.run))
            runs = np.split(np.arange(len(group)), np.arange(shift, len(group), group.run))
            order = generator.permutation(len(runs))
            rows.append(np.concatenate([runs[i] for i in order]))
        flat = np.concatenate(rows)[:wanted] if rows else np.empty(0, np.int64)
        size = min(batch_size, len(group))
        batches.extend((number, flat[i : i + size]) for i in range(0, len(flat) - size + 1, size))
    return [batches[i] for i in generator.permutation(len(batches))]
