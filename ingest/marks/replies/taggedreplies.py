"""Points of residents or members, each with a reply below it that names the officer: ・街灯を増やしてほしい。 above （市長）来年度に増やす。

A reply may have points of its own below （事務局）; then a heading stands between them and the next points that are asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.marks.forms.namedbehind import named_point
from ingest.marks.headingforms import is_bare, is_item_title
from ingest.marks.mark import BULLETS, Mark
from ingest.phrases.wording import asks
from ingest.text.lines import Line

REPLIES_MIN, SHARE = 3, 0.8
"""Named replies of a record at least, and the share of them that stand below a point."""
WRAPS_MAX = 6
"""Lines of a point at most."""


def points_above(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """The points, in a record whose tags name none but officers; none in any other."""
    replies = [mark for mark in found if mark.tagged and mark.sure]
    if not replies:
        yield from _above_signed(lines, found)
        return
    if len(replies) < REPLIES_MIN or not all(m.speaker.is_officer for m in replies):
        return
    taken = {mark.line for mark in found}
    above = Counter(bullet for m in replies if (bullet := _bullet_above(lines, m.line, taken)))
    if sum(above.values()) < SHARE * len(replies):
        return
    bullet = above.most_common(1)[0][0]
    if any(_has_points(mark, lines, bullet) for mark in replies):
        yield from _under_headings(lines, replies, bullet)
        return
    for mark in replies:
        index = mark.line - 1
        while (
            index >= 0 and index not in taken and lines[index].text[0] == bullet and _is_point(lines[index])
        ):
            yield named_point(index, lines[index], 1, "member")
            index -= 1


def _above_signed(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """●バス路線の存続は above ▼市長　…: both, in a record whose signs stand before officers alone and whose points bear another."""
    replies = [m for m in found if m.signed and m.sure]
    if len(replies) < REPLIES_MIN or not all(m.speaker.is_officer for m in found):
        return
    taken = {mark.line for mark in found}
    own = {lines[m.line].text[0] for m in replies}
    above = Counter(lines[m.line - 1].text[0] for m in replies if m.line and m.line - 1 not in taken)
    bullet, count = next(iter(above.most_common(1)), ("", 0))
    if len(own) > 1 or bullet in own or bullet not in BULLETS or count < SHARE * len(replies):
        return
    points = [lines[m.line - 1].text for m in replies if lines[m.line - 1].text[0] == bullet]
    if 2 * sum(text[-1] in "はかを？?" or asks(text) for text in points) < len(points):
        return  # ●議題１　予算について above ▼事務局　…
    for mark in replies:
        if mark.line and lines[mark.line - 1].text[0] == bullet and _is_point(lines[mark.line - 1]):
            yield named_point(mark.line - 1, lines[mark.line - 1], 1, "member")
        yield replace(mark, style="arrow")


def _bullet_above(lines: Sequence[Line], index: int, taken: set[int]) -> str:
    """The bullet of the point above a line, which may run over several; "" where none stands there."""
    for place in range(index - 1, max(index - 1 - WRAPS_MAX, -1), -1):
        if place in taken or _heads(lines[place]):
            return ""
        if _is_point(lines[place]):
            return lines[place].text[0]
        if place == index - 1 and lines[place].gap:
            return ""
    return ""


def _has_points(mark: Mark, lines: Sequence[Line], bullet: str) -> bool:
    """Whether a bullet opens the words of a reply whose label has a line of its own."""
    alone = mark.is_alone(lines) and mark.line + 1 < len(lines)
    return alone and lines[mark.line + 1].text[0] == bullet


def _under_headings(lines: Sequence[Line], replies: Sequence[Mark], bullet: str) -> Iterator[Mark]:
    """The points between a heading and the reply below them; none where another reply's points run on into them."""
    tags = {mark.line for mark in replies}
    found: list[int] = []
    for mark in replies:
        block = list(
            takewhile(lambda i: i not in tags and not _heads(lines[i]), range(mark.line - 1, -1, -1))
        )
        if block and block[-1] - 1 in tags:
            return
        found += [i for i in block if lines[i].text[0] == bullet and _is_point(lines[i])]
    for index in sorted(set(found)):
        yield named_point(index, lines[index], 1, "member")


def _heads(line: Line) -> bool:
    return is_item_title(line.text) or is_bare(line.text)


def _is_point(line: Line) -> bool:
    return line.text[0] in BULLETS and len(line.text) > 2 and not line.text.startswith("**")  # words in bold
