"""The matter (議題) under discussion: the printed agenda's item that the chair names, or the one he names in his own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.types import Utterance
from ingest.agenda import item_words, taken_up
from ingest.moderation import comes_to, item_taken_up
from ingest.ordinals import by_place, place_called

_NUMBER_ALONE = re.compile(
    r"^日程第[0-9０-９一二三四五六七八九十]+(?:(?:から|及び|、|～|〜|－)日程第[0-9０-９一二三四五六七八九十]+)*$"
)
"""日程第４から日程第７ as a heading: the chair says below what it is."""


class Matter:
    """Follows the chair through the turns; `plenary` records without a printed agenda go by his words alone."""

    def __init__(self, agenda: Sequence[str], turns: Sequence[Utterance], plenary: bool) -> None:
        self.labels = item_words(agenda)
        self.places = by_place(agenda, turns)
        self.plenary = plenary
        self.now = ""

    def take_up(self, text: str) -> None:
        """The item that the chair names is under discussion from here on."""
        if self.labels:
            place = self.places.get(place_called(text), "")
            self.now = taken_up(text, self.labels) or item_taken_up(text) or place or self.now
        elif self.plenary:
            self.now = comes_to(text, self.now)

    def of(self, turn: Utterance) -> str:
        """The matter of a turn: what the heading above it says, else what the chair said."""
        said = turn.agenda if not _NUMBER_ALONE.match(turn.agenda) else ""
        return said or self.now or turn.agenda
