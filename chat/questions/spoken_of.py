"""What a conversation is about: the exchanges whose sentences the answer before has quoted, found again by their words.

A program passes a conversation as text (see the contract), so that is all there is to go by: a quotation stands letter for letter in one
exchange. Of these exchanges a follow-up is asked, and what asks for nothing but who spoke, in which meeting, or for more of it, is
answered from them alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from chat.answers import wording
from chat.answers.citations import cite, verified
from chat.answers.drafts import Draft
from chat.answers.extractive import Quote
from chat.answers.going_on import WEIGHTY
from chat.answers.member_questions import requests
from chat.framing import compose, quotations_in, without_blanks
from chat.offices_en import Romanise
from chat.questions import spoken_words as words
from chat.questions.groups import own_words
from chat.questions.in_full import (
    Said,
    asks_for_the_question,
    asks_for_the_reply,
    asks_for_the_whole,
    question,
    replies,
    whole,
)
from chat.types import Citation, FoundExchange
from corpus.sentences import quotable
from corpus.store import Store
from corpus.types import StoredExchange, Turn
from retriever.analysis import Analyser
from retriever.asked import Question
from retriever.offices import Official
from retriever.types import Filter, Hit, SearchQuery

if TYPE_CHECKING:
    from retriever.search import Searcher

QUOTATIONS, LOOKED_AT = 8, 10
"""Quotations of an answer whose exchanges are looked for, and exchanges that are looked through for each."""

SEARCHED_BY = 200
"""Characters of a quotation by which its exchange is searched; whether it stands there is checked with all of them."""

ONWARD = 3
"""Exchanges after the one that is spoken of in which an elliptic question may be answered."""

MORE = 8
"""Further sentences of a reply that are shown at once."""


class SpokenOf:
    """Finds the exchanges that a conversation is about and answers from them. Thread-safe."""

    def __init__(
        self,
        store: Store,
        searcher: Searcher,
        analyser: Analyser,
        romanise: Romanise,
    ) -> None:
        self._store, self._searcher, self._analyser, self._romanise = store, searcher, analyser, romanise

    def exchanges(self, answered: str) -> tuple[StoredExchange, ...]:
        """The exchanges whose sentences the text of an answer quotes, in the order of the quotations."""
        found: dict[str, StoredExchange] = {}
        for quote in quotations_in(answered)[:QUOTATIONS]:
            plain = without_blanks(quote)
            if any(plain in _plain_of(stored) for stored in found.values()):
                continue
            if stored := self._holding(quote, plain):
                found[stored.exchange.id] = stored
        return tuple(found.values())

    def _holding(self, quote: str, plain: str) -> StoredExchange | None:
        part = quote[:SEARCHED_BY]
        words = tuple(self._analyser.terms(part, ()).own.items())
        hits = self._searcher.search(SearchQuery(part, words), Filter(), LOOKED_AT)
        stored = self._store.get_many(hit.exchange_id for hit in hits)
        held = (stored[hit.exchange_id] for hit in hits if hit.exchange_id in stored)
        return next((one for one in held if plain in _plain_of(one)), None)

    def onward(self, stored: StoredExchange) -> list[StoredExchange]:
        """The exchanges by which the record goes on from one: who asked there went on as the one who asks now does."""
        around = self._store.around(stored.exchange.id, ONWARD)
        place = next(
            (i for i, one in enumerate(around) if one.exchange.id == stored.exchange.id), len(around)
        )
        return [one for one in around[place + 1 :] if one.exchange.status != "statement"]

    def answer(
        self, asked: Question, spoken: Sequence[StoredExchange]
    ) -> tuple[tuple[FoundExchange, ...], Draft] | None:
        """The exchanges and the draft where nothing but who spoke, in which meeting, or more of the reply is asked; None of other
        questions, and where the record has nothing of it."""
        cited = self._cited(asked, spoken)
        if not cited:
            return None
        blocks, mark = [], 1
        for block in cited:
            blocks.append([replace(one, mark=mark + i) for i, one in enumerate(block)])
            mark += len(block)
        of_them = {one.exchange_id for block in blocks for one in block}
        shown = [stored for stored in spoken if stored.exchange.id in of_them]
        found = tuple(
            FoundExchange(Hit(rank, 1.0, stored.exchange.id), stored)
            for rank, stored in enumerate(shown, start=1)
        )
        text = compose(blocks, asked.english, self._romanise)
        return found, Draft(text, tuple(one for block in blocks for one in block), 1.0)

    def _cited(self, asked: Question, spoken: Sequence[StoredExchange]) -> list[list[Citation]]:
        if not spoken:
            return []
        if words.WHO_SPOKE.fullmatch(asked.text):
            blocks = [self._shown(stored, asked.answered) for stored in spoken]
        elif words.WHO_ASKED.fullmatch(asked.text):
            blocks = [
                self._made(stored, "question", _nearest(_asking(stored), asked.answered)) for stored in spoken
            ]
        elif words.WHO_REPLIED.fullmatch(asked.text):
            blocks = [self._made(stored, "answer", self._reply(stored, asked.answered)) for stored in spoken]
        elif words.WHICH_MEETING.fullmatch(asked.text):
            blocks = [self._of_the_meeting(spoken[0], asked.answered)]
        elif words.WHICH_GROUP.fullmatch(asked.text):
            return self._own_groups(spoken)
        elif asks_for_the_whole(asked.text):
            blocks = [self._cited_of(spoken[0], whole(spoken[0].exchange, asked.answered, asked.text))]
        elif asks_for_the_question(asked.text):
            blocks = [
                self._cited_of(one, question(one.exchange, asked.answered, _asking(one), asked.text))
                for one in spoken
            ]
        elif asks_for_the_reply(asked.text):
            alone = len(spoken) == 1
            said = [(one, replies(one.exchange, asked.answered, alone)) for one in spoken]
            blocks = [self._cited_of(*one) for one in _of_office(said, asked.office)]
        elif words.MORE.fullmatch(asked.text):
            blocks = self._more(asked, spoken[0])
        else:
            return []
        return [block for block in blocks if block]

    def _more(self, asked: Question, stored: StoredExchange) -> list[list[Citation]]:
        """What a reply says besides what is shown; where nothing is left of it, the reply by which the record goes on with the matter (who
        asked there asked again)."""
        rest = self._made(stored, "answer", _further(stored, asked.answered))
        if rest:
            return [rest]
        least = WEIGHTY * max(asked.about.values(), default=0.0)
        matter = [form for form, weight in asked.about.items() if weight >= least]
        topic = stored.exchange.topic
        onward = (
            one
            for one in self.onward(stored)
            # Another heading in the record is another matter, whatever words they share.
            if topic in ("", one.exchange.topic) and any(form in _plain_of(one).lower() for form in matter)
        )
        return [self._made(one, "answer", _further(one, asked.answered)) for one in islice(onward, 1)]

    def _own_groups(self, spoken: Sequence[StoredExchange]) -> list[list[Citation]]:
        """The words in which the members who asked say for which group they speak, each from the meeting in which he asked."""
        blocks: list[list[Citation]] = []
        for speaker, asked in {
            turn.speaker: one for one in spoken for turn in one.exchange.questions
        }.items():
            meeting = [
                one
                for one in self._store.exchanges(asked.source.id, statements=True)
                if one.minutes_id == asked.minutes_id
            ]
            said = own_words(speaker, (one.exchange for one in meeting))
            holding = (
                one
                for one in meeting
                if said and said[0][0] in (*one.exchange.questions, *one.exchange.answers)
            )
            for one in islice(holding, 1):
                role = "question" if said[0][0] in one.exchange.questions else "answer"
                blocks.append(self._made(one, role, said))
        return [block for block in blocks if block]

    def _of_the_meeting(self, stored: StoredExchange, answered: str) -> list[Citation]:
        replied = self._reply(stored, answered)
        return self._made(stored, "answer", replied) or self._made(
            stored, "question", _nearest(_asking(stored), answered)
        )

    def _shown(self, stored: StoredExchange, answered: str) -> list[Citation]:
        """A sentence that was shown, whoever said it: a member's where his words were quoted, else one of the reply."""
        shown = [without_blanks(quote) for quote in quotations_in(answered)]
        asked = without_blanks("\n".join(turn.text for turn in stored.exchange.questions))
        if any(quote in asked for quote in shown):
            spans = (
                (turn, start, end) for turn in stored.exchange.questions for start, end in quotable(turn.text)
            )
            return self._made(stored, "question", _nearest(list(spans), answered))
        return self._made(stored, "answer", self._reply(stored, answered))

    @staticmethod
    def _reply(stored: StoredExchange, answered: str) -> list[tuple[Turn, int, int]]:
        """The sentence of a reply that was shown, or is nearest to what was."""
        return _quoted(stored, answered) or _nearest(_saying(stored), answered)

    def _made(
        self, stored: StoredExchange, role: str, said: Sequence[tuple[Turn, int, int]]
    ) -> list[Citation]:
        return self._cited_of(stored, [(role, *one) for one in said])

    def _cited_of(self, stored: StoredExchange, said: Sequence[Said]) -> list[Citation]:
        made = [cite(Quote.of(role, turn, start, end), stored, 1) for role, turn, start, end in said]
        return verified(made, stored, self._store)


