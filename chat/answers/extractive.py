"""Which sentences of the found exchanges answer: scored, chosen, cut letter for letter.

1. `chat.answers.said`: every sentence of the side that may be quoted, with its place and what it says.
2. `score`: words of the question that it holds (weighted by how much they tell), likeness in meaning, the kind of thing
   asked for, the place in the reply (conclusions), minus fillers.
3. `chat.answers.choosing.choose`: the best sentence and those beside it that are likely to hold more of what is asked (`Beside`), within a
   length; lists and sentences that lean on the one before keep it.
4. `quotes`: neighbours become one quotation.

Weights are in `Weights`; re-measure with `kaigiroku eval run` on the gold sets after a change.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from chat.answers.counters import counts
from chat.answers.kinds import holds
from chat.answers.said import Said, Sentence
from corpus.sentences import in_cells
from corpus.spans import Spans, cut
from corpus.types import Turn
from retriever.answer_kinds import Kind


@dataclass(frozen=True, slots=True)
class Beside:
    """The likelihood that a sentence beside the best one of its exchange holds a part of what is asked for: a logistic function (Cox 1958)
    of four things that do not depend on the exchange's length. Fitted on 1,210 exchanges of 24 gold sets that hold the answer (which
    sentences hold a fact?), judged on sets that the fit has not seen: of 1,098 answers that stand in the exchange 1,065 are quoted whole
    at 301 characters, instead of 1,047 at 307 with shares of the best sentence's score. Nine further features (kind of answer, matter,
    likeness of neighbours) give four more at most; boosted trees over 37 of them the same."""

    bias: float = -1.19
    gap: float = -2.87
    """How much less it scores than the best one;"""
    away: float = -0.99
    """how many sentences it stands away, as log(1 + n): what belongs together is said together;"""
    behind: float = 0.65
    """whether it comes after: replies go from the matter to what is done about it;"""
    own: float = 1.28
    """what it has of the question by itself beside the sentence that has most, 0–1."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How a sentence is scored and how many are taken. Found by coordinate descent on facts found at a like length, over
    development and sample questions and others of the same styles (1,250 questions, facts 0.80 at 356 characters)."""

    dense: float = 0.6
    part: float = 0.4
    """Sentences of the part (of several questions in one turn) whose question is like this one."""
    kind: float = 0.25
    unit: float = 0.4
    announced: float = 0.5
    """A sentence that announces what is asked for by its noun (`chat.answers.announcing`): of 73 questions over 10,469 exchanges one more is
    answered right, of 1,425 over five records none changes; 0.25 is too little."""
    conclusion: float = 0.06
    filler: float = 0.8
    neighbour: float = 0.2
    matter: float = 0.5
    """Share of the question's words in the whole matter (from one 「次に」 to the next) that a sentence belongs to,"""
    meant: float = 0.3
    """… and the cosine of the most alike of its sentences. Over 1,308 questions truth 692 -> 722, of 110 of them that nobody
    had looked at 22 -> 30; half and double of either give 716 to 722, paragraphs instead of openings 707."""
    beside: Beside = Beside()
    likely: float = 0.04
    """A further sentence is taken from this likelihood that it holds what is asked for; see `Beside`."""
    frank: float = 0.25
    """The sentence that says 「手元にない」「不明である」 comes along from this share of the best one's score."""
    sentences: int = 5
    """Over 1,455 questions 6 answers no more of them right and takes three characters more in the mean; 4 loses 21 points of truth."""
    characters: int = 460
    """Further sentences are taken while the quotations stay within this length;"""
    brief: int = 240
    """… this one where a sum, a share, a date or a person is all that is asked for: 262 such questions are answered as often with 180
    to 460 characters, while 562 that ask what, how or whether gain 35 points of truth from 340 to 460;"""
    counted: int = 320
    """… and this one where a number is."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What the sentences are scored against.

    `terms`: informative words of the question (and their synonyms) with weights; `vector`: (d,) L2-normalised or None.
    """

    terms: Mapping[str, float]
    vector: NDArray[np.float32] | None = None
    kinds: frozenset[Kind] = frozenset()
    units: frozenset[str] = frozenset()
    announced: re.Pattern[str] | None = None
    """How a sentence begins that tells what is asked for by its noun (どんな取組); see `chat.answers.announcing`."""
    parts: tuple[tuple[float, Spans], ...] = ()
    """Of each part of the exchange: how like its question is to this one (0–1), and where its answers stand."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with its score and what it is made of."""

    sentence: Sentence
    score: float
    cover: float
    dense: float
    fits: bool
    """Holds something of the kind that is asked for."""
    not_given: bool
    filler: bool = False
    """Repeats the question, thanks or closes."""
    matter: int = 0
    """Which of the matters that its turns take up one after another it belongs to."""


def score(ask: Ask, found: Sequence[Said], weights: Weights) -> list[Scored]:
    """Scores of `found`, same order. A neighbour in the same turn lends a share of its own words' score."""
    if not found:
        return []
    cover = np.array([_held(ask.terms, each.words) for each in found])
    dense = _likeness(ask, found)
    own = cover + weights.dense * dense
    places = _places(found)
    parts = _bounded(ask.parts)
    matters = _matters(places, found, dense, ask, weights)
    out = []
    for i, said in enumerate(found):
        held = {kind for kind in ask.kinds if holds(kind, said.plain)}
        value = float(own[i]) + weights.neighbour * _beside(found, own, i) + matters[i]
        if parts:
            value += weights.part * _likest_part(parts, said.spans)
        value = _as_it_is_put(value, ask, said, len(held), weights)
        fits = held >= ask.kinds - {Kind.PERSON}
        shares = float(cover[i]), float(dense[i])
        out.append(Scored(said.sentence, value, *shares, fits, said.not_given, said.filler, places[i]))
    return out


