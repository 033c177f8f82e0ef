"""Points of a digest that bear who speaks behind their words and nothing else: …できないか。（三島委員）, …検討する。【事務局】; letters that
bear when they came, with the reply below: …ほしい。（4月投書）"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.types import Side, Speaker
from ingest.marks.headingforms import is_item_title
from ingest.marks.mark import BULLETS, Mark, mark_at
from ingest.marks.replies.arrowlines import ARROWS
from ingest.marks.reported.signed import signed_at_end
from ingest.marks.speaks import is_speech
from ingest.people.offices import is_public
from ingest.phrases.wording import asks
from ingest.text.lines import TERMINAL, Line

SIGNED_MIN = 3
"""Points with a speaker behind the words from which that is the document's way."""
UNSIGNED_MAX = 0.5
"""Lines that end a sentence without a signature, a signed point: more of them, and the signatures are remarks."""


def signed_marks(lines: Sequence[Line], known: Sequence[Mark]) -> Iterator[Mark]:
    """The marks of such points, at their bullets or where the point before them ends; none in a document of another form."""
    labels = {m.line for m in known if m.speaker.office and m.is_alone(lines)}  # ●仮議長（林委員）
    ends = [
        (index, side)
        for index, line in enumerate(lines)
        if index not in labels and (signed := signed_at_end(line.text)) and (side := _side(signed[0]))
    ]
    # Q1　…（浜野委員）
    asked = {m.line for m in known if m.style == "qa" and m.sure and m.speaker.side == "member"}
    sides = {side for _, side in ends} | ({"member"} if len(asked) >= SIGNED_MIN else set())
    if len(ends) < SIGNED_MIN or len(sides) < 2:
        return
    starts = [
        _start(lines, before, index) for (before, _), (index, _) in zip([(-1, ""), *ends], ends, strict=False)
    ]
    bulleted = sum(lines[start].text[0] in _HEADS for start in starts)
    if 2 * bulleted < len(ends) and _unsigned(lines, [index for index, _ in ends]) > UNSIGNED_MAX * len(ends):
        return
    for start, (index, side) in zip(starts, ends, strict=True):
        if start in asked or index in asked:
            continue
        if start <= index and (2 * bulleted < len(ends) or lines[start].text[0] in _HEADS):
            head = int(lines[start].text[0] in _HEADS)
            yield mark_at(start, lines[start], "arrow", 0, head, Speaker("", "", side))


_HEADS = BULLETS + ARROWS + "―—–"
"""Signs before a point: →　資材の値上がりによる。（学校教育課長）"""


def _side(speaker: Speaker) -> Side | None:
    """The side of who signs; None of those who preside or stand on neither side."""
    if speaker.is_officer:
        return "executive"
    return "member" if speaker.side == "member" or is_public(speaker.office) else None


def _start(lines: Sequence[Line], before: int, end: int) -> int:
    """The first line of the point that ends with line `end`: its bullet, or what is said first behind the point before."""
    own = range(end, max(before, end - WRAPS_MAX), -1)
    bullet = next((i for i in own if lines[i].text[0] in _HEADS), None)
    if bullet is not None and not (bullet < end and is_item_title(lines[bullet].text)):
        return bullet
    start = end
    while (
        start - 1 > before
        and lines[start - 1].text[-1] not in TERMINAL
        and not lines[start].gap
        and is_speech(lines[start - 1].text)
    ):
        start -= 1
    return start


WRAPS_MAX = 8
"""Lines of a point at most."""


def _unsigned(lines: Sequence[Line], ends: Sequence[int]) -> int:
    """Lines between the first signed one and the last that end a sentence and are not signed."""
    signed = set(ends)
    return sum(lines[i].text[-1] in "。．" for i in range(ends[0], ends[-1]) if i not in signed)


_POSTED = re.compile(
    r"[（(](?:\d{4}年|(?:令和|平成)(?:\d{1,2}|元)年)?\d{1,2}月(?:\d{1,2}日)?(?:に)?(?:投書|投稿|受付|受理|受信|到着)(?:分)?[）)]$"
)
"""…ほしい。（4月投書）: what a resident wrote ends here, whoever it was."""
POSTED_MIN = 2
"""Letters so signed from which what stands below each is the reply."""


def posted_marks(lines: Sequence[Line], known: Sequence[Mark]) -> Iterator[Mark]:
    """The marks of letters that end in when they came, and of the replies below them, which bear nothing."""
    ends = [i for i, line in enumerate(lines) if _POSTED.search(line.text)]
    starts = [_paragraph(lines, before, end) for before, end in pairwise([-1, *ends])]
    if len(ends) < POSTED_MIN or any(mark.line >= starts[0] and mark.sure for mark in known):
        return
    replies = [
        "".join(line.text for line in lines[end + 1 : after])
        for end, after in zip(ends, [*starts[1:], len(lines)], strict=True)
    ]
    if any(asks(reply) for reply in replies) or not all(map(is_speech, replies[:-1])) or not replies[-1]:
        return
    for start, end in zip(starts, ends, strict=True):
        yield mark_at(start, lines[start], "qa", 0, 0, Speaker("", "", "member"))
        yield mark_at(end + 1, lines[end + 1], "qa", 0, 0, Speaker("", "", "executive"))


def _paragraph(lines: Sequence[Line], before: int, end: int) -> int:
    """The first line of the paragraph that ends with line `end`, below line `before`."""
    start = end
    while start - 1 > before and not lines[start].gap and not lines[start].indent:
        start -= 1
    return start
