"""Digests that tell of each question and its reply in a paragraph of prose, a member's card after the other (see `digestcards`).

A page may hold 問 and 答 besides (extracts of a committee); they are read as in any other record, the cards left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.spans import cut, text_at
from corpus.types import Exchange, Speaker, Status, Turn
from ingest.header.meeting import read_header
from ingest.header.sessions import find_session
from ingest.layouts.digestcards import Card, cards, runs
from ingest.layouts.family import alone, completed
from ingest.layouts.generic import GENERIC
from ingest.pairing.results import ADJACENT
from ingest.people.offices import side_of
from ingest.people.speakers import parse_label
from ingest.text.lines import Line, iter_lines
from ingest.text.normalize import page_of, squeeze, trim
from ingest.types import Document, Draft, Evidence, Layout

BASE = 0.75
"""Below what signs and labels carry: a record with speakers tells of questions in passing."""
REPLIED_MIN = 2
"""Cards with the member's name above question and reply, from which a document is such a digest; a news article has none."""
SHARE = 0.5
"""Share of the long paragraphs that the cards must make up."""
SESSION_MAX = 40
"""Characters of the line of a session above its cards at most."""
COMMON_MIN = 3
"""Characters that a title and the words under it have in common, from which they belong together."""

_HINT = re.compile(
    r"(?:と|」)(?:答弁|回答|説明|報告|表明|明言|述べ|語っ|答え|示し|し)(?:し|られ)?(?:まし)?(?:た|ている)?(?:。|$)",
    re.MULTILINE,
)
"""…と答弁。, …」と述べた。: how a digest tells of replies, and no speaker does."""
_LEAD = re.compile(r"[^\s。、]{2,10}\s*[—–―]\s*")
"""通告の要旨 — …: what the page calls the paragraph."""


def detect(document: Document) -> Evidence:
    if document.records:
        return Evidence(0.0, ("発言ごとの記録",))
    if len(_HINT.findall(document.text)) < REPLIED_MIN:
        return Evidence(0.0, ("「…と答弁。」のように答えを述べた文が少ない",))
    found, size = cards(document.text, document.pages)
    told = sum(len(card.text) for card in found)
    own = sum(card.replied and card.own for card in found) >= REPLIED_MIN
    if not own and (sum(card.replied and card.headed for card in found) < REPLIED_MIN or told < SHARE * size):
        return Evidence(0.0, ("問いと答えを述べた文章の段落が少ない",))
    return Evidence(
        round(BASE * (0.7 + 0.3 * told / size), 3),
        (f"問いと答えを述べた段落 {len(found)}、長い段落の{told / size:.0%}",),
    )


def read(document: Document) -> tuple[Draft, ...]:
    found, _ = cards(document.text, document.pages)
    heads = [start for start, _ in _sections(document.text, found)]
    besides = _besides(document, found)
    bounds = [0, *heads[1:], *([found[-1].end] if besides else [])]
    stops = [*bounds[1:], len(document.text)]
    drafts: list[Draft] = []
    for start, stop in zip(bounds, stops, strict=True):
        own = [card for card in found if start <= card.start < stop]
        if not own:
            continue
        header = (start, own[0].start)
        about = replace(document, text=alone(document.text, start, stop), title="") if start else document
        meeting = read_header(about, header)
        if drafts:
            meeting = completed(meeting, drafts[0].meeting) or meeting
        exchanges = tuple(e for card in own for e in _exchanges(document, card))
        span = (start, stop) if len(bounds) > 1 else None
        drafts.append(Draft((), exchanges, meeting, header, span))
    return (*drafts, *((replace(besides, span=(bounds[-1], len(document.text))),) if besides else ()))


def _sections(text: str, found: Sequence[Card]) -> Iterator[tuple[int, Line]]:
    """Where the line of a session begins that cards stand under."""
    starts = [card.start for card in found]
    taken = [(card.start, card.end) for card in found]
    lines = [line for line in iter_lines(text[: starts[-1]]) if len(line.text) <= SESSION_MAX]
    heads = [
        line
        for line in lines
        if find_session(line.text)
        and squeeze(line.text).startswith(find_session(line.text))
        and not any(a <= line.start < b for a, b in taken)
    ]
    for index, line in enumerate(heads):
        stop = heads[index + 1].start if index + 1 < len(heads) else len(text)
        if any(line.start < start < stop for start in starts):
            yield line.start, line


def _besides(document: Document, found: Sequence[Card]) -> Draft | None:
    """What stands behind the cards as 問 and 答; None where nothing does."""
    text = document.text
    for card in found:
        text = text[: card.start] + re.sub(r"[^\n]", " ", text[card.start : card.end]) + text[card.end :]
    rest = replace(document, text=text)
    drafts = GENERIC.read(rest) if GENERIC.detect(rest).score > 0 else ()
    last = found[-1].end
    if len(drafts) != 1 or not drafts[0].exchanges:
        return None
    first = min(u.spans[0][0] for u in drafts[0].utterances)
    return drafts[0] if first >= last else None


def _exchanges(document: Document, card: Card) -> Iterator[Exchange]:
    """The exchanges of a card, each under the title that its words share most with; all of them where there is but one."""
    all_runs = list(runs(card))
    for run in all_runs:
        turns = [(side, _turn(document, card, side, who, start, end)) for side, who, start, end in run]
        questions = tuple(turn for side, turn in turns if side == "member")
        answers = tuple(turn for side, turn in turns if side == "executive")
        if not questions:
            continue
        asked, said = ("".join(turn.text for turn in side) for side in (questions, answers))
        topic = "、".join(card.titles) if len(all_runs) == 1 else _title(card.titles, asked, said)
        status: Status = "answered" if answers else "opinion" if card.replied else "unanswered"
        yield Exchange("", topic, status, questions, answers, confidence=ADJACENT)


def _turn(document: Document, card: Card, side: str, who: str, start: int, end: int) -> Turn:
    if start == 0 and (lead := _LEAD.match(card.text)):
        start = lead.end()
    start, end = trim(card.text, start, end)
    spans = cut(card.spans, start, end)
    known = parse_label(who) if who and "、" not in who else None
    speaker = card.asker if side == "member" else known or Speaker("", who, side_of(who))
    return Turn(speaker, text_at(document.text, spans), spans, page_of(document.pages, spans))


def _title(titles: Sequence[str], asked: str, said: str) -> str:
    """The title that has the longest stretch in common with the question, else with the reply; the first where none has one."""
    for words in (asked, said):
        size, place = max(((_common(squeeze(t), words), -n) for n, t in enumerate(titles)), default=(0, 0))
        if size >= COMMON_MIN:
            return titles[-place]
    return titles[0] if titles else ""


def _common(title: str, words: str) -> int:
    """Length of the longest stretch of a title that stands in the words."""
    sizes = (
        next((size for size in range(len(title) - at, 0, -1) if title[at : at + size] in words), 0)
        for at in range(len(title))
    )
    return max(sizes, default=0)


PROSE = Layout("prose", detect, read)
