"""What else the person said who was shown: 「その人はほかに何を言っていますか」.

It is asked of all that he said in that record: the question is read as one that names him (「建設部長は何と答弁しましたか」), which
`overview` answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chat.framing import quotations_in
from corpus.patterns import any_of
from corpus.types import StoredExchange, Turn
from retriever.question import normalise

_PERSON = any_of("人", "方", "議員", "委員", "職員", "[部課局室市町村区]長", "教育長", "担当者")
_WHAT = any_of("何", "なに", "どんな(?:こと)?", "どういうこと")
_SAID = any_of(*"言 い 答 述べ 話 発言 質問 答弁 聞 尋ね 指摘 取り上げ".split())
_WHAT_ELSE = re.compile(
    # 「その人はほかに何を言っていますか」「この部長は他にも何か答えていますか」
    rf"(?:では|じゃあ?|あと|、)*(?:その|この){_PERSON}(?:さん)?(?:は|って|が)?、?(?:ほか|他)に(?:は|も)?、?"
    rf"{_WHAT}(?:[をとか]|に?ついて)*、?{_SAID}[^。？?]{{0,14}}[。?？]*"
)


def asks_what_else(question: str) -> bool:
    """Whether a question asks for nothing but what else somebody said who was shown."""
    return bool(_WHAT_ELSE.fullmatch(normalise(question)))


def of_the_same_person(answered: str, spoken: Sequence[StoredExchange]) -> str:
    """The question with the person by name or office; "" where the answer quotes none of `spoken`, or nobody is named there."""
    shown = next(iter(quotations_in(answered)), "")
    for stored in spoken[:1]:
        exchange = stored.exchange
        for turn in (*exchange.answers, *exchange.questions):
            if _plain(shown) in _plain(turn.text):
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


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)
