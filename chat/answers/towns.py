"""Towns in an answer across towns: under which name an exchange counts, which of its exchanges are read, which town is shown.

The same rule decides for an answer in the conversation and, a little more freely, for a comparison: how easily a reply is
found counts beside the best of all the towns, not of its own alone, where any town's best would be as sure as the best of all. Towns
that the question names are asked one by one, so there each town's best is the measure of its own: of 43 questions across towns facts
0.707 -> 0.773, truth -0.023 -> +0.186, cite_p 0.876 -> 0.861.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from chat.answers.drafts import Reading
from chat.answers.evidence import SYNONYM_COVERS, Features, faint
from chat.types import FoundExchange, town_of
from retriever.asked import Question
from retriever.offices import Official

BESIDE = 0.4
"""Confidence from which a town is offered beside another one's answer (what to ask next): nobody has asked it for its own sake. With 0.37 a
town that speaks of キャッシュレス in passing is offered for another's 電子決済. In a comparison, which is asked for, the usual threshold holds."""

READ_PER_TOWN, READ_TOWNS = 4, 10
"""Exchanges of a town that are read for an answer across towns, and towns that are read: which exchange of a town answers is seen
only by reading it. Of 129 questions across towns one more is answered right with 4 than with 3, with 5 one fewer again."""


NEXT_TOWN, AT_LENGTH = 0.5, 0.6
"""A further town is shown when its evidence is at least this share of the best town's (and above the threshold itself); from the second share on
at length, below it by what answers most. Of 40 questions that name no town 67 instead of 63 of 79 right towns are shown, 9 instead of 8 wrong
ones; with 0.4 one more, wrongly. At length too, citations right of 129 questions across towns are .811 instead of .815."""

IN_A_TABLE = 0.42
"""The same share in a comparison, where each town has a cell and 「該当する記録なし」 would be wrong: on 29 themes over the development
documents and 20,000 exchanges 0.5 gives four more towns than with `NEXT_TOWN` (0.6 then), all rightly; 0.4 two more, both wrongly. Where the points of a
speech are cut apart the best town's reply is found more easily, and 0.45 loses a right one of an English question."""

SPEAKING, SAID = 0.3, 0.7
"""Or from this confidence on where what is quoted holds this share of the question's words: that another town's reply is found more
easily says nothing against it. On fifteen themes over the five development documents four more towns rightly, one wrongly."""

NAMED_TOWN = 0.8
"""Where the towns are named, each is shown from this share of the threshold: that it speaks of the matter is likely. Of 143 questions across towns
0.6 answers as many right and has citations right .842 instead of .851; 0.9 and 1.0 lose five and seven points."""

FOUND, SURE_OF_A_TOWN = 0.6, 0.75
"""… if its exchange is found nearly as easily as the best town's: a score of this share of that one's, or else this confidence. What is
asked of all stands in the same words in each. Of 126 right towns of questions that name several 0.96 are shown, without this 0.99; of
332 put beside the one that a question was about, as they came, 0.31 instead of 0.68, some of them rightly."""


def shown(reading: Reading, best: float, threshold: float, named: bool, top: float = 0.0) -> bool:
    """Whether a town is shown by its best reading.

    Args:
        reading: that of the town.
        best: the confidence of the best town's (0: not known yet).
        threshold: confidence from which a question is answered at all.
        named: the question names its towns.
        top: the score of the best town's exchange where they are asked about the same matter (0: not known, or each about its own).
    """
    if named:
        found = reading.found.hit.score >= FOUND * top or reading.confidence >= SURE_OF_A_TOWN
        return found and reading.confidence >= NAMED_TOWN * threshold
    return reading.confidence >= max(threshold, NEXT_TOWN * best) or speaks(
        reading.confidence, reading.features.quote_cover
    )


def in_its_own_words(features: Features) -> Features:
    """The features of an English question as if it had been asked in Japanese.

    All that a Japanese record can hold of an English word is its translation, which covers `SYNONYM_COVERS` of it. On ten themes
    over the five documents, 22 instead of 18 are found of the 29 towns that the Japanese question finds, and six others instead of
    three, two of them wrongly. For a single answer it costs more than it finds (truth -0.02).
    """
    exchange, quote = (
        min(1.0, held / SYNONYM_COVERS) for held in (features.exchange_cover, features.quote_cover)
    )
    features = replace(features, exchange_cover=exchange, quote_cover=quote)
    return replace(features, faint=faint(features))


def speaks(confidence: float, cover: float) -> bool:
    """Whether a town speaks of the matter in the question's own words."""
    return confidence >= SPEAKING and cover >= SAID


def best_scores(
    asked: Question, found: Sequence[FoundExchange], top: float
) -> Callable[[FoundExchange], float]:
    """Of each found exchange, the score of the best one that it is set beside (> 0): its own town's where the question names several
    towns, the best of the office that is asked for, else the best of all and at least `top`."""
    best: dict[str, float] = {}
    if asked.office and not asked.across:
        own = max((item.hit.score for item in found if answered_by(item, asked.office)), default=0.0)
        overall = max([top, *(item.hit.score for item in found)]) or 1.0
        return lambda item: own if own and answered_by(item, asked.office) else overall
    if asked.across and len(asked.filters.towns) > 1:
        for item in found:
            town = town_of(item.stored)
            best[town] = max(best.get(town, 0.0), item.hit.score)
    overall = max([top, *(item.hit.score for item in found)])
    return lambda item: best.get(town_of(item.stored), overall) or 1.0


def answered_by(item: FoundExchange, official: Official) -> bool:
    """Whether the one who is asked for is among those that answer in an exchange."""
    return any(official.is_(turn.speaker) for turn in item.stored.exchange.answers)


class Quota:
    """How many exchanges are read for an answer across towns: so many of a town, of so many towns. What may not answer at all takes
    no other one's place: of the towns that a question names each has one to show."""

    def __init__(self, per_town: int, towns: int) -> None:
        self._per_town, self._towns = per_town, towns
        self._taken: dict[str, int] = {}

    def wants(self, town: str) -> bool:
        """Whether another exchange of this town is to be looked at."""
        taken = self._taken.get(town, 0)
        return taken < self._per_town and (taken > 0 or len(self._taken) < self._towns)

    def took(self, town: str) -> None:
        """One of this town is read."""
        self._taken[town] = self._taken.get(town, 0) + 1
