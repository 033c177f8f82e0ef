"""What a meeting or a member took up, or an office replied, at all: the question that asks for it has no matter that a search could find.

1. The meeting: the newest of those that the question leaves (town, period, body, session); of a member the newest in which he asks.
2. Its exchanges, those with several parts by their parts, in the order of the record; where there are more than can be shown, of each
   member (of each topic, where the record names nobody) the first before a second.
3. Of each the sentence that announces the matter or asks (`chat.answers.member_questions`), or that replies, or both, letter for letter as any
   other quotation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from heapq import nlargest
from itertools import count, groupby
from operator import attrgetter, itemgetter

from chat.answers import wording
from chat.answers.citations import cite, verified
from chat.answers.deciding import decides
from chat.answers.drafts import Draft
from chat.answers.extractive import Quote
from chat.answers.member_questions import requests
from chat.framing import compose, place_en, place_ja, speaker_ja
from chat.offices_en import Romanise
from chat.questions.groups import asks_of_a_members_group, of_a_member
from chat.saying import Saying
from chat.types import Citation, FoundExchange
from corpus.sentences import quotable
from corpus.store import Store
from corpus.types import Exchange, Meeting, StoredExchange, Turn
from retriever.asked import Question
from retriever.overviews import names_a_matter
from retriever.persons import is_one_of
from retriever.question import normalise
from retriever.terms import asks, rarity
from retriever.types import Hit

SHOWN, SHOWN_WITH_REPLIES = 8, 5
"""Questions that are quoted, alone and each with the reply: what fits on a screen."""

SENTENCES = 3
"""Sentences that tell what a single reply was; where there are two, of each two, of more one of each. A question is announced by one."""

LOOKED_THROUGH = 60
"""Meetings, the newest, that are read for a member whom the search does not know: some five years of a town's, in about a second."""

GLANCE = 120
"""Characters of a sentence that is taken in at a glance: of a longer one its words count for less."""

OF_NOTHING_ELSE, LEANING = 0.3, 0.5
"""What a word counts for that neither topic nor reply has, and a sentence that begins with what was said before (そういった…)
or tells what has been. Starting values: by reading the overviews of forty meetings and members."""

DECIDED = 1.6
"""What a sentence of a reply counts for that says what is meant to be done (`chat.answers.deciding`): how things stand is told before it with more
words. A starting value, by reading 18 replies in six overviews: with 3 it goes before the one that answers (公式アカウントはあるか)."""

LEAST = 1.0
"""… and of all of them at least so much, as one rare word or a few others: 「説明していただきたいですね。」 tells nothing."""

_SOMEBODY = re.compile(r"(?<![のはがをにでとたるな各全両、。\s])(?<!^)(?:議員|委員)(?![会長])")
"""A member who is named in a way that is not known for a name (みなて議員, 女性議員): not everybody's questions are asked for."""

_TELLS = re.compile(r"(?:ました|でした|(?<!か)った|説明|とのこと)[。」]?$")
"""The end of a sentence that tells what has been: what is asked stands in another one."""

MEETINGS = 400
"""Newest meetings of the selection that are looked at for a body or a session that the question names."""

SAY_WHICH = Saying(
    "どの会議のことか、自治体・会議・日付・議員の名前のどれかを添えて尋ねてください。",
    "Say which meeting is meant: name a town, a body, a date or a member.",
)
OF_WHAT = "何についてのことか、事柄や自治体を添えて尋ねてください（例:「空き家対策の今後の課題」）。"

_DAY = re.compile(r"(?<![0-9])([0-9]{1,2})月([0-9]{1,2})日")
_SESSION = re.compile(r"第[0-9]+回(?:定例会|臨時会)?|[0-9]+月(?:定例会|臨時会|議会)")


