"""What is asked about the minutes themselves, not about anything said in them: which are loaded, how many, from when, and of a meeting its day,
place, attendees and agenda.

None of it stands in a sentence that could be quoted. It is told from what was read of each document's head, and where that has nothing, so is that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from chat.framing import place_en, place_ja, speaker_ja
from chat.questions.about_holdings import LISTED, NAMED, held, newest_first, of_body, told_of_holdings
from chat.questions.holdings_words import holdings_asked
from chat.questions.overview import SAY_WHICH
from chat.questions.record_words import (
    AGENDA,
    CHAIR,
    DAY,
    OF_MINUTES,
    PEOPLE,
    PLACE,
    THERE,
)
from chat.types import Reach
from corpus.periods import find_periods
from corpus.types import Meeting, SourceSummary, StoredExchange
from retriever.languages import is_english
from retriever.question import normalise
from retriever.scope import read_scope
from retriever.town_clauses import spellings

LONGEST = 80
"""Characters of a question about the minutes; a longer one has a matter of its own."""

_PRESIDES, _PRESIDES_AS = re.compile(r"(?:議|座|会|委員)長$"), re.compile(r"(?:議|座|部会|分科会|会|委員)長")
"""Who chairs, by office; and the office that a question calls so: where that is named, another is not meant."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which minutes is asked: named in the question, or what the conversation is about."""

    question: str
    towns: tuple[str, ...] = ()
    """Of the conversation, where the question names none."""
    shown: bool = False
    """Whether the answer before quotes anything: 「場所は？」 then asks for that of the matter, not of the meeting."""
    spoken: Callable[[], Sequence[StoredExchange]] = tuple
    """Finds the exchanges that it quotes."""
    before: str = ""
    """The question before."""


class AboutRecords:
    """Tells of the minutes of a store. Thread-safe."""

    def __init__(self, sources: Callable[[], Sequence[SourceSummary]], reach: Callable[[], Reach]) -> None:
        """`sources`: all that is loaded; `reach`: how far it reaches."""
        self._sources, self._reach = sources, reach

    def of(self, asked: Asked, today: date) -> str | None:
        """What is told; None where the question is none of this kind, or names something that no meeting of the store is."""
        text = normalise(asked.question)
        if len(text) > LONGEST:
            return None
        english = is_english(text)
        reach = self._reach()
        if reach.empty:
            return None
        scope = read_scope(asked.question, reach.towns, today)
        named = (*scope.named_towns, *scope.missing)
        bare, period = without_scope(text, named, today)
        after = not asked.shown and is_about_records(asked.before, reach.towns, today)
        wanted = holdings_asked(bare, asked.shown)
        if not (after or wanted or OF_MINUTES.search(bare)):
            return None
        there = bool(THERE.fullmatch(bare))
        if there and not after:
            return None
        is_named = bool(named) or period != ("", "")
        if is_named:
            chosen = [one for one in self._meetings() if _is_of(one, named, period)]
            if wanted or there:
                return held(of_body(bare, chosen) if wanted else chosen, english)
        elif wanted:
            of_towns = asked.towns if wanted == "span" else ()
            return told_of_holdings(wanted, bare, self._sources(), reach, of_towns, english)
        else:
            chosen = self._spoken_of(asked) or self._the_few() if _kind(bare) else []
        if not chosen and _kind(bare) in ("people", "place", "day"):
            return SAY_WHICH.of(english)
        return _of_meetings(bare, chosen, english)

    def _meetings(self) -> list[Meeting]:
        return [meeting for summary in self._sources() for meeting in summary.meetings]

    def _spoken_of(self, asked: Asked) -> list[Meeting]:
        if spoken := asked.spoken():
            return [spoken[0].meeting]
        return [one for one in self._meetings() if one.town in asked.towns] if asked.towns else []

    def _the_few(self) -> list[Meeting]:
        """All meetings, where they can be told one by one: none was named, so each may be meant."""
        meetings = self._meetings()
        return meetings if len(meetings) <= LISTED else []


def is_about_records(question: str, towns: Sequence[str], today: date) -> bool:
    """Whether a question is one about the minutes, whatever they tell; 「場所は」 is one after such a one."""
    if not question or len(question) > LONGEST:
        return False
    scope = read_scope(question, towns, today)
    bare, _ = without_scope(normalise(question), (*scope.named_towns, *scope.missing), today)
    return bool(holdings_asked(bare, shown=False)) or any(
        form.fullmatch(bare) for form in (PLACE, PEOPLE, AGENDA, DAY)
    )


def without_scope(text: str, towns: Sequence[str], today: date) -> tuple[str, tuple[str, str]]:
    """The text without the towns and the period that it names, and the period ("" and "" for none)."""
    periods = find_periods(text, today)
    for one in sorted(periods, key=lambda each: -each.start):
        text = text[: one.start] + text[one.end :]
    for name in sorted(spellings(towns), key=len, reverse=True):
        text = re.sub(rf"(?:in |of |for )?{re.escape(name)}(?:の|は|で|に)*", "", text, flags=re.IGNORECASE)
    bare = re.sub(r"^(?:の|は|で|に|、|\s)+", "", text)
    return bare.strip(), (periods[0].since, periods[0].until) if periods else ("", "")


def _is_of(meeting: Meeting, towns: Sequence[str], period: tuple[str, str]) -> bool:
    since, until = period
    if towns and meeting.town not in towns:
        return False
    return not (since or until) or (
        bool(meeting.date) and since <= meeting.date and (not until or meeting.date <= until)
    )


def _of_meetings(bare: str, meetings: Sequence[Meeting], english: bool) -> str | None:
    """The place, attendees, agenda or day of the newest of `meetings`; None where something else is asked, or the head has no agenda and
    names no chair (what was said there may tell it)."""
    kind = _kind(bare)
    if not kind or not meetings:
        return None
    if kind == "day" and (len(meetings) > 1 or meetings[0].date):
        return (
            held(meetings, english) if len(meetings) > 1 else (place_en if english else place_ja)(meetings[0])
        )
    told = [(one, value) for one in newest_first(meetings) if (value := _value(one, kind, bare))][:LISTED]
    if not told and kind in ("agenda", "chair"):
        return None
    if not told:
        one = newest_first(meetings)[0]
        if english:
            return f"The minutes of {place_en(one)}, as they were read, do not tell this."
        return f"{place_ja(one)}の会議録からは、これは読み取れていません。"
    place = place_en if english else place_ja
    mark = "・" if len(told) > 1 else ""
    return "\n".join(f"{mark}{place(one)}: {value}" for one, value in told)


def _kind(bare: str) -> str:
    """What of a meeting is asked; empty where it is something else."""
    kinds = (("place", PLACE), ("people", PEOPLE), ("chair", CHAIR), ("agenda", AGENDA), ("day", DAY))
    return next((name for name, form in kinds if form.fullmatch(bare)), "")


def _value(meeting: Meeting, kind: str, bare: str) -> str:
    if kind == "place":
        return meeting.place
    if kind == "day":
        return ""  # the one meeting has none
    if kind == "agenda":
        return "、".join(meeting.agenda)
    named = _PRESIDES_AS.search(bare)
    presides = re.compile(f"{named[0]}$") if named else _PRESIDES
    there = [one for one in meeting.attendees if kind != "chair" or presides.search(one.office)]
    shown = [speaker_ja(one) for one in there[:NAMED]]
    rest = len(there) - len(shown)
    return "、".join(shown) + (f" ほか{rest}名" if rest > 0 else "")
