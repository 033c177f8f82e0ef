"""Marked lines to utterances: what the three dialogue layouts share.

1. content lines (furniture out) and all candidates for speaker marks, once a document;
2. the marks of the layout's styles, rosters and title lines dropped;
3. header: the text before the first mark; its attendees settle names that are glued to offices;
4. the words of each mark up to the next, headings, stage directions and the page's tail told apart;
5. sides, as this meeting shows them.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.spans import Span, cut
from corpus.types import Meeting, Speaker, Utterance
from ingest.askers import names_member
from ingest.bodies import find_session, is_council
from ingest.columnnames import column_names
from ingest.cutheadings import notice_amid, whole_headings
from ingest.digesttitles import is_theme, title_lines
from ingest.endings import is_aside, is_tail, last_stop, matters_below, narrated, signer_of, told_matters
from ingest.furniture import EXPLAINED, SIGNER, STAGE, TIME_NOTICE
from ingest.halflabels import half_labels, with_halves
from ingest.header import read_header
from ingest.headings import (
    TITLE_MAX,
    by_form,
    heading_label,
    is_heading,
    is_marked,
    is_signed_title,
    is_title,
    is_verdict,
)
from ingest.inline import cut_replies
from ingest.lines import Line, content_lines, join
from ingest.mark import SIGNS, Mark
from ingest.marks import find_marks
from ingest.midline import cut_midline
from ingest.normalize import squeeze
from ingest.offices import side_of
from ingest.opening import announced, opening, printed_item
from ingest.otherlabels import parse_government
from ingest.sides import settle
from ingest.signed import signed_at_end
from ingest.speakers import parse_label, parse_name
from ingest.speaks import is_speech, trimmed
from ingest.splitlabels import without_split_stages
from ingest.terms import plain
from ingest.types import Document
from ingest.unbroken import cut_speeches
from ingest.wording import asks
from ingest.wraps import Wrap, wrap_of

DIGEST = ("qa", "arrow")
"""Styles of digests, where the mark names the side alone."""
LABEL_REPEATS = 3
"""A page that prints each speaker twice (list entry, then text) does so at least this often."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The content lines of a document, how they are wrapped, and every candidate mark."""

    lines: tuple[Line, ...]
    wrap: Wrap
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the turns of a document are: utterances with the styles and numbers of their marks."""

    utterances: tuple[Utterance, ...]
    styles: tuple[str, ...]
    numbers: tuple[tuple[int, ...], ...]
    breaks: frozenset[int]
    """Indices of utterances that a heading stands before."""
    header: Span
    meeting: Meeting


_OF_MEETING = re.compile(r"(?:委員会|協議会|審議会|懇談会|会議|議会報告|会議録|議事録)$")


@lru_cache(maxsize=2)
def scan(text: str, pages: tuple[tuple[int, int], ...] = ()) -> Scan:
    """The scan of a text; all layouts look at the same one."""
    unbroken = without_split_stages(cut_midline(cut_speeches(text, content_lines(text, pages))))
    lines, named = column_names(cut_replies(text, unbroken))
    if named:
        return Scan(lines, wrap_of(lines), named)
    lines, halves = half_labels(lines)
    return Scan(lines, wrap_of(lines), with_halves(find_marks(lines), halves))


def marks_of(document: Document, style: Callable[[str], bool]) -> tuple[Mark, ...]:
    """The marks whose style the layout takes, from the first to the last that speak."""
    scanned = scan(document.text, document.pages)
    return trimmed([m for m in scanned.marks if style(m.style)], scanned.lines)


def read_turns(
    document: Document,
    marks: Sequence[Mark],
    first: int = 0,
    end: int | None = None,
    about: Document | None = None,
) -> Reading:
    """The utterances that the marks announce; `first` and `end` bound the content lines of the sitting (see `sittings`).

    `about`: what the meeting's data are read from, where not all of the document is about this meeting.
    """
    scanned = scan(document.text, document.pages)
    lines = scanned.lines[:end]
    header = (lines[first].start if first else 0, lines[marks[0].line].start)
    meeting = read_header(about or document, header)
    roster = tuple(sorted({squeeze(a.name) for a in meeting.attendees if a.name}, key=len, reverse=True))
    offices = frozenset(squeeze(a.office) for a in meeting.attendees if a.office)
    headings = {span[0]: level for span, level in document.headings}
    headings |= announced(lines[first:], marks[0].line - first)
    starts = [offset for offset, _ in document.pages]
    utterances: list[Utterance] = []
    styles: list[str] = []
    numbers: list[tuple[int, ...]] = []
    breaks: set[int] = set()
    digest = sum(mark.style in DIGEST for mark in marks) * 3 >= len(marks)
    heads = opening(lines[first : marks[0].line], headings, digest)
    own = _OF_MEETING.search(heads.topic) or find_session(heads.topic) or is_council(heads.topic)
    if heads.topic == meeting.title and own:
        heads = replace(heads, topic="")  # the record's own name
    agenda = {plain(item): item for item in meeting.agenda}
    for position, mark in enumerate(marks):
        last = position + 1 == len(marks)
        stop = last_stop(lines, marks) if last else marks[position + 1].line
        body, after = _split(lines, mark, stop, headings, digest, last)
        if mark.speaker.side == "member" and mark.style not in DIGEST:
            body, notice = notice_amid(body)
            heads = replace(heads, topic=notice) if notice else heads
        begins = mark.body
        if title := _own_title(mark, lines, body):
            heads = replace(heads, topic=title)
            body, begins = body[1:], body[1].start
        text, spans = join(document.text, body, scanned.wrap, begins)
        if text:
            page = document.pages[max(bisect_right(starts, spans[0][0]) - 1, 0)][1] if starts else None
            speaker = _named(mark, roster, offices, heads.asker)
            if mark.style in DIGEST and (signer := signer_of(lines[mark.line + 1 : stop])):
                speaker = signer
            elif mark.style in DIGEST and (signed := signed_at_end(text)):
                speaker = (
                    signed[0] if signed[0].side == "secretariat" else replace(signed[0], side=speaker.side)
                )
                text = text[: signed[1]]
                spans = cut(spans, 0, signed[1])
            item = printed_item(heads.agenda, agenda)
            utterances.append(Utterance(len(utterances), speaker, text, spans, page, item, heads.topic))
            styles.append(mark.style)
            numbers.append(mark.numbers)
        if after:
            breaks.add(len(utterances))
            heads = heads.after(after, headings)
    kept = _without_repeats(utterances)
    utterances = [replace(utterances[old], index=new) for new, old in enumerate(kept)]
    breaks = {bisect_left(kept, b) for b in breaks}
    settled = settle(utterances, [styles[k] for k in kept], meeting.attendees, meeting.body)
    return Reading(
        settled,
        tuple(styles[k] for k in kept),
        tuple(numbers[k] for k in kept),
        frozenset(breaks),
        header,
        meeting,
    )


def _named(mark: Mark, roster: tuple[str, ...], offices: frozenset[str], asker: Speaker | None) -> Speaker:
    """The speaker of a mark, its label read once more with those who attend; 問 is the title's member.

    An office that the roster lists is no name with an office behind it (山村再生課長).
    """
    if mark.style in DIGEST:
        unnamed = mark.speaker == Speaker("", "", "member")
        return asker if asker and unnamed else mark.speaker
    if not roster:
        return mark.speaker
    if (whole := squeeze(mark.label)) in offices and side_of(whole) in ("executive", "secretariat"):
        return Speaker("", whole, side_of(whole))
    known = parse_label(mark.label, roster) or parse_government(mark.label)
    return known or parse_name(mark.label, roster) or mark.speaker


_RESUMED = re.compile(r"再開|開議|続開|開会")


def _own_title(mark: Mark, lines: Sequence[Line], body: Sequence[Line]) -> str:
    """●質問１：木造住宅の耐震改修について above the words of the question: its topic; empty where there is none."""
    own = lines[mark.line]
    if mark.body >= own.end and len(body) > 1 and _heads_words(body[0]):
        return heading_label(body[0].text)  # ○横田委員 above ◎説明の方法について
    if mark.style not in DIGEST or mark.speaker.side != "member" or len(body) < 2 or body[0] is not own:
        return ""
    words = own.text[mark.body - own.start :].strip()
    return words if is_title(words) and len(words) <= TITLE_MAX and not asks(words) else ""


def _heads_words(line: Line) -> bool:
    return line.text[0] in SIGNS and is_title(line.text) and not is_speech(line.text)


def _split(
    lines: Sequence[Line], mark: Mark, stop: int, headings: dict[int, int], digest: bool, last: bool
) -> tuple[list[Line], list[Line]]:
    """(lines of speech, headings) from a mark to the next; what stands after a recess or a verdict is neither."""
    own = [lines[mark.line]] if mark.body < lines[mark.line].end else []
    speech: list[Line] = []
    after: list[Line] = []
    closed = resumed = False
    chunk = whole_headings(lines[mark.line + 1 : stop])
    aside = next((i for i, line in enumerate(chunk) if is_aside(line.text)), None)
    if mark.speaker.side == "chair":
        aside = None
    alone = mark.style == "qa" and not own
    if digest and not last and (count := title_lines([*own, *chunk], aside is not None, alone)):
        chunk, after = chunk[:-count], list(chunk[-count:])
    if count := matters_below(chunk, lambda line: by_form(line, headings)):
        after = [*(line for line in chunk[-count:] if by_form(line, headings)), *after]
        chunk = chunk[:-count]
    if count := narrated(chunk, lambda line: by_form(line, headings), digest):
        after = [*told_matters(chunk[-count:]), *after]
        chunk = chunk[:-count]
    while chunk and (STAGE.match(chunk[-1].text) or EXPLAINED.match(chunk[-1].text)):
        chunk = chunk[:-1]
    heads_from = len(chunk)
    while heads_from and by_form(chunk[heads_from - 1], headings):
        heads_from -= 1
    if heads_from == len(chunk) > 1 and is_signed_title(chunk[-1]) and by_form(chunk[-2], headings):
        heads_from -= 2  # 【意見交換】 above ○参加者の意見
    found: list[Line] = []
    for offset, line in enumerate(chunk):
        following = chunk[offset + 1] if offset + 1 < heads_from else None
        if last and is_tail(line.text, digest):
            break
        closed = closed or offset == aside
        if resumed and is_speech(line.text):
            closed = resumed = False
        if TIME_NOTICE.match(line.text):
            resumed = _RESUMED.search(line.text) is not None
            closed = closed or bool(speech or own)
        elif (
            STAGE.match(line.text)
            or EXPLAINED.match(line.text)
            or (offset and SIGNER.match(chunk[offset - 1].text))
        ):
            continue
        elif is_verdict(line, digest):
            closed = True
        elif digest and names_member(line.text):
            if not closed and speech and is_theme(speech[-1], [*own, *speech][:-1]):
                found.append(speech.pop())
            found.append(line)
            closed = True
        elif is_heading(line, following, speech or own, headings):
            found.append(line)
            closed = closed or is_marked(line, headings)
        elif not closed:
            if found and not any(is_marked(a, headings) for a in found):
                speech += found  # what looked like a heading stands amid the words
                found = []
            speech.append(line)
    while speech and speech[-1].text in ("以上", "以　上", "以 上"):
        speech.pop()
    if not own and not speech and mark.speaker.side != "chair" and (found or after):
        return found + after, []  # 事務局 above 規程案について説明: what he did, told in a line
    return own + speech, found + after


def _without_repeats(utterances: Sequence[Utterance]) -> list[int]:
    """Indices without the list entries of pages that print each speaker twice: a label, a line of the page, the label again."""
    doubled = [
        i
        for i, (a, b) in enumerate(itertools.pairwise(utterances))
        if a.speaker == b.speaker and len(a.text) < 60 and not is_speech(a.text) and is_speech(b.text)
    ]
    if len(doubled) < LABEL_REPEATS:
        return list(range(len(utterances)))
    texts = [utterances[i].text for i in doubled]
    common = {text for text, count in Counter(texts).items() if count >= LABEL_REPEATS}
    gone = {i for i in doubled if utterances[i].text in common or "※" in utterances[i].text}
    return [i for i in range(len(utterances)) if i not in gone]
