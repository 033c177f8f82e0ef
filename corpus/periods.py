"""Periods named in a question: 令和3年6月, 2021年度, 昨年度, 2年前, 先月, 「令和3年から令和5年まで」, last year.

What the period narrows is the day of the meeting. A date that states when a fact holds (令和3年4月1日現在, 3月7日付け) is
therefore no period. The single forms stand in `corpus.period_rules`; here they become ranges and open periods.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.eras import fold, kanji_years, number
from corpus.patterns import FOLDED_NUMERAL
from corpus.period_rules import Days, month_days, spans, year_days


@dataclass(frozen=True, slots=True)
class Period:
    """`since` and `until` are ISO days, inclusive; an empty one is open. `[start, end)`: where the text names it."""

    since: str
    until: str
    start: int = 0
    end: int = 0


_OPEN_START = re.compile(
    r"\s*(?:以降|以後|(?P<apart>より後|より(?:あと|のち))|から(?!の)|からこれまで|から今まで|から現在|に(?:入って|なって)(?:から|以[降後]|のち|後)?)"
)
_OPEN_END = re.compile(r"\s*(?:以前|まで(?!の間)|(?P<apart>より(?:も)?(?:前|まえ)))")
_RANGE = re.compile(r"\s*(?:から|より|~|〜|-|–|―|ー|to|until|till|and|through)\s*(?:in\s+)?", re.IGNORECASE)
_EN_RANGE_END = re.compile(r"(?:to|until|till|and|through)\b", re.IGNORECASE)
LEAD = 40
"""Characters before a period in which what opens it stands: of a line of thousands of periods not all that precedes each."""

_EN_OPEN_START = re.compile(r"\b(?:since|(?P<apart>after))\s*(?:in\s+)?$", re.IGNORECASE)
_EN_ONWARD = re.compile(
    r"\s*(?:on(?=\s*(?:[,.?]|$))|onwards?\b|to date\b|(?:until|up to|to) now\b)", re.IGNORECASE
)
_EN_OPEN_END = re.compile(
    r"\b(?:until|till|by|up to|(?P<apart>before|prior to))\s*(?:in\s+)?$", re.IGNORECASE
)
_EN_LEAD = re.compile(
    r"(?:up to|prior to|in|during|since|from|until|till|before|after|by|between)\s+", re.IGNORECASE
)
_CLOSING = re.compile(
    rf"\s*(?:から|より|~|〜|-|–|(?:定例会?|議会)?[と、・])\s*(?:(?:(?:同じ?年?|(?P<next>翌年))の?\s*)?(?P<m>{FOLDED_NUMERAL}{{1,3}})\s*月(?!前|間|に)"
    rf"|(?P<y>{FOLDED_NUMERAL}{{1,3}})\s*年(?P<fy>度)?(?=まで|の(?!間)|にかけ))"
)
"""The end of a range whose year or era the beginning names: 令和3年10月から同年12月まで, 2021年6月から9月まで, 令和3年から5年まで,
令和5年6月と9月."""
_ERA_YEAR = re.compile(rf"(?:令和|平成|昭和|[RHS])\s*(元|{FOLDED_NUMERAL}{{1,3}})")


@dataclass(frozen=True, slots=True)
class _Named:
    """Days that a text names `[start, end)`. `range`: both ends are given, so that nothing behind opens it."""

    start: int
    end: int
    days: Days
    range: bool = False


def find_periods(text: str, today: date | str) -> tuple[Period, ...]:
    """The periods that `text` names, in order; the two ends of a range (令和3年から令和5年まで) are one."""
    now = date.fromisoformat(today) if isinstance(today, str) else today
    folded = kanji_years(fold(text))
    return tuple(_opened(folded, named) for named in _ranges(folded, sorted(spans(folded, now))))


def _ranges(text: str, single: list[tuple[int, int, Days]]) -> list[_Named]:
    """`single` with the two ends of each range joined."""
    out: list[_Named] = []
    for start, end, days in single:
        if out:
            last = out[-1]
            between = text[last.end : start]
            if _RANGE.fullmatch(between) or (not between.strip() and _EN_RANGE_END.match(text[start:end])):
                out[-1] = _Named(last.start, end, (last.days[0], days[1]), True)
                continue
        match = _CLOSING.match(text[end:])
        closing = _closing(match, text[start:end], days[1]) if match and days[1] else None
        if match and closing:
            out.append(_Named(start, end + match.end(), (days[0], closing), True))
        else:
            out.append(_Named(start, end, days))
    return out


def _closing(match: re.Match[str], opening: str, day: date) -> date | None:
    """The last day of what `_CLOSING` found behind `opening`, which ends with `day`."""
    if match["m"]:
        days = month_days(day.year + bool(match["next"]), match["m"])
    else:
        era, year = _ERA_YEAR.search(opening), number(match["y"])
        if not era or not year:
            return None
        first = day.year - bool(match["fy"]) - (number(era[1]) or 0)
        days = year_days(first + year, fiscal=bool(match["fy"]))
    return days[1] if days and days[1] and days[1] > day else None


def _opened(text: str, named: _Named) -> Period:
    """A period with what makes it open (以降, since); 「より前」 and 「before」 leave out what they name, 「以前」 does not."""
    (since, until), start, end, day = named.days, named.start, named.end, timedelta(days=1)
    opens, closes = _OPEN_START.match(text[end:]), _OPEN_END.match(text[end:])
    if named.range:
        return _period(since, until, start, end + (closes.end() if closes else 0))
    if not opens and not closes:  # in English it stands before, and a rule may have read it with the year
        lead = _EN_LEAD.match(text[start:end])
        at = start + (lead.end() if lead else 0)
        before = text[max(0, at - LEAD) : at]
        opens, closes = _EN_OPEN_START.search(before), _EN_OPEN_END.search(before)
        onward = _EN_ONWARD.match(text[end:])
        if onward and not opens and not closes:
            return _period(since, None, start, end + onward.end())
    elif mark := opens or closes:
        end += mark.end()
    if opens:
        return _period(until + day if until and opens.groupdict().get("apart") else since, None, start, end)
    if closes:
        return _period(None, since - day if since and closes.groupdict().get("apart") else until, start, end)
    return _period(since, until, start, end)


def spanned(periods: tuple[Period, ...]) -> Period | None:
    """One period over all of them, None where there are none."""
    if len(periods) < 2:
        return periods[0] if periods else None
    since = min(p.since for p in periods)
    until = "" if any(not p.until for p in periods) else max(p.until for p in periods)
    return Period(since, until, periods[0].start, periods[-1].end)


def find_period(text: str, today: date | str) -> Period | None:
    """The period that `text` names, with where it names it; None where it names none. Two that form no range are spanned."""
    return spanned(find_periods(text, today))


def _period(since: date | None, until: date | None, start: int, end: int) -> Period:
    return Period(since.isoformat() if since else "", until.isoformat() if until else "", start, end)


def parse_period(text: str, today: date | str) -> tuple[str, str] | None:
    """(since, until) of `find_period`; ISO days, an empty one is open."""
    found = find_period(text, today)
    return (found.since, found.until) if found else None


def day_after(day: str) -> str:
    """The day after an ISO date.

    >>> day_after("2024-02-29")
    '2024-03-01'
    """
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
