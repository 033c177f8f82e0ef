"""問 and 答, Q and A glued to the words: 問空き家は何軒か。 above 答（町長）八百軒である。 or 答八百軒である。

One such line may begin with any word (問題は…, 答申が…, Aさんは…); they are labels where they take turns down the page.
"""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence

from corpus.types import Speaker
from ingest.marks.mark import Mark, mark_at
from ingest.marks.support import QA_MIN
from ingest.text.lines import Line

SHARE = 0.8
"""Share of the questions that have a reply before the next one at least."""

_FORMS = (
    (
        re.compile(r"^問(?![\s題合い屋診答責と\d①-⑳一二三四五六七八九十（(「【：:、。])"),
        re.compile(r"^答(?![\s弁え申案礼辞\d①-⑳一二三四五六七八九十（(「【：:、。])"),
        QA_MIN,
    ),
    # Ａ社, Ａさん, Ａ地区 and the like are told apart by what follows: a letter alone begins no other Japanese words
    (
        re.compile(r"^[QＱ](?=[「ぁ-んァ-ヴ一-龥])"),
        re.compile(
            r"^[AＡ](?![さ社案棟館区地班組型級君氏委議町市村校園店線路群判重])(?=[「ぁ-んァ-ヴ一-龥])"
        ),
        2,
    ),
)
"""Of 問 and 答, and of Q and A: what asks, what replies, and how many answered ones there are at least."""


def glued_asks(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """The marks of such lines; none where they do not take turns."""
    for form in _FORMS:
        yield from _of_form(lines, found, *form)


def _of_form(
    lines: Sequence[Line],
    found: Sequence[Mark],
    asking: re.Pattern[str],
    replying: re.Pattern[str],
    least: int,
) -> Iterator[Mark]:
    known = {mark.line for mark in found if mark.style == "qa" and mark.label.startswith("答")}
    asks = [i for i, line in enumerate(lines) if asking.match(line.text)]
    replies = sorted(known | {i for i, line in enumerate(lines) if replying.match(line.text)})
    ends = [*asks[1:], len(lines)]
    answered = sum(
        bisect(replies, ask) < bisect_left(replies, end) for ask, end in zip(asks, ends, strict=False)
    )
    if answered < least or answered < SHARE * len(asks):
        return
    taken = {mark.line for mark in found}  # Q戸隠委員　…: read as a label already
    for index in (i for i in asks if i not in taken):
        yield mark_at(index, lines[index], "qa", 0, 1, Speaker("", "", "member"))
    for index in (i for i in replies if i not in taken):
        yield mark_at(index, lines[index], "qa", 0, 1, Speaker("", "", "executive"))
