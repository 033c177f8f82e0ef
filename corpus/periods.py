"""Periods named in a question: 令和3年6月, 2021年度, 昨年度, 2年前, 先月, 「令和3年から令和5年まで」, last year.

What the period narrows is the day of the meeting. A date that states when a fact holds (令和3年4月1日現在, 3月7日付け) is
therefore no period.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.eras import YEAR, fold, number, year_of


@dataclass(frozen=True, slots=True)
class Period:
    """`since` and `until` are ISO days, inclusive; an empty one is open. `[start, end)`: where the text names it."""

    since: str
    until: str
    start: int = 0
    end: int = 0


Days = tuple[date | None, date | None]

_N = r"(?P<n>[0-9一二三四五六七八九十]{1,3})"
_RELATIVE_YEARS = {
    "一昨年": -2,
    "おととし": -2,
    "昨年": -1,
    "去年": -1,
    "前年": -1,
    "今年": 0,
    "本年": 0,
    "来年": 1,
}
_RELATIVE_MONTHS = {"先々月": -2, "先月": -1, "前月": -1, "今月": 0, "本月": 0, "来月": 1}
_RELATIVE_DAYS = {"一昨日": -2, "おととい": -2, "昨日": -1, "きのう": -1, "本日": 0, "今日": 0}
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_EN_MONTH = "|".join(f"{m}|{m[:3]}" for m in _MONTHS)
_EN_N = {
    w: i
    for i, w in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1)
}


def _year(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31)


def _fiscal(year: int) -> Days:
    return date(year, 4, 1), date(year + 1, 3, 31)


def _month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _shift_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _absolute(m: re.Match[str], _today: date) -> Days | None:
    groups = m.groupdict()
    year = year_of(m)
    if year is None or not 1868 <= year <= 9998:
        return None
    if groups.get("fy"):
        return _fiscal(year)
    month, day = number(groups.get("m") or ""), number(groups.get("d") or "")
    if month is None:
        return _year(year)
    if not 1 <= month <= 12:
        return None
    if day is None:
        return _month(year, month)
    return (date(year, month, day),) * 2 if 1 <= day <= monthrange(year, month)[1] else None


def _relative_year(m: re.Match[str], today: date) -> Days | None:
    offset = _RELATIVE_YEARS[m["w"]]
    if m["fy"]:
        return _fiscal((today.year if today.month >= 4 else today.year - 1) + offset)
    month = number(m["m"] or "")
    if month is not None:
        return _month(today.year + offset, month) if 1 <= month <= 12 else None
    return _year(today.year + offset)


def _relative_month(m: re.Match[str], today: date) -> Days:
    first = _shift_months(today.replace(day=1), _RELATIVE_MONTHS[m["w"]])
    return _month(first.year, first.month)


def _relative_day(m: re.Match[str], today: date) -> Days:
    day = today + timedelta(days=_RELATIVE_DAYS[m["w"]])
    return day, day


def _ago(m: re.Match[str], today: date) -> Days | None:
    count = number(m["n"])
    if count is None:
        return None
    if m["u"] == "年":
        return (
            _fiscal((today.year if today.month >= 4 else today.year - 1) - count)
            if m["fy"]
            else _year(today.year - count)
        )
    day = _shift_months(today.replace(day=1), -count)
    return _month(day.year, day.month)


def _last(m: re.Match[str], today: date) -> Days | None:
    count = number(m["n"]) or _EN_N.get(m["n"].lower())
    if not count:
        return None
    months = count * (12 if m["u"].startswith(("年", "year")) else 1)
    return _shift_months(today, -months), today


def _english(m: re.Match[str], today: date) -> Days | None:
    groups = m.groupdict()
    if groups.get("w"):
        offset = {"last": -1, "this": 0, "next": 1}[m["w"].lower()]
        unit = m["u"].lower()
        if unit == "month":
            first = _shift_months(today.replace(day=1), offset)
            return _month(first.year, first.month)
        base = today.year if unit == "year" or today.month >= 4 else today.year - 1
        return _year(base + offset) if unit == "year" else _fiscal(base + offset)
    year = int(m["y"])
    if groups.get("mon"):
        month = next(i for i, name in enumerate(_MONTHS, 1) if m["mon"].lower()[:3] == name[:3])
        day = int(m["d"]) if groups.get("d") else None
        if day is None:
            return _month(year, month)
        return (date(year, month, day),) * 2 if 1 <= day <= monthrange(year, month)[1] else None
    return _fiscal(year) if groups.get("fy") else _year(year)


_NO_FACT = r"(?!\s*(?:現在|時点|付け|付の|施行|策定|制定))"
_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Days | None]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), make)
    for pattern, make in (
        (rf"{YEAR}\s*年\s*(?P<fy>度)", _absolute),
        (
            rf"{YEAR}\s*年\s*(?P<m>[0-9一二三四五六七八九十]{{1,3}})\s*月(?:\s*(?P<d>[0-9一二三四五六七八九十]{{1,3}})\s*日)?",
            _absolute,
        ),
        (r"(?P<wy>(?<!\d)(?:19|20)\d\d)[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?(?!\d)", _absolute),
        (r"(?<![A-Za-z])(?P<letter>[RHS])(?P<ey>\d{1,2})(?:年(?P<fy>度)?|(?P<fy2>FY))", _absolute),
        (rf"{YEAR}\s*年(?!代)", _absolute),
        (
            r"(?<![〇一二三四五六七八九十])(?P<w>一昨年|おととし|昨年|去年|前年|今年|本年|来年)\s*(?:(?P<fy>度)|の?\s*(?P<m>[0-9一二三四五六七八九十]{1,2})\s*月)?",
            _relative_year,
        ),
        (r"(?P<w>先々月|先月|前月|今月|本月|来月)", _relative_month),
        (r"(?P<w>一昨日|おととい|昨日|きのう|本日|今日)(?!的)", _relative_day),
        (rf"(?:過去|ここ|この|直近の?|最近){_N}\s*(?P<u>年|か月|ヶ月|カ月|ヵ月|箇月)間?(?!前)", _last),
        (rf"{_N}\s*(?P<u>年)(?P<fy>度)?前", _ago),
        (rf"{_N}\s*(?P<u>か月|ヶ月|カ月|ヵ月|箇月)(?P<fy>度)?前", _ago),
        (
            r"(?:last|past)\s+(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?P<u>years?|months?)",
            _last,
        ),
        (r"\b(?P<w>last|this|next)\s+(?P<u>fiscal year|year|month)\b", _english),
        (
            rf"\b(?P<mon>{_EN_MONTH})\.?\s+(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<y>(?:19|20)\d\d)\b",
            _english,
        ),
        (r"\b(?P<fy>FY|fiscal(?: year)?)\s*(?P<y>(?:19|20)\d\d)\b", _english),
        (
            r"\b(?:in|during|since|from|until|before|after|by|year|to|and|between)\s+(?P<y>(?:19|20)\d\d)\b(?![-/.年])",
            _english,
        ),
        (r"^(?P<y>(?:19|20)\d\d)$", _english),
    )
)
_OPEN_START = re.compile(r"\s*(?:以降|以後|から(?!の)|より後|からこれまで|から今まで|から現在)")
_OPEN_END = re.compile(r"\s*(?:以前|まで(?!の間)|より前)")
_RANGE = re.compile(r"\s*(?:から|より|~|〜|-|–|―|ー|to|until|and|through)\s*(?:in\s+)?", re.IGNORECASE)
_EN_OPEN_START = re.compile(r"(?:since|from|after)\s*(?:in\s+)?$", re.IGNORECASE)
_EN_OPEN_END = re.compile(r"(?:until|before|by|up to)\s*(?:in\s+)?$", re.IGNORECASE)


def _spans(text: str, today: date) -> Iterator[tuple[int, int, Days]]:
    taken: list[tuple[int, int]] = []
    for pattern, make in _RULES:
        for match in pattern.finditer(text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            try:
                days = make(match, today)
            except ValueError:  # a year before 1 or after 9999
                continue
            if days is None:
                continue
            taken.append(match.span())
            if re.match(_NO_FACT, text[match.end() :]):
                yield match.start(), match.end(), days


def find_period(text: str, today: date | str) -> Period | None:
    """The period that `text` names, with where it names it; None where it names none. Two that form no range are spanned."""
    now = date.fromisoformat(today) if isinstance(today, str) else today
    folded = fold(text)
    spans = sorted(_spans(folded, now))
    if not spans:
        return None
    start, end, (since, until) = spans[0]
    before = folded[:start]
    if len(spans) > 1:
        next_start, next_end, (_, next_until) = spans[1]
        if _RANGE.fullmatch(folded[end:next_start]):
            tail = _OPEN_END.match(folded[next_end:])
            return _period(since, next_until, start, next_end + (tail.end() if tail else 0))
        days = [d for _, _, pair in spans for d in pair if d]
        return _period(min(days), max(days), start, spans[-1][1])
    if match := _OPEN_START.match(folded[end:]):
        return _period(since, None, start, end + match.end())
    if match := _OPEN_END.match(folded[end:]):
        return _period(None, until, start, end + match.end())
    named = folded[start:end]
    if _EN_OPEN_START.search(before) or re.match(r"(?:since|from|after)\b", named, re.IGNORECASE):
        return _period(since, None, start, end)
    if _EN_OPEN_END.search(before) or re.match(r"(?:until|before|by)\b", named, re.IGNORECASE):
        return _period(None, until, start, end)
    return _period(since, until, start, end)


def _period(since: date | None, until: date | None, start: int, end: int) -> Period:
    return Period(since.isoformat() if since else "", until.isoformat() if until else "", start, end)


def parse_period(text: str, today: date | str) -> tuple[str, str] | None:
    """(since, until) of `find_period`; ISO days, an empty one is open."""
    found = find_period(text, today)
    return (found.since, found.until) if found else None
