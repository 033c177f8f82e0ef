"""Which later exchanges of the same town come back to a matter: by the telling words that they share.

A statement's matter is the telling words of its quote and its topic (`retriever.terms.word_weight`); an exchange is about them
where it has most of their weight. All statements of a town are compared with all its exchanges as one product of matrices.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from retriever.terms import INFORMATIVE, PART, rarity, word_weight
from retriever.tokenize import Tokenizer

RULES = 1
"""Version of the rules; what was linked by other rules is linked anew."""

MOST_WORDS = 12
"""Telling words that a matter is known by; more are incidental (examples, numbers, names)."""

TOPIC_SHARE = 1.3
"""A word of the topic names the matter more surely than one of the quote."""

LEAST_SHARE = 0.55
"""Share of the weight of a matter's words that an exchange must have. Looked through on eight years of one council: below it,
what is found shares the field (学校, 保育) but not the matter."""

LEAST_WORDS = 3
"""Words that must be shared: two are shared by chance in a town's record of some years."""

MOST_LATER = 12
"""Later exchanges kept for a statement: the likest. A matter that comes back more often is found by searching."""

BLOCK = 512
"""Statements that are compared at once: with 20,000 exchanges some 30 MB."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement to find later mentions of: `day` its ISO day, `words` its matter."""

    id: int
    day: str
    words: Mapping[str, float]
    new: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """An exchange (or what it says was done, `done`) that may come back to a matter."""

    exchange_id: str
    day: str
    words: frozenset[str]
    done: bool
    new: bool


@dataclass(frozen=True, slots=True)
class Link:
    """The exchange comes back to the statement's matter; `done` where it says that something was done about it."""

    statement: int
    exchange_id: str
    day: str
    share: float
    done: bool


def matter(tokenizer: Tokenizer, quote: str, topic: str, without: frozenset[str]) -> dict[str, float]:
    """The telling words of a statement with their weights, at most `MOST_WORDS`."""
    words: dict[str, float] = {}
    for text, share in ((quote, 1.0), (topic, TOPIC_SHARE)):
        for word in tokenizer.words(text):
            weight = word_weight(word) * share
            if word.kind == "number" or word.form in without or weight < INFORMATIVE * share:
                continue
            words[word.form] = max(words.get(word.form, 0.0), weight)
            for part in word.parts:
                if part not in without and rarity(part) >= INFORMATIVE:
                    words[part] = max(words.get(part, 0.0), PART * share * rarity(part))
    best = sorted(words.items(), key=lambda item: -item[1])[:MOST_WORDS]
    return dict(best)


def mentioned(tokenizer: Tokenizer, text: str) -> frozenset[str]:
    """The telling words of an exchange, and those that they are put together of."""
    found: set[str] = set()
    for word in tokenizer.words(text):
        if word.kind != "number" and word_weight(word) >= INFORMATIVE:
            found.add(word.form)
            found.update(word.parts)
    return frozenset(found)


def links(said: Sequence[Said], mentions: Sequence[Mention]) -> Iterator[Link]:
    """The later mentions of each statement, of one town; only pairs of which one is new."""
    yield from _links([one for one in said if one.new], mentions)
    yield from _links([one for one in said if not one.new], [one for one in mentions if one.new])


def _links(said: Sequence[Said], mentions: Sequence[Mention]) -> Iterator[Link]:
    if not said or not mentions:
        return
    import numpy as np

    numbers: dict[str, int] = {}
    for one in said:
        for word in one.words:
            numbers.setdefault(word, len(numbers))
    if not numbers:
        return
    columns = _matrix([dict.fromkeys(one.words, 1.0) for one in mentions], numbers).T.tocsr()
    days = np.array([one.day for one in mentions])
    for start in range(0, len(said), BLOCK):
        block = said[start : start + BLOCK]
        shares = (_matrix([_shares(one.words) for one in block], numbers) @ columns).tocsr()
        counts = (_matrix([dict.fromkeys(one.words, 1.0) for one in block], numbers) @ columns).tocsr()
        for number, one in enumerate(block):
            row, count = shares.getrow(number), counts.getrow(number)
            known = dict(zip(count.indices, count.data, strict=True))
            close = [
                (float(share), int(place))
                for place, share in zip(row.indices, row.data, strict=True)
                if share >= LEAST_SHARE and known[place] >= LEAST_WORDS and days[place] > one.day
            ]
            yield from _best(one, close, mentions)


def _best(one: Said, close: list[tuple[float, int]], mentions: Sequence[Mention]) -> Iterator[Link]:
    """Each exchange once, the likest ones."""
    best: dict[str, Link] = {}
    for share, place in sorted(close, reverse=True):
        mention = mentions[place]
        known = best.get(mention.exchange_id)
        if known is None and len(best) >= MOST_LATER:
            continue
        done = mention.done or bool(known and known.done)
        top = max(share, known.share) if known else share
        best[mention.exchange_id] = Link(one.id, mention.exchange_id, mention.day, top, done)
    yield from best.values()


def _shares(words: Mapping[str, float]) -> dict[str, float]:
    total = sum(words.values()) or 1.0
    return {word: weight / total for word, weight in words.items()}


def _matrix(rows: Sequence[Mapping[str, float]], numbers: Mapping[str, int]) -> Any:
    from scipy.sparse import csr_matrix

    data, places, edges = [], [], [0]
    for row in rows:
        for word, weight in row.items():
            if word in numbers:
                places.append(numbers[word])
                data.append(weight)
        edges.append(len(places))
    return csr_matrix((data, places, edges), shape=(len(rows), len(numbers)))
