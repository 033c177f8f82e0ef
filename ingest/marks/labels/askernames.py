"""A member's name alone on a line above what he asks, between officers on lines of their own: a member's own page of his questions.

    沖ひとみ
    歩道の工事はいつ始まりますか。
    土木課長
    十月に始めます。
    沖ひとみ
    夜も続きますか。

A name on a line of its own may be anything; it is who asks where it returns, most of what stands below it asks, and an officer replies
before it stands there again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.types import Speaker
from ingest.marks.mark import Mark, mark_at
from ingest.people.names import is_full_name
from ingest.phrases.wording import asks
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

RETURNS_MIN = 2
"""Lines with the name at least, and officers on lines of their own."""
NAME_LETTERS = range(3, 9)
"""Letters of surname and given name together."""


def asking_names(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """The marks of names that ask so; none where fewer than two officers reply on lines of their own."""
    # 土木課長, （町の答弁）
    alone = [m for m in found if m.sure and m.speaker.side == "executive" and m.is_alone(lines)]
    styles = Counter(m.style for m in alone if m.tagged or m.style == "line")
    style = max(styles, key=lambda one: styles[one], default="")
    officers = sorted(m.line for m in alone if m.style == style)
    if len(officers) < RETURNS_MIN:
        return
    taken = {mark.line for mark in found}
    short: dict[str, list[int]] = {}
    for index, line in enumerate(lines[:-1]):
        if index not in taken and len(name := squeeze(line.text)) in NAME_LETTERS:
            short.setdefault(name, []).append(index)
    named = {one: at for one, at in short.items() if len(at) >= RETURNS_MIN and is_full_name(one)}
    starts = sorted({*taken, *(index for places in named.values() for index in places), len(lines)})
    for name, places in named.items():
        replied = all(bisect_right(officers, a) < bisect_right(officers, b) for a, b in pairwise(places))
        if not replied:
            continue
        words = [_below(index, starts, lines) for index in places]
        if 2 * sum(map(asks, words)) < len(places) or not all(words):
            continue
        for index in places:
            line = lines[index]
            mark = mark_at(index, line, style, 0, len(line.text), Speaker(name, "", "member"))
            yield replace(mark, body=line.end)


def _below(index: int, starts: Sequence[int], lines: Sequence[Line]) -> str:
    """What stands below a line up to the next mark."""
    stop = starts[bisect_right(starts, index)]
    return "".join(line.text for line in lines[index + 1 : stop])
