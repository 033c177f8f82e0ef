"""How well minutes were read: what of the text came to stand where, who speaks, what stayed without a reply.

Every line of the text is one of `Kind`. The share placed is that of the characters of the record proper: what stands before the
first speech (title, roster, agenda), the paper (page numbers, rules, running heads), speaker marks and headings are not speech
and do not count against it. Nothing is judged by meaning here; what is counted can be looked at (`kaigiroku inspect`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus.eras import find_dates
from corpus.spans import Span
from corpus.types import Exchange, Minutes, Turn, Utterance
from ingest.header.agenda_words import SCHEDULE
from ingest.layouts.englishfields import is_field
from ingest.marks.headingforms import is_bare_heading, is_item_title, is_numbered
from ingest.marks.mark import SIGNS
from ingest.marks.replies.written import numbers_answered
from ingest.marks.reported.signed import is_signature
from ingest.marks.speaks import is_speech
from ingest.people.sidewords import bare_label, is_letter, says_side
from ingest.people.speakers import has_office
from ingest.phrases.openers import SIGNED
from ingest.text.cover import Cover
from ingest.text.furniture import STAGE, TIME_NOTICE, is_furniture
from ingest.text.lines import Line, is_running, iter_lines, returning, running_lines
from ingest.text.normalize import page_at, squeeze
from ingest.turns.betweens import BRACKETS, MARK_MAX, is_no_speech, is_rest_of_label
from ingest.turns.cutheadings import OF_THE_DAY
from ingest.turns.endings import is_aside, is_narrated, is_tail
from ingest.turns.opening import heading_forms
from ingest.turns.verdicts import is_verdict
from ingest.voices import Voice, voices_of

Kind = Literal["speech", "header", "paper", "mark", "heading", "unplaced"]
"""`speech`: in an utterance or exchange; `header`: before the first of them; `paper`: of the page, not of the record;
`mark`: announces the speaker of what follows; `heading`: kept as agenda or topic; `unplaced`: none of these."""

HEAD_MAX = 30
"""Characters of a column's name; the longest met (市の考え方・対応状況 and the like) have below 20."""
HEADING_SHARE = 0.25
"""Share of a line without a full stop that a topic must make up: number, brackets and 「…について」 stand around it."""
LOW_SHARE = 0.9
"""Share placed below which a warning is stored. Real councils lie at 0.91 and above, most of them above 0.97 (`inspect --json`)."""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of the text, what became of it, and which stretches of it are speech (offsets count in the source)."""

    span: Span
    kind: Kind
    placed: tuple[Span, ...]
    page: int | None


@dataclass(frozen=True, slots=True)
class Quality:
    """What is counted. Shares are 0–1 of the record's own characters; 0 where it has none."""

    characters: int
    placed: float
    in_exchanges: float
    voices: tuple[Voice, ...]
    unplaced: tuple[ReadLine, ...]
    unpaired: tuple[Exchange, ...]
    """Questions to which no answer was found (those that sought none are not among them)."""


def quality(minutes: Minutes) -> Quality:
    """How well some minutes were read, in figures."""
    lines = tuple(read_lines(minutes))
    record = sum(_record_size(minutes, line) for line in lines)
    placed = sum(_visible(minutes, span) for line in lines for span in line.placed)
    paired = Cover(
        span for e in minutes.exchanges if e.status != "statement" for t in e.turns for span in t.spans
    )
    used = sum(
        _visible(minutes, part) for line in lines for span in line.placed for part in paired.inside(*span)
    )
    spoken = [turn for exchange in minutes.exchanges for turn in exchange.turns]
    return Quality(
        record,
        placed / record if record else 0.0,
        used / record if record else 0.0,
        tuple(voices_of(minutes.utterances or spoken, minutes.meeting.attendees)),
        tuple(line for line in lines if line.kind == "unplaced"),
        tuple(exchange for exchange in minutes.exchanges if exchange.status == "unanswered"),
    )


def warnings(minutes: Minutes) -> Iterator[str]:
    """What a user should know before relying on the reading."""
    if Cover(_placed_spans(minutes)).size >= LOW_SHARE * len(minutes.text):
        return  # Most minutes: nothing needs to be told apart.
    found = quality(minutes)
    if found.characters and found.placed < LOW_SHARE:
        yield f"本文の{100 * (1 - found.placed):.0f}%を発言に置けませんでした（kaigiroku inspect で確かめられます）"


