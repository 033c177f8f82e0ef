"""For which group (会派, 政党) the member speaks who was shown: 「その議員は何党ですか」「所属会派は？」.

Labels of speakers hardly ever name the group. Who speaks for one says so where the speech begins (「青空クラブ、6番の石川です」): that
sentence, from the same meeting, is the answer, and where nobody says it the record does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.patterns import any_of
from corpus.sentences import quotable
from corpus.types import Exchange, Speaker, Turn

OPENING = 200
"""Characters in which a speaker says who speaks."""

NOT_SAID = "会議録には、どの会派（政党）に属するかが記されていません。"
NOT_SAID_EN = "The minutes do not say to which group or party the member belongs."

_GROUP = any_of("党派", "政党", "会派", "党")
_WHO = any_of(
    # 「その議員は」「この方の」
    r"(?:その|この)(?:議員|委員|人|方|質問者)(?:さん)?(?:は|って|の|が)?、?",
    # 「質問した議員の」「質問者は」
    r"(?:質問|質疑|発言)(?:した|している)?(?:議員|委員|人|方|者)(?:は|って|の|が)?、?",
)
_ASKED = any_of(
    # 「何党ですか」「どの会派の人ですか」「どこの党に所属していますか」
    rf"(?:何|どの|どちらの|どこの|なんという|何という){_GROUP}(?:の(?:人|方|議員|委員))?(?:に(?:所属|属)[^。？?]{{0,8}})?",
    # 「所属会派は」「会派はどこですか」「会派名を教えて」
    rf"(?:所属(?:の|する|している)?)?{_GROUP}(?:名|の名前)?(?:は|って|を)?(?:何|どこ|どちら)?",
    # 「どこに所属していますか」
    r"(?:何|どこ|どちら)に(?:所属|属し)[^。？?]{0,8}",
)
_MEMBER = r"(?:the|that|this) (?:committee )?(?:member|councill?or|person|one)(?: who (?:asked|spoke|said|raised)(?: (?:it|this|that))?)?"
_END = r"(?:です|でしょう|でした|なの|なん|だ|か|の|ね|、|。|[?？]|教えて(?:ください|下さい)?|知りたい)*"
ASKS_OF_GROUP = re.compile(
    rf"(?:では|じゃあ?|ちなみに|ところで|あと|、)*(?:{_WHO})?{_ASKED}{_END}|"
    rf"(?:and |so )?(?:which|what) (?:political )?(?:party|group|faction) (?:is|are|does|do) (?:he|she|they|{_MEMBER})"
    r"(?: (?:in|from|of|with|belong to|a member of))?[?. ]*",
    re.IGNORECASE,
)
"""Asks of the member who was shown and names nobody."""

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
