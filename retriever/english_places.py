"""Places that an English question names and does not ask about: they stand in the record in Japanese (Chiba Prefecture → 千葉県).

The town or prefecture that is asked about is a filter, and its words need not stand in what is found.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from corpus.register import register
from retriever.scope_towns import latin_bare
from retriever.terms import word_weight
from retriever.tokenize import Tokenizer
from retriever.towns_unmeant import in_a_name, is_a_person, only_places_a_town

_SUFFIXES = "都府県市区町村"


@dataclass(frozen=True, slots=True)
class Places:
    """What the names of places in an English question stand for."""

    spoken_of: dict[str, dict[str, float]]
    """Of each that is only spoken of, lower case: its Japanese forms with weights, with and without suffix."""
    asked_about: tuple[str, ...]
    """Those that say where to look, as the question writes them."""
    rest: str
    """The question with blanks for those of them that are English words too (in Date): they mean nothing else here."""


def english_places(text: str, tokenizer: Tokenizer, towns: Collection[str], prefecture: str) -> Places:
    """The places of an English question.

    Args:
        text: the question, normalised.
        tokenizer: the one of the index.
        towns: names of the towns that are asked about (調布市).
        prefecture: that of the filter, or empty.
    """
    found = register().find(text)
    spoken_of: dict[str, dict[str, float]] = {}
    asked_about = []
    for index, mention in enumerate(found):
        written, names = text[mention.start : mention.end], {entry.name for entry in mention.candidates}
        if not written.isascii() or is_a_person(text, mention) or in_a_name(text, mention.start):
            continue
        if names & {*towns, prefecture} or only_places_a_town(text, found, index):
            asked_about.append(written)
        else:
            spoken_of[written.lower()] = _forms(mention.entry.name, tokenizer)
    rest = text
    for place in latin_bare(text, towns):
        if rest[place.start : place.end] not in asked_about:
            asked_about.append(rest[place.start : place.end])
            rest = rest[: place.start] + " " * (place.end - place.start) + rest[place.end :]
    return Places(spoken_of, tuple(asked_about), rest)


def _forms(name: str, tokenizer: Tokenizer) -> dict[str, float]:
    stem = name[:-1] if len(name) > 2 and name[-1] in _SUFFIXES else name
    words = (*tokenizer.words(name), *tokenizer.words(stem))
    return {word.form: min(1.0, word_weight(word)) for word in words}