def read_lines(minutes: Minutes) -> Iterator[ReadLine]:
    """Every line with content, in order, and what became of it."""
    cover = Cover(_placed_spans(minutes))
    offset = minutes.offset
    lines = list(iter_lines(minutes.text))
    running = running_lines(lines, [(start - offset, number) for start, number in minutes.pages])
    headings = _headings(minutes)
    speakers = _speakers_by_start(minutes)
    nobody: tuple[str, ...] = ()
    # a lead is amid the header
    first = minutes.utterances[0].spans[0][0] if minutes.utterances else cover.first
    following, below = nobody, False
    found: list[ReadLine] = []
    for line in reversed(lines):
        start, end = line.start + offset, line.end + offset
        placed = tuple(cover.inside(start, end))
        kind: Kind
        if placed:
            kind, following = "speech", speakers.get(cover.beginning(placed[0][0]), nobody)
        elif below and _is_table_head(line.text):
            kind = "heading"
        else:
            kind = _kind(line, end <= first, line_is_paper(line, running), headings, following)
        # A name in the roster further up announces nobody.
        following = nobody if kind == "header" else following
        below = kind == "speech" and "\t" in line.text
        found.append(ReadLine((start, end), kind, placed, page_at(minutes.pages, start)))
    yield from _without_asides(minutes, _with_heads(minutes, found[::-1]), cover.last, returning(lines))


def _with_heads(minutes: Minutes, lines: Sequence[ReadLine]) -> Sequence[ReadLine]:
    """The lines; what stands above the table of a later sheet (the title again, another day) is of its header."""
    texts = [minutes.text[a - minutes.offset : b - minutes.offset] for a, b in (line.span for line in lines)]
    above = {squeeze(text) for text, line in zip(texts, lines, strict=True) if line.kind == "header"}
    return [
        replace(line, kind="header")
        if line.kind == "unplaced" and (squeeze(text) in above or _is_day(text))
        else line
        for text, line in zip(texts, lines, strict=True)
    ]


def _is_day(text: str) -> bool:
    """西部会場　令和5年10月15日（日）: where and when, and nothing said."""
    return len(text) <= HEAD_MAX + 10 and "。" not in text and bool(find_dates(text))


def _without_asides(
    minutes: Minutes, lines: Sequence[ReadLine], last: int, tags: frozenset[str]
) -> Iterator[ReadLine]:
    """The lines; what stands aside of the speech (▼その他の質問, 採決の結果), the foot after it, and the page's `tags` are its own."""
    aside = recess = front = False
    for line in lines:
        if line.kind in ("speech", "heading", "mark"):
            aside = False
            recess = False
        text = minutes.text[line.span[0] - minutes.offset : line.span[1] - minutes.offset]
        recess = recess or TIME_NOTICE.match(text) is not None
        # the order of the day and the rosters below the first greetings (see `ingest.turns.afterwards`)
        front = line.kind != "speech" and (front or SCHEDULE.match(text) is not None)
        if line.kind == "unplaced":
            aside = aside or is_aside(text) or (line.span[0] >= last and is_tail(text))
        # who is there when the meeting resumes
        lost = aside or text in tags or ((recess or front) and not is_speech(text))
        yield replace(line, kind="paper") if lost and line.kind == "unplaced" else line


def line_is_paper(line: Line, running: frozenset[str]) -> bool:
    """Whether a line is of the page or of the proceedings around the speech (登壇, 休憩, 採決　全員賛成)."""
    text = line.text
    return bool(
        is_furniture(text)
        or text in SIGNS + "〃〻"
        or is_running(line, running)
        or STAGE.match(text)
        or TIME_NOTICE.match(text)
        or is_narrated(text)
        or is_verdict(line, digest=False)
    )


def _is_table_head(text: str) -> bool:
    """Whether a line above a row of a table names its columns: short cells, no sentence."""
    cells = text.split("\t")
    return len(cells) > 1 and all(len(cell) <= HEAD_MAX and "。" not in cell for cell in cells)


def _kind(line: Line, early: bool, paper: bool, headings: frozenset[str], following: tuple[str, ...]) -> Kind:
    if paper:
        return "paper"
    words = squeeze(line.text)
    wide = words.translate({40: "（", 41: "）"})  # as an office is kept, however its label prints it
    announces = len(words) <= MARK_MAX and any(word in words or word in wide for word in following)
    if (
        announces
        or is_rest_of_label(words, following)
        or numbers_answered(words)
        or is_signature(words)
        or is_field(line.text)
        or says_side(bare_label(words).strip(BRACKETS))
        or (words[0] in SIGNS and _labels_side(bare_label(words.strip(SIGNS).strip(BRACKETS))))
    ):
        return "mark"
    if early:
        return "header"
    numbered = is_numbered(line.text) and is_item_title(line.text)  # （ア）説明: a heading above another one
    forms = heading_forms(line.text)
    numbered = numbered or (OF_THE_DAY.match(line.text) is not None and "。" not in line.text)
    # ●　所管事務について, below which nobody speaks
    numbered = numbered or SIGNED.match(line.text) is not None
    if numbered or is_bare_heading(line.text) or any(_is_heading(w, h) for w in forms for h in headings):
        return "heading"
    return "unplaced"


