"""Example questions that the loaded record answers, made from its own topic labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from chat.types import Answer
from corpus.store import Store
from corpus.types import StoredExchange

SHOWN = 3
LOOKED_AT = 400
"""Exchanges looked through for labels: enough for several towns, and quick in any store."""

_NUMBERING = re.compile(
    r"^[\s0-9０-９()（）.．、アイウエオ①-⑳一二三四五六七八九十]+|(?:について|に関して|に関すること|の件)$"
)


def examples(store: Store, ask: Callable[[str], Answer], shown: int = SHOWN) -> tuple[str, ...]:
    """Up to `shown` questions, of different towns first, each of which `ask` answers."""
    found: list[str] = []
    for question in islice(_questions(store), 4 * shown):
        if len(found) == shown:
            break
        if ask(question).status == "answered":
            found.append(question)
    return tuple(found)


def _questions(store: Store) -> Iterator[str]:
    """Questions from short topic labels of answered exchanges: one of each town, then a second of each, and so on."""
    by_town: dict[str, list[str]] = {}
    for stored in islice(store.exchanges(), LOOKED_AT):
        question = _question(stored)
        if question and question not in by_town.setdefault(_town(stored), []):
            by_town[_town(stored)].append(question)
    for turn in range(max(map(len, by_town.values()), default=0)):
        for questions in by_town.values():
            if turn < len(questions):
                yield questions[turn]


def _question(stored: StoredExchange) -> str:
    exchange = stored.exchange
    label = exchange.topic or exchange.agenda
    while (shorter := _NUMBERING.sub("", label)) != label:
        label = shorter
    if exchange.status != "answered" or not 3 <= len(label) <= 24 or not _town(stored):
        return ""
    return f"{_town(stored)}は、{label}についてどう答えていますか。"


def _town(stored: StoredExchange) -> str:
    town = stored.meeting.municipality
    return town.name if town else ""
