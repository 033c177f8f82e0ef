"""Japanese words in Latin letters among those of an English question: names (Daitoku), and words of the administration for which
English has none (furusato nozei, jichikai)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from retriever.english import Token
from retriever.english_words import ASKING, FUNCTION
from retriever.romaji import is_romaji

_RUN, _LETTERS = 4, 4
"""Words of which a romanised one may be made (kokumin kenko hoken), and its letters at least: "mono", not "to"."""


def romanised_runs(tokens: Sequence[Token], taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """The runs `[first, last)` of `tokens` that may be a Japanese word in Latin letters, the longest first.

    No token of `taken` is in them, which the dictionary has as English, and a single capitalised token is none: it is a name.
    `taken` may grow while the runs are looked at.
    """
    may = [is_romaji(token.text) and token.key not in FUNCTION | ASKING for token in tokens]
    for length in range(min(_RUN, len(tokens)), 0, -1):
        for first in range(len(tokens) - length + 1):
            places = range(first, first + length)
            written = "".join(tokens[place].text for place in places)
            if (
                all(may[place] and place not in taken for place in places)
                and len(written) >= _LETTERS
                and (length > 1 or written.islower())
            ):
                yield first, first + length


def may_be_name(token: Token) -> bool:
    """Whether a word of an English question may be the name of a Japanese place or person."""
    return token.text[0].isupper() and token.key not in FUNCTION and is_romaji(token.text)
