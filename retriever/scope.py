"""Where a question wants to be searched: towns, prefecture, body, period, from its wording.

1. Towns: written, kana or romaji names of the register; bare names (金沢) where such a town is loaded; Chinese character
   forms brought to Japanese ones first.
2. A period narrows only where it is the meeting's (「2024年3月の調布市議会で」, 「昨年度の答弁」), not where it dates a fact
   (「令和3年4月1日現在で何人」).
3. What the user set by hand always wins.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from corpus.periods import find_period
from corpus.places import latin
from corpus.register import register
from retriever.hangul import romanise_hangul
from retriever.question import normalise
from retriever.types import Filter

_MEETING = (
    r"(?:議会|定例会|臨時会|委員会|審議会|協議会|検討会|懇話会|会議|本会議|議事録|会議録|一般質問|代表質問|質疑|議事|総会|部会|"
    r"council|committee|meeting|session|assembly)"
)
_SAID = r"(?:答弁|答え|回答|質問|議論|審議|発言|述べ|説明|報告|取り上げ|言及|話題|指摘|尋ね|question|answer|said|say|discuss|debate|repl)"
_AFTER_PERIOD = re.compile(
    rf"^(?:の|における|に開かれた|に開催された|に行われた|に開いた|開催の|開会の|で|は|、|,| |of|,? the|第?\d*回?)*(?!に).{{0,24}}?{_MEETING}",
    re.IGNORECASE,
)
_PERIOD_SAID = re.compile(
    rf"^(?:度)?(?:の|に|は|、|以降|以降に|以前に|から|まで|間に?)*(?:[^。、？?]{{0,16}}?)?{_SAID}",
    re.IGNORECASE,
)
_SUFFIXES = "市区町村都道府県"


@dataclass(frozen=True, slots=True)
class Scope:
    """What the question narrows to. `missing` are towns that it names and that have no minutes loaded."""

    filters: Filter
    missing: tuple[str, ...] = ()
    named_towns: tuple[str, ...] = ()
    rest: str = ""
    """The question without the period that became a filter: its words need not stand in the record."""


def read_scope(question: str, loaded: Collection[str], today: date, given: Filter | None = None) -> Scope:
    """The scope of `question`.

    Args:
        question: as typed.
        loaded: names of the towns that have minutes (調布市).
        today: what 「昨年度」 counts from.
        given: filters set by hand; its non-empty fields replace what the wording says.
    """
    text = japanese_forms(normalise(question))
    towns, prefectures, missing = _places(text, loaded)
    since, until, rest = _period(text, today)
    filters = Filter(
        towns=towns,
        prefecture="" if towns or missing or not prefectures else prefectures[0],
        since=since,
        until=until,
    )
    if given:
        filters = replace(
            filters,
            towns=given.towns or filters.towns,
            prefecture=given.prefecture or filters.prefecture,
            body=given.body,
            since=given.since or filters.since,
            until=given.until or filters.until,
            office=given.office,
            side=given.side,
        )
        if given.towns:
            missing = tuple(town for town in given.towns if town not in loaded)
    return Scope(filters, missing, towns, rest)


def _places(text: str, loaded: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """(loaded towns, prefectures, towns that are not loaded), each in the order in which the text names them."""
    towns: list[str] = []
    prefectures: list[str] = []
    missing: list[str] = []
    for mention in register().find(text):
        names = [entry.name for entry in mention.candidates]
        here = next((name for name in names if name in loaded), None)
        if here:
            towns.append(here)
        elif _in_a_name(text, mention.start):
            continue
        elif mention.candidates[0].level == "prefecture":
            prefectures.append(names[0])
        else:
            missing.append(names[0])
    towns += _bare(text, loaded)
    towns += [name for name in _latin_bare(text, loaded) if name not in towns]
    if not towns:
        towns = list(_hangul(text, loaded))
    unique = tuple(dict.fromkeys(towns))
    return unique, tuple(dict.fromkeys(prefectures)), () if unique else tuple(dict.fromkeys(missing))


_NAME_BEFORE = re.compile(
    r"\b(?!(?:How|What|Which|When|Where|Who|Why|Does|Did|Do|Is|Are|Was|Were|Has|Have|Will|Would|Can|Could|In|At|Of|For|To|From|And|The|City|Town|Ward|Village)\b)"
    r"[A-Z][A-Za-z]+ $"
)


def _in_a_name(text: str, start: int) -> bool:
    """Whether a name in Latin letters is a piece of a longer one (City Tower Ayase): then no town need be meant."""
    return text[start].isascii() and bool(_NAME_BEFORE.search(text[:start]))


def _bare(text: str, loaded: Collection[str]) -> list[str]:
    """Loaded towns whose name stands without suffix (金沢, 八千代), not as a piece of a longer word of kanji or kana."""
    found = []
    for name in loaded:
        stem = name.rstrip(_SUFFIXES) if len(name) > 2 else name
        if len(stem) < 2:
            continue
        pattern = rf"(?<![一-鿿ァ-ヺー]){re.escape(stem)}(?![一-鿿ァ-ヺー])"
        if not register().by_name(name):  # the register finds the others, and knows 東村 from 東村山
            pattern += rf"|(?<![一-鿿]){re.escape(name)}"
        if re.search(pattern, text):
            found.append(name)
    return found


_NO_TITLE = "".join(
    rf"(?<!{re.escape(title)} )"
    for title in ("Councillor", "Councilor", "Mayor", "Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs.", "Dr", "Dr.", "Member", "Chair", "member", "councillor", "mayor")
)  # fmt: skip
"""Behind a title stands a person."""


def _latin_bare(text: str, loaded: Collection[str]) -> list[str]:
    """Loaded towns whose romaji, an English word or a surname as well (Ikeda, Date, Mine), stands where a town stands: in Ikeda,
    the mayor of Ikeda, Ikeda's."""
    if not re.search(r"[A-Z][a-z]{2}", text):
        return []
    found = []
    for name in loaded:
        entries = register().by_name(name)
        stem = latin(entries[0].municipality.romaji).capitalize() if entries else ""
        place = rf"(?:\b(?:in|of|for|does|did|will|would|has|is)\s+{stem}\b(?!\s+[A-Z])|{_NO_TITLE}\b{stem}['’]s\b)"
        if len(stem) > 2 and re.search(place, text):
            found.append(name)
    return found


