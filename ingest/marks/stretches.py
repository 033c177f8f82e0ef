"""A document that changes its form: pages of several years joined, one with 委員）…, the next with （委員長）….

A second style of mark is the document's too where it fills a stretch of its own, before or after all marks of the first, and
several people speak in it. Only marks that are nothing else by their form count: a roster is no stretch.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.marks.mark import Mark
from ingest.marks.speaks import speaking
from ingest.text.lines import Line

STRETCH_MIN = 3
"""Marks of a stretch at least, of two sides."""


def with_stretches(styles: frozenset[str], marks: Sequence[Mark], lines: Sequence[Line]) -> frozenset[str]:
    """`styles` and those that fill a stretch of their own."""
    out = styles
    heard = speaking(marks, lines)
    for style in sorted({m.style for m in marks} - styles):
        if style != "close" and not style.startswith(("tag:", "sign:")):
            continue
        said = [
            mark
            for mark, speaks in zip(marks, heard, strict=True)
            if mark.style == style and mark.sure and speaks
        ]
        sides = {mark.speaker.side for mark in said} - {"other"}
        if len(said) < STRETCH_MIN or len(sides) < 2:
            continue
        first, last = said[0].line, said[-1].line
        if not any(mark.style in out and first < mark.line < last for mark in marks):
            out |= {style}
    return out
