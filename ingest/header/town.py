"""Whose record it is: the municipality, from address, title, labels, the words of opening; else as `ingest.header.hometown` tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from corpus.places import Entry
from corpus.register import register
from corpus.types import Meeting, Municipality
from ingest.header.bodies import is_clause
from ingest.header.hometown import find_hometown, is_of_state, names_in
from ingest.header.labels import labelled
from ingest.header.sessions import find_session
from ingest.types import Document

NAMELESS = (
    "どの自治体の会議録か、本文からは分かりません。ファイル名に自治体名を入れて（例: 調布市_定例会.pdf）読み込み直すと、"
    "自治体を名指した質問で探せます（国などの会議録はそのままで構いません）"
)
"""A record whose town is unknown answers no question that names its town: the user can say it in the file's name."""


def noted(meetings: Sequence[Meeting], warnings: Sequence[str]) -> tuple[str, ...]:
    """What is to be said of a document as it was read: the warnings of the parser, before them that a meeting's town is unknown."""
    nameless = any(meeting.municipality is None for meeting in meetings)
    return (NAMELESS, *warnings) if nameless else tuple(warnings)


REACH = 20_000
"""Characters from the beginning in which addresses and the opening words are looked for."""


_URL = re.compile(r"https?://[^\s<>\"'「」、。)）]+")
_OPENED = re.compile(
    r"(議会|\S{0,24}?(?:委員会|審議会|協議会|懇談会|検討会))[^。]{0,30}?(?:開会|開議|開き|開催|始め|閉会|散会|招集|のご案\n?内|に当たり|にあたり)"
)
_CITIZENS = re.compile(r"民[^\s、。]{0,8}?(?:課|部|局|室|係|センター)")
"""藤岡市民課長 is Mr Fujioka of the 市民課, in the roster of any city."""
_ELECTED = re.compile("選出|選挙区")
"""船橋市選出: whom a member of the prefecture's council stands for."""
_HEADS = re.compile(r"(?:副?[市町村区]?長|副?知事|議会議員|職員)[）)]")
"""岡崎 誠也（高知市長）: where somebody comes from who sits in a council of others."""
_BRANCH = re.compile(r"\S{1,8}(?:合同庁舎|総合庁舎|地方事務所)")
"""宮城県古川合同庁舎: the hall of a prefecture's branch, where others meet."""
_AFFILIATED = re.compile(
    r"\S{0,16}(?:センター|協会|連合会|協同組合|大学|研究所|財団|会議所|連盟|法人|病院)\s*\S{0,12}(?:長|授|事|役|講師|研究員)$"
)
"""県立○○センター長, 県○○協会理事: where a member of some other body comes from."""
ALONE_MAX = 8
"""Characters of （秋田県） on a line of a roster: whom the members below stand for."""
_SHORT = re.compile(r"(?<![一-鿿])(?:[一二三四]定)?([道都])議会")
_SHORT_NAMES = {"道": "北海道", "都": "東京都"}
"""二定道議会: of 道 and 都 there is one each."""
_ADDRESS = re.compile(r"(?:所在地|住所|〒[\s\d\-－]+)[^\n]{0,40}|お?問い?合わ?せ(?:先)?[\s：:]*[^\s。]{2,12}")


@dataclass(slots=True)
class _Votes:
    """How much speaks for each town, by its code."""

    weights: dict[str, float] = field(default_factory=dict)
    seen: dict[str, Entry] = field(default_factory=dict)
    aside: set[str] = field(default_factory=set)
    """Prefectures that a line names without an office or a body of theirs."""

    def add(self, entry: Entry, weight: float) -> None:
        """Counts what speaks for a town."""
        code = entry.municipality.code
        self.seen[code] = entry
        self.weights[code] = self.weights.get(code, 0.0) + weight


