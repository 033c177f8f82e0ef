"""The lines of a document and every mark in them, once for all layouts; lines that only look like one, or like several, are put right before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.marks.finding import find_marks
from ingest.marks.labels.midline import cut_midline
from ingest.marks.lineless.unbroken import cut_speeches
from ingest.marks.mark import Mark
from ingest.marks.replies.inline import cut_replies
from ingest.marks.reported.told import told_speech
from ingest.marks.speaks import trimmed
from ingest.marks.spread.columnnames import column_names, wrapped_names
from ingest.marks.spread.formheads import without_form_heads
from ingest.marks.spread.halflabels import half_labels, with_halves
from ingest.marks.spread.middlelabels import middle_labels
from ingest.marks.spread.narrowlabels import narrow_labels, with_narrow
from ingest.marks.spread.ruledlabels import ruled_labels
from ingest.marks.spread.splitlabels import without_split_stages
from ingest.text.lines import Line, content_lines
from ingest.text.wraps import Wrap, wrap_of
from ingest.turns.chairwords import with_chair_words
from ingest.turns.pagetags import without_tags
from ingest.types import Document

DIGEST = ("qa", "arrow")
"""Styles of digests, where the mark names the side alone."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The content lines of a document, how they are wrapped, and every candidate mark."""

    lines: tuple[Line, ...]
    wrap: Wrap
    marks: tuple[Mark, ...]
    heads: tuple[int, ...] = ()
    """Where lines begin that are headings by their place alone (see `ingest.marks.reported.told`)."""


@lru_cache(maxsize=2)
def scan(text: str, pages: tuple[tuple[int, int], ...] = ()) -> Scan:
    """The scan of a text; all layouts look at the same one."""
    unbroken = without_split_stages(
        cut_midline(cut_speeches(text, without_form_heads(content_lines(text, pages))))
    )
    lines, named = column_names(cut_replies(text, unbroken))
    if named:
        return Scan(lines, wrap_of(lines), named)
    lines, ruled = ruled_labels(lines)
    if ruled:
        return Scan(lines, wrap_of(lines), ruled)
    lines, middle = middle_labels(lines)
    if middle:
        return Scan(lines, wrap_of(lines), middle)
    lines, narrow = narrow_labels(lines)
    if narrow:
        return Scan(lines, wrap_of(lines), with_narrow(find_marks(lines), narrow))
    lines, wrapped = wrapped_names(lines)
    above = lines
    lines, halves = half_labels(lines)
    if wrapped:
        halves = (*_moved(wrapped, above, lines), *halves)
        return Scan(lines, wrap_of(lines), with_halves(find_marks(lines), halves))
    marks = with_chair_words(with_halves(find_marks(lines), halves), lines)
    if not halves and (kept := without_tags(lines, marks)) != lines:
        lines, marks = kept, with_chair_words(find_marks(kept), kept)
    lines, told, heads = told_speech(text, lines, marks)
    return Scan(lines, wrap_of(lines), told or marks, heads)


def _moved(marks: Sequence[Mark], above: Sequence[Line], lines: Sequence[Line]) -> Iterator[Mark]:
    """The marks that stood in the lines `above` in the `lines` that are left of them."""
    places = {line.newline: index for index, line in enumerate(lines)}
    return (replace(m, line=at) for m in marks if (at := places.get(above[m.line].newline)) is not None)


def marks_of(document: Document, style: Callable[[str], bool]) -> tuple[Mark, ...]:
    """The marks whose style the layout takes, from the first to the last that speak."""
    scanned = scan(document.text, document.pages)
    return trimmed([m for m in scanned.marks if style(m.style)], scanned.lines)
