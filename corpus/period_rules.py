"""The forms in which a question names a period, each with the days that it means; `corpus.periods` joins them to ranges.

Rules are tried in their order, and what one has taken no later one reads: a year with its month before the year alone.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from corpus.eras import ERAS, MONTHS_EN, YEAR, era_year, number, year_of
from corpus.patterns import FOLDED_NUMERAL

Days = tuple[date | None, date | None]

_N = rf"(?P<n>{FOLDED_NUMERAL}{{1,3}})"
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
_RELATIVE_WEEKS = {"先々週": -2, "先週": -1, "今週": 0, "last": -1, "this": 0}
_RELATIVE_DAYS = {
    "一昨日": -2, "おととい": -2, "昨日": -1, "きのう": -1, "本日": 0, "今日": 0, "yesterday": -1, "today": 0,
}  # fmt: skip
_SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
"""The month in which a season begins; each has three."""
_HALVES = {"上": 0, "前": 0, "下": 6, "後": 6}
"""Months from the beginning of a year to that of its half."""
_MONTHS = [month.lower() for month in MONTHS_EN]
_EN_MONTH = "|".join(f"{m}|{m[:3]}" for m in _MONTHS)
_EN_N = {w: i for i, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_EN_ERAS = {"reiwa": "令和", "heisei": "平成", "showa": "昭和"}


def year_days(year: int, fiscal: bool = False) -> Days:
    """The days of a calendar year, or of a fiscal one (April to March)."""
    return (date(year, 4, 1), date(year + 1, 3, 31)) if fiscal else (date(year, 1, 1), date(year, 12, 31))


def month_days(year: int, month: str) -> Days | None:
    """The days of a month whose number is written in digits or kanji; None where there is none of this number."""
    value = number(month)
    return _month(year, value) if value and 1 <= value <= 12 else None


def _month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _month_of(word: str) -> int:
    return next(i for i, name in enumerate(_MONTHS, 1) if word.lower()[:3] == name[:3])


def _shift_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _months(first: date, count: int) -> Days:
    return first, _shift_months(first, count) - timedelta(days=1)


def _reign(era: str) -> Days:
    """The days of an era, from its name or letter; open where it goes on."""
    index = next(i for i, each in enumerate(ERAS) if era in each[:2])
    return ERAS[index][2], ERAS[index - 1][2] - timedelta(days=1) if index else None


def _in_reign(era: str, days: Days) -> Days:
    """A calendar year named by an era begins and ends with it (令和元年 has no January). 平成31年6月, said before the change, is kept."""
    (since, until), (first, last) = days, _reign(era)
    inside = (max(since, first) if since and first else since, min(until, last) if until and last else until)
    return inside if inside[0] and inside[1] and inside[0] <= inside[1] else days


def _within(start: date, part: dict[str, str | None]) -> Days | None:
    """The part of the year that begins on `start` (January or April) which the groups m and d, season or half name; else all of it."""
    if part.get("half"):
        return _months(_shift_months(start, _HALVES[part["half"] or ""]), 6)
    month = _SEASONS[part["season"] or ""] if part.get("season") else number(part.get("m") or "")
    if month is None:
        return _months(start, 12)
    if not 1 <= month <= 12:
        return None
    first = date(start.year + (month < start.month), month, 1)
    if part.get("season"):
        return _months(first, 3)
    day = number(part.get("d") or "")
    if day is None:
        return _month(first.year, month)
    return (first.replace(day=day),) * 2 if 1 <= day <= monthrange(first.year, month)[1] else None


def _absolute(m: re.Match[str], _today: date) -> Days | None:
    groups = m.groupdict()
    year = year_of(m)
    if year is None or not 1868 <= year <= 9998:
        return None
    if groups.get("fy") or groups.get("fy2"):
        return _within(date(year, 4, 1), groups)
    days = _within(date(year, 1, 1), groups)
    era = re.sub(r"\s", "", groups.get("era") or groups.get("letter") or "")
    return _in_reign(era, days) if days and era else days


def _relative_year(m: re.Match[str], today: date) -> Days | None:
    offset = _RELATIVE_YEARS[m["w"]]
    this = today.year if not m["fy"] or today.month >= 4 else today.year - 1
    return _within(date(this + offset, 4 if m["fy"] else 1, 1), m.groupdict())


def _era(m: re.Match[str], _today: date) -> Days:
    return _reign(m["era"])


def _english_era(m: re.Match[str], _today: date) -> Days | None:
    era = _EN_ERAS[m["era"].lower()]
    year = era_year(era, int(m["ey"]))
    month = m.groupdict().get("mon") or m.groupdict().get("mon2")
    if year is None:
        return None
    return _in_reign(era, _month(year, _month_of(month)) if month else year_days(year))


def _relative_week(m: re.Match[str], today: date) -> Days:
    monday = today + timedelta(days=7 * _RELATIVE_WEEKS[(m["w"] or m["w2"]).lower()] - today.weekday())
    return monday, monday + timedelta(days=6)


def _half_a_year(_m: re.Match[str], today: date) -> Days:
    return _shift_months(today, -6), today


def _relative_month(m: re.Match[str], today: date) -> Days:
    first = _shift_months(today.replace(day=1), _RELATIVE_MONTHS[m["w"]])
    return _month(first.year, first.month)


def _relative_day(m: re.Match[str], today: date) -> Days:
    day = today + timedelta(days=_RELATIVE_DAYS[m["w"].lower()])
    return day, day


def _ago(m: re.Match[str], today: date) -> Days | None:
    count = number(m["n"])
    if count is None:
        return None
    if m["u"] == "年":
        this = today.year if not m["fy"] or today.month >= 4 else today.year - 1
        return _within(date(this - count, 4 if m["fy"] else 1, 1), m.groupdict())
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
        return year_days(base + offset) if unit == "year" else year_days(base + offset, fiscal=True)
    year = int(m["y"])
    if groups.get("mon"):
        month = _month_of(m["mon"])
        written = groups.get("d") or groups.get("d0")
        day = int(written) if written else None
        if day is None:
            return _month(year, month)
        return (date(year, month, day),) * 2 if 1 <= day <= monthrange(year, month)[1] else None
    return year_days(year, fiscal=True) if groups.get("fy") else year_days(year)


def _english_months(m: re.Match[str], _today: date) -> Days:
    """From a month to a later one whose year stands for both (June to September 2023)."""
    first, last = _month_of(m["first"]), _month_of(m["mon"])
    return _month(int(m["y"]) - (first > last), first)[0], _month(int(m["y"]), last)[1]


def _english_ago(m: re.Match[str], today: date) -> Days:
    count = number(m["n"]) or _EN_N[m["n"].lower()]
    if m["u"].lower() == "year":
        return year_days(today.year - count)
    first = _shift_months(today.replace(day=1), -count)
    return _month(first.year, first.month)


_NO_FACT = r"(?!\s*(?:現在|時点|付け|付の|施行|策定|制定))"
_MONTH = rf"{FOLDED_NUMERAL}{{1,3}}"
_PART = rf"(?:の?\s*(?:(?P<m>{_MONTH})\s*月(?:\s*(?P<d>{_MONTH})\s*日)?|(?P<season>[春夏秋冬])(?=の|に|、)|(?P<half>[上下](?=半?期)|[前後](?=半))(?:半?期|半)))?"
_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Days | None]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), make)
    for pattern, make in (
        (rf"{YEAR}\s*年\s*(?P<fy>度){_PART}", _absolute),
        (r"(?P<wy>(?<!\d)(?:19|20)\d\d)[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?(?!\d)", _absolute),
        (
            r"(?<![A-Za-z])(?P<letter>[RHS])(?P<ey>\d{1,2})(?:\.(?P<m>\d{1,2})(?:\.(?P<d>\d{1,2}))?(?![\d.])|年(?P<fy>度)?|(?P<fy2>FY))",
            _absolute,
        ),
        (rf"{YEAR}\s*年(?!代){_PART}", _absolute),
        (
            rf"(?<![〇一二三四五六七八九十])(?P<w>一昨年|おととし|昨年|去年|前年|今年|本年|来年)\s*(?P<fy>度)?{_PART}",
            _relative_year,
        ),
        (r"(?P<era>令和|平成|昭和)(?=の(?!大合併)|に入|にな|時代|期の)", _era),
        (
            rf"\b(?:(?P<mon>{_EN_MONTH})\.?\s+)?(?P<era>Reiwa|Heisei|Showa)\s+(?P<ey>\d{{1,2}})\b(?:\s+(?P<mon2>{_EN_MONTH})\b)?",
            _english_era,
        ),
        (r"(?P<w>先々週|先週|今週)|\b(?P<w2>last|this)\s+week\b", _relative_week),
        (r"(?:過去|ここ|この|直近の?|最近)半年間?", _half_a_year),
        (r"\b(?P<w>yesterday|today)\b", _relative_day),
        (r"(?P<w>先々月|先月|前月|今月|本月|来月)", _relative_month),
        (r"(?P<w>一昨日|おととい|昨日|きのう|本日|今日)(?!的)", _relative_day),
        (rf"(?:過去|ここ|この|直近の?|最近){_N}\s*(?P<u>年|か月|ヶ月|カ月|ヵ月|箇月)間?(?!前)", _last),
        (rf"{_N}\s*(?P<u>年)(?P<fy>度)?前{_PART}", _ago),
        (rf"{_N}\s*(?P<u>か月|ヶ月|カ月|ヵ月|箇月)(?P<fy>度)?前", _ago),
        (
            r"(?:last|past)\s+(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?P<u>years?|months?)",
            _last,
        ),
        (r"\b(?P<w>last|this|next)\s+(?P<u>fiscal year|year|month)\b", _english),
        (
            rf"\b(?P<first>{_EN_MONTH})\.?\s*(?:to|and|through|until|-|–)\s*(?P<mon>{_EN_MONTH})\.?\s+(?P<y>(?:19|20)\d\d)\b",
            _english_months,
        ),
        (
            rf"\b(?:(?P<d0>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<mon>{_EN_MONTH})\.?,?\s+(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<y>(?:19|20)\d\d)\b",
            _english,
        ),
        (rf"\b(?P<n>\d{{1,2}}|{'|'.join(_EN_N)})\s+(?P<u>year|month)s?\s+ago\b", _english_ago),
        (r"\b(?P<fy>FY|fiscal(?: year)?)\s*(?P<y>(?:19|20)\d\d)\b", _english),
        (
            r"\b(?P<y>(?:19|20)\d\d)(?=\s+(?:council|committee|sessions?|meetings?|assembly|minutes)\b)",
            _english,
        ),
        (
            r"\b(?:up to|prior to|in|during|since|from|until|till|before|after|by|year|to|and|through|between)\s+(?P<y>(?:19|20)\d\d)\b(?![-/.年])",
            _english,
        ),
        (r"^(?P<y>(?:19|20)\d\d)$", _english),
    )
)


def spans(text: str, today: date) -> Iterator[tuple[int, int, Days]]:
    """Where the folded `text` names days, and which; not in order."""
    taken = bytearray(len(text))  # by character: a line of 50,000 may hold 6,000 days
    for pattern, make in _RULES:
        for match in pattern.finditer(text):
            if 1 in taken[match.start() : match.end()]:
                continue
            try:
                days = make(match, today)
            except ValueError:  # a year before 1 or after 9999
                continue
            if days is None:
                continue
            taken[match.start() : match.end()] = b"\1" * len(match.group())
            if re.match(_NO_FACT, text[match.end() :]):
                yield match.start(), match.end(), days


def no_such_days(text: str) -> list[str]:
    """The dates in the folded `text` that no calendar has: 2024年2月30日, 令和6年13月. Two years in figures (2019-20) are none."""
    named = (m for pattern, make in _RULES if make is _absolute for m in pattern.finditer(text) if m["m"])
    none = [m for m in named if (m["d"] or "年" in m.group()) and not _is_in_calendar(m)]
    return [m.group() for m in sorted(none, key=re.Match.start)]


def _is_in_calendar(dated: re.Match[str]) -> bool:
    year = year_of(dated)
    return year is None or not 1 <= year <= 9998 or _within(date(year, 1, 1), dated.groupdict()) is not None
