"""Web pages of questions whose answers are folded under them (<details>, <dl>) and bear no word like 問 or 答.

What asks is told by its own words: a page of terms and explanations, or of speakers and speeches, is none.
"""

from __future__ import annotations

from corpus.spans import Span
from corpus.types import Exchange, Speaker, Turn
from ingest.header import read_header
from ingest.headings import heading_label
from ingest.normalize import trim
from ingest.speakers import parse_label
from ingest.types import Document, Draft, Evidence, Layout
from ingest.wording import asks, wishes

FOLDS_MIN, ASKING = 2, 0.7
"""Questions of a page at least, and the share of them that ask or wish."""
BASE = 0.7
"""Below what marks of 問 and 答 carry: where they stand in the folds, they say more."""


def _folds(document: Document) -> list[tuple[Span, Span]]:
    """The questions and answers with words in both, each trimmed."""
    text = document.text
    folds = [(trim(text, *question), trim(text, *answer)) for question, answer in document.folds]
    return [(q, a) for q, a in folds if q[0] < q[1] and a[0] < a[1]]


def detect(document: Document) -> Evidence:
    folds = _folds(document)
    words = [document.text[slice(*question)] for question, _ in folds]
    asking = sum(asks(w) or (wishes(w) and parse_label(w) is None) for w in words)
    if len(folds) < FOLDS_MIN or asking < ASKING * len(folds):
        return Evidence(0.0, ("開閉する問いと答えの組がない",))
    return Evidence(BASE * asking / len(folds), (f"開閉する問いと答え {len(folds)}組、問いの形 {asking}",))


def read(document: Document) -> tuple[Draft, ...]:
    folds = _folds(document)
    exchanges = tuple(
        Exchange(
            "",
            _heading(document, question[0]),
            "answered",
            (_turn(document, question, Speaker("", "", "member")),),
            (_turn(document, answer, Speaker("", "", "executive")),),
        )
        for question, answer in folds
    )
    header = (0, folds[0][0][0] if folds else 0)
    return (Draft((), exchanges, read_header(document, header), header),)


def _heading(document: Document, before: int) -> str:
    """The words of the last heading above, that of the page aside."""
    above = [span for span, level in document.headings if span[0] < before and level > 1]
    return heading_label(document.text[slice(*above[-1])].strip()) if above else ""


def _turn(document: Document, span: Span, speaker: Speaker) -> Turn:
    return Turn(speaker, document.text[slice(*span)], (span,), None)


FOLDED = Layout("folded", detect, read)
