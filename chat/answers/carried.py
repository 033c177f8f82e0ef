"""What a question takes for granted: in 一問一答 a member names the subject once, and what follows (「捕獲した後の処分は」) leaves it out.

What the same member was told right before it, back to the question that takes up the matter, tells what it is about. It is compared with
what is asked and never quoted. Over 525 questions on 54 records of other towns, many of them spoken so, 280 -> 293 points of truth and the right
exchange first .804 -> .827; over 1,275 on five records of meetings in which every question names its subject 887 -> 885.
"""

from __future__ import annotations

from chat.answers import wording
from corpus.cache import LeastRecentlyUsed
from corpus.sentences import sentences
from corpus.store import Store
from corpus.types import Exchange, StoredExchange

BACK = 4
"""Exchanges looked back at most."""

KEPT = 2_000_000
"""Characters of subjects that are kept."""


class Carried:
    """The subjects that exchanges take over from those before them, kept. Thread-safe."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: LeastRecentlyUsed[str] = LeastRecentlyUsed(KEPT, len)

    def subject(self, stored: StoredExchange) -> str:
        """The exchanges on which one follows, their text; empty where it names its subject itself or somebody else asks."""
        if stored.position == 0 or not _goes_on(stored.exchange):
            return ""
        key = (stored.minutes_id, stored.exchange.id)
        known = self._kept.get(key)
        if known is None:
            known = self._look_back(stored)
            self._kept.put(key, known)
        return known

    def _look_back(self, stored: StoredExchange) -> str:
        around = self._store.around(stored.exchange.id, BACK)
        before = [one.exchange for one in around if one.position < stored.position]
        out: list[str] = []
        for exchange in reversed(before):
            if not _of_one_matter(exchange, stored.exchange):
                break
            out.insert(0, f"{exchange.topic}\n{exchange.question_text}\n{exchange.answer_text}")
            if not _goes_on(exchange):
                break
        return "\n".join(out)


def _asks(exchange: Exchange) -> str:
    """Who asks, where it is one person with a name."""
    names = {turn.speaker.name for turn in exchange.questions}
    return names.pop() if len(names) == 1 else ""


def _of_one_matter(one: Exchange, other: Exchange) -> bool:
    """Whether the same member asks, under the same item and no heading of another matter."""
    headings = {exchange.topic for exchange in (one, other) if exchange.topic}
    return _asks(one) == _asks(other) and one.agenda == other.agenda and len(headings) < 2


def _goes_on(exchange: Exchange) -> bool:
    """Whether a question stays with the matter of the one before: it has one part, a named member asks, and no sentence takes up the next."""
    if not _asks(exchange) or exchange.parts:
        return False
    text = exchange.question_text
    return not any(wording.OPENS.match(text[start:end]) for start, end in sentences(text))
