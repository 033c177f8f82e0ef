"""Rows of an opinion table that are headings inside it (第２章 まちの守り), in whatever column they stand, merged or not.

The evidence: nothing else stands in the row, or the same in every cell; where rows have a number, it has none; the row above is
complete, so that it cannot go on with it; and the words are no sentence and ask for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import NUMERAL
from ingest.layouts.table_columns import Columns
from ingest.marks.speaks import is_speech
from ingest.phrases.wording import asks, wishes
from ingest.text.normalize import squeeze
from ingest.types import Cell

NUMBERED = re.compile(
    r"^\s*+[#\-・*]*+\s*+(?:議題|議事|案件|報告|議案|協議事項|第)?\s*+[（(]?[\d①-⒇一二三四五六七八九十ア-オⅠ-Ⅹ]{1,3}(?:号|編|部|章|節|項)?(?:\s*+[)）.．、:：]\s*+|\s++)(?=\S)"
)
MARKED = re.compile(r"^\s*(?:[■◆●◎○□◇【《＜<〔▼▽☆★]|#{1,6}\s)")
CAPTION_MAX = 90
"""Characters of a heading in a table at most: a row that stands across it, or the line above. Longer than a heading between
speeches (`ingest.marks.headingforms.HEADING_MAX`), since it may spell out the chapter and section of a plan."""

_PART = re.compile(rf"第\s*{NUMERAL}{{1,3}}\s*(?:編|部|章|節|款|項|条)")
"""第３章: the part of a plan or draft."""
_OTHER = re.compile(r"(?:その他|全般|全体)(?:の?(?:事項|ご?意見|こと))?")
_GENERAL = re.compile(rf"(?:{_OTHER.pattern}|について|に関(?:して|すること|する(?:ご?意見|もの)))$")

Row = Sequence[Cell | None]


def filled_of(row: Row) -> list[Cell]:
    """The cells of a row that hold something."""
    return [cell for cell in row if cell is not None and cell.text.strip()]


def section_of(row: Row, columns: Columns, shift: int, above: bool, covered: bool) -> str:
    """The heading that a row is, its first line; empty where it is a row of opinions or goes on with one.

    `above`: whether the row before may be complete; `covered`: whether a merged cell of an earlier row reaches into this one.
    """
    filled = filled_of(row)
    if not filled or len(filled[0].text) > CAPTION_MAX or filled[0].text.rstrip().endswith("。"):
        return ""
    text = filled[0].text.strip().split("\n")[0]
    if len(filled) == 1 and filled[0].columns > max(1, len(row) // 2):
        return text
    if (
        len(filled) == 1
        and row[0] is filled[0]
        and len(row) < 4
        and (_is_headed(text) or _OTHER.fullmatch(text))
    ):
        return text
    if covered or asks(text) or wishes(text) or is_speech(text):
        return ""
    if len(filled) > 2 and len(filled) == len(row) and len({squeeze(cell.text) for cell in filled}) == 1:
        return (
            text if re.search(r"[一-鿿ァ-ヶぁ-ん]{2}", text) and not text.startswith(("なし", "特に")) else ""
        )
    if parted := _in_two(filled, columns, row, shift):
        return parted
    return text if len(filled) == 1 and _is_lone(text, filled[0], columns, row, shift, above) else ""


def _is_headed(text: str) -> bool:
    return bool(NUMBERED.match(text) or MARKED.match(text))


def _is_lone(text: str, cell: Cell, columns: Columns, row: Row, shift: int, above: bool) -> bool:
    """Whether the only cell of a row, not in its first column, is a heading: by its form, or since every row has a number but this one."""
    number, place = columns.at("number"), row.index(cell)
    if place == 0 or (number is not None and place == number + shift):
        return False
    if number is None:
        return bool(_PART.match(text) or MARKED.match(text))
    headed = bool(_PART.match(text) or _is_headed(text) or _GENERAL.search(text))
    return headed or (above and place == (columns.at("question") or 0) + shift)


def _in_two(filled: Sequence[Cell], columns: Columns, row: Row, shift: int) -> str:
    """第２章｜まちの守り: the part in the column of numbers, its name beside it."""
    number = columns.at("number")
    if len(filled) != 2 or number is None or row[number + shift] is not filled[0]:
        return ""
    part, name = (cell.text.strip() for cell in filled)
    whole = _PART.fullmatch(part) and len(name) <= CAPTION_MAX and not (is_speech(name) or wishes(name))
    return f"{part}\u3000{name}" if whole else ""