def _labels_side(label: str) -> bool:
    """◇《市からの回答》, ◆《声》: the label of a side that bears a sign besides."""
    return says_side(label) or is_letter(label)


def _is_heading(words: str, heading: str) -> bool:
    """Whether a line is a heading, or a piece of one that is broken over lines, rather than a sentence that names its matter."""
    if len(words) < 2 or "。" in words:
        return False
    return words in heading or (heading in words and len(heading) >= HEADING_SHARE * len(words))


def _placed_spans(minutes: Minutes) -> Iterator[Span]:
    for utterance in minutes.utterances:
        yield from utterance.spans
    for exchange in minutes.exchanges:
        for turn in exchange.turns:
            yield from turn.spans


def _headings(minutes: Minutes) -> frozenset[str]:
    """Topics and agenda items, squeezed; a line that is one is kept as structure."""
    found = {u.agenda for u in minutes.utterances} | {u.topic for u in minutes.utterances}
    found |= {text for e in minutes.exchanges for text in (e.topic, e.agenda)} | set(minutes.meeting.agenda)
    found |= {label + text for e in minutes.exchanges for label, text in e.notes}  # 受付年月 | 令和5年5月
    # (相馬秀夫) below the office that announces him
    found |= {
        f"{a}{u.speaker.name}{b}" for u in minutes.utterances if u.speaker.name for a, b in ("()", "（）")
    }
    return frozenset(squeeze(text) for text in found if text)


def _speakers_by_start(minutes: Minutes) -> dict[int, tuple[str, ...]]:
    """The name and office of who begins to speak at an offset, or goes on there below his label, squeezed; either may announce him."""
    said: list[Turn | Utterance] = [turn for exchange in minutes.exchanges for turn in exchange.turns]
    said += minutes.utterances
    return {
        start: tuple(squeeze(word) for word in (piece.speaker.name, piece.speaker.office) if word)
        for piece in said
        for start, _ in piece.spans
    }


_CELL_END = re.compile(r"[\t|]")
"""What parts the cells of a row, a bar in Markdown."""


def _record_size(minutes: Minutes, line: ReadLine) -> int:
    """Characters of a line that should be speech: from the first placed one on, or all where it was not placed.

    In a row of a table the cells behind it that hold no speech (the day, the kind) are data of the turn.
    """
    if line.kind == "speech":
        whole = _visible(minutes, (line.placed[0][0], line.span[1]))
        behind = minutes.text[line.placed[-1][1] - minutes.offset : line.span[1] - minutes.offset]
        _, *cells = _CELL_END.split(behind)
        whole -= sum(len(squeeze(cell)) for cell in cells if not is_speech(cell.strip()))
        edges = [*line.placed, *(() if cells else [(line.span[1], line.span[1])])]
        between = [(a[1], b[0]) for a, b in itertools.pairwise(edges)]
        return whole - sum(_visible(minutes, span) for span in between if _is_data(minutes, span))
    return _visible(minutes, line.span) if line.kind == "unplaced" else 0


_LABELLED = re.compile(rf"[^。]*[{SIGNS}][^。]{{2,40}}$")


def _is_data(minutes: Minutes, span: Span) -> bool:
    """Whether what stands between two turns of a line is no speech: an aside, the day of the reply or who gives it in a cell of its
    own, or in a record without line ends the heading and the label above who speaks next."""
    inner = minutes.text[span[0] - minutes.offset : span[1] - minutes.offset]
    if _LABELLED.match(inner):
        return True
    cells = list(filter(None, (cell.strip() for cell in _CELL_END.split(inner))))
    return is_no_speech(squeeze(inner)) or (
        _CELL_END.search(inner) is not None
        and bool(cells)
        and all(_is_day(cell) or has_office(cell) for cell in cells)
    )


def _visible(minutes: Minutes, span: Span) -> int:
    """Characters that are not blank."""
    return len(squeeze(minutes.text[span[0] - minutes.offset : span[1] - minutes.offset]))
