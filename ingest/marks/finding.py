"""Speaker marks: how a line announces who speaks, in the spellings of published minutes.

A mark has a *style*, and styles belong to layout families: signs before the label (○議長, ◆6番), tags around it
(【委員】), and what has neither (a colon, a tab, a wide blank, a line of its own, 問 and 答). A line is only a
candidate; whether a style is the document's is decided by all candidates together (the layouts count them).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.marks.forms.markforms import candidates
from ingest.marks.joined import ditto_marks, lone_sign_marks, noted_marks, with_unsigned
from ingest.marks.labels.askernames import asking_names
from ingest.marks.labels.gluedheads import glued_marks
from ingest.marks.labels.headedlabels import headed_labels
from ingest.marks.labels.lettered import without_letters
from ingest.marks.labels.lonelabels import with_called_labels, with_lone_labels
from ingest.marks.labels.lostsigns import with_lost_signs
from ingest.marks.labels.namesbehind import with_names_behind
from ingest.marks.labels.numberednames import numbered_names
from ingest.marks.labels.partheads import part_marks
from ingest.marks.labels.pressnames import press_marks, with_askers
from ingest.marks.labels.rosternames import bare_named_marks, named_marks
from ingest.marks.labels.sameform import same_form_marks
from ingest.marks.labels.seatlabels import seat_above_name, seat_marks
from ingest.marks.labels.shortnames import with_short_names
from ingest.marks.labels.sidesabove import with_repliers, with_sides_above
from ingest.marks.labels.stated import (
    bracketed_marks,
    introduced_marks,
    legend,
    legend_marks,
    name_marks,
    signed_askers,
    signed_names,
    surname_marks,
    wide_names,
)
from ingest.marks.labels.stoplabels import stop_marks
from ingest.marks.mark import Mark
from ingest.marks.nomarks.contacts import contact_of
from ingest.marks.nomarks.headinglabels import without_heading_labels
from ingest.marks.nomarks.headlines import without_headlines
from ingest.marks.replies.alternation import alternating_marks
from ingest.marks.replies.arrowlines import labels_behind_arrows, replies_below
from ingest.marks.replies.arrowpoints import arrow_points
from ingest.marks.replies.askedpoints import asked_points
from ingest.marks.replies.countedreplies import counted_marks
from ingest.marks.replies.departmentlabels import with_departments
from ingest.marks.replies.gluedasks import glued_asks
from ingest.marks.replies.lostreplies import with_lost_replies
from ingest.marks.replies.oneletter import one_letter_marks
from ingest.marks.replies.taggedreplies import points_above
from ingest.marks.replies.written import written_marks
from ingest.marks.reported.explainednotes import explained_marks
from ingest.marks.reported.heardcalls import with_heard_calls
from ingest.marks.reported.signedpoints import posted_marks, signed_marks
from ingest.marks.settle import settled, with_sides
from ingest.marks.speaks import speaking
from ingest.marks.spread.brokenlabels import broken_label, name_below
from ingest.marks.spread.marginheads import below_cover, with_margin_heads
from ingest.marks.spread.splitlabels import (
    broken_name,
    long_label,
    over_two_lines,
    stacked_marks,
    with_piled,
    with_split,
)
from ingest.people.offices import is_office
from ingest.people.roster import is_people_row
from ingest.text.furniture import ROSTER, SIGNER
from ingest.text.lines import Line
from ingest.text.normalize import squeeze


def find_marks(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """All candidates, in order; a line has at most one of each family, the signed one first.

    1. what each line says by itself;
    2. labels of single printings, which the lines around them or the whole document tell;
    3. points of a digest that a mark of their own makes questions and replies;
    4. those settled that the document means; what only these tell is added, or taken away.
    """
    if written := written_marks(lines) or counted_marks(lines) or numbered_names(lines):
        return written
    found = _outside_labels(_of_printings(_line_by_line(lines), lines), lines)
    points = _points(lines, found)
    found = [mark for mark in found if mark.signed or not is_people_row(lines[mark.line].text)]
    marks = without_heading_labels(with_sides_above(settled(found + points, lines), lines), lines)
    return _completed(with_askers(marks, lines), lines)


def _line_by_line(lines: Sequence[Line]) -> list[Mark]:
    """The candidates that a line, or two that a label goes over, show."""
    out: list[Mark] = []
    used = -1
    for index, line in enumerate(lines):
        if index == used:
            continue
        following = lines[index + 1] if index + 1 < len(lines) else None
        above = lines[index - 1].text if index else ""
        if (
            SIGNER.match(above)
            or (SIGNER.match(line.text) and following and is_office(squeeze(following.text)))
            or ROSTER.match(above)
            or contact_of(line.text, below=following.text if following else "")
        ):
            continue  # who wrote the reply above, who was absent: no speech of its own
        two = over_two_lines(index, line, following) if following else None
        if two := two or seat_above_name(lines, index):
            used = index + 1
            out.append(two)
            continue
        broken = _broken(index, line, following) if following else None
        out += [broken] if broken else candidates(index, line)
    return out


def _broken(index: int, line: Line, following: Line) -> Mark | None:
    """The mark of a label that goes on in the line below."""
    return (
        broken_label(index, line, following)
        or long_label(index, line, following)
        or broken_name(index, line, following)
        or name_below(index, line, following)
    )


def _of_printings(found: list[Mark], lines: Sequence[Line]) -> list[Mark]:
    """`found` with the labels of single printings; each step knows those before it."""
    out = found + headed_labels(lines, {mark.line for mark in found})
    signed = list(legend_marks(lines, legend(lines)))
    lone = {mark.line for mark in signed}
    out = [mark for mark in out if mark.line not in lone] + signed
    out = without_letters(with_piled(with_split(out, lines), lines)) + stacked_marks(lines)
    out += [m for m in (*named_marks(lines), *bare_named_marks(lines)) if m.line not in lone]
    out += [*introduced_marks(lines, out), *signed_names(lines, out), *signed_askers(lines, out)]
    out += surname_marks(lines)
    out += [*seat_marks(lines, out), *glued_marks(lines, out)]
    out += [*noted_marks(lines, out), *lone_sign_marks(lines, out)]
    out += [*part_marks(lines, out), *bracketed_marks(lines, out)]
    out += explained_marks(lines, out)
    out += [*name_marks(lines, out), *wide_names(lines, out), *stop_marks(lines, out)]
    out = with_short_names(out + list(asking_names(lines, out)), lines)
    return [*out, *same_form_marks(lines, out), *press_marks(lines, out), *glued_asks(lines, out)]


def _points(lines: Sequence[Line], found: Sequence[Mark]) -> list[Mark]:
    """The points of a digest, in the first form of which the document has them."""
    return (
        list(arrow_points(lines, found))
        or labels_behind_arrows(lines, found)
        or list(replies_below(lines, found))
        or list(points_above(lines, found))
        or list(signed_marks(lines, found))
        or list(posted_marks(lines, found))
        or list(asked_points(lines, found))
    )


def _completed(settled_marks: tuple[Mark, ...], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The settled marks with what they tell of the lines that bear none, without what they show to be no mark."""
    found = (*settled_marks, *ditto_marks(lines, settled_marks))
    marks = tuple(sorted(found, key=lambda mark: mark.line))
    marks = with_called_labels(below_cover(with_margin_heads(marks, lines), lines), lines)
    marks = with_lost_signs(with_unsigned(marks, speaking(marks, lines)), lines)
    marks = with_names_behind(with_heard_calls(marks, lines), lines)
    marks = with_repliers(with_lone_labels(without_headlines(marks, lines), lines), lines)
    alternating = with_sides(alternating_marks(lines, marks), marks, lines)
    told = {m.line: m.body for m in marks if m.style == "qa"}
    # 【問】 before the paragraph above 【村長】
    alternating = tuple(m if m.label else replace(m, body=told.get(m.line, m.body)) for m in alternating)
    marks = alternating or one_letter_marks(lines, marks) or marks
    return with_departments(with_lost_replies(marks, lines), lines)


def _outside_labels(found: Sequence[Mark], lines: Sequence[Line]) -> list[Mark]:
    """Without marks inside a label that goes on over lines (豊津健朗君 below ○教育政策係長)."""
    out: list[Mark] = []
    body = 0
    for mark in sorted(found, key=lambda mark: mark.line):
        if lines[mark.line].start >= body or any(m.line == mark.line for m in out[-1:]):
            out.append(mark)
            body = max(body, mark.body)
    return out
