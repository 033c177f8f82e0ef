"""Who holds an office and who asked questions, as the record names its speakers: 「市長は誰ですか」「質問した議員の名前は」.

No sentence tells it; the labels of the speakers do. What they do not tell (a record that prints offices alone) is said, and an
office that nobody in the record has is left to the search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from chat.framing import place_en, place_ja, speaker_ja
from chat.questions.about_holdings import NAMED
from chat.questions.about_records import LONGEST, without_scope
from corpus.patterns import WHO, any_of
from corpus.selection import Selection
from corpus.store import Store
from corpus.types import Meeting, Speaker
from retriever.languages import is_english
from retriever.offices import is_office
from retriever.question import normalise
from retriever.scope import read_scope

LOOKED_AT, LISTED = 20, 5
"""Newest minutes that are looked at for an office, some 20 ms each where they are long; people, and meetings, that are listed."""

_TELL = r"(?:を?(?:教え|おしえ|知り|言っ|挙げ|列挙|一覧|並べ|見せ|示し)[^。]{0,8})"
_END = (
    # 「（市長）は誰ですか」「（質問者）を教えてください」
    rf"(?:は|が|って|とは)?(?:{WHO}|何という(?:人|方|名前?)|どの(?:人|方))?"
    rf"(?:です|でしょう|でした|なの|だった|だ)?(?:か|の|かな)?{_TELL}?[。?？]*"
)
_BODY = (
    any_of(
        # 「環境審議会の」「定例会で」
        r"(?P<body>[一-龥ァ-ヴー]{2,20}(?:委員会|審議会|協議会|懇話会|懇談会|会議|部会|議会))の",
        r"(?:定例会|臨時会|本会議|会議|議会|委員会)(?:の|で)",
    )
    + "?"
)
_OFFICE = (
    r"(?P<office>(?!担当|[部課局室係次]長)[一-龥ァ-ヴー]{0,12}"
    # 「副市長」「総務部長」「審議会会長」
    r"(?:[市町村区]長|知事|教育長|管理者|[部局課室所館園院係次会座議]長|委員長|参事|主幹|監))"
)
_HOLDER = re.compile(
    rf"(?:今の|現在の|当時の)?{_BODY}{_OFFICE}(?:さん)?"
    + any_of(
        # 「今の市長の名前は」
        r"(?:の(?:お?名前|氏名|お名前|名))(?:は|が)?",
        # 「教育長は誰ですか」
        rf"(?=(?:は|が|って|とは)?(?:{WHO}|何という(?:人|方)|どの(?:人|方)))",
    )
    + _END
)
_PRESIDES = ("議長", "委員長", "会長", "座長")
"""What a chair may be: of a council, a committee, a board, a conference."""
_OFFICES_EN = {
    "mayor": (),
    "governor": ("知事",),
    "superintendent of education": ("教育長",),
    "superintendent": ("教育長",),
    "speaker": ("議長",),
    "chair": _PRESIDES,
    "chairperson": _PRESIDES,
}
"""A mayor is 市長, 町長 or 村長, as the towns are that are asked about."""
_HOLDER_EN = re.compile(
    r"who (?:is|was) (?:the )?(?P<deputy>(?:deputy|vice)[ -])?"
    rf"(?P<office>{'|'.join(sorted(_OFFICES_EN, key=len, reverse=True))})(?: (?:of|in))?[?. ]*",
    re.IGNORECASE,
)
_ASKED = r"(?:(?:一般|代表|総括|緊急)?質問|質疑)"
_ASKERS = re.compile(
    _BODY
    + any_of(
        # 「定例会で誰が一般質問をしましたか」
        rf"{WHO}が、?{_ASKED}(?:を?し|に立[ちっ]|を?行[いっ])(?:た|ました|てい(?:る|ます|た|ました))(?:の)?(?:か|の)?[。?？]*",
        # 「質問者の一覧」「一般質問をした議員の名前を全員教えて」
        rf"{_ASKED}(?:者|(?:を?した|に立った|を?行った|をしている)(?:の|人|方|議員|委員))"
        r"(?:(?:の)?(?:全員の)?(?:お?名前|氏名|一覧|顔ぶれ|リスト|順番))?"
        rf"(?:を?(?:全員|すべて|全部|順番?に|順に|一覧で))?{_END}",
    )
)
_ASKERS_EN = re.compile(
    any_of(
        r"who asked (?:the )?questions?",
        r"(?:which|what) (?:members|councill?ors) asked (?:the )?questions?",
        r"(?:list|name) (?:the )?(?:members|councill?ors) who asked (?:the )?questions?",
    )
    + r"(?: (?:in|at|of))?[?. ]*",
    re.IGNORECASE,
)


class WhoSpoke:
    """Tells who is named in the minutes of a store. Thread-safe."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, question: str, towns: tuple[str, ...], today: date) -> str | None:
        """What is told; None where something else is asked, or no speaker of the record has the office.

        Args:
            question: as typed.
            towns: those that the conversation is about, where the question names none.
            today: what 「昨年」 counts from.
        """
        text = normalise(question)
        if len(text) > LONGEST:
            return None
        scope = read_scope(question, self._store.reach().towns, today)
        if scope.missing:
            return None
        # 小樽市長 is the mayor of 小樽市.
        for town in scope.named_towns:
            text = text.replace(f"{town}長", f"{town}の{town[-1]}長")
        bare, (since, until) = without_scope(text, scope.named_towns, today)
        chosen = Selection(scope.filters.towns or towns, since=since, until=until)
        english = is_english(text)
        if asked := _HOLDER.fullmatch(bare):
            chosen = replace(chosen, body=asked["body"] or "")
            return self._holders(chosen, (asked["office"],), english)
        if asked := _HOLDER_EN.fullmatch(bare):
            kinds = dict.fromkeys(town[-1] for town in chosen.towns or self._store.reach().towns)
            offices = _OFFICES_EN[asked["office"].lower()] or tuple(f"{kind}長" for kind in kinds)
            deputy = "副" if asked["deputy"] else ""
            return self._holders(chosen, tuple(deputy + office for office in offices), english)
        if asked := _ASKERS.fullmatch(bare):
            return self._askers(replace(chosen, body=asked["body"] or ""), english)
        return self._askers(chosen, english) if _ASKERS_EN.fullmatch(bare) else None

    def _holders(self, chosen: Selection, offices: tuple[str, ...], english: bool) -> str | None:
        """The people of the office, by whichever of its names, each with the newest meeting in which it is theirs."""
        found: dict[tuple[str, Speaker], Meeting] = {}
        unnamed: Meeting | None = None
        for meeting, speaker in chain.from_iterable(self._speakers(chosen, office) for office in offices):
            if speaker.name:
                found.setdefault((meeting.town, replace(speaker, side="other")), meeting)
            else:
                unnamed = unnamed or meeting
        if found:
            newest_first = sorted(found.items(), key=lambda one: one[1].date, reverse=True)
            people = [
                (meeting, speaker_ja(speaker))
                for (town, speaker), meeting in newest_first
                if not any(_is_surname(speaker, other) for place, other in found if place == town)
            ]
            return _told(people[:LISTED], len(people) - LISTED, english)
        if unnamed is None:
            return None
        if english:
            return f"The minutes name the office alone, without who holds it ({place_en(unnamed)})."
        return f"会議録は{offices[0]}を役職だけで記しており、名前は読み取れません（{place_ja(unnamed)}）。"

    def _speakers(self, chosen: Selection, office: str) -> Iterator[tuple[Meeting, Speaker]]:
        """Of the newest minutes in which an exchange has the office, else of the newest of all (who chairs replies to nothing), be there
        only speeches in them: who of those present, or who speak, has the office."""
        near = self._store.meetings(replace(chosen, office=office), LOOKED_AT)
        near = near or self._store.meetings(chosen, LISTED)
        for number, meeting in near or self._store.meetings(chosen, LISTED, statements=True):
            minutes = self._store.minutes(number)
            spoken = (one.speaker for one in minutes.utterances) if minutes else ()
            there = dict.fromkeys((*spoken, *meeting.attendees))
            yield from ((meeting, one) for one in there if is_office(one.office, office))

    def _askers(self, chosen: Selection, english: bool) -> str | None:
        """Of the newest meetings, the members whose questions are in them, in the order of the record."""
        meetings = self._store.meetings(chosen, LISTED + 1)
        if len(meetings) > LISTED and not chosen:
            return None  # which meeting is meant is asked
        told = []
        for number, meeting in meetings[:LISTED]:
            minutes = self._store.minutes(number)
            turns = (turn for one in minutes.exchanges for turn in one.questions) if minutes else ()
            names = list(dict.fromkeys(turn.speaker.name for turn in turns if turn.speaker.name))
            if names:
                rest = len(names) - NAMED
                more = (f" and {rest} more" if english else f" ほか{rest}名") if rest > 0 else ""
                told.append((meeting, "、".join(names[:NAMED]) + more))
        return _told(told, 0, english) if told else None


def _is_surname(speaker: Speaker, other: Speaker) -> bool:
    """Whether the record names the holder of an office shorter here than there."""
    longer = len(speaker.name) < len(other.name) and other.name.startswith(speaker.name)
    return longer and speaker.office == other.office


def _told(lines: list[tuple[Meeting, str]], rest: int, english: bool) -> str:
    place = place_en if english else place_ja
    head = "As the minutes name their speakers:" if english else "会議録の発言者名によると、次のとおりです。"
    more = [f"… and {rest} more" if english else f"ほか{rest}名"] if rest > 0 else []
    return "\n".join([head, *(f"・{place(meeting)}: {what}" for meeting, what in lines), *more])
