"""What is asked above replies that alone bear a label, as of （教育長） or [町]: the paragraph above, or all that stands under a heading.

    （２）国道の渋滞対策について
    朝は車が動きません。
    広げる予定はありますか。
    （都市整備部長）
    国が測量を終えました。
    来年度に着工します。
    （市長）
    私からも国に求めます。

Where headings part the matters, the question is all between heading and reply; what stands below a reply, up to the next heading,
is the reply's, or that of who replies next. Only words that ask are a question there, and words of one who has understood
(わかりました。) are no words of the office.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set

from ingest.marks.headingforms import HEADING_MAX, is_bare, is_item_title, is_numbered
from ingest.marks.mark import SIGNS
from ingest.marks.speaks import is_speech
from ingest.phrases.wording import asks
from ingest.text.lines import SOFT_MIN, TERMINAL, Line, width

HEADED_MIN, HEADED_SHARE = 3, 0.5
"""Replies with a heading and words between it and them, from which headings part the matters, and their share of all replies."""
_NOUN = re.compile(r"[一-鿿々ァ-ヴー）)]$")
_UNDERSTOOD = re.compile(
    r"^(?:はい[、。]?)?(?:よく|大変よく|だいたい|それは|その件は|内容は)?、?(?:わか|分か|判|解)りました(?!ら)|^(?:なるほど|了解(?:です|し))"
)
"""How residents take a reply; an office opens its own words so (御意見の趣旨はわかりました), but no later paragraph of them."""


_REPEATS = re.compile(r"(?:回答|考え方)(?:の(?:とおり|通り)|と同(?:様|じ))(?:です|である|であります)?。?$")
"""「No.1」の回答のとおりです。: a reply that points to another; what stands below it answers the same question."""


def above(replies: Sequence[int], lines: Sequence[Line], labelled: Set[int]) -> list[int]:
    """The lines at which the paragraphs right above the replies begin, from the last blank line on where blank lines part the
    pairs; those with a label of their own (`labelled`) are something else."""
    out: list[int] = []
    before = -1
    for index in replies:
        start = index - 1
        block = next((i for i in range(index - 1, before, -1) if lines[i].gap), None)
        if block is not None and not lines[index].gap:
            start = block
        start = _paragraph(start, before, lines)
        repeats = before >= 0 and start == index - 1 and _REPEATS.search(lines[start].text)
        if start > before and not repeats and labelled.isdisjoint(range(start, index)):
            out.append(start)
        before = index
    return out


def under_headings(
    replies: Sequence[int], lines: Sequence[Line], labelled: Set[int], named: Set[int]
) -> list[int]:
    """The lines at which the questions under headings begin, and those that are asked in between; empty where no headings part them.

    A question belongs to whom the mark of a speaker names since the reply before (`named`): ■みらいの会　江崎　貢　議員 above the outline.
    """
    out: list[int] = []
    headed = 0
    before = -1
    for index in replies:
        head = next((i for i in range(index - 1, before, -1) if _heads(i, lines)), None)
        nameless = named.isdisjoint(range(before + 1, index))
        if nameless and head is not None and head + 1 < index and labelled.isdisjoint(range(head + 1, index)):
            headed += 1
            out.append(head + 1)
        elif nameless and head is None and (asked := _asked_between(before, index, lines, labelled)):
            out.append(asked)
        before = index
    return out if headed >= HEADED_MIN and headed >= HEADED_SHARE * len(replies) else []


def loses_words(nearest: Sequence[int], under: Sequence[int], replies: Sequence[int]) -> bool:
    """Whether a question under a heading begins before the paragraph `nearest` its reply."""
    starts = sorted(nearest)
    for start in under:
        at = bisect_right(starts, start)
        reply = replies[bisect_right(replies, start)]
        if at < len(starts) and starts[at] < reply and start not in starts:
            return True
    return False


def understood(starts: Sequence[int], replies: Sequence[int], lines: Sequence[Line]) -> Iterator[int]:
    """The lines at which somebody takes a reply (わかりました。) in a paragraph behind its first, up to the next question or heading."""
    stops = sorted({*starts, *replies, len(lines)})
    for reply in replies:
        stop = stops[bisect_right(stops, reply)]
        for index in range(reply + 2, stop):
            if _heads(index, lines):
                break
            if not _is_cut(lines[index - 1]) and _UNDERSTOOD.match(lines[index].text):
                yield index
                break


def _asked_between(before: int, index: int, lines: Sequence[Line], labelled: Set[int]) -> int | None:
    """Where the paragraph above a reply begins, if it asks and the paragraph before it has words of its own; None if not."""
    start = _paragraph(index - 1, before, lines)
    told = start > before + 1 and before >= 0 and labelled.isdisjoint(range(start, index))
    return start if told and asks("".join(line.text for line in lines[start:index])) else None


def _paragraph(start: int, before: int, lines: Sequence[Line]) -> int:
    """The line at which the paragraph that holds line `start` begins, behind line `before`."""
    while start - 1 > before and _is_cut(lines[start - 1]) and not lines[start].gap:
        start -= 1
    return start


def _is_cut(line: Line) -> bool:
    """Whether the margin, or the page, cut a paragraph at the end of a line: it is long and ends no sentence."""
    return line.text[-1] not in TERMINAL and width(line.text) >= SOFT_MIN


def _heads(index: int, lines: Sequence[Line]) -> bool:
    """Whether a line is a heading: short, no sentence, below a finished one or another heading."""
    text = lines[index].text
    if len(text) > HEADING_MAX or text[-1] in "。．、，？?" or is_speech(text):
        return False
    if is_item_title(text) or is_numbered(text) or is_bare(text):
        return True
    apart = lines[index].gap or index == 0 or not _is_cut(lines[index - 1])
    return apart and (text[0] in SIGNS or _NOUN.search(text) is not None)
