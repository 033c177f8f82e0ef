"""Which of several candidates a line's mark is, and which of them the document means at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.marks.headingforms import is_item_title
from ingest.marks.mark import OPENING, Mark
from ingest.marks.speaks import is_speech
from ingest.marks.support import CALLED_MIN, QA_MIN, UNTITLED_MIN, Shown, is_supported
from ingest.people.sidewords import bare_label, says_side
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

_BARE_NAME = re.compile(r"^[一-鿿々ヶノぁ-んァ-ヴー]{1,5}\s?[一-鿿々ヶノぁ-んァ-ヴー]{1,4}君$")
SPEAKERS_MIN, SPEAKERS_SAID = 6, 0.8
"""Labels 議長（水谷喜一君） on lines of their own, and share of them with words below, from which every speaker stands so."""


def settled(found: list[Mark], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """One candidate a line: the longest that is sure, or that the document repeats; otherwise the shortest."""
    found = [m for m in found if not _is_one_of_several(m, lines[m.line])]
    shown = Shown.of(found, lines)
    found = _with_called_members(found, lines)
    best: dict[int, Mark] = {}
    for mark in found:
        known = best.get(mark.line)
        if known and known.style == "qa" and known.sure:
            continue
        if mark.style == "line" and shown.titled >= CALLED_MIN and _BARE_NAME.match(mark.label):
            # 吉本和子君 alone beside 議長（島田泰美君）: members bear no office
            below = lines[mark.line + 1 :][:1]
            mark = replace(mark, style="paren", sure=any(is_speech(one.text) for one in below))
        supported = is_supported(mark, shown, lines)
        if known is None or supported:
            best[mark.line] = replace(mark, sure=supported)
    best |= _named_once(found, best)
    marks = [mark for _, mark in sorted(best.items()) if mark.sure]
    marks = _without_lists(_in_one_form(marks, lines), lines)
    marks = _without_points(_with_signed_side(marks))
    printed = [m for m in marks if m.style == "qa" or _prints_side(m)]
    if len(printed) >= QA_MIN:  # 【質問】 and 【回答】 are 問 and 答 in brackets
        marks = [replace(m, style="qa") if _prints_side(m) else m for m in marks]
    return tuple(_with_tagged_side(_without_columns(marks, lines), lines))


def _with_called_members(found: list[Mark], lines: Sequence[Line]) -> list[Mark]:
    """吉本和子君　… before the words beside 議長（島田泰美君）　…: the same form, where the line above her words calls or seats her
    (吉本和子君。, 〔吉本和子君登壇〕); so called once, she is meant wherever the label stands."""
    titled = sum(m.sure and m.style == "paren" and m.label.endswith("君）") for m in found)
    names = [
        m for m in found if m.style == "wide" and _BARE_NAME.match(m.label) and is_speech(m.words(lines))
    ]
    called = {squeeze(m.label) for m in names if m.line and _is_called(m, squeeze(lines[m.line - 1].text))}
    if titled < CALLED_MIN or not called:
        return found
    meant = {m.line for m in names if squeeze(m.label) in called}
    return [
        replace(m, style="paren", sure=True) if m.line in meant and m.style == "wide" else m for m in found
    ]


def _is_called(mark: Mark, above: str) -> bool:
    return squeeze(mark.label) in above and above[-1] in "。〕］）)]"


def _is_one_of_several(mark: Mark, line: Line) -> bool:
    """早川　守君　及び　宇野　直人君: those whom the chair appoints."""
    return line.text[mark.body - line.start :].lstrip(" \u3000").startswith("及び")


def _in_one_form(marks: list[Mark], lines: Sequence[Line]) -> list[Mark]:
    """議員　宇野直人 and 議長　大沢克也, each alone on its line: that a given name ends as a word for people does (直人, 武士) changes
    nothing about how the record prints its labels."""
    alike = {
        m.line: m.style
        for m in marks
        if m.style in ("line", "wide")
        and m.is_alone(lines)
        and m.speaker.office
        and m.speaker.name
        and squeeze(m.label) == m.speaker.office + m.speaker.name
    }
    styles = Counter(alike.values())
    if len(styles) < 2:
        return marks
    style = styles.most_common(1)[0][0]
    return [replace(m, style=style) if m.line in alike and m.style in styles else m for m in marks]


def _without_lists(marks: list[Mark], lines: Sequence[Line]) -> list[Mark]:
    """The marks without 総務委員　早川守君 and 平成五年　四月　財務課長 on lines of their own, above which and below which nobody
    speaks: whom the chair appoints, and what somebody was before, where every speaker stands so: 議長（水谷喜一君）."""
    alone = [m for m in marks if m.style in ("paren", "line", "wide") and m.is_alone(lines)]
    titled = [m for m in marks if m.style == "paren" or m in alone]
    speak = [m for m in titled if m.label[-1] in "）)" and m.speaker.name and m.speaker.office]
    said = sum(is_speech(m.words(lines)) or any(map(is_speech, _texts_below(lines, m.line))) for m in speak)
    if len(speak) < SPEAKERS_MIN or said < SPEAKERS_SAID * len(speak):
        return marks
    listed = {m.line for m in alone if m.style != "paren" and m.label[-1] not in "）)"}
    silent = {i for i in listed if i + 1 in listed or not any(map(is_speech, _texts_below(lines, i)[:1]))}
    return [m for m in marks if m.line not in silent]


def _texts_below(lines: Sequence[Line], index: int) -> list[str]:
    return [line.text for line in lines[index + 1 : index + 3]]


def _without_columns(marks: list[Mark], lines: Sequence[Line]) -> list[Mark]:
    """The marks without 質疑 right above 回答: nothing is asked between them, they head the columns of a table that lost its cells."""
    heads = {
        i
        for i, (m, following) in enumerate(pairwise(marks))
        if m.style == following.style == "qa"
        and m.speaker.side == "member" != following.speaker.side
        and following.line == m.line + 1
        and m.is_alone(lines)
        and following.is_alone(lines)
    }
    sections = {
        i
        for i, (m, following) in enumerate(pairwise(marks))
        if m.style == following.style == "qa"
        and m.speaker.side == following.speaker.side == "member"
        and m.is_alone(lines)
        and following.line == m.line + 2
        and is_item_title(lines[m.line + 1].text)
    }  # 質疑 above the heading of the first matter
    gone = heads | {i + 1 for i in heads} | sections
    return [m for i, m in enumerate(marks) if i not in gone]


_UNTITLED = re.compile(r"^[一-鿿]{2,}\s+[一-鿿々ヶノ]{1,6}(?:\s+[一-鿿々ぁ-んァ-ン]{1,4})?$")
"""副村長　山内　嘉親: the office and the name after it, no title behind."""


def _named_once(found: Sequence[Mark], best: dict[int, Mark]) -> dict[int, Mark]:
    """Marks that end before the name of one who speaks once, where the document prints names behind offices: with the name."""
    usual = sum(
        m.sure and bool(m.speaker.office and m.speaker.name) and _UNTITLED.match(m.label) is not None
        for m in best.values()
    )
    if usual < UNTITLED_MIN:
        return {}
    return {
        mark.line: replace(mark, sure=True)
        for mark in found
        if (known := best.get(mark.line))
        and known.style == mark.style
        and not known.speaker.name
        and bool(mark.speaker.name)
        and mark.speaker.office == known.speaker.office
        and _UNTITLED.match(mark.label)
    }


POINTS_SHARE = 3
"""Speakers with an office, a numbered point, from which the points are none's words."""


