"""Items of the agenda that a chair calls by their place alone: 議題２について, 案件（３）に移ります."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from corpus.patterns import any_of
from corpus.types import Utterance
from ingest.pairing.itemwords import item_words, taken_up

_CALLED = re.compile(
    any_of(
        # 「議題２」「報告事項の３」
        r"(議題|議事|案件|付議案件|報告事項|協議事項|審議事項|次第)(?:の|第)?[\s(]*",
        # 「(2)に移」
        r"(?:^|[。、,\n])\s*\((?=[0-9]{1,2}\)に(?:移|入|つ))",
    )
    + r"([0-9]{1,2})(?![0-9年月日回号件点つ人名%]|番(?![、のに目]))"
)
_NO_ITEM = re.compile(
    r"^(?:開会|閉会|挨拶|あいさつ|その他|議事|議題|報告|協議|審議)$|^[^の]{0,4}(?:報告|協議|審議|調査)事項$"
)


def by_place(agenda: Sequence[str], turns: Sequence[Utterance]) -> dict[int, str]:
    """The items by the number that the chair calls them by; empty unless the meeting shows that the numbers are their places.

    It shows it where he calls an item by number and words together, or calls every number from the first to the last in
    order; a list with headings or with ceremonies among its items has other numbers, and so has a chair who counts two lists.
    """
    items = [item for item in agenda if not _NO_ITEM.search(item)]
    if not items or list(agenda[: len(items)]) != items:
        return {}
    labels = item_words(items)
    called: list[int] = []
    kinds: set[str] = set()
    agreed = False
    for turn in turns:
        if turn.speaker.side != "chair" or not (found := _find(turn.text)):
            continue
        kinds |= {found[0]} if found[0] else set()  # （２）に移ります: of whichever list
        called += [found[1]] if found[1] not in called else []
        if named := taken_up(turn.text, labels):
            if items.index(named) != found[1] - 1:
                return {}
            agreed = True
    complete = called[: len(items)] == list(range(1, len(items) + 1)) and len(items) > 1
    if len(kinds) > 1 or not (agreed or complete):
        return {}
    return dict(enumerate(items, 1))


def place_called(text: str) -> int:
    """The number of the item that a chair's words call; 0 where they call none."""
    found = _find(text)
    return found[1] if found else 0


def _find(text: str) -> tuple[str, int] | None:
    found = _CALLED.search(unicodedata.normalize("NFKC", text))
    return (found[1] or "", int(found[2])) if found else None


def sole_item(agenda: Sequence[str], turns: Sequence[Utterance]) -> tuple[str, int]:
    """(the one item of an agenda, the turn up to which it holds): 案件２, as a heading or in the chair's words, is another."""
    if len(agenda) != 1:
        return "", 0
    other = (
        u.index
        for u in turns
        if place_called(u.agenda) > 1 or (u.speaker.side == "chair" and place_called(u.text) > 1)
    )
    return agenda[0], next(other, len(turns))
