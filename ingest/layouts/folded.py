"""Web pages of questions whose answers are folded under them (<details>, <dl>), or stand below them as headings, without 問 and 答.

What asks is told by its own words: a page of terms and explanations, or of speakers and speeches, is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from itertools import takewhile

from corpus.patterns import any_of
from corpus.spans import Span
from corpus.types import Exchange, Speaker, Turn
from ingest.header.meeting import read_header
from ingest.marks.headingforms import heading_label
from ingest.marks.speaks import is_speech
from ingest.people.offices import is_office
from ingest.people.speakers import parse_label
from ingest.phrases.wording import asks, wishes
from ingest.text.lines import iter_lines
from ingest.text.normalize import squeeze, trim
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


_COUNT = re.compile(r"(?:[QＱ問][.．]?\s?)?\d{1,3}(?:[.．、)）:：]\s*|\s+)(?=\S)")
"""1　, Q2.: what counts the questions of a page."""
_BOTH = re.compile(
    any_of(
        # 「計画案への意見と市の考え方」「要望に対する回答」
        r"(?:意見|質問|質疑|要望|提案|提言)[^。]{0,24}(?:考え方|回答|対応|見解|答弁)",
        # 「よくある質問」「Ｑ＆Ａ」
        *r"よくある(?:ご|お)?質問 質疑応答 [QＱ][&＆][AＡ]".split(),
    )
)
"""What the head of such a page says of all that stands below."""


def _folds(document: Document) -> list[tuple[Span, Span]]:
    """The questions and answers with words in both, each trimmed, without the number of a question where all have one."""
    text = document.text
    pairs = document.folds or _headed(document) or _counted(document)
    folds = [(trim(text, *question), trim(text, *answer)) for question, answer in pairs]
    folds = [(q, a) for q, a in folds if q[0] < q[1] and a[0] < a[1]]
    counts = [_COUNT.match(text, *q) for q, _ in folds]
    return [
        ((c.end() if c and all(counts) else q[0], q[1]), a) for c, (q, a) in zip(counts, folds, strict=True)
    ]


_LETTER = re.compile(r"[\s*#]*+(?=[QＱ問]\.?\s?\d)")


def _counted(document: Document) -> tuple[tuple[Span, Span], ...]:
    """Lines that ask behind Q and a number, and below each a sentence that does not: none where a reply is marked, or is no sentence."""
    text = document.text
    lines = [line for line in iter_lines(text) if line.text]
    places = [
        i for i, line in enumerate(lines) if _LETTER.match(line.text) and asks(line.text.rstrip("*").strip())
    ]
    if len(places) < HEADED_MIN or len(places) < sum(bool(_LETTER.match(line.text)) for line in lines):
        return ()
    out = []
    for i, stop in zip(places, [*places[1:], len(lines)], strict=True):
        head = _LETTER.match(lines[i].text)
        below = list(takewhile(lambda line: not is_tail(line.text, True), lines[i + 1 : stop]))
        said = [line.text for line in below]
        if not said or not is_speech(said[0]) or any(map(asks, said)) or any(map(_ANSWERS.match, said)):
            return ()
        start, end = (
            lines[i].start + (head.end() if head else 0),
            lines[i].start + len(lines[i].text.rstrip("* ")),
        )
        out.append(((start, end), (below[0].start, below[-1].end)))
    return tuple(out)


_ANSWERS = re.compile(r"\W{0,4}(?:[AＡ答]\W|[AＡ]\d|回答|答弁)")


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
    both = bool(folds) and _BOTH.search(document.text[: folds[0][0][0]]) is not None
    asking = sum(
        asks(w) or ((wishes(w) or (both and is_speech(w))) and parse_label(w) is None) for w in words
    )
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


_SIGNED = re.compile(
    r"\s*(?:[（(](?P<bracketed>[^（()）。\s]{2,24})[)）]|\n\s*(?:担当|所管|回答)(?:課|部署|部局)?[：:\s]\s*(?P<named>[^。\n]{2,24}))\s*$"
)
"""（総務課）, 担当：総務課 behind the last words of a reply."""


def _reply(document: Document, span: Span) -> Turn:
    """A reply, by the officer whom it opens with in brackets, or the department that signs it."""
    signed = _SIGNED.search(document.text, *span)
    office = (signed["bracketed"] or signed["named"]) if signed else ""
    if signed is not None and is_office(squeeze(office)):
        return _turn(document, (span[0], signed.start()), Speaker("", office, "executive"))
    opens = _REPLIER.match(document.text, span[0], span[1])
    person = parse_label(opens[1]) if opens else None
    if opens is None or person is None or not person.office or person.side != "executive":
        return _turn(document, span, Speaker("", "", "executive"))
    return _turn(document, (opens.end(), span[1]), person)


def _turn(document: Document, span: Span, speaker: Speaker) -> Turn:
    return Turn(speaker, document.text[slice(*span)], (span,), None)


FOLDED = Layout("folded", detect, read)
