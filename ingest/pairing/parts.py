"""Several questions in one turn, and the replies to each: `Exchange.parts`.

1. the replies are cut where a speaker takes up another question (まず…について, 次に…, 最後に…, another officer);
2. the question is cut at its own markers (1点目, 次に …) and after each sentence that asks;
3. replies are cut at each matter that they name amid, and each takes up one piece of the question (`balance`, `sharing`); where the
   outline (通告) names sub-items, their labels lead;
4. pieces that nothing took up go with the one before or after them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.types import Exchange, Turn
from ingest.marks.headingforms import heading_label
from ingest.pairing.alignment import in_order
from ingest.pairing.amid import cut_amid
from ingest.pairing.balance import balanced
from ingest.pairing.comparing import compared
from ingest.pairing.doubled import doubled
from ingest.pairing.leftover import absorb, asked_together, with_neighbours
from ingest.pairing.numbering import ELSEWHERE, counted_together, shared, unanswered, under_points
from ingest.pairing.outline import Item
from ingest.pairing.pieces import Unit, merge_units
from ingest.pairing.questions import begun, question_segments
from ingest.pairing.segments import Segment, reply_segments
from ingest.pairing.sharing import share
from ingest.pairing.sureness import asking_paragraphs, sureness
from ingest.pairing.units import lists_points, units_of
from ingest.phrases.openers import CLOSING, ORDINAL, SIGNED, STRONG, TOPIC, WEAK
from ingest.phrases.terms import coverage, likeness, weights
from ingest.phrases.wording import asks

PARTS_MAX = 200
"""Replies, or pieces of a question, from which a speech is left whole. The longest found has 151 replies; of 50 to 77 of them as
many find their question as of fewer (labelled: 266 of 278 paragraphs of replies, and 226 of 229)."""
CUT_MAX = 400
"""Replies, cut where they name a matter amid, from which they are left as their paragraphs are: each is compared with each piece. The
longest speech labelled has 127."""
DOUBLED_SURE = 0.6
"""Confidence of questions in one breath that only words tell apart."""


def parts_of(
    questions: Sequence[Turn], answers: Sequence[Turn], items: Sequence[Item] = ()
) -> tuple[Exchange, ...]:
    """The parts of an exchange, empty where it asks one thing; ids are given later."""
    if not questions or not answers:
        return ()
    replies = reply_segments(answers, lists_points(questions))
    pairs: list[_Pair] = []
    if 2 <= len(replies) <= PARTS_MAX:
        asked = [u for u in units_of(questions, asking=True) if not CLOSING.match(u.text)]
        pairs = _by_labels(asked, replies, items) if items else _by_likeness(asked, replies, answers)
    if len(pairs) < 2 and not items:
        pairs = [("", asked, said, DOUBLED_SURE) for asked, said in doubled(questions, answers)]
    if len(pairs) < 2:
        return ()
    return tuple(
        Exchange(
            "",
            label,
            "answered",
            merge_units(questions, question),
            merge_units(answers, reply),
            confidence=round(sure, 2),
        )
        for label, question, reply, sure in map(_headed, pairs)
    )


def _headed(pair: _Pair) -> _Pair:
    """A part whose question begins with a heading (△市道の側溝整備について): that is its label."""
    label, question, reply, sure = pair
    if label or len(question) < 2 or not SIGNED.match(question[0].text):
        return pair
    return heading_label(question[0].text), question[1:], reply, sure


_Pair = tuple[str, list[Unit], list[Unit], float]


def _offices(replies: Sequence[Segment], answers: Sequence[Turn]) -> list[str]:
    """The office of each reply's speaker."""
    return [answers[reply.units[0].turn].speaker.office for reply in replies]


def _by_likeness(asked: Sequence[Unit], replies: Sequence[Segment], answers: Sequence[Turn]) -> list[_Pair]:
    pieces = begun(question_segments(asked)) if asked else []
    replies = under_points(pieces, replies)
    if not 2 <= len(pieces) <= PARTS_MAX:
        return []
    seen = compared(pieces, replies, _offices(replies, answers))
    taken: Sequence[int] = range(len(replies))
    owner = in_order(pieces, seen.like)
    if not owner:
        cut = cut_amid(replies, pieces, answers)
        replies = cut if len(cut) <= CUT_MAX else replies
        pieces = asked_together(_answered_here(pieces, replies), replies)
        if len(pieces) < 2:
            return []
        seen = compared(pieces, replies, _offices(replies, answers))
        shares = balanced(seen.meant, [reply.soft for reply in replies])
        taken = share(shares, seen.meant, pieces, replies)
        owner = with_neighbours(taken, pieces, seen.meant)
    taken, owner = counted_together(pieces, replies, taken, owner)
    out: list[_Pair] = []
    for own in sorted(set(owner)):
        held = [place for place, other in enumerate(owner) if other == own]
        said = [place for place, other in enumerate(taken) if other == own]
        units = [unit for place in held for unit in pieces[place].units]
        asking = [place for place in held if pieces[place].asks] or held
        certain = sureness(seen.like, asking, said, asking_paragraphs(units))
        out.append((_titled(units), units, [unit for s in said for unit in replies[s].units], certain))
    return _below_titles(sorted(out, key=lambda pair: (pair[1][0].turn, pair[1][0].start)))


