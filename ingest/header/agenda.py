"""The agenda (議題, 議事日程) of a header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.bills import BILL_KINDS
from corpus.folding import folded
from ingest.header import agenda_words as words
from ingest.header.centred import uncentred
from ingest.header.labels import LABEL_LINE
from ingest.header.subjects import WRAPPED_INDENT, scheduled, subjects_below
from ingest.text.furniture import TIME_NOTICE, is_furniture, is_rule
from ingest.text.normalize import squeeze

LABEL_LINE_MAX = 120
"""Characters of the line of the agenda's label, with the items beside it; a longer one is a sentence."""
CUT_MIN = 24
"""Characters of an item's line from which the margin may have cut it."""
NARROW_MIN = 16
"""The same where the line below stands right under the item's words, as in a record of two columns."""
LOOKED_THROUGH = 160
"""Lines below the label: the items of a session of many days and their wrapped words."""
TOLD_MAX = 3
"""Sentences on what was done about an item, below it in a list of items, at most."""
NESTED_MAX = 16
"""Lines below the bill of a budget, up to the next item, at most."""
SET_IN_MIN = 3
"""Blanks before a second bill under one number of the order, whose words go on right below."""


def _may_list(line: str) -> bool:
    """A line that is no furniture of a page; 第１ alone is the number of an item, though it could be a page's."""
    return is_rule(line) or not is_furniture(line) or re.fullmatch(r"第\s*\d{1,2}", line) is not None


def find_agenda(text: str) -> tuple[str, ...]:
    """The items of the agenda: those under its label, numbers taken off, in order."""
    lines = [line for line in text.split("\n") if _may_list(line.strip())]
    lines = uncentred([line for line in lines if not _CONTENTS.search(line)])
    for index, line in enumerate(lines):
        if len(line) > LABEL_LINE_MAX:
            continue
        numbered = any(map(words.ITEM.match, lines[index + 1 : index + 3]))
        if subjects := subjects_below(line, lines[index + 1 :], numbered):
            return tuple(dict.fromkeys(_tidy(re.sub(r"^[①-⒇・]", "", item)) for item in subjects))
        if words.PAPER.match(line):
            continue
        schedule = words.SCHEDULE.match(line)
        match = schedule or LABEL_LINE["agenda"].match(line)
        if not match:
            continue
        first = "" if schedule else line[match.end() :].strip(" 　:：")
        first = re.sub(r"^[（(]第?\d{1,3}[日号][^（()）]*[)）]$", "", first)
        if words.BELOW.match(first) and words.APART.match(first):
            continue
        first = (
            ""
            if words.OPENING.match(first) or words.BELOW.match(first) or words.SENTENCE.search(first)
            else first
        )
        items = [item for item in words.IN_A_LINE.split(first) if len(item) > 3] if first else []
        items += _items(lines[index + 1 :], bool(items))
        items = [
            item for item in items if not words.GROUP.match(item) and not words.TOLD.search(item)
        ] or items
        if items:
            named = [_tidy(item if _BILL.match(item) else words.ITEM.sub("", item)) for item in items]
            named = [short for item in named if (short := words.PAPER_BESIDE.sub("", item))]
            return tuple(dict.fromkeys(named[1:] if named and words.LABEL.match(named[0]) else named))
    return scheduled(lines)


_SPREAD_BILL = re.compile(r"((?:[一-鿿][ 　]+){2})第[ 　]*(\d)")
"""承 認 第 ３号."""


_CLOSED = re.compile(r"^([^【〔［《＜]+)[】〕］》＞]$")


def _tidy(item: str) -> str:
    """議　　案　　第　１号　…: without the blanks that spread a number's words, nor the bullet before it, nor what closes 【議題１　…】."""
    item = _CLOSED.sub(r"\1", item.lstrip("•･ 　"))
    head = _SPREAD_BILL.match(item)
    if head and re.fullmatch(BILL_KINDS, kind := squeeze(head[1])):
        return f"{kind}第{head[2]}{item[head.end() :]}".strip()
    return re.sub(r"(?<=[議案第])[ 　]+(?=[案第\d])", "", item).strip()


def _items(lines: Sequence[str], started: bool) -> list[str]:
    """Numbered (or (説明) …) lines that follow the label; a line that is none of it, or a repeated number, ends them."""
    items = _Items(lines, started)
    for place in range(min(len(lines), LOOKED_THROUGH)):
        if not items.take(place):
            break
    return items.out


