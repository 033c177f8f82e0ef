"""What a document shows of a candidate that is not sure by itself: that its label is repeated, or stands as the others do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.marks.forms.bareforms import SEAT_LINE
from ingest.marks.mark import Mark
from ingest.marks.speaks import is_speech, speech_below
from ingest.people.institution import parse_institution
from ingest.people.labelnotes import without_note
from ingest.people.names import is_person
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

QA_MIN = 3
"""Marks 問 and 答 from which they are the document's."""
ALONE_MIN = 3
"""Labels in brackets on lines of their own from which a bare name in such a bracket is a speaker too."""
PERSONS_MIN = 2
"""Names alone in brackets (【坂本陽子】) that the record repeats, from which one that stands only once is a speaker too."""
CALLED_MIN = 3
"""Lines 企画部長 菅沼裕樹君 from which the chair's calls, written down by ear, head the turns: then 富山映像君 does too."""
UNTITLED_MIN = 3
"""Labels on lines of their own (総務課　山田) that are sure or repeated, from which one that stands only once is read so too."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the candidates of a document show together."""

    counts: Counter[tuple[str, str]]
    """How often each label stands in each style."""
    alone: Counter[str]
    """Sure labels in brackets with nothing behind them, by style."""
    persons: Counter[str]
    """See `_named_again`."""
    sided: int
    """Sure 問 and 答."""
    lettered: bool
    """Whether there is a Q: among them."""
    labelled: bool
    """Whether labels have lines of their own."""
    courteous: int
    """Labels on lines of their own that are not sure and that the document repeats."""
    called: int
    """Lines 企画部長 菅沼裕樹君."""
    titled: int
    """Lines 議長（島田泰美君）."""
    honoured: Counter[str]
    """Sure labels 議長（島田泰美君） in brackets, by style."""

    @classmethod
    def of(cls, found: list[Mark], lines: Sequence[Line]) -> Shown:
        """Counts what the marks `found` in the lines of a document show."""
        counts = Counter((without_note(squeeze(mark.label)), mark.style) for mark in found)
        own_line = [mark for mark in found if mark.style == "line"]
        sure_lines = [mark for mark in own_line if mark.sure]
        ends = [mark for mark in found if mark.sure and mark.is_alone(lines)]
        return cls(
            counts,
            Counter(mark.style for mark in ends if mark.tagged),
            _named_again(found, counts),
            sum(mark.style == "qa" and mark.sure for mark in found),
            any(mark.label in ("Q", "Ｑ") for mark in found),
            len(sure_lines) >= UNTITLED_MIN,
            sum(counts[without_note(squeeze(m.label)), "line"] >= 2 for m in own_line if not m.sure),
            sum(mark.label.endswith("君") for mark in sure_lines),
            sum(mark.style == "paren" and mark.label.endswith("君）") for mark in ends),
            Counter(m.style for m in found if m.sure and m.tagged and m.label.endswith("君）")),
        )


def is_supported(mark: Mark, shown: Shown, lines: Sequence[Line]) -> bool:
    """Whether a candidate is sure, by itself or by what the document shows."""
    if mark.style == "qa" and not mark.sure:
        # 意見　… beside 質疑 and 答弁; C: where there is a Q:, or else A:, B: and C: are people
        return shown.sided >= QA_MIN and (mark.label not in ("C", "Ｃ") or shown.lettered)
    repeated = mark.sure or shown.counts[without_note(squeeze(mark.label)), mark.style] >= 2
    apart = mark.is_alone(lines)
    among = (shown.alone[mark.style] >= ALONE_MIN and apart) or shown.persons[mark.style] >= PERSONS_MIN
    among = among or (mark.label.endswith("君") and shown.honoured[mark.style] >= CALLED_MIN)
    if not repeated and among:
        said = speech_below(lines, mark.line) if apart else is_speech(mark.words(lines))
        repeated = said and is_person(mark.label)
    if mark.style != "line" or mark.sure:
        return repeated
    below = [line.text for line in lines[mark.line + 1 : mark.line + 4]]
    if shown.called >= CALLED_MIN and mark.label.endswith("君"):
        return any(map(is_speech, below)) and not below[0].endswith("君")
    titled = SEAT_LINE.match(mark.label) or parse_institution(mark.label)
    supported = repeated or shown.courteous >= QA_MIN or (shown.labelled and titled is not None)
    return supported and bool(below) and is_speech(below[0])


def _named_again(found: Sequence[Mark], counts: Counter[tuple[str, str]]) -> Counter[str]:
    """How many names alone each bracket holds more than once."""
    again = {
        (mark.style, mark.label)
        for mark in found
        if mark.tagged and not mark.speaker.office and is_person(mark.label)
        if counts[without_note(squeeze(mark.label)), mark.style] >= 2
    }
    return Counter(style for style, _ in again)
