"""What a question takes for granted: in 一問一答 a member names the subject once, and what follows (「捕獲した後の処分は」) leaves it out.

What the same member was told right before it, back to the question that takes up the matter, tells what it is about. A long explanation is kept
in pieces, and only its beginning says what is explained (「計画の素案について御説明いたします」). Either is compared with what is asked
and never quoted. Over 525 questions on 54 records of other towns, many of them spoken so, 280 -> 293 points of truth and the right
exchange first .804 -> .827; over 1,275 on five records of meetings in which every question names its subject 887 -> 885. What a speech
announces: of 1,425 questions on the five records two more are answered right and none wrong.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from chat.answers import wording
from corpus.cache import LeastRecentlyUsed
from corpus.sentences import sentences
from corpus.store import Store
from corpus.types import Exchange, StoredExchange

BACK = 4
"""Exchanges looked back at most."""

PIECES = 30
"""Exchanges looked back for the beginning of a speech at most: some 30,000 characters."""

KEPT = 2_000_000
"""Characters of subjects that are kept."""


_AGAIN = re.compile(r"再(?:々|再)?(?:度の?)?質問")
"""Says that a question goes back to what was asked: 「１項目の件で再質問いたします」."""


class Carried:
    """The subjects that exchanges take over from those before them, kept. Thread-safe."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: LeastRecentlyUsed[str] = LeastRecentlyUsed(KEPT, len)

    def subject(self, stored: StoredExchange) -> str:
        """The exchanges on which one follows, their text, or what the speech announces that it is a piece of; empty where it names its
        subject itself or somebody else asks."""
        statement = stored.exchange.status == "statement"
        if stored.position == 0 or not (statement or _goes_on(stored.exchange)):
            return ""
        key = (stored.minutes_id, stored.exchange.id)
        known = self._kept.get(key)
        if known is None:
            known = self._announced(stored) if statement else self._look_back(stored)
            self._kept.put(key, known)
        return known

    def _announced(self, stored: StoredExchange) -> str:
        """What the first piece of the speech says that it explains."""
        speech = _speech(stored.exchange)
        around = self._store.around(stored.exchange.id, PIECES) if speech else ()
        earlier = [one for one in around if one.position < stored.position]
        first = next((one.exchange for one in earlier if _speech(one.exchange) & speech), None)
        if first is None:
            return ""
        text = first.answer_text
        said = (text[start:end] for start, end in sentences(text))
        return "\n".join(each for each in said if wording.ANNOUNCES.search(wording.plain(each)))

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


_FIGURE = re.compile(r"(?!(?:19|20)[0-9]{2}$)[0-9][0-9.,]*(?:[^0-9.,年月日]|$)")


def without_figures(words: Collection[str]) -> frozenset[str]:
    """The forms of what is carried but its figures (16件): one of them is said of what it stands beside, not of what follows. Years and days
    are taken for granted as subjects are."""
    return frozenset(form for form in words if not _FIGURE.match(form))


def _speech(exchange: Exchange) -> set[int]:
    """Of which utterances a statement is a piece; of none where it is no statement."""
    turns = exchange.answers if exchange.status == "statement" else ()
    return {turn.utterance for turn in turns if turn.utterance is not None}


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
    said = (text[start:end] for start, end in sentences(text))
    return not any(wording.OPENS.match(each) and not _AGAIN.search(each) for each in said)
