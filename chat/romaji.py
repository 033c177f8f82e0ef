"""Readings in Latin letters: 行政経営部長 → Gyosei Keiei Bucho."""

from __future__ import annotations

from functools import cache, lru_cache

from retriever.tokenize import Tokenizer, shared_tokenizer

KEPT = 4096
"""Readings kept in memory: the offices of some dozen councils."""


class Romaniser:
    """Reads Japanese with the dictionary of the tokenizer and writes it in Hepburn without macrons."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> str:
        import jaconv

        words = []
        for kana in self._tokenizer.readings(text):
            latin = jaconv.kana2alphabet(jaconv.kata2hira(kana))
            words.append(_short(latin).capitalize())
        return " ".join(word for word in words if word)


@lru_cache(KEPT)
def romanise(text: str) -> str:
    """The reading of a name (of an office) in Latin letters."""
    return _romaniser()(text)


@cache
def _romaniser() -> Romaniser:
    return Romaniser(shared_tokenizer())


def _short(latin: str) -> str:
    """Long vowels as passports write them: gyousei → gyosei, yuu → yu."""
    for long, short in (("ou", "o"), ("oo", "o"), ("uu", "u"), ("ー", "")):
        latin = latin.replace(long, short)
    return latin
