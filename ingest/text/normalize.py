"""Text helpers that readers, header and layouts share. Nothing here changes what is quoted: they help to recognise."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from corpus.numerals import value_of
from corpus.places import FOLD
from corpus.spans import Span, Spans

_BLANK = re.compile(r"\s+")


def squeeze(text: str) -> str:
    """Without any white space: letter-spaced words and names (議 題, H E M S, 工　藤　秀　一) become whole."""
    return _BLANK.sub("", text)


_CLOCK = re.compile(r"[（(]\d{1,2}時\d{1,2}分[)）]$")


def without_clock(text: str) -> str:
    """Without the time at its end, at which a part of the meeting began: 開会（10時00分）. The blanks before it are taken off apart:
    looked for together, 25,000 of them take seconds."""
    clock = _CLOCK.search(text)
    return text[: clock.start()].rstrip() if clock else text


SPACED_MIN = 4
"""Letters of a letter-spaced line at least."""
_SPACED = re.compile(r"\S{1,2}(?:[ \u3000]+\S{1,2})+")


def is_spaced(text: str) -> bool:
    """Whether a line is letter-spaced: 行 政 報 告, 令 和 ６ 年 １ 月 会 議; １０ and other pairs are rare in it."""
    tokens = text.split()
    least = SPACED_MIN - 1 if re.fullmatch(r"\S(?:[ \u3000]{3,}\S)+", text.strip()) else SPACED_MIN
    if len(tokens) < least or not _SPACED.fullmatch(text.strip()):
        return False
    return sum(len(token) == 1 for token in tokens) >= 0.7 * len(tokens)


_SPREAD_NUMBER = re.compile(r"^日[ \u3000]+程[ \u3000]*第[ \u3000]*\d+")


def joined_number(label: str) -> str:
    """日程第１．一般質問 for 日　程　第　１．一般質問, whose words are not letter-spaced."""
    return _SPREAD_NUMBER.sub(lambda number: squeeze(number[0]), label)


_BRACKETS = re.compile(r"[（(][^)）\n]{0,100}[)）]")


def unbracketed(text: str) -> str:
    """Without what stands in round brackets: the office or name alone (総務部長（兼務） → 総務部長)."""
    return _BRACKETS.sub("", text)


def trim(text: str, start: int, end: int) -> Span:
    """`[start, end)` of `text` without white space at both ends; empty at `start` where there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def lines_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of the lines of `text[start:end]` without their line ends; only "\\n" ends a line."""
    end = len(text) if end is None else end
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def page_at(pages: tuple[tuple[int, int], ...], position: int) -> int | None:
    """The page number at `position`; None where the document has no pages."""
    index = bisect_right(pages, (position, 1 << 60)) - 1
    return pages[index][1] if index >= 0 else None


def page_of(pages: tuple[tuple[int, int], ...], spans: Spans) -> int | None:
    """The page on which `spans` begin."""
    return page_at(pages, spans[0][0]) if spans else None


def share(texts: Sequence[str], holds: Callable[[str], bool]) -> float:
    """Of which share of the texts something holds; 0 where there are none."""
    return sum(map(holds, texts)) / len(texts) if texts else 0.0


def ordinal(text: str) -> int:
    """The number of a point or an item as it is printed (２, ②, 十一, （３）); 0 where it is none."""
    return int(value_of(unicodedata.normalize("NFKC", text).strip("()")) or 0)


_FORMS = {old: new for old, new in FOLD.items() if chr(new) not in "ケノ"}


def modern(name: str) -> str:
    """A name in the characters of today, which dictionaries have (髙森 → 高森); 之 and ヶ stay, they are of names themselves."""
    return name.translate(_FORMS)
