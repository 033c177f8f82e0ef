"""The item of the printed agenda that a chair names: by its words, or by the number of its bill."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.terms import plain

AGENDA_MIN = 4
"""Characters of an agenda item's words at least; shorter ones (その他) stand in any sentence."""

_NUMBERED = re.compile(r"(?:議案|報告|承認|諮問|諮|議|協議|同意|発議|請願|陳情|認定)第[0-9]+号")

HEAD_MIN = 2
"""Characters of an item's beginning that tell it; less begins too many."""
_NEXT = re.compile(
    r"(?:次に|続い(?:て|きまして)|まず|(?:最初|初め|はじめ)に)[、，,]?([^。、，,\n]{5,40}?)(?:につきまして|について|の件)"
)
"""次に、跡地について、お願いします。: the beginning of one item alone (跡地の利用について)."""
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]")


def item_words(agenda: Sequence[str]) -> list[tuple[str, str]]:
    """(words, item as printed) of the items whose words are telling; what stands in brackets need not be said."""
    found = [
        (_words(form), item) for item in agenda for form in dict.fromkeys((item, _BRACKETED.sub("", item)))
    ]
    return [(words, item) for words, item in found if len(words) >= AGENDA_MIN]


def _words(text: str) -> str:
    return plain(text).replace("の", "")


def taken_up(text: str, labels: Sequence[tuple[str, str]]) -> str:
    """The item that a chair's `text` names by its words, else by its number; the last where he names several (`item_words`)."""
    said = _words(text)
    named = [(said.rfind(words), label) for words, label in labels if words in said]
    if named:
        return max(named, key=lambda pair: pair[0])[1]
    heads = [head for found in _NEXT.findall(text) if len(head := _words(found)) >= HEAD_MIN]
    begun = {label for words, label in labels if any(map(words.startswith, heads))}
    if len(begun) == 1:
        return begun.pop()
    numbers = _NUMBERED.findall(said)
    last = re.compile(rf"(?:日程第?[0-9]+)?{numbers[-1]}") if numbers else None
    return next((label for words, label in labels if last and last.match(words)), "")
