"""Labels on lines of their own that do not stand above the words they announce: a column of speakers drawn apart from the text.

A PDF's text may hold the labels of a page together (議長 / 町長 / 議長 …) and then all words, or each label a line too low. Which
words are whose cannot be told from such lines; what can be told is that something is wrong:

1. a label stands right above another one, and nothing is said between them;
2. it stands in the middle of a sentence;
3. the words below it are somebody else's: the chair's call (町長。) or his closing of the questions below a member's or an
   officer's label, a bare question below an officer's;
4. speech stands right above the first label, or nothing at all below the last one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from ingest.marks.headingforms import is_item_title
from ingest.marks.mark import Mark
from ingest.marks.replies.arrowlines import ARROWS
from ingest.marks.reported.signed import signed_at_end
from ingest.marks.speaks import is_said, is_speech
from ingest.phrases.wording import asking_sentences, seeks_floor, wishes
from ingest.text.lines import Line, sentences
from ingest.turns.scanning import DIGEST

ALONE_SHARE = 0.4
"""Share of the labels that have lines of their own, from which the labels are a column."""
LABELS_MIN, DISPLACED_MIN = 2, 2
"""Fewer labels say nothing of their column; a single one may have lost its words for any reason."""
DISPLACED_SHARE = 0.25
"""Share of the labels of a column that are out of place, from which its words cannot be told apart. Columns that are drawn apart
lie above 0.3, records of many councils below 0.18."""
PRESIDED_SHARE = 0.1
"""Share of the labels of a column that name a chair, from which he presides: a 教育委員長 may sit where the mayor does."""
BELOW = 3
"""Lines below a label, within which its words begin (a heading may stand between)."""
REPEATS_MIN = 2
"""Labels that return after another one in a block of labels, from which it lists speeches and not people."""

_ENDS = "。．？?！!」』）)】〕］…:：>*―—–─━－-=＝"
_CALL = re.compile(
    r"(?:\d{1,3}番[、，\s]?)?[^。、，]{0,14}(?:議員|[^。、，]君|委員|\d番|[市町村区会局部課所室]?長)。"
)
_TO_CHAIR = re.compile(r"^(?:はい、?)?(?:議長|委員長)。$")
_ACT = re.compile(r"(?:説明|報告|挨拶|あいさつ|紹介)$")
"""【担当課：説明】: what somebody does, told without his words."""
_CLOSES = re.compile(
    r"(?:質疑|質問|意見)(?:は|が)?(?:ござい|あり)ませんか。|(?:質疑|質問)を終(?:わり|結)[^。]{0,12}。|(?:散会|休憩)(?:い?た?し)?ます。"
)


def breaks_sentence(lines: Sequence[Line], index: int, headings: frozenset[int]) -> bool:
    """Whether the line above stops in mid-sentence without an empty line between; `headings`: where lines start that the format
    itself marks as headings, which stand between sentences."""
    if index == 0 or lines[index].gap:
        return False
    before = lines[index - 1]
    if headings.intersection((before.start, lines[index].start)) or is_item_title(before.text):
        return False
    if before.text.endswith("こと"):
        return False  # a demand in writing: …を拡大すること
    if signed_at_end(before.text):
        return False  # …できないか。…沖委員
    if lines[index].text[0] in ARROWS and wishes(before.text):
        return False  # …を残してほしい above →残す予定
    return is_speech(before.text) and before.text[-1] not in _ENDS


def displaced(lines: Sequence[Line], marks: Sequence[Mark], headings: frozenset[int]) -> tuple[int, int]:
    """(labels out of place, labels on lines of their own) from the first that has words on; (0, 0) where they are no column."""
    places = {mark.line for mark in marks}
    alone = [mark for mark in marks if _is_alone(mark, lines)]
    first = next((m.line for m in alone if _has_words(lines, m.line, places)), len(lines))
    column = [mark for mark in alone if mark.line >= first]
    column = [*_stack_above(alone, first), *column]
    if len(column) < max(LABELS_MIN, ALONE_SHARE * len(marks)):
        return 0, 0
    out = sum(_out_of_place(lines, column, places, headings))
    return out + _loose_ends(lines, marks, column, headings), len(column)


def _is_alone(mark: Mark, lines: Sequence[Line]) -> bool:
    """Whether a label fills its line, or the two lines over which it goes: 2. 沖太郎 above 委員長沖太郎君) これより… does not."""
    last = mark.line
    while last + 1 < len(lines) and mark.body > lines[last].end:
        last += 1
    return mark.body >= lines[last].end


def is_drawn_apart(out: int, labels: int) -> bool:
    """Whether so many labels are out of place that none can be trusted."""
    return out >= DISPLACED_MIN and out > DISPLACED_SHARE * labels


def _loose_ends(
    lines: Sequence[Line], marks: Sequence[Mark], column: Sequence[Mark], headings: frozenset[int]
) -> int:
    """Whether speech stands right above the first label of all, and whether the last one has no words: 0 to 2."""
    first, last = marks[0], column[-1]
    above = lines[first.line - 1] if first.line and not lines[first.line].gap else None
    led = (
        first in column
        and above is not None
        and "。" in above.text
        and is_speech(above.text)
        and not is_item_title(above.text)
        and not headings.intersection((above.start, lines[first.line].start))
    )
    bare = last is marks[-1] and not any(line.text for line in lines[last.line + 1 :])
    return led + bare


def _has_words(lines: Sequence[Line], index: int, places: set[int]) -> bool:
    below = range(index + 1, min(index + 1 + BELOW, len(lines)))
    words = takewhile(lambda place: place not in places, below)
    return any(is_said(lines[place].text) for place in words)


def _stack_above(alone: Sequence[Mark], first: int) -> list[Mark]:
    """The labels of one block, which ends with the first label that has words on its line; empty where it is no block of speakers.

    In a block speakers take turns, so that a label comes again; a roster names each of them once. A single label right above
    belongs to a column of pairs if a second pair follows.
    """
    block: list[Mark] = []
    for mark in reversed([m for m in alone if m.line < first]):
        if mark.line != first - len(block) - 1:
            break
        block.insert(0, mark)
    turns = [
        label for label, _ in groupby(mark.label for mark in alone if mark in block or mark.line == first)
    ]
    if len(turns) - len(set(turns)) >= REPEATS_MIN:
        return block
    later = {mark.line for mark in alone if mark.line > first}
    return block if len(block) == 1 and any(place + 1 in later for place in later) else []


def _out_of_place(
    lines: Sequence[Line], column: Sequence[Mark], places: set[int], headings: frozenset[int]
) -> Iterator[bool]:
    alone = {mark.line for mark in column}
    stops = sorted(places | {len(lines)})
    chairs = sum(mark.speaker.side == "chair" for mark in column)
    presided = chairs > PRESIDED_SHARE * len(column)  # else an officer or a member presides
    for mark in column:
        stop = next(place for place in stops if place > mark.line)
        words = "".join(line.text for line in lines[mark.line + 1 : stop])
        stacked = stop == mark.line + 1 and stop in alone and not _ACT.search(mark.label)
        cuts = mark.style not in DIGEST and breaks_sentence(lines, mark.line, headings)
        of_another = presided and _is_of_another(mark, words)
        yield stacked or (cuts and mark.line - 1 not in places) or of_another


def _is_of_another(mark: Mark, words: str) -> bool:
    """Whether words are the chair's below a member's or an officer's label, or nothing but a question below an officer's."""
    side = mark.speaker.side
    said = [words[start:end] for start, end in sentences(words)]
    if side not in ("member", "executive") or not said or _TO_CHAIR.match(words):
        return False
    if seeks_floor(words, mark.speaker.office):
        return False
    of_chair = _CALL.fullmatch(said[-1]) is not None or _CLOSES.search(said[-1]) is not None
    return of_chair or (side == "executive" and len(asking_sentences(words)) == len(said))
