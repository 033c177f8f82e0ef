"""The session (会期) that a title or header names: 令和3年度第1回, 令和6年第1回定例会, 令和元年９月定例会."""

from __future__ import annotations

import re

from corpus.eras import YEAR, fold
from corpus.patterns import FOLDED_NUMERAL, any_of
from ingest.text.normalize import is_spaced, squeeze

_MEETING = rf"(?:{FOLDED_NUMERAL}{{1,2}}月\s*)?" + any_of(
    r"定例月?会(?!見)(?:議(?![事案録決]))?",
    *r"定例月議会 臨時会(?:議(?![事案録決]))? 定例議会 定例[市町村区県]議会 臨時議会 臨時[市町村区県]議会".split(),
)
_NAMED_MEETING = re.compile(rf"\s*[^\s、。]{{0,24}}?議会\s*[（(]?(?P<kind>{_MEETING})")
_MONTHLY = re.compile(rf"{YEAR}\s*年\s*[0-9]{{1,2}}\s*月(?!\s*[0-9])")
"""令和元年９月…県議会定例会: prefectures count their sittings by the month."""
_YEARLY = re.compile(rf"{YEAR}\s*年(?=[^\s0-9第度（(])")
_BY_MONTH = re.compile(
    r"\s*[0-9]{1,2}\s*月\s*(?:定例会議?|会議)(?!録)|\s*[0-9]{1,2}\s*月\s*定例会(?=議会議録)"
)
"""令和７年…町議会定例会１２月定例会議: the one sitting of the year, in months."""
_YEAR_BEFORE = re.compile(rf"({YEAR}\s*年)\s*[^\s、。（）()0-9第]{{2,16}}議会\s*$")
"""令和７年…町議会第２回定例会: the year stands before the council's name."""
_MONTH_MEETING = re.compile(rf"{YEAR}\s*年\s*[0-9]{{1,2}}\s*月\s*会議(?![録場室])")
"""令和６年１月会議: a council that sits all the year round counts its meetings by the month."""
_KIND_IN_BRACKETS = re.compile(r"\s*[（(]\s*(定例|臨時)会?\s*[)）]")
"""平成29年第3回（定例）岡…町議会会議録."""
_IN_ONE_SITTING = re.compile(r"\s*[0-9]{1,2}\s*月\s*会議(?![録場室])")
"""平成23年定例会12月会議: the one sitting of the year goes on in that month."""
SESSION = re.compile(
    rf"(?:{YEAR}\s*年\s*(?:[（(][^)）]{{1,12}}[)）])?\s*度?\s*[,、]?\s*)?"
    + any_of(
        rf"(?<![0-9])第\s*[0-9一二三四五六七八九十百]{{1,4}}\s*回\s*(?:[（(]\s*[0-9]{{1,2}}\s*月\s*[)）]\s*(?={_MEETING}))?"
        rf"(?:{_MEETING})?",
        rf"(?:第\s*[0-9]{{1,3}}\s*)?{_MEETING}",
    )
)
_IN_MONTH = re.compile(r"[（(]\d{1,2}月[)）]")


def find_session(*texts: str) -> str:
    """令和3年度第1回, 令和6年第1回定例会: the most telling of the first ones; without blanks, as printed.

    A council's name between number and kind (第1回調布市議会定例会) is left out: it is the body's.
    """
    best = ""
    for text in texts:
        folded = fold(text)
        for match in SESSION.finditer(folded):
            printed = _IN_MONTH.sub("", squeeze(text[match.start() : match.end()]))
            if printed[0] == "第" and (year := _YEAR_BEFORE.search(folded, 0, match.start())):
                printed = squeeze(text[year.start(1) : year.end(1)]) + printed
            if printed.endswith("回") and (kind := _NAMED_MEETING.match(folded, match.end())):
                printed += squeeze(text[kind.start("kind") : kind.end("kind")])
            if printed.endswith("回") and (kind := _KIND_IN_BRACKETS.match(folded, match.end())):
                printed += kind[1] + "会"
            if printed.endswith("定例会") and (month := _IN_ONE_SITTING.match(folded, match.end())):
                printed += squeeze(text[month.start() : month.end()])
            if _weight(printed) > _weight(best):
                best = printed
        for match in _MONTHLY.finditer(folded):
            kind = _NAMED_MEETING.match(folded, match.end())
            printed = squeeze(text[match.start() : match.end()]) if kind else ""
            if kind and _weight(
                printed := printed + squeeze(text[kind.start("kind") : kind.end("kind")])
            ) > _weight(best):
                best = printed
        for match in _YEARLY.finditer(folded):
            if kind := _NAMED_MEETING.match(folded, match.end()):
                month = _BY_MONTH.match(folded, kind.end())
                start = month.start() if month and "定例" in month[0] else kind.start("kind")
                end = month.end() if month else kind.end("kind")
                printed = squeeze(text[match.start() : match.end()] + text[start:end])
                if _weight(printed) > _weight(best):
                    best = printed
        if not best and (monthly := _MONTH_MEETING.search(squeeze(folded) if is_spaced(text) else folded)):
            best = squeeze(text)[monthly.start() : monthly.end()] if is_spaced(text) else monthly[0]
        if best and _weight(best) >= 2:
            return best
    return best


def _weight(session: str) -> int:
    return ("年" in session) + ("回" in session) + ("会" in session)