def _answered_here(pieces: Sequence[Segment], replies: Sequence[Segment]) -> list[Segment]:
    """The pieces without those that no reply here is about: their item is answered later, or none bears their number."""
    number = shared(pieces, replies)
    return [
        piece
        for piece, same, alone in zip(pieces, number, unanswered(pieces, replies), strict=True)
        if max(same) > ELSEWHERE and not alone
    ]


_BELOW = re.compile(r"^(?:[（(]\d{1,2}[)）]|[①-⒇]|[ア-コ][、．.\s])")


def _below_titles(pairs: Sequence[_Pair]) -> list[_Pair]:
    """The parts, in the order of their questions; （２） without a title of its own is of the title that （１） stands below."""
    above = ""
    out: list[_Pair] = []
    for label, units, said, sure in pairs:
        head = units[0].text
        if not _BELOW.match(head):
            above = _titled(units[:1])
        out.append((label or (above if _BELOW.match(head) else ""), units, said, sure))
    return out


_TITLED = re.compile(
    rf"^(?:まず、?|初めに、?|次に、?|次は、?|続いて、?|続きまして、?|最後に、?)?(?:(?:{ORDINAL}|[（(]\d{{1,2}}[）)]|\d{{1,2}}[、，．.\s])は?)?[、，\s]*([^。、，]{{2,40}}(?:について|に関して))(?:です|であります|でございます)?。"
)


def _titled(units: Sequence[Unit]) -> str:
    """The matter that a speaker names in a sentence of its own before he asks: １点目、空き家について。

    Of a title and one below it (１、病院について。（１）医師の確保について。) the one right before the question.
    """
    found = list(takewhile(bool, (_TITLED.match(unit.text) for unit in units)))
    return found[-1][1].strip() if found and found[-1] else ""


def _by_labels(asked: Sequence[Unit], replies: Sequence[Segment], items: Sequence[Item]) -> list[_Pair]:
    """Parts by the labels of the outline's sub-items."""
    groups = _by_ordinals(asked, items) or _by_focus(asked, items)
    if not groups:
        return []
    labels = [item.label for item in items]
    weight = weights([*labels, *(r.text for r in replies)])
    heads = [r.text[:120] for r in replies]
    scores = [
        [
            2 * coverage(label, heads[j]) + likeness(label, replies[j].text, weight)
            for j in range(len(replies))
        ]
        for label in labels
    ]
    picked: list[int] = []
    for index in range(len(labels)):
        free = [j for j in range(len(replies)) if j not in picked]
        if not free:
            return []
        if len(replies) == len(labels) and index in free and scores[index][index] > 0:
            # As many replies as items: in order, unless another one names the item better.
            better = max(free, key=lambda j: scores[index][j])
            picked.append(better if scores[index][better] > scores[index][index] + 0.8 else index)
        else:
            picked.append(max(free, key=lambda j: scores[index][j]))
    answers = absorb(replies, set(picked))
    return [
        (item.label, groups[i], answers[picked[i]], min(0.95, 0.6 + 0.2 * scores[i][picked[i]]))
        for i, item in enumerate(items)
        if i in groups
    ]


def _by_ordinals(asked: Sequence[Unit], items: Sequence[Item]) -> dict[int, list[Unit]]:
    """1点目, 2点目 … as many as the items: each from its marker to the next."""
    starts = [i for i, u in enumerate(asked) if re.match(rf"^{ORDINAL}", u.text)]
    if len(starts) != len(items):
        return {}
    ends = [*starts[1:], len(asked)]
    return {n: list(asked[a:b]) for n, (a, b) in enumerate(zip(starts, ends, strict=True))}


def _by_focus(asked: Sequence[Unit], items: Sequence[Item]) -> dict[int, list[Unit]]:
    """Paragraphs that name an item and ask; one that names two belongs to both, what precedes it to each in turn."""
    owners: list[tuple[int, ...]] = []
    least = 0
    for unit in asked:
        share = [coverage(item.label, unit.text) for item in items]
        focus = asks(unit.text) or ((STRONG.match(unit.text) or WEAK.match(unit.text)) and max(share) >= 0.9)
        named = tuple(i for i, s in enumerate(share) if s >= 0.45 and i >= least) if focus else ()
        owners.append(named)
        if named and all(share[i] < 0.45 for i in range(named[0])):
            least = max(least, named[0])
    if len({i for named in owners for i in named}) < 2:
        return {}
    groups: dict[int, list[Unit]] = {}
    context: list[Unit] = []
    turns_taken: dict[tuple[int, ...], int] = {}
    for place, (unit, named) in enumerate(zip(asked, owners, strict=True)):
        if not named:
            if place or not TOPIC.match(unit.text) or len(unit.text) > 90:
                context.append(unit)
            continue
        taken = turns_taken.get(named, 0)
        groups.setdefault(named[min(taken, len(named) - 1)], []).extend(context)
        turns_taken[named] = taken + 1
        context = []
        for i in named:
            groups.setdefault(i, []).append(unit)
    if context and groups:
        groups[max(groups)] += context
    return {i: sorted(units, key=lambda u: (u.turn, u.start)) for i, units in groups.items()}
