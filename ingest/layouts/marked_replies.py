"""Opinions and replies of which only the reply is marked: a title, what a resident writes, 【回答】 or 対応, the reply, (担当課).

    市政だよりについて

     花の情報を毎月載せてください。

    【回答】

     季節の花を紹介しております。
     (担当課:秘書課)

So towns publish letters to the mayor and 市民の声. The opinion is what stands between its title and the mark; the title is the
nearest short line above that ends no sentence and stands by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.types import Exchange, Speaker, Turn, Utterance
from ingest.header.labels import labelled
from ingest.header.meeting import read_header
from ingest.people.names import is_name
from ingest.people.sidewords import is_answering, is_asking
from ingest.text.furniture import WEB_PAGE
from ingest.text.lines import Line, join, width
from ingest.text.normalize import squeeze
from ingest.turns.scanning import Scan, scan
from ingest.types import Document, Draft, Evidence, Layout

_TAG = re.compile(r"^[【［\[〈《<(（]\s*(?P<label>[^】］\]〉》>)）]{1,20})\s*[】］\]〉》>)）]")
_LONE = re.compile(r"^(?:[市町村区]長?(?:から)?の?)?(?:対応|返信|返答|お?返事)$")
"""対応 and 返信 as lines of their own head the replies to letters; alone in a text they are words like others."""
_RECEIVED = re.compile(r"[（(][^（()）]{4,16}(?:受理|受付|受領|受信|到着)(?:分)?[）)]$")
"""街路樹について（令和5年6月3日受理）: a title, whatever stands around it."""
_OF_AN_OFFICE = re.compile(r"\s*[（(](?P<office>[^（()）]{1,14}[課室局係])[）)]$")
"""街路樹について（土木課）: a title that names who replied, whatever stands around it."""
_OFFICE = re.compile(r"^[（(【]\s*(?P<line>[^）)】]{4,50})[）)】]$")
"""(担当課:土木課)"""
TITLE_MAX, SENTENCE_END = 60, "。．？?！!」』"
"""Columns of the longest title, and what no title ends in."""
PAIRS_MIN = 2
"""Fewer pairs may be a quotation with a word in brackets below it."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Positions in the lines: title (−1: none), the opinion and the reply as half-open ranges, the office that replied."""

    title: int
    opinion: tuple[int, int]
    reply: tuple[int, int]
    office: str


def detect(document: Document) -> Evidence:
    lines = scan(document.text, document.pages).lines
    marks = [i for i, line in enumerate(lines) if _is_mark(line)]
    pairs = list(_pairs(lines))
    reasons = (f"【回答】、対応などの行 {len(marks)}か所、その上に意見のあるもの {len(pairs)}か所",)
    # An opinion that is marked too is a dialogue's.
    marked = any(is_asking(squeeze(tag["label"])) for line in lines if (tag := _TAG.match(line.text)))
    if len(pairs) > PAIRS_MIN and _asker(pairs, lines):
        marked = True  # who asks stands above each
    if marked or len(pairs) < PAIRS_MIN or 2 * len(pairs) < len(marks):
        return Evidence(0.0, reasons)
    # Where every reply has its opinion above it, the document is of this form, whatever else takes turns in it.
    return Evidence(0.9 if len(pairs) == len(marks) else 0.8, reasons)


def read(document: Document) -> tuple[Draft, ...]:
    scanned = scan(document.text, document.pages)
    utterances: list[Utterance] = []
    exchanges: list[Exchange] = []

    def said(speaker: Speaker, place: tuple[int, int]) -> Turn:
        text, spans = join(document.text, scanned.lines[slice(*place)], scanned.wrap)
        utterances.append(Utterance(len(utterances), speaker, text, spans))
        return Turn(speaker, text, spans, utterance=len(utterances) - 1)

    pairs = list(_pairs(scanned.lines))
    asker = _asker(pairs, scanned.lines)
    for pair in pairs:
        asked = said(Speaker(asker, "", "member") if asker else Speaker("", "", "other"), pair.opinion)
        replied = said(Speaker("", pair.office, "executive"), pair.reply)
        title = _OF_AN_OFFICE.sub("", scanned.lines[pair.title].text) if pair.title >= 0 else ""
        # The page's own title (ご意見と回答（6月受付分）) is no topic.
        topic = "" if "回答" in title or asker else title
        exchanges.append(Exchange("", topic, "answered", (asked,), (replied,)))
    header = (0, _first(scanned, pairs[0]))
    return (Draft(tuple(utterances), tuple(exchanges), read_header(document, header), header),)


