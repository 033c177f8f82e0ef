"""Where a question wants to be searched: towns, prefecture, body, period, from its wording.

1. Towns: see `retriever.scope_towns`; Chinese character forms are brought to Japanese ones first.
2. A period narrows only where it is the meeting's (「2024年3月の調布市議会で」, 「昨年度の答弁」), not where it dates a fact
   (「令和3年4月1日現在で何人」).
3. What the user set by hand always wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from corpus.patterns import FOLDED_NUMERAL, any_of
from corpus.periods import Period, find_periods, spanned
from corpus.register import register
from retriever.languages import unquoted
from retriever.question import normalise
from retriever.scope_towns import towns_asked
from retriever.types import Filter

_MEETING = any_of(
    # 「議会で」, not 「議会議員選挙」
    r"議会(?!議員[一-鿿]{0,4}選挙|[一-鿿]{0,2}選挙|棟)",
    # 「定例会」「会議」, not 「会議室」
    *r"定例会 臨時会 委員会(?!室) 審議会 協議会 検討会 懇話会 (?<!議)会議(?!室) 本会議 議事録 会議録 一般質問 代表質問 質疑".split(),
    *r"議事 総会 部会".split(),
    # in English
    r"(?:council|committee|assembly)(?! (?:election|by-election|hall|building|chamber))",
    r"meeting(?! room)",
    r"session",
    r"(?<!\d )(?<!how many )(?<!few )\bminutes\b",
)
"""Not what is called after a meeting: 「2023年4月の区議会議員選挙」 is no meeting of that month."""
_SAID = any_of(
    # 「答えた」「話題」; in English "asked", "said"
    *r"答弁 答え 回答 質問 議論 審議 発言 述べ 説明 報告 取り上げ 言及 話題 指摘 尋ね question answer said say discuss debate".split(),
    *r"repl \bask \bstatement \bstated \bremark \bmention \bexplain".split(),
)
_DATES_A_THING = (
    rf"(?!(?:の(?:(?!{_MEETING}|{_SAID})[^、。]){{1,20}}|に(?:(?!{_MEETING}|{_SAID})[^、。]){{1,12}}た(?=[一-鿿ァ-ヺ])[^、。]{{1,8}})"
    r"(?:について|に関して|に対して|をめぐって)(?!の))"
)
"""Not where the period dates what is spoken about: 「2024年の地震について議会で」, 「2022年に作られた計画について答えた」."""
_AFTER_PERIOD = re.compile(
    rf"^{_DATES_A_THING}"
    + any_of(
        # 「令和6年の」「3月5日に開かれた第2回」
        *r"の における に開かれた に開催された に行われた に開いた 開催の 開会の で は 、 ,".split(),
        r" ",
        # in English
        r"of",
        r",? the",
        *r"第?\d++回? 第 回".split(),
    )
    + rf"*(?!に).{{0,24}}?{_MEETING}",
    re.IGNORECASE,
)
_PERIOD_SAID = re.compile(
    # 「昨日の地震の被害を報告した」: behind の what is the object of saying is dated, not the saying.
    rf"^{_DATES_A_THING}(?:度)?(?:の(?:[^。、？?を]{{0,16}}?)?|(?:に|は|、|以降|以前|から|まで|間)*(?!の)(?:[^。、？?]{{0,16}}?)?){_SAID}",
    re.IGNORECASE,
)
_WHEN = r"(?:up to|prior to|in|of|on|from|during|held|since|until|till|before|after|between|over|for|by|through)(?:\s+the)?\s*"
_SAID_WHEN = re.compile(rf"{_SAID}\w*(?:[^.?]{{0,20}}\b{_WHEN}| )$", re.IGNORECASE)
_MEETING_WHEN = re.compile(rf"{_MEETING}[^.?]{{0,40}}\b{_WHEN}$", re.IGNORECASE)
_PREPOSITION = re.compile(rf"{_WHEN}(?=\s|$|\d)", re.IGNORECASE)
_BOTH = re.compile(r"\s*(?:と|や|、|及び|および|並びに|,|and|or)\s*")


@dataclass(frozen=True, slots=True)
class Scope:
    """What the question narrows to. `missing` are towns that it names and that have no minutes loaded."""

    filters: Filter
    missing: tuple[str, ...] = ()
    named_towns: tuple[str, ...] = ()
    rest: str = ""
    """The question without the period that became a filter: its words need not stand in the record."""


def read_scope(
    question: str,
    loaded: Collection[str],
    today: date,
    given: Filter | None = None,
    examples: bool = False,
) -> Scope:
    """The scope of `question`.

    Args:
        question: as typed.
        loaded: names of the towns that have minutes (調布市).
        today: what 「昨年度」 counts from.
        given: filters set by hand; its non-empty fields replace what the wording says.
        examples: whether towns count too that are no more than an example: what a sentence tells is told of them as well.
    """
    text = japanese_forms(normalise(question))
    asked = towns_asked(text, loaded, examples)
    prefectures = [name for name in asked.prefectures if _has_minutes(name, loaded)]
    missing = asked.missing
    if not (asked.loaded or prefectures):
        missing = (*missing, *asked.prefectures)
    since, until, rest = _period(text, today)
    filters = Filter(
        towns=asked.loaded,
        prefecture="" if asked.loaded or missing or not prefectures else prefectures[0],
        since=since,
        until=until,
    )
    if given:
        filters = _set_by_hand(filters, given)
        missing = tuple(town for town in given.towns if town not in loaded) if given.towns else missing
    return Scope(filters, missing, asked.loaded, rest)


def _set_by_hand(filters: Filter, given: Filter) -> Filter:
    """The filters of the wording with those that the user set in their place."""
    return replace(
        filters,
        towns=given.towns or filters.towns,
        prefecture=given.prefecture or filters.prefecture,
        body=given.body,
        since=given.since or filters.since,
        until=given.until or filters.until,
        office=given.office,
        side=given.side,
    )


def _has_minutes(prefecture: str, loaded: Collection[str]) -> bool:
    """Whether a prefecture or one of its towns is among those that have minutes: another one is spoken of like a town without any."""
    return any(
        entry.municipality.prefecture == prefecture for name in loaded for entry in register().by_name(name)
    )


PASTED = 400
"""Characters from which a question holds a page that was pasted: nobody types so much."""

_COUNTS = re.compile(rf"[0-9]|{FOLDED_NUMERAL}|元")


def _period(text: str, today: date) -> tuple[str, str, str]:
    """(since, until, text without the period) where the text names the meeting's period, else ("", "", text)."""
    named = find_periods(text, today)
    if len(text) > PASTED:
        # 「今年」 in a page of a record is its year, not today's.
        named = tuple(each for each in named if _COUNTS.search(text[each.start : each.end]))
    # What follows the next period or stands before the last one is said of that one.
    gaps = [
        text[start:end]
        for start, end in zip(
            [0, *(p.end for p in named)], [*(p.start for p in named), len(text)], strict=True
        )
    ]
    meant = _meant(text, named, gaps, _of_a_meeting) or _meant(text, named, gaps, _of_what_is_said)
    whole = spanned(meant)
    if whole is None:
        return "", "", text
    rest = text
    for period in reversed(meant):
        rest = f"{rest[: period.start]} {rest[period.end :]}"
    return whole.since, whole.until, rest


