"""A promise of the executive side as the ledger gives it, and what one may ask of the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, get_args

from chat.commitments.kinds import KINDS, Kind
from chat.types import in_brackets
from corpus.errors import SettingsError
from corpus.spans import Spans
from corpus.types import Speaker
from retriever.types import Filter

State = Literal["open", "mentioned", "done", "closed"]
"""`open`: nothing in the later record; `mentioned`: the matter came up again; `done`: something was said to be done about it;
`closed`: nothing is to come of it (実施済, 困難, その他)."""

Order = Literal["record", "newest"]

Grouping = Literal["year", "office", "kind"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements to find; empty fields do not narrow. `open` leaves those of which nothing was heard since."""

    filters: Filter = field(default_factory=Filter)
    kinds: tuple[Kind, ...] = ()
    text: str = ""
    """Words that must all stand in the quote or its topic."""
    open: bool = False
    exchange: str = ""
    """Id of the exchange (with its parts) whose statements alone are wanted."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A statement with its place. `quote` is the stored text at `spans`, letter for letter; `exchange_id` the finest part."""

    id: int
    """Its number in the table; may change when the table is made anew."""
    exchange_id: str
    kind: Kind
    quote: str
    spans: Spans
    due: str
    speaker: Speaker
    municipality: str
    body: str
    meeting: str
    date: str
    topic: str
    page: int | None
    role: str
    source_id: str
    source: str
    state: State
    later: tuple[str, ...] = ()
    """Later exchanges of the same town on the same matter, oldest first."""
    later_days: tuple[str, ...] = ()
    """The ISO days of their meetings, in the same order."""
    torn: tuple[bool, bool] = (False, False)
    """Whether the quote begins after, and ends before, its sentence does (`corpus.sentences.torn`)."""

    @property
    def shown(self) -> str:
        """「quote」, with … outside where the sentence goes on."""
        return in_brackets(self.quote, self.torn)


@dataclass(frozen=True, slots=True)
class Count:
    """How many statements of a kind; `group` is a year (2024, or "" where undated) or an office."""

    group: str
    kind: Kind
    number: int


def kinds_of(names: Iterable[str]) -> tuple[Kind, ...]:
    """The kinds of these names.

    Raises:
        SettingsError: there is no such kind.
    """
    found: list[Kind] = []
    for name in names:
        known = next((kind for kind in get_args(Kind) if kind == name), None)
        if known is None:
            raise SettingsError(f"約束の種類「{name}」はありません", f"使える値: {', '.join(KINDS)}")
        found.append(known)
    return tuple(found)
