"""The day on which a meeting was held, told from days of publishing, convening, and facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from corpus.eras import YEAR, FoundDate, find_dates, fold, number, year_of
from corpus.patterns import KANJI_NUMERAL, any_of
from ingest.header.labels import labelled
from ingest.header.published import day_before
from ingest.text.furniture import PAGE_FOOT
from ingest.text.normalize import squeeze

_PUBLISHED = re.compile(
    any_of(
        # 「最終更新日：」「掲載日」「（現在）」
        *"受付 受理 受信 更新 掲載 公開 作成 登録 印刷 発行 公表 施行 改正 制定 最終".split(),
        *"ダウンロード 出力 現在 配布 アクセス 閲覧 投稿".split(),
        *"生年月日 任期 委嘱".split(),
        *"first posted published updated modified".split(),
    )
    + r"\S{0,6}[\s:：]*$",
    re.IGNORECASE,
)
_FACT = re.compile(r"\s*(?:現在|時点|付け|付|施行|更新|掲載|公開|作成|まで|から|改正|に\S{0,4}(?:策定|制定))")
_WEEKDAY = re.compile(r"\s*(?:[(（]\s*)?[日月火水木金土](?:曜)?日?\s*(?:[)）]|曜日|\s|$)")
_OTHER_DAY = re.compile(r"招集|告示|会期|任期|提出|前回|次回|議決|送付|通知|募集|傍聴|資料")
"""What names another day than that of the meeting; such a date is taken only where there is no other."""
_PERIOD = re.compile(
    any_of(
        # 「意見の募集期間」「素案の縦覧期限」
        r"(?:募集|(?:意見|案|素案|資料)(?:等)?の?(?:公表|提出|受付|縦覧|閲覧)|受付|提出|縦覧|公募)"
        r"(?:等)?(?:の|した|を行った)?期[間限]",
        # 「意見公募」「パブリックコメント実施期間」
        r"意見(?:等)?の?(?:公募|募集)(?:期[間限])?",
        r"パブリック・?コメント(?:の?実施)?期間",
    )
)
"""募集期間: the days on which opinions on a draft could be sent in; nobody replied on them."""
_RECEIVED = re.compile(r"(?:受付|受理|受信)(?:年月)?日[:：]?")
"""Heads the day on which a letter came, which is not that of the reply; on a line of its own the day stands below."""
_MADE_PUBLIC = re.compile(r"(?:(公表|発表|公開)|掲載|更新|発行)\S{0,6}[\s:：]*$")
"""The day on which the replies were made public; a page may have been touched up (更新日) long after."""
_MONTH_DAY = re.compile(
    rf"(?<![0-9年])([0-9]{{1,2}}|{KANJI_NUMERAL}{{1,3}})\s*月\s*([0-9]{{1,2}}|{KANJI_NUMERAL}{{1,3}})\s*日"
)


_FISCAL = re.compile(rf"{YEAR}\s*年度")
_NEXT_BUDGET = re.compile(
    rf"{YEAR}\s*年度(?:[^。補]{{0,8}})?(?:当初予算|予算(?:案|を|の)?\s?(?:の?審[査議]|特別委員会))"
)
"""令和５年度当初予算を審査: whose days in March are those of 令和５年."""
_MONTH_FIRST = re.compile(r"(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])/((?:19|20)[0-9]{2})$")
"""06/27/2022 behind its label: a data base that was set up abroad."""
_LONE_YEAR = re.compile(
    rf"(?P<year>{YEAR}年)(?:[^。、（）()0-9]{{2,20}}(?:委員会|審議会|協議会|議会|定例会|臨時会))?"
)
LINES_MAX = 40
"""Lines of the header that may name the day without its year."""


_COMPACT = re.compile(r"^((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})$")
"""20240612, as programs write a day."""


def dates_in_field(text: str) -> tuple[FoundDate, ...]:
    """The dates in a field of an export, which may hold a day as programs write it."""
    return find_dates(_COMPACT.sub(r"\1-\2-\3", text))


def find_date(lines: list[str], title: str, other: str, session: str) -> str:
    """The day of the meeting as ISO, or empty (see rule 3 of `ingest.header.meeting`).

    1. the field that names it;
    2. a date of the title, or one with its weekday that no word makes another day;
    3. a day without its year beside the session, which has one;
    4. what other dates there are: first those that no word makes another day, last those on which something was made public;
    5. a day without its year, in the fiscal year or the one year that the head names.
    """
    if day := _labelled_day(lines, session):
        return day
    collects = any(_is_period(text) for text in lines)
    received = any(_RECEIVED.match(squeeze(text)) for text in lines)
    days = _days(lines, title, other, collects)
    if days.sure:
        return days.sure
    near = [
        text
        for text in (title, other, *lines[:LINES_MAX])
        if len(text) <= 60 and not _PUBLISHED.search(text[:12]) and not _schedules(text)
        if not (collects and _PERIOD.search(squeeze(text)))
    ]
    near.sort(key=lambda text: not _names_weekday(text))  # lists of other days beside the record name none
    for text in near:
        apart = not find_dates(text) and (text == title or _names_weekday(text))
        own = text if apart else ""  # 令和６年　総務委員会　３月４日（月曜日）
        if day := _in_session_year(text, session) or _in_session_year(text, own):
            return day
    public = [one for one in days.public if collects or not received or not one[0]]
    if days.rest or days.late or ((collects or received) and public):
        return (*days.rest, *days.late, *(day for _, day in sorted(public)))[0]
    return _without_year((title, other, *lines[:LINES_MAX]), near)


def day_in_feet(text: str) -> str:
    """The one day that the feet of the pages bear (《令和６年６月１８日》 － 1 －), of an excerpt whose head is not there; else empty."""
    feet = (line for line in text.splitlines() if PAGE_FOOT.match(line))
    days = {found.iso for foot in feet for found in find_dates(foot)}
    return days.pop() if len(days) == 1 else ""


def _labelled_day(lines: list[str], session: str) -> str:
    """The day in a field of the head that is named for it; empty where there is none."""
    for value in labelled(lines, "date"):
        if found := find_dates(value) or find_dates(re.split(r"[（(]", value)[0]):
            return found[0].iso
        if day := _in_session_year(value, session):
            return day
        if abroad := _MONTH_FIRST.match(value):
            return f"{abroad[3]}-{abroad[1]}-{abroad[2]}"
    return ""


@dataclass(slots=True)
class _Days:
    """The whole dates of a head, as ISO: one that is the day itself, those that may be, those of other days by the word before them, those
    on which something was made public (with whether by no word of its own)."""

    sure: str = ""
    rest: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    public: list[tuple[bool, str]] = field(default_factory=list)


def _days(lines: list[str], title: str, other: str, collects: bool) -> _Days:
    """The dates of the head up to one that is sure; `collects`: whether it says until when opinions could be sent in."""
    days = _Days()
    for above, text in zip(("", "", "", *lines), (title, other, *lines), strict=False):
        folded = fold(text)
        for found in find_dates(text):
            before, after = folded[: found.start], folded[found.end :]
            named = squeeze(before)  # 招 集 通 知 年 月 日
            if collects and (_PERIOD.search(named) or _is_bare_period(above)):
                continue
            if not named and _RECEIVED.fullmatch(squeeze(above)):
                continue
            if made := _MADE_PUBLIC.search(before):
                days.public.append((made[1] is None, found.iso))
            if _PUBLISHED.search(before) or _FACT.match(after) or _schedules(text):
                continue
            other_day = _OTHER_DAY.search(named) is not None
            if text in (title, other) or (_WEEKDAY.match(after) and not other_day):
                days.sure = found.iso
                return days
            (days.late if other_day else days.rest).append(found.iso)
    return days


def _without_year(head: Sequence[str], near: Sequence[str]) -> str:
    """The day in the fiscal year that the head names, the day before another one that it names, or the day in its one year."""
    year = next((m[0] for text in head if "。" not in text and (m := _FISCAL.search(fold(text)))), "")
    if any(_NEXT_BUDGET.search(fold(text)) for text in head if "。" not in text):
        year = year.removesuffix("度")  # voted in the spring before it begins
    days = (
        _in_session_year(text, year) for text in head if year and len(text) <= 60 and not _schedules(text)
    )
    named_days = [text for text in head if not (_OTHER_DAY.search(text) or _schedules(text))]
    return next((day for day in days if day), "") or day_before(named_days) or _in_lone_year(near, head)


def _in_lone_year(near: Sequence[str], head: Sequence[str]) -> str:
    """The day of 「9月24日（水）」 in the one year that stands on a line of its own (令和7年) or before what met (令和7年　総務委員会);
    empty where there is none, or the weekday is another."""
    years = {found["year"] for line in head if (found := _LONE_YEAR.fullmatch(fold(squeeze(line))))}
    if len(years) != 1:
        return ""
    for text in filter(_names_weekday, near):
        iso = _in_session_year(text, *years)
        letter = re.search("[月火水木金土日]", re.split("月[^日]*日", fold(text), maxsplit=1)[-1])
        if iso and letter and "月火水木金土日"[date.fromisoformat(iso).weekday()] == letter[0]:
            return iso
    return ""


def _is_period(text: str) -> bool:
    """Whether a line says on which days opinions could be sent in, or heads the line that does."""
    return _PERIOD.search(squeeze(text)) is not None and (bool(find_dates(text)) or _is_bare_period(text))


def _is_bare_period(text: str) -> bool:
    """２ 意見の募集期間 on a line of its own: the days stand below it."""
    label = squeeze(text)
    found = _PERIOD.search(label)
    return found is not None and len(label) <= 20 and not label[found.end() :].strip("：:】）)")


def _schedules(text: str) -> bool:
    """A sentence of several days: the meetings to come."""
    return "。" in text and len(re.findall(r"月\s*[0-9]{1,2}\s*日", fold(text))) > 1


def _names_weekday(text: str) -> bool:
    folded = fold(text)
    day = _MONTH_DAY.search(folded)
    return day is not None and _WEEKDAY.match(folded, day.end()) is not None


def _in_session_year(text: str, session: str) -> str:
    """「3月7日」 with the year of the session: calendar year of a 定例会, fiscal year where 年度 is printed."""
    day = _MONTH_DAY.search(fold(text))
    year = re.search(YEAR, fold(session))
    if not day or _FACT.match(fold(text), day.end()) or not year or (base := year_of(year)) is None:
        return ""
    month = number(day[1]) or 0
    if "年度" in session and month <= 3 and not _NEXT_BUDGET.search(fold(text)):
        base += 1
    found = find_dates(f"{base}年{month}月{number(day[2])}日")
    return found[0].iso if found else ""