def _hangul(text: str, loaded: Collection[str]) -> list[str]:
    """Loaded towns whose reading the Korean spelling of a name in `text` gives (가나자와 → kanazawa)."""
    words = [romanise_hangul(word) for word in re.findall(r"[가-힣]{2,}", text)]
    found = []
    for name in loaded:
        entries = register().by_name(name)
        stem = romanise_hangul(entries[0].municipality.romaji) if entries else ""
        if len(stem) >= 4 and any(word.startswith(stem) for word in words):
            found.append(name)
    return found


def _period(text: str, today: date) -> tuple[str, str, str]:
    """(since, until, text without the period) where the text names the meeting's period, else ("", "", text)."""
    period = find_period(text, today)
    if period is None:
        return "", "", text
    after = text[period.end : period.end + 60]
    before = text[max(0, period.start - 60) : period.start]
    meeting = _AFTER_PERIOD.search(after) or _PERIOD_SAID.search(after)
    english = re.search(rf"{_MEETING}[^.?]{{0,40}}\b(?:in|of|on|from|during|held)\s*$", before, re.IGNORECASE)
    asked_in = re.search(rf"{_SAID}\w*[^.?]{{0,20}}\b(?:in|on|during|since)\s*$", before, re.IGNORECASE)
    if not (meeting or english or asked_in):
        return "", "", text
    return period.since, period.until, f"{text[: period.start]} {text[period.end :]}"


@lru_cache(maxsize=1)
def _converter() -> tuple[Any, Any]:
    from opencc import OpenCC

    return OpenCC("s2t"), OpenCC("t2jp")


def traditional(text: str) -> str:
    """Japanese characters in their traditional forms, one for one (収, 收)."""
    from opencc import OpenCC

    old = str(OpenCC("jp2t").convert(text))
    return old if len(old) == len(text) else text


def japanese_forms(text: str) -> str:
    """Chinese text (no kana in it) with its characters in the forms that Japanese uses (平冢 → 平塚, 机构 → 機構)."""
    if re.search(r"[ぁ-ヺ]", re.sub(r"[「“”\"'『][^」”\"'』]*[」”\"'』]", "", text)) or not re.search(
        r"[一-鿿]", text
    ):
        return text
    to_traditional, to_japanese = _converter()
    return str(to_japanese.convert(to_traditional.convert(text))).replace("冢", "塚")
