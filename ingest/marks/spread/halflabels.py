"""A column of labels drawn as text, where a label too long for the column takes two lines, words beside both.

    亀 野 それでは、議案の総括説明をいた
    副 町 長 します。
    吉川産業 産業振興課長、吉川よりご説明いたします。
    振興課長 本年度の経営状況について、…
    ２番 林道の工事について伺います。通れ
    沖議員 るようになるのはいつですか。

The number of the item under discussion stands left of it (７ 河口議長 日程第７、…). Both are cut off the lines, so that only
the words are speech. Labels that the chair has just called, of three lines too: `stackedlabels`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.types import Speaker
from ingest.marks.mark import SIGNS, Mark
from ingest.marks.speaks import is_speech
from ingest.marks.spread.partedletters import parted_letters
from ingest.marks.spread.stackedlabels import Stack, stacked_labels
from ingest.people.offices import is_title, side_of
from ingest.people.speakers import parse_label
from ingest.text.lines import BLANK, Line
from ingest.text.normalize import squeeze

HALVES_MIN = 3
"""Labels over two lines from which the document draws its labels so."""
NUMBERED_MIN = 3
"""Lines with the number of an item before 日程第… from which the numbers are a column."""

_HALF = re.compile(r"(?:[一-鿿々ヶ]{2,6}|[一-鿿々ヶ](?:[ \u3000]+[一-鿿々ヶ]){1,5})(?=[ \u3000]+\S)")
_OUTSIDE = "番外"
"""番外 above 三河町長: not of the members' seats, whose holder stands on the line below."""
_HOLDER = re.compile(r"[^ \u3000。、（()）「」]{3,16}(?=[ \u3000]|$)")
_NUMBER = re.compile(
    r"^\d{1,2}[・、]\d{1,2}[ \u3000]+(?=\S)"
    r"|^\d{1,2}(?:[・、，～〜]\d{1,2})*[ \u3000]+(?=(?:追加)?日程第|[一-鿿々ヶ]{1,6}議長[ \u3000])"
)


def half_labels(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Mark, ...]]:
    """The lines without the columns, and the marks of the labels over two lines; the lines as they were where there are none."""
    halves = dict(_halves(lines))
    if len(halves) < HALVES_MIN:
        halves = {}
    halves |= (
        dict(_seated(lines))
        | dict(_outside(lines))
        | dict(_spread_offices(lines))
        | dict(_listed_offices(lines))
    )
    halves = _beside(halves, stacked_labels(lines))
    lower = {index + k: end for index, stack in halves.items() for k, end in enumerate(stack.ends) if k}
    parted = parted_letters(lines)
    numbered = [i for i, line in enumerate(lines) if _NUMBER.match(line.text)]
    numbers = frozenset(numbered if len(numbered) >= NUMBERED_MIN else ())
    if not halves and not numbers and not parted:
        return tuple(lines), ()
    dropped = {second for second, _ in parted.values()}
    out: list[Line] = []
    marks: list[Mark] = []
    for index, line in enumerate(lines):
        if index in numbers:
            line = _cut(line, _end(_NUMBER.match(line.text)))
        if index in dropped:
            continue
        if index in parted:
            speaker = parted[index][1]
            marks.append(Mark(len(out), "line", speaker.office, speaker, line.end))
        elif index in halves:
            stack = halves[index]
            marks.append(Mark(len(out), "wide", stack.label, stack.speaker, line.start + stack.ends[0]))
        elif index in lower:
            line = _cut(line, lower[index])
        if line.text:
            out.append(line)
    return tuple(out), tuple(marks)


def with_halves(marks: Sequence[Mark], halves: Sequence[Mark]) -> tuple[Mark, ...]:
    """All marks in the order of the lines; one that begins on the line of a half is none of its own."""
    taken = {mark.line for mark in halves}
    return tuple(sorted((*(m for m in marks if m.line not in taken), *halves), key=lambda mark: mark.line))


def _beside(halves: Mapping[int, Stack], stacks: Mapping[int, Stack]) -> dict[int, Stack]:
    """The labels of both kinds; a called one stands where both claim a line."""
    claimed = {index + k for index, stack in stacks.items() for k in range(len(stack.ends))}
    free = {i: half for i, half in halves.items() if claimed.isdisjoint(range(i, i + len(half.ends)))}
    return {**free, **stacks}


def _pair(speaker: Speaker, first: int, second: int) -> Stack:
    return Stack(speaker, speaker.name + speaker.office, (first, second))


