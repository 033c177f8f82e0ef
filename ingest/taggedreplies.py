"""Points of residents, each with a reply below it that names the officer: ・街灯を増やしてほしい。 above （市長）来年度に増やす。"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.lines import Line
from ingest.mark import Mark
from ingest.tagforms import named_point

REPLIES_MIN, SHARE = 3, 0.8
"""Named replies of a record at least, and the share of them that stand below a point."""
BULLETS = "・･•●○◯〇◆■-－*"


def points_above(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """The points, in a record whose tags name none but officers; none in any other."""
    replies = [mark for mark in found if mark.style.startswith("tag:") and mark.sure]
    if len(replies) < REPLIES_MIN or any(m.speaker.side not in ("executive", "secretariat") for m in replies):
        return
    taken = {mark.line for mark in found}
    above = Counter(
        lines[m.line - 1].text[0]
        for m in replies
        if m.line and m.line - 1 not in taken and _is_point(lines[m.line - 1])
    )
    if sum(above.values()) < SHARE * len(replies):
        return
    bullet = above.most_common(1)[0][0]
    for mark in replies:
        index = mark.line - 1
        while (
            index >= 0 and index not in taken and lines[index].text[0] == bullet and _is_point(lines[index])
        ):
            yield named_point(index, lines[index], 1, "member")
            index -= 1


def _is_point(line: Line) -> bool:
    return line.text[0] in BULLETS and len(line.text) > 2
