"""Tables whose cells a copy or an extraction set one below the other: the labels of the columns first, then the cells row by row.

    番号                           質問
    ご意見の概要                   回答
    町の考え方                     夜間の窓口は開きますか。
    1                              月に二度、木曜日に開きます。
    目標が高すぎませんか。         …
    国の推計によります。
    2
    …

Among the labels one asks and a later one replies. A table that counts its rows has a number after as many cells as it has columns,
each time; one of a question and a reply alone has what asks or wishes, and below it what does not. A cell is a line, or, where
blank lines part the cells, what stands between two of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus.spans import Span
from ingest.marks.replies.headkinds import asks_by_label, replies_by_label
from ingest.marks.replies.takingturns import ASKING_MIN, SAID_MIN, is_said, seeks
from ingest.phrases.wording import asks
from ingest.readers.aligned import NUMBER_LABEL
from ingest.readers.builder import text_cell
from ingest.text.lines import paragraphs
from ingest.text.normalize import lines_of, share, squeeze, trim
from ingest.types import Table

LABEL_MAX, COLUMNS_MAX = 20, 8
"""Characters of a label, and columns, at most."""
COUNTED_MIN, PAIRS_MIN = 2, 3
"""Rows from which there is a table: of one that counts them, and of one of questions and replies alone."""
BEHIND = 40
"""Cells behind the last row in which no row goes on."""

_NUMBER = re.compile(r"(?:N[oO]\.?|№)?[（(]?(\d{1,3})[)）.．]?")
_NO_LABEL = re.compile(r"[。、？?：:]|^\d")


def stacked_tables(text: str) -> tuple[Table, ...]:
    """The tables of a text, in its order."""
    for cells in (_lines(text), paragraphs(text)):
        words = [squeeze(text[slice(*cell)]) for cell in cells]
        if found := tuple(_tables(text, cells, words)):
            return found
    return ()


def _lines(text: str) -> list[Span]:
    return [trim(text, *line) for line in lines_of(text) if text[slice(*line)].strip()]


def _tables(text: str, cells: Sequence[Span], words: Sequence[str]) -> list[Table]:
    found: list[Table] = []
    index = 0
    while index < len(words):
        width = _columns(words, index)
        read: Callable[[Sequence[str], int, int], list[int]] = _counted if width > 2 else _in_turns
        starts = read(words, index + width, width) if width else []
        if not starts:
            index += 1
            continue
        rows = [tuple(text_cell(text, *cells[n]) for n in range(at, at + width)) for at in (index, *starts)]
        last = starts[-1] + width - 1
        found.append(Table(tuple(rows), (cells[index][0], cells[last][1])))
        index = last + 1
    return found


def _columns(words: Sequence[str], head: int) -> int:
    """How many columns the table has whose labels begin at a cell; 0 where none begins there."""
    if len(words[head]) > LABEL_MAX:
        return 0
    if asks_by_label(words[head]) and head + 1 < len(words) and replies_by_label(words[head + 1]):
        return 2 if _are_labels(words[head : head + 2]) else 0
    if not NUMBER_LABEL.match(words[head]):
        return 0
    for width in range(3, COLUMNS_MAX + 1):
        labels = words[head : head + width]
        if not _are_labels(labels[1:]):
            return 0
        if _number(words, head + width) == 1:
            asked = next((n for n, label in enumerate(labels) if asks_by_label(label)), width)
            return width if any(map(replies_by_label, labels[asked + 1 :])) else 0
    return 0


def _are_labels(words: Sequence[str]) -> bool:
    return all(len(word) <= LABEL_MAX and not _NO_LABEL.search(word) for word in words)


def _number(words: Sequence[str], at: int) -> int:
    """The number that a cell holds and nothing else; 0 for any other."""
    match = _NUMBER.fullmatch(words[at]) if at < len(words) else None
    return int(match[1]) if match else 0


def _counted(words: Sequence[str], at: int, width: int) -> list[int]:
    """Where the rows begin: at numbers that go on, the labels left out where a page has them again, and a heading between."""
    labels = words[at - width : at]
    starts: list[int] = []
    while at + width <= len(words):
        if words[at : at + width] == labels:
            at += width
        elif _number(words, at) == len(starts) + 1:
            starts.append(at)
            at += width
        elif starts and _number(words, at + 1) == len(starts) + 1 and _are_labels(words[at : at + 1]):
            at += 1
        else:
            break
    if len(starts) < COUNTED_MIN:
        return []
    # A number further down: a cell of several lines, so that nobody knows which cell is whose.
    more = any(_number(words, n) == len(starts) + 1 for n in range(at, at + BEHIND))
    said = sum(any(map(_is_sentence, words[n : n + width])) for n in starts)
    return starts if said >= SAID_MIN * len(starts) and not more else []


def _is_sentence(words: str) -> bool:
    return words.endswith("。") or is_said(words)


def _in_turns(words: Sequence[str], at: int, width: int) -> list[int]:
    """Where the rows of a question and a reply begin, as long as what asks and what does not take turns."""
    labels = words[at - width : at]
    starts: list[int] = []
    while at + width <= len(words):
        asked, told = words[at : at + width]
        if [asked, told] != labels:
            if not (is_said(asked) and is_said(told)) or asks(told) or (seeks(told) and not seeks(asked)):
                break
            starts.append(at)
        at += width
    asking = share([words[n] for n in starts], seeks)
    return starts if len(starts) >= PAIRS_MIN and asking >= ASKING_MIN else []
