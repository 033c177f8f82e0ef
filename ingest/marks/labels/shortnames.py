"""Digests of a newsletter that print the member's surname alone before what he asks, and offices alone before the replies.

    水道料金の値上げはいつか　沖まどか
    沖　水道管の更新費が増えている。値上げの時期はいつか。
    町長　令和8年度に改定する考えである。

The same with a slash (沖／…, 町長／…). A short word before a blank may be anything; it is a surname where a heading prints the whole name,
and officers reply in the same form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.types import Speaker
from ingest.marks.mark import Mark, mark_at
from ingest.marks.speaks import is_speech
from ingest.people.names import is_full_name, is_name
from ingest.people.offices import is_title
from ingest.people.speakers import parse_label
from ingest.phrases.wording import asks, wishes
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

ASKS_MIN, REPLIES_MIN = 3, 2
"""Lines with a surname, and with an office, from which a digest prints them so."""
_SHORT = re.compile(r"^([^\s。、，「」（()）：:／/]{1,14})(\s+|[／/]\s*)(?=\S)")
_WHOLE = re.compile(r"(?:^|\s)([一-鿿々ヶノぁ-んァ-ヴー]{1,5}(?:\s?[一-鿿々ヶノぁ-んァ-ヴー]{1,5})?)$")
HEADING_MAX = 50
"""Characters of a heading that ends in the whole name."""


def with_short_names(found: list[Mark], lines: Sequence[Line]) -> list[Mark]:
    """The marks, in such a digest those of its questions and replies; 問 before a heading that ends in the name (問　…か　沖まどか) is none."""
    named = _short_names(lines, found)
    if not named:
        return found
    lines_of = {m.line for m in named} | set(_whole_names(lines).values())
    return [m for m in found if m.line not in lines_of] + named


def _short_names(lines: Sequence[Line], found: Sequence[Mark]) -> list[Mark]:
    """The marks; none where members bear an office or a side of their own."""
    members = [m for m in found if m.sure and m.speaker.side == "member"]
    if any(m.style in ("wide", "colon", "tab") or (m.style == "qa" and m.speaker.name) for m in members):
        return []
    for slash in (False, True):
        split = {
            i: m
            for i, line in enumerate(lines)
            if (m := _SHORT.match(line.text))
            and (m[2][0] in "／/") == slash
            and is_speech(line.text[m.end() :])
        }
        replies = {i: m for i, m in split.items() if is_title(m[1]) and _answers(m[1])}
        asked = {i: m for i, m in split.items() if i not in replies and is_name(m[1])}
        if len(asked) < ASKS_MIN or len(replies) < REPLIES_MIN:
            continue
        whole = _whole_names(lines)
        asked = {i: m for i, m in asked.items() if any(_is_of(m[1], name) for name in whole)}
        if _takes_turns(asked, replies, lines):
            return list(_marks(asked, replies, lines, whole))
    return []


def _answers(label: str) -> bool:
    speaker = parse_label(label)
    return speaker is not None and speaker.is_officer


def _whole_names(lines: Sequence[Line]) -> dict[str, int]:
    """The whole names that end a heading, and where each stands first."""
    found: dict[str, int] = {}
    for index, line in enumerate(lines):
        match = (
            _WHOLE.search(line.text[-24:].removesuffix("議員").rstrip())
            if len(line.text) <= HEADING_MAX and "。" not in line.text
            else None
        )
        if match and is_full_name(name := squeeze(match[1])):
            found.setdefault(name, index)
    return found


def _is_of(surname: str, name: str) -> bool:
    return len(surname) < len(name) and name.startswith(surname)


def _takes_turns(
    asked: dict[int, re.Match[str]], replies: dict[int, re.Match[str]], lines: Sequence[Line]
) -> bool:
    """Whether nearly every reply has a question since the last one, and the surnames ask or wish."""
    if len(asked) < ASKS_MIN:
        return False
    order = sorted({*asked, *replies})
    led = sum(before in asked for before, index in zip([-1, *order], order, strict=False) if index in replies)
    wanting = sum(asks(lines[i].text) or wishes(lines[i].text) for i in asked)
    return 3 * led >= 2 * len(replies) and 2 * wanting >= len(asked)


def _marks(
    asked: dict[int, re.Match[str]],
    replies: dict[int, re.Match[str]],
    lines: Sequence[Line],
    whole: dict[str, int],
) -> Iterator[Mark]:
    for index, match in {**asked, **replies}.items():
        if index in asked:
            names = [name for name in whole if _is_of(match[1], name)]
            speaker = Speaker(names[0] if len(names) == 1 else match[1], "議員", "member")
        else:
            speaker = parse_label(match[1]) or Speaker("", match[1], "executive")
        mark = mark_at(index, lines[index], "qa", 0, match.end(1), speaker)
        yield replace(mark, label=match[1], body=lines[index].start + match.end())
