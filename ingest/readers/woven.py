"""Pages of two columns whose lines an extraction wrote across: left and right put one below the other again.

    ○議長（川辺 守君） ただいまから会議を開き お諮りいたします。会期は本日一日とす
    ます。 ることに御異議ありませんか。

Nothing but one blank parts the columns here. It stands where a full line of the left column ends, or where its paragraph does;
a line with words on one side only goes to the column whose sentence it goes on with. A page is read so where nearly all of its
lines part in this way, and the whole text where the columns then hold together: sentences run on to the width of the column,
and speakers are named at the head of lines of either.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.furniture import is_furniture
from ingest.lines import is_bullet, width

WIDTHS = range(14, 36)
"""Full-width characters of a column's line."""
SLACK, OVER = 2.0, 1.5
"""Characters by which a full line may be short (the indent of its paragraph is lost), or long (commas hang over the edge)."""
LONGEST = 2 * WIDTHS.stop * 2
"""Characters of the longest line of two columns: half-width ones are two to a place."""
FULL_SHARE = 0.4
"""Share of a page's lines whose left part is a full line."""
PAGE_MIN, PAGE_MAX = 12, 60
"""Lines of a page: more are no page, so that nobody knows where its left column ends."""
PARTED_SHARE = 0.8
"""Share of a page's lines that hold two columns, or no more than one."""
PARTED_MIN = 40
"""Lines of the whole text that part, at least."""
LABELS_MIN = 2
"""Speakers named at the head of lines, in either column at least."""
BROKEN_MAX = 0.06
"""Share of lines of a column that end, or are followed, as no line of running words is."""

_LABEL = re.compile(
    r"[○◯〇◎●][^\s\u3000。、（()）]{1,20}(?:[（(][^（()）。、]{1,16}[）)]|君(?=[\s\u3000]))(?=[\s\u3000]|$)"
)
_BLANK = re.compile(r"[ \u3000]+")
_ENDS = re.compile(r"[。）)］〕」』―─━－\-=＝円]$")
_OPENS = re.compile(r"[○◯〇◎●（(―─━◇◆△▽]|日程第|第[0-9０-９一二三四五六七八九十]+[条章、]|以上")
_BELOW_BLANK = re.compile(r"[○◯〇◎●―─━]|日程第")
"""What a blank line stands above, mostly."""
_RUNNING = re.compile(r"[ぁ-ん]")
_DRAWN_OUT = re.compile(r"\S(?:[ \u3000]\S)+")
"""諸 般 の 報 告"""
_NUMBERED = re.compile(r"(?:\S{2}|\S{4})?第[ \u3000]?[0-9０-９一二三四五六七八九十]+号?")
"""日程第１, 議案第３号: the name of the matter stands behind a blank of its own."""


_REPLIES = (
    (re.compile(r"[（(〔]"), re.compile(r"か。$")),
    (re.compile(r"[御ご]?(?:異議|質疑|質問|討論|意見)(?:は?なし|[がも]?[なあ])"), re.compile(r"[）)〕]$")),
)
"""（「なし」の声あり） follows …ありませんか。, and 異議なしと認めます。 what was called."""


class _Line(NamedTuple):
    left: str
    right: str
    parted: bool


def unwoven(text: str) -> str:
    """The text with its columns one below the other; as it is where they are not known to be two."""
    if sum(1 for line in text.split("\n") if _midline_label(line)) < LABELS_MIN:
        return text
    out: list[str] = []
    columns: list[tuple[list[str], float]] = []
    parted = 0
    for page, number in _pages(text.split("\n")):
        size = columns[-1][1] if columns else 0.0
        read = _columns(page, size) if number or columns else None  # without a number no page ends
        if read is None:
            if sum(1 for line in page if _midline_label(line)) >= LABELS_MIN:
                return text  # one page stays across: two ways to read are none
            out += page
        else:
            left, right, size, found = read
            columns += [(left, size), (right, size)]
            parted += found
            out += left + right
        out += number
    if parted < PARTED_MIN or not (_holds(columns[::2]) and _holds(columns[1::2])):
        return text
    return "\n".join(out)


def _midline_label(line: str) -> bool:
    return any(match.start() > 0 and line[match.start() - 1] in " \u3000" for match in _LABEL.finditer(line))


