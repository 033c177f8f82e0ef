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

from corpus.patterns import NUMERAL
from ingest.people.names import is_surname
from ingest.text.furniture import STAGE, is_furniture
from ingest.text.lines import is_bullet, width

REORDERED = (
    "二段組みの左右の行が混ざっていたため、段ごとに並べ直して読みました。発言の順と、段の変わり目で文がつながっているかを、"
    "原文と見比べて確かめてください"
)
"""What is said of minutes whose lines were put into another order."""
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
SKIPPED = 20
"""Pages that an excerpt leaves out at once, at most: a number that goes on so is a page's."""
BULLET_MAX = 4
"""Characters of a bullet or the number of a point at most."""
NUMBER_MAX = 12
"""Characters of the line of a page's number at most."""
LABELS_MIN = 2
"""Speakers named at the head of lines, in either column at least."""
BROKEN_MAX = 0.06
"""Share of lines of a column that end, or are followed, as no line of running words is."""

_LABEL = re.compile(
    r"[○◯〇◎●][^\s。、（()）]{1,20}(?:[（(](?!\d+[人名])[^（()）。、]{1,16}[）)]"
    r"|(?:君|(?<=[^\s○◯〇◎●]{3})(?:議長|議員|委員|[市町村区]長|部長|課長|教育長))(?=[\s（(]))"
)
"""○議長（川辺 守君）, ○川辺守君, ○川辺守議長 at the head of what is said."""
_DIGITS = re.compile(r"\d+")
_BLANK = re.compile(r"[ \u3000]+")
_ENDS = re.compile(r"[。）)］〕」』―─━－\-=＝円]$|(?<=[ \u3000])君$")
_OPENS = re.compile(rf"[○◯〇◎●（(―─━◇◆△▽]|日程第|第{NUMERAL}+[条章、]|以上")
_BELOW_BLANK = re.compile(r"[○◯〇◎●―─━]|日程第")
"""What a blank line stands above, mostly."""
_HEADS = re.compile(r"[◎△▽◇◆―─━]|日程第")
"""The same where a speaker is named in the other column."""
_SIGN = re.compile("[○◯〇◎●◇◆△▽]")
_RUNNING = re.compile(r"[ぁ-ん]")
_SENTENCE_END = re.compile("[ぁ-ん]{1,6}。")
"""す。, ました。: no name in a list goes on so."""
_NUMBERED = re.compile(rf"(?:\S{{2}}|\S{{4}})?第[ \u3000]?{NUMERAL}+号?")
"""日程第１, 議案第３号: the name of the matter stands behind a blank of its own."""


