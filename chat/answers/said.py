"""What the sentences of an exchange say, whatever is asked of them: worked out once and kept, since every question that finds the
exchange reads them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chat.answers import wording
from corpus.cache import LeastRecentlyUsed
from corpus.sentences import with_rows
from corpus.spans import Spans, cut
from corpus.types import Exchange, StoredExchange, Turn

Tokens = Callable[[str], Sequence[str]]
Encode = Callable[[Sequence[str]], NDArray[np.float32]]

KEPT = 32_768
"""Sentences kept, ~4 kB each, half of it the vector: those that some twenty comparisons or dossiers read."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a turn: `[start, end)` in the turn's text."""

    role: str
    turn: Turn
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.turn.text[self.start : self.end]

    @property
    def spans(self) -> Spans:
        return cut(self.turn.spans, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with what is compared of it. `vector`: (d,) L2-normalised, None without an encoder."""

    sentence: Sentence
    plain: str
    words: frozenset[str]
    vector: NDArray[np.float32] | None
    spans: Spans
    opens: bool
    """Takes up the next matter."""
    concludes: bool
    """Says what is done or will be done."""
    not_given: bool
    filler: bool
    """Repeats the question, thanks or closes."""


def candidates(exchange: Exchange, roles: Sequence[str]) -> list[Sentence]:
    """All sentences of the turns of these roles (`answer`, `note`, `question`), in order."""
    turns: list[tuple[str, Turn]] = []
    if "question" in roles:
        turns += [("question", turn) for turn in exchange.questions]
    if "answer" in roles:
        role = "answer" if exchange.questions else "statement"
        turns += [(role, turn) for turn in exchange.answers]
    if "note" in roles:
        turns += [("note", turn) for _, turn in exchange.note_turns]
    return [
        Sentence(role, turn, *piece)
        for role, turn in turns
        for start, end in with_rows(turn.text)
        for piece in _apart(turn.text, start, end)
    ]


def _apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence that first says again what was asked (「…についての御質問でございますが、」) in two: what it answers is quoted without that."""
    begin = start + wording.said_again(text[start:end])
    if start < begin:
        yield start, begin
    yield begin, end


def said(found: Sequence[Sentence], tokens: Tokens, encode: Encode | None) -> tuple[Said, ...]:
    """What each of `found` says, same order."""
    texts = [sentence.text for sentence in found]
    vectors = encode(texts) if encode and texts else [None] * len(texts)
    return tuple(
        _said(sentence, frozenset(tokens(text)), vector)
        for sentence, text, vector in zip(found, texts, vectors, strict=True)
    )


def _said(sentence: Sentence, words: frozenset[str], vector: NDArray[np.float32] | None) -> Said:
    plain = wording.plain(sentence.text)
    not_given = bool(wording.NOT_GIVEN.search(plain))
    explains, announces = sentence.role == "statement", bool(wording.ANNOUNCES.search(plain))
    return Said(
        sentence,
        plain,
        words,
        vector,
        sentence.spans,
        opens=bool(wording.OPENS.match(sentence.text)),
        concludes=sentence.role != "question" and bool(wording.CONCLUSION.search(plain)),
        not_given=not_given,
        filler=not not_given
        and (wording.says_nothing(plain) or (explains and announces) or _leads_to_nothing(sentence, plain)),
    )


def _leads_to_nothing(sentence: Sentence, plain: str) -> bool:
    """Whether a sentence announces what its turn does not tell: the table below it holds the exchanges themselves."""
    last = not sentence.turn.text[sentence.end :].strip()
    return last and bool(wording.LEADS_ON.search(plain))


class Sayings:
    """What exchanges say, kept up to `KEPT` sentences. Thread-safe."""

    def __init__(self, encode: Encode | None, kept: int = KEPT) -> None:
        self._encode = encode
        self._kept: LeastRecentlyUsed[tuple[Said, ...]] = LeastRecentlyUsed(kept, len)
        self._parts: LeastRecentlyUsed[NDArray[np.float32]] = LeastRecentlyUsed(kept // 4, len)

    def of(
        self, stored: StoredExchange, roles: Sequence[str], tokens: Tokens, kana: bool
    ) -> tuple[Said, ...]:
        """All sentences of the turns of these roles; `tokens` cuts them into words, for a question typed in `kana` into others."""
        # By its minutes too: read anew, an exchange of the same words may stand elsewhere in its text.
        key = (stored.minutes_id, stored.exchange.id, tuple(roles), kana)
        known = self._kept.get(key)
        if known is None:
            known = said(candidates(stored.exchange, roles), tokens, self._encode)
            self._kept.put(key, known)
        return known

    def of_parts(self, stored: StoredExchange, encode: Encode) -> NDArray[np.float32]:
        """The meaning of the question of each part of an exchange: (parts, d), L2-normalised."""
        key = stored.minutes_id, stored.exchange.id
        known = self._parts.get(key)
        if known is None:
            known = encode([question_of(part) for part in stored.exchange.parts])
            self._parts.put(key, known)
        return known


def question_of(part: Exchange) -> str:
    """What is asked in a part, with its heading."""
    return f"{part.topic} {part.question_text}"