def _meant(
    text: str, named: Sequence[Period], gaps: Sequence[str], test: Callable[[str, str], bool]
) -> tuple[Period, ...]:
    """The periods that the question is about: those that pass `test` by what stands before and behind them, and those joined to
    such a one (令和3年と令和5年の議会)."""
    meant: list[Period] = []
    for i in reversed(range(len(named))):
        period = named[i]
        lead = _PREPOSITION.match(text[period.start : period.end])
        joined = bool(meant) and meant[0] is named[i + 1 :][0] and _BOTH.fullmatch(gaps[i + 1])
        if joined or test(gaps[i][-60:] + (lead[0] if lead else ""), gaps[i + 1][:60]):
            meant.insert(0, period)
    return tuple(meant)


_QUOTED = re.compile(rf"^(?:(?!{_MEETING})[^。]){{2,40}}?(?:[ただる]|ない|たい)」?、?と(?![きこも])")
"""What somebody is quoted with dates his own matter (「申告を今年は家で済ませた、と会議で語った」)."""


_COUNTED = re.compile(rf"{_MEETING}(?:の?開催)?(?:[はがを]|の?回数)?[^、。]{{0,10}}(?:何回|何度|いくつ|回数)")
_COUNTED_BEFORE = re.compile(rf"\bhow (?:many|often)\b[^.?]{{0,40}}{_MEETING}", re.IGNORECASE)
"""Meetings that are counted are the matter: 「令和2年度に開いた臨時議会は何回か」 may be told in any year."""


def _of_a_meeting(before: str, after: str) -> bool:
    if _QUOTED.search(after) or _COUNTED.search(after) or _COUNTED_BEFORE.search(before):
        return False
    return bool(_AFTER_PERIOD.search(after) or _MEETING_WHEN.search(before))


def _of_what_is_said(before: str, after: str) -> bool:
    return bool(_PERIOD_SAID.search(after) or _SAID_WHEN.search(before))


@lru_cache(maxsize=4)
def _converter(rules: str) -> Any:
    """What writes characters in other forms, by the name that OpenCC gives its rules (s2t: simplified → traditional)."""
    from opencc import OpenCC

    return OpenCC(rules)


def _one_for_one(text: str, rules: str) -> str:
    """`text` in other forms; as it is where that is not as many characters, and places in it would move."""
    new = str(_converter(rules).convert(text))
    return new if len(new) == len(text) else text


def traditional(text: str) -> str:
    """Japanese characters in their traditional forms, one for one (収, 收)."""
    return _one_for_one(text, "jp2t")


def simplified(text: str) -> str:
    """Chinese text in simplified characters, one for one (機構 → 机构)."""
    return _one_for_one(text, "t2s")


def japanese_forms(text: str) -> str:
    """Chinese text (no kana in it) with its characters in the forms that Japanese uses (平冢 → 平塚, 机构 → 機構)."""
    if re.search(r"[ぁ-ヺ]", unquoted(text, "「“”\"'『", "」”\"'』")) or not re.search(r"[一-鿿]", text):
        return text
    return str(_converter("t2jp").convert(_converter("s2t").convert(text))).replace("冢", "塚")