def is_about_the_last(text: str) -> bool:
    """Whether a question asks for nothing but who spoke, in which meeting, what was asked or replied, or for more of what is shown."""
    forms = (
        words.WHO_SPOKE,
        words.WHO_ASKED,
        words.WHO_REPLIED,
        words.WHICH_MEETING,
        words.WHICH_GROUP,
        words.MORE,
        words.WHOLE,
        words.REPLY_TO_IT,
        words.THE_QUESTION,
    )
    return any(form.fullmatch(text) for form in forms)


def asks_of_group(text: str) -> bool:
    """Whether it asks for nothing but the group of the member who is shown."""
    return bool(words.WHICH_GROUP.fullmatch(text))


def asks_for_more(text: str) -> bool:
    """Whether it asks for nothing but more of what is shown."""
    return bool(words.MORE.fullmatch(text))


def _of_office(
    said: list[tuple[StoredExchange, list[Said]]], office: Official
) -> list[tuple[StoredExchange, list[Said]]]:
    """What the office that is asked for said; all where it said nothing."""
    own = [(stored, [one for one in told if office and office.is_(one[1].speaker)]) for stored, told in said]
    return [each for each in own if each[1]] or said


def _plain_of(stored: StoredExchange) -> str:
    return without_blanks("\n".join(turn.text for turn in stored.exchange.turns))


