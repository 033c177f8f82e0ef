"""Agendas of PDF tables whose numbers stand in the middle of titles of two lines, so that the text reads above, number, below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.bills import BILL_KINDS
from corpus.patterns import NUMERAL

_NUMBER = re.compile(
    rf"^日程\s*第\s*{NUMERAL}{{1,3}}\s+"
    rf"(?:{BILL_KINDS}|意見書案?)\s*第\s*{NUMERAL}{{1,3}}\s*号$"
)
_ITEM = re.compile(r"^日\s*程|。|^\d{1,2}[．.、]")


def uncentred(lines: Sequence[str]) -> list[str]:
    """The lines, each title drawn to its number: 決算の認定につ / 日程第７ 認定第２号 / いて → 日程第７ 認定第２号 決算の認定について.

    Where the first such number stands right below another item, titles stand below their numbers instead.
    """
    numbers = [i for i, line in enumerate(lines) if _NUMBER.match(line.strip())]
    if not numbers or not all(_amid(lines, i) for i in numbers[:1]):
        return list(lines)
    out: list[str] = []
    skip = -1
    for index, line in enumerate(lines):
        if index == skip:
            continue
        if index in numbers and index - 1 != skip and _amid(lines, index):
            above = out.pop().strip()
            out.append(f"{line.strip()} {above}{lines[index + 1].strip()}")
            skip = index + 1
        else:
            out.append(line)
    return out


def _amid(lines: Sequence[str], index: int) -> bool:
    """Whether a number stands between two lines that are no items themselves."""
    beside = (lines[index - 1].strip(), lines[index + 1].strip()) if 0 < index < len(lines) - 1 else ("", "")
    return all(line and not _ITEM.search(line) for line in beside)
