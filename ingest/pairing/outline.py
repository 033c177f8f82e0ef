"""The outline of a member's questions (通告): `1 …について`, `(1) …`, `ア …`, printed before the speech.

It names the items in the record's own words, so it gives exchanges their topics and shows where one item ends and the
next begins.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.patterns import KANJI_NUMERAL, NUMERAL
from ingest.phrases.terms import bare, coverage
from ingest.text.lines import Line, paragraphs, sentences

ITEMS_MIN = 2
"""Fewer items are no outline."""
_LEVELS = (
    re.compile(
        rf"^(?:\d{{1,2}}[．.、\s]+|\d{{1,2}}(?=[^\d年月日時分人件号回第期次階条\-:：/／（()、,.．\s])|{KANJI_NUMERAL}[．.、\s]+|第{NUMERAL}+\s+)"
    ),
    re.compile(rf"^(?:[（(]{NUMERAL}{{1,2}}[)）]|[①-⒇])\s*"),
    re.compile(r"^(?:[（(]?[ア-ン][)）．.、\s]+|[（(][ア-ン][)）])\s*"),
)
_HEAD = re.compile(r"通告|質問(?:事項|項目|内容|要旨|の要旨)|発言(?:通告|事項)")
_ANNOUNCES = re.compile(
    r"お?尋ね|質問|[伺お]い|お聞き|聞き|について(?:です|であり|ですが|でござい)|移り|入り|参り|申し上げ|取り上げ"
)
_ITEM_NUMBER = re.compile(
    rf"(?:項目|質問|大項目|件名)の?(?:第)?({NUMERAL}{{1,2}})(?:つ目|番目|点目|問目|項目)?|({NUMERAL}{{1,2}})(?:つ目|番目|点目|項目)の(?:項目|質問|テーマ)"
)
_MARK = re.compile(rf"[0-9]{{1,2}}|{KANJI_NUMERAL}|[ア-ン]")
_KANJI = {c: i for i, c in enumerate("〇一二三四五六七八九十")}


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the outline: `number` counts among its siblings from 1; `label` is the printed text without the number.

    `code` is the number as printed, with those of the items above it: 1, 1(3), 1(2)ア, 4ア.
    """

    number: int
    label: str
    parent: str = ""
    children: tuple[Item, ...] = ()
    code: str = ""


def read_outline(lines: Sequence[Line]) -> tuple[Item, ...]:
    """The items of the outline among header lines, at the level that exchanges follow.

    That is the level of (1), (2) where there is one, otherwise that of 1, 2. Empty where no outline is printed.
    """
    start = next(
        (i + 1 for i, line in enumerate(lines) if _HEAD.search(line.text) and len(line.text) <= 30), None
    )
    if start is None:
        return ()
    rows: list[_Row] = []
    for line in lines[start:]:
        level = next((n for n, pattern in enumerate(_LEVELS) if pattern.match(line.text)), None)
        label = _LEVELS[level].sub("", line.text, count=1).strip() if level is not None else ""
        if level is None or not label or label.endswith("。"):
            if rows and len(line.text) > 80:
                break
            continue
        rows.append(_Row(level, label, _printed(line.text)))
    return _items(rows)


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the outline; `printed` is its own number (1, 3, ア)."""

    level: int
    label: str
    printed: str


def _printed(text: str) -> str:
    found = _MARK.search(unicodedata.normalize("NFKC", text))
    return "" if found is None else str(_KANJI.get(found[0], found[0]))


def _items(rows: Sequence[_Row]) -> tuple[Item, ...]:
    unit = 1 if any(row.level == 1 for row in rows) else 0
    items: list[Item] = []
    parent = above = ""
    for row in rows:
        if row.level < unit:
            parent, above = row.label, row.printed
        elif row.level == unit:
            code = f"{above}({row.printed})" if unit else row.printed
            items.append(Item(len(items) + 1, row.label, parent, code=code))
        elif items:
            last = items[-1]
            number = f"({row.printed})" if row.level == 1 else row.printed
            child = Item(len(last.children) + 1, row.label, last.label, code=last.code + number)
            items[-1] = replace(last, children=(*last.children, child))
    return tuple(items) if len(items) >= ITEMS_MIN or any(i.children for i in items) else ()


def announced(text: str, items: Sequence[Item], after: int = 0) -> list[tuple[int, Item]]:
    """(offset, item) of the paragraphs of a turn that announce items, numbers rising and above `after`."""
    found: list[tuple[int, Item]] = []
    current = after
    for start, end in paragraphs(text):
        head = _head(text[start:end])
        for item in items:
            if item.number > current and _announces(head, item):
                found.append((start, item))
                current = item.number
                break
    return found


def _head(paragraph: str) -> str:
    """The first three sentences: thanks may precede the announcement."""
    spans = list(sentences(paragraph))[:3]
    return paragraph[: spans[-1][1]] if spans else ""


def _announces(head: str, item: Item) -> bool:
    if not _ANNOUNCES.search(head):
        return False
    number = _ITEM_NUMBER.search(head)
    if number and _value(number[1] or number[2]) == item.number and coverage(item.label, head) >= 0.5:
        return True
    # A label of one or two words (公園の灯り) is met by chance; it counts only where it is repeated as printed.
    return len(bare(item.label)) >= 5 and bare(item.label) in bare(head)


def _value(digits: str) -> int:
    return _KANJI[digits] if digits in _KANJI else (int(digits) if digits.isdigit() else 0)
