"""Nouns typed in one piece (財政調整基金の運用方針), which a question is or begins with, and whether an exchange is on them.

Whoever types little types the terms of the matter, and paraphrases in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from chat.answers.evidence import Features
from chat.answers.subject import speaks_of
from corpus.patterns import any_of
from retriever.answer_kinds import without_kinds
from retriever.asked import OF_A_MATTER, Question, outermost
from retriever.terms import asks

NOUNS = (
    "(?:"
    + any_of(
        "[一-龥々ァ-ヴーa-z0-9・]",
        # 「見直し」「持ち帰り」
        "(?<=[一-龥])[いきぎしちにびみりえけげせてねべめれ](?=[一-龥の]|は?[?？。]*$)",
        # 「ごみの分別」「いじめ対策」「窓口のまとめ」
        "(?:^|(?<=の))[ぁ-ん]{2,5}?(?=[の一-龥]|は?[?？。]*$)",
        *"の や と への での からの に関する における による に対する".split(),
    )
    + "){2,}?"
)
"""Nouns in one piece, as a pattern."""
_PHRASE = re.compile(rf"{NOUNS}(?:は|って|について)?[?？。]*", re.IGNORECASE)
_TOPIC = re.compile(rf"({NOUNS})(?:は|を|が|って)(?=.{{2}})", re.IGNORECASE)
HELD_OF_A_PHRASE, HELD_OF_A_TOPIC, BRIEF, MUCH_NEARER = 0.7, 0.3, 24, 0.7
"""Share of the weight of nouns typed in one piece (財政調整基金の運用方針) that an exchange must hold to be on them, and of those that a question
of so few characters begins with (保育園の入所手続は…); the cosine of the nearest passage from which it is although it does not. Of 59 questions
typed so that five records do not answer 40 -> 50 are refused, of 1,845 others no point changes (`evals/gold_councils_prior.jsonl` and the
other sets beside it)."""


def lacks_of_its_phrase(asked: Question, words: Collection[str], features: Features) -> bool:
    """Whether a question is nothing but nouns in one piece, or few words on such, and an exchange (of these `words`) lacks much of them; those that
    only name the kind of thing asked for (実施率, 予定時期) do not count."""
    understood = not (asked.follow_up or asked.foreign or asked.kana or asked.across or asked.persons)
    if not understood or features.likeness >= MUCH_NEARER:
        return False
    phrase, least = phrase_of(asked)
    named = without_kinds(phrase).lower()
    own = {
        form: weight
        for form, weight in asked.terms.own.items()
        if form in named and form not in OF_A_MATTER and not asks(form)
    }
    whole = outermost(own)
    there = sum(own[form] for form in whole if speaks_of(form, asked, words))
    return bool(whole) and there < least * sum(map(own.__getitem__, whole))


def phrase_of(asked: Question) -> tuple[str, float]:
    """The nouns in one piece that a question is, or begins with, without its towns, and how much of them an exchange must hold."""
    text = without_its_towns(asked)
    if _PHRASE.fullmatch(text):
        return text, HELD_OF_A_PHRASE
    topic = _TOPIC.match(text) if len(text) <= BRIEF else None
    return (topic[1], HELD_OF_A_TOPIC) if topic else ("", 0.0)


def without_its_towns(asked: Question) -> str:
    """A question without the towns that it names."""
    text = asked.text
    for town in asked.filters.towns:
        text = re.sub(rf"{town}(?:では、?|[のはで、])?", "", text, count=1)
    return text.strip()