def _asking(stored: StoredExchange) -> list[tuple[Turn, int, int]]:
    """The sentences by which it was asked; where none asks, those that say something."""
    found = requests(stored) or requests(stored, saying=True)
    return [(stored.exchange.questions[turn], start, end) for turn, start, end in found]


def _saying(stored: StoredExchange) -> list[tuple[Turn, int, int]]:
    """The sentences of the replies that say something."""
    spans = ((turn, start, end) for turn in stored.exchange.answers for start, end in quotable(turn.text))
    return [one for one in spans if not wording.says_nothing(wording.plain(one[0].text[one[1] : one[2]]))]


def _nearest(said: Sequence[tuple[Turn, int, int]], answered: str) -> list[tuple[Turn, int, int]]:
    """Of sentences the one that has most in common with what the answer shows, by pairs of characters."""
    shown = without_blanks("".join(quotations_in(answered)))
    pairs = {shown[i : i + 2] for i in range(len(shown) - 1)}

    def shared(one: tuple[Turn, int, int]) -> float:
        text = without_blanks(one[0].text[one[1] : one[2]])
        own = {text[i : i + 2] for i in range(len(text) - 1)}
        return len(own & pairs) / (len(own) ** 0.5 or 1.0)

    return [max(said, key=shared)] if said else []


def _quoted(stored: StoredExchange, answered: str) -> list[tuple[Turn, int, int]]:
    """The first sentence of a reply that the answer has quoted."""
    shown = without_blanks("\n".join(quotations_in(answered)))
    return [one for one in _saying(stored) if without_blanks(one[0].text[one[1] : one[2]]) in shown][:1]


def _further(stored: StoredExchange, answered: str) -> list[tuple[Turn, int, int]]:
    """What its replies say that the answer has not quoted: what comes after it, then what stands before. Of a speech that was asked
    several things only what replies to the one that is shown: the rest is of other matters."""
    shown = without_blanks("\n".join(quotations_in(answered)))
    said = [(one, without_blanks(one[0].text[one[1] : one[2]])) for one in _saying(stored)]
    parts = [without_blanks(part.answer_text) for part in stored.exchange.parts]
    # The first that is quoted is the one that was asked for.
    first_shown = next((text for _, text in said if text in shown), "")
    theirs = [part for part in parts if first_shown and first_shown in part]
    if len(theirs) == 1:
        said = [(one, text) for one, text in said if text in theirs[0]]
    places = [i for i, (_, text) in enumerate(said) if text in shown]
    first = places[0] if places else 0
    rest = [i for i in range(len(said)) if i not in places]
    nearest = sorted(rest, key=lambda i: (i < first, i))[:MORE]
    return [said[i][0] for i in sorted(nearest)]
