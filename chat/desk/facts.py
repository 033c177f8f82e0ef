"""Figures, dates and words of commitment in a sentence, with their places, so that two sentences can be set side by side.

1. Dates first: what is left are figures. Relative dates (昨年度) count from a given day.
2. A figure is a number with a counter; values are compared as numbers (2,500万円 = 25,000,000円), counters with their
   spelling variants folded.
3. One commitment a sentence: the most reserved of its wordings, for 「実施に向けて検討する」 is 検討, never 実施.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.eras import ERAS, YEAR, era_year, fold, number, year_of
from corpus.numerals import value_of
from corpus.patterns import FOLDED_NUMERAL, any_of

FactKind = Literal["figure", "date", "commitment", "name", "word"]

_DIGITS = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_NUMBER = rf"(?:{_DIGITS}(?:[兆億万千百十]+(?:{_DIGITS})?)*|[一二三四五六七八九十百千]{{1,4}}(?:[万億]?))"
_UNITS = (
    "パーセント|%|円|ポイント|割|か所|箇所|カ所|ヶ所|ヵ所|か月|カ月|ヶ月|ヵ月|年間|週間|日間|時間|世帯|団体|自治体|市町村|施設|事業|法人|組織|路線|店舗|"
    "平方メートル|平方キロ|キロメートル|メートル|キロ|ヘクタール|トン|リットル|ha|km|kg|m|人日|人|名|件|枚|台|回|個|校|社|種類|戸|棟|冊|本|分|点|床|"
    "ページ|ビュー|アクセス|ダウンロード|フォロワー|食|席|室|便|店|隻|頭|匹|羽|階|歳|倍|隊|班|基|艇|着|箱|缶|袋|セット|区画|か国|カ国|者|年|日"
)
_FIGURE = re.compile(
    r"(?<![0-9.,第数時誰])"
    # 「一人でも」「1円たりとも」
    r"(?![1一](?:人|名|件|台|円|日)(?:でも|たりとも))"
    # 「十分な」, not 「十分間」
    r"(?!十分(?!間|程度|以内|前後|ほど|おき|ごと|弱|強|後))"
    # 「一人当たり」「一人一人」
    r"(?!一人(?:[当あ]たり|ひとり|一人))"
    rf"(?P<n>{_NUMBER})\s*(?P<u>{_UNITS})(?!目|の[0-9])"
)
"""A number with its counter: 十分 mostly says 「enough」, 一人当たり, 誰一人, 一件でも, １点目 and 4分の3 count nothing,
nor does the time of day (13時30分)."""
_SAME_UNIT = {
    "名": "人", "箇所": "か所", "カ所": "か所", "ヶ所": "か所", "ヵ所": "か所", "カ月": "か月", "ヶ月": "か月", "ヵ月": "か月",
    "パーセント": "%", "者": "社", "年間": "年", "日間": "日", "カ国": "か国",
}  # fmt: skip
_NAMED_BY_YEAR = re.compile(rf"{YEAR}\s*年(?=\s*(?:第\s*{FOLDED_NUMERAL}+\s*[回号]|請願|陳情|議案))")
"""The year in a name: 令和4年請願第15号, 令和6年第1回定例会."""

_RELATIVE = {
    "一昨年": -2, "昨年": -1, "去年": -1, "前年": -1, "今年": 0, "本年": 0, "来年": 1, "翌年": 1, "再来年": 2, "次年": 1,
}  # fmt: skip
RELATIVE = re.compile("|".join(sorted(_RELATIVE, key=len, reverse=True)))
"""A year that is named from the day of speaking."""

_REIWA = ERAS[0][2].isoformat()
"""The first day on which a year without its era (７年度) is one of 令和."""

_N = rf"{FOLDED_NUMERAL}{{1,3}}"
_IN_MONTH = rf"(?P<m>{_N})\s*月(?!間)(?:\s*(?P<d>{_N})\s*日(?!間)|(?P<last>末日))?"
_MONTH_DAY = rf"(?:\s*の?\s*{_IN_MONTH})?"
_DATES = (
    re.compile(rf"{YEAR}\s*年(?P<f>度)?(?!間){_MONTH_DAY}"),
    re.compile(rf"(?<!対)(?P<rel>{RELATIVE.pattern})(?P<f>度)?{_MONTH_DAY}"),
    re.compile(rf"(?<![0-9一二三四五六七八九十第])(?P<bare>{_N})\s*年(?P<f>度)"),
    re.compile(rf"(?<!{FOLDED_NUMERAL}){_IN_MONTH}"),
)

_DOES = any_of(
    *"実施 導入 整備 設置 策定 開始 拡充 拡大 開催 公表 作成 配備 配置 購入 改修 支援 継続 強化".split()
)
COMMITMENTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(any_of(*wordings)))
    for name, *wordings in (
        # 「延長しないことといたしました」「実施しない方針」
        ("実施しない", r"ない(?:こと(?:と|に)(?:し|いたし|なっ|なり)|方針|予定(?:で|だ|と|。|$))"),
        (
            "困難",
            # 「困難です」, not 「避難困難者」
            r"困難(?!者|区域|な(?:方|人|状況に))",
            r"難し(?:い|く)",
            # 「考えはございません」「予定しておりません」
            r"(?:考え|予定)(?:は|て(?:は)?)(?:い|ござい|あり|おり)?(?:ません|ない)",
            r"(?:考えて|予定して)(?:は)?(?:い(?:ない|ません)|おりません)",
            *"でき(?:ない|ません|かね) 見送 (?<!顔を)見合わせ".split(),
        ),
        ("研究", r"研究(?:し|を(?:し|進|重|行|続)|課題|していき|してまい)"),
        (
            "検討",
            # 「検討を重ねてきたもので、このほど…設けることとしました」 considers no longer
            r"検討(?!を(?:進め|重ね)て(?:き(?:まし)?|(?:まいり|参り)まし)た(?:もの|ところ|結果)で?、)(?:し|を(?:し|進|重|行|続|開始)|中(?!の)|課題|さ(?:せ|れ)|いたし|する)",
            *"見直しを考え 検証を(?:進|行)".split(),
        ),
        ("努める", *"努め(?:て|る|ます|たい) 注視し 見守(?:っ(?:て|た)|り(?:ます|たい))".split()),
        # 「目指します」, not 「目指しているのか」
        ("目指す", r"(?:目指|めざ)(?:し(?:て(?!いる|いた[^だ])|ます)|す(?:。|$|こと|もの))"),
        (
            "実施する",
            # 「進めてまいります」「開設する予定です」「配ることといたしました」
            r"(?:て|で)(?:まいり|参り|いきたい|いきます|いく(?!か|べき|必要|[上中際])|ゆく)",
            r"予定(?:で|して|だ|と|。|$)",
            r"こと[とに](?:し|いたし|致し)(?:て|た|ま)",
            *"方針で 計画(?:で(?:す|ある|あり)|して)".split(),
            # 「拡充いたします」「整備する。」
            rf"{_DOES}(?:し(?:ます)|いたします|する(?:。|$))",
            # 「増員します」, not 「御説明します」
            r"(?<!説明)(?<!回答)(?<!報告)(?<!答弁)(?<=[一-鿿ァ-ヶー])(?:を)?(?:し|いたし)ます(?:。|$)",
            *"進め(?:ます|る(?:。|$)) 行(?:います|う(?:。|$)) 増やします 始めます 設けます".split(),
        ),
        ("していない", r"(?:おり|い|あり|ござい)ません(?!か)", r"てい?ない(?:。|$|ところ|状況|が[、,])"),
        (
            "実施済",
            r"ました",
            # 「配っております」, not 「考えております」; 「設置している学校は2校」 tells of the schools
            r"(?<!考え)(?<!思っ)(?<!認識し)(?<!期待し)(?<!存じ)(?:て|で)"
            r"(?:おります|おる|います|(?:いる|いた)(?![一-鿿ァ-ヶー]{1,8}[はがをにの])|おり、)(?!たい)",
            *"済み (?<!で)した(?:。|ところ|もので)".split(),
        ),
    )
)  # fmt: skip
"""(kind, wording), the most reserved first: the first that a sentence holds is what it commits to, at most."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure, date, commitment, name or (of two opposite ones) word at `[start, end)` of its text. `key` is what is compared; `unit` the counter of a figure,
    for a date its grain (year, fiscal, month, day, month-day, season)."""

    kind: FactKind
    text: str
    key: str
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Contrast:
    """A fact of one text set against those of the same sort of another: `same` where one of them is equal."""

    mine: Fact
    theirs: tuple[Fact, ...]
    same: bool


def facts(text: str, day: str = "") -> tuple[Fact, ...]:
    """The facts of a sentence in their order; `day` (ISO) is what 「昨年度」 counts from."""
    folded = _NAMED_BY_YEAR.sub(lambda match: "\0" * len(match.group()), fold(text))
    dates = list(_dates(folded, text, day))
    masked = folded
    for fact in dates:
        masked = masked[: fact.start] + "\0" * (fact.end - fact.start) + masked[fact.end :]
    figures = []
    for match in _FIGURE.finditer(masked):
        value = value_of(match["n"])
        if value is not None:
            unit = _SAME_UNIT.get(match["u"], match["u"])
            value, unit = (value * 10, "%") if unit == "割" else (value, unit)
            figures.append(
                _fact("figure", text, f"{value:.6g}" if value % 1 else str(int(value)), unit, match)
            )
    found = [*dates, *figures]
    if commitment := _commitment(folded, text):
        found.append(commitment)
    return tuple(sorted(found, key=lambda fact: fact.start))


def contrast(mine: Sequence[Fact], theirs: Sequence[Fact]) -> tuple[Contrast, ...]:
    """Those of `mine` that `theirs` also say something of: equal, or of the same counter, grain or kind and different."""
    out = []
    for fact in mine:
        # A date of another grain (令和6年 beside 令和6年3月) neither agrees nor differs.
        comparable = tuple(other for other in theirs if (other.kind, other.unit) == (fact.kind, fact.unit))
        if comparable:
            equal = tuple(other for other in comparable if other.key == fact.key)
            out.append(Contrast(fact, equal or comparable, bool(equal)))
    return tuple(out)


_REPORTED = re.compile(
    any_of(
        # 「行わないと答弁しました。」「設置すると答えています」
        r"と(?:は)?(?:(?:答弁|回答|説明|表明|発言|報告)(?:を)?(?:し|され|いたし)|答え(?:られ)?|述べ(?:られ)?|言(?:っ|い|われ)|話し)"
        r"(?:て(?:い|お)(?:り)?)?(?:ました|ます|た|る)",
        # 「実施するとの答弁がありました」
        r"との(?:答弁|回答|説明|答え)(?:が(?:あり|ござい)ました|でした|です|であった|を(?:いただ|得)[^。]{0,8})",
    )
    + r"[^。、]{0,6}。?\s*$"
)
"""What ends a draft's sentence on an earlier reply: what it commits to stands before."""


