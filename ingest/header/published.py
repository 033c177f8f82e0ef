"""The day of a meeting told without its year, in a text that says when it was published: 2月1日 in an article of June 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from corpus.eras import ERAS, YEAR, find_dates, fold, number, year_of
from corpus.patterns import KANJI_NUMERAL

DATELINE_MAX = 40
"""Characters of the line that says when an article was published."""
LINE_MAX = 60
"""Characters of a line that names the day; a longer one is a sentence."""
REACH = timedelta(days=366)
"""How long before its publication the meeting was held at most."""
SESSION = timedelta(days=60)
"""How long a session lasts at most."""

_DATELINE = re.compile(r"\s*(?:付け?|掲載|配信|公開|発行|公表)\s*[）)〕】\]]?$")
_UPDATED = re.compile(r"(?:更新日?|公開日?|掲載日?|発行日?|公表日?)\s*[:：\s]*$")
_NUMBER = rf"(?:[0-9]{{1,2}}|{KANJI_NUMERAL}{{1,3}})"
_DAY = re.compile(
    rf"(?<![0-9一二三四五六七八九十年])(?:({_NUMBER})\s*年\s*)?({_NUMBER})\s*月\s*({_NUMBER})\s*日"
    r"(?:\s*[(（]\s*([月火水木金土日])(?:曜日?)?\s*[)）])?+(?!\s*(?:から|まで|以降|現在|[~〜～]))"
)
_BUDGET = re.compile(rf"{YEAR}\s*年度\s*(?:当初|一般会計)?予算")
_WEEKDAYS = "月火水木金土日"


def dateline(text: str) -> str:
    """The day (ISO) of a line that says when its article was published, and nothing else; else empty."""
    dates = find_dates(text) if len(text) <= DATELINE_MAX and "。" not in text else []
    return dates[-1].iso if dates and _DATELINE.fullmatch(fold(text), dates[-1].end) else ""


def day_before(lines: Sequence[str]) -> str:
    """The last such day before the publication that the lines name (ISO), or empty.

    A newspaper's dateline is enough. A page may have been updated years later: there the weekday must be the day's own, or the
    budget of its year be what the session dealt with.
    """
    printed = next((iso for text in lines if (iso := dateline(text))), "")
    updated = "" if printed else next(_updated(lines), "")
    if not (printed or updated):
        return ""
    until = date.fromisoformat(printed or updated)
    budgets = {year_of(m) for text in lines for m in _BUDGET.finditer(fold(text))}
    for text in lines:
        found = _DAY.search(fold(text)) if len(text) <= LINE_MAX and "。" not in text else None
        if found is None or find_dates(text):
            continue
        day = next(iter(_days(found, until)), None)
        if day and (printed or found[4] or (day.month <= 3 and day.year in budgets)):
            return day.isoformat()
    return ""


def _updated(lines: Sequence[str]) -> Iterator[str]:
    """The days on which the page says that it was published or changed."""
    for text in lines:
        for found in find_dates(text):
            if _UPDATED.search(fold(text)[: found.start]):
                yield found.iso


def _days(found: re.Match[str], until: date) -> Iterator[date]:
    """The days that a match may mean, latest first; one whose weekday is not the printed one is none."""
    year = number(found[1]) if found[1] else None
    years = [start.year - 1 + year for _, _, start in ERAS] if year else [until.year, until.year - 1]
    for one in years:
        try:
            day = date(one, number(found[2]) or 0, number(found[3]) or 0)
        except ValueError:
            continue
        if until - REACH <= day <= until and (not found[4] or _WEEKDAYS[day.weekday()] == found[4]):
            yield day


def day_after(text: str, before: str) -> str:
    """The day of a heading without its year (9月14日（土曜日）), some days after one that is known (ISO); empty where it is none."""
    found = _DAY.search(fold(text)) if before else None
    if found is None:
        return ""
    start = date.fromisoformat(before)
    days = _days(found, start + SESSION)
    return next((day.isoformat() for day in days if day >= start), "")
