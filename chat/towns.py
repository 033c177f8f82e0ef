"""Towns in an answer across towns: under which name an exchange counts, and which of its exchanges are read."""

from __future__ import annotations

from collections.abc import Sequence

from chat.types import FoundExchange
from corpus.types import StoredExchange

READ_PER_TOWN, READ_TOWNS = 3, 10
"""Exchanges of a town that are read for an answer across towns, and towns that are read: which exchange of a town answers is seen
only by reading it."""


def town_of(stored: StoredExchange) -> str:
    """The name under which an answer across towns groups an exchange."""
    town = stored.meeting.municipality
    return town.name if town else stored.meeting.body


def best_of_each_town(found: Sequence[FoundExchange]) -> list[FoundExchange]:
    """The first `READ_PER_TOWN` of each town, of at most `READ_TOWNS` towns, in the order found."""
    taken: dict[str, int] = {}
    out = []
    for item in found:
        town = town_of(item.stored)
        if taken.get(town, 0) >= READ_PER_TOWN or (town not in taken and len(taken) >= READ_TOWNS):
            continue
        taken[town] = taken.get(town, 0) + 1
        out.append(item)
    return out
