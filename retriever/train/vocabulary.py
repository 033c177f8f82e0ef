"""The unigram tokenizer: learned from the training text, with its normaliser inside.

Normaliser: NFKC (full-width figures and letters), lower case, everything that is neither letter nor figure
becomes a space. There is no marker at the start of a word: Japanese has no spaces, and a marker would give a
word after a comma another token than the same word inside a clause.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import Unigram
from tokenizers.trainers import UnigramTrainer

UNKNOWN = "[UNK]"
MAX_PIECE_CHARACTERS = 12
"""Long enough for 「ということでございます」 and English words; longer pieces only memorise phrases."""


def untrained_tokenizer() -> Tokenizer:
    """A tokenizer with the normaliser and no vocabulary."""
    tokenizer = Tokenizer(Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex(r"[^\p{L}\p{M}\p{N}]+"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return tokenizer


def learn_tokenizer(texts: Iterable[str], size: int) -> Tokenizer:
    """Learns ``size`` pieces from ``texts`` (the unknown token is one of them, with id 0)."""
    tokenizer = untrained_tokenizer()
    trainer = UnigramTrainer(
        vocab_size=size,
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        max_piece_length=MAX_PIECE_CHARACTERS,
        shrinking_factor=0.6,
        n_sub_iterations=2,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def sample_texts(sources: Sequence[tuple[Sequence[str], int]], generator: random.Random) -> Iterator[str]:
    """From each source, texts drawn at random until its number of characters is reached."""
    for texts, characters in sources:
        order = list(range(len(texts)))
        generator.shuffle(order)
        taken = 0
        for index in order:
            if taken >= characters:
                break
            taken += len(texts[index])
            yield texts[index]
