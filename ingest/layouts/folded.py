"""Web pages of questions whose answers are folded under them (<details>, <dl>), or stand below them as headings, without 問 and 答.

What asks is told by its own words: a page of terms and explanations, or of speakers and speeches, is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from corpus.spans import Span
from corpus.types import Exchange, Speaker, Turn
from ingest.header.meeting import read_header
from ingest.marks.headingforms import heading_label
from ingest.people.speakers import parse_label
from ingest.phrases.wording import asks, wishes
from ingest.text.lines import iter_lines
from ingest.text.normalize import trim
from ingest.turns.endings import is_tail
from ingest.turns.scanning import scan
from ingest.types import Document, Draft, Evidence, Layout

FOLDS_MIN, HEADED_MIN, ASKING = 2, 3, 0.7
"""Questions of a page at least, folded or as headings, and the share of them that ask or wish."""
BASE = 0.7
"""Below what marks of 問 and 答 carry: where they stand in the folds, they say more."""
SIGNED = 0.95
"""Above them where nothing but who replies is marked, at the head of some replies: （建設課長）県に対し…. Read by these marks alone, the page is theirs."""
_REPLIER = re.compile(r"[（(【〔［]([^（()）【】〔〕［］。]{2,24})[）)】〕］]\s*(?=\S)")


def _folds(document: Document) -> list[tuple[Span, Span]]:
    """The questions and answers with words in both, each trimmed."""
    text = document.text
    pairs = document.folds or _headed(document)
    folds = [(trim(text, *question), trim(text, *answer)) for question, answer in pairs]
    return [(q, a) for q, a in folds if q[0] < q[1] and a[0] < a[1]]


def _headed(document: Document) -> tuple[tuple[Span, Span], ...]:
    """Headings that ask, with the text down to the next heading of their level or above; those of the level that has most of them."""
    text, headings = document.text, document.headings
    asking = [(span, level) for span, level in headings if asks(text[slice(*span)].strip())]
    if len(asking) < HEADED_MIN:
        return ()
    most = Counter(level for _, level in asking).most_common(1)[0][0]
    first, last = (next(s for s, lv in way if lv == most) for way in (asking, asking[::-1]))
    level = [span for span, lv in headings if lv == most and first[0] <= span[0] <= last[0]]
    stops = [span[0] for span, lv in headings if lv <= most]
    return tuple((s, (s[1], _end(text, s[1], stops))) for s in level)


def _end(text: str, start: int, stops: Sequence[int]) -> int:
    """Where the answer that begins at `start` ends: at the next of `stops`, or where the page's own lines begin."""
    stop = next((at for at in stops if at > start), len(text))
    lines = iter_lines(text[start:stop])
    return next((start + line.start for line in lines if is_tail(line.text, True)), stop)


def detect(document: Document) -> Evidence:
    folds = _folds(document)
    words = [document.text[slice(*question)] for question, _ in folds]
    asking = sum(asks(w) or (wishes(w) and parse_label(w) is None) for w in words)
    if len(folds) < FOLDS_MIN or asking < ASKING * len(folds):
        return Evidence(0.0, ("開閉する問いと答え、問いの形の見出しの組がない",))
    return Evidence(
        (SIGNED if _names_repliers(document, folds) else BASE) * asking / len(folds),
        (f"開閉する（または見出しの）問いと答え {len(folds)}組、問いの形 {asking}",),
    )


def read(document: Document) -> tuple[Draft, ...]:
    folds = _folds(document)
    starts = {question[0] for question, _ in folds}
    exchanges = tuple(
        Exchange(
            "",
            _heading(document, question[0], starts),
            "answered",
            (_turn(document, question, Speaker("", "", "member")),),
            (_reply(document, answer),),
        )
        for question, answer in folds
    )
    header = (0, folds[0][0][0] if folds else 0)
    return (Draft((), exchanges, read_header(document, header), header),)


def _heading(document: Document, before: int, questions: Set[int]) -> str:
    """The words of the last heading above that is no question itself, that of the page aside."""
    above = [s for s, level in document.headings if s[0] < before and level > 1 and s[0] not in questions]
    return heading_label(document.text[slice(*above[-1])].strip()) if above else ""


def _names_repliers(document: Document, folds: Sequence[tuple[Span, Span]]) -> bool:
    """Whether every mark of a speaker stands at the head of a reply, and names an officer."""
    scanned = scan(document.text, document.pages)
    starts = {answer[0] for _, answer in folds}
    inside = [m for m in scanned.marks if folds[0][0][0] <= scanned.lines[m.line].start < folds[-1][1][1]]
    return 0 < len(inside) < len(folds) and all(
        scanned.lines[m.line].start in starts and m.speaker.side == "executive" for m in inside
    )


def _reply(document: Document, span: Span) -> Turn:
    """A reply, by the officer whom it opens with in brackets."""
    opens = _REPLIER.match(document.text, span[0], span[1])
    person = parse_label(opens[1]) if opens else None
    if opens is None or person is None or not person.office or person.side != "executive":
        return _turn(document, span, Speaker("", "", "executive"))
    return _turn(document, (opens.end(), span[1]), person)


def _turn(document: Document, span: Span, speaker: Speaker) -> Turn:
    return Turn(speaker, document.text[slice(*span)], (span,), None)


FOLDED = Layout("folded", detect, read)
