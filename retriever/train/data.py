"""Reading the training data: pairs, parallel text, dictionaries, minutes.

The folder holds ``pairs_train.jsonl.xz``, ``parallel_train.tsv.xz``, ``minutes.jsonl.xz`` and
``municipalities.tsv``; ``pairs_dev.jsonl.xz`` and ``parallel_dev.tsv.xz`` are read only to keep what they
hold out of the training.
"""

from __future__ import annotations

import csv
import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.folding import plain

TextPair = tuple[str, str]
"""A query and the text that it should find."""

HELD_OUT_KEY_CHARACTERS = 40
"""Letters compared to recognise a held-out text: openings this long are practically unique in minutes."""

HELD_OUT_MUNICIPALITIES = frozenset({"国"})
"""National councils: one of their meetings is also a test document; 119 utterances are no loss."""

STOCK_PASSAGE_COPIES = 100
"""A passage that replies to more questions than this is a phrase of form, or a note that there is no reply."""


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the municipality list."""

    name: str
    prefecture: str
    kana: str
    romaji: str
    prefecture_romaji: str


@dataclass(frozen=True, slots=True)
class TrainingData:
    """What the folder holds, by origin.

    ``pairs`` and ``parallel`` map a source's name to (query, passage) and (Japanese, English);
    ``dictionary`` holds (headword, gloss); ``minutes`` the meetings, each a sequence of utterances' texts.
    """

    pairs: dict[str, list[TextPair]]
    parallel: dict[str, list[TextPair]]
    dictionary: list[TextPair]
    minutes: list[list[str]]
    places: list[Place]


def _opening(text: str) -> str:
    """The first letters of a text without spaces and width, to compare texts by."""
    return plain(text[:80])[:HELD_OUT_KEY_CHARACTERS]


def _json_lines(path: Path) -> Iterator[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _table(path: Path) -> Iterator[dict[str, str]]:
    with lzma.open(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def held_out_openings(folder: Path) -> set[str]:
    """Openings of every text of the development files (empty where there are none)."""
    found: set[str] = set()
    pairs, parallel = folder / "pairs_dev.jsonl.xz", folder / "parallel_dev.tsv.xz"
    if pairs.exists():
        for row in _json_lines(pairs):
            found.update((_opening(row["query"]), _opening(row["passage"])))
    if parallel.exists():
        for row in _table(parallel):
            found.add(_opening(row["ja"]))
    return {key for key in found if len(key) == HELD_OUT_KEY_CHARACTERS}


def read_pairs(
    path: Path, held_out: Collection[str], leave_out: Collection[str]
) -> dict[str, list[TextPair]]:
    """Question–reply pairs by source, in file order, a topic label put before half of its questions."""
    rows = list(_json_lines(path))
    copies = Counter(row["passage"] for row in rows)
    found: dict[str, list[TextPair]] = defaultdict(list)
    for number, row in enumerate(rows):
        query, passage = row["query"], row["passage"]
        if row["source"] in leave_out or copies[passage] > STOCK_PASSAGE_COPIES:
            continue
        if _opening(passage) in held_out or _opening(query) in held_out:
            continue
        if row.get("topic") and number % 2 and not query.startswith(row["topic"]):
            query = f"{row['topic']} {query}"
        found[row["source"]].append((query, passage))
    return dict(found)


def read_parallel(path: Path, held_out: Collection[str]) -> tuple[dict[str, list[TextPair]], list[TextPair]]:
    """Sentence pairs by source, and the dictionary's (headword, gloss) rows."""
    sentences: dict[str, list[TextPair]] = defaultdict(list)
    dictionary: list[TextPair] = []
    for row in _table(path):
        if row["source"].startswith("dict_"):
            dictionary.append((row["ja"], row["en"]))
        elif _opening(row["ja"]) not in held_out:
            sentences[row["source"]].append((row["ja"], row["en"]))
    return dict(sentences), dictionary


def read_minutes(path: Path, held_out: Collection[str]) -> list[list[str]]:
    """Meetings as their utterances' texts; a meeting of which any utterance is held out is left out whole."""
    meetings: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    spoiled: set[tuple[str, str, str]] = set()
    for row in _json_lines(path):
        if row["municipality"] in HELD_OUT_MUNICIPALITIES:
            continue
        key = (row["municipality"], row.get("meeting") or "", row.get("date") or "")
        meetings[key].append(re.sub(r"\s+", "", row["text"]))
        if _opening(row["text"]) in held_out:
            spoiled.add(key)
    return [texts for key, texts in meetings.items() if key not in spoiled]


def read_places(path: Path) -> list[Place]:
    """Municipalities with their readings and romaji."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Place(r["name"], r["prefecture"], r["kana"], r["romaji"], r["prefecture_romaji"]) for r in rows
        ]


def read_training_data(folder: Path, leave_out: Sequence[str] = ()) -> TrainingData:
    """Everything in ``folder``, without held-out texts and the pair sources named in ``leave_out``.

    Raises:
        FileNotFoundError: a file of the folder is missing.
    """
    held_out = held_out_openings(folder)
    parallel, dictionary = read_parallel(folder / "parallel_train.tsv.xz", held_out)
    return TrainingData(
        pairs=read_pairs(folder / "pairs_train.jsonl.xz", held_out, leave_out),
        parallel=parallel,
        dictionary=dictionary,
        minutes=read_minutes(folder / "minutes.jsonl.xz", held_out),
        places=read_places(folder / "municipalities.tsv"),
    )
