"""Finding the exchanges for a question that has been read: the search, with what it found of the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from chat.answers.years import meets_about_then, names_another_year, years_named
from chat.types import FoundExchange, town_of
from corpus.folding import plain
from corpus.store import Store
from corpus.types import Exchange, StoredExchange
from retriever.asked import Question
from retriever.in_time import Order
from retriever.offices import Official
from retriever.persons import is_called, is_one_of
from retriever.types import Filter, Hit, SearchQuery

if TYPE_CHECKING:
    from retriever.search import Searcher

HITS = 10
"""Exchanges that an answer comes with."""

NAMED_TOWNS = 20
"""Towns up to which an answer across towns says which of them it does not show; a longer list nobody reads."""

STATEMENT = 0.9
"""What the score of an explanation or notice counts for beside an exchange: it names many things in passing. At 0.8 the right place
was first for 0.74 of other questions about seven documents with many statements, at 0.9 for 0.79, at 1.0 for 0.81, but then the
development questions lose one need in fifty of the first five."""

DEPTH_ACROSS = 40
"""Exchanges looked through where several towns are asked for: enough for the best of each of some ten towns. Towns that the
question names are searched one by one, so that one of many minutes does not hide another."""


OF_A_MEMBER = 100
"""Exchanges looked through for those in which a member speaks whom the question names."""

OF_A_YEAR = 60
"""Exchanges looked through for those that are of a year which the question names: a matter that comes back every year fills the first
ten with other years. With `chat.answers.measuring.Measures.year_terms` 129 questions over 10,469 exchanges of one town 63 -> 67 points of truth."""

LONG_AFTER = 0.8
"""What the score of an exchange counts for that names the year asked for in a meeting more than a year away (「平成22年度から４年間で」 in
2014): it tells of that year in passing. Of 129 questions over 10,469 exchanges one more is answered right; 0.6 to 0.9 give the same."""

IN_TIME, AS_GOOD, OF_THE_ENDS = 100, 0.5, 10
"""Exchanges looked through where the newest or the oldest reply is wanted, the share of the best one's score from which they are of the
matter, and how many of them, the newest or the oldest, come beside the best."""

ENDS = 200
"""Letters at the beginning and at the end of a question and a reply by which copies are told."""


class Finder:
    """Finds exchanges in a store. May be shared by threads."""

    def __init__(self, store: Store, searcher: Searcher) -> None:
        self._store = store
        self._searcher = searcher

    def search(self, asked: Question, filters: Filter, k: int) -> tuple[FoundExchange, ...]:
        """The `k` best exchanges and statements, as the search orders them."""
        return self._hydrate(self._searcher.search(asked.query, filters, k))

    def find(self, asked: Question) -> tuple[FoundExchange, ...]:
        """The best exchanges; for a question across towns one of each town before a second of the same."""
        if not asked.across:
            found = self._ranked(self._searcher.search(asked.query, asked.filters, _depth(asked)))
            found = self._with_members(found, asked)
            found = _of_official(_of_members(_of_its_year(found, asked), asked.members), asked.office)
            return (*found[:HITS], *_at_the_end(found, asked.order))
        named = asked.filters.towns if 1 < len(asked.filters.towns) <= NAMED_TOWNS else ()
        scopes = [(asked.of(town).query, replace(asked.filters, towns=(town,))) for town in named]
        scopes = scopes or [(asked.query, asked.filters)]
        depth = max(HITS, DEPTH_ACROSS // len(scopes))
        found = self._ranked(
            [hit for query, scope in scopes for hit in self._searcher.search(query, scope, depth)]
        )
        first: dict[str, FoundExchange] = {}
        for item in found:
            first.setdefault(town_of(item.stored), item)
        best = {id(item) for item in first.values()}
        return (*first.values(), *(item for item in found if id(item) not in best))

    def of_members(self, asked: Question) -> tuple[FoundExchange, ...]:
        """The best exchanges for a question about members; see `OF_A_MEMBER`."""
        found = self.search(asked, asked.filters, OF_A_MEMBER)
        return self._with_members(found, asked)

    def _with_members(self, found: tuple[FoundExchange, ...], asked: Question) -> tuple[FoundExchange, ...]:
        """`found`; where none of the members speaks in it whom the question names, and one does in what their names alone find, that: in a
        large record other words, and what is like the question in meaning, fill the first hundred."""
        if not asked.members or any(has_member(item.stored.exchange, asked.members) for item in found):
            return found
        terms = [(form, 1.0) for form, _ in asked.query.terms if any(form in name for name in asked.members)]
        hits = self._searcher.search(SearchQuery("", tuple(terms)), asked.filters, OF_A_MEMBER)
        theirs = self._ranked(hits)
        return theirs if any(has_member(item.stored.exchange, asked.members) for item in theirs) else found

    def _ranked(self, hits: Sequence[Hit]) -> tuple[FoundExchange, ...]:
        found = sorted(self._hydrate(hits), key=lambda item: -item.hit.score * _standing(item.stored))
        return without_copies(found)

    def _hydrate(self, hits: Sequence[Hit]) -> tuple[FoundExchange, ...]:
        stored = self._store.get_many(hit.exchange_id for hit in hits)
        return tuple(FoundExchange(hit, stored[hit.exchange_id]) for hit in hits if hit.exchange_id in stored)


def without_copies(found: Iterable[FoundExchange]) -> tuple[FoundExchange, ...]:
    """`found`, of the copies of an exchange the first alone. Minutes are published as PDF and as Word or a page, which set 「4,000 円」 and
    「4,000円」: who has loaded both is not told the same twice. What is said again in another meeting is no copy."""
    first: dict[tuple[str, ...], FoundExchange] = {}
    for item in found:
        exchange, meeting = item.stored.exchange, item.stored.meeting
        ends = (*_ends(exchange.question_text), *_ends(exchange.answer_text))
        first.setdefault((town_of(item.stored), meeting.date, *ends), item)
    return tuple(first.values())


def _ends(text: str) -> tuple[str, str]:
    """The beginning and the end of a text as they are compared, for who has no time to compare the whole of a hundred long ones."""
    return plain(text[: 2 * ENDS])[:ENDS], plain(text[-2 * ENDS :])[-ENDS:]


def _depth(asked: Question) -> int:
    """How many exchanges are looked through for a question to one town."""
    if asked.order:
        return IN_TIME
    return OF_A_MEMBER if asked.persons else OF_A_YEAR if years_named(asked.text) else 2 * HITS


def _at_the_end(found: tuple[FoundExchange, ...], order: Order) -> tuple[FoundExchange, ...]:
    """The newest or the oldest of those behind the first ten, or the best of each year, in the order found; see `IN_TIME`."""
    if not order:
        return ()
    least = AS_GOOD * max((item.hit.score for item in found), default=0.0)
    rest = [item for item in found[HITS:] if item.hit.score >= least and item.stored.meeting.date]
    if order == "each":
        first: dict[str, FoundExchange] = {}
        for item in rest:
            first.setdefault(item.stored.meeting.date[:4], item)
        return tuple(first.values())
    ends = sorted(rest, key=lambda item: item.stored.meeting.date, reverse=order == "newest")[:OF_THE_ENDS]
    return tuple(item for item in rest if any(item is each for each in ends))


def _of_its_year(found: tuple[FoundExchange, ...], asked: Question) -> tuple[FoundExchange, ...]:
    """`found` with those in front that are of a year which the question names, of them those said about then; see `LONG_AFTER`."""
    if not years_named(asked.text):
        return found

    def score(item: FoundExchange) -> float:
        then = meets_about_then(asked.text, item.stored.meeting.date)
        return item.hit.score * _standing(item.stored) * (1.0 if then else LONG_AFTER)

    return tuple(sorted(found, key=lambda item: (names_another_year(asked.text, item.stored), -score(item))))


def _of_members(found: tuple[FoundExchange, ...], members: Sequence[str]) -> tuple[FoundExchange, ...]:
    """Those in which one of `members` speaks or is named in the words; another member's exchange is no answer to a question about
    theirs. All where the record does not name its members (委員, Ａ委員, ３番)."""
    if not members:
        return found
    theirs = tuple(item for item in found if has_member(item.stored.exchange, members))
    named = any(turn.speaker.name for item in found for turn in item.stored.exchange.questions)
    return theirs if theirs or named else found


def _of_official(found: tuple[FoundExchange, ...], official: Official) -> tuple[FoundExchange, ...]:
    """Those in which the official replies whom the question names. All of them where nobody of that name replies: the office may
    have passed to another, and the quotation then says who it is."""
    if not official.name:
        return found
    theirs = tuple(
        item for item in found if any(official.is_(turn.speaker) for turn in item.stored.exchange.answers)
    )
    return theirs or found


def has_member(exchange: Exchange, members: Sequence[str]) -> bool:
    """Whether one of `members` speaks in an exchange or is named there."""
    turns = (*exchange.questions, *exchange.answers)
    speaks = any(is_one_of(turn.speaker, members) for turn in turns)
    return speaks or any(is_called(turn.text, members) for turn in turns)


def _standing(stored: StoredExchange) -> float:
    return STATEMENT if stored.exchange.status == "statement" else 1.0


def ordered(found: Sequence[FoundExchange], first: Sequence[str]) -> tuple[FoundExchange, ...]:
    """`found` with the exchanges `first` (by id) in front, ranks counted anew: reading them tells more than finding them."""
    places = {exchange_id: place for place, exchange_id in enumerate(first)}
    ordered = sorted(found, key=lambda item: places.get(item.hit.exchange_id, len(places)))
    return tuple(
        FoundExchange(replace(item.hit, rank=rank), item.stored) for rank, item in enumerate(ordered, start=1)
    )
