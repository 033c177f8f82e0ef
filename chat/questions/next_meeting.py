"""When the next meeting is: 「次の委員会はいつですか」「次回の日程は」.

Whoever chairs, or the office that keeps the minutes, announces it at the end, in words that no exchange holds and no search finds. What
they say is told from the newest minutes that are spoken of, letter for letter, with the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from chat.framing import place_en, place_ja, speaker_ja
from chat.questions.about_records import LONGEST, without_scope
from chat.questions.overview import SAY_WHICH
from chat.questions.spoken_words import LEAD, TAIL
from corpus.patterns import any_of
from corpus.selection import Selection
from corpus.sentences import sentences
from corpus.store import Store
from corpus.types import Meeting, StoredExchange, Utterance
from retriever.languages import is_english
from retriever.question import normalise
from retriever.scope import read_scope

LAST = 12
"""Utterances from the end in which the next meeting is announced."""

_MEETING = any_of(*"会議 委員会 特別委員会 審議会 協議会 懇談会 部会 本会議 定例会 議会 会合 会".split())
_WHEN = any_of("いつ(?:頃|ごろ)?", "何日", "何月(?:何日)?", "何曜日", "何時")
_OF = rf"{LEAD}(?:{_MEETING}の)?"
_TAKES_PLACE = rf"(?:になり|に?(?:開|行|あ)(?:か|わ)?(?:れ|り)?)?{TAIL}"
_ASKED = re.compile(
    any_of(
        # 「次の委員会はいつですか」「次回はいつ開かれますか」
        rf"{_OF}(?:次|次回|今度|この次)の?(?:回の?)?{_MEETING}?(?:の)?(?:開催|開会)?(?:日程|日時|日取り|予定|日)?(?:は|って)?{_WHEN}(?:から)?{_TAKES_PLACE}",
        # 「次回の日程は」「次の会議の予定を教えてください」
        rf"{_OF}(?:次|次回)の?{_MEETING}?の?(?:開催)?(?:日程|日時|日取り|予定|開催日){_TAKES_PLACE}",
        # "When is the next meeting?"
        r"when (?:is|was|will) the next (?:meeting|session|committee)(?: (?:meeting|be|be held|held|planned|scheduled))*[?. ]*",
    ),
    re.IGNORECASE,
)
_NEXT = re.compile(
    any_of(
        # 「次回の委員会についてであります」「次回は」
        "次回",
        # 「次の会議については」「次の本会議は」
        rf"次の{_MEETING}",
    )
)
_DAY = re.compile(
    any_of(
        # 「３月２１日金曜日午後1時から」
        r"[\d元]{1,2}\s*月\s*\d{1,2}\s*日",
        # 「改めて連絡させてもらう」「追って通知いたします」
        r"(?:改めて|追って|後日|別途|調整)[^。]{0,20}(?:連絡|通知|案内|お知らせ|調整)",
        # 「来月に開催を予定している」「未定である」
        r"(?:来月|翌月|年明け|来年度|未定|[上中下]旬)",
    )
)
_HELD = re.compile(r"開催|開き|開く|開会|会議|委員会|審議|予定|連絡|通知|案内")


class NextMeeting:
    """Tells of a store when the next meeting is. Thread-safe."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(
        self,
        question: str,
        towns: Sequence[str],
        spoken: Callable[[], Sequence[StoredExchange]],
        today: date,
    ) -> str | None:
        """What is told; None where something else is asked, or no meeting is meant.

        Args:
            question: as typed.
            towns: those that the conversation is about, where the question names none.
            spoken: finds the exchanges that the answer before quotes.
            today: what 「昨年」 counts from.
        """
        text = normalise(question)
        if len(text) > LONGEST:
            return None
        scope = read_scope(question, self._store.reach().towns, today)
        bare, (since, until) = without_scope(text, (*scope.named_towns, *scope.missing), today)
        if scope.missing or not _ASKED.fullmatch(bare):
            return None
        if not (scope.named_towns or since or until) and (shown := spoken()):
            return self._announced(shown[0].minutes_id, shown[0].meeting, is_english(text))
        chosen = Selection(scope.filters.towns or tuple(towns), since=since, until=until)
        if not chosen and len(self._store.reach().towns) > 1:
            return SAY_WHICH.of(is_english(text))
        newest = self._store.meetings(chosen, 1, statements=True)
        return self._announced(*newest[0], is_english(text)) if newest else None

    def _announced(self, number: int, meeting: Meeting, english: bool) -> str:
        minutes = self._store.minutes(number)
        for one in reversed(minutes.utterances[-LAST:] if minutes else ()):
            if said := announcement(one):
                speaker = speaker_ja(one.speaker)
                if english:
                    return f"The minutes announce it so ({place_en(meeting)}, {speaker}):\n「{said}」"
                return (
                    f"会議録では、次のように述べられています（{place_ja(meeting)} {speaker}）。\n「{said}」"
                )
        if english:
            return f"The minutes of {place_en(meeting)} do not announce the next meeting."
        return f"{place_ja(meeting)}の会議録には、次の会議の日程は述べられていません。"


def announcement(utterance: Utterance) -> str:
    """The sentences by which an utterance says when the next meeting is; "" where it does not.

    The day stands beside 次回, or in one of the two sentences behind it.
    """
    spans = sentences(utterance.text)
    for first, (start, _) in reversed(list(enumerate(spans))):
        if not _NEXT.search(utterance.text[start : spans[first][1]]):
            continue
        for last in range(first, min(first + 3, len(spans))):
            said = utterance.text[spans[last][0] : spans[last][1]]
            if _DAY.search(said) and _HELD.search(said):
                return utterance.text[start : spans[last][1]]
    return ""
