"""Lines of a document with their offsets: page furniture told apart, hard-wrapped lines joined by spans.

A published record is text plus paper: page numbers, running headers, rules, the time of printing. What is paper is
never part of a speech, and a sentence that the paper cut in two is one sentence. Both are done with spans only: the
words stay where they stand in the stored text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from corpus.patterns import NUMERAL, any_of
from corpus.spans import Span, Spans, merge, text_at
from ingest.text.formatting import visible
from ingest.text.furniture import is_furniture, is_page_label, is_rule

if TYPE_CHECKING:
    from ingest.text.wraps import Wrap

BLANK = " \t\r\n\f\v\u3000\u00a0\u200b\ufeff"

WRAP_FILL = 0.82
"""A line filled to this share of the usual width was broken by the margin, not by its author (kinsoku and half-width
digits shorten a full line by up to 15 %)."""
SOFT_MIN = 15
"""Where lines are not hard-wrapped, an unfinished line at least this wide (full-width characters) goes on in the next:
the page break in mid-sentence. Shorter ones are list items and headings."""
TITLE_LINES = 4
"""Lines from the top that may be the record's title."""
REPEAT_MIN = 3
"""A line at a page edge that returns this often (digits aside) is a running header or footer."""
RETURNING_MAX = 16
"""Characters of a tag or a button of a page at most."""


