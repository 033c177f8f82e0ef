"""``python -m retriever.train --data FOLDER --out FOLDER``: trains the bundled model and writes its files."""

from __future__ import annotations

import argparse
import dataclasses
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.errors import KaigirokuError
from retriever.train.data import read_training_data
from retriever.train.export import save_model
from retriever.train.general import WordVectors, main_axes, read_word_vectors, with_general_part
from retriever.train.loop import initial_vectors, text_vectors, train_vectors
from retriever.train.recipe import Recipe, make_groups, silent_pieces, text_pairs, tokenizer_for

LANGUAGES = ["ja", "en"]


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m retriever.train", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the training data")
    parser.add_argument("--out", type=Path, required=True, help="folder that the model is written into")
    parser.add_argument("--seed", type=int, default=Recipe().schedule.seed)
    parser.add_argument("--threads", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    parser.add_argument(
        "--without",
        nargs="*",
        default=(),
        metavar="SOURCE",
        help="sources of pairs to hold out, for choosing settings",
    )
    parser.add_argument(
        "--share", type=float, default=1.0, help="share of the passes, for trying something quickly"
    )
    parser.add_argument("--vocabulary", type=int, help="pieces of the vocabulary")
    parser.add_argument("--dimension", type=int, help="length of a vector")
    return parser.parse_args(given)


def _recipe(arguments: argparse.Namespace) -> Recipe:
    recipe = Recipe()
    parts = {
        name: dataclasses.replace(part, passes=part.passes * arguments.share)
        for name, part in recipe.parts.items()
    }
    return dataclasses.replace(
        recipe,
        vocabulary=arguments.vocabulary or recipe.vocabulary,
        dimension=arguments.dimension or recipe.dimension,
        schedule=dataclasses.replace(recipe.schedule, seed=arguments.seed),
        parts=parts,
    )


def _device(wanted: str) -> str:
    import torch

    if wanted != "auto":
        return wanted
    return "cuda" if torch.cuda.is_available() else "cpu"


def train(
    data_folder: Path,
    out: Path,
    recipe: Recipe,
    *,
    without: Sequence[str] = (),
    device: str = "cpu",
    threads: int = 2,
    words: WordVectors | None = None,
    report: Callable[[str], None] = print,
) -> None:
    """Runs the steps of the package's docstring and writes the model into ``out``; without ``words`` there is no general part.

    The same data, recipe, device and number of threads give the same vectors up to the order of additions.
    """
    import torch

    torch.set_num_threads(threads)
    seed, began = recipe.schedule.seed, time.monotonic()

    def say(step: str) -> None:
        report(f"[{time.monotonic() - began:6.0f} s] {step}")

    data = read_training_data(data_folder, without)
    pairs = text_pairs(data, recipe, seed)
    say("pairs: " + ", ".join(f"{name} {len(found):,}" for name, found in pairs.items()))
    del data
    tokenizer = tokenizer_for(pairs, recipe, seed)
    size = tokenizer.get_vocab_size()
    say(f"vocabulary: {size:,} pieces")
    silent = silent_pieces(pairs, tokenizer)
    groups = make_groups(pairs, tokenizer, silent, recipe, seed)
    dictionary = pairs["dictionary"]
    del pairs
    say("tokens: " + ", ".join(f"{g.name} {len(g.queries.ids) + len(g.passages.ids):,}" for g in groups))
    vectors = initial_vectors(groups, silent, recipe.dimension, seed)
    vectors = train_vectors(groups, vectors, recipe.schedule, device=device, report=say)
    if words is not None:
        general = round(recipe.general * recipe.dimension)
        vectors = main_axes(vectors, text_vectors(groups, vectors, seed), recipe.dimension - general)
        pieces = [tokenizer.id_to_token(number) or "" for number in range(size)]
        vectors = with_general_part(vectors, pieces, words, dictionary, general)
        say(f"general part: {general} of {recipe.dimension} numbers")
    save_model(out, vectors, tokenizer, LANGUAGES)
    say(f"written: {out}")


def main(given: Sequence[str] | None = None) -> int:
    """The command."""
    arguments = _arguments(given)
    try:
        words = read_word_vectors()
    except KaigirokuError as error:
        print(f"retriever.train: {error}", file=sys.stderr)
        return 1
    train(
        arguments.data,
        arguments.out,
        _recipe(arguments),
        without=arguments.without,
        device=_device(arguments.device),
        threads=arguments.threads,
        words=words,
        report=lambda line: print(line, flush=True),
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