def unreported(text: str) -> str:
    """A sentence without the end that says only that it is a reply of before."""
    reported = _REPORTED.search(text)
    return text[: reported.start()] if reported else text


_DEED = re.compile(
    r"(?P<deed>(?!実施|実行|取組|推進|対応|開始)[一-鿿]{2})(?:を)?(?:(?:し|いたし|致し|され|行っ|行い)(?:て|ま|た)|済み)[^一-鿿]{0,8}$"
)


def is_of_that_deed(clause: str, told: str) -> bool:
    """Whether a clause may be of the deed that a sentence says is done (派遣しました, 入居しています): one on another deed for the same thing
    neither says so nor denies it."""
    deed = _DEED.search(unreported(told))
    return deed is None or bool(re.search(re.escape(deed["deed"]) + r"(?![一-鿿ァ-ヶー])", clause))


def _commitment(folded: str, text: str) -> Fact | None:
    folded = unreported(folded)
    for name, pattern in COMMITMENTS:
        if match := pattern.search(folded):
            return _fact("commitment", text, name, "", match)
    return None


def _dates(folded: str, text: str, day: str) -> Iterator[Fact]:
    taken = bytearray(len(folded))  # by character: a line of 50,000 may hold 6,000 dates
    for pattern in _DATES:
        for match in pattern.finditer(folded):
            if 1 in taken[match.start() : match.end()]:
                continue
            key, grain = _day(match, day)
            if key:
                taken[match.start() : match.end()] = b"\1" * len(match.group())
                yield _fact("date", text, key, grain, match)