def find_town(document: Document, title: str, lines: list[str]) -> Entry | None:
    """The town whose record it is (see rule 2 of `ingest.header.meeting`); None where nothing but speech names one."""
    places = register()
    urls = [document.url] if document.url else []
    urls += _URL.findall(document.text[:REACH]) + _URL.findall(document.text[-3000:])
    addressed = [entry for url in urls[:20] if (entry := places.by_url(url))]
    votes = _Votes()
    around = " ".join((title, document.title, *lines[:60]))
    codes = {entry.municipality.code for entry in addressed}

    def which(candidates: tuple[Entry, ...]) -> Entry:
        return _of_namesakes(candidates, codes, around, document.text)

    for entry in addressed[:3]:
        votes.add(entry, 6.0 if entry is addressed[0] else 1.0)
    for line, weight in (
        (title, 5.0),
        (document.title, 4.0),
        *((line, 5.0) for line in labelled(lines, "body")),
        *((line, 1.0) for line in lines[:60]),
    ):
        if len(line) <= 200:
            passing = line not in (title, document.title)
            _count(votes, line, weight, passing, which)
    if not votes.weights:
        for match in _ADDRESS.finditer(document.text[-3000:]):
            for mention in places.find_names(match[0])[-1:]:
                votes.add(mention.entry, 1.0)
    if not votes.weights:
        for line in (title, document.title, *lines[:60]):
            for short in _SHORT.findall(line):
                for entry in places.by_name(_SHORT_NAMES[short])[:1]:
                    votes.add(entry, 1.0)
    best = max(votes.weights, key=lambda code: votes.weights[code], default="")
    if best and not (len(votes.weights) == 1 and best in votes.aside):
        return votes.seen[best]
    if not best and is_of_state(document.url):
        return None  # a mayor among its members speaks of his own town
    opening = find_opening(document)
    # A prefecture in passing (その他北海道) is whose record it is only where no town within it is.
    home = opening[0] if opening else find_hometown(document)
    within = best and home and home.municipality.prefecture == votes.seen[best].name
    return home if not best or within else votes.seen[best]


def _count(
    votes: _Votes, line: str, weight: float, passing: bool, which: Callable[[tuple[Entry, ...]], Entry]
) -> None:
    """Counts the towns that a line names, with what stands behind them; `passing`: the line is no title; `which` of namesakes."""
    mentions = register().find_names(line)
    addresses = {mention.start for mention in mentions}
    for mention in mentions:
        after = line[mention.end : mention.end + 12]
        bracketed = line[: mention.start][-1:] in ("（", "(")
        if _CITIZENS.match(after) or _ELECTED.match(after) or (bracketed and _HEADS.match(after)):
            continue
        if _BRANCH.match(after) or (bracketed and after[:1] in ("）", ")") and len(line) <= ALONE_MAX):
            continue
        organ = _ORGAN.match(after)
        prefecture = mention.entry.level == "prefecture"
        if prefecture and _AFFILIATED.match(line, mention.end):
            continue
        if prefecture and mention.end in addresses:
            organ = None  # 千葉県長南町: no 千葉県長
        factor = (0.3 if prefecture and not organ else 1.0) * (2.0 if organ else 1.0)
        found = which(mention.candidates)
        votes.add(found, weight * factor)
        if prefecture and not organ and passing:
            votes.aside.add(found.municipality.code)


_ORGAN = re.compile(
    r"議会|役所|役場|教育委員会|\S{0,10}(?:審議会|委員会|協議会|懇談会|本部)|長(?!野|崎|岡)",
)
"""What is the town's own, right behind its name."""


def _of_namesakes(candidates: tuple[Entry, ...], codes: set[str], around: str, text: str) -> Entry:
    """Of towns that share a name: the one of the address, then the one whose prefecture the header names, then speech most often."""
    if len(candidates) == 1:
        return candidates[0]
    return min(
        candidates,
        key=lambda e: (
            e.municipality.code not in codes,
            (home := e.municipality.prefecture) not in around,
            -text.count(home),
        ),
    )


def find_opening(document: Document) -> tuple[Entry, str, str] | None:
    """「ただいまから第５回○○町議会定例会を開会いたします」: the chair's own words name town, body, session."""
    for mention in names_in(document.text[:REACH]):
        match = _OPENED.match(document.text, mention.end)
        if match and not is_clause(match[1]):
            body = mention.entry.name + ("議会" if match[1].startswith("議会") else match[1])
            return mention.entry, body, find_session(document.text[max(0, mention.start - 24) : match.end()])
    return None


def is_council_address(document: Document) -> bool:
    """Whether the address is that of a council's pages, or of a system for minutes."""
    return re.search(r"gijiroku|kaigiroku|dbsr\.jp|kensakusystem|gikai", document.url) is not None


def city_of(place: Municipality | None) -> Municipality | None:
    """A ward of a designated city (横浜市…区) has no council: its city's record it is."""
    if place and (match := re.fullmatch(r"(\S+?市)\S+区", place.name)):
        found = register().by_name(match[1], place.prefecture)
        return found[0].municipality if found else place
    return place