def _asker(pairs: Sequence[_Pair], lines: Sequence[Line]) -> str:
    """Who asks, where one and the same name stands above every opinion (沖ひとみ); empty where titles do."""
    titles = {squeeze(lines[pair.title].text) for pair in pairs if pair.title >= 0}
    title = next(iter(titles), "")
    return title if len(pairs) >= PAIRS_MIN and len(titles) == 1 and is_name(title) else ""


def _first(scanned: Scan, pair: _Pair) -> int:
    return scanned.lines[pair.title if pair.title >= 0 else pair.opinion[0]].start


def _pairs(lines: Sequence[Line]) -> Iterator[_Pair]:
    marks = [i for i, line in enumerate(lines) if _is_mark(line)]
    heads = [_opinion(lines, mark, before + 1) for before, mark in zip([-1, *marks], marks, strict=False)]
    for number, (mark, head) in enumerate(zip(marks, heads, strict=True)):
        following = heads[number + 1] if number + 1 < len(heads) else None
        end = min(following) if following else len(lines)
        reply, office = _reply(lines, mark + 1, end)
        if head and reply[0] < reply[1]:
            title, first = head
            named = _OF_AN_OFFICE.search(lines[title].text) if title != first else None
            own = named["office"] if named else ""
            yield _Pair(-1 if title == first else title, (first, mark), reply, office or own)


def _opinion(lines: Sequence[Line], mark: int, floor: int) -> tuple[int, int] | None:
    """(title, first line) of the opinion above a mark, equal where it has no title; None where there is none."""
    first = mark
    while first > floor and not _ends(lines[first - 1]):
        first -= 1
        if first < mark - 1 and _is_title(lines, first):
            return first, first + 1
    # Without a title what stands right below the last reply's office is the opinion; below a reply alone nothing tells where it begins.
    below = first > 0 and _ends(lines[first - 1])
    return (first, first) if first < mark and (below or floor == 0) else None


def _is_title(lines: Sequence[Line], place: int) -> bool:
    line = lines[place]
    named = _OF_AN_OFFICE.search(line.text) and width(line.text) <= TITLE_MAX
    if named or _RECEIVED.search(line.text):
        return True
    alone = line.gap or place == 0 or _ends(lines[place - 1])
    return (
        alone and width(line.text) <= TITLE_MAX and line.text[-1] not in SENTENCE_END and lines[place + 1].gap
    )


def _is_mark(line: Line) -> bool:
    """Whether a line is nothing but the label of a reply: 【回答】, （市の考え方）, 対応."""
    if _LONE.match(line.text):
        return True
    tag = _TAG.fullmatch(line.text)
    return tag is not None and is_answering(squeeze(tag["label"]))


def _office(line: Line) -> str:
    """The department that a line in brackets names (担当課:土木課); empty where it names none."""
    found = _OFFICE.match(line.text)
    return next(iter(labelled([found["line"]], "department")), "") if found else ""


def _ends(line: Line) -> bool:
    """Whether a reply, or the page's head, is over with this line."""
    return bool(_office(line) or WEB_PAGE.search(line.text) or _is_mark(line))


def _reply(lines: Sequence[Line], start: int, end: int) -> tuple[tuple[int, int], str]:
    """The reply's lines up to its office, the page's own lines or the next title; and the office."""
    place = start
    while place < end and not _ends(lines[place]):
        place += 1
    return (start, place), _office(lines[place]) if place < end else ""


MARKED_REPLIES = Layout("marked_replies", detect, read)
