"""Whose replies a sentence of a draft is set against: those of the town it speaks of, the others apart from them.

1. A town that the sentence names comes first, with 「本市」 the own one beside it.
2. Else the own town: the one chosen, or the only one that the record is narrowed to or holds. A town that the rest of the text
   names may be an example from elsewhere, and tells nothing.
3. Else any: nothing tells whose the sentence is.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from retriever.scope import read_scope
from retriever.types import Filter

_OURS = re.compile(r"(?:本|当)[市町村区県都道府](?![一-鿿])")
"""「本市」 speaks of the own town; 本町通り and 本村地区 are places."""


@dataclass(frozen=True, slots=True)
class Whose:
    """The towns whose replies a sentence is set against (empty: all), and whether it is another's figures that it gives."""

    towns: tuple[str, ...] = ()
    foreign: bool = False
    """The sentence names a town that has no minutes here: what it says of it can be set against nobody's figures."""


@dataclass(frozen=True, slots=True)
class Towns:
    """The towns of a whole draft. `loaded`: those that may be searched; `own`: empty where unknown."""

    loaded: tuple[str, ...]
    own: str
    day: date

    def of(self, sentence: str) -> Whose:
        """Whose replies the sentence is set against."""
        scope = read_scope(sentence, self.loaded, self.day, examples=True)
        own = (self.own,) if self.own else ()
        if scope.missing and not scope.named_towns:
            return Whose(own, True)
        named = scope.named_towns
        if named and own and _OURS.search(sentence):
            named = tuple(dict.fromkeys((*named, *own)))
        return Whose(named or own)

    def beside(self, filters: Filter, whose: Whose) -> tuple[Filter, Filter | None]:
        """The filter for the towns of a sentence, and that for all others (None where there are none)."""
        if not whose.towns:
            return filters, None
        rest = tuple(town for town in self.loaded if town not in whose.towns)
        return replace(filters, towns=whose.towns), replace(filters, towns=rest) if rest else None


def towns_of(loaded: Collection[str], filters: Filter, own: str, day: date) -> Towns:
    """The towns of a draft.

    Args:
        loaded: names of the towns that have minutes.
        filters: where they name towns, only these are searched.
        own: the own town as chosen, empty where it was not.
        day: what 「昨年度」 counts from.
    """
    allowed = tuple(town for town in loaded if not filters.towns or town in filters.towns)
    return Towns(allowed, own or (allowed[0] if len(allowed) == 1 else ""), day)