@dataclass(slots=True)
class _Items:
    """Puts the lines below the label together to items; `started`: that the first stands behind the label."""

    lines: Sequence[str]
    started: bool
    out: list[str] = field(default_factory=list)
    _carried: str = ""
    """A number without its title, which stands in the next line."""
    _sentences: int = 0
    """Sentences on what was done about the items."""
    _above: str = ""
    _indent: int = 0

    def take(self, place: int) -> bool:
        """Takes the lines in their order; False where one ends the items."""
        line = self.lines[place]
        if self.out and self._goes_on(place):
            return True
        self._above = line
        if (
            self.out
            and _is_nested(line)
            and _counted_on(self.out[-1], self.lines[place : place + NESTED_MAX])
        ):
            return True
        stripped, self._carried = self._carried + line.strip(), ""
        if not stripped or (not self.out and not self.started and _is_above_items(stripped)):
            return True
        if self.out and self._is_beside(place, stripped):
            return True
        before, self._indent = self._indent, len(line) - len(line.lstrip(" 　"))
        if TIME_NOTICE.match(stripped):
            return False
        if self.out and self._is_between(place, stripped):
            self.out.append(stripped)
            return True
        if self.out and self._is_wrapped(before, stripped):
            self.out[-1] += stripped
            self._indent = before
            return True
        return self._take_words(line, stripped)

    def _goes_on(self, place: int) -> bool:
        """Whether a line is the rest of the one above, to which it is put then."""
        line = self.lines[place]
        unfinished = _stands_under(self._above, line)
        if not unfinished and not _cut_by_margin(self._above, line, self.lines[place + 1 : place + 3]):
            return False
        self.out[-1] += line.strip()
        self._above = self._above.rstrip() + line.strip() if unfinished else ""
        return True

    def _is_beside(self, place: int, stripped: str) -> bool:
        """What stands beside the items and is none, before the next of them."""
        beside = words.BESIDE.match(stripped) and not words.ITEM.match(stripped)
        return bool(beside) and _numbered_next(self.lines[place + 1 :])

    def _is_between(self, place: int, stripped: str) -> bool:
        """A title between the items, before the next of them."""
        between = words.BETWEEN.match(stripped) and self._above.strip() == stripped
        return bool(between) and _numbered_next(self.lines[place + 1 :])

    def _is_wrapped(self, before: int, stripped: str) -> bool:
        """Further in than the line above, which was so far in as `before`."""
        return self._indent >= before + WRAPPED_INDENT and len(stripped) <= 60 and not is_rule(stripped)

    def _take_words(self, line: str, stripped: str) -> bool:
        """The last step of `take`: what a line is by its words alone; False where it ends the items."""
        if not self.out and not self.started and words.DAY.match(stripped):
            return True
        if (self.out or self.started) and _opens_next_part(stripped):
            return False
        if words.ITEM_ALONE.match(stripped) or words.NUMBER_ABOVE.match(stripped):
            self._carried = stripped + "　"  # 日程第１ stands above its title
            return True
        if self.out and stripped.endswith("。") and self._sentences < TOLD_MAX * len(self.out):
            self._sentences += 1  # what was done about the item, before the next one
            return True
        if len(stripped) <= 100 and (words.ITEM.match(stripped) or _ROLE_IN_BRACKETS.match(stripped)):
            if _is_no_item(line, stripped) or _is_repeated(stripped, self.out):
                return False
        elif not self._is_without_number(stripped):
            return False
        self.out.append(stripped)
        return True

    def _is_without_number(self, stripped: str) -> bool:
        """１　調査事項, and the item without a number in the line below."""
        if self.out:
            headed = words.CATEGORY.search(self.out[-1]) or not words.ITEM.match(self.out[-1])
        else:
            headed = not self.started
        return bool(headed) and len(stripped) <= 60 and stripped.endswith(("について", "件", "その他"))


_ROLE_IN_BRACKETS = re.compile(r"^[（(]\S{1,6}[)）]")
"""（説明）…"""


def _is_above_items(stripped: str) -> bool:
    """The day, or the names of the columns, between the label and the first item."""
    return words.OPENING.match(stripped) is not None or words.COLUMNS.match(stripped) is not None