def _pages(lines: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The lines of each page, and its number with the blank lines around."""
    page: list[str] = []
    for line in lines:
        if any(c.isdigit() for c in line) and len(line) < 12 and is_furniture(line.strip()):
            yield page, [line]
            page = []
        elif "\f" in line:
            before, _, after = line.partition("\f")
            yield page, [before + "\f"]
            page = [after]
        else:
            page.append(line)
    yield page, []


def _columns(page: Sequence[str], above: float) -> tuple[list[str], list[str], float, int] | None:
    """Left and right column of a page, the width of their lines, and how many lines parted; None for a page of one.

    `above`: the width in the page before, for the few lines of a last page.
    """
    lines = [line.rstrip() for line in page if line.strip()]
    size = _width(lines) if len(lines) >= PAGE_MIN else above
    if not size or len(lines) > PAGE_MAX:
        return None
    parts = [_parted(line, size) for line in lines]
    if sum(part is not None for part in parts) < PARTED_SHARE * len(parts):
        return None
    known = [part or _Line(line, "", True) for part, line in zip(parts, lines, strict=True)]
    left: list[str] = []
    right: list[str] = []
    for i, line in enumerate(known):
        if line.parted:
            left += [line.left] if line.left else []
            right += [line.right] if line.right else []
        elif _is_right(line.left, left, right, known[i + 1 :], size):
            right.append(line.left)
        else:
            left.append(line.left)
    return left, right, size, sum(line.parted for line in known)


def _width(lines: Sequence[str]) -> float:
    """The width at which most lines have a blank: the full lines of the left column; 0 where they are not many."""
    short = [line.strip() for line in lines if len(line) <= LONGEST]
    ends = Counter(
        place for line in short for place in {round(width(line[: m.start()])) for m in _BLANK.finditer(line)}
    )
    most, size = max((ends[n] + ends[n - 1] + ends[n + 1], n) for n in WIDTHS)
    if most < FULL_SHARE * len(lines):
        return 0.0
    return float(size + 1 if 2 * ends[size + 1] > ends[size] else size)


def _parted(line: str, size: float) -> _Line | None:
    """A line in its two halves, or of one column only; None where neither fits the width."""
    indent = width(line[: len(line) - len(line.lstrip())])
    line = line.strip()
    if indent >= size - SLACK and width(line) <= size + OVER:
        return _Line("", line, True)
    whole = width(line) <= size + OVER
    places = []
    for blank in _BLANK.finditer(line) if len(line) <= LONGEST else ():
        left, right = line[: blank.start()], line[blank.end() :]
        if width(left) > size + OVER or width(right) > size + OVER or _ends_in_label(left):
            continue
        if len(left.split()[-1]) == 1 == len(right.split()[0]) and not _ENDS.search(left):
            continue  # 諸 般 の 報 告
        if width(left) >= size - SLACK:
            places.append((0, abs(size - width(left)), left, right))
        elif (
            _ENDS.search(left)
            or _DRAWN_OUT.fullmatch(left)
            or _LABEL.match(right)
            or right.startswith("日程第")
        ):
            places.append((1, -width(left), left, right))
        elif not whole or _is_apart(left, right):
            first = -1 if re.search("[。、]", right) else 1  # words, or a heading that may hold blanks
            places.append((3 if _NUMBERED.fullmatch(left) else 2, first * width(left), left, right))
    if places:
        _, _, left, right = min(places)
        return _Line(left, right, True)
    return _Line(line, "", False) if whole else None


def _is_apart(left: str, right: str) -> bool:
    """算 よって、議案第12号は…: within one column no blank stands before words that go on to a comma or the end of a sentence."""
    return (
        re.search("[。、]", right) is not None
        and not (is_bullet(left + " ") or _NUMBERED.fullmatch(left) or _LABEL.match(left))
        and not re.search(r"[（(「『][^）)」』]*$", left)
    )


def _ends_in_label(text: str) -> bool:
    return any(match.end() == len(text) for match in _LABEL.finditer(text))


def _is_right(
    line: str, left: Sequence[str], right: Sequence[str], after: Sequence[_Line], size: float
) -> bool:
    """Whether a line that stands alone is of the right column: the left one has a blank line there."""
    columns = (left, right)
    for fits in (
        [bool(column) and _is_unfinished(column[-1], size) for column in columns],
        [
            any(form.match(line) and column and above.search(column[-1]) for form, above in _REPLIES)
            for column in columns
        ],
    ):
        if fits[0] != fits[1]:
            return fits[1]
    below = next((part for part in after if part.parted and part.right), None)
    begins = _OPENS if _is_unfinished(line, size) else _BELOW_BLANK
    return below is not None and bool(begins.match(below.left)) and not begins.match(below.right)


def _is_unfinished(line: str, size: float) -> bool:
    return width(line) >= size - SLACK and not _ENDS.search(line)


def _holds(columns: Sequence[tuple[Sequence[str], float]]) -> bool:
    """Whether columns hold running words line by line, with speakers at their heads."""
    labels = broken = pairs = 0
    for lines, size in columns:
        labels += sum(1 for line in lines if _LABEL.match(line))
        for line, after in pairwise(lines):
            pairs += 1
            short = width(line) < size - SLACK - 1 and not _ENDS.search(line)
            broken += (short and bool(_RUNNING.search(line[-2:]))) or (
                _is_unfinished(line, size) and bool(_LABEL.match(after))
            )
    return labels >= LABELS_MIN and broken <= BROKEN_MAX * pairs
