"""What else the person said who was shown: 「その人はほかに何を言っていますか」.

It is asked of all that he said in that record: the question is read as one that names him (「建設部長は何と答弁しましたか」), which
`overview` answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chat.framing import quotations_in, without_blanks
from chat.questions.spoken_words import WHAT_ELSE
from corpus.types import StoredExchange, Turn
from retriever.question import normalise

_A_MEMBER = re.compile("(?:その|この)(?:議員|委員)")


def asks_what_else(question: str) -> bool:
    """Whether a question asks for nothing but what else somebody said who was shown."""
    return bool(WHAT_ELSE.fullmatch(normalise(question)))


def of_the_same_person(question: str, answered: str, spoken: Sequence[StoredExchange]) -> str:
    """The question with the person by name or office: who was shown, or where a member is meant (この議員) and a reply was, who asked
    for it; "" where the answer quotes none of `spoken`, or nobody is named there."""
    shown = next(iter(quotations_in(answered)), "")
    for stored in spoken[:1]:
        exchange = stored.exchange
        turns = (*exchange.answers, *exchange.questions)
        if exchange.questions and _A_MEMBER.search(normalise(question)):
            turns = exchange.questions
            shown = shown if any(without_blanks(shown) in without_blanks(turn.text) for turn in turns) else ""
        for turn in turns:
            if without_blanks(shown) in without_blanks(turn.text):
                return _restated(turn, stored.meeting.town, turn in exchange.questions)
    return ""


def _restated(turn: Turn, town: str, asked: bool) -> str:
    speaker = turn.speaker
    member = asked or speaker.side == "member"
    who = f"{speaker.name}議員" if member and speaker.name else speaker.office
    if not who:
        return ""
    place = f"{town}の" if town else ""
    return f"{place}{who}は何を質問しましたか" if member else f"{place}{who}は何と答弁しましたか"