class Overviews:
    """Makes overviews of the meetings of a store. Thread-safe."""

    def __init__(
        self,
        store: Store,
        tokens: Callable[[str], Sequence[str]],
        romanise: Romanise,
        of_members: Callable[[Question], Sequence[FoundExchange]],
    ) -> None:
        """`of_members`: what stands in the record with the names of the members whom a question names."""
        self._store = store
        self._tokens = tokens
        self._romanise = romanise
        self._of_members = of_members

    def of(self, asked: Question) -> tuple[tuple[FoundExchange, ...], Draft] | None:
        """The exchanges and the draft of the overview that a question asks for; without citations where it says of no meeting. None
        where it asks for something else, or nothing was asked there."""
        if asks_of_a_members_group(asked):
            return of_a_member(asked, self._of_members(asked), self._store, self._romanise)
        if not asked.overview or asked.across or asked.follow_up or asked.missing_towns:
            return None
        if not asked.members and _SOMEBODY.search(asked.text):
            return None
        filters = replace(asked.filters, office=asked.office.office or asked.filters.office)
        meetings = self._store.meetings(filters, MEETINGS)
        named = self._theirs(asked, meetings) if asked.persons else _named(asked.text, meetings)
        which = (), Draft(notes=(SAY_WHICH.of(asked.english),))
        if not named:
            of_no_matter = bool(meetings) and not (asked.persons or names_a_matter(asked.terms.own, ()))
            return which if of_no_matter else None
        number, meeting = named[0]
        units = self._units(number, asked)
        if self._names_a_matter(asked, meeting, units):
            return None
        if len(named) == len(meetings) > 1 and not (asked.filters or asked.persons or asked.office):
            return which
        shown = self._shown(units, asked)
        return self._drafted(shown, asked, len(units), len(named)) if shown else None

    def _shown(
        self, units: Sequence[StoredExchange], asked: Question
    ) -> list[tuple[StoredExchange, list[Citation]]]:
        """The units that are shown, in the order of the record, with what is quoted of each."""
        most = SHOWN_WITH_REPLIES if asked.overview == "both" else SHOWN
        each_of = max(1, SENTENCES - len(units) + 1)
        cite_of = self._both if asked.overview == "both" else self._cited
        shown: dict[str, tuple[StoredExchange, list[Citation]]] = {}
        order = _first_of_each(units)
        # What asks goes before what only remarks.
        for unit, saying in (*((unit, False) for unit in order), *((unit, True) for unit in order)):
            taken = any(unit is each for each, _ in shown.values())
            if len(shown) < most and not taken and (cited := cite_of(unit, asked, saying, each_of)):
                shown.setdefault(cited[0].quote, (unit, cited))
        return sorted(shown.values(), key=lambda pair: units.index(pair[0]))

    def _drafted(
        self,
        shown: Sequence[tuple[StoredExchange, list[Citation]]],
        asked: Question,
        units: int,
        meetings: int,
    ) -> tuple[tuple[FoundExchange, ...], Draft]:
        """What is shown of so many units and meetings as exchanges and draft, the quotations marked through."""
        marks = count(1)
        # A question and the reply to it have each a line of who speaks.
        sides = (list(side) for _, cited in shown for _, side in groupby(cited, key=attrgetter("role")))
        blocks = [[replace(citation, mark=next(marks)) for citation in side] for side in sides]
        citations = tuple(citation for block in blocks for citation in block)
        hits = tuple(
            FoundExchange(Hit(rank, 1.0, unit.exchange.id), unit)
            for rank, (unit, _) in enumerate(shown, start=1)
        )
        notes = _notes([cited[0] for _, cited in shown], units, meetings, asked)
        return hits, Draft(compose(blocks, asked.english, self._romanise), citations, 1.0, notes=notes)

    def _theirs(self, asked: Question, newest: Sequence[tuple[int, Meeting]]) -> list[tuple[int, Meeting]]:
        """The meetings in which a member asks, or an official replies, whom the question names, the newest first. A name in kana (みなて) may
        have no word that the search knows: then the `newest` meetings are looked through."""
        found = [item.stored for item in self._of_members(asked) if _turns(item.stored.exchange, asked)]
        if not found and asked.members:
            return [pair for pair in newest[:LOOKED_THROUGH] if self._units(pair[0], asked)]
        meetings = {stored.minutes_id: stored.meeting for stored in found}
        return sorted(meetings.items(), key=lambda pair: (pair[1].date, pair[0]), reverse=True)

    def _names_a_matter(self, asked: Question, meeting: Meeting, units: Sequence[StoredExchange]) -> bool:
        called = [name for name in _names(meeting) if name in asked.text]
        if asked.office:
            turns = (turn for unit in units for turn in _turns(unit.exchange, asked))
            called += [str(asked.office), *(turn.speaker.office + turn.speaker.name for turn in turns)]
        without = {form for name in (*called, *asked.persons) for form in self._tokens(name)}
        return names_a_matter(asked.terms.own, without)

    def _units(self, number: int, asked: Question) -> list[StoredExchange]:
        """What was asked in a meeting (by the members, replied by the office that is named), in the order of the record."""
        minutes, context = self._store.minutes(number), self._store.context(number)
        if minutes is None or context is None:
            return []
        units = []
        for place, exchange in enumerate(minutes.exchanges):
            whole = StoredExchange(exchange, context[1], context[0], number, place)
            if _turns(exchange, asked):
                parts = [replace(whole, exchange=part, parent_id=exchange.id) for part in exchange.parts]
                units += [part for part in parts if _turns(part.exchange, asked)] or [whole]
        return units

    def _both(self, unit: StoredExchange, asked: Question, saying: bool, most: int) -> list[Citation]:
        """The sentence by which a member asks, and those that reply to it; see `_cited`. Empty where he asks nothing."""
        put = self._cited(unit, replace(asked, overview="questions"), saying, 1)
        replies = replace(asked, overview="replies")
        return [*put, *self._cited(unit, replies, saying, most, put[0].quote)] if put else []

    def _cited(
        self, unit: StoredExchange, asked: Question, saying: bool, most: int, to: str = ""
    ) -> list[Citation]:
        """The sentences that tell most of what a unit is about in their order, as verified citations: that by which a member asks (with
        `saying` any of his), or at `most` so many of an office's reply (`to` this sentence, where one is shown). Empty where none tells
        enough."""
        exchange = unit.exchange
        theirs = _turns(exchange, asked)
        replied = not any(turn is each for turn in theirs for each in exchange.questions)
        role = "answer" if replied else "question"
        other = to or exchange.question_text if replied else exchange.answer_text
        about = set(self._tokens(f"{exchange.topic} {exchange.agenda} {other}"))
        if replied:
            said = _replies(theirs)
        else:
            said = [(exchange.questions[i], start, end) for i, start, end in requests(unit, saying)]
        told = [
            (self._telling(turn.text[start:end], about, replied), Quote.of(role, turn, start, end))
            for turn, start, end in said
            if any(turn is each for each in theirs)
        ]
        enough = [one for one in told if one[0] >= LEAST]
        best = nlargest(most if replied else 1, enough, key=itemgetter(0))
        made = [cite(quote, unit, 1) for _, quote in sorted(best, key=told.index)]
        return list(verified(made, unit, self._store))

    def _telling(self, text: str, about: Collection[str], replied: bool) -> float:
        """How rare the words are that a sentence shares with the topic and the other side; one that leans on what stands before it, or is
        too long to be taken in at a glance, tells less, one of a reply (`replied`) that says what is meant to be done more."""
        words = set(self._tokens(text))
        told = DECIDED if replied and decides(wording.plain(text)) else 1.0
        told *= sum(
            rarity(word) * (1.0 if word in about else OF_NOTHING_ELSE) for word in words if not asks(word)
        )
        weak = wording.LEANS_BACK.match(text) or _TELLS.search(text)
        return told * (LEANING if weak else 1.0) * min(1.0, GLANCE / len(text))


