"""Which of the scored sentences of an exchange are quoted: step 3 of `chat.answers.extractive`."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from chat.answers import wording
from chat.answers.completing import (
    of_years,
    own_share,
    with_decision,
    with_figure,
    with_item,
    with_name,
    with_rest,
    with_value,
    with_wish,
)
from chat.answers.extractive import Scored, Weights
from chat.answers.kinds import holds
from chat.answers.totals import tells_a_change, tells_a_total
from chat.answers.wanted import Wanted
from retriever.answer_kinds import Kind

USUAL_LENGTH, BRIEFLY, BARE = 65, 0.7, 12
"""Characters of a sentence that is taken from `Weights.likely` on: one twice as long must be twice as likely, since it takes the room of two,
and a shorter one less, down to this share where it has at least so many. Of 1,425 questions three points more are answered right, at 402 instead of 407 characters (396
instead of 404 on the sets like the development set), of 429 over other towns one, at as many characters or fewer in each set; over the odd and the even sets alike no fewer.
80 gives six points more at 408 characters, 50 three fewer at 396; without the bound three fewer."""
HOLE, HOLES_UP_TO = 60, 1.2
"""Characters of a sentence that is quoted because it fills a hole, and how far the quotation may go beyond its length for it."""
LEANING_UP_TO, LIMITED_UP_TO = 1.3, 1.7
"""How far the quotation may go beyond its length for the sentence before one that leans on it, and for the one behind that limits it: of
1,425 questions no answer changes from right to wrong with 1.3 instead, of 77 over other documents one is right only with more."""
LIST_ITEMS = 12
"""Items of an announced list that come along at most: more is a table, to be opened in the record."""


MANY, OF_ANOTHER = 6, 0.2
"""Matters of a reply from which a sentence of another one that says 「手元にない」 is not of what is asked, and any other is quoted only
from this likelihood. 0.15 to 0.3 change no answer of 1,425, whose replies are mostly of one matter; of 56 questions, 24 of them on replies
of ten matters, 0.76 instead of 0.70 of the quotations are of what is asked, at 290 instead of 307 characters. From three matters on
eight answers would be lost."""


STRAYS = 0.25
"""Share of what the best sentence has of the question by itself, below which one of another matter of the reply (「次に、…」) needs
`OF_ANOTHER` too, however few matters there are. Of 1,425 questions one more is answered right, of 521 on other towns two more, at as many
characters or fewer; 0.5 loses one of them, 0.75 three points of the 1,425."""


MORE_LIKELY = 0.005
"""Likelihood from which a further sentence is taken then: the one that answers the other half is unlike the best. 0.001 to 0.02 answer 1,425
questions alike."""


def choose(scored: Sequence[Scored], weights: Weights, wanted: Wanted = Wanted()) -> list[Scored]:
    """The sentences to quote, in the order of the record.

    The best one, then those that are likely to hold more of what is asked, within the number and length allowed; one that holds a kind of
    answer which the others lack is taken first. What a chosen sentence needs to be understood comes along.
    """
    if not scored:
        return []
    if wanted.more:
        weights = replace(weights, likely=MORE_LIKELY)
    elif not wanted.plan:
        weights = _for_one_thing(weights, wanted.kinds)
    taken = _likeliest(scored, weights, wanted.kinds)
    asking = scored[taken[0]].sentence.role == "question"
    taken = _with_what_is_wanted(scored, taken, weights, wanted)
    whole = _without_holes(scored, with_needed(scored, set(taken), weights), weights)
    return [
        scored[i]
        for i in sorted(whole)
        if not wanted.one_side or (scored[i].sentence.role == "question") == asking
    ]


def _likeliest(scored: Sequence[Scored], weights: Weights, kinds: frozenset[Kind]) -> list[int]:
    """The best sentence, then those that are likely enough to hold more of what is asked, as many as there is room for."""
    best, *others = foremost(scored)
    taken, size = [best], len(scored[best].sentence.text)
    missing = _lacking(scored[best], kinds)
    likely = likelihoods(scored, best, weights)
    for i in sorted(others, key=lambda i: (not _fills(scored[i], missing), -likely[i])):
        if len(taken) >= weights.sentences:
            break
        strays = _of_another_matter(scored, i, best, weights)
        least = OF_ANOTHER if strays else _least(scored[i], weights)
        length = len(scored[i].sentence.text)
        fits = size + length <= weights.characters
        if likely[i] < least or _adds_nothing(scored, i, taken) or not fits:
            continue
        taken.append(i)
        size += length
        missing = _lacking(scored[i], missing)
    return taken


def _with_what_is_wanted(
    scored: Sequence[Scored], taken: list[int], weights: Weights, wanted: Wanted
) -> list[int]:
    """`taken` (the best one first) with the sentences that a question of this wording wants besides: what is decided, the value, the name …"""
    taken = taken + _not_given(scored, taken[0], weights)
    if wanted.whether or wanted.plan or wanted.case:
        taken = with_decision(scored, taken, weights, wanted.plan, wanted.case)
    if wanted.wish:
        taken = with_wish(scored, taken, weights)
    taken = with_value(scored, taken, wanted.kinds, wanted.counters, weights)
    taken = with_name(scored, taken, wanted.by_name, weights)
    taken = with_item(scored, taken, wanted.text, weights)
    if wanted.total:
        taken = with_figure(scored, taken, wanted.kinds, wanted.counters, tells_a_total, weights)
    if wanted.change:
        taken = with_figure(scored, taken, wanted.kinds, (), tells_a_change, weights)
    taken = with_rest(scored, taken, weights)
    return taken + of_years(scored, taken, wanted.years)


def _least(scored: Scored, weights: Weights) -> float:
    """The likelihood from which a further sentence is taken, by its length; no less than usual of one that hardly says anything (「終わります。」),
    or says that something is not given, which may be something else."""
    length = len(scored.sentence.text)
    least = 1.0 if scored.not_given or length < BARE else BRIEFLY
    return weights.likely * max(least, length / USUAL_LENGTH)


def _lacking(scored: Scored, kinds: frozenset[Kind]) -> frozenset[Kind]:
    """Those of `kinds` of which a sentence holds nothing."""
    if not kinds:
        return kinds
    text = wording.plain(scored.sentence.text)
    return frozenset(kind for kind in kinds if not holds(kind, text))


def _fills(scored: Scored, missing: frozenset[Kind]) -> bool:
    """Whether a sentence holds something of the kinds that are missing."""
    return _lacking(scored, missing) < missing


def _adds_nothing(scored: Sequence[Scored], i: int, taken: Sequence[int]) -> bool:
    """Whether a sentence is not worth a place beside those `taken` (the best one first):

    it says nothing; the same words are taken already (one reply to several things); it stands apart from a best sentence that says
    that something is not given; or it says that of another matter itself.
    """
    best, item = scored[taken[0]], scored[i]
    apart = best.not_given and abs(i - taken[0]) > 1
    of_another = item.not_given and _apart(scored, i, taken[0])
    said = any(item.sentence.text == scored[j].sentence.text for j in taken)
    return item.filler or apart or of_another or said


def foremost(scored: Sequence[Scored]) -> list[int]:
    """The places of the sentences, the one that answers best first: a filler (…について御説明いたします) has all words of the question and
    says nothing."""
    return sorted(range(len(scored)), key=lambda i: (scored[i].filler, -scored[i].score))


def likelihoods(scored: Sequence[Scored], best: int, weights: Weights) -> list[float]:
    """Of each sentence the likelihood that it holds what the best one does not; see `chat.answers.extractive.Beside`."""
    put = weights.beside
    return [
        1.0
        / (1.0 + math.exp(-put.bias - put.gap * gap - put.away * away - put.behind * behind - put.own * own))
        for gap, away, behind, own in standing_beside(scored, best, weights)
    ]


def standing_beside(
    scored: Sequence[Scored], best: int, weights: Weights
) -> list[tuple[float, float, float, float]]:
    """Of each sentence what `chat.answers.extractive.Beside` weighs, in its order, beside the one at `best`."""
    own = [own_share(item, weights) for item in scored]
    most = max(own)
    return [
        (
            scored[best].score - item.score,
            math.log1p(abs(i - best)),
            float(i > best),
            own[i] / most if most else 0.0,
        )
        for i, item in enumerate(scored)
    ]


def _apart(scored: Sequence[Scored], i: int, best: int) -> bool:
    """Whether a sentence is of another matter than the best one, in a reply that takes up many."""
    return scored[i].matter != scored[best].matter and scored[-1].matter + 1 >= MANY


def _of_another_matter(scored: Sequence[Scored], i: int, best: int, weights: Weights) -> bool:
    """Whether a sentence of a reply is apart from the best one, or of another matter and has hardly anything of the question by itself
    (`STRAYS`); a member goes over to the next matter without saying so."""
    item, first = scored[i], scored[best]
    if item.sentence.role == "question":
        return False
    strays = item.sentence.turn is first.sentence.turn and item.matter != first.matter
    strays = strays and own_share(item, weights) < STRAYS * own_share(first, weights)
    return strays or _apart(scored, i, best)


_ONE_THING = frozenset({Kind.MONEY, Kind.SHARE, Kind.DATE, Kind.PERSON})
"""Kinds that one sentence answers where nothing else is asked for."""


def _for_one_thing(weights: Weights, kinds: frozenset[Kind]) -> Weights:
    """Less room where a single sum, share, date or person is asked for."""
    if len(kinds) != 1:
        return weights
    if kinds <= _ONE_THING:
        return replace(weights, characters=min(weights.characters, weights.brief))
    if kinds <= {Kind.NUMBER}:
        return replace(weights, characters=min(weights.characters, weights.counted))
    return weights


def _without_holes(scored: Sequence[Scored], taken: set[int], weights: Weights) -> set[int]:
    """Adds a short sentence that stands alone between two chosen ones of a turn: with the hole the quotation reads torn, and what
    fills it is mostly of the same matter."""
    out, size = set(taken), sum(len(scored[i].sentence.text) for i in taken)
    for i in sorted(taken):
        if i + 1 in taken or i + 2 not in taken or scored[i + 1].filler:
            continue
        length = len(scored[i + 1].sentence.text)
        same = scored[i].sentence.turn is scored[i + 2].sentence.turn
        if same and length <= HOLE and size + length <= HOLES_UP_TO * weights.characters:
            out.add(i + 1)
            size += length
    return out


FRANK_MATTERS = 3
"""Matters of a reply from which 「手元にない」 of another one is not of what is asked."""
AS_FRANK = 0.8
"""Share of the score of a best sentence that says so (更新した記録がない) from which another one that does is quoted beside it."""


def _not_given(scored: Sequence[Scored], best: int, weights: Weights) -> list[int]:
    """The sentence of the same reply by which the record says that something is not given, if it is about the same: of a reply that
    takes up many matters none of another one. Where the best one itself says so, one that is about as much of it comes along."""
    turn = scored[best].sentence.turn
    least = (AS_FRANK if scored[best].not_given else weights.frank) * scored[best].score
    about = [
        i
        for i, item in enumerate(scored)
        if item.not_given
        and i != best
        and item.sentence.turn is turn
        and item.score >= least
        and (scored[i].matter == scored[best].matter or scored[-1].matter + 1 < FRANK_MATTERS)
    ]
    return sorted(about, key=lambda i: -scored[i].score)[:1]


def with_needed(scored: Sequence[Scored], taken: set[int], weights: Weights) -> set[int]:
    """`taken` with what its sentences need to be understood: the list that one announces, the sentence before one that leans back
    on it (これは…), the next of what it counts (もう一つは…), and the one behind that limits it (ただし、…)."""
    out = set(taken)
    for i in sorted(taken):
        out.update(_listed(scored, i))
        if _leans_back(scored, i) and _comes_along(scored, i - 1, i, out, weights):
            out.add(i - 1)
    for i in sorted(out):
        if i > 0 and _is_verdict(scored, i - 1) and _comes_along(scored, i - 1, i, out, weights):
            out.add(i - 1)
    for i in range(1, len(scored)):
        if i - 1 in out and _counts_on(scored, i) and _comes_along(scored, i, i - 1, out, weights):
            out.add(i)
    for i in sorted(out):
        if _is_limited(scored, i) and _comes_along(scored, i + 1, i, out, weights, LIMITED_UP_TO):
            out.add(i + 1)
    return out


def _listed(scored: Sequence[Scored], i: int) -> list[int]:
    """The items of the list that a sentence announces (次のとおりです。), behind it."""
    if not wording.LIST_LEAD.search(scored[i].sentence.text):
        return []
    behind = range(i + 1, min(i + 1 + LIST_ITEMS, len(scored)))
    return list(takewhile(lambda j: wording.LIST_ITEM.match(scored[j].sentence.text) is not None, behind))


def _leans_back(scored: Sequence[Scored], i: int) -> bool:
    """Whether a sentence begins with what the one before it tells (これは…), and that one is no thanks."""
    if i == 0 or not wording.LEANS_BACK.match(scored[i].sentence.text):
        return False
    return not wording.FILLER.search(wording.plain(scored[i - 1].sentence.text))


def _counts_on(scored: Sequence[Scored], i: int) -> bool:
    """Whether a sentence (not the first) is the next of what the one before it counts (もう一つは…)."""
    text = wording.plain(scored[i].sentence.text)
    if wording.COUNTS_ON.match(text):
        return True
    before = wording.plain(scored[i - 1].sentence.text)
    return bool(wording.FIRST_OF_THEM.match(text) and wording.COUNTS_OUT.search(before))


def _is_limited(scored: Sequence[Scored], i: int) -> bool:
    """Whether the sentence behind one limits it (ただし、…)."""
    return i + 1 < len(scored) and bool(wording.LIMITS.match(wording.plain(scored[i + 1].sentence.text)))


def _is_verdict(scored: Sequence[Scored], i: int) -> bool:
    """Whether a sentence opens its turn and answers in a word (有料です。), which those behind it explain."""
    opens = i == 0 or scored[i - 1].sentence.turn is not scored[i].sentence.turn
    said = wording.plain(scored[i].sentence.text)
    return opens and not scored[i].filler and wording.VERDICT.match(said) is not None


def _comes_along(
    scored: Sequence[Scored],
    i: int,
    beside: int,
    taken: set[int],
    weights: Weights,
    up_to: float = LEANING_UP_TO,
) -> bool:
    """Whether there is room (`up_to` times the length) for a sentence that is not taken yet and stands in the same turn as the one
    beside it."""
    size = sum(len(scored[k].sentence.text) for k in taken) + len(scored[i].sentence.text)
    same = scored[i].sentence.turn is scored[beside].sentence.turn
    return i not in taken and same and size <= up_to * weights.characters