TERMINAL = "。．.？?！!」』）)】］]〕〉》＞>…：:；;”’"
_TITLE = re.compile(r"[^。、○◯〇◆◎]{6}(?:会議録|議事録|記録)[^。、]{0,12}$")
_DIGITS = re.compile(r"\d+")
_COUNTED = re.compile(
    r"(?:(\d{1,4})\s+)?(\S[^。]{0,30}?(?:議会|委員会|協議会|審議会|定例会|臨時会|会議録|議事録)[^。\s員]?)"
    r"(?:\s+(\d{1,4})(?:[/／]\d{1,4})?)?"
)
"""3 【沢辺町議会第４回臨時会】, 沢辺町議会会議録　3: a page's number and its head or foot on one line."""
_BULLET = re.compile(
    r"^"
    + any_of(
        # a sign: 「・」「①」「- 」
        *r"[・○◯〇●◆◇■□◎※＊*→⇒▼▲△①-⒇Ⅰ-Ⅹ] [\-–]\s".split(),
        # 「（３）」「（ア）」
        r"[（(][\d一二三四五六七八九十ア-ンa-zA-Z]{1,3}[)）]",
        # 「３．」, not 「３．５％」
        r"(?!\d{1,3}[．.]\d{1,3}(?:[割倍％%億万千度歳人件点]|[かヵカヶケ]?月[分間でと、]|年[分間]|時間|パーセント|ポイント|キロ|ヘクタール|平方|メートル|トン))"
        rf"{NUMERAL}{{1,3}}[．.、)）\s]",
        # 「１（２） 」「ア　」
        r"\d{1,2}[（(]\d{1,2}[)）](?=[\s①-⒇])",
        r"[ア-ン][\s．.、)）]",
    )
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it. `newline` is the offset of its line end (the text's length at the end)."""

    start: int
    end: int
    text: str
    indent: int
    newline: int
    gap: bool
    """An empty line, or one of page furniture, stands before it."""


def iter_lines(text: str) -> Iterator[Line]:
    """The lines of `text` that have content."""
    position = 0
    gap = False
    while position < len(text):
        newline = text.find("\n", position)
        if newline < 0:
            newline = len(text)
        raw = text[position:newline]
        content = raw.strip(BLANK)
        if content.endswith("|") and not content.startswith("|"):
            cell = content.rstrip(" \u3000|")  # a row's one cell, the rules of the empty ones behind it
            content = cell if content[len(cell)] in BLANK else content
        if content[:1] in ("：", ":") and content.strip("：:" + BLANK):
            # the colon of the label above, in a line of its own for a page that broke behind the label
            content = content[1:].lstrip(BLANK)
            raw = " " * (len(raw.rstrip(BLANK)) - len(content)) + content
        if content:
            indent = len(raw) - len(raw.lstrip(BLANK))
            start = position + indent
            yield Line(start, start + len(content), content, indent, newline, gap)
            gap = False
        else:
            gap = True
        position = newline + 1


def width(text: str) -> float:
    """Width in full-width characters: ASCII and half-width forms count one half."""
    narrow = sum(1 for c in text if c < "\u0100" or "\uff61" <= c <= "\uffdc")
    return len(text) - narrow / 2


def running_lines(lines: Sequence[Line], pages: Sequence[tuple[int, int]]) -> frozenset[str]:
    """Running headers and footers, digits masked: lines that return at the edges of pages.

    Where pages are unknown, the neighbours of page numbers and addresses are taken for edges. A line that ends a
    sentence, or opens with a speaker mark, is never one: those return for other reasons.
    """
    tops = _tops(lines, pages) if len(pages) >= REPEAT_MIN else []
    if len(pages) >= REPEAT_MIN:
        edges = [line for top in tops for line in lines[max(0, top - 3) : top + 3]]
        edges += lines[-2:]  # the foot of the last page
    else:
        edges = [*_beside_furniture(lines), *_counted(lines)]
    least = REPEAT_MIN
    if len(tops) == 2 and len({_DIGITS.sub("#", lines[top].text) for top in tops}) == 1:
        edges.append(lines[0])  # three pages: the first one bears the head that returns as its title
    if len(pages) == 2 and lines:  # the very first and the very last line of both
        second = next((i for i, line in enumerate(lines) if line.start >= pages[1][0]), 0)
        edges, least = [lines[0], lines[second - 1], lines[second], lines[-1]], 2
    counts = Counter(
        _DIGITS.sub("#", line.text)
        for line in {line.start: line for line in edges}.values()
        if 3 <= len(line.text) <= 80 and line.text[-1] not in "。、？" and line.text[0] not in "○◯〇◆◎●【〔・"
    )
    # 司会, 木村議長: a label stands here and there at the edge of a page, and most often elsewhere
    everywhere = Counter(_DIGITS.sub("#", line.text) for line in lines)
    # The record's own title at the foot of a page, if only once.
    titles = {"".join(line.text.split()) for line in lines[:TITLE_LINES] if _TITLE.search(line.text)}
    titled = [line for line in edges if "".join(line.text.split()) in titles]
    return frozenset(
        [text for text, count in counts.items() if count >= least and everywhere[text] <= 2 * count]
        + [_DIGITS.sub("#", line.text) for line in titled]
    )


def _tops(lines: Sequence[Line], pages: Sequence[tuple[int, int]]) -> list[int]:
    """Places of the lines that stand first on a page, from the second page on."""
    tops: list[int] = []
    starts = [offset for offset, _ in pages][1:]
    at = 0
    for index, line in enumerate(lines):
        if at < len(starts) and line.start >= starts[at]:
            at = bisect_right(starts, line.start, at)
            tops.append(index)
    return tops


def _beside_furniture(lines: Sequence[Line]) -> list[Line]:
    """The neighbours of page numbers and addresses."""
    texts = Counter(line.text for line in lines)
    out: list[Line] = []
    for index, line in enumerate(lines):
        if is_furniture(line.text) and not is_rule(line.text):
            out += [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
            # Below a head that returns, a second line of it (議事の経過, and the names of the columns).
            out += [b for a, b in pairwise(lines[index + 1 : index + 3]) if texts[a.text] >= REPEAT_MIN]
    return out


def _counted(lines: Sequence[Line]) -> list[Line]:
    """Lines of a name that returns beside a number which grows from one to the next."""
    found: dict[str, list[tuple[int, Line]]] = {}
    for line in lines:
        match = _COUNTED.fullmatch(line.text) if len(line.text) <= 48 else None
        if match and bool(match[1]) != bool(match[3]):
            found.setdefault(match[2], []).append((int(match[1] or match[3]), line))
    growing = [same for same in found.values() if all(a[0] < b[0] for a, b in pairwise(same))]
    return [line for same in growing for _, line in same]


def returning(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines without a full stop that return: tags and buttons of a page (▶ 録画を見る)."""
    short = (line.text for line in lines if len(line.text) <= RETURNING_MAX and "。" not in line.text)
    # who speaks, and what is done
    counts = Counter(text for text in short if text[0] not in "〔【（(［[○◯〇◆◎●")
    return frozenset(text for text, count in counts.items() if count >= REPEAT_MIN)


def is_running(line: Line, running: frozenset[str]) -> bool:
    """Whether a line is one of `running_lines`."""
    return bool(running) and _DIGITS.sub("#", line.text) in running


def content_lines(text: str, pages: Sequence[tuple[int, int]] = ()) -> tuple[Line, ...]:
    """The lines of `text` that are record: furniture and running lines left out, `gap` set where they stood."""
    lines = list(iter_lines(text))
    running = running_lines(lines, pages)
    out: list[Line] = []
    gap = False
    for line, following in zip_longest(lines, lines[1:]):
        indexed = following is not None and is_page_label(line.text, following.text)
        seat = following is not None and following.text == "番" and line.text.isdecimal()  # ３ above 番
        if indexed or (is_furniture(line.text) and not seat) or is_running(line, running):
            gap = True
            continue
        if gap and not line.gap:
            line = Line(line.start, line.end, line.text, line.indent, line.newline, True)
        gap = False
        out.append(line)
    return tuple(out)


def is_bullet(text: str) -> bool:
    """The line opens with a list mark or a number."""
    return _BULLET.match(text) is not None


_AMID = re.compile(
    r"[をんっゃゅょぁぃぅぇぉー]|ては(?!、)|に(?:つ(?:い(?:て|た)|き(?:まし|、))|お(?:ける|いて)|よ(?:る|り|って)|対(?:し|する)|関(?:し|する)|係る)"
)
"""What no sentence begins with: 定期路線につい above ては把握できていない。"""

_ERA_CUT = re.compile(r"(?:令和|平成|昭和)\n[元\d]")
"""A date that the margin cuts: 令和 above 「7 年度の…」, which is no item of a list."""


def joins(line: Line, following: Line, wrap: Wrap) -> bool:
    """Whether `following` goes on in the same paragraph as `line`; no row of cells does, and none goes on."""
    tabs = [one.text.count("\t") for one in (line, following)]
    if min(tabs) > 0 or max(tabs) > 1:
        return False
    if line.text[-1] in "、，," or _ERA_CUT.search(f"{line.text[-2:]}\n{following.text[:1]}"):
        return True
    if is_bullet(following.text):
        return False
    if (
        line.text[-1] not in TERMINAL
        and not following.gap
        and width(line.text) >= SOFT_MIN
        and _AMID.match(following.text)
    ):
        return True
    if wrap.anywhere:
        return line.text[-1] not in TERMINAL and not following.indent and not following.gap
    if wrap.width and wrap.column:
        # Beside the names a line that goes on stands at the column, a paragraph further in.
        return following.indent == wrap.column and wrap.filled(line) >= WRAP_FILL * wrap.width
    if wrap.width:
        if following.indent and wrap.indented and not following.gap:
            return False
        if following.indent and wrap.indented and line.text[-1] in TERMINAL:
            return False
        return width(line.text) + min(line.indent, 2) >= WRAP_FILL * wrap.width
    beside = following.indent == wrap.column > 0
    return line.text[-1] not in TERMINAL and width(line.text) >= SOFT_MIN and (not following.indent or beside)


def join(text: str, lines: Sequence[Line], wrap: Wrap, start: int | None = None) -> tuple[str, Spans]:
    """The lines as one text with its spans: a line end stays where a paragraph ends, and goes where only paper ended.

    `start` cuts the speaker mark off the first line (and off the next, where a label goes on there).
    """
    spans: list[Span] = []
    last = len(lines) - 1
    for index, line in enumerate(lines):
        pieces = visible(line, start)
        if not pieces:
            continue
        spans += pieces
        if index < last and line.newline < len(text) and not joins(line, lines[index + 1], wrap):
            spans.append((line.newline, line.newline + 1))
    joined = merge(spans)
    while joined and text[joined[-1][1] - 1] in BLANK:
        joined = merge((*joined[:-1], (joined[-1][0], joined[-1][1] - 1)))
    return text_at(text, joined), joined


_SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[」』）)】〕]*|\n|$)")


def sentences(text: str) -> Iterator[Span]:
    """`(start, end)` of the sentences of a joined text, blanks around them left out; brackets stay closed."""
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        while start < end and text[start] in BLANK:
            start += 1
        while start < end and text[end - 1] in BLANK:
            end -= 1
        if start < end:
            yield start, end


def paragraphs(text: str) -> tuple[Span, ...]:
    """`(start, end)` of the paragraphs of a joined text."""
    out: list[Span] = []
    position = 0
    for piece in text.split("\n"):
        stripped = piece.strip(BLANK)
        if stripped:
            start = position + piece.index(stripped)
            out.append((start, start + len(stripped)))
        position += len(piece) + 1
    return tuple(out)
