"""What the bundled model is trained on, and how much of each: chosen by measurement (see README.md)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from retriever.jmdict import dictionary_path
from retriever.synonyms import read_groups
from retriever.train.batches import Group, encode_texts, frequent_pieces, make_group
from retriever.train.data import TextPair, TrainingData
from retriever.train.glossary import Glossary, dictionary_glosses, joined_glosses
from retriever.train.loop import Schedule
from retriever.train.synthetic import (
    cloze_pairs,
    era_pairs,
    glossed_pairs,
    place_pairs,
    synonym_pairs,
    turn_pairs,
)
from retriever.train.vocabulary import learn_tokenizer, sample_texts


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of pair: how often the training passes over it, neighbours kept together, shared words dropped."""

    passes: float
    run: int = 1
    dropout: float = 0.35


@dataclass(frozen=True, slots=True)
class Recipe:
    """Sizes and shares of one training; ``glosses``: whether JMdict is read as well; ``general``: which share of a
    vector's ``dimension`` numbers is general knowledge of the word (all of them are trained first)."""

    vocabulary: int = 52_000
    dimension: int = 512
    general: float = 0.3125
    glossed: int = 120_000
    cloze: int = 90_000
    glosses: bool = True
    schedule: Schedule = field(default_factory=Schedule)
    parts: dict[str, Part] = field(
        default_factory=lambda: {
            "replies": Part(4.5, run=16, dropout=0.5),
            "turns": Part(3.0, run=16, dropout=0.5),
            "exchanges": Part(0.25, run=8, dropout=0.5),
            "summaries": Part(4.0, run=8, dropout=0.5),
            "encyclopedia": Part(4.0, run=4, dropout=0.2),
            "cloze": Part(1.0, run=8, dropout=0.2),
            "synonyms": Part(6.0, dropout=0.0),
            "sentences": Part(5.0, dropout=0.0),
            "dictionary": Part(0.6, dropout=0.0),
            "glosses": Part(2.5, dropout=0.0),
            "glossed": Part(1.5, dropout=0.0),
            "names": Part(3.0, dropout=0.0),
        }
    )


SILENT_SAMPLE = 5_000
"""Replies that are counted, evenly over all of them, to see which pieces stand nearly everywhere."""
REPLY_SOURCES = (
    "shinagawa_adjacent",
    "tokyo_adjacent",
    "diet_adjacent",
    "local_adjacent",
    "plenary_segments",
)
SUMMARY_SOURCES = ("poliinfo1_summary_source", "poliinfo3_summaries")


def text_pairs(data: TrainingData, recipe: Recipe, seed: int) -> dict[str, list[TextPair]]:
    """All training pairs by part of the recipe."""
    generator = random.Random(seed)
    path = dictionary_path() if recipe.glosses else None
    glosses = dictionary_glosses(path) if path else []
    glossary = Glossary(
        [*glosses, *data.dictionary], [pair for pairs in data.parallel.values() for pair in pairs]
    )
    official = [text for meeting in data.minutes for text in meeting if len(text) >= 30]
    names = list(data.parallel.get("municipality_names", []))
    synonyms = (files("retriever") / "data" / "synonyms.txt").read_text("utf-8")
    glossed = glossed_pairs(official, glossary, recipe.glossed, generator)

    def of(sources: Sequence[str]) -> list[TextPair]:
        return [pair for source in sources for pair in data.pairs.get(source, [])]

    return {
        "replies": of(REPLY_SOURCES),
        "exchanges": of(("shinagawa_exchanges",)),
        "summaries": of(SUMMARY_SOURCES),
        "encyclopedia": of(("jaquad",)),
        "turns": turn_pairs(data.minutes, (passage for pairs in data.pairs.values() for _, passage in pairs)),
        "synonyms": synonym_pairs(read_groups(synonyms)),
        "cloze": cloze_pairs(data.minutes, recipe.cloze, generator),
        "sentences": [
            (english, japanese)
            for source, pairs in data.parallel.items()
            if source != "municipality_names"
            for japanese, english in pairs
        ],
        "dictionary": [(english, japanese) for japanese, english in data.dictionary],
        "glosses": joined_glosses([row for row in glosses if glossary.used[row[0]]]),
        "glossed": glossed,
        "names": [(english, japanese) for japanese, english in names]
        + place_pairs(data.places)
        + era_pairs(),
    }


def tokenizer_for(pairs: dict[str, list[TextPair]], recipe: Recipe, seed: int) -> Tokenizer:
    """Learns the vocabulary on a sample: council Japanese most, then encyclopedia, English, the dictionary."""
    replies, sentences = pairs["replies"], pairs["sentences"]
    sources = (
        ([query + passage for query, passage in replies], 3_000_000),
        ([passage for _, passage in pairs["cloze"]], 2_500_000),
        (sorted({passage for _, passage in pairs["encyclopedia"]}), 1_500_000),
        ([japanese for _, japanese in sentences], 1_500_000),
        ([english for english, _ in sentences], 6_000_000),
        ([f"{english} {japanese}" for english, japanese in pairs["dictionary"]], 3_000_000),
        ([english for english, _ in pairs["glosses"]], 1_500_000),
        ([f"{left} {right}" for left, right in pairs["names"]], 400_000),
    )
    return learn_tokenizer(sample_texts(sources, random.Random(seed)), recipe.vocabulary)


def silent_pieces(pairs: dict[str, list[TextPair]], tokenizer: Tokenizer) -> NDArray[np.bool_]:
    """Pieces that stand in so many replies that they tell nothing."""
    step = max(1, len(pairs["replies"]) // SILENT_SAMPLE)
    replies = [passage for _, passage in pairs["replies"][::step]]
    return frequent_pieces(encode_texts(tokenizer, replies), tokenizer.get_vocab_size())


def make_groups(
    pairs: dict[str, list[TextPair]],
    tokenizer: Tokenizer,
    silent: NDArray[np.bool_],
    recipe: Recipe,
    seed: int,
) -> list[Group]:
    """Encodes every part that the recipe passes over; of a part with less than one pass only as much as is passed."""
    generator = random.Random(seed)
    groups = []
    for name, part in recipe.parts.items():
        rows = thinned(pairs[name], part.passes, part.run, generator)
        if part.passes > 0 and len(rows) > 1:
            passes = max(1.0, part.passes)
            groups.append(
                make_group(name, rows, tokenizer, silent, passes=passes, run=part.run, dropout=part.dropout)
            )
    return groups


def thinned(
    pairs: Sequence[TextPair], share: float, run: int, generator: random.Random
) -> Sequence[TextPair]:
    """A share of the pairs, drawn in runs of neighbours; all from a share of 1 on."""
    if share >= 1:
        return pairs
    starts = range(0, len(pairs), run)
    chosen = sorted(generator.sample(starts, round(len(starts) * share)))
    return [pair for start in chosen for pair in pairs[start : start + run]]
