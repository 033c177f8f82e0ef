"""A number, a sum, a share, a day or a rank that no reply tells and a member told when he asked (「講座は昨年度4回、参加は95人と聞いた」): his words,
cited as his.

Nobody vouches for what he tells, and he tells it of other places too: the sentence must name all that is asked for (of 1,425 questions over five
records nine more were answered without this, eight of them wrong; with it none changes).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from chat.answers import lacking, wording
from chat.answers.counters import asked_units
from chat.answers.drafts import Reading
from chat.answers.evidence import stands
from chat.answers.extractive import Scored
from chat.answers.kinds import VALUES
from retriever.asked import Question
from retriever.terms import asks


def of_his_words(asked: Question) -> Question | None:
    """The question as one for a member's words; None where it asks for no value, or in another way than of the record at large."""
    valued = asked_units(asked.text) or asked.kinds & VALUES or lacking.asks_by_name(asked.text)
    at_large = not (
        asked.about_question
        or asked.who_said
        or asked.both
        or asked.across
        or asked.follow_up
        or asked.office
    )
    understood = not (asked.foreign or asked.kana)
    return replace(asked, about_question=True) if valued and at_large and understood else None


def telling_all(
    asked: Question, readings: Sequence[Reading], forms: Callable[[str], Collection[str]]
) -> Reading | None:
    """The best of the readings with the one sentence of it that tells the value and names all that is asked for.

    Args:
        asked: what `of_his_words` gives.
        readings: of exchanges, for it.
        forms: how a text is cut into words.
    """
    for reading in sorted(readings, key=lambda one: -one.preference):
        for item in reading.scored:
            if _tells(asked, item) and _names_all(asked, frozenset(forms(item.sentence.text))):
                return replace(reading, chosen=(item,))
    return None


def _tells(asked: Question, item: Scored) -> bool:
    text = wording.plain(item.sentence.text)
    if lacking.lacks_what_is_asked(asked.text, asked.kinds, text):
        return False
    return lacking.asks_by_name(asked.text) or lacking.tells_value(asked.text, asked.kinds, text)


def _names_all(asked: Question, words: Collection[str]) -> bool:
    """Whether every word of the question but those that ask is among `words`."""
    matter = [form for form in asked.terms.own if not asks(form)]
    return bool(matter) and all(stands(form, asked.terms.synonyms, words) for form in matter)
