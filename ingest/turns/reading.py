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
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.spans import Span, Spans, cut
from corpus.types import Meeting, Speaker, Utterance
from ingest.header.bodies import is_council
from ingest.header.meeting import read_header
from ingest.header.sessions import find_session
from ingest.marks.finding import find_marks
from ingest.marks.headingforms import TITLE_MAX, heading_label, is_item_title
from ingest.marks.labels.midline import cut_midline
from ingest.marks.lineless.unbroken import cut_speeches
from ingest.marks.mark import SIGNS, Mark
from ingest.marks.nomarks.contacts import contact_below
from ingest.marks.nomarks.letterfields import fields_below
from ingest.marks.replies.inline import cut_replies
from ingest.marks.reported.quoted import unquoted
from ingest.marks.reported.signed import signed_at_end
from ingest.marks.reported.told import told_speech
from ingest.marks.reported.trailingcalls import without_call
from ingest.marks.speaks import is_speech, trimmed
from ingest.marks.spread.columnnames import column_names, wrapped_names
from ingest.marks.spread.formheads import without_form_heads
from ingest.marks.spread.halflabels import half_labels, with_halves
from ingest.marks.spread.narrowlabels import narrow_labels, with_narrow
from ingest.marks.spread.ruledlabels import ruled_labels
from ingest.marks.spread.splitlabels import without_split_stages
from ingest.people.askers import named_at_end
from ingest.people.offices import side_of
from ingest.people.otherlabels import parse_government
from ingest.people.sidewords import bare_label, is_answering, is_asking
from ingest.people.speakers import parse_label, parse_name
from ingest.phrases.terms import plain
from ingest.phrases.wording import asks
from ingest.sides.standing import settle
from ingest.text.lines import Line, content_lines, join
from ingest.text.normalize import squeeze
from ingest.text.wraps import Wrap, wrap_of
from ingest.turns.afterwards import after_greetings
from ingest.turns.chairwords import with_chair_words
from ingest.turns.cutheadings import first_of_several, notice_amid
from ingest.turns.digesttitles import is_boxed
from ingest.turns.endings import is_tail, last_stop, signer_of
from ingest.turns.headings import Heads
from ingest.turns.opening import announced, opening, printed_item
from ingest.turns.pagetags import without_tags
from ingest.turns.words import words_and_headings
from ingest.types import Document

DIGEST = ("qa", "arrow")
"""Styles of digests, where the mark names the side alone."""
REPLY = Speaker("", "", "executive")
"""Who speaks below [回答]: the side alone, until the words are signed （建設課）."""
LABEL_REPEATS = 3
"""A page that prints each speaker twice (list entry, then text) does so at least this often."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The content lines of a document, how they are wrapped, and every candidate mark."""

    lines: tuple[Line, ...]
    wrap: Wrap
    marks: tuple[Mark, ...]
    heads: tuple[int, ...] = ()
    """Where lines begin that are headings by their place alone (see `ingest.marks.reported.told`)."""


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
    unbroken = without_split_stages(
        cut_midline(cut_speeches(text, without_form_heads(content_lines(text, pages))))
    )
    lines, named = column_names(cut_replies(text, unbroken))
    if named:
        return Scan(lines, wrap_of(lines), named)
    lines, ruled = ruled_labels(lines)
    if ruled:
        return Scan(lines, wrap_of(lines), ruled)
    lines, narrow = narrow_labels(lines)
    if narrow:
        return Scan(lines, wrap_of(lines), with_narrow(find_marks(lines), narrow))
    lines, wrapped = wrapped_names(lines)
    if wrapped:
        return Scan(lines, wrap_of(lines), with_halves(find_marks(lines), wrapped))
    lines, halves = half_labels(lines)
    marks = with_chair_words(with_halves(find_marks(lines), halves), lines)
    if not halves and (kept := without_tags(lines, marks)) != lines:
        lines, marks = kept, with_chair_words(find_marks(kept), kept)
    lines, told, heads = told_speech(text, lines, marks)
    return Scan(lines, wrap_of(lines), told or marks, heads)


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
    """The utterances that the marks announce; `first` and `end` bound the content lines of the sitting (see `ingest.days.sittings`).

    `about`: what the meeting's data are read from, where not all of the document is about this meeting.
    """
    scanned = scan(document.text, document.pages)
    lines = scanned.lines[:end]
    late = after_greetings(lines, marks)
    header = (lines[first].start if first else 0, lines[late[1] if late else marks[0].line].start)
    meeting = read_header(about or document, header)
    roster = tuple(sorted({squeeze(a.name) for a in meeting.attendees if a.name}, key=len, reverse=True))
    offices = frozenset(squeeze(a.office) for a in meeting.attendees if a.office)
    headings = {span[0]: level for span, level in document.headings}
    headings |= announced(lines[first:], marks[0].line - first) | dict.fromkeys(scanned.heads, 6)
    starts = [offset for offset, _ in document.pages]
    utterances: list[Utterance] = []
    styles: list[str] = []
    numbers: list[tuple[int, ...]] = []
    breaks: set[int] = set()
    digest = sum(mark.style in DIGEST for mark in marks) * 3 >= len(marks)
    heads = _first_heads(lines[first : marks[0].line], headings, digest, meeting.title)
    agenda = {plain(item): item for item in meeting.agenda}
    for position, mark in enumerate(marks):
        last = position + 1 == len(marks)
        stop = last_stop(lines, marks) if last else marks[position + 1].line
        asked = (
            not last and marks[position + 1].style in DIGEST and marks[position + 1].speaker.side == "member"
        )
        spoken: Sequence[Line] = lines
        until = stop
        if late and mark.line < late[0] < stop:
            spoken, until = [*lines[: late[0]], *lines[late[1] :]], stop - (late[1] - late[0])
        body, after = words_and_headings(spoken, mark, until, headings, digest, last, asked)
        if mark.speaker.side != "chair" and not last:
            body = without_call(body, marks[position + 1])
        if mark.speaker.side == "member" and mark.style not in DIGEST:
            body, notice = notice_amid(body)
            heads = replace(heads, topic=notice) if notice else heads
        begins = mark.body
        if titled := _own_title(mark, lines, body, headings):
            heads = replace(heads, topic=titled[0], asker=titled[1] or heads.asker)
            body, begins = body[1:], body[1].start
        text, spans = join(document.text, body, scanned.wrap, begins)
        if text:
            page = document.pages[max(bisect_right(starts, spans[0][0]) - 1, 0)][1] if starts else None
            speaker = _named(mark, roster, offices, heads.asker)
            if mark.style in DIGEST or (mark.speaker == REPLY and is_answering(bare_label(mark.label))):
                speaker, text, spans = _signed(speaker, text, spans, lines[mark.line + 1 : stop])
            item = printed_item(heads.agenda, agenda)
            utterances.append(Utterance(len(utterances), speaker, text, spans, page, item, heads.topic))
            styles.append(mark.style)
            numbers.append(mark.numbers)
        elif mark.style == "line" and mark.speaker.side == "member" and asked:
            heads = replace(heads, asker=mark.speaker)  # 江崎委員 above …は？→…
        if after:
            breaks.add(len(utterances))
            heads = heads.after(first_of_several(after), headings)
    kept = _without_repeats(utterances)
    utterances = unquoted([replace(utterances[old], index=new) for new, old in enumerate(kept)])
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


