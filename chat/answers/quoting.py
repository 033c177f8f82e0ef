"""Which of the readings are quoted, and how much of each: the best one, with the next where there is room; of several towns each so."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from chat.answers.choosing import HOLES_UP_TO, choose, with_needed
from chat.answers.drafts import Parameters, Reading
from chat.answers.extractive import Scored, quotes
from chat.answers.preference import shares
from chat.answers.reading import by_town
from chat.answers.towns import AT_LENGTH, answered_by, shown
from chat.answers.wanted import Wanted
from chat.types import town_of
from corpus.patterns import any_of
from retriever.asked import Question

BLOCKS = 5
"""Towns shown in an answer across towns."""

ACROSS_CHARACTERS, LEAST_OF_A_TOWN = 650, 120
"""Length of an answer across towns, shared among them, and of what is shown of one of them at least (one sentence is always whole).
Over 112 questions across towns 800 gave facts 0.632 -> 0.695, citations 0.667 -> 0.700 of what is asked, at 699 characters instead of
542, together with `with_next` and what is said in `chat.answers.towns`. With `_of_a_town` 157 such questions give 13 points of truth at 600, 27
at 700 and at 800, with 558, 608 and 646 characters; of 1,425 questions of all styles 650 answers as many right as 700 and three characters
shorter in the mean, 600 ten fewer."""

EITHER, EITHER_OF_SEVERAL, NEARLY = 0.3, 0.1, 0.5
"""A second exchange is quoted too where its share (`chat.answers.preference.shares`) reaches `EITHER` and its confidence this share of the best
one's: most of what it answers is where the best one is the wrong one. A wrong quotation costs who cites it, so it is to be nearly as likely:
0.1 answers 10 questions more of 1,319 that are right (1,695 over five records) and 4 of 715 (892 over others), and has citations right .861 instead of
.873 and .875 instead of .886, on the sets like the development set .896 instead of .905. What is left out was right in two of five cases, and
stands among the exchanges found. Where several things are asked for another is likely of itself; and of a town beside others its measures stand
in several exchanges: with 0.3 there too 10 points more are lost for .005.