def _turns(exchange: Exchange, asked: Question) -> list[Turn]:
    """The turns of an exchange that are asked for: the questions of members, or all; the replies (of an office, to these members). Of who
    is named and asks nothing (小川さん, an official) what he says."""
    named = asked.members
    asking = [turn for turn in exchange.questions if not named or is_one_of(turn.speaker, named)]
    if named and not asking:
        officials = (turn for turn in exchange.answers if turn.speaker.side != "member")
        return [turn for turn in officials if is_one_of(turn.speaker, named)]
    replied = [turn for turn in exchange.answers if not asked.office or asked.office.is_(turn.speaker)]
    if asked.overview == "both" and asked.office and not replied:
        return []
    return replied if asked.overview == "replies" and asking else asking


def _replies(turns: Sequence[Turn]) -> list[tuple[Turn, int, int]]:
    """The sentences of replies that say something."""
    spans = ((turn, start, end) for turn in turns for start, end in quotable(turn.text))
    return [one for one in spans if not wording.says_nothing(wording.plain(one[0].text[one[1] : one[2]]))]


def _names(meeting: Meeting) -> list[str]:
    """How a question may call the body of a meeting: 平塚市行政改革推進委員会, 行政改革推進委員会."""
    names = [normalise(name) for name in (meeting.body, meeting.title) if name]
    return [*names, *(name.removeprefix(meeting.town) for name in names if name != meeting.town)]


