"""Japanese dates: 和暦 and 西暦 to ISO, fiscal years (年度, April to March), and periods named in a question.

Every function reads any width of digits and kanji numerals (令和六年), 元年, and letter-spaced dates (令 和 3 年 3 月).
The beginnings of the eras are those of the era laws and ordinances (元号法, 改元の政令).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from corpus.numerals import value_of

ERAS: tuple[tuple[str, str, date], ...] = (
    ("令和", "R", date(2019, 5, 1)),
    ("平成", "H", date(1989, 1, 8)),
    ("昭和", "S", date(1926, 12, 25)),
    ("大正", "T", date(1912, 7, 30)),
    ("明治", "M", date(1868, 1, 25)),
)
"""(name, letter, first day), newest first."""

MONTHS_EN = tuple(
    "January February March April May June July August September October November December".split()
)
"""In their order."""

_DIGIT = r"[0-9〇零一二三四五六七八九十百]"
_S = r"[ \t]*"
_ERA = rf"(?P<era>令{_S}和|平{_S}成|昭{_S}和|大{_S}正|明{_S}治)"
YEAR = rf"(?:{_ERA}{_S}(?P<ey>元|{_DIGIT}(?:{_S}{_DIGIT}){{0,2}})|(?P<wy>(?<!\d)(?:19|20)\d\d))"
"""A year without its 年: 令和6, 平成元, 2024. Matched on folded text (see `fold`)."""

_MONTH_DAY = rf"{_S}月{_S}(?P<d>{_DIGIT}(?:{_S}{_DIGIT}){{0,2}}){_S}日"
_NUMBER = rf"{_DIGIT}(?:{_S}{_DIGIT}){{0,2}}"
_FULL = re.compile(
    rf"{YEAR}{_S}(?:年|年{_S}[(（][^)）]{{1,12}}[)）]{_S}(?:年)?){_S}(?P<m>{_NUMBER}){_MONTH_DAY}", re.ASCII
)
_NUMERIC = re.compile(
    r"(?<![\d.])(?:(?P<wy>(?:19|20)\d\d)|(?P<letter>[RHS])[ ]?(?P<ey>\d{1,2}))[ ]?(?P<sep>[-/.])[ ]?(?P<m>\d{1,2})[ ]?(?P=sep)[ ]?(?P<d>\d{1,2})(?!\d)"
)
_KANJI_YEAR = re.compile(r"(?<![〇零一二三四五六七八九十百千])二[〇零][〇零一二三四五六七八九]{2}(?=年)")
"""二〇二四年, as vertical papers print it; four letters as four digits, so positions stay."""
_YEAR_PAREN = re.compile(r"[(（]\s*(?:(?:19|20)\d\d|令和\S{1,3}|平成\S{1,3})\s*年?\s*[)）]")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: ISO form and where it stands, `[start, end)`."""

    iso: str
    start: int
    end: int


def fold(text: str) -> str:
    """NFKC character by character, so that every position stays what it was (㋿ and ligatures are left alone)."""
    return text if text.isascii() else text.translate(_FOLDED)


class _Folded(dict[int, int]):
    """From the code of a character to that of its fold: filled as they are met, since a text has many times more letters than kinds."""

    def __missing__(self, code: int) -> int:
        folded = unicodedata.normalize("NFKC", chr(code))
        self[code] = ord(folded) if len(folded) == 1 else code
        return self[code]


_FOLDED = _Folded()


def kanji_years(text: str) -> str:
    """Years of four kanji (二〇二四年) in digits; positions stay."""
    return _KANJI_YEAR.sub(lambda m: str(number(m[0])), text)


def number(text: str) -> int | None:
    """The whole number that is written in digits or kanji: 12, １２, 十二, 二〇, 二十三, 元 (=1); None for anything else.

    >>> number("二十三"), number("１０"), number("元")
    (23, 10, 1)
    """
    text = re.sub(r"\s", "", fold(text))
    if not re.fullmatch(r"[0-9]+|[〇零一二三四五六七八九元十百]+", text):
        return None
    value = value_of(text)
    return None if value is None else int(value)


def era_year(era: str, year: int) -> int | None:
    """The calendar year of `year` of `era` (name or letter); None where the era is not known or has no such year."""
    for name, letter, start in ERAS:
        if era in (name, letter):
            return start.year + year - 1 if 0 < year <= 70 else None
    return None


def era_numbers(year: int) -> tuple[int, ...]:
    """The number of a calendar year in each era, newest first: 3, 33, … for 2021, as texts count that go on with an era.

    >>> era_numbers(2021)[:2]
    (3, 33)
    """
    return tuple(year - start.year + 1 for _, _, start in ERAS if year >= start.year)


def year_of(match: re.Match[str]) -> int | None:
    """The calendar year of a match that holds the groups of `YEAR`."""
    groups = match.groupdict()
    if groups.get("wy"):
        return int(groups["wy"])
    value = number(groups.get("ey") or "")
    era = groups.get("era") or groups.get("letter") or ""
    return None if value is None else era_year(re.sub(r"\s", "", era), value)


def _iso(year: int | None, month: int | None, day: int | None) -> str:
    try:
        return date(year or 0, month or 0, day or 0).isoformat()
    except ValueError:
        return ""


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """All full dates (with year, month and day) of `text`, in order; dates that do not exist are left out.

    >>> [day.iso for day in find_dates("令和元年５月１日（水）、R6.3.7、二〇二四年三月七日")]
    ['2019-05-01', '2024-03-07', '2024-03-07']
    """
    folded = kanji_years(fold(text))
    blanked = _YEAR_PAREN.sub(lambda m: " " * len(m[0]), folded)
    found: dict[int, FoundDate] = {}
    for pattern in (_FULL, _NUMERIC):
        for match in pattern.finditer(blanked):
            iso = _iso(year_of(match), number(match["m"]), number(match["d"]))
            if iso and not any(f.start <= match.start() < f.end for f in found.values()):
                found[match.start()] = FoundDate(iso, match.start(), match.end())
    return tuple(found[k] for k in sorted(found))


def to_wareki(iso: str) -> str:
    """An ISO date in 和暦: 2024-03-07 → 令和6年3月7日; what is no date comes back as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    for name, _, start in ERAS:
        if day >= start:
            year = day.year - start.year + 1
            return f"{name}{'元' if year == 1 else year}年{day.month}月{day.day}日"
    return f"{day.year}年{day.month}月{day.day}日"


def fiscal_year(iso: str) -> int | None:
    """The fiscal year (年度) of an ISO date: 2024-03-07 → 2023."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    return day.year if day.month >= 4 else day.year - 1


def fiscal_year_in(text: str) -> int | None:
    """The first 年度 named in `text`: 令和3年度第1回 → 2021."""
    match = re.search(rf"{YEAR}{_S}年{_S}度", fold(text))
    return year_of(match) if match else None