def _halves(lines: Sequence[Line]) -> list[tuple[int, Stack]]:
    """The pairs of lines that make one label between them, by the first line."""
    out: list[tuple[int, Stack]] = []
    for index in range(len(lines) - 1):
        first, second = _half(lines[index].text), _half(lines[index + 1].text)
        if not first or not second or is_title(first[0]) or not is_title(second[0]):
            continue
        if out and out[-1][0] == index - 1:
            continue
        alone = parse_label(first[0])
        if alone and alone.office:
            continue
        speaker = parse_label(first[0] + second[0])
        if (
            speaker
            and speaker.name
            and first[0].startswith(speaker.name)
            and speaker.office.endswith(second[0])
        ):
            out.append((index, _pair(speaker, first[1], second[1])))
    ended = sum(lines[index].text[-1] in "。？?！!" for index, _ in out)
    return out if 2 * ended <= len(out) else []  # 川辺　…か。 above 町長　…。: two speakers


_SEAT = re.compile(r"\d{1,2}[ \u3000]?番(?=[ \u3000]+\S)")
_SITS = re.compile(r"[^ \u3000。、（()）「」\d]{1,8}(?:議員|委員|君)(?=[ \u3000]|$)")
SEATED_MIN = 2
"""Seats above names from which the document draws its members so."""


def _seated(lines: Sequence[Line]) -> list[tuple[int, Stack]]:
    """The pairs of ２番　… above 沖議員　…: the seat, and below it who sits there, beside the same words."""
    out: list[tuple[int, Stack]] = []
    for index, (line, following) in enumerate(pairwise(lines)):
        seat = _SEAT.match(line.text)
        name = _SITS.match(following.text) if seat and not following.gap else None
        speaker = parse_label(seat[0] + name[0]) if seat and name else None
        if seat and name and speaker and speaker.name and speaker.side == "member":
            ends = _skip(line.text, seat.end()), _skip(following.text, name.end())
            out.append((index, _pair(speaker, *ends)))
    ended = sum(lines[index].text[-1] in "。？?！!" for index, _ in out)
    return out if len(out) >= SEATED_MIN and 2 * ended <= len(out) else []  # 二番　…か。 above 沖議員　…: two


def _outside(lines: Sequence[Line]) -> Iterator[tuple[int, Stack]]:
    """The pairs of 番外　… above 三河町長　…, or above 三河町長 alone where the words fill no second line."""
    for index, (line, following) in enumerate(pairwise(lines)):
        first, holder = _half(line.text), _HOLDER.match(following.text)
        speaker = parse_label(holder[0]) if holder and first and first[0] == _OUTSIDE else None
        if first and holder and speaker and speaker.office:
            yield index, _pair(speaker, first[1], _skip(following.text, holder.end()))


_SPREAD = re.compile(r"([一-鿿々ヶァ-ヶー](?:[ \u3000][一-鿿々ヶァ-ヶー]){2,11})[ \u3000]+(?=\S{4})")


def _spread_offices(lines: Sequence[Line]) -> Iterator[tuple[int, Stack]]:
    """The pairs of 広 報 委 員 会　… above 副 委 員 長　…: both spread over the column, and only together an office."""
    for index, (line, following) in enumerate(pairwise(lines)):
        first = _SPREAD.match(line.text)
        second = _SPREAD.match(following.text) if first else None
        if not first or not second or not is_speech(following.text[second.end() :]):
            continue
        body, office = squeeze(first[1]), squeeze(second[1])
        speaker = parse_label(body + office)
        if is_title(office) and not is_title(body) and speaker and speaker.office == body + office:
            yield index, _pair(speaker, first.end(), second.end())


_TITLE_BELOW = re.compile(r"([課室係部局所館園][ \u3000]*長)(?=[ \u3000]|$)")


def _listed_offices(lines: Sequence[Line]) -> Iterator[tuple[int, Stack]]:
    """The pairs of 健康福祉　… above 課　　長　…, or above 課　　長 alone, whose office the roster has: 健康福祉課長　沖　守."""
    for index, (line, following) in enumerate(pairwise(lines)):
        second = _TITLE_BELOW.match(following.text)
        first = _half(line.text) if second else None
        if not first or not second:
            continue
        office = first[0] + squeeze(second[1])
        if any(office in squeeze(one.text) for one in lines[:index] if "。" not in one.text):
            speaker = Speaker("", office, side_of(office))
            yield index, _pair(speaker, first[1], _skip(following.text, second.end()))


def _half(text: str) -> tuple[str, int] | None:
    """(half a label, where the words begin) at the head of a line."""
    if text[0] in SIGNS:
        return None
    found = _HALF.match(text)
    return (squeeze(found[0]), _skip(text, found.end())) if found else None


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in BLANK:
        at += 1
    return at


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0


def _cut(line: Line, end: int) -> Line:
    """What is left of a line after its first `end` characters."""
    return replace(line, start=line.start + end, text=line.text[end:])
