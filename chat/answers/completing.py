"""What is quoted besides, so that what is asked is answered: the sentence that decides, that wishes, that holds the number or the day, that
tells of each year."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from chat.answers import kinds, wording
from chat.answers.deciding import decides, tells_of_a_case, wishes
from chat.answers.extractive import Scored, Weights
from corpus.eras import fold
from corpus.patterns import any_of
from retriever.answer_kinds import Kind

OF_A_YEAR = 0.3
"""Share of the best sentence's score from which one of another year comes along where years are set side by side."""

DECISION, ITS_OWN, OF_A_PLAN = 0.5, 0.4, 0.3
"""Shares of the best sentence's score, and of what it has of the question by itself (`OF_A_PLAN` where a plan is asked for, which a reply tells last,
in words that do not name the matter again), from which the sentence that decides comes along. Over
1,455 questions, of which 83 ask so, one more is answered right and none worse (0.4 and 0.3 the same); of 18 everyday ones on speeches of
an hour two more quote what is decided."""

WISH = 0.3
"""Share of the best sentence's score from which one by which a member wishes for something comes along: 0.3 and 0.5 change none of 1,425
answers; of three questions on speeches of an hour two instead of one and none quote what he wanted."""


VALUE = 0.35
"""Share of the best sentence's score from which one that holds the value asked for comes along. 0.2 to 0.5 answer 1,425 questions alike."""


def with_decision(
    scored: Sequence[Scored], taken: Sequence[int], weights: Weights, plan: bool = False, case: bool = False
) -> list[int]:
    """`taken` with a sentence that decides the matter, where none of them does: the best such sentence behind the best one, in the
    same turn and of the same matter. The weakest of the others make room for it. Where it is asked what is done in a `case`, one that
    names a case goes first."""
    best = taken[0]
    if case and (told := _of_the_case(scored, taken)):
        return _with_one_more(scored, taken, told, weights)
    if any(decides(wording.plain(scored[i].sentence.text)) for i in taken):
        return list(taken)
    least = (OF_A_PLAN if plan else ITS_OWN) * own_share(scored[best], weights)
    deciding = _telling(scored, scored[best], decides, DECISION, {scored[best].matter})
    behind = [i for i in deciding if i > best and own_share(scored[i], weights) >= least]
    return _with_one_more(scored, taken, behind, weights)


def _of_the_case(scored: Sequence[Scored], taken: Sequence[int]) -> list[int]:
    """The sentences that decide what is done in a case, of the matters that are taken, where none of those taken does: such a sentence names the
    case in words of its own, and the matter not again."""
    best = scored[taken[0]]
    matters = {scored[i].matter for i in taken}
    telling = _telling(scored, best, lambda text: decides(text) and tells_of_a_case(text), DECISION, matters)
    return [] if set(telling) & set(taken) else telling


def with_wish(scored: Sequence[Scored], taken: Sequence[int], weights: Weights) -> list[int]:
    """`taken` with a sentence by which the member wishes for something, where none of them does: the best of the same turn and matter.
    He comes to it after all that he has to tell, in words that do not name the matter again."""
    if any(wishes(wording.plain(scored[i].sentence.text)) for i in taken):
        return list(taken)
    best = scored[taken[0]]
    wishing = _telling(scored, best, wishes, WISH, {best.matter})
    return _with_one_more(scored, taken, wishing, weights)


def with_value(
    scored: Sequence[Scored],
    taken: Sequence[int],
    wanted: Collection[Kind],
    counters: Collection[str],
    weights: Weights,
) -> list[int]:
    """`taken` with a sentence that holds the number, sum, share, day or reason that is asked for, where none of them does: the best of the
    same turn. An explanation names its subject once and tells of it point by point (「期間は、８月から２月を予定しており…」)."""
    out = list(taken)
    best = scored[taken[0]]
    for asked, of_these in ((kinds.QUANTITIES, counters), (frozenset({Kind.DATE}), ())):
        sought = asked.intersection(wanted)
        if not (sought or of_these):
            continue
        out = _with_one_more(scored, out, _giving_value(scored, best, sought, of_these), weights)
    if Kind.REASON in wanted:
        holding = _telling(scored, best, lambda text: kinds.holds(Kind.REASON, text))
        out = _with_one_more(scored, out, holding, weights)
    return out


def with_figure(
    scored: Sequence[Scored],
    taken: Sequence[int],
    wanted: Collection[Kind],
    counters: Collection[str],
    tells: Callable[[str], object],
    weights: Weights,
) -> list[int]:
    """`taken` with a sentence that holds a figure of those asked for and `tells` of it what is asked (a total, a change), where none of them does:
    the best of the same turn. It stands behind what it adds up or compares, each of which holds a figure too."""
    holding = _giving_value(scored, scored[taken[0]], kinds.QUANTITIES.intersection(wanted), counters)
    telling = [i for i in holding if tells(wording.plain(scored[i].sentence.text))]
    return _with_one_more(scored, taken, telling, weights)


def with_name(
    scored: Sequence[Scored], taken: Sequence[int], named: Sequence[re.Pattern[str]], weights: Weights
) -> list[int]:
    """`taken` with a sentence that tells each thing asked for by its name (何月何日), where none of them does: the best of the same turn. A
    year beside it (令和5年度も) is a date too."""
    out = list(taken)
    best = scored[taken[0]]
    for told in named:
        if any(told.search(wording.plain(scored[i].sentence.text)) for i in out):
            continue
        telling = _telling(scored, best, told.search)
        out = _with_one_more(scored, out, telling, weights)
    return out