One that is surer than the best one, in which less speaks for it beside the others, is quoted too and has `SEVERAL_ROOM`: of 129 questions over
10,469 exchanges of one town, where other years tell of the same matter, 76 -> 80 points of truth, of 1,425 over five records 1,011 -> 1,013."""
APART = 0.6
"""Share of the best exchange above which no second one stands beside it where what is quoted of it stands in several places: another exchange
touches the matter in one place, the one that is about it comes back to it. With 0.5 two points of 1,425 are lost, with no second one beside several
places four."""
FIRST, ROOM, LEAST_ROOM = 300, 420, 60
"""Characters of the first of two exchanges and of both together, and those that must be left for the second: without a bound the first
leaves none. 340 and 440 give 789, 300 and 420 793, 300 and 400 785."""


ALSO, SEVERAL_ROOM = 0.5, 600
"""Where several things are asked for, the confidence from which a second exchange is quoted however sure the first is; the characters of both then,
and where the second is the surer one."""
_SEVERAL = re.compile(
    any_of(
        # 「補助と貸付けについてそれぞれ」「両方」
        "それぞれ",
        "両方",
        # 「何と何について」
        "(?:何と何|どれとどれ)(?:について|に関し)",
        # 「補助と貸付けとでは」
        "[一-龥ァ-ヴーA-Za-z]とでは",
        # 「課長や局長は」「部長と課長は」: one reply is of one of them
        "[課部局]長[やと][課部局]長",
        # 「委員たちから」「部長たちは」
        "(?:委員|議員|[課部局]長)(?:たち|達)",
    )
)
"""Not 何と何 alone, which one reply lists: of twelve such questions eleven are answered by one exchange."""
_HOW_MUCH = re.compile(r"何[人名件台回枚戸校社年円割]|いくら|いくつ")
_OF_THEM = re.compile(r"(?:その|この)?うち|それ|これ")


def asks_for_several(question: str) -> bool:
    """Whether a question asks for the same of several things, which may stand in several exchanges: 補助と貸付けとでは, 何と何について, 課長や局長は, or as here.

    >>> asks_for_several("保育士は何人、運転手は何人足りないか"), asks_for_several("利用者は何人で、そのうち子どもは何人か")
    (True, False)
    """
    if _SEVERAL.search(question):
        return True
    seen: set[str] = set()
    for clause in re.split("[、。]", question):
        asked = set() if _OF_THEM.match(clause) else set(_HOW_MUCH.findall(clause))
        if asked & seen:
            return True
        seen |= asked
    return False


def of_each_town(
    readings: Sequence[Reading], asked: Question, parameters: Parameters, threshold: float, named: bool
) -> list[Reading]:
    """Of each town that is shown what a question about it alone would be answered with, in its share of the room.

    A town that is named is shown by whichever of its exchanges bears it out: its sentences come from all of them.
    """
    groups = by_town(readings)
    firsts = [max(group, key=lambda reading: reading.preference) for group in groups]
    best = max(first.confidence for first in firsts)
    top = 0.0 if asked.each else max(first.found.hit.score for first in firsts)
    kept = [
        (first, group)
        for first, group in zip(firsts, groups, strict=True)
        if any(shown(reading, best, threshold, named, top) for reading in (group if named else (first,)))
    ][:BLOCKS]
    out: list[Reading] = []
    for done, (first, group) in enumerate(kept):
        # What a town leaves of its share, or takes beyond it with a long sentence, is the next ones' more or less.
        left = ACROSS_CHARACTERS - sum(map(_length, out))
        room = min(ROOM, max(LEAST_OF_A_TOWN, left // (len(kept) - done)))
        if not named and first.confidence < AT_LENGTH * best:
            room = LEAST_OF_A_TOWN
        out += _of_a_town(first, group, asked, parameters, room)
    # Of no town less is shown for the rest of another one's list.
    return [_with_needed(reading, parameters) for reading in out]


def _with_needed(reading: Reading, parameters: Parameters) -> Reading:
    """The reading with what its chosen sentences need to be understood; see `chat.answers.choosing.with_needed`."""
    own = {id(item) for item in reading.chosen}
    picked = {i for i, item in enumerate(reading.scored) if id(item) in own}
    whole = with_needed(reading.scored, picked, parameters.weights)
    return replace(reading, chosen=tuple(reading.scored[i] for i in sorted(whole)))


ITS_EXCHANGE, NEAR = 0.1, 0.65
"""What the logarithm of an exchange's chance counts for beside the score of its sentences, and the share of the best such sum from which
a further sentence is quoted. 0.03 to 0.2 give the same within four points of 157; of 129 that are answered across towns 0.65 has as many right
as 0.6 at 20 characters less, citations right .811 instead of .808; 0.7 loses six points."""
LEAST_CHANCE = 1e-4
"""Chance of an exchange below which it counts no less: its logarithm has no bound."""


def _of_a_town(
    best: Reading, group: Sequence[Reading], asked: Question, parameters: Parameters, room: int
) -> list[Reading]:
    """The sentences of a town that answer most, of whichever of its exchanges: in one town beside others the right exchange is less
    often the best one than where it alone is asked, and its sentences tell as much as the exchange. Over 157 questions across towns
    truth 5 -> 27 points (-1 -> 13 on the 86 that had not been looked at), facts 0.704 -> 0.736, at 608 characters instead of 564.
    Beside one exchange a sentence of another is quoted where that is as likely as where several things are asked for."""
    if asked.partly or any(item.not_given for item in best.chosen):
        return with_next(best, group, asked, parameters, room)
    chances = shares([reading.preference for reading in group])
    weighed = [
        (item.score + ITS_EXCHANGE * math.log(max(chance, LEAST_CHANCE)), place, item)
        for place, (reading, chance) in enumerate(zip(group, chances, strict=True))
        for item in reading.scored
        if not item.filler
    ]
    weighed.sort(key=lambda each: -each[0])
    weights = replace(parameters.weights, characters=min(room, parameters.weights.characters))
    taken, size = list(weighed[:1]), sum(map(_size, weighed[:1]))
    for each in weighed[1:]:
        if len(taken) == weights.sentences or each[0] < NEAR * weighed[0][0]:
            break
        if each[1] != weighed[0][1] and chances[each[1]] < EITHER_OF_SEVERAL:
            continue
        said = any(each[2].sentence.text == other[2].sentence.text for other in taken)
        if not said and size + _size(each) <= weights.characters:
            taken.append(each)
            size += _size(each)
    quoted = []
    for place in sorted({place for _, place, _ in taken}, key=lambda place: -group[place].preference):
        own = {id(item) for _, each, item in taken if each == place}
        chosen = tuple(item for item in group[place].scored if id(item) in own)
        quoted.append(replace(group[place], chosen=chosen))
    return quoted or with_next(best, group, asked, parameters, room)


def _size(each: tuple[float, int, Scored]) -> int:
    """Characters of a weighed sentence."""
    return len(each[2].sentence.text)


def preferred(readings: Sequence[Reading], across: bool) -> list[Reading]:
    """The readings, the best first; across towns the best of each before a second of the same."""
    ranked = sorted(readings, key=lambda reading: -reading.preference)
    if not across:
        return ranked
    firsts = [group[0] for group in by_town(ranked)]
    return [*firsts, *(reading for reading in ranked if not any(reading is first for first in firsts))]


def with_next(
    best: Reading,
    readings: Sequence[Reading],
    asked: Question,
    parameters: Parameters,
    room: int = ROOM,
) -> list[Reading]:
    """The best reading and, where another exchange may as well be the one that answers, the next one, together within `room` characters.

    The next one is given by its best sentence, and the best one is shortened to make room for it. Nothing is added where no other one is
    nearly as likely (`EITHER`), where the best one comes back to the matter (`APART`), where the record says that it does not give what is
    asked, or where only a part of the question is understood. The next one is of the same town: who names none and asks for none is
    answered by one (of 1,425 questions seven were shown another town's, all in vain); but one of two things may be told by another.
    """
    whole = _at_most(best, room, asked, parameters) if room < ROOM else best
    several = room == ROOM and asks_for_several(asked.text)
    # What one thing is not given for may be given for the other.
    if asked.partly or (any(item.not_given for item in best.chosen) and not several):
        return [whole]
    chances = shares([reading.preference for reading in readings])
    others = _may_answer_too(best, readings, chances, asked, several)
    surer = [each for each in others if each.confidence >= best.confidence]
    share = next(chance for reading, chance in zip(readings, chances, strict=True) if reading is best)
    comes_back = share > APART and len(quotes(best.chosen)) > 1
    if not others or (comes_back and not several and not surer):
        return [whole]
    wide = several or (bool(surer) and room == ROOM)
    room = SEVERAL_ROOM if wide else room
    shorter = _at_most(best, FIRST if wide else FIRST * room // ROOM, asked, parameters)
    room -= _length(shorter)
    if room < LEAST_ROOM:
        return [whole]
    second = max(surer or others, key=lambda reading: reading.preference)
    second = _at_most(second, room, asked, parameters, 0 if several else 1)
    return (
        [whole]
        if _length(second) > HOLES_UP_TO * room or _says_no_more(second, shorter)
        else [shorter, second]
    )


def _may_answer_too(
    best: Reading, readings: Sequence[Reading], chances: Sequence[float], asked: Question, several: bool
) -> list[Reading]:
    """The readings that may stand beside the best one; `chances`: their shares."""
    town = town_of(best.found.stored)
    least = EITHER_OF_SEVERAL if several else EITHER
    item = asked.terms.own.keys() & set(best.found.stored.exchange.outline_numbers)
    official = answered_by(best.found, asked.office)
    return [
        each
        for each, chance in zip(readings, chances, strict=True)
        if each is not best
        # Who names an item of the outline asks of no other one.
        and item <= set(each.found.stored.exchange.outline_numbers)
        # Beside the words of the one who is asked for stand no other one's.
        and (not official or answered_by(each.found, asked.office))
        and (several or town_of(each.found.stored) == town)
        and (chance >= least or each.confidence >= best.confidence or (several and each.confidence >= ALSO))
        and each.confidence >= _least_beside(each, best)
        and not _says_no_more(each, best)
    ]


def _least_beside(each: Reading, best: Reading) -> float:
    """The confidence that a second exchange needs: `NEARLY` that of the best one, an explanation beside a reply as much."""
    explains, replies = each.features.statement, not best.features.statement
    return best.confidence if explains and replies else NEARLY * best.confidence


def _says_no_more(second: Reading, first: Reading) -> bool:
    """Whether a quotation holds nothing that another does not: one reply to several opinions (a merged cell)."""
    return {item.sentence.text for item in second.chosen} <= {item.sentence.text for item in first.chosen}


def _at_most(
    reading: Reading, characters: int, asked: Question, parameters: Parameters, count: int = 0
) -> Reading:
    """The reading with a quotation of so many characters, and sentences (0: as many as ever), at most."""
    weights = parameters.weights
    characters = min(weights.characters, characters)
    weights = replace(weights, characters=characters, sentences=count or weights.sentences)
    return replace(reading, chosen=tuple(choose(reading.scored, weights, Wanted.of(asked))))


def _length(reading: Reading) -> int:
    """Characters of the sentences chosen."""
    return sum(len(item.sentence.text) for item in reading.chosen)