def _opens_next_part(stripped: str) -> bool:
    """Whether a line heads what follows an agenda: the roster, the papers, the record itself."""
    return bool(
        words.ROSTER.search(squeeze(stripped)) or words.PAPERS.match(stripped) or words.RECORD.match(stripped)
    )


def _is_no_item(line: str, stripped: str) -> bool:
    """Whether a line that looks like an item is a sentence, data of the meeting or its opening."""
    if stripped.endswith("。") and len(stripped) > 30:
        return True
    if any(LABEL_LINE[name].match(line) and len(stripped) < 20 for name in ("date", "place")):
        return True
    return words.OPENING.match(stripped.lstrip("○〇◯ 　")) is not None


def _is_repeated(stripped: str, out: Sequence[str]) -> bool:
    return any(folded(words.ITEM.sub("", stripped)) == folded(words.ITEM.sub("", item)) for item in out)


_NESTED = re.compile(r"歳[入出]|\d[款項]|全款|^[\s　]*第\d+条|継続費|債務負担|繰越明許|地方債")
"""(歳出)１款議会費・２款総務費 below the bill of a budget: which parts of it, and no item."""
_TITLE_ENDS = re.compile(r"(?:について|件|認定|決算|予算|[）)])[\s　]*$")
_NUMBER = re.compile(r"^[\s　]*+(?:日程)?第?[\s　]*+(\d{1,2})[\s　.．、]+(?=[^\d\s　])")


def _is_nested(line: str) -> bool:
    return _NESTED.search(line) is not None and not _TITLE_ENDS.search(line)


def _counted_on(item: str, below: Sequence[str]) -> bool:
    """Whether the list goes on by its count below lines that belong to one item."""
    own = _NUMBER.match(item)
    if own is None or _NUMBER.match(below[0]):
        return False
    for line in below[1:]:
        following = _NUMBER.match(line)
        if following and int(following[1]) == int(own[1]) + 1:
            return True
        if "。" in line or words.ROSTER.search(squeeze(line)) or TIME_NOTICE.match(line.strip()):
            return False
    return False


def _numbered_next(lines: Sequence[str]) -> bool:
    """Whether the next line that is not blank is an item."""
    following = next((line for line in lines[:3] if line.strip()), "")
    return words.ITEM.match(following) is not None


def _cut_by_margin(above: str, line: str, below: Sequence[str]) -> bool:
    """Whether a line is the rest of the item above it on a page without indents: no item itself, and the next one below it."""
    cut = above.strip()
    return (
        words.ITEM.match(cut) is not None
        and len(cut) >= CUT_MIN
        and not cut.endswith(("について", "件", "。"))
        and 0 < len(line.strip()) <= len(cut)
        and "。" not in line
        and (
            not words.ITEM.match(line)
            or (line.startswith("・") and not cut.startswith("・"))
            or _closes(cut, line)
        )
        and not words.BESIDE.match(line.strip())
        and not LABEL_LINE["agenda"].match(line)
        and (_numbered_next(below) or _closes(cut, line))
    )


def _closes(above: str, line: str) -> bool:
    """補正予算（第 above ２回）について: a bracket is open, and the line below closes it."""
    opened = above.count("（") + above.count("(") > above.count("）") + above.count(")")
    return opened and re.match(r"[^（(）)]{0,20}[）)]", line.strip()) is not None


def _stands_under(above: str, line: str) -> bool:
    """Whether a line is the rest of an item that the margin cut: it stands further in, under the item's words."""
    numbered = words.ITEM.match(above)
    inner = len(line) - len(line.lstrip(" 　"))
    if not numbered or above.rstrip().endswith(("について", "件", "。")):
        return False
    lead = len(above) - len(above.lstrip(" 　"))
    under = inner == numbered.end() or inner == lead >= SET_IN_MIN
    if len(above.strip()) < (NARROW_MIN if under else CUT_MIN) or not line.strip() or words.ITEM.match(line):
        return False
    return under or numbered.end() - 1 <= inner <= numbered.end() + 4


_BILL = re.compile(rf"^(?:{BILL_KINDS})\s*第")
_CONTENTS = re.compile(r"[…‥]{3,}\s*\d{1,4}\s*(?:頁|ページ)?$")
"""○議 事 日 程 …………… １頁: a table of contents."""
