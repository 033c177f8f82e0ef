"""Figures, dates and words of commitment in an English sentence, in the terms of those of the Japanese record (`chat.desk.facts`).

A figure counts in English without a counter: which one the record would have is told by the noun behind it (50 alerts, 41件). A noun
that is not listed gives no figure, for set against the wrong counter it would be said to differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat.desk.facts import Fact, FactKind
from corpus.eras import MONTHS_EN

_NUMBER = r"(?<![\d.,/-])(?P<n>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?![\d/])"
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_COUNTERS = {
    "%": "%|per ?cent",
    "円": "yen|JPY",
    "人": "people|persons?|residents?|staff|employees|members|children|students|pupils|users|officials|participants",
    "件": "alerts?|warnings?|notices?|cases?|incidents?|accidents?|applications?|requests?|reports?|consultations?|inquiries|complaints?|"
    "opinions?|comments?|projects?",
    "台": "terminals?|computers?|PCs?|devices?|tablets?|vehicles?|cars?|buses|cameras?|machines?",
    "回": "times|meetings?|sessions?",
    "世帯": "households?",
    "校": "schools?",
    "社": "companies|firms",
    "か所": "places|locations?|sites?",
    "団体": "municipalities|organi[sz]ations?|groups?",
    "年": "years",
    "か月": "months",
    "日": "days",
    "時間": "hours?",
    "分": "minutes",
}  # fmt: skip
_FIGURE = re.compile(
    rf"{_NUMBER}(?:[\s-](?P<scale>{'|'.join(_SCALES)}))?\s?(?:(?:new|security|further|more|public|such|full)\s)?(?:"
    + "|".join(f"(?P<c{n}>{words})" for n, words in enumerate(_COUNTERS.values()))
    + r")(?![A-Za-z])",
    re.IGNORECASE,
)
_YEN_SIGN = re.compile(rf"[¥￥]\s?{_NUMBER}(?:[\s-](?P<scale>{'|'.join(_SCALES)}))?", re.IGNORECASE)

_MONTH = "|".join(MONTHS_EN)
_YEAR = r"(?P<y>(?:19|20)[0-9]{2})"
RELATIVE_EN = re.compile(r"\b(?P<rel>this|last|next) (?P<f>(?:fiscal|financial) )?year\b", re.IGNORECASE)
"""A year that is named from the day of writing."""
_DATES = (
    re.compile(rf"\b(?P<d>[0-9]{{1,2}}) (?P<m>{_MONTH}),? {_YEAR}\b"),
    re.compile(rf"\b(?P<m>{_MONTH}) (?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}\b"),
    re.compile(rf"\b(?P<m>{_MONTH}),? {_YEAR}\b"),
    re.compile(rf"\b(?P<f>(?:fiscal|financial) (?:year )?|FY ?){_YEAR}\b", re.IGNORECASE),
    RELATIVE_EN,
    re.compile(
        rf"(?:{'|'.join(f'(?<=[^a-z]{word} )|(?<=^{word} )' for word in ('in', 'by', 'of', 'since', 'from', 'until', 'during'))}){_YEAR}\b",
        re.IGNORECASE,
    ),
)
_AWAY = {"last": -1, "this": 0, "next": 1}

COMMITMENTS = (
    ("実施しない", r"\b(?:will not|won't|does not plan|do not plan|no plans?)\b"),
    ("困難", r"\b(?:difficult|cannot|can't|unable to|not possible|impossible)\b"),
    ("研究", r"\b(?:studying|will study|research(?:ing)?|look(?:ing)? into)\b"),
    ("検討", r"\b(?:consider(?:s|ing|ed|ation)?|examin(?:e|es|ing)|review(?:ing)?)\b"),
    ("努める", r"\b(?:striv(?:e|es|ing)|endeavou?r(?:s|ing)?|make efforts?|do (?:our|its) best)\b"),
    ("目指す", r"\baim(?:s|ing)? (?:to|at|for)\b"),
    ("実施する", r"\b(?:will|shall|plans? to|planning to|is going to|are going to|intends? to)\b"),
    ("していない", r"\b(?:has|have|had|did|does|do|is|are|was|were)(?: not|n't)\b"),
    ("実施済", r"\b(?:ha(?:s|ve) (?!not\b)(?:already )?\w+(?:ed|en|un|ade|ut|ent|eld|uilt)|was \w+ed|were \w+ed|sent|introduced|started|installed|completed|established|held|issued)\b"),
)  # fmt: skip
"""(kind, wording), the most reserved first, as `chat.desk.facts.COMMITMENTS`."""
_COMMITMENTS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in COMMITMENTS)


def facts_in_english(text: str, day: str = "") -> tuple[Fact, ...]:
    """The facts of an English sentence in their order; `day` (ISO) is what “last year” counts from."""
    dates = list(_dates(text, day))
    masked = text
    for fact in dates:
        masked = masked[: fact.start] + "\0" * (fact.end - fact.start) + masked[fact.end :]
    found = [*dates, *_figures(masked), *_commitment(text)]
    return tuple(sorted(found, key=lambda fact: fact.start))


def _figures(text: str) -> Iterator[Fact]:
    units = list(_COUNTERS)
    for match in _FIGURE.finditer(text):
        unit = next(unit for n, unit in enumerate(units) if match[f"c{n}"])
        yield _fact("figure", match, _value(match), unit)
    for match in _YEN_SIGN.finditer(text):
        yield _fact("figure", match, _value(match), "円")


def _value(match: re.Match[str]) -> str:
    value = float(match["n"].replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1)
    return f"{value:.6g}" if value % 1 else str(int(value))


def _dates(text: str, day: str) -> Iterator[Fact]:
    taken = bytearray(len(text))
    for pattern in _DATES:
        for match in pattern.finditer(text):
            key, grain = _day(match.groupdict(), day)
            if key and 1 not in taken[match.start() : match.end()]:
                taken[match.start() : match.end()] = b"\1" * len(match.group())
                yield _fact("date", match, key, grain)


def _day(groups: dict[str, str | None], day: str) -> tuple[str, str]:
    """(key, grain) as those of a Japanese date; both empty where it cannot be told which one is meant."""
    fiscal = bool(groups.get("f"))
    if relative := groups.get("rel"):
        if not day:
            return "", ""
        year = int(day[:4]) - (fiscal and day[5:7] < "04") + _AWAY[relative.lower()]
    else:
        year = int(groups["y"] or 0)
    if fiscal:
        return f"FY{year}", "fiscal"
    if name := groups.get("m"):
        month = f"{year}-{MONTHS_EN.index(name) + 1:02d}"
        return (f"{month}-{int(groups['d'] or 0):02d}", "day") if groups.get("d") else (month, "month")
    return str(year), "year"


def _commitment(text: str) -> Iterator[Fact]:
    for name, pattern in _COMMITMENTS:
        if match := pattern.search(text):
            yield _fact("commitment", match, name, "")
            return


def _fact(kind: FactKind, match: re.Match[str], key: str, unit: str) -> Fact:
    return Fact(kind, match.group(), key, unit, match.start(), match.end())
