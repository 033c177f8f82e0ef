"""Two things asked in two sentences that no one reply tells together (「点検は何年に一度ですか。また、手数料はいくらですか。」): each is asked by itself.

What comes of both is one answer, and for what nothing was found that is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from chat.types import Answer, Citation, Message
from corpus.patterns import any_of
from retriever.languages import is_english
from retriever.question import leans, normalise

Ask = Callable[[str, Sequence[Message]], Answer]

MOST, LEAST = 3, 6
"""Sentences that are asked, each by itself, and characters of one: of more the whole is a letter or a draft."""

_SENTENCE = re.compile(r"[^。？?]+[。？?]?")
_JOINED = re.compile(
    any_of(*"また さらに それと それから あと 加えて あわせて 併せて そして 次に".split()) + r"[、,]?\s*"
)
_ASKS = re.compile(
    any_of(
        *"何 誰 いつ いくら いくつ どこ どの どれ どん どう どちら なぜ".split(),
        r"(?:です|ます|でしょう|ました|ません)か[。？?]?$",
        r"(?:教えて|知りたい)[^。]{0,8}[。？?]?$",
    )
)

_MARK = re.compile(r"(」…?)\[(\d+)\]")

PART_MISSING = "「{part}」については、該当する答弁が見つかりませんでした。"
PART_MISSING_EN = "Nothing was found for “{part}”."


def sentences_that_ask(question: str) -> tuple[str, ...]:
    """The sentences of a question, each by itself; none where there are not two or three, or one of them asks nothing."""
    found = [
        _JOINED.sub("", one.strip(), count=1) if _JOINED.match(one.strip()) else one.strip()
        for one in _SENTENCE.findall(normalise(question))
        if one.strip()
    ]
    asking = all(len(one) >= LEAST and _ASKS.search(one) for one in found)
    return tuple(found) if 1 < len(found) <= MOST and asking else ()


def one_by_one(question: str, refused: Answer, ask: Ask, history: Sequence[Message]) -> Answer:
    """The answers to the sentences of a question that was refused as a whole, as one; `refused` where none is answered, or one that is not
    is what another leans on."""
    parts = sentences_that_ask(question)
    answers: list[Answer] = []
    for part in parts:
        answers.append(ask(part, history))
        if answers[-1].status != "answered" and any(map(leans, parts)):
            return refused
        history = (*history, Message("user", part), Message("assistant", answers[-1].text))
    told = [one for one in answers if one.status == "answered"]
    if not told:
        return refused
    missing = [part for part, one in zip(parts, answers, strict=True) if one.status != "answered"]
    first = told[0]
    texts: list[str] = []
    citations: list[Citation] = []
    for one in told:
        texts.append(_marked(one.text, len(citations)))
        citations += [replace(citation, mark=citation.mark + len(citations)) for citation in one.citations]
    told_missing = PART_MISSING_EN if is_english(question) else PART_MISSING
    lines = (told_missing.format(part=part) for part in missing)
    hits = {hit.stored.exchange.id: hit for one in told for hit in one.hits}
    notes = dict.fromkeys((*lines, *(note for one in told for note in one.notes)))
    return replace(
        first, question=question, text="\n\n".join(texts), citations=tuple(citations), hits=tuple(hits.values())[: len(first.hits)],
        filters=refused.filters, notes=tuple(notes), elapsed_ms=refused.elapsed_ms + sum(one.elapsed_ms for one in answers),
    )  # fmt: skip


def _marked(text: str, by: int) -> str:
    """The text of an answer with its marks counted on from `by`."""
    return _MARK.sub(lambda mark: f"{mark[1]}[{int(mark[2]) + by}]", text)
