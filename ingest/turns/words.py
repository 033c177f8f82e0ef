"""The lines below a speaker mark: words, headings, and what is neither (stage directions, recesses, the page's tail)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.days.owndays import is_day_field
from ingest.marks.mark import Mark
from ingest.marks.nomarks.contacts import writer_at
from ingest.marks.nomarks.letterfields import fields_above, fields_below
from ingest.marks.speaks import is_speech
from ingest.people.askers import names_member
from ingest.text.furniture import EXPLAINED, SIGNER, STAGE, TIME_NOTICE
from ingest.text.lines import Line
from ingest.turns.cutheadings import whole_headings
from ingest.turns.digesttitles import bare_titles, could_be_title, is_theme, title_lines
from ingest.turns.ending_words import ADDRESSED
from ingest.turns.endings import (
    is_aside,
    is_outcome,
    is_reported,
    is_tail,
    matters_below,
    narrated,
    told_matters,
)
from ingest.turns.headings import by_form, is_heading, is_marked, is_signed_title
from ingest.turns.verdicts import is_verdict

_BOX = re.compile(r"(?:[【〔［][^【】〔〕［］。、]{2,20}[】〕］]|[≪《][^≪≫《》。、]{2,40}[≫》])$")
_RESUMED = re.compile(r"再開|開議|続開|開会")
"""The meeting goes on: what is spoken after this time of day is speech again."""
_ASKS = re.compile(r"(?:でしょう|です|ます|ません|でした|ました)か[？?]?$")
"""A whole question, be it short and without a full stop."""


def words_and_headings(
    lines: Sequence[Line],
    mark: Mark,
    stop: int,
    headings: dict[int, int],
    digest: bool,
    last: bool,
    asked_next: bool,
) -> tuple[list[Line], list[Line]]:
    """(lines of speech, headings) from a mark to the next; what stands after a recess or a verdict is neither.

    Args:
        lines: of the sitting.
        mark: whose words they are.
        stop: index of the line of the next mark, or behind the last words.
        headings: start of each heading that the document itself marks as one, to its level.
        digest: whether the record is one of questions and answers in short.
        last: whether no mark follows.
        asked_next: whether a question of a digest follows.
    """
    own = [lines[mark.line]] if _has_words(mark, lines[mark.line]) else []
    chunk = whole_headings([line for line in lines[mark.line + 1 : stop] if line.end > mark.body])
    aside = _aside(chunk, in_writing=bool(mark.numbers)) if mark.speaker.side != "chair" else None
    ends = aside is not None
    chunk, titles = _without_titles(own, chunk, mark, ends, digest=digest, last=last, asked_next=asked_next)
    chunk, told = _without_what_is_told(own, chunk, headings, digest)
    after = [*told, *titles]
    sorter = _Sorter(mark, own, chunk, headings, digest, aside, _heads_from(chunk, headings))
    for offset, line in enumerate(chunk):
        if last and is_tail(line.text, digest):
            break
        sorter.take(offset)
    speech, found = sorter.speech, sorter.found
    while speech and speech[-1].text in ("以上", "以　上", "以 上", "問", "答"):
        speech.pop()  # 問 below the words: the letter of an upright column, printed last
    said = own or speech or sorter.staged or mark.speaker.side == "chair"
    if not said and (found or after):
        return found + after, []  # 事務局 above 規程案について説明: what he did, told in a line
    return own + speech, found + after


def _has_words(mark: Mark, line: Line) -> bool:
    """Whether anything but the time stands behind the label on its line."""
    timed = mark.body >= line.start and TIME_NOTICE.match(line.text[mark.body - line.start :]) is not None
    return mark.body < line.end and not timed


def _aside(chunk: Sequence[Line], in_writing: bool) -> int | None:
    """Which of the lines is the first aside, from which on nothing is said; None where none is. `in_writing`: whether the words are of a
    question put in writing, behind which the letter with the reply begins."""
    asides = (
        i
        for i, line in enumerate(chunk)
        if is_aside(line.text) or (in_writing and ADDRESSED.match(line.text))
    )
    first = next((i for i in asides if not is_reported(chunk[i].text, chunk[i + 1 :])), None)
    return first - 1 if first and _DAY_OF_LETTER.match(chunk[first - 1].text) else first


_DAY_OF_LETTER = re.compile(r"^[^\s。、]{0,4}\s?\d{1,4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日$")
"""令和7年10月17日 above 由良市議会議長　様: the letter with the reply begins with its day."""


@dataclass(slots=True)
class _Sorter:
    """Puts each line below a mark with the words, with the headings, or with neither.

    Arguments as of `words_and_headings`; `own`: the words on the line of the mark; `chunk`: the lines below; `aside`: which of them ends what is
    said; `heads_from`: where the headings begin that end the lines.
    """

    mark: Mark
    own: Sequence[Line]
    chunk: Sequence[Line]
    headings: dict[int, int]
    digest: bool
    aside: int | None
    heads_from: int
    speech: list[Line] = field(default_factory=list)
    found: list[Line] = field(default_factory=list)
    """The headings."""
    staged: bool = False
    """Whether a stage direction stood among them."""
    _closed: bool = False
    """Whether what is said has ended; headings may follow."""
    _resumed: bool = False
    """Whether the meeting was said to go on: the next speech is the speaker's again."""

    def take(self, offset: int) -> None:
        """Takes the lines in their order."""
        line = self.chunk[offset]
        self._closed = self._closed or offset == self.aside
        if self._resumed and is_speech(line.text):
            self._closed = self._resumed = False
        if TIME_NOTICE.match(line.text):
            self._resumed = _RESUMED.search(line.text) is not None
            self._closed = self._closed or bool(self.speech or self.own)
        elif self._is_neither(offset):
            self.staged = self.staged or STAGE.match(line.text) is not None
        elif self._ends(offset):
            self._closed = True
        elif self.digest and names_member(line.text):
            self._take_asker(line)
        elif self._heads(offset):
            self.found.append(line)
            self._closed = self._closed or is_marked(line, self.headings)
        elif (
            self._closed
            and self.digest
            and self.found
            and names_member(self.found[-1].text)
            and could_be_title(line)
        ):
            self.found.append(line)  # the theme below the member's name
        elif not self._closed:
            self._take_words(line)

    def _is_neither(self, offset: int) -> bool:
        """Whether a line is what happens, what came of it, a day, or the name below a signature."""
        text = self.chunk[offset].text
        return bool(
            STAGE.match(text)
            or EXPLAINED.match(text)
            or is_outcome(text)
            or (self.digest and is_day_field(text))
            or (offset and SIGNER.match(self.chunk[offset - 1].text))
        )

    def _ends(self, offset: int) -> bool:
        """Whether what is said ends above a line: a verdict, or who wrote the reply; 意見なし。 right below [委員] is what they say."""
        line = self.chunk[offset]
        if not offset and not self.own and self.mark.speaker.side == "member" and line.text[0] in "意質":
            return False
        written = self.digest and writer_at(self.chunk, offset) and not names_member(line.text)
        return is_verdict(line, self.digest) or bool(written)

    def _take_asker(self, line: Line) -> None:
        """The name of who asks next, with his theme where that stood above it."""
        above = [*self.own, *self.speech][:-1]
        if not self._closed and self.speech and is_theme(self.speech[-1], above):
            self.found.append(self.speech.pop())
        self.found.append(line)
        self._closed = True

    def _heads(self, offset: int) -> bool:
        line = self.chunk[offset]
        following = self.chunk[offset + 1] if offset + 1 < self.heads_from else None
        return (
            _is_boxed(line, self.mark)
            or is_heading(line, following, self.speech or self.own, self.headings)
            or (offset >= self.heads_from and _in_block(self.chunk, offset, self.found))
        )

    def _take_words(self, line: Line) -> None:
        """Words; what looked like a heading above them stands amid them, unless the document marks it as one."""
        if self.found and not any(is_marked(one, self.headings) for one in self.found):
            self.speech += self.found
            self.found = []
        self.speech.append(line)