def _beside(found: Sequence[Said], own: NDArray[np.float64], i: int) -> float:
    """The better score of the two neighbours of a sentence in its turn."""
    turn = found[i].sentence.turn
    near = [own[j] for j in (i - 1, i + 1) if 0 <= j < len(found) and found[j].sentence.turn is turn]
    return float(max(near, default=0.0))


_Bounded = tuple[int, int, float, Spans]
"""A part of an exchange: from where to where it goes, how like it is, where its answers stand."""


def _bounded(parts: Sequence[tuple[float, Spans]]) -> list[_Bounded]:
    """From where to where a part goes tells at once of most sentences that they are not in it."""
    return [
        (min(start for start, _ in place), max(end for _, end in place), like, place)
        for like, place in parts
        if place
    ]


def _likest_part(parts: Sequence[_Bounded], spans: Spans) -> float:
    """How like the likest of the parts is in which a sentence stands; 0 where it stands in none."""
    first, last = spans[0][0], spans[-1][1]
    inside = (
        like for low, high, like, place in parts if low <= first and last <= high and _inside(spans, place)
    )
    return max(inside, default=0.0)


def _as_it_is_put(value: float, ask: Ask, said: Said, held: int, weights: Weights) -> float:
    """A score with what the sentence itself tells: that it holds so many of the kinds asked for, counts, announces, concludes, fills."""
    if ask.kinds:
        value += weights.kind * (held / len(ask.kinds)) * (value > 0)
    if ask.units and counts(said.plain, ask.units):
        value += weights.unit
    if ask.announced and ask.announced.search(said.plain):
        value += weights.announced * (value > 0)
    if said.concludes:
        value += weights.conclusion
    return value - weights.filler * said.filler


def _likeness(ask: Ask, found: Sequence[Said]) -> NDArray[np.float32]:
    """The cosine of each sentence with the question, none below 0: (sentences,)."""
    vectors = [said.vector for said in found if said.vector is not None]
    if ask.vector is None or not vectors:
        return np.zeros(len(found), dtype=np.float32)
    likeness: NDArray[np.float32] = np.maximum(np.stack(vectors) @ ask.vector, 0.0)
    return likeness


def _held(terms: Mapping[str, float], words: Collection[str]) -> float:
    """Share of the weight of `terms` that is among `words`."""
    return sum(weight for word, weight in terms.items() if word in words) / (sum(terms.values()) or 1.0)


def _places(found: Sequence[Said]) -> list[int]:
    """The matter of each sentence, counted: a turn takes up one after another, each opened by 「次に」, 「２点目は」 …"""
    places: list[int] = []
    for i, said in enumerate(found):
        opens = i == 0 or found[i - 1].sentence.turn is not said.sentence.turn or said.opens
        places.append(places[-1] + opens if places else 0)
    return places


def _matters(
    places: Sequence[int],
    found: Sequence[Said],
    dense: NDArray[np.float32],
    ask: Ask,
    weights: Weights,
) -> list[float]:
    """What the matter that each sentence belongs to has of the question: a sentence on the sum or the date may share no word with
    the question, its matter does."""
    values = []
    for _, group in groupby(range(len(places)), key=places.__getitem__):
        members = list(group)
        held = _held(ask.terms, frozenset[str]().union(*(found[i].words for i in members)))
        value = weights.matter * held + weights.meant * max(float(dense[i]) for i in members)
        values += [value] * len(members)
    return values


def _inside(spans: Spans, places: Spans) -> bool:
    return all(any(start <= a and b <= end for start, end in places) for a, b in spans)


@dataclass(frozen=True, slots=True)
class Quote:
    """Neighbouring chosen sentences of one turn as one quotation, letter for letter."""

    role: str
    turn: Turn
    text: str
    spans: Spans

    @classmethod
    def of(cls, role: str, turn: Turn, start: int, end: int) -> Quote:
        """Characters `[start, end)` of a turn."""
        return cls(role, turn, turn.text[start:end], cut(turn.spans, start, end))


def quotes(chosen: Sequence[Scored]) -> list[Quote]:
    """Joins neighbours: between two sentences of the same turn may stand white space only, and no border of a cell. Where the reply goes
    over to another matter (「次に、…」) another quotation begins: each is of one."""
    out: list[Quote] = []
    run: list[Sentence] = []
    matter = 0

    def flush() -> None:
        if run:
            role, turn = run[0].role, run[0].turn
            out.extend(Quote.of(role, turn, *cell) for cell in in_cells(turn.text, run[0].start, run[-1].end))
            run.clear()

    for item in chosen:
        sentence = item.sentence
        if run and not (
            run[-1].turn is sentence.turn
            and item.matter == matter
            and not sentence.turn.text[run[-1].end : sentence.start].strip()
        ):
            flush()
        run.append(sentence)
        matter = item.matter
    flush()
    return out