def _first_heads(above: Sequence[Line], headings: dict[int, int], digest: bool, title: str) -> Heads:
    """What the headings say that stand above the first words; nothing where that is the name of the record (`title`)."""
    fields, titles = fields_below(above) if digest else (0, [])
    above = above[: len(above) - fields]
    heads = opening(above, headings, digest)
    if digest and (titles or (above and is_boxed(above[-1].text))):
        heads = replace(heads, topic=heading_label((titles or above)[-1].text))
    own = _OF_MEETING.search(heads.topic) or find_session(heads.topic) or is_council(heads.topic)
    return replace(heads, topic="") if heads.topic == title and own else heads


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


def _signed(speaker: Speaker, text: str, spans: Spans, below: Sequence[Line]) -> tuple[Speaker, str, Spans]:
    """Who signs a reply of a digest, in a line of its own below or at the end of the words, which then lose the signature."""
    if (signer := signer_of(below)) and not (signer.side == "member" and speaker.side == "executive"):
        return signer, text, spans  # 【沖議員】 below a reply heads what is asked next
    if signed := signed_at_end(text):
        person, end = signed
        side = person.side if person.side == "secretariat" else speaker.side
        return replace(person, side=side), text[:end], cut(spans, 0, end)
    # the foot of a page (お問い合わせ先) names whom to ask about the page
    reply = list(itertools.takewhile(lambda line: not is_tail(line.text), below))
    if speaker == REPLY and (office := contact_below(reply)):
        return office, text, spans
    return speaker, text, spans


def _own_title(
    mark: Mark, lines: Sequence[Line], body: Sequence[Line], headings: Container[int]
) -> tuple[str, Speaker | None] | None:
    """●質問１：木造住宅の耐震改修について above the words of the question: its topic, and the member where the title ends in the name."""
    own = lines[mark.line]
    if mark.body >= own.end and len(body) > 1 and _heads_words(body[0]):
        return heading_label(body[0].text), None  # ○横田委員 above ◎説明の方法について
    if (quoted := _quoted_title(mark, own, body)) is not None:
        return quoted, None
    digest = mark.style in DIGEST or is_asking(
        own.text[: mark.body - own.start].partition(mark.style[-1])[0].strip()
    )
    if not digest or mark.speaker.side != "member" or len(body) < 2 or body[0] is not own:
        return None
    words = own.text[mark.body - own.start :].strip()
    if named := named_at_end(words):  # 質問　空き家の活用について　沖　ひとみ
        return words[: named[1]], named[0]
    titled = own.start in headings or is_item_title(words)  # ご意見：街灯の増設 as a heading of the page
    return (words, None) if titled and len(words) <= TITLE_MAX and not asks(words) else None


_QUOTED_TITLE = re.compile(r"[「『]([^「」『』。？?]{2,40})[」』]")


def _quoted_title(mark: Mark, own: Line, body: Sequence[Line]) -> str | None:
    """○質問　沖ひとみ議員「歩道の整備」 above the words of the question: its topic."""
    found = _QUOTED_TITLE.fullmatch(own.text[max(mark.body - own.start, 0) :].strip())
    asked = found is not None and len(body) > 1 and body[0] is own and is_asking(bare_label(mark.label))
    return found[1] if found and asked and not asks(found[1]) else None


def _heads_words(line: Line) -> bool:
    return line.text[0] in SIGNS and is_item_title(line.text) and not is_speech(line.text)


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
