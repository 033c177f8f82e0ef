"""Signed labels that the page broke over lines, as saved pages do that put every linked word on a line of its own.

    ○
    仁田為吉 議長
    ◎大里
    総合政策部長 第三十九号議案中、…
    ◆24番(
    由良千鶴 議員) 再質疑をいたします。

One such label may be a sign that stands before something else; several are how the page is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.types import Speaker
from ingest.marks.forms.markforms import candidates
from ingest.marks.mark import SIGNS, Mark, mark_at
from ingest.marks.speaks import is_speech
from ingest.people.names import is_name, opens_with_surname
from ingest.people.offices import side_of
from ingest.people.speakers import parse_label
from ingest.people.speakerwords import GROUPS
from ingest.text.furniture import STAGE
from ingest.text.lines import BLANK, Line
from ingest.text.normalize import squeeze

SPLIT_MIN = 3
"""Labels broken over lines from which the page breaks them."""
HEAD_MAX = 16
"""Characters of a label before the break at most (◎議会運営委員長(, ◆24番()."""
LINES_MAX = 4
"""Lines that a label goes on in at most: ◎, 総務部長, (, 氏名, 君)."""

_OPEN = re.compile(r"^.[^（()）]*(?:[（(][^（()）]*)?$")
"""A label that no bracket has closed yet."""

_NAMED = re.compile(r"^[（(][^（()）。、\s]{1,10}(?:\s[^（()）。、\s]{1,6})?(?:君|氏|議員|委員|さん)[）)]")


def with_split(found: Sequence[Mark], lines: Sequence[Line]) -> list[Mark]:
    """The marks with those whose label goes on in the next lines, where the page breaks labels; else as they were."""
    broken = list(_split(lines))
    if len(broken) < SPLIT_MIN:  # ◎ / 農政部長 / (氏名君) is nothing else, even where it stands once
        broken = [m for m in broken if len(lines[m.line].text) == 1 and re.search(r"[（(].+[）)]$", m.label)]
    if not broken:
        return list(found)
    heads = {mark.line for mark in broken}
    gone = {m.line + k for m in broken for k in range(1, LINES_MAX + 1) if _covers(m, lines, m.line + k)}
    return [m for m in found if m.line not in heads and (m.line not in gone or m.signed)] + broken


_OPENED = re.compile(r"^([^\s。、（()）]{2,12})[（(][^\s。、（()）]{1,10}$")
_CLOSED = re.compile(r"^[^\s。、（()）]{1,12}[）)]$")


def over_two_lines(index: int, line: Line, following: Line) -> Mark | None:
    """事務局（秘書 above 企画課長）: a label without a sign that its narrow column cut inside the brackets, the words below."""
    if _TAG_OPENED.match(line.text) and (closed := _TAG_CLOSED.match(following.text)) and not following.gap:
        return _broken_tag(index, line, following, closed)
    opened = _OPENED.match(line.text)
    if not opened or following.gap or not _CLOSED.match(following.text):
        return None
    speaker = parse_label(line.text + following.text)
    if speaker is None and opened[1] in GROUPS:
        # 事務局（コンサル / タント会社）
        speaker = Speaker("", line.text + following.text, side_of(opened[1]))
    if speaker is None or not speaker.office:
        return None
    mark = mark_at(index, line, "line", 0, len(line.text), speaker)
    return replace(mark, label=line.text + following.text, body=following.end)


_TAG_OPENED = re.compile(r"^[〔【［\[（(＜<《][一-鿿々]{1,6}$")
_TAG_CLOSED = re.compile(r"^([一-鿿々]{1,6})[〕】］\]）)＞>》][\s：:]*")


def _broken_tag(index: int, line: Line, following: Line, closed: re.Match[str]) -> Mark | None:
    """〔会 above 長〕: a label in brackets that was spread over its column, each half on a line of its own."""
    label = line.text[1:] + closed[1]
    speaker = parse_label(label)
    if speaker is None or not speaker.office:
        return None
    mark = mark_at(index, line, "tag:" + line.text[0], 1, len(line.text), speaker)
    return replace(mark, label=label, body=following.start + closed.end())


_SURNAME_ALONE = re.compile(rf"^(?:[0-9]{{1,4}}[:：]?\s*)?[{SIGNS}][一-鿿々ヶ]{{1,3}}$")
_GOES_ON = re.compile(
    r"^[一-鿿々ヶぁ-んァ-ヶー]{1,12}(?:委員|議員|委員長|議長|[部課局室]長|知事|教育長)(?=\s)"
)


def broken_name(index: int, line: Line, following: Line) -> Mark | None:
    """◯沖 above 良助委員　…: a name that the page broke behind the surname, the words right behind the rest."""
    rest = _GOES_ON.match(following.text) if _SURNAME_ALONE.match(line.text) and not following.gap else None
    if rest is None:
        return None
    whole = line.text + rest[0]
    joined = replace(line, text=whole, end=line.start + len(whole))
    mark = next(iter(candidates(index, joined)), None)
    if mark is None or not (mark.speaker.name and mark.speaker.office):
        return None
    words = following.text[rest.end() :]
    return replace(mark, body=following.start + rest.end() + len(words) - len(words.lstrip(BLANK)))


LONG_MIN = 24
"""Characters of a label from which the margin may have cut it."""
_LONG_TAIL = re.compile(r"^[^\s。、（()）「」]{1,16}長$")


def long_label(index: int, line: Line, following: Line) -> Mark | None:
    """○水津…園長兼学童保 above 育所長: a double office that fills its line and ends in the next, the words below it."""
    text = line.text
    if (
        text[0] not in SIGNS
        or len(text) < LONG_MIN
        or "兼" not in text
        or re.search(r"[\s。、（()）]", text[1:].strip(BLANK))
        or following.gap
        or not _LONG_TAIL.match(following.text)
    ):
        return None
    joined = replace(line, text=text + following.text, end=line.start + len(text) + len(following.text))
    mark = next(iter(candidates(index, joined)), None)
    if mark is None or not mark.speaker.office or mark.body - line.start < len(joined.text):
        return None
    return replace(mark, body=following.end)


_STACKED = re.compile(
    r"(?:議|会|座|局|部|課|市|町|村|区)長|委員|事務局|(?:委員|教育|副議|副会|副市|副町|副村|副区)長|\d{1,2}番(?:委員)?"
)
STACK_MAX = 4
"""Lines of a letter (or of a seat's digits) each that such a label takes at most."""
STACKED_MIN = 3
"""Labels whose letters stand on lines of their own, from which the document's cells were drawn so."""
WORDS_MIN = 8
"""Characters of the line below such a label at least: in vertical print every line has one."""


def stacked_marks(lines: Sequence[Line]) -> list[Mark]:
    """議 above 長, 事 above 務 above 局, above the words: a label whose letters filled the height of its cell."""
    found: list[Mark] = []
    free = 0
    for index, line in enumerate(lines):
        size = _stack_size(lines, index) if index >= free else 0
        label = "".join(one.text for one in lines[index : index + size])
        speaker = parse_label(label) if size else None
        if speaker is not None:
            mark = mark_at(index, line, "line", 0, len(line.text), speaker)
            found.append(replace(mark, label=label, body=lines[index + size - 1].end))
            free = index + size
    return found if len(found) >= STACKED_MIN else []


def _stack_size(lines: Sequence[Line], index: int) -> int:
    """How many lines from `index` on hold a letter each of such a label, with words below; 0 where there is no such label."""
    count = 0
    while count < STACK_MAX and index + count < len(lines) and _is_letter(lines[index + count].text):
        count += 1
    for size in range(count, 1, -1):
        label = "".join(one.text for one in lines[index : index + size])
        below = lines[index + size].text if index + size < len(lines) else ""
        if _STACKED.fullmatch(label) and len(below) >= WORDS_MIN:
            return size
    return 0


def _is_letter(text: str) -> bool:
    return len(text) == 1 or (len(text) == 2 and text.isdecimal())


PILE_MAX = 3
"""Lines of a label whose office, other office and name stand on a line each."""
_BRACKETED = re.compile(r"^[（(]([^（()）。、]{2,16})[）)]$")


def with_piled(found: Sequence[Mark], lines: Sequence[Line]) -> list[Mark]:
    """The marks, and 進 行 係 above （事務局長）, 会 長 above 北浜町長 above 川 辺 守: the lines of a cell, set off from the words by an
    empty line."""
    out = list(found)
    for index, line in enumerate(lines):
        held = parse_label(line.text) if line.gap and len(line.text) <= HEAD_MAX else None
        end = next((i for i in range(index + 1, len(lines)) if lines[i].gap), len(lines))
        if held is None or held.name or not held.office or not 2 <= end - index <= PILE_MAX:
            continue
        speaker = _piled(held, lines[index + 1 : end]) if line.text[0] not in SIGNS else None
        if speaker and end < len(lines) and is_speech(lines[end].text):
            mark = mark_at(index, line, "line", 0, len(line.text), speaker)
            out = [m for m in out if m.line != index] + [replace(mark, body=lines[end - 1].end)]
    return _with_wrapped(out, lines)


_HALF = re.compile(r"[一-鿿々ヶぁ-んァ-ヴー]{2,8}$")


def _with_wrapped(found: Sequence[Mark], lines: Sequence[Line]) -> list[Mark]:
    """門田財政 above 課長, the words below: a label too long for its column, where the others stand alone on their lines."""
    out = list(found)
    alone = {m.line for m in found if m.style == "line" and m.sure and m.speaker.office}
    if len(alone) < STACKED_MIN:
        return out
    for index, (line, following) in enumerate(pairwise(lines)):
        halves = _HALF.match(line.text) and _HALF.match(following.text) and not following.gap
        speaker = parse_label(line.text + following.text) if halves and index not in alone else None
        below = lines[index + 2].text if index + 2 < len(lines) else ""
        if speaker is None or not speaker.name or not is_speech(below):
            continue
        again = any(m.label == following.text and m.line != index + 1 for m in found)
        if again or not opens_with_surname(speaker.name) or not speaker.office.endswith(following.text):
            continue  # 会議録 above 市長
        mark = mark_at(index, line, "line", 0, len(line.text), speaker)
        mark = replace(mark, label=line.text + following.text, body=following.end)
        out = [m for m in out if m.line not in (index, index + 1)] + [mark]
    return out


def _piled(held: Speaker, below: Sequence[Line]) -> Speaker | None:
    """Who is named by an office and the lines below it; None where one of them is neither another office of his nor his name."""
    office, side, name = held.office, held.side, ""
    for line in below:
        bracket = _BRACKETED.match(line.text)
        other = parse_label(bracket[1] if bracket else line.text)
        if bracket and other and other.office:
            office, side, name = other.office, other.side, other.name  # 進行係（事務局長）
        elif is_name(squeeze(line.text)) and not name and line is below[-1]:
            name = squeeze(line.text)
        elif other is None or not other.office or len(line.text) > HEAD_MAX:
            return None
    return Speaker(name, office, side)


def without_split_stages(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without stage directions that a page broke behind their bracket: 〔 above 課長着席〕."""
    out: list[Line] = []
    skip = gap = False
    for line, following in pairwise([*lines, *lines[-1:]]):
        if skip:
            skip, gap = False, True
        elif len(line.text) == 1 and line.text in "〔（(［[" and STAGE.match(line.text + following.text):
            skip = True
        else:
            out.append(replace(line, gap=True) if gap else line)
            gap = False
    return tuple(out)


def _covers(mark: Mark, lines: Sequence[Line], index: int) -> bool:
    return index < len(lines) and mark.body > lines[index].start


def _split(lines: Sequence[Line]) -> Iterator[Mark]:
    for index, line in enumerate(lines[:-1]):
        head = line.text
        if head[0] not in SIGNS or len(head) > HEAD_MAX or re.search("[。、]", head):
            continue
        if len(head) > 1 and head[1] in BLANK and head[-1] not in "（(":
            continue  # ◎　開議宣告: a heading above the label
        for following, after in pairwise([*lines[index + 1 : index + 2 + LINES_MAX], line]):
            if following.text[0] in SIGNS:
                break
            named = after.text[0] in "（(" and len(following.text) <= HEAD_MAX
            named = named and (len(after.text) <= HEAD_MAX or _NAMED.match(after.text) is not None)
            mark = None if named else _over(line, head, index, following)
            if mark is not None:
                yield mark
                break
            head += following.text
            if len(head) > 2 * HEAD_MAX or head[0] not in SIGNS or not _OPEN.match(head):
                break  # The label is whole or none; only (氏名 and 君) go on in another line.


def _over(line: Line, head: str, index: int, following: Line) -> Mark | None:
    """The mark whose label begins in `head` and ends in the next line."""
    whole = replace(line, text=head + following.text, end=line.start + len(head) + len(following.text))
    mark = next(iter(candidates(index, whole)), None)
    if mark is None or not mark.speaker.office or len(mark.label) <= len(head[1:].strip(BLANK)):
        return None
    body = following.start + mark.body - line.start - len(head)
    while body < following.end and following.text[body - following.start] in BLANK:
        body += 1
    return replace(mark, body=body)
