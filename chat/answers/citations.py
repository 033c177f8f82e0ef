"""Citations: made from quotations, and checked against the stored record before anything is shown.

`verified` is the last gate of every answer: the stored text at the spans is the quote letter for letter, and town, body, date,
office and name are those of the exchange. What fails is not shown and is logged as a defect.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Protocol

from chat.answers.extractive import Quote
from chat.types import Citation
from corpus.sentences import torn
from corpus.spans import Spans, text_at
from corpus.types import StoredExchange, Turn

log = logging.getLogger(__name__)


class Texts(Protocol):
    """What a check needs of the store."""

    def minutes_text(self, minutes_id: int) -> tuple[str, int]:
        """The stored text of a meeting and where it starts in its source."""
        ...


def cite(quote: Quote, stored: StoredExchange, mark: int) -> Citation:
    """The citation of `quote`, which is from `stored`."""
    exchange = stored.exchange
    start = _start(quote.turn, quote.spans)
    return Citation(
        mark=mark,
        exchange_id=exchange.id,
        source_id=stored.source.id,
        source=stored.source.name,
        quote=quote.text,
        spans=quote.spans,
        speaker=quote.turn.speaker,
        meeting=stored.meeting,
        topic=exchange.topic or exchange.agenda,
        page=quote.turn.page,
        url=stored.source.url,
        role=quote.role,
        torn=torn(quote.turn.text, start, start + len(quote.text)),
    )


def _start(turn: Turn, spans: Spans) -> int:
    """Where the first of `spans` stands in the text of the turn."""
    first = min((start for start, _ in spans), default=0)
    return sum(min(end, first) - start for start, end in turn.spans if start < first)


def recited(
    stored: StoredExchange, role: str, spans: Spans, quote: str, mark: int, texts: Texts
) -> Citation | None:
    """A citation that was shown before, made anew from the record; None where the record no longer bears it out."""
    if role not in ("answer", "question", "statement", "note"):
        return None
    for turn in stored.exchange.turns_of(role):
        made = cite(Quote(role, turn, quote, spans), stored, mark)
        if _within(made, turn):
            return next(iter(verified([made], stored, texts)), None)
    return None


def verified(citations: Sequence[Citation], stored: StoredExchange, texts: Texts) -> list[Citation]:
    """Those of `citations` (all of `stored`) that the stored record bears out, in order."""
    text, offset = texts.minutes_text(stored.minutes_id)
    good = []
    for citation in citations:
        fault = _fault(citation, stored, text, offset)
        if fault:
            log.error("withheld citation of %s in %s: %s", citation.exchange_id, citation.source, fault)
        else:
            good.append(citation)
    return good


def _fault(citation: Citation, stored: StoredExchange, text: str, offset: int) -> str:
    """Why the record does not bear the citation out; empty where it does."""
    if not citation.quote.strip():
        return "empty quotation"
    if text_at(text, citation.spans, offset) != citation.quote:
        return "the stored text at the spans is not the quotation"
    if citation.meeting != stored.meeting or citation.source_id != stored.source.id:
        return "meeting or source is not that of the exchange"
    turns = stored.exchange.turns_of(citation.role)
    if not any(turn.speaker == citation.speaker and _within(citation, turn) for turn in turns):
        return "the quotation is not in a turn of its speaker on that side of the exchange"
    return ""


def _within(citation: Citation, turn: Turn) -> bool:
    return all(any(start <= a and b <= end for start, end in turn.spans) for a, b in citation.spans)
