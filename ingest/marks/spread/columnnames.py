"""A table of 発言者 and 発言 drawn as text: the office at the head of a line, the name in brackets below it, words beside both.

    10：10 議 長 ただいまの出席議員は、八人です。
    開会 (相馬秀夫) 定足数に達しておりますので、…
    日程1 〃 会議録署名議員の指名を行います。

The first column (times, 日程) stands before the label, 〃 says that the same person goes on. What is name or column is cut off
the lines, so that only the words are speech.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.types import Speaker
from ingest.marks.mark import OPENING, Mark
from ingest.people.names import is_name
from ingest.people.offices import is_title, side_of
from ingest.people.speakerwords import without_title
from ingest.text.lines import BLANK, Line
from ingest.text.normalize import squeeze

BELOW_MIN = 4
"""Labels with a name in brackets below them from which that is how the document names speakers."""

_COLUMN = re.compile(
    r"^(?:\d{1,2}[：:]\d{2}|(?:追加)?日程第?\s?\d{1,2}|開会|開議|再開|休憩|散会|閉会|延会)(?=\s)\s+"
)
_NAME = re.compile(r"^[（(]([^（()）、。「」]{2,12})[）)]\s*")
_NOTE = re.compile(
    r"質問|質疑|答弁|回答|登壇|声|拍手|休憩|再開|説明|入れ?替|交[代替]|[退着入出]席|[入退]場|起立|挙手"
)
"""（再質問） below a label says what the words are, （説明員入替え） what is done, not who speaks."""
_NAMED = re.compile(r"[一-鿿]{0,4}[（(][^（()）、。「」]{2,12}[）)]")
"""委　員　長（川辺　守）: the name stands behind the label itself."""
_SEAT = re.compile(r"^\d{1,3}番$")
_DITTO = re.compile(r"^[〃〻″]\s+(?=\S)")
LABEL_TOKENS = 10
"""Pieces of a spaced label (農 業 委 員 会 事 務 局 長) at most."""


def column_names(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Mark, ...]]:
    """The lines without columns and names, and the marks; the lines as they were and none where the form is another."""
    labels = {
        i: (office, end)
        for i, line in enumerate(lines[:-1])
        if _name_of(lines[i + 1]) and (found := _office(line)) and (office := found[0]) and (end := found[1])
    }
    if len(labels) < BELOW_MIN:
        return tuple(lines), ()
    out: list[Line] = []
    marks: list[Mark] = []
    last: Mark | None = None
    first = min(labels)
    for index, line in enumerate(lines):
        if index in labels:
            office, end = labels[index]
            name = squeeze((_name_of(lines[index + 1]) or ("", 0))[0])
            speaker = Speaker(name, office, side_of(office))
            last = Mark(len(out), "wide", f"{office}（{name}）", speaker, line.start + end)
            marks.append(last)
        elif index - 1 in labels:
            rest = _after(line, (_name_of(line) or ("", 0))[1])
            if rest is not None:
                out.append(rest)
            continue
        elif last is not None and index > first:
            start = _column(line)
            ditto = _DITTO.match(line.text[start:])
            if ditto:
                marks.append(replace(last, line=len(out), body=line.start + start + ditto.end()))
        out.append(line)
    return tuple(out), tuple(marks)


WHOLE_MIN = 4
"""Labels with the name in brackets on one line from which a long one may have it on the next."""
_WHOLE = re.compile(r"^[^\s（()）。、「」]{1,16}[（(][^（()）、。「」]{2,12}[）)]\s+\S")


def wrapped_names(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Mark, ...]]:
    """The lines without the names of labels too long for their column, and the marks of these; where the others stand on one line,
    or where all that stand so are listed above, each with that name and office.

    議長（小野寺） 産業振興課長。
    産業振興課長 お答えします。来月から始め
    （伊吹山誠） る予定です。
    """
    labels = {
        i: (*found, *name)
        for i, (line, below) in enumerate(pairwise(lines))
        if (name := _name_of(below)) and (found := _office(line)) and found[1] < len(line.text)
        if not _NAMED.match(line.text, found[1])
    }
    whole = sum(_WHOLE.match(line.text) is not None for line in lines) >= WHOLE_MIN
    if not labels or not (whole or _attend(labels, lines)):
        return tuple(lines), ()
    out: list[Line] = []
    marks: list[Mark] = []
    for index, line in enumerate(lines):
        rest: Line | None = line
        if index in labels:
            office, end, written, _ = labels[index]
            speaker = Speaker(without_title(squeeze(written)), office, side_of(office))
            style = "paren" if whole else "wide"
            marks.append(Mark(len(out), style, f"{office}（{speaker.name}）", speaker, line.start + end))
        elif index - 1 in labels:
            rest = _after(line, labels[index - 1][3])
        if rest is not None:
            out.append(rest)
    return tuple(out), tuple(marks)


def _attend(labels: Mapping[int, tuple[str, int, str, int]], lines: Sequence[Line]) -> bool:
    """Whether each of the labels is somebody in a line above the first of them (村長　沖　守): office, and name right behind it."""
    above = [squeeze(line.text) for line in lines[: min(labels)]]
    people = {office + without_title(squeeze(written)) for office, _, written, _ in labels.values()}
    return all(any(person in line for line in above) for person in people)


def _column(line: Line) -> int:
    """How long the first column of a line is, 0 where it is empty."""
    found = _COLUMN.match(line.text)
    return found.end() if found else 0


def _name_of(line: Line) -> tuple[str, int] | None:
    """(name, where the words begin) of a line that opens with a name in brackets."""
    start = _column(line)
    found = _NAME.match(line.text[start:])
    if found is None or _NOTE.search(found[1]) or not is_name(squeeze(found[1])):
        return None
    return found[1], start + found.end()


def _office(line: Line) -> tuple[str, int] | None:
    """(office, where the words begin) of a line that opens with a label: letter-spaced or one word, then a blank."""
    start = _column(line)
    if line.text[start : start + 1] in OPENING:
        return None  # （議長　水谷喜一）…: office and name in one bracket
    found: tuple[str, int] | None = None
    joined, at = "", start
    for piece in re.finditer(r"\S+", line.text[start:]):
        if joined and len(piece.group()) > 1 and not piece.group().startswith("番"):
            break
        joined += piece.group()
        at = start + piece.end()
        if is_title(joined) or _SEAT.match(joined):
            found = (joined, at)
        if len(piece.group()) > 1 or len(joined) > LABEL_TOKENS:
            break
    if found is None:
        return None
    end = found[1]
    while end < len(line.text) and line.text[end] in BLANK:
        end += 1
    return found[0], end


def _after(line: Line, end: int) -> Line | None:
    """What is left of a line after its first `end` characters; None where nothing is."""
    return replace(line, start=line.start + end, text=line.text[end:]) if end < len(line.text) else None
