"""Heads of governments who confer with those of a higher one: governors with ministers, mayors with the governor.

Each of them replies at home; here the lower ask, and the higher reply (国と地方の協議の場, 知事と市町村長の意見交換会). Where members,
residents or the press speak too, it is they who ask.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.types import Speaker
from ingest.people.offices import is_public

LOWER_MIN = 2
"""Heads of the lower governments at least: one alone may sit beside a minister and reply with him."""

_STATE = re.compile(r"大臣(?:政務官|補佐官)?$|政務官$|長官$|次官$")
_PREFECTURE = re.compile(r"(?:^|[都道府県])副?知事$|知事会(?:会長|副会長|[^\s]{0,16}委員長)$")
_TOWN = re.compile(r"[市町村区]長$|(?:市長会|町村会|村長会|町長会)(?:会長|副会長)$")
_LEVELS = (_STATE, _PREFECTURE, _TOWN)


def asking_heads(speakers: Sequence[Speaker]) -> set[str]:
    """The offices of those who ask: heads of the governments below the highest one that speaks; empty in any other meeting."""
    if any(s.side == "member" or is_public(s.office) for s in speakers):
        return set()
    highest = next(
        (n for n, level in enumerate(_LEVELS) if any(level.search(s.office) for s in speakers)), len(_LEVELS)
    )
    if highest == 1 and len({s for s in speakers if _PREFECTURE.search(s.office)}) > 1:
        return set()  # governors among themselves
    below = {s for s in speakers if any(level.search(s.office) for level in _LEVELS[highest + 1 :])}
    return {s.office for s in below} if len({(s.name, s.office) for s in below}) >= LOWER_MIN else set()
