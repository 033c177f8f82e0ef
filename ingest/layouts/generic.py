"""Any other record with a speaker a line: `委員：`, `・事務局：`, 氏名委員長 on its own line, 議長（氏名）, a tab or a wide blank after
the label, 問 and 答, Q. and A., 質問 and 回答."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import takewhile

from ingest.columns.grid import is_export
from ingest.columns.roles import ROWS_MIN
from ingest.layouts import family, fit
from ingest.marks.handover import is_handed_over
from ingest.marks.mark import Mark
from ingest.marks.speaks import is_speech, trimmed
from ingest.marks.stretches import with_stretches
from ingest.text.lines import Line
from ingest.text.normalize import squeeze, unbracketed
from ingest.turns.scanning import scan
from ingest.types import Document, Draft, Evidence, Layout

STYLES = ("qa", "colon", "paren", "close", "dash", "quote", "tab", "line", "wide", "arrow", "told")
STYLE_MIN = 3
"""A bare style is the document's from this many marks on: single lines look like labels by accident."""
STYLE_SHARE = 0.1
"""And from this share of all bare marks: a roster here and there is none."""

SHORT_MIXTURES = (frozenset(["line", "wide"]), frozenset(["paren", "wide"]))
"""Styles that one short record mixes: a long turn below its label, or a name in brackets for members alone (２番委員（沖）, 部長)."""


def _styles(document: Document) -> frozenset[str]:
    """The bare styles that the document uses in earnest, signs and tags among them where they are mixed in."""
    scanned = scan(document.text, document.pages)
    marks = scanned.marks
    counts = Counter(m.style for m in marks)
    listed = _of_roster(marks, scanned.lines)
    bare = {s: counts[s] for s in STYLES if counts[s] >= STYLE_MIN and s not in listed}
    twice = Counter(m.label for m in marks if m.style == "paren").most_common(1)
    if bare and twice and twice[0][1] > 1:
        # ６番（川辺守議員） again, beside 議長: nobody else is named so in a line
        bare["paren"] = counts["paren"]
    if not bare and counts["qa"] == 2:
        bare = {"qa": 2}
    if officers := _told_by_officers(marks, scanned.lines):
        bare |= {"qa": counts["qa"], officers: counts[officers]}
    for both in SHORT_MIXTURES:
        if not bare and both <= set(counts) and _is_short_talk(both, marks, scanned.lines):
            bare = {s: counts[s] for s in both}
    if not bare:
        bare = {s: n for s, n in counts.items() if s in STYLES and _is_short_talk({s}, marks, scanned.lines)}
    if 2 * counts["qa"] >= sum(bare.values()):
        # A newsletter of 質問 and 回答 lists offices and names before and after them.
        asked = [m.line for m in marks if m.style == "qa"]
        amid = Counter(m.style for m in marks if asked and asked[0] < m.line < asked[-1])
        bare = {s: n for s, n in bare.items() if s == "qa" or 2 * amid[s] >= n}
    total = sum(bare.values())
    own = frozenset(s for s, n in bare.items() if n >= STYLE_SHARE * total)
    known = {m.label for m in marks if m.style in own}
    if "quote" in own and all(m.label in known for m in marks if m.style == "wide"):
        # 議長　「…」　（異議なしの声あり）: the same people, where a line goes on behind the quotation
        own |= {"wide"}
    noted = [squeeze(unbracketed(m.label)) for m in marks if m.style == "paren"]
    if noted and set(noted) <= {squeeze(label) for label in known}:
        own |= {"paren"}  # 議長（会長挨拶）　…, who is 議長 elsewhere
    begun = {m.line for m in marks}
    alone = [m for m in marks if m.style == "line"]
    if "wide" in own and all(m.label in known and m.line + 1 not in begun for m in alone):
        own |= {"line"}  # the label of a long turn stands above it, of a short one before it
    return with_stretches(own, marks, scanned.lines) if own else own


def _told_by_officers(marks: Sequence[Mark], lines: Sequence[Line]) -> str:
    """The bare style of 産業課長　…, 住民課長　… below 問　… each, in an article too short for a style; empty where it is no such article."""
    asked = [i for i, m in enumerate(marks) if m.style == "qa"]
    if not asked or any(marks[i].speaker.side != "member" for i in asked):
        return ""
    places = [i + 1 for i in asked if i + 1 < len(marks)]
    told = [marks[i] for i in places]
    styles = {m.style for m in told if m.sure and m.speaker.side == "executive" and m.speaker.office}
    whole = all(is_speech(_said(marks, i, lines)) for i in places)
    return styles.pop() if whole and len(styles) == 1 < len(told) == len(asked) else ""


def _said(marks: Sequence[Mark], index: int, lines: Sequence[Line]) -> str:
    """The words of a mark with the lines below that go on with them: in a narrow column the first alone is too short to be speech."""
    mark, stop = marks[index], marks[index + 1].line if index + 1 < len(marks) else len(lines)
    below = takewhile(lambda line: not line.gap, lines[mark.line + 1 : stop])
    return mark.words(lines) + "".join(line.text for line in below)


def _is_short_talk(styles: Set[str], marks: Sequence[Mark], lines: Sequence[Line]) -> bool:
    """議長：…, 部長：… and no more of it: fewer marks than a style has, and the words of one lead to the next."""
    return is_handed_over(trimmed([m for m in marks if m.style in styles], lines), lines)


def _of_roster(marks: Sequence[Mark], lines: Sequence[Line]) -> set[str]:
    """The bare styles of 副委員長　沖ひとみ, 産業課長　水谷　実: all of them stand above the first ○委員長, and none says anything."""
    signed = [m.line for m in marks if m.signed and m.speaker.office]
    if len(signed) < STYLE_MIN:
        return set()
    said = {m.style for m in marks if m.line >= signed[0] or is_speech(squeeze(m.words(lines)))}
    return {"wide", "line", "tab"} - said


def detect(document: Document) -> Evidence:
    styles = _styles(document)
    if fault := _of_columns(document, styles):
        return Evidence(0.0, (fault,))
    return fit.evidence(document, lambda s: s in styles, 0.85, "行頭の発言者")


def _of_columns(document: Document, styles: frozenset[str]) -> str:
    """Why the labels of an export are no speakers': they are whole cells of rows whose columns tell no speech (課 | 事業 | 内容)."""
    if not is_export(document.media_type):
        return ""
    marks = [mark for mark in scan(document.text, document.pages).marks if mark.style in styles]
    ends = {
        cell.spans[0][0]: cell.spans[-1][1]
        for table in document.tables
        if len(table.rows) > ROWS_MIN
        for row in table.rows
        if (filled := [cell for cell in row if cell and cell.spans]) and len(filled) > 1
        for cell in filled[:-1]
    }
    lines = scan(document.text, document.pages).lines
    cells = sum(ends.get(lines[mark.line].start, mark.body + 1) <= mark.body for mark in marks)
    return "発言者に見える語は、発言のやり取りではない表の欄" if marks and 2 * cells >= len(marks) else ""


def read(document: Document) -> tuple[Draft, ...]:
    styles = _styles(document)
    return family.read(document, lambda s: s in styles)


GENERIC = Layout("generic", detect, read)
