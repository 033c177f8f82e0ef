"""Labels with markup in them: ○<b>鈴木</b>委員 in a saved page, and a name that is itself written as markup.

Tags that only format are no letters of a name, as they are no words of a speech (`ingest.text.lines.visible`). Any other is text
of the record: whoever is labelled so still opens a speech of his own, which would otherwise be shown as the last speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from corpus.types import Speaker
from ingest.marks.mark import SIGNS, Mark, mark_at
from ingest.people.speakers import parse_label
from ingest.text.formatting import visible
from ingest.text.lines import Line

HEAD = 200
"""Characters of a line in which its label ends, tags counted."""

_WRITTEN = re.compile(rf"[{SIGNS}]\s*((?:<[^<>]{{1,80}}>|[^\s<>。、，「」：:]){{1,60}})(?=[\s：:]|$)")
_BRACKETED = re.compile(
    rf"[{SIGNS}]\s*([^\s<>（()）。、，「」：:]{{1,24}})[（(]((?:<[^<>]{{1,160}}>|[^<>（()）。]){{2,80}})[）)]"
)


def marked_up(index: int, line: Line, candidates: Callable[[int, Line], Iterable[Mark]]) -> Iterable[Mark]:
    """The candidates of a line whose label bears tags; `candidates` reads a line without any."""
    if "<" not in line.text[:HEAD]:
        return
    plain, places = _unformatted(line)
    found = [] if plain.text in ("", line.text) else list(candidates(index, plain))
    if found:
        yield from (replace(mark, body=_place(places, mark.body - line.start, line)) for mark in found)
    elif written := _written(index, line):
        yield written


def _unformatted(line: Line) -> tuple[Line, list[int]]:
    """The line without what only formats it, and where in the document each of its characters stands."""
    places = [place for start, end in visible(line) for place in range(start, end)]
    text = "".join(line.text[place - line.start] for place in places)
    return replace(line, text=text, end=line.start + len(text)), places


def _place(places: list[int], at: int, line: Line) -> int:
    """Where in the document the words begin: right behind the last character of what stands before them."""
    return places[at - 1] + 1 if at else line.start


def _written(index: int, line: Line) -> Mark | None:
    """○<script>x</script>山本委員　…, ○議長（<script>x</script>君）　…: the office is known, the name is what the record has for it."""
    found = _WRITTEN.match(line.text)
    if found and "<" in found[1]:
        person = parse_label(found[1].rpartition(">")[2])
        if person and person.office and found[1].endswith(person.office):
            name = found[1].removesuffix(person.office)
            return _mark(index, line, found, replace(person, name=name))
    found = _BRACKETED.match(line.text)
    person = parse_label(found[1]) if found and "<" in found[2] else None
    if found and person and person.office and not person.name:
        return _mark(index, line, found, replace(person, name=_TITLE.sub("", found[2])))
    return None


_TITLE = re.compile("(?:君|さん|氏)$")


def _mark(index: int, line: Line, found: re.Match[str], speaker: Speaker) -> Mark:
    return mark_at(index, line, "sign:" + line.text[0], found.start(1), found.end(), speaker)