_ITEM_OF_A_BILL = re.compile(
    any_of(
        r"^[ 　]*(?:[0-9]{1,2}[、.,．:：)）]?|[(（][0-9]{1,2}[)）])[ 　]*(?P<label>[^、。:：はが0-9 　]{3,12})[はが]?[、:： 　]",
        # the number may be a sentence of its own
        r"^(?P<heading>[^、。:：はが0-9 　]{0,8}"
        + any_of(*"[金総価]額 方法 相手方? 工期 期間 目的 落札率".split())
        + r")は、",
    )
)
"""「3、契約の金額、1億円。」「契約の相手方は、」: what the item is, and what it says."""


def with_item(scored: Sequence[Scored], taken: Sequence[int], question: str, weights: Weights) -> list[int]:
    """`taken` with the items of a bill whose label the question names (契約金額 of 「3、契約の金額、1億円。」), of the best one's turn: each
    has few words beside its label, and none of the matter."""
    best = scored[taken[0]]
    asked = question.replace("の", "")

    def is_asked(text: str) -> bool:
        item = _ITEM_OF_A_BILL.match(text)
        label = (item["label"] or item["heading"]).replace("の", "").removesuffix("方") if item else ""
        return bool(label) and label in asked

    out = list(taken)
    for i in _telling(scored, best, is_asked):
        out = _with_one_more(scored, out, [i], weights)
    return out


def _giving_value(
    scored: Sequence[Scored], best: Scored, sought: Collection[Kind], counters: Collection[str]
) -> list[int]:
    """The sentences of the best one's turn that hold a value of the kinds `sought`, or with one of the counters."""
    return _telling(scored, best, lambda text: kinds.gives_value(text, sought, counters))


def _telling(
    scored: Sequence[Scored],
    best: Scored,
    tells: Callable[[str], object],
    least: float = VALUE,
    matters: Collection[int] = (),
) -> list[int]:
    """The sentences of the best one's turn that `tells` of, unless they hold too little of what is asked (`least` of what the best one does), or
    are of none of the `matters`, where any are given."""
    return [
        i
        for i, item in enumerate(scored)
        if item.sentence.turn is best.sentence.turn
        and not item.filler
        and (not matters or item.matter in matters)
        and item.score >= least * best.score
        and tells(wording.plain(item.sentence.text))
    ]


def _with_one_more(
    scored: Sequence[Scored], taken: Sequence[int], further: Sequence[int], weights: Weights
) -> list[int]:
    """`taken` with the best of `further`, where none of them is taken; the weakest of the others, but not the first, make room for it."""
    if not further or set(further) & set(taken):
        return list(taken)
    one = max(further, key=lambda i: scored[i].score)
    kept, room = list(taken), weights.characters - len(scored[one].sentence.text)
    while len(kept) > 1 and sum(len(scored[i].sentence.text) for i in kept) > room:
        kept.remove(min(kept[1:], key=lambda i: scored[i].score))
    return [*kept, one]


def of_years(scored: Sequence[Scored], taken: Sequence[int], years: Sequence[re.Pattern[str]]) -> list[int]:
    """For each year that the question sets beside another and no taken sentence tells of: the best sentence of the same reply that
    does."""
    best, more = taken[0], []
    for year in years:
        if any(year.search(fold(scored[i].sentence.text)) for i in taken):
            continue
        telling = [
            i
            for i, item in enumerate(scored)
            if item.sentence.turn is scored[best].sentence.turn
            and item.score >= OF_A_YEAR * scored[best].score
            and year.search(fold(item.sentence.text))
        ]
        more += sorted(telling, key=lambda i: -scored[i].score)[:1]
    return more


WHOLE, LITTLE = 330, 0.2
"""Characters up to which a reply is quoted whole, and the share of what the best sentence has of the question by itself that any of it needs. Of 998
questions over other towns four more are answered right and none worse, at 257 characters instead of 252 and with as many right citations; of 1,770
over five records as many, at 401 instead of 399."""


def with_rest(scored: Sequence[Scored], taken: Sequence[int], weights: Weights) -> list[int]:
    """`taken` with all that the best one's turn says of its matter, where that is short: what is asked for often stands in the next sentence, which
    names the matter not again, and who reads two of three sentences wants the third."""
    best = scored[taken[0]]
    if best.not_given or best.sentence.role == "question" or weights.sentences == 1:
        return list(taken)
    reply = [
        i
        for i, item in enumerate(scored)
        if item.sentence.turn is best.sentence.turn and item.matter == best.matter and not item.filler
    ]
    if sum(len(scored[i].sentence.text) for i in reply) > min(WHOLE, weights.characters):
        return list(taken)
    least = LITTLE * own_share(best, weights)
    rest = [i for i in reply if i not in taken and own_share(scored[i], weights) >= least]
    return [*taken, *rest]


def own_share(scored: Scored, weights: Weights) -> float:
    """What a sentence itself has of the question, in words and meaning."""
    return scored.cover + weights.dense * scored.dense