_CALLED = re.compile(rf"(?=[（(〔［\[])(?:{STAGE.pattern})")
_ASKED = re.compile(r"か。$")
_REPLIES = (
    (_CALLED, _ASKED),
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
    pages = list(_pages(text.split("\n")))
    sizes = [_width(page) for page, _ in pages]
    usual = next(iter(Counter(size for size in sizes if size).most_common(1)), (0.0, 0))[0]
    out: list[str] = []
    columns: list[tuple[list[str], float]] = []
    parted = 0
    for (page, number), size in zip(pages, sizes, strict=True):
        labels = sum(1 for line in page if _midline_label(line))
        size = size or (usual if labels else 0.0)
        # Without a number nobody knows where the first page ends.
        read = _columns(page, size) if size and (number or columns) else None
        listed = read is None and labels >= LABELS_MIN and usual > 0 and bool(number)
        if listed:  # an agenda beside speech: its lines end sooner, and are no running words
            read, size = _columns(page, usual), usual
        if read is None:
            if labels >= LABELS_MIN:
                return text  # one page stays across: two ways to read are none
            out += page
        else:
            left, right, found = read
            columns += [([] if listed else left, size), (right, size)]
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
    numbers = _numbers(lines)
    page: list[str] = []
    for index, line in enumerate(lines):
        if index in numbers:
            yield page, [line]
            page = []
        elif "\f" in line:
            before, _, after = line.partition("\f")
            yield page, [before + "\f"]
            page = [after]
        else:
            page.append(line)
    yield page, []


def _numbers(lines: Sequence[str]) -> set[int]:
    """Indices of the lines that number the pages: of the numbers that stand alone, the longest run that grows."""
    longest: dict[int, tuple[int, int, int]] = {}
    before: dict[int, int] = {}
    for index, line in enumerate(lines):
        if len(line) > NUMBER_MAX or not is_furniture(line.strip()):
            continue
        if not (found := _DIGITS.search(_BLANK.sub("", line))):  # －5 4－
            continue
        number = int(found[0])
        steps = (longest[n] for n in range(number - SKIPPED, number) if n in longest)
        length, _, above = max(steps, default=(0, 0, -1))
        before[index] = above
        if length + 1 >= longest.get(number, (0, 0, 0))[0]:
            longest[number] = (length + 1, index, index)
    _, _, last = max(longest.values(), default=(0, 0, -1))
    out = set()
    while last >= 0:
        out.add(last)
        last = before[last]
    return out


def _columns(page: Sequence[str], size: float) -> tuple[list[str], list[str], int] | None:
    """Left and right column of a page, and how many lines parted; None for a page of one. `size`: the width of their lines."""
    lines = [line.rstrip() for line in page if line.strip()]
    parts = [_parted(line, size) for line in lines]
    if len(lines) > PAGE_MAX or sum(part is not None for part in parts) < PARTED_SHARE * len(parts):
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
    return left, right, sum(line.parted for line in known)


def _width(page: Sequence[str]) -> float:
    """The width at which most lines have a blank: the full lines of the left column; 0 where they are not many."""
    lines = [line.strip() for line in page if line.strip()]
    short = [line for line in lines if len(line) <= LONGEST]
    ends = Counter(
        place for line in short for place in {round(width(line[: m.start()])) for m in _BLANK.finditer(line)}
    )
    most, size = max((ends[n] + ends[n - 1] + ends[n + 1], n) for n in WIDTHS)
    if len(lines) < PAGE_MIN or most < FULL_SHARE * len(lines):
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
        if _BELOW_BLANK.match(right) and not _SIGN.fullmatch(left):
            places.append((0, 0.0, left, right))
        elif width(left) >= size - SLACK:
            places.append((0, abs(size - width(left)), left, right))
        elif _ENDS.search(left) or _CALLED.match(right):
            places.append((1, -width(left), left, right))
        elif not whole or _is_apart(left, right):
            full = width(right) >= size - SLACK and not _BLANK.search(right)
            # words, or a heading that may hold blanks
            first = -1 if full or re.search("[。、]", right) else 1
            places.append((3 if _NUMBERED.fullmatch(left) else 2, first * width(left), left, right))
    if places:
        _, _, left, right = min(places)
        return _Line(left, right, True)
    return _Line(line, "", False) if whole else None


def _is_apart(left: str, right: str) -> bool:
    """算 よって、議案第12号は…: within one column no blank stands before words that go on to a comma or the end of a sentence."""
    return _SENTENCE_END.fullmatch(right) is not None or (
        re.search("[。、]", right) is not None
        and not _BLANK.search(right)
        and not (len(left) <= BULLET_MAX and is_bullet(left + " "))
        and not (_NUMBERED.fullmatch(left) or _LABEL.match(left) or is_surname(left.split()[-1]))
        and not re.search(r"[（(「『][^）)」』]*$", left)
    )


def _ends_in_label(text: str) -> bool:
    return any(match.end() == len(text) for match in _LABEL.finditer(text + " "))


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
    for part in after:  # the last line of the paragraph
        if part.parted or not _is_unfinished(line, size):
            break
        line = part.left
    below = next((part for part in after if part.parted and part.right), None)
    if below is None:
        return False
    if _ASKED.search(line) and _CALLED.match(below.left) is None and _CALLED.match(below.right):
        return True
    for begins in (_OPENS,) if _is_unfinished(line, size) else (_BELOW_BLANK, _HEADS):
        opens = [begins.match(half) is not None for half in (below.left, below.right)]
        if opens[0] != opens[1]:
            return opens[0]
    return False


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
