"""The tokenizer: words of Sudachi and English words, in a unigram model with the normaliser inside.

The unigram model cuts a text into the likeliest sequence of its pieces (Kudo 2018, arXiv:1804.10959). Its pieces are
not learned from letters but counted: short units and frequent compounds of Sudachi for Japanese, whole words for
English, figures, and all single letters and frequent English syllables for what is left. Pieces learned from letters
alone broke English words (`fro m`, `d eath`) and cost notices 0.1 of recall@1; counting also takes one minute
instead of six.

Normaliser: NFKC (full-width figures and letters), lower case, everything that is neither letter nor figure becomes a
space. There is no marker at the start of a word: Japanese has no spaces, and a marker would give a word after a comma
another piece than the same word inside a clause.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import Unigram

UNKNOWN = "[UNK]"
COMPOUND_COUNT = 60
"""Occurrences in the sample from which a compound of several short units is a piece of its own."""
ENGLISH_SHARE = 0.27
"""Share of the pieces for English words: about 14,000, which covers all but names and rarities."""
SYLLABLES = 1_500
"""Groups of Latin letters at most, of which words without a piece of their own are spelled."""
SYLLABLE_COUNT = 20
"""A word counts at most so often for its syllables: else `the` decides them."""
FIGURES = 600
"""Numbers with a piece of their own: years, percentages and the like; others are spelled by their figures."""
LETTER_PENALTY = 3.0
LETTER_PENALTY_SINGLE = 2.0
"""How much less likely (in nats) a syllable is than the rarest word, and a letter than a syllable: used only where no
word fits."""
_LATIN = re.compile(r"[a-z]+")
_FIGURES = re.compile(r"[0-9]+")
_JAPANESE = re.compile(r"[^\W\da-zA-Z_]+")


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


class Counts:
    """Japanese words, English words, figures and letters of a sample of texts."""

    def __init__(self) -> None:
        self.japanese: Counter[str] = Counter()
        self.english: Counter[str] = Counter()
        self.figures: Counter[str] = Counter()
        self.letters: Counter[str] = Counter()
        self._compounds: set[str] = set()

    def add(self, texts: Iterable[str]) -> None:
        """Counts the words of ``texts``."""
        from sudachipy import Dictionary, SplitMode

        sudachi = Dictionary().tokenizer(mode=SplitMode.C)
        normaliser = untrained_tokenizer().normalizer
        parts: dict[str, tuple[str, ...]] = {}
        for text in texts:
            plain = normaliser.normalize_str(text)
            self.letters.update(plain)
            self.english.update(_LATIN.findall(plain))
            self.figures.update(_FIGURES.findall(plain))
            if not _JAPANESE.search(plain):
                continue
            for morpheme in sudachi.tokenize(plain[:8_000]):
                word = morpheme.surface()
                if word not in parts:
                    short = [part.surface() for part in morpheme.split(SplitMode.A, add_single=False)]
                    parts[word] = tuple(part for part in short if part != word)
                self.japanese[word] += 1
                self.japanese.update(parts[word])
        self._compounds = {word for word, short in parts.items() if short}

    def pieces(self, size: int) -> list[tuple[str, float]]:
        """The vocabulary of at most ``size`` pieces with log probabilities; the unknown token first."""
        fallback = dict.fromkeys(self._letters_and_syllables())
        chosen = dict(self.english.most_common(int(size * ENGLISH_SHARE)))
        chosen.update(self.figures.most_common(FIGURES))
        for word, count in self._japanese_words():
            if len(chosen) + len(fallback) + 1 >= size:
                break
            fallback.pop(word, None)
            chosen[word] = count
        total = sum(chosen.values())
        lowest = math.log(1 / total) - LETTER_PENALTY
        scored = [(word, math.log(count / total)) for word, count in chosen.items()]
        rest = [
            (piece, lowest - (0.0 if len(piece) > 1 else LETTER_PENALTY_SINGLE))
            for piece in fallback
            if piece not in chosen
        ]
        return [(UNKNOWN, 0.0), *(scored + rest)[: size - 1]]

    def _japanese_words(self) -> list[tuple[str, int]]:
        """Short units and frequent compounds, most frequent first."""
        words = (
            (word, count)
            for word, count in self.japanese.items()
            if _JAPANESE.fullmatch(word) and count >= (COMPOUND_COUNT if word in self._compounds else 1)
        )
        return sorted(words, key=lambda item: (-item[1], item[0]))

    def _letters_and_syllables(self) -> list[str]:
        """All letters that occur twice, and the most frequent groups of two to four Latin letters."""
        syllables: Counter[str] = Counter()
        for word, count in self.english.items():
            for width in (2, 3, 4):
                for start in range(len(word) - width + 1):
                    syllables[word[start : start + width]] += min(count, SYLLABLE_COUNT)
        letters = [letter for letter, count in self.letters.items() if count >= 2 and not letter.isspace()]
        return [*letters, *(syllable for syllable, _ in syllables.most_common(SYLLABLES))]


def learn_tokenizer(texts: Iterable[str], size: int) -> Tokenizer:
    """A tokenizer of ``size`` pieces (the unknown token is one of them, with id 0) by the words of ``texts``."""
    counts = Counts()
    counts.add(texts)
    tokenizer = untrained_tokenizer()
    tokenizer.model = Unigram(counts.pieces(size), unk_id=0, byte_fallback=False)
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
