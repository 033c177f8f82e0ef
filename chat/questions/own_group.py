"""For which group (会派, 政党) the member speaks who was shown, after 「その議員は何党ですか」 (`spoken_words.WHICH_GROUP`).

Labels of speakers hardly ever name the group. Who speaks for one says so where the speech begins (「青空クラブ、6番の石川です」): that
sentence, from the same meeting, is the answer, and where nobody says it the record does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.sentences import quotable
from corpus.types import Exchange, Speaker, Turn

OPENING = 200
"""Characters in which a speaker says who speaks."""

NOT_SAID = "会議録には、どの会派（政党）に属するかが記されていません。"
NOT_SAID_EN = "The minutes do not say to which group or party the member belongs."

_NO_GROUP = r"(?!議席|\d|第|私|わたくし|ただ|委員|議員|改めまし|皆|本日|今回)"


def own_words(speaker: Speaker, exchanges: Iterable[Exchange]) -> list[tuple[Turn, int, int]]:
    """The sentence in which a member says for which group he speaks; none where he does not in these exchanges."""
    if len(speaker.name) < 2:
        return []
    says = re.compile(
        rf"(?:^|[、。,，\s]|は)(?P<group>{_NO_GROUP}[一-龥ぁ-んァ-ヴーA-Za-z・!！]{{2,20}}?)(?:を代表[^。]{{0,30}}?|に?所属の|[、,，の\s]+)(?:議席番号)?(?:\d{{1,3}}番(?:議員)?[、,，の\s]*)?"
        rf"{re.escape(speaker.name[:2])}[一-龥ぁ-んァ-ヴー\s]{{0,6}}?(?:です|でございます|であります|と申します)"
    )
    for exchange in exchanges:
        for turn in (*exchange.questions, *exchange.answers):
            if turn.speaker.name != speaker.name:
                continue
            for start, end in quotable(turn.text[:OPENING]):
                if says.search(turn.text[start:end]):
                    return [(turn, start, end)]
    return []