def _without_titles(
    own: Sequence[Line],
    chunk: list[Line],
    mark: Mark,
    ends: bool,
    *,
    digest: bool,
    last: bool,
    asked_next: bool,
) -> tuple[list[Line], list[Line]]:
    """(the lines without the fields of a letter and the title of the next piece of a digest, those titles).

    `own`: the words on the line of the mark; `ends`: whether a line among them ends what is said; others as of `words_and_headings`.
    """
    alone = mark.style == "qa" and not own
    fields, named = fields_below(chunk) if digest else (0, [])
    chunk = chunk[: len(chunk) - fields]
    if alone and mark.speaker.side == "member":
        chunk = chunk[fields_above(chunk) :]
    titles = title_lines([*own, *chunk], ends, alone) if digest and not last else 0
    if titles and not asked_next and mark.speaker.side == "member" and _ASKS.search(chunk[-1].text):
        titles = 0  # …のでしょうか? right above the reply
    bare = bare_titles([*own, *chunk]) if asked_next and not titles else 0
    if count := titles or bare:
        return chunk[:-count], [*chunk[-count:][: 1 if bare else count], *named]
    return chunk, named


def _without_what_is_told(
    own: Sequence[Line], chunk: list[Line], headings: dict[int, int], digest: bool
) -> tuple[list[Line], list[Line]]:
    """(the lines without what the record itself tells below them, the matters that this names).

    Arguments as of `_without_titles`.
    """
    after: list[Line] = []
    if count := matters_below(chunk, lambda line: by_form(line, headings)):
        after = [line for line in chunk[-count:] if by_form(line, headings)]
        chunk = chunk[:-count]
    if count := narrated(chunk, lambda line: by_form(line, headings), digest):
        after = [*told_matters(chunk[-count:]), *after]
        chunk = chunk[:-count]
        if digest and len(chunk) + len(own) > 1 and could_be_title(chunk[-1]):
            above = [*own, *chunk][-2]
            if above.text[-1] in "。．":  # the matter on which it is told who reported
                after = [chunk[-1], *after]
                chunk = chunk[:-1]
    while chunk and (STAGE.match(chunk[-1].text) or EXPLAINED.match(chunk[-1].text)):
        chunk = chunk[:-1]
    return chunk, after


def _heads_from(chunk: Sequence[Line], headings: dict[int, int]) -> int:
    """Where the headings begin that end the lines; their number where there are none."""
    first = len(chunk)
    while first and by_form(chunk[first - 1], headings):
        first -= 1
    if first == len(chunk) > 1 and is_signed_title(chunk[-1]) and by_form(chunk[-2], headings):
        first -= 2  # 【意見交換】 above ○参加者の意見
    return first


_PART = re.compile(r"議\s*[題事]|(?:協議|報告|審議|検討)\s*事項")


def _in_block(chunk: Sequence[Line], offset: int, found: Sequence[Line]) -> bool:
    """議　題 alone, or a line below a heading at the end: no words go on there, though a note above (※資料確認) has no full stop."""
    below = bool(found) and offset > 0 and found[-1] is chunk[offset - 1]
    return below or _PART.fullmatch(chunk[offset].text) is not None


def _is_boxed(line: Line, mark: Mark) -> bool:
    """【応募者Ｂ】 on a line of its own among ＜委員＞ and ＜応募者＞: the other bracket holds a heading."""
    box = _BOX.match(line.text)
    return box is not None and mark.tagged and line.text[0] != mark.style[-1]
