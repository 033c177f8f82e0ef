"""The record (原文) of an exchange: what stands around it, whether the original is kept, and its permanent address.

The address names the exchange and, where words of it are meant, their place among the exchange's own characters
(`record/3f2a…?at=120-180`). Ids of exchanges follow from their words, so the address outlives a re-read of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

from chat.ports import AnswerService
from chat.types import Citation
from corpus.spans import Spans, cut
from corpus.types import Source, StoredExchange, Turn

_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Record:
    """An exchange with those before and after it in the same minutes (None at either end)."""

    stored: StoredExchange
    before: StoredExchange | None = None
    after: StoredExchange | None = None
    original: bool = False
    """Whether the store keeps the file that was read."""


def record_of(service: AnswerService, exchange_id: str) -> Record | None:
    """The record of an exchange, statement or part (then that of the whole); None where there is none of this id."""
    stored = service.exchange(exchange_id)
    if stored and stored.parent_id:
        stored = service.exchange(stored.parent_id) or stored
    if stored is None:
        return None
    nearby = service.around(stored.exchange.id, 1)
    at = next((n for n, one in enumerate(nearby) if one.exchange.id == stored.exchange.id), None)
    before = nearby[at - 1] if at else None
    after = nearby[at + 1] if at is not None and at + 1 < len(nearby) else None
    return Record(stored, before, after, service.keeps_original(stored.source.id))


def path_of(stored: StoredExchange, spans: Spans = ()) -> str:
    """The permanent address of an exchange (relative to the page), at the words that `spans` of the source cover."""
    path = f"record/{quote(stored.exchange.id, safe='')}"
    at = _places(stored.exchange.turns, spans)
    return f"{path}?at={','.join(f'{start}-{end}' for start, end in at)}" if at else path


def spans_at(stored: StoredExchange, at: str) -> Spans:
    """The spans of the source that an address names (`at=120-180,200-230`); what is no such place is passed over."""
    turns = stored.exchange.turns
    found: list[tuple[int, int]] = []
    for match in map(_AT.fullmatch, at.split(",")[:50]):
        if match:
            start, end, before = int(match[1]), int(match[2]), 0
            for turn in turns:
                found += cut(turn.spans, start - before, end - before) if end > before else ()
                before += len(turn.text)
    return tuple(found)


def citation_at(service: AnswerService, stored: StoredExchange, spans: Spans) -> Citation | None:
    """The verified citation of the words from the first to the last of `spans` in the turn where the first stands."""
    exchange = stored.exchange
    for role, turns in (("question", exchange.questions), ("answer", exchange.answers)):
        for number, turn in enumerate(turns):
            if places := _places([turn], spans):
                return service.quote(exchange.id, role, number, places[0][0], places[-1][1])
    return None


def _places(turns: Iterable[Turn], spans: Spans) -> list[tuple[int, int]]:
    """Where `spans` stand among the characters of the turns, one after the other; neighbours joined."""
    out: list[tuple[int, int]] = []
    position = 0
    for turn in turns:
        for start, end in turn.spans:
            for left, right in spans:
                a, b = max(left, start), min(right, end)
                if a < b:
                    place = (position + a - start, position + b - start)
                    if out and out[-1][1] == place[0]:
                        place = (out.pop()[0], place[1])
                    out.append(place)
            position += end - start
    return out


def original_path(source: Source, page: int | None = None) -> str:
    """The address of the stored original (relative to the page); of a PDF at the page."""
    path = f"originals/{quote(source.id, safe='')}"
    return f"{path}#page={page}" if page and PurePath(source.name).suffix.lower() == ".pdf" else path
