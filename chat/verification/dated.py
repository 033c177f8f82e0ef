"""Dates named in a sentence, made comparable: eras to calendar years, 昨年・来年度 resolved from the day of the meeting.

Unlike `corpus.periods`, which reads what a question asks for, this takes every mention apart (year, month, day, whether a
fiscal year), so that a sentence's dates can be held against the record's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from chat.verification.words import AROUND
from corpus.eras import YEAR, fold, number, year_of

_N = r"[0-9〇零一二三四五六七八九十]{1,3}"
_REL = {
    "一昨年": -2, "昨年": -1, "去年": -1, "前年": -1, "今年": 0, "本年": 0, "ことし": 0, "当年": 0,
    "来年": 1, "翌年": 1, "再来年": 2, "昨年度": -1, "前年度": -1, "今年度": 0, "本年度": 0, "来年度": 1,
    "翌年度": 1, "次年度": 1, "一昨年度": -2, "再来年度": 2, "現年度": 0,
}  # fmt: skip
_MONTH = rf"(?:\s*の?\s*(?P<m>{_N})\s*(?:月)(?!間)(?:\s*(?P<d>{_N})\s*日(?!間))?)?"
_WRITTEN_YEAR = re.compile(r"(?<![0-9〇一二三四五六七八九十])[一二][〇零九][〇零一二三四五六七八九]{2}(?=年)")
_PATTERNS = (
    re.compile(rf"{YEAR}\s*年(?P<f>度)?(?!間|生|以上|余){_MONTH}"),
    re.compile(rf"(?P<rel>{'|'.join(sorted(_REL, key=len, reverse=True))}){_MONTH}"),
    re.compile(rf"(?P<bare>{_N})年度{_MONTH}"),
    re.compile(rf"(?<![0-9〇一二三四五六七八九十])(?P<bare>{_N})年(?=\s*{_N}\s*月(?!間)){_MONTH}"),
    re.compile(
        rf"(?P<m>(?<![0-9〇一二三四五六七八九十か月ヵカヶ]){_N})\s*月(?!間)(?:\s*(?P<d>{_N})\s*日(?!間))?"
    ),
)


@dataclass(frozen=True, slots=True)
class Dated:
    """One mention; what it does not name is None. `bare`: 「3年度」 without its era."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    fiscal: bool = False
    relative: str = ""
    bare: int | None = None

    def borne_out_by(self, other: Dated) -> bool:
        """Whether `other` says at least this much."""
        if self.month is not None and self.month != other.month:
            return False
        if self.day is not None and self.day != other.day:
            return False
        if not (self.relative or self.bare or self.year is not None):
            return True
        if self.relative and self.relative == other.relative:
            return True
        if self.fiscal != other.fiscal:
            return False
        if self.year is not None and other.year is not None:
            return self.year == other.year
        if self.bare is not None and other.bare is not None:
            return self.bare == other.bare
        if self.bare is not None:
            return self.bare in _era_years(other.year)
        return other.bare is not None and other.bare in _era_years(self.year)


def _era_years(year: int | None) -> set[int]:
    """What a calendar year is called without its era: 2019 is 「元」 and 「31年度」."""
    return {year - start for start in (1925, 1988, 2018) if year > start} if year else set()


@dataclass(frozen=True, slots=True)
class Mention:
    """A date where it stands, with the letters `before` and `after` it."""

    dated: Dated
    before: str
    after: str
    start: int
    end: int


def dates_in(text: str, anchor: str = "") -> tuple[tuple[Dated, ...], str]:
    """The mentions of `text`, and `text` with them blanked out (so that their digits count as no other number).

    Args:
        text: any text.
        anchor: the ISO day from which 昨年 and the like count; without one they stay words.
    """
    found, folded = mentions_in(text, anchor)
    return tuple(mention.dated for mention in found), folded


@lru_cache(maxsize=1024)  # the record's sentences are read again for every sentence that is held against them
def mentions_in(text: str, anchor: str = "") -> tuple[tuple[Mention, ...], str]:
    """The same with where each date stands."""
    folded = _WRITTEN_YEAR.sub(lambda m: str(number(m[0])).ljust(len(m[0])), fold(text))
    found: list[tuple[int, Mention]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            before, after = text[: match.start()][-AROUND:], text[match.end() :][:AROUND]
            found.append(
                (match.start(), Mention(_dated(match, anchor), before, after, match.start(), match.end()))
            )
        folded = pattern.sub(lambda match: " " * len(match[0]), folded)
    return tuple(mention for _, mention in sorted(found, key=lambda item: item[0])), folded


def _dated(match: re.Match[str], anchor: str) -> Dated:
    groups = match.groupdict()
    month, day = number(groups.get("m") or ""), number(groups.get("d") or "")
    if word := groups.get("rel"):
        return Dated(_resolved(word, anchor), month, day, word.endswith("度"), word)
    if bare := groups.get("bare"):
        return Dated(None, month, day, "年度" in match[0], bare=number(bare))
    year = year_of(match) if "wy" in groups else None
    return Dated(year, month, day, bool(groups.get("f")))


def _resolved(word: str, anchor: str) -> int | None:
    try:
        day = date.fromisoformat(anchor)
    except ValueError:
        return None
    this = day.year - (word.endswith("度") and day.month < 4)
    return this + _REL[word]
