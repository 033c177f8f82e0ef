"""Marked lines to utterances: what the three dialogue layouts share.

1. content lines (furniture out) and all candidates for speaker marks, once a document (`scanning`);
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
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.spans import Span, Spans, cut, text_at
from corpus.types import Meeting, Speaker, Utterance
from ingest.header.bodies import is_council
from ingest.header.meeting import read_header
from ingest.header.sessions import find_session
from ingest.marks.headingforms import heading_label
from ingest.marks.mark import Mark
from ingest.marks.nomarks.contacts import contact_below
from ingest.marks.nomarks.letterfields import fields_below, is_receipt
from ingest.marks.reported.quoted import unquoted
from ingest.marks.reported.signed import signed_at_end
from ingest.marks.reported.trailingcalls import without_call
from ingest.marks.speaks import is_speech
from ingest.people.offices import side_of
from ingest.people.otherlabels import parse_government
from ingest.people.sidewords import bare_label, is_answering
from ingest.people.speakers import parse_label, parse_name
from ingest.phrases.terms import plain
from ingest.sides.standing import settle
from ingest.text.lines import Line, join
from ingest.text.normalize import squeeze
from ingest.text.wraps import Wrap
from ingest.turns.afterwards import after_greetings
from ingest.turns.cutheadings import first_of_several, is_point, notice_amid
from ingest.turns.digesttitles import is_boxed
from ingest.turns.endings import is_tail, last_stop, signer_of
from ingest.turns.headings import Heads
from ingest.turns.opening import announced, opening, printed_item
from ingest.turns.owntitles import own_title
from ingest.turns.scanning import DIGEST, scan
from ingest.turns.toldnotes import told_only
from ingest.turns.words import words_and_headings
from ingest.types import Document

REPLY = Speaker("", "", "executive")
"""Who speaks below [回答]: the side alone, until the words are signed （建設課）."""
LABEL_REPEATS = 3
"""A page that prints each speaker twice (list entry, then text) does so at least this often."""


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


_CLOCK = re.compile(r"(?:午[前後])?\d{1,2}[時:：]\d{1,2}分?")
"""○市民局　10時55分: when the part of the meeting began that is about its business, and nothing said."""
_OF_MEETING = re.compile(r"(?:委員会|協議会|審議会|懇談会|会議|議会報告|会議録|議事録)$")


def read_turns(document: Document, marks: Sequence[Mark], first: int, end: int, about: Document) -> Reading:
    """The utterances that the marks announce; `first` and `end` bound the content lines of the sitting (see `ingest.days.sittings`).

    `about`: what the meeting's data are read from: not all of the document may be about this meeting.
    """
    scanned = scan(document.text, document.pages)
    lines = scanned.lines[:end]
    late = after_greetings(lines, marks)
    header = (lines[first].start if first else 0, lines[late[1] if late else marks[0].line].start)
    meeting = read_header(about, header)
    headings = {span[0]: level for span, level in document.headings}
    headings |= announced(lines[first:], marks[0].line - first) | dict.fromkeys(scanned.heads, 6)
    digest = sum(mark.style in DIGEST for mark in marks) * 3 >= len(marks)
    heads = _first_heads(lines[first : marks[0].line], headings, digest, meeting.title)
    sitting = _Sitting(document, lines, scanned.wrap, marks, late, meeting, headings, digest, heads)
    for position in range(len(marks)):
        sitting.read(position)
    return sitting.reading(header)


@dataclass(frozen=True, slots=True)
class _Attending:
    """Who attends, by name and by office, squeezed: settles names that are glued to offices."""

    roster: tuple[str, ...]
    offices: frozenset[str]

    @classmethod
    def of(cls, meeting: Meeting) -> _Attending:
        names = {squeeze(one.name) for one in meeting.attendees if one.name}
        offices = frozenset(squeeze(one.office) for one in meeting.attendees if one.office)
        return cls(tuple(sorted(names, key=len, reverse=True)), offices)

    def named(self, mark: Mark, asker: Speaker | None) -> Speaker:
        """The speaker of a mark, its label read once more with those who attend; 問 is the title's member.

        An office that the roster lists is no name with an office behind it (山村再生課長).
        """
        if mark.style in DIGEST:
            unnamed = mark.speaker == Speaker("", "", "member")
            return asker if asker and unnamed else mark.speaker
        if not self.roster:
            return mark.speaker
        if (whole := squeeze(mark.label)) in self.offices and side_of(whole) in ("executive", "secretariat"):
            return Speaker("", whole, side_of(whole))
        known = parse_label(mark.label, self.roster) or parse_government(mark.label)
        return known or parse_name(mark.label, self.roster) or mark.speaker


@dataclass(slots=True)
class _Sitting:
    """One sitting while its marks are read in their order: what was said so far, and the headings under which the next words stand.

    `late`: lines between the first speeches that are none (`ingest.turns.afterwards.after_greetings`); others as of `words_and_headings`.
    """

    document: Document
    lines: Sequence[Line]
    wrap: Wrap
    marks: Sequence[Mark]
    late: Span | None
    meeting: Meeting
    headings: dict[int, int]
    digest: bool
    heads: Heads
    utterances: list[Utterance] = field(default_factory=list)
    said_by: list[Mark] = field(default_factory=list)
    """Of each utterance its mark."""
    breaks: set[int] = field(default_factory=set)
    _attending: _Attending = field(init=False)
    _agenda: dict[str, str] = field(init=False)
    _pages: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._attending = _Attending.of(self.meeting)
        self._agenda = {plain(item): item for item in self.meeting.agenda}
        self._pages = [offset for offset, _ in self.document.pages]

    def read(self, position: int) -> None:
        """Takes what the mark at `position` announces."""
        mark, last = self.marks[position], position + 1 == len(self.marks)
        following = None if last else self.marks[position + 1]
        stop = following.line if following else last_stop(self.lines, self.marks)
        asked = following is not None and following.style in DIGEST and following.speaker.side == "member"
        body, after = self._words(mark, stop, last, asked)
        after = [line for line in after if not is_receipt(line.text)]
        if mark.speaker.side != "chair" and following:
            body = without_call(body, following)
        if mark.speaker.side == "member" and mark.style not in DIGEST:
            body, notice = notice_amid(body)
            if notice:  # the points of the member before him are no heading of his
                agenda = "" if is_point(self.heads.agenda) else self.heads.agenda
                self.heads = replace(self.heads, topic=notice, agenda=agenda)
        begins = mark.body
        if titled := own_title(mark, self.lines, body, self.headings):
            self.heads = replace(self.heads, topic=titled[0], asker=titled[1] or self.heads.asker)
            body, begins = body[1:], body[1].start
        text, spans = join(self.document.text, body, self.wrap, begins)
        if not text and (spans := told_only(mark, self.lines, stop)):
            text = text_at(self.document.text, spans)
        if text and not _CLOCK.fullmatch(text):
            self._say(mark, text, spans, self.lines[mark.line + 1 : stop])
        elif mark.style == "line" and mark.speaker.side == "member" and asked:
            self.heads = replace(self.heads, asker=mark.speaker)  # 江崎委員 above …は？→…
        if after:
            self.breaks.add(len(self.utterances))
            self.heads = self.heads.after(first_of_several(after), self.headings)

    def _words(self, mark: Mark, stop: int, last: bool, asked: bool) -> tuple[list[Line], list[Line]]:
        """The lines of speech and the headings up to the line `stop`."""
        spoken = self.lines
        if self.late and mark.line < self.late[0] < stop:
            begin, end = self.late
            spoken, stop = [*spoken[:begin], *spoken[end:]], stop - (end - begin)
        return words_and_headings(spoken, mark, stop, self.headings, self.digest, last, asked)

    def _say(self, mark: Mark, text: str, spans: Spans, below: Sequence[Line]) -> None:
        """Adds an utterance; `below`: the lines up to the next mark, where who replies may have signed."""
        place = max(bisect_right(self._pages, spans[0][0]) - 1, 0)
        page = self.document.pages[place][1] if self._pages else None
        speaker = self._attending.named(mark, self.heads.asker)
        if mark.style in DIGEST or (mark.speaker == REPLY and is_answering(bare_label(mark.label))):
            speaker, text, spans = _signed(speaker, text, spans, below)
        item = printed_item(self.heads.agenda, self._agenda)
        number = len(self.utterances)
        self.utterances.append(Utterance(number, speaker, text, spans, page, item, self.heads.topic))
        self.said_by.append(mark)

    def reading(self, header: Span) -> Reading:
        """What was read, without what a page prints twice, speakers on the sides that this meeting shows."""
        kept = _without_repeats(self.utterances)
        utterances = unquoted([replace(self.utterances[old], index=new) for new, old in enumerate(kept)])
        marks = [self.said_by[old] for old in kept]
        styles = tuple(mark.style for mark in marks)
        return Reading(
            settle(utterances, styles, self.meeting.attendees, self.meeting.body),
            styles,
            tuple(mark.numbers for mark in marks),
            frozenset(bisect_left(kept, b) for b in self.breaks),
            header,
            self.meeting,
        )


def _first_heads(above: Sequence[Line], headings: dict[int, int], digest: bool, title: str) -> Heads:
    """What the headings say that stand above the first words; nothing where that is the name of the record (`title`)."""
    fields, titles = fields_below(above) if digest else (0, [])
    above = above[: len(above) - fields]
    heads = opening(above, headings, digest)
    if digest and (titles or (above and is_boxed(above[-1].text))):
        heads = replace(heads, topic=heading_label((titles or above)[-1].text))
    own = _OF_MEETING.search(heads.topic) or find_session(heads.topic) or is_council(heads.topic)
    return replace(heads, topic="") if heads.topic == title and own else heads


def _signed(speaker: Speaker, text: str, spans: Spans, below: Sequence[Line]) -> tuple[Speaker, str, Spans]:
    """Who signs a reply of a digest, in a line of its own below or at the end of the words, which then lose the signature."""
    signed = signed_at_end(text)
    if (signer := signer_of(below)) and not (signer.side == "member" and speaker.side == "executive"):
        end = signed[1] if signed and signed[0].office == signer.office else len(text)
        return signer, text[:end], cut(spans, 0, end)  # 【沖議員】 below a reply heads what is asked next
    if signed:
        person, end = signed
        side = person.side if person.side == "secretariat" else speaker.side
        return replace(person, side=side), text[:end], cut(spans, 0, end)
    # the foot of a page (お問い合わせ先) names whom to ask about the page
    reply = list(itertools.takewhile(lambda line: not is_tail(line.text), below))
    if speaker == REPLY and (office := contact_below(reply)):
        return office, text, spans
    return speaker, text, spans


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
