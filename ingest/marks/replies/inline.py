"""A question and its reply on one line: `・… か。→ …`, `…は？→…`, `委員　…か。→　事務局　…`, `【質問】…【回答】…`, `問 … 答 …`. Digests print them so to save room.

The line is cut before the mark of the reply, so that each half opens with a mark as in any other record.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.patterns import any_of
from ingest.people.speakers import has_office
from ingest.text.lines import BLANK, Line, is_bullet

INLINE_MIN = 2
"""Lines of this form from which it is the document's; one alone may be a remark."""
PLAIN_MIN = 3
"""The same where nothing but a question mark before the arrow tells that the line is one."""

_ANSWERED = re.compile(r"(?<=[？?])\s*(?=[→⇒➡⇨➔]\s*\S)")
_OPEN, _CLOSE = r"[【〔［\[（(「<＜]", r"[】〕］\])）」>＞]"
_NUMBER = r"\s*[\d①-⒇\-－]{0,5}"
_ASKS = rf"(?:ご|御|再|再々)?(?:質問|質疑|意見|要望|問|[QＱ]){_NUMBER}"
_OPENS_QUESTION = re.compile(
    any_of(
        # 「質問１：」「Ｑ３ 」
        rf"^{_OPEN}?\s*{_ASKS}{_CLOSE}?[\s:：.．、]",
        # 「【質問】」
        rf"^{_OPEN}{_ASKS}{_CLOSE}",
        # who asks: 「委員　」「Ａ委員：」「参加者：」
        r"^[^\s。、:：（()）]{0,5}(?:委員|構成員|議員|[市町村区県住]民|参加者)[\s:：]",
    )
)
_SIDE = re.compile(
    r"(?<=[。．？?！!か」）)])\s*"
    + any_of(
        # 「…か。→」
        r"(?=[→⇒➡⇨➔])",
        # 「…か。【回答】」
        rf"(?={_OPEN}(?:ご|御|再|再々)?(?:回答|答弁|答|質問|質疑|問|[AＡQＱ]){_NUMBER}{_CLOSE}\s*\S)",
        # 「…か。 答 」
        r"(?<=\s)(?=(?:回答|答弁|答|[AＡ])[\s:：.．]+\S)",
    )
)


def cut_replies(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of `text`, those that hold question and reply cut in two (or more).

    A piece that goes on in the same line has its `newline` at the text's end: no line end stands between them.
    """
    tagged = {index: cuts for index, line in enumerate(lines) if (cuts := _tag_cuts(line.text))}
    places = {
        index: cuts
        for index, line in enumerate(lines)
        if (_OPENS_QUESTION.match(line.text) or is_bullet(line.text))
        and (cuts := [m.end() for m in _SIDE.finditer(line.text)])
    }
    places = places if len(places) >= INLINE_MIN else {}
    plain = {
        index: [found.end() for found in _ANSWERED.finditer(line.text)][:1]
        for index, line in enumerate(lines)
        if index not in places and _ANSWERED.search(line.text)
    }
    places |= plain if len(plain) >= PLAIN_MIN else {}
    places |= tagged if len(tagged) >= INLINE_MIN else {}
    if not places:
        return tuple(lines)
    out: list[Line] = []
    for index, line in enumerate(lines):
        out += _pieces(line, places.get(index, []), len(text))
    return tuple(out)


_TAG = r"(?:[（(【〔［＜《]([^\s（()）【】〔〕［］＜＞《》。、]{2,16})[）)】〕］＞》]|「([^\s「」。、]{2,16})」(?=\s))"
"""（議長）, and 「町長」 before a blank: the chair gives the floor in the same line (「町長」　議長。　（議長）　町長。　「町長」　お答えします。)."""
_OPENS_TAGGED = re.compile(_TAG + r"(?=\s*\S)")
_AMID = re.compile(r"(?<=[。．？?！!])\s*" + _TAG + r"(?=\s*\S)")


def _tag_cuts(text: str) -> list[int]:
    """Where further speakers in brackets begin in a line that opens with one: （Ａ委員）…か。（事務局）…。（Ａ委員）…"""
    head = _OPENS_TAGGED.match(text)
    if head is None or not has_office(head[1] or head[2]):
        return []
    return [m.start(m.lastindex or 1) - 1 for m in _AMID.finditer(text) if has_office(m[1] or m[2])]


def _pieces(line: Line, cuts: Sequence[int], stop: int) -> list[Line]:
    starts, ends = [0, *cuts], [*cuts, len(line.text)]
    out: list[Line] = []
    for start, end in zip(starts, ends, strict=True):
        piece = line.text[start:end].rstrip(BLANK)
        if piece:
            out.append(
                Line(line.start + start, line.start + start + len(piece), piece, line.indent, stop, False)
            )
    if out:
        out[0] = replace(out[0], gap=line.gap)
        out[-1] = replace(out[-1], newline=line.newline)
    return out
