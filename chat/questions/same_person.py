"""What else the person said who was shown: 「その人はほかに何を言っていますか」.

It is asked of all that he said in that record: the question is read as one that names him (「建設部長は何と答弁しましたか」), which
`overview` answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from chat.framing import quotations_in
from chat.questions.spoken_of import without_blanks
from chat.questions.spoken_words import WHAT_ELSE
from corpus.types import StoredExchange, Turn
from retriever.question import normalise


def asks_what_else(question: str) -> bool:
    """Whether a question asks for nothing but what else somebody said who was shown."""
    return bool(WHAT_ELSE.fullmatch(normalise(question)))


def of_the_same_person(answered: str, spoken: Sequence[StoredExchange]) -> str:
    """The question with the person by name or office; "" where the answer quotes none of `spoken`, or nobody is named there."""
    shown = next(iter(quotations_in(answered)), "")
    for stored in spoken[:1]:
        exchange = stored.exchange
        for turn in (*exchange.answers, *exchange.questions):
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
