"""Seat and surname without 番 before the words of members (`6今泉　…`), where the record prints only offices beside them.

A digit before a word may be anything; it is a seat where the roster prints the same number before the whole name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from corpus.types import Speaker
from ingest.marks.mark import Mark, mark_at
from ingest.marks.speaks import is_speech
from ingest.people.names import is_full_name, is_name
from ingest.people.offices import is_title, side_of
from ingest.people.speakerwords import SEAT_ALONE
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

SEATS_MIN = 3
"""Lines that open with a seat and a surname of the roster, from which members speak so."""
NAME_MAX = 10
"""Characters of a name at most, its blanks among them."""
ROSTER_LINES = 200
"""Lines from the top among which the roster is looked for."""
_SEAT = re.compile(r"^(\d{1,3})\s?([一-鿿々ヶノぁ-んァ-ヶ]{1,4})\s+(?=\S)")
_ENTRY = re.compile(
    r"(?:^|(?<=\s))(\d{1,3})番?\s{0,3}([一-鿿々ヶノ](?:\s{0,2}[一-鿿々ヶノぁ-んァ-ヶー]){1,6})(?=君|議員|$|\s*\d|\s{2})"
)


def seat_marks(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """The lines that open with a seat and the surname that the roster gives it; none where offices speak otherwise."""
    matches = {i: m for i, line in enumerate(lines) if (m := _SEAT.match(line.text)) and is_name(m[2])}
    if len(matches) < SEATS_MIN or not any(m.style == "wide" and m.speaker.side == "chair" for m in found):
        return
    seats = {*_roster(lines), *_called(lines)}
    known = {i: m for i, m in matches.items() if _is_seated(seats, _number(m[1]), m[2])}
    if len(known) < SEATS_MIN or max(Counter(m[2] for m in known.values()).values()) < 2:
        return
    for index, match in known.items():
        speaker = Speaker(match[2], match[1] + "番", "member")
        yield mark_at(index, lines[index], "wide", 0, match.end(2), speaker)


def seat_above_name(lines: Sequence[Line], index: int) -> Mark | None:
    """４番 or 建設課長 above 川辺守, the words below: who speaks and his name in a narrow column, each on a line of its own; in a
    roster no words follow."""
    line, *below = lines[index : index + 3]
    seat = SEAT_ALONE.match(line.text)
    if len(below) < 2 or not (seat or is_title(line.text)) or below[0].gap or not is_speech(below[1].text):
        return None
    name = squeeze(below[0].text)
    if len(below[0].text) > NAME_MAX or not is_full_name(name):
        return None
    side = "member" if seat else side_of(line.text)
    mark = mark_at(index, line, "line", 0, len(line.text), Speaker(name, line.text, side))
    return replace(mark, label=f"{line.text}（{name}）", body=below[0].end)


def _roster(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Seats with names in the first lines that are no speech; ２　説明のため出席した者 below them is no other name of the second."""
    for line in lines[:ROSTER_LINES]:
        if "。" not in line.text:
            yield from ((_number(entry[1]), squeeze(entry[2])) for entry in _ENTRY.finditer(line.text))


_CALLED = re.compile(
    r"(\d{1,3})番[、,\s]{0,2}([一-鿿々ヶノ](?:\s?[一-鿿々ヶノぁ-んァ-ヶー]){2,6}?)(?:君|議員|さん)"
)


def _called(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Seats with names as the chair gives the floor: １番、佐々木和之君の質問を許します."""
    for line in lines:
        yield from ((_number(call[1]), squeeze(call[2])) for call in _CALLED.finditer(line.text))


def _is_seated(seats: Collection[tuple[int, str]], seat: int, surname: str) -> bool:
    return any(at == seat and name.startswith(surname) and name != surname for at, name in seats)


def _number(digits: str) -> int:
    return int(unicodedata.normalize("NFKC", digits))
