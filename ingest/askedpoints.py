"""Points that ask, with the reply below them unmarked: lists of questions and answers from meetings with residents.

    ○バスは何便出るのか。
    朝に一便、夕方に三便を予定している。

1. One bullet opens every question (○, ・, ■ …); its sentences that ask belong to it, also over several lines.
2. What follows up to the next bullet or heading is the reply.
3. A list counts only where most points ask and most have a reply; a list of matters asks nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.lines import Line
from ingest.mark import SIGNS, Mark
from ingest.tagforms import named_point
from ingest.wording import asks

BULLETS = frozenset(SIGNS + "・･•*＊")
POINTS_MIN, SHARE = 4, 0.7
"""Points of a list, and the share of them that ask and that have a reply, from which it is one of questions and answers."""
_ENDS = re.compile(r"[。．？?！!][」』）)]?$|(?:ほしい|もらいたい|のか)$")
_WISH = re.compile(r"(?:ほしい|欲しい|もらいたい|か)[。．？?]?$")
"""A sentence of plain style that asks. 御対応いただきたい is as often the reply's."""


def asked_points(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """The marks of such a list; none where the document has none, or where speakers are named."""
    bullets = Counter(line.text[0] for line in lines if line.text[0] in BULLETS and len(line.text) > 4)
    for bullet, count in bullets.most_common(2):
        named = any(lines[m.line].text[0] == bullet and m.speaker.office for m in found)
        if count < POINTS_MIN or named:
            continue
        points = list(_points(lines, bullet))
        asked = [point for point in points if point[1]]
        replied = [point for point in asked if point[2] is not None]
        if len(replied) >= POINTS_MIN and len(replied) >= SHARE * len(points):
            for start, _, reply in asked:
                yield named_point(start, lines[start], 1, "member")
                if reply is not None:
                    yield named_point(reply, lines[reply], 0, "executive")
            return


def _points(lines: Sequence[Line], bullet: str) -> Iterator[tuple[int, bool, int | None]]:
    """(line of the bullet, whether it asks, line at which its reply begins) of every point."""
    starts = [i for i, line in enumerate(lines) if line.text[0] == bullet and len(line.text) > 4]
    for start, following in zip(starts, [*starts[1:], len(lines)], strict=True):
        stop = next(
            (i for i in range(start + 1, following) if lines[i].text[0] in SIGNS), following
        )  # a heading with another sign
        end = _sentence(lines, start, stop)
        does = _does_ask(lines, start, end)
        while end < stop and _WISH.search(lines[(nearer := _sentence(lines, end, stop)) - 1].text):
            end, does = nearer, True
        yield start, does, end if end < stop else None


def _sentence(lines: Sequence[Line], start: int, stop: int) -> int:
    """Where the lines end that hold the sentence which begins at `start`."""
    return next((i + 1 for i in range(start, stop) if _ENDS.search(lines[i].text)), stop)


def _does_ask(lines: Sequence[Line], start: int, stop: int) -> bool:
    text = "".join(line.text for line in lines[start:stop])
    return bool(_WISH.search(text)) or asks(text)
