"""Which of the ways in which a question may be meant is answered: each has been read, searched for and drafted by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chat.answers.drafts import Draft
from chat.questions.talk import Talk, is_dated
from chat.types import FoundExchange
from corpus.types import StoredExchange
from retriever.asked import Question

OF_ANOTHER_TOWN = 0.6
"""Confidence from which the record of another town than the one that is spoken of answers a question that names none: of 305 turns of
conversations one was answered so, with 0.49 and what had nothing to do with it (落札した業者の名前は)."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """One way in which a question may be meant, what was found for it, and the draft of an answer from that."""

    asked: Question
    found: tuple[FoundExchange, ...]
    draft: Draft

    @property
    def answers(self) -> bool:
        """Whether anything is quoted."""
        return bool(self.draft.citations)


def surest(drafts: Sequence[Drafted], spoken: Sequence[StoredExchange], talk: Talk) -> Drafted:
    """The draft that answers most surely; where none does, that of the question as it stands (the last).

    1. One of another town than the one spoken of answers only where it is sure and none of this town answers.
    2. Where one keeps the subject of the question, one that leaves it does not answer.
    3. Where a year alone is asked for (2018年は？), only one of that year answers.
    4. One from what was shown goes before all others.

    Args:
        drafts: one a reading, the likeliest first.
        spoken: the exchanges that a follow-up goes on from.
        talk: tells how a draft stands to these.
    """
    answered = [
        each
        for each in drafts
        if each.answers and (not each.asked.wider or each.draft.confidence >= OF_ANOTHER_TOWN)
    ]
    at_home = [each for each in answered if not each.asked.wider]
    answered = at_home or answered
    if any(talk.keeps_its_subject(each.draft) for each in answered):
        answered = [each for each in answered if not talk.leaves_its_subject(each.asked, each.draft)]
    if dated := next((each.asked.filters for each in drafts if is_dated(each.asked)), None):
        answered = [each for each in answered if talk.is_of_then(each.draft, dated, spoken)]
    goes_on = [each for each in answered if talk.is_of_what_was_shown(each.asked, each.draft, spoken)]
    as_it_stands = next(
        (each for each in reversed(drafts) if not (each.asked.wider and each.answers)), drafts[-1]
    )
    return max(goes_on or answered, key=lambda each: each.draft.confidence, default=as_it_stands)