def _without_points(marks: list[Mark]) -> list[Mark]:
    """The marks without 〇要望①, 〇要望② of a report that one of many named speakers reads out: nobody replies in that form."""
    sides = [m for m in marks if m.signed and says_side(bare_label(m.label))]
    points = [m for m in sides if not m.speaker.name and bare_label(m.label) != m.label]
    named = sum(m.signed and bool(m.speaker.office) for m in marks)
    if len(points) < len(sides) or named < POINTS_SHARE * len(points):
        return marks
    asked = {m.speaker.side for m in points} == {"member"}
    return [m for m in marks if m not in points] if asked else marks


def _with_signed_side(marks: list[Mark]) -> list[Mark]:
    """●質問１：… beside 【答弁（建設課長）】: where only one side bears the sign, it is printed as the other is."""
    signed = [m for m in marks if m.signed and says_side(bare_label(m.label))]
    others = [m for m in marks if m.style == "qa" or _prints_side(m)]
    asked = {m.speaker.side for m in signed}
    # 【再質問】 is asked between the replies
    replied = {m.speaker.side for m in others if not m.label.startswith("再")}
    if len(asked) != 1 or len(replied) != 1 or asked == replied or len(others) < 2:
        return marks
    return [replace(m, style="qa") if m in signed else m for m in marks]


def _with_tagged_side(marks: list[Mark], lines: Sequence[Line]) -> list[Mark]:
    """（意見） above the words, beside （市長） above the reply: the side of those who ask is a tag as the officers' is."""
    asked = [m for m in marks if m.style == "qa" and m.speaker.side == "member" and m.is_alone(lines)]
    if not asked or any(m.style == "qa" and m not in asked for m in marks):
        return marks
    bracket = Counter(lines[m.line].text[0] for m in asked).most_common(1)[0][0]
    style = "tag:" + bracket
    replies = [m for m in marks if m.style == style and m.is_alone(lines)]
    if len(replies) < 2 or {m.speaker.side for m in replies} & {"member", "other"}:
        return marks
    return [replace(m, style=style) if m in asked else m for m in marks]


def _prints_side(mark: Mark) -> bool:
    """Whether the label is a side and nobody's name: 【質問】, ご意見：, 回　答　…"""
    printed = mark.tagged or mark.style in ("colon", "line", "wide", "tab")
    return printed and says_side(bare_label(re.split(r"[（(]", mark.label)[0]))


def with_sides(told: tuple[Mark, ...], known: Sequence[Mark], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """Marks told by their alternation, and among them 【要望】 … that stands once: a bracket that says its side takes no turns there,
    and is no part of the reply above it."""
    if not told:
        return ()
    taken = {mark.line for mark in told}
    sides = [
        mark
        for mark in known
        if mark.line not in taken
        and mark.line > told[0].line
        and mark.style == "qa"
        and lines[mark.line].text[0] in OPENING
        and not mark.is_alone(lines)
    ]
    return tuple(sorted((*told, *sides), key=lambda mark: mark.line))
