"""What the name of a file tells of the minutes in it, where their own words do not: a day, and that it is a council's record.

teireikai_20251210, 2025-12-10, R7.12.10, 令和7年12月10日 name a day; r7_12_1210 does (the month of the session, then the day).
r7_9_1go is the first number of the ninth session and names none, and neither do r7_1_2 and r7_10_12.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from corpus.eras import YEAR, era_year, find_dates, fold, year_of
from corpus.patterns import any_of

_APART = re.compile(r"([_\-.\s()（）]+)")
_DAY = re.compile(r"(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])")
_DAY_APART = re.compile(_DAY.pattern.replace(")(", ")[^_0-9]+("))
"""12-10, 12.10; in r7_10_12 they are a session and its number."""
_WHOLE_DAY = re.compile(rf"(?<![0-9])((?:19|20)[0-9]{{2}})[_\s]?{_DAY.pattern}(?![0-9])")
_SPACED_DAY = re.compile(rf"(?<![0-9])((?:19|20)[0-9]{{2}})_{_DAY.pattern.replace(')(', ')_(')}(?![0-9])")
_ERA_YEAR = re.compile(r"([rhs])([0-9]{1,2})")
_ERA_DAY = re.compile(rf"([rhs])([0-9]{{2}}){_DAY.pattern}")
_OF_COUNCIL = re.compile(
    any_of(
        # in Latin letters: teireikai, yosan, kaigiroku
        *r"gikai teirei rinji(?:kai)? honkaigi i+nkai kaigiroku gijiroku giji ippan shitsumon yosan kessan minutes council".split(),
        *r"assembly proceedings".split(),
        # 「定例会会議録」
        *r"議会 定例 臨時会 本会議 委員会 会議録 議事録 一般質問".split(),
    ),
    re.IGNORECASE,
)
_ERA_WORD = re.compile(
    r"(?<![a-z])(?:r[0-9]{1,2}|[hs][0-9]{2}|h[0-9](?=[_\-.][0-9]{1,2}(?![0-9])))(?![0-9])", re.IGNORECASE
)
"""r6, h30; a letter and one digit are any word (h1.html, s3_export) unless a session follows (h9_3)."""


def stem(name: str) -> str:
    """A file's name without its folder and its ending (teireikai.r7.12.10.txt ends in .txt)."""
    return re.sub(r"\.[A-Za-z]{2,8}$", "", re.split(r"[/\\]", name)[-1])


def is_of_council(name: str) -> bool:
    """Whether a name says that a council's record is in the file: teireikai, iinkai, 会議録, a day, a year of an era."""
    own = stem(name)
    return bool(_OF_COUNCIL.search(own) or _ERA_WORD.search(own) or date_in(name))


def council_in(name: str, place: str) -> str:
    """青潮市議会 of 青潮市議会_令和8年第2回_要約.json, where the file's own words name no body; `place` is the town."""
    own = f"{place}議会"
    return own if place and re.search(rf"{own}(?![^\s_\-（(]*(?:委員会|協議会|報告会))", stem(name)) else ""


def date_in(name: str) -> str:
    """The day that a file's name holds, as ISO; empty where it holds none."""
    own = fold(stem(name))
    written = (found.iso for found in find_dates(own))
    plain = (
        _iso(int(match[1]), match[2], match[3])
        for form in (_WHOLE_DAY, _SPACED_DAY)
        for match in form.finditer(own)
    )
    return next(filter(None, chain(written, plain, _of_era(own.lower()))), "")


def _of_era(own: str) -> Iterator[str]:
    """The days behind a year of an era, empty where there is no such day; month and day apart are joined by no underscore."""
    year: int | None = None
    parts = [*_APART.split(own), "", ""]
    for token, *behind in zip(parts[::2], parts[1::2], parts[2::2], strict=False):
        if match := _ERA_DAY.fullmatch(token):
            yield _iso(era_year(match[1].upper(), int(match[2])), match[3], match[4])
        elif match := _ERA_YEAR.fullmatch(token):
            year = era_year(match[1].upper(), int(match[2]))
        elif year and (match := _DAY.fullmatch(token) or _DAY_APART.fullmatch("".join([token, *behind]))):
            yield _iso(year, match[1], match[2])


def date_for(name: str, session: str) -> str:
    """The day in a file's name, unless the session that the text names is of another year."""
    found = date_in(name)
    match = re.search(YEAR, fold(session))
    if not found or not match:
        return found
    year = year_of(match) or 0
    fiscal = fold(session)[match.end() :].lstrip("年 ").startswith("度")
    return found if int(found[:4]) in (year, year + fiscal) else ""


def _iso(year: int | None, month: str, day: str) -> str:
    try:
        return date(year or 0, int(month), int(day)).isoformat()
    except ValueError:
        return ""
