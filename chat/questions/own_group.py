"""For which group (会派, 政党) the member speaks who was shown, after 「その議員は何党ですか」 (`spoken_words.WHICH_GROUP`), or is named.

Labels of speakers hardly ever name the group. Who speaks for one says so where the speech begins (「青空クラブ、6番の石川です」): that
sentence, from the same meeting, is the answer, and where nobody says it the record does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from chat.answers.citations import cite, verified
from chat.answers.drafts import Draft
from chat.answers.extractive import Quote
from chat.framing import compose
from chat.offices_en import Romanise
from chat.questions.spoken_words import WHICH_GROUP
from chat.types import FoundExchange
from corpus.sentences import quotable
from corpus.store import Store
from corpus.types import Exchange, Speaker, Turn
from retriever.asked import Question
from retriever.persons import TITLES
from retriever.types import Hit

OPENING = 200
"""Characters in which a speaker says who speaks."""

NOT_SAID = "会議録には、どの会派（政党）に属するかが記されていません。"
NOT_SAID_EN = "The minutes do not say to which group or party the member belongs."

_NO_GROUP = r"(?!議席|\d|第|私|わたくし|ただ|委員|議員|改めまし|皆|本日|今回)"

_REPRESENTS = re.compile(
    rf"(?:^|[、。,，\s]|は)(?P<group>{_NO_GROUP}"
    r"(?!(?:[市区町村県都道府国]民|住民|地域|地元|執行部|理事者|当局|職員|事務局|会派|会員|議会|議員|全員|一同|賛成|反対|提出者|同僚)(?:の[^、。]{0,6})?を)"
    r"[一-龥ぁ-んァ-ヴー・･A-Za-z･]{2,24}?)(?<!委員会)を代表(?:し|いたし|致し)"
)
"""「青空クラブを代表して、一般質問を行います」: no town's people are a group, nor a committee."""


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
                if says.search(turn.text[start:end]) or _REPRESENTS.search(turn.text[start:end]):
                    return [(turn, start, end)]
    return []


def asks_of_a_members_group(asked: Question) -> bool:
    """Whether a question asks for nothing but the group of the members whom it names (森川議員は何党ですか)."""
    text = asked.text
    for name in asked.members:
        text = re.sub(rf"{re.escape(name)}[一-龥ァ-ヴー]{{0,4}}?(?:{TITLES}|さん)+", "その議員", text)
    return text != asked.text and WHICH_GROUP.fullmatch(text) is not None


def of_a_member(
    asked: Question, found: Sequence[FoundExchange], store: Store, romanise: Romanise
) -> tuple[tuple[FoundExchange, ...], Draft] | None:
    """The words in which the member whom a question names says for which group he speaks, or that he does not; None where he is not in
    the record. `found`: what stands there with his name."""
    his = [
        (item, turn.speaker)
        for item in found
        for turn in item.stored.exchange.questions
        if any(name in turn.speaker.name for name in asked.members)
    ]
    for item, speaker in his:
        told = store.exchanges(item.stored.source.id, statements=True)
        for stored in (one for one in told if one.minutes_id == item.stored.minutes_id):
            for turn, start, end in own_words(speaker, [stored.exchange]):
                role = "question" if turn in stored.exchange.questions else "answer"
                made = verified([cite(Quote.of(role, turn, start, end), stored, 1)], stored, store)
                if made:
                    hit = FoundExchange(Hit(1, 1.0, stored.exchange.id), stored)
                    return (hit,), Draft(compose([made], asked.english, romanise), tuple(made), 1.0)
    return ((), Draft(NOT_SAID_EN if asked.english else NOT_SAID)) if his else None
