"""What to ask next, from what was found: how the matter went on, how other towns answered, the next exchange.

Everything here was tried before it is offered: a follow-up question leads to an answer, never to a refusal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from chat.framing import town_name_en
from chat.ports import AnswerService
from chat.types import AmongTowns, Answer, Citation, Message
from corpus.periods import day_after
from corpus.types import StoredExchange
from retriever.types import Filter

OTHER_YEARS = 3
"""Other years that are offered, the newest."""

OTHER_TOWNS = 2
"""Other towns that are offered: what fits into a line on a phone."""

TRIED_TOWNS = 3
"""Other towns that are asked for it; each costs as much as a question."""

TOWNS_FOLLOWED = 3
"""Towns of an answer whose later record is searched; an answer across many towns is long enough as it is."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that was tried: with these filters alone it is answered."""

    question: str
    filters: Filter
    town: str = ""
    date: str = ""
    """The day of what answers it (ISO); empty where the record names none."""


@dataclass(frozen=True, slots=True)
class Since:
    """What a town's record says after the newest quotation.

    `after`: the day of that quotation; `until`: the last day of the town's record; `later`: a question that shows what was
    answered in between, None where nothing was found.
    """

    town: str
    after: str
    until: str
    later: FollowUp | None = None


@dataclass(frozen=True, slots=True)
class FollowUps:
    """What an answer leads on to. `wider` is for a refusal: the same question without its period."""

    since: tuple[Since, ...] = ()
    others: tuple[FollowUp, ...] = ()
    next: StoredExchange | None = None
    wider: FollowUp | None = None
    years: tuple[FollowUp, ...] = ()
    """The same question to other years that answer it, the oldest first."""

    def __bool__(self) -> bool:
        return bool(self.since or self.others or self.next or self.wider or self.years)


def follow_ups(
    service: AnswerService,
    answer: Answer,
    history: Sequence[Message] = (),
    stop: Callable[[], bool] = lambda: False,
) -> FollowUps:
    """What `answer` leads on to; `history` is what was asked before its question. `stop` is asked before each question that is tried:
    True, and no more are."""
    ask = _Asking(service, tuple(history), stop)
    newest = _newest(answer.citations)
    since = tuple(_since(service, ask, answer, town, day) for town, day in newest.items())
    return FollowUps(
        since[:TOWNS_FOLLOWED],
        _others(service, ask, answer, frozenset(newest)),
        _next(service, answer.citations),
        _wider(ask, answer),
        _years(ask, answer, [one.later.date for one in since if one.later]),
    )


@dataclass(frozen=True, slots=True)
class _Asking:
    """Tries questions as they would be asked if they were chosen."""

    service: AnswerService
    history: tuple[Message, ...]
    stop: Callable[[], bool]

    def __call__(
        self, question: str, filters: Filter, town: str = "", beside: AmongTowns | None = None
    ) -> FollowUp | None:
        if self.stop():
            return None
        answer = self.service.quoted(question, self.history, filters, exact=True)
        if answer.status != "answered":
            return None
        if beside and self.service.quoted(question, self.history, filters, True, beside).status != "answered":
            return None
        days = [citation.meeting.date for citation in answer.citations if citation.meeting.date]
        return FollowUp(question, filters, town, max(days, default=""))


def _newest(citations: Sequence[Citation]) -> dict[str, str]:
    """Each town that is quoted, with the day of its newest quotation; what has no day is left out."""
    newest: dict[str, str] = {}
    for citation in citations:
        town, day = citation.meeting.town, citation.meeting.date
        if town and day:
            newest[town] = max(day, newest.get(town, ""))
    return dict(list(newest.items())[:TOWNS_FOLLOWED])


def _since(service: AnswerService, ask: _Asking, answer: Answer, town: str, day: str) -> Since:
    until = service.reach(Filter(towns=(town,))).last_date
    after = Filter(towns=(town,), since=day_after(day))
    later = ask(answer.question, after, town) if until > day else None
    return Since(town, day, until, later)


def renamed(question: str, old: str, new: str) -> str:
    """The question with one town's name in place of another's, as it is written: 調布市, 調布, Chofu City, Chofu."""
    bare = old[:-1] if len(old) > 2 else old
    english, other = town_name_en(old), town_name_en(new)
    forms = ((old, new), (bare, new), (english, other), (english.rsplit(" ", 1)[0], other.rsplit(" ", 1)[0]))
    for written, instead in forms:
        if written in question:
            return question.replace(written, instead)
    return question


def _others(
    service: AnswerService, ask: _Asking, answer: Answer, quoted: frozenset[str]
) -> tuple[FollowUp, ...]:
    """Other towns that answer the same question; a town that it names is replaced in its words. They are weighed beside the answer, as
    in a comparison: alone every town's best reply looks sure."""
    quoted |= frozenset(answer.filters.towns)
    towns = [town for town in service.towns() if town not in quoted]
    if not towns or len(quoted) > 1:
        return ()
    found = service.search(answer.question, Filter(towns=tuple(towns)))
    near = dict.fromkeys(town for item in found if (town := item.stored.meeting.town))
    best = max((item.hit.score for item in (*answer.hits, *found)), default=0.0)
    tried = []
    for town in [town for town in near if town not in quoted][:TRIED_TOWNS]:
        question = next((renamed(answer.question, named, town) for named in quoted), answer.question)
        tried.append(ask(question, Filter(towns=(town,)), town, AmongTowns(best, offered=True)))
    return tuple(one for one in tried if one)[:OTHER_TOWNS]


def _next(service: AnswerService, citations: Sequence[Citation]) -> StoredExchange | None:
    """The exchange after the one that is quoted first, where it is one with a reply (thanks and opinions lead nowhere)."""
    if not citations:
        return None
    after = service.neighbours(citations[0].exchange_id)[1]
    found = service.exchange(after) if after else None
    return found if found and found.exchange.status == "answered" else None


def _years(ask: _Asking, answer: Answer, offered: Sequence[str]) -> tuple[FollowUp, ...]:
    """The question to other years in which something answers it as well, but for the days that are `offered`."""
    years = [str(year) for year in answer.other_years if str(year) not in {day[:4] for day in offered}]
    periods = [
        replace(answer.filters, since=f"{year}-01-01", until=f"{year}-12-31") for year in years[-OTHER_YEARS:]
    ]
    return tuple(filter(None, (ask(answer.question, period) for period in periods)))


def _wider(ask: _Asking, answer: Answer) -> FollowUp | None:
    """For a refusal within a period: the same question about all the time there is."""
    filters = answer.filters
    if answer.status == "answered" or not (filters.since or filters.until):
        return None
    return ask(answer.question, replace(filters, since="", until=""))