def _day(match: re.Match[str], day: str) -> tuple[str, str]:
    """(key, grain) of a date; both empty where it cannot be told which one is meant."""
    groups = match.groupdict()
    fiscal = bool(groups.get("f"))
    month = number(groups["m"]) if groups.get("m") else None
    date_ = number(groups["d"]) if groups.get("d") else None
    if groups.get("last") and month and month <= 12:
        date_ = monthrange(2023, month)[1]  # 末日; of February in a year that is no leap year
    if groups.get("rel"):
        base = _year_of(day, fiscal)
        year = None if base is None else base + _RELATIVE[groups["rel"]]
    elif groups.get("bare"):
        value = number(groups["bare"])
        year = None if value is None else era_year("平成" if day and day < _REIWA else "令和", value)
    else:
        year = year_of(match) if groups.get("wy") or groups.get("ey") else None
    if year is None and (groups.get("rel") or not month or month > 12):
        return "", ""
    if year is None:
        return (f"{month:02d}-{date_:02d}", "month-day") if date_ else (f"{month:02d}", "month-of-year")
    if fiscal:
        return f"FY{year}" + (f"-{month:02d}" if month else ""), "fiscal"
    if month is None:
        return str(year), "year"
    return (f"{year}-{month:02d}-{date_:02d}", "day") if date_ else (f"{year}-{month:02d}", "month")


def _year_of(day: str, fiscal: bool) -> int | None:
    try:
        base = date.fromisoformat(day)
    except ValueError:
        return None
    return base.year - (1 if fiscal and base.month < 4 else 0)


def _fact(kind: FactKind, text: str, key: str, unit: str, match: re.Match[str]) -> Fact:
    return Fact(kind, text[match.start() : match.end()], key, unit, match.start(), match.end())
