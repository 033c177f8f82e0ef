"""Names, places and dates of the record in the language of the page, to stand among words of ours.

On the Japanese page they are as the record has them. On the English page a town has its name of the register in Latin letters
(調布市: Chofu City), a session is counted in words, a date is written in English; an office has its reading beside it, so that an
official title is never translated wrongly. Names of bodies and persons stay as printed.
"""

from __future__ import annotations

import calendar
import datetime
from collections import Counter
from collections.abc import Iterable, Sequence

from chat import framing
from chat.offices_en import office_en
from chat.romaji import romanise
from chat.types import Reach
from chat.words import language, t
from corpus.eras import to_wareki
from corpus.types import Meeting, Speaker
from retriever.types import Filter


def clock(moment: str) -> str:
    """The moment (ISO 8601) on the clock of the office: 2026-11-28 09:52."""
    return datetime.datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")


def _japanese() -> bool:
    return language() == "ja"


def town(name: str) -> str:
    """調布市, Chofu City."""
    return name if _japanese() else framing.town_name_en(name)


def towns(names: Iterable[str]) -> str:
    """調布市、金沢市 or Chofu City, Kanazawa City."""
    return listed(town(name) for name in names)


def town_choices(names: Sequence[str]) -> list[tuple[str, str]]:
    """(what is read, name) for a list to choose from; towns that are read alike have their Japanese name beside it."""
    shown = [town(name) for name in names]
    same = Counter(shown)
    return [
        (words if same[words] == 1 or words == name else f"{words} ({name})", name)
        for words, name in zip(shown, names, strict=True)
    ]


def listed(parts: Iterable[str]) -> str:
    """Names one after the other, empty ones left out."""
    return ("、" if _japanese() else ", ").join(filter(None, parts))


def span(first: str, last: str) -> str:
    """From … to …, once where both are the same."""
    return ("〜" if _japanese() else "–").join(dict.fromkeys((first, last)))


def day(iso: str) -> str:
    """令和6年3月7日, 7 March 2024; empty where there is none."""
    return to_wareki(iso) if _japanese() else framing.date_en(iso)


def month(key: str) -> str:
    """A year, fiscal year or month as `chat.desk.facts` has it: 2025-10, 2025, FY2025 → 2025年10月, October 2025."""
    year, *rest = key.removeprefix("FY").split("-")
    if _japanese():
        return f"{year}{'年度' if key.startswith('FY') else '年'}{f'{int(rest[0])}月' if rest else ''}"
    name = f"{calendar.month_name[int(rest[0])]} " if rest else ""
    return f"{'fiscal ' if key.startswith('FY') else ''}{name}{year}"


def body(meeting: Meeting) -> str:
    """調布市議会, Chofu City Council (調布市議会)."""
    name = meeting.body or meeting.town
    return name if _japanese() else framing.body_en(meeting)


def session(name: str) -> str:
    """令和6年第1回定例会, 1st regular session of 2024."""
    return name if _japanese() else framing.session_en(name)


def place(meeting: Meeting) -> str:
    """Body, session and date of a meeting."""
    if _japanese():
        return framing.place_ja(meeting)
    return listed(
        (framing.body_en(meeting), framing.session_en(meeting.session), framing.date_en(meeting.date))
    )


def speaker(who: Speaker) -> str:
    """行政経営部長 森川; 行政経営部長 (Gyosei Keiei Bucho) 森川."""
    if _japanese():
        return framing.speaker_ja(who)
    return " ".join(filter(None, (office(who.office), who.name)))


def office(name: str) -> str:
    """An office, with its reading on the English page."""
    return name if _japanese() or not name else office_en(name, romanise)


def citation(meeting: Meeting, who: Speaker, role: str = "answer") -> str:
    """A line to paste into a document; see `framing.citation_line`."""
    if _japanese():
        return framing.citation_line(meeting, who, role)
    return framing.citation_line_en(meeting, who, role, romanise)


def quoted(quotation: str, line: str) -> str:
    """A quotation in its marks with its citation line in brackets."""
    return f"{quotation}（{line}）" if _japanese() else f"{quotation} ({line})"


def filters(chosen: Filter) -> str:
    """What narrows a search, in words: 調布市・令和6年3月1日〜令和6年3月31日."""
    names = map(town, (*chosen.towns, chosen.prefecture))
    parts = (*names, chosen.body, chosen.office, span(day(chosen.since), day(chosen.until)))
    return ("・" if _japanese() else ", ").join(filter(None, parts))


_REACHES = {
    (True, True): "{towns}・{held}（{period}）を検索",
    (True, False): "{towns}・{held}を検索",
    (False, True): "{held}（{period}）を検索",
    (False, False): "{held}を検索",
}
"""By whether towns and days are known: a record need not say either."""


def reach(searched: Reach) -> str:
    """How many exchanges (of a record without any: statements) of how many towns were searched, from when to when."""
    towns = t("{n}自治体", n=len(searched.towns)) if searched.towns else ""
    beside = ("、" if _japanese() else "; ").join(filter(None, (months(searched), unnamed(searched))))
    return t(_REACHES[bool(towns), bool(beside)], held=held(searched), towns=towns, period=beside)


def held(searched: Reach) -> str:
    """How many exchanges (of a record without any: statements)."""
    n = searched.exchanges or searched.statements
    return t("{n}件の質疑", n=n) if searched.exchanges else t("{n}件の発言", n=n)


def unnamed(searched: Reach) -> str:
    """How many of them are of no town that is counted beside them; empty where all are, or no town is."""
    return (
        t("うち{n}件は自治体名の記載なし", n=searched.unnamed) if searched.towns and searched.unnamed else ""
    )


def months(searched: Reach) -> str:
    """The months from the first meeting searched to the last; empty where none has a date."""
    return span(searched.first_date[:7], searched.last_date[:7]) if searched.first_date else ""
