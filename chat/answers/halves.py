"""A question that asks two things in two sentences, or in two clauses joined by 「か、」 (「その色はなぜ選ばれましたか。誰が塗りますか」): what
answers each is quoted.

The words of the first sentence are most of the question, and what answers the second has few of them: asked by itself it finds its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from chat.answers.choosing import foremost
from chat.answers.completing import with_decision
from chat.answers.extractive import Scored, Weights
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

FURTHER, SURER = 0.25, 1.5
"""The same of a sentence of another matter of the speech, and how much more of its half than the best of the chosen matters it must have to be the
answer to it."""

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
    scored: Sequence[Scored],
    chosen: Sequence[Scored],
    each: Sequence[Sequence[Scored]],
    weights: Weights,
) -> list[Scored]:
    """What was chosen, with the best sentence for each half of the question from the same matters, or another that holds most of it, within
    `ROOM` characters."""
    taken = {id(item.sentence) for item in chosen}
    matters = {item.matter for item in chosen}
    size = sum(len(item.sentence.text) for item in chosen)
    for half in each:
        for item in _answering(half, matters, weights):
            sentence = item.sentence
            if id(sentence) not in taken and size + len(sentence.text) <= ROOM:
                taken.add(id(sentence))
                size += len(sentence.text)
    return [item for item in scored if id(item.sentence) in taken]


def _answering(half: Sequence[Scored], matters: Collection[int], weights: Weights) -> list[Scored]:
    """The sentence that answers a half, from one of the chosen `matters` or another that has far more of it; with it, of another matter, the one
    that decides."""
    ranked = foremost(half)
    here = next((i for i in ranked if half[i].matter in matters), None)
    best = ranked[0] if ranked else None
    if best is None or half[best].filler:
        return []
    nearest = half[here].score if here is not None else 0.0
    if (
        half[best].matter not in matters
        and half[best].cover >= FURTHER
        and half[best].score >= SURER * nearest
    ):
        return [half[i] for i in with_decision(half, [best], weights)]
    return [half[here]] if here is not None and not half[here].filler and half[here].cover >= LEAST else []
