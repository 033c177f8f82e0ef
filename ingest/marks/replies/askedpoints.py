"""Points that ask, with the reply below them unmarked: lists of questions and answers from meetings with residents.

    ○バスは何便出るのか。
    朝に一便、夕方に三便を予定している。

1. One bullet opens every question (○, ・, ■ …); its sentences that ask belong to it, also over several lines.
2. What follows up to the next bullet or heading is the reply.
3. A list counts only where most points ask and most have a reply; a list of matters asks nothing. In one that counts a point that wishes
   (「配慮していただきたい。」) and has something below it is one too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.patterns import any_of
from ingest.marks.forms.namedbehind import named_point
from ingest.marks.mark import SIGNS, Mark
from ingest.marks.speaks import is_speech
from ingest.phrases.wording import asks
from ingest.text.lines import Line

BULLETS = frozenset(SIGNS + "・･•*＊")
POINTS_MIN, SHARE = 4, 0.7
"""Points of a list that ask or (beside three that ask) wish, and the share of them that ask and that have a reply, from which it is one of
questions and answers."""
FEW_MIN = 3
"""Points that suffice where each of them ends in a question mark."""
ASKING_MAX = 0.34
"""Share of the replies that may ask something themselves; of the points of a 通告 nearly all do."""
_ENDS = re.compile(r"[。．？?！!][」』）)]?$|(?:ほしい|もらいたい|のか)$")
_WISH = re.compile(r"(?:ほしい|欲しい|もらいたい|か)[。．？?]?$")
"""A sentence of plain style that asks. 御対応いただきたい is as often the reply's."""
_POLITE = re.compile(
    any_of(
        # 「配慮していただきたい。」「お願いしたい。」
        *r"(?:いただ|頂)きたい 願いたい お願い(?:したい|する|します) ください 下さい".split(),
        # 「多い方がよいと思う。」「改めるべきだ。」
        *r"と(?:思う|考える|感じる) べき(?:だ|である|です|ではないか) (?:必要|不安|心配)(?:だ|である|です|がある)".split(),
    )
    + r"[。．]?$"
)
"""A sentence by which a point wishes or complains."""


def asked_points(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """The marks of such a list; none where the document has none, or where speakers are named."""
    bullets = Counter(line.text[0] for line in lines if line.text[0] in BULLETS and len(line.text) > 4)
    for bullet, count in bullets.most_common(2):
        named = any(lines[m.line].text[0] == bullet and m.speaker.office for m in found)
        if count < FEW_MIN or named:
            continue
        starts = [i for i, line in enumerate(lines) if line.text[0] == bullet and len(line.text) > 4]
        if points := list(points_of(lines, starts)):
            for start, reply in points:
                yield named_point(start, lines[start], 1, "member")
                if reply is not None:
                    yield named_point(reply, lines[reply], 0, "executive")
            return


def points_of(lines: Sequence[Line], starts: Sequence[int]) -> Iterator[tuple[int, int | None]]:
    """(line that asks, line at which its reply begins: None without one) of the points that begin at `starts`; none of a list
    of other things."""
    points = list(_points(lines, starts))
    asked = [(start, reply, stop) for start, does, reply, stop in points if does]
    wishing = [
        (start, reply)
        for start, does, reply, _ in points
        if not does and reply is not None and _POLITE.search(lines[reply - 1].text)
    ]
    replies = [
        "".join(line.text for line in lines[reply:stop]) for _, reply, stop in asked if reply is not None
    ]
    plain = all(lines[start].text[-1] in "？?" for start, *_ in points)
    enough = len(replies) if len(replies) < FEW_MIN else len(replies) + len(wishing)
    if enough < (FEW_MIN if plain else POINTS_MIN) or len(replies) < SHARE * len(points):
        return
    if sum(map(asks, replies)) > ASKING_MAX * len(replies) or sum(map(is_speech, replies)) < SHARE * len(
        replies
    ):
        return
    yield from sorted([*((start, reply) for start, reply, _ in asked), *wishing], key=lambda point: point[0])


def _points(lines: Sequence[Line], starts: Sequence[int]) -> Iterator[tuple[int, bool, int | None, int]]:
    """(first line, whether it asks, line at which its reply begins, line behind it) of every point."""
    for start, following in zip(starts, [*starts[1:], len(lines)], strict=True):
        # a heading with another sign
        stop = next((i for i in range(start + 1, following) if lines[i].text[0] in SIGNS), following)
        end = _sentence(lines, start, stop)
        does = _does_ask(lines, start, end)
        while end < stop and _WISH.search(lines[(nearer := _sentence(lines, end, stop)) - 1].text):
            end, does = nearer, True
        while not does and _goes_on_wishing(lines, end, stop):
            end = _sentence(lines, end, stop)
        yield start, does, end if end < stop else None, stop


def _goes_on_wishing(lines: Sequence[Line], end: int, stop: int) -> bool:
    """床を板張りにしてほしい。町の宝にもなると考える。: a second sentence of the wish that ends at `end`, with more below it."""
    nearer = _sentence(lines, end, stop) if end < stop else stop
    return nearer < stop and all(_POLITE.search(lines[line - 1].text) for line in (end, nearer))


def _sentence(lines: Sequence[Line], start: int, stop: int) -> int:
    """Where the lines end that hold the sentence which begins at `start`."""
    return next((i + 1 for i in range(start, stop) if _ENDS.search(lines[i].text)), stop)


def _does_ask(lines: Sequence[Line], start: int, stop: int) -> bool:
    text = "".join(line.text for line in lines[start:stop])
    return bool(_WISH.search(text)) or asks(text)