def _named(text: str, meetings: list[tuple[int, Meeting]]) -> list[tuple[int, Meeting]]:
    """Of the meetings those of the body and session that a text names, all where it names none of theirs; of a day, which a year need
    not stand before, those of that day alone."""
    bodies = [one for one in meetings if any(len(name) > 2 and name in text for name in _names(one[1]))]
    wanted = {match[0] for match in _SESSION.finditer(text)}
    left = bodies or meetings
    sessions = [one for one in left if any(each in normalise(one[1].session) for each in wanted)]
    days = {f"-{int(month):02}-{int(day):02}" for month, day in _DAY.findall(text)}
    return [one for one in sessions or left if not days or one[1].date[4:] in days]


def _first_of_each(units: Sequence[StoredExchange]) -> list[StoredExchange]:
    """The units of a meeting in rounds: the first of every speaker, then the second of every one. Where the record names nobody, a
    topic counts as a speaker."""
    seen: Counter[str] = Counter()
    turns = []
    for unit in units:
        asking = (unit.exchange.questions or unit.exchange.answers)[0].speaker
        topic = asking.name or unit.exchange.topic or unit.exchange.agenda
        turns.append(seen[topic])
        seen[topic] += 1
    return [unit for _, unit in sorted(zip(turns, units, strict=True), key=lambda pair: pair[0])]


def _notes(
    citations: Sequence[Citation], asked_there: int, meetings: int, asked: Question
) -> tuple[str, ...]:
    """Which meeting it is, how much of it is shown, and how to come to the rest. On the page these are translated by the catalogue."""
    first, shown = citations[0], len(citations)
    replied = first.role == "answer"
    if asked.english:
        what = "replies" if replied else "questions with replies" if asked.overview == "both" else "questions"
        newest = (f"The newest of {meetings} meetings that were found; name a date for another.",)
        told = f"{shown} of {asked_there} {what} of {place_en(first.meeting)}, in the order of the record."
        return (told, *newest) if meetings > 1 else (told,)
    one = speaker_ja(first.speaker) if len({citation.speaker for citation in citations}) == 1 else ""
    members = "、".join(asked.members)
    if replied and members and not asked.office and not is_one_of(first.speaker, asked.members):
        whose = f"の「{members}」への"
    else:
        whose = f"の{one or str(asked.office) or members}の" if members or asked.office else "の"
    what = "答弁" if replied else "質問と答弁" if asked.overview == "both" else "質問・意見"
    told = f"{place_ja(first.meeting)}{whose}{what}{asked_there}件のうち{shown}件を、記録の順に示しています。"
    newest = (f"見つかった{meetings}の会議のうち最も新しいものです。ほかは日付を添えて尋ねてください。",)
    return (told, *newest) if meetings > 1 else (told,)
