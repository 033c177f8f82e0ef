"""Whether the record of another town speaks so much more of what a town is asked for that its own speaks of something else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from chat.answers.evidence import cover
from chat.answers.measuring import Measures
from chat.types import FoundExchange, town_of
from retriever.asked import Question
from retriever.types import Filter

LOOKED_AT = 10
"""Exchanges of all towns among which the best of another one is looked for; where all are of the town asked for, none speaks more of it."""


class OtherTowns:
    """Sets a town's record beside those of the others. Thread-safe."""

    def __init__(
        self,
        find: Callable[[Question, Filter, int], Sequence[FoundExchange]],
        passages_in: Callable[[Filter], int],
        measures: Measures,
    ) -> None:
        """`find`: the best exchanges of a filter; `passages_in`: how many passages it leaves."""
        self._find = find
        self._passages_in = passages_in
        self._measures = measures

    def cover(self, asked: Question) -> float:
        """The share of the question's weight that the best exchange of another town holds, 0–1; 0 where no town is asked for, or where the
        words of the question are not those of a record (a follow-up, one typed in kana or in another language)."""
        if len(asked.filters.towns) != 1 or asked.follow_up or asked.kana or asked.foreign:
            return 0.0
        anywhere = replace(asked.filters, towns=())
        if self._passages_in(anywhere) == self._passages_in(asked.filters):
            return 0.0  # a town hall has its own minutes alone: no second search for each question
        every = self._find(asked, anywhere, LOOKED_AT)
        other = next((item for item in every if town_of(item.stored) not in asked.filters.towns), None)
        if other is None:
            return 0.0
        words = self._measures.words_for(asked, other.stored)
        return cover(asked.terms.own, asked.terms.synonyms, words)
