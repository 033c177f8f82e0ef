"""The year that a question names (令和6年度, 2024), and whether an exchange speaks of it: a sum of another year is no answer.

A record names years by era or by the common era, by the number alone once the era is clear (「令和6年度と7年度」), or beside its own day
(昨年度, 来年).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from corpus.eras import ERAS, YEAR, era_numbers, fiscal_year, fold, kanji_years, year_of
from corpus.spans import Spans
from corpus.types import Exchange, StoredExchange

_BESIDE = {
    "一昨": -2,
    "前々": -2,
    "昨": -1,
    "前": -1,
    "去": -1,
    "本": 0,
    "今": 0,
    "当": 0,
    "同": 0,
    "来": 1,
    "次": 1,
    "翌": 1,
    "再来": 2,
}
_RELATIVE = re.compile(rf"({'|'.join(sorted(_BESIDE, key=len, reverse=True))})年度?")
_NAMED = re.compile(rf"{YEAR}\s*(?:年|[./-])")
_BARE = re.compile(
    r"(?<![0-9])([0-9]{1,2})\s*(?:年度(?!間)|年\s*[0-9]{1,2}月(?!間)|[./](?=(?:1[0-2]|0?[1-9])[./](?:[12][0-9]|3[01]|0?[1-9])(?![0-9])))|"
    r"(?<=年[とや、・〜~])\s*([0-9]{1,2})\s*年(?![間前後生以目ぶ])"
)
"""6 of 「令和5年と6年」, 「6年度」, 「6.4.1」; not of 「6年に1回」, nor of 「6.4%」, which names no day."""
_MARCH = re.compile(rf"{YEAR}\s*年\s*[1-3]月")
_ASKED = re.compile(
    rf"{YEAR}\s*(?:年度|年(?![一-鿿ァ-ヴA-Za-z])|年(?=[末中春夏秋冬初頃前後]|以[降前後]|度|[一二三四五六七八九十]{{1,2}}月)|[./-])"
)
"""Not the year in a name (令和6年能登半島地震, 2016 Olympics), which the record may leave out."""
_ASKED_EN = re.compile(
    r"\b(?:fiscal(?: year)?|FY|in|during|since|of|for|by|until|till|from|between|and|to|year|before|after)\s*((?:19|20)[0-9]{2})(?![0-9,]|\s+[A-Z])"
)
_COMMON_ERA = re.compile(r"(?<![0-9,.])(?:19|20)[0-9]{2}(?![0-9,.]*[0-9]|円|人|件|名)")
_END = re.compile(r"年度?末|年度の?終わり")


@lru_cache(maxsize=256)
def years_named(question: str) -> frozenset[int]:
    """Years of the common era that a question names.

    Kept: it is asked of every exchange that is found for a question.

    >>> sorted(years_named("令和6年度と2022年は"))
    [2022, 2024]
    """
    text = kanji_years(fold(question))
    found = {year for match in _ASKED.finditer(text) if (year := year_of(match))}
    return frozenset(found | {int(year) for year in _ASKED_EN.findall(text)})


_SET_BESIDE = re.compile(
    rf"{YEAR}(?=\s*年)|(?<=[とや、・〜~])\s*(?P<bare>[0-9]{{1,2}})(?=\s*年)|(?P<beside>{'|'.join(sorted(_BESIDE, key=len, reverse=True))})年"
)
"""A year among others: 令和5年度, 2024年, 今年, and 6年度 where the era stands before."""


def years_compared(question: str) -> tuple[re.Pattern[str], ...]:
    """How a reply (folded, see `corpus.eras.fold`) writes each of several years that a question sets side by side; empty where it names
    one at most.

    >>> [bool(year.search("30年度は17件")) for year in years_compared("平成28年度と30年度の件数は")]
    [False, True]
    """
    text = kanji_years(fold(question))
    if not _NAMED.search(text) and not _RELATIVE.search(text):
        return ()
    found = dict.fromkeys(filter(None, map(_written, _SET_BESIDE.finditer(text))))
    return tuple(re.compile(pattern) for pattern in found) if len(found) > 1 else ()


def _written(match: re.Match[str]) -> str:
    """The ways in which the year of a match of `_SET_BESIDE` is written, as a pattern."""
    if beside := match["beside"]:
        step = _BESIDE[beside]
        return f"(?:{'|'.join(word for word, value in _BESIDE.items() if value == step)})年"
    if bare := match["bare"]:
        return rf"(?<![0-9]){bare}\s*年(?!間)"
    year = year_of(match)
    numbers = (year, *era_numbers(year)) if year else ()
    return rf"(?<![0-9])(?:{'|'.join(map(str, numbers))})\s*年(?!間)" if numbers else ""


def names_another_year(question: str, stored: StoredExchange) -> bool:
    """Whether the question names a year and neither the exchange nor its heading nor its meeting is of it."""
    asked = years_named(question)
    if not asked:
        return False
    exchange, meeting = stored.exchange, stored.meeting
    turns = (turn.text for turn in exchange.turns)
    said = (meeting.title, meeting.session, exchange.topic, exchange.agenda, *turns)
    text = kanji_years(fold("\n".join(said)))
    held = {year_of(match) for match in _NAMED.finditer(text)}
    held |= {int(match[0]) for match in _COMMON_ERA.finditer(text)}
    numbers = _numbers(asked, meeting.date)
    if asked & held or any(int(a or b) in numbers for a, b in _BARE.findall(text)):
        return False
    if _END.search(question) and _in_its_last_months(asked, text):
        return False  # the end of a fiscal year is March of the next
    beside = {_BESIDE[word] for word in _RELATIVE.findall(text)} | {0}
    if not meeting.date:
        # 前年度 is told from a year that is named.
        return beside == {0} or (
            bool(held) and not asked & {year + step for year in held if year for step in beside}
        )
    year = int(meeting.date[:4])
    own = {year, fiscal_year(meeting.date) or year}
    return not asked & {year + step for year in own for step in beside}


def told_of_another_year(question: str, stored: StoredExchange, quoted: Spans) -> bool:
    """Whether what is quoted stands in parts of a long speech that name another year than the question does: what it says of other matters
    dates nothing of this one."""
    if not years_named(question):
        return False
    parts = [part for part in stored.exchange.parts if _stands_in(quoted, part)]
    return bool(parts) and all(names_another_year(question, replace(stored, exchange=part)) for part in parts)


def _stands_in(quoted: Spans, part: Exchange) -> bool:
    places = [span for turn in (*part.questions, *part.answers) for span in turn.spans]
    return any(start <= first and last <= end for first, last in quoted for start, end in places)


def meets_about_then(question: str, date: str) -> bool:
    """Whether a meeting on a day is of a year that the question names, or of the one before or after: plans are told before, figures
    after it. True where the day is not known.

    >>> [meets_about_then("2010年4月の待機児童は", date) for date in ("2010-11-11", "2011-10-03", "2014-03-17")]
    [True, True, False]
    """
    if not date:
        return True
    own = (int(date[:4]), fiscal_year(date) or 0)
    return any(abs(year - asked) <= 1 for year in own for asked in years_named(question))


@lru_cache(maxsize=256)
def _phrases(question: str) -> tuple[str, ...]:
    """The words by which a question names its years: 平成25年度, 2013年."""
    text = kanji_years(fold(question))
    return (*(match[0] for match in _ASKED.finditer(text)), *_ASKED_EN.findall(text))


def year_forms(question: str, forms: Callable[[str], Collection[str]]) -> frozenset[str]:
    """The forms (see `retriever.tokenize`; as `forms` cuts a text) by which a question names its years.

    >>> sorted(year_forms("平成25年度に何匹捕まえたか", lambda text: [text[:2], text[2:]]))
    ['25年度', '平成']
    """
    return frozenset(form for phrase in _phrases(question) for form in forms(phrase))


def tells_of(years: frozenset[int], text: str, date: str) -> bool | None:
    """Whether a text said on a day names one of `years`; None where it names no year at all.

    >>> tells_of(frozenset({2013}), "昨年度は12件です。", "2014-11-13"), tells_of(frozenset({2013}), "12件です。", "2014-11-13")
    (True, None)
    """
    text = kanji_years(fold(text))
    told = {year_of(match) for match in _NAMED.finditer(text)}
    told |= {int(match[0]) for match in _COMMON_ERA.finditer(text)}
    bare = {int(a or b) for a, b in _BARE.findall(text)}
    numbers = _numbers(years, date)
    if years & told or bare & numbers:
        return True
    beside = {_beside_day(match, date) for match in _RELATIVE.finditer(text)}
    if years & beside:
        return True
    return False if told or bare or beside else None


_FIGURE_OF = re.compile(
    rf"{YEAR}\s*年度(?!末|[^、。?？]{{0,12}}(?:会議|議会|委員会|審議会|協議会|定例会|臨時会|答弁|質疑))"
)
"""A fiscal year of which something is asked, not the one in which a meeting was held."""
_AT_PRESENT = re.compile("現在|現時点|現状|今は|今のところ|これまで")
_OF_THE_SAME = re.compile(r"\s*(?:そのうち|このうち|うち|内訳)")
_COMPARED = re.compile(
    rf"(?:{YEAR}|(?<![0-9])[0-9]{{1,2}}|{'|'.join(_BESIDE)})\s*年度?(?:と?同様|と同[じ額程]|並み|とは?(?:あまり|ほとんど|ほぼ)?変わら|[にと]比[べ較])"
)
"""「４年度同様、3件です」: the year that a value is likened to is not the one it is of."""


def values_of_other_years(question: str, text: str, date: str, is_value: Callable[[str], bool]) -> bool:
    """Whether a question asks for a figure of a fiscal year, and every value in a reply of a day is told of another one that is named.

    >>> reply = "令和5年度は6件です。そのうち急ぎが1件、4年度は3件です。"
    >>> [values_of_other_years(f"令和{year}年度は何件か", reply, "2024-09-10", lambda told: "件" in told) for year in (5, 6)]
    [False, True]
    >>> reply = "令和5年度は検討中です。4年度同様、3件と見ています。"
    >>> values_of_other_years("令和5年度は何件か", reply, "2023-09-10", lambda told: "件" in told)
    False
    """
    asked = kanji_years(fold(question))
    if not _FIGURE_OF.search(asked):
        return False
    years, told = years_named(question), list[bool]()
    for sentence in kanji_years(fold(text)).split("。"):
        other = bool(told) and told[-1] and bool(_OF_THE_SAME.match(sentence))
        for clause in _COMPARED.sub("", sentence).split("、"):
            named = tells_of(years, clause, date)
            if named is not None or _AT_PRESENT.search(clause):
                other = named is False and not _in_its_last_months(years, clause)
            if is_value(clause):
                told.append(other)
    return bool(told) and all(told)


def _in_its_last_months(years: frozenset[int], text: str) -> bool:
    """Whether a text names January to March of the year after one of `years`: the end of the fiscal year."""
    return any((year_of(match) or 0) - 1 in years for match in _MARCH.finditer(text))


def _numbers(years: frozenset[int], date: str) -> set[int]:
    """The numbers of years in each era that had begun by a day: nobody means 令和 by 「4年度」 in 2014."""
    begun = [start for _, _, start in ERAS if not date or start.isoformat()[: len(date)] <= date]
    return {year - start.year + 1 for year in years for start in begun if year >= start.year}


def _beside_day(match: re.Match[str], date: str) -> int | None:
    """The year of a match of `_RELATIVE` (昨年度) said on a day."""
    if not date:
        return None
    year = fiscal_year(date) if match[0].endswith("度") else int(date[:4])
    return None if year is None else year + _BESIDE[match[1]]


def is_of_its_year(question: str, stored: StoredExchange, text: str) -> bool:
    """Whether `text` of an exchange is of a year that the question names: it says so, or says no year and the meeting's day or the question
    put there is of it."""
    years, date = years_named(question), stored.meeting.date
    told = tells_of(years, text, date) if years else False
    if told is None:
        of_its_day = bool(date) and not years.isdisjoint({int(date[:4]), fiscal_year(date) or 0})
        told = of_its_day or tells_of(years, stored.exchange.question_text, date)
    return bool(told)


def words_beside(question: str, date: str) -> tuple[str, ...]:
    """How a meeting of that day says the years that a question names: 昨年度 of 2013年度 in 2014.

    >>> words_beside("2013年度は何件か", "2014-11-13")
    ('昨年度', '前年度', '去年度')
    """
    if not date:
        return ()
    years, phrases = years_named(question), "".join(_phrases(question))
    ending = "年度" if "年度" in phrases else "年"
    base = fiscal_year(date) if ending == "年度" else int(date[:4])
    return tuple(
        f"{word}{ending}" for word, step in _BESIDE.items() if base is not None and base + step in years
    )


def no_such_year(question: str, found: Sequence[StoredExchange], english: bool) -> str:
    """Says that all that was found is of other years than the question names; empty where it is not so."""
    if not found or not all(names_another_year(question, stored) for stored in found):
        return ""
    years = sorted(years_named(question))
    if english:
        return f"Nothing that was found speaks of {' or '.join(map(str, years))}."
    return f"見つかった質疑は、いずれも{'・'.join(map(str, years))}年（年度）のことに触れていません。"
