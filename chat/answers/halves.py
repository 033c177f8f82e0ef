"""A question that asks two things in two sentences, or in two clauses joined by 「か、」 (「その色はなぜ選ばれましたか。誰が塗りますか」): what
answers each is quoted.

The words of the first sentence are most of the question, and what answers the second has few of them: asked by itself it finds its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from chat.answers.choosing import foremost
from chat.answers.extractive import Scored
from corpus.patterns import any_of
from retriever.answer_kinds import answer_kinds
from retriever.asked import Question

_SENTENCE = re.compile(r"(?:(?!か、)[^。？?]){6,}(?:か、(?:また)?|[。？?]*)")
_ASKS = re.compile(
    any_of(*"何 誰 だれ いつ いくら いくつ どこ どの どれ どん どう どちら なぜ なに".split())
    + r"|か[。？?]*$"
)
LEAST = 0.15
"""Share of the words of its half that the sentence must hold."""

ROOM = 600
"""Characters within which that of each half is added. Of 199 questions over five records that ask two things three answers get longer and none
worse; of 77 over seven others one more is answered right. From another matter of the speech two of an hour took a wrong one."""


def halves(asked: Question, forms: Callable[[str], Sequence[str]]) -> tuple[Question, ...]:
    """The two sentences or clauses of a question, each as one by itself; none where there are not two that ask."""
    sentences = [one for one in _SENTENCE.findall(asked.text) if _ASKS.search(one)]
    if asked.foreign or asked.kana or len(sentences) != 2:
        return ()
    return tuple(_alone(asked, sentence, frozenset(forms(sentence))) for sentence in sentences)


def _alone(asked: Question, sentence: str, words: frozenset[str]) -> Question:
    own = {form: weight for form, weight in asked.terms.own.items() if form in words}
    kept = {form: found for form, found in asked.terms.synonyms.items() if form in own}
    meant = own.keys() | {form for found in kept.values() for each in found for form in each}
    terms = replace(
        asked.terms,
        own=own,
        synonyms=kept,
        all={form: weight for form, weight in asked.terms.all.items() if form in meant},
    )
    query = replace(
        asked.query, text=sentence, terms=tuple((f, w) for f, w in asked.query.terms if f in meant)
    )
    return replace(asked, text=sentence, terms=terms, query=query, kinds=answer_kinds(sentence))


def with_each_half(
    scored: Sequence[Scored], chosen: Sequence[Scored], each: Sequence[Sequence[Scored]]
) -> list[Scored]:
    """What was chosen, with the best sentence for each half of the question from the same matters, within `ROOM` characters."""
    taken = {id(item.sentence) for item in chosen}
    matters = {item.matter for item in chosen}
    size = sum(len(item.sentence.text) for item in chosen)
    for half in each:
        best = next((half[i] for i in foremost(half) if half[i].matter in matters), None)
        if best is None or best.filler or best.cover < LEAST or id(best.sentence) in taken:
            continue
        sentence = best.sentence
        if size + len(sentence.text) <= ROOM:
            taken.add(id(sentence))
            size += len(sentence.text)
    return [item for item in scored if id(item.sentence) in taken]
