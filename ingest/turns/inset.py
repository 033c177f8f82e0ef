"""Headings that stand in: １　委員長の互選 below the chair's last sentence, further in than his words, right above the next speaker."""

from __future__ import annotations

import re

from corpus.bills import BILL_KINDS
from ingest.text.lines import Line

_INSET = re.compile(r"^[0-9０-９]{1,2}[\s\u3000]+[^。、]{3,60}[一-鿿ァ-ヴー）)]$")
_PLACE = re.compile(rf"^[0-9０-９]{{1,2}}[．.、\s\u3000]+(?=(?:{BILL_KINDS}|議)第[\s\u3000]?[0-9０-９])")


def names_inset(text: str) -> bool:
    """Whether a line is of that form: a number, a blank, and words that are no sentence."""
    return _INSET.match(text) is not None


def is_inset(line: Line, above: Line) -> bool:
    """Whether a line is such a heading below a finished sentence; nothing but the next speaker follows it."""
    return names_inset(line.text) and line.indent > above.indent and above.text[-1] in "。．）)"


def without_place(label: str) -> str:
    """The label without its number in the list, where the number of a bill follows (２ 議第61号 …): the chair calls it by that of
    the bill."""
    return _PLACE.sub("", label)
