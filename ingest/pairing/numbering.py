"""Printed numbers that a question and its reply share: flat (２点目) or nested (２件目 above （１）).

Numbers are *nested* where one kind of them starts anew ((1) (2), (1) (2)) under another that does not (１件目, ２件目). The
number above holds until the next one of its kind, in a reply at most to the end of the turn.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from corpus.patterns import NUMERAL
from ingest.pairing.segments import Segment, number_of
from ingest.phrases.openers import FIRST, NUMBER
from ingest.text.normalize import ordinal

COUNTED_MIN = 2
"""Points that replies answer by their numbers, from which one whose number none bears has no reply."""
SAME_NUMBER = 0.5
"""Added to the likeness where question and reply bear the same number: a reply may come in any order."""
SAME_ABOVE = 0.3
"""Added where only the number above is the same (２件目), taken off where it is another."""
ELSEWHERE = -9.0
"""The mark of a point that no reply here is about: its item is answered later."""
FLAT_MIN = 3
"""Numbers of replies from which they count the points of one item."""
HEAD = 60
"""Characters at the head of a piece in which its numbers stand."""

_NUMBERS = re.compile(
    rf"(?P<circle>[①-⒇])"
    rf"|[（(](?P<paren>{NUMERAL}{{1,2}})[）)]"
    rf"|(?:質問)?(?P<word>大項目|項目|事項|大き[くいな])の?第?(?P<counted>{NUMERAL}++)(?!(?:点|件|つ|問)(?!目))"
    rf"|(?<!{NUMERAL})(?P<count>{NUMERAL}{{1,4}})(?P<unit>件目|点目|つ目|番目|問目|項目)"
    rf"|(?<!を)第(?P<ordinal>{NUMERAL}+)(?=に|の|点|問|、)"
    rf"|^\s*(?P<plain>\d{{1,2}})(?:[、，．.\s]|の(?=[（(]))"
    rf"|^\s*(?P<kana>[ア-シ])[、，．.\s]"
)
_Key = tuple[int | None, int | None]


def _numbers(text: str) -> list[tuple[str, int]]:
    """(kind, number) of what is printed at the head of a text."""
    out = []
    for found in _NUMBERS.finditer(text[:HEAD]):
        kind = found["word"] or found["unit"] or found.lastgroup or ""
        kind = "項目" if kind == "事項" else kind  # 質問事項２番目, answered as ２項目め
        digits = found["counted"] or found["count"] or found[found.lastgroup or 0]
        if found["kana"]:
            kana = unicodedata.normalize("NFKC", digits).strip("()")
            out.append(("kana", ord(kana) - ord("ア") + 1))
        elif number := ordinal(digits):
            out.append((kind, number))
    return out


def _levels(pieces: Sequence[Segment]) -> tuple[str, str] | None:
    """The kinds of numbers above and below, where they are nested: （１） starts anew, or starts after ３、 at the first time."""
    found = [n for piece in pieces for unit in piece.units for n in _numbers(unit.text)[:2]]
    count = Counter(found)
    again = next((kind for (kind, number), times in count.items() if times > 1 and number == 1), None)
    above = next((kind for kind, _ in found if count[kind, 1] == 1), None)
    if again and not above:  # 大きく２番目, 大きく４番目: not every item is asked about
        above = next((kind for kind, _ in found if kind != again and _once(kind, count)), None)
    if again and not above:
        above = _heads_anew(found, again)
    if above and not again:
        later = found[found.index((above, 1)) + 1 :]
        again = next((kind for kind, number in later if kind != above and number == 1), None)
        if again and found.index((again, 1)) > found.index(next(n for n in found if n[0] == again)):
            again = None  # counted from another number first: no level of its own
    return (above, again) if above and again else None


def _heads_anew(found: Sequence[tuple[str, int]], again: str) -> str | None:
    """The kind of ２項目め, below which （１） starts anew, where 1項目め stands in the words that open the speech."""
    second = [place for place, (kind, number) in enumerate(found) if kind == again and number == 1][1]
    kind, number = found[second - 1]
    return kind if kind != again and number == 2 and found.count((kind, 2)) == 1 else None


def _once(kind: str, count: Counter[tuple[str, int]]) -> bool:
    """Whether a kind of number counts several items, none of them twice."""
    times = [n for (other, _), n in count.items() if other == kind]
    return len(times) > 1 and max(times) == 1


def _keys(pieces: Sequence[Segment], levels: tuple[str, str], turns: bool) -> list[_Key]:
    """The number above and the own number of each piece; `turns`: a new turn starts without a number above."""
    out: list[_Key] = []
    above: int | None = None
    turn = -1
    for piece in pieces:
        first = piece.units[0]
        if turns and first.turn != turn:
            above, turn = None, first.turn
        heads = [piece.hint] if piece.hint else []
        heads += [unit.text for unit in piece.units]
        own: int | None = None
        for head in heads:
            for kind, number in _numbers(head):
                if kind == levels[0]:
                    above = number if own is None else above
                elif kind == levels[1] and own is None:
                    own = number
        out.append((above, own))
    if not turns and next((above for above, _ in out if above is not None), None) == 2:
        headed = next(place for place, (above, _) in enumerate(out) if above is not None)
        out[:headed] = [(1 if own is not None else None, own) for _, own in out[:headed]]
    return out


def under_points(pieces: Sequence[Segment], replies: Sequence[Segment]) -> list[Segment]:
    """The replies; what an officer counts within a point (１点目…。２つ目に、…) goes with it.

    The numbers that the replies begin with count the points where they are those of the question; any others count below them.
    """
    asked = {number for piece in pieces if (number := number_of(piece))}
    heads = [next(iter(_numbers(reply.units[0].text)), None) for reply in replies]
    outer = next((head[0] for head in heads if head), "")
    points = [head[1] for head in heads if head and head[0] == outer]
    if len(points) < 2 or set(points) != asked or points != sorted(asked) or _levels(pieces) is not None:
        return list(replies)
    out: list[Segment] = []
    for reply, head in zip(replies, heads, strict=True):
        below = head is not None and head[0] != outer
        if below and out and out[-1].units[-1].turn == reply.units[0].turn:
            out[-1] = Segment((*out[-1].units, *reply.units), True, out[-1].hint, out[-1].soft)
        else:
            out.append(reply)
    return out


def shared(pieces: Sequence[Segment], replies: Sequence[Segment]) -> list[list[float]]:
    """For each piece and reply what their numbers add to the likeness."""
    levels = _levels(pieces)
    if levels is None:
        theirs = [number_of(r) for r in replies]
        numbers = _below_a_heading(pieces, theirs)
        own = unique(numbers)
        listed = _listed(pieces), _listed(replies)
        if listed[0] and not any(own) and listed[0] == listed[1]:
            own, theirs = listed
        if own != numbers:
            theirs = unique(theirs)
        if _counts_apart(own, theirs):
            theirs = [None] * len(theirs)
        return [[SAME_NUMBER if a is not None and a == b else 0.0 for b in theirs] for a in own]
    kinds = {kind for reply in replies for unit in reply.units for kind, _ in _numbers(unit.text)[:2]}
    said = (
        levels if set(levels) <= kinds else (_levels(replies) or levels)
    )  # ３、（１） answered as ３点目の一つ目
    asked, answered = _keys(pieces, levels, False), _keys(replies, said, True)
    flat = [number_of(reply) for reply in replies]
    if not kinds & set(levels) and said == levels and len(set(flat) - {None}) >= FLAT_MIN:
        item = _item_of(replies, asked)  # the points of one item, counted without it
        home = [above in (None, item) for above, _ in asked]
        here = SAME_NUMBER + SAME_ABOVE
        return [
            [(here if n is not None and n == own else 0.0) if h else ELSEWHERE for n in flat]
            for h, (_, own) in zip(home, asked, strict=True)
        ]
    alone = unique([own for _, own in asked])
    return [[_bonus(a, b, only) for b in answered] for a, only in zip(asked, alone, strict=True)]


_UNIT = "(?:点目|件目|つ目|番目|問目|項目め?)"
_TOGETHER = re.compile(
    r"^.{0,24}?"
    rf"(?:(?P<first>{NUMERAL}{{1,3}}){_UNIT}?|(?P<round>[①-⒇])|[（(](?P<in>{NUMERAL}{{1,2}})[）)])"
    r"(?P<join>、?(?:と|及び|および|並びに|から)、?|[、，・])"
    rf"(?:(?P<last>{NUMERAL}{{1,3}}){_UNIT}|(?(round)(?P<round2>[①-⒇])|(?!))|(?(in)[（(](?P<in2>{NUMERAL}{{1,2}})[）)]|(?!)))"
)
"""二つ目と三つ目の御質問, ２点目及び３点目につきましては, １点目から３点目まで, ②と③: a reply to several points."""


def _counted(reply: Segment) -> set[int]:
    """The numbers of the points that a reply takes up together; empty where it names no two."""
    found = _TOGETHER.match(reply.units[0].text) or _TOGETHER.match(reply.hint)
    if not found:
        return set()
    first = ordinal(found["first"] or found["round"] or found["in"])
    last = ordinal(found["last"] or found["round2"] or found["in2"])
    return set(range(first, last + 1)) if "から" in found["join"] else {first, last}


def counted_together(
    pieces: Sequence[Segment], replies: Sequence[Segment], taken: Sequence[int], owner: Sequence[int]
) -> tuple[list[int], list[int]]:
    """`taken` (the mark of each reply) and `owner` (that of each piece), where a reply takes up several points by their numbers: those
    beside the piece that it answers go with it, and with them what was said to them alone."""
    said, asked = list(taken), list(owner)
    numbers = [next((n for _, n in _numbers(piece.units[0].text)), None) for piece in pieces]
    for reply, counted in enumerate(map(_counted, replies)):
        mark = said[reply]
        own = [place for place, other in enumerate(asked) if other == mark and numbers[place] in counted]
        for step in (-1, 1) if own else ():
            place = own[0 if step < 0 else -1] + step
            while 0 <= place < len(asked) and numbers[place] in counted - {numbers[k] for k in own}:
                before, asked[place] = asked[place], mark
                if before not in asked:
                    said = [mark if other == before else other for other in said]
                own.append(place)
                place += step
    return said, asked


def unanswered(pieces: Sequence[Segment], replies: Sequence[Segment]) -> list[bool]:
    """Of each piece whether it asks under a number that no reply bears, while replies bear those of others."""
    theirs = [number_of(reply) for reply in replies]
    asked = [
        number if piece.asks else None
        for piece, number in zip(pieces, _below_a_heading(pieces, theirs), strict=True)
    ]
    said = {number for number in theirs if number is not None}
    counted = len(said & set(asked)) >= COUNTED_MIN
    return [counted and number is not None and number > max(said) for number in asked]


def _below_a_heading(pieces: Sequence[Segment], theirs: Sequence[int | None]) -> list[int | None]:
    """The numbers of the pieces; of one that a heading opens (６問目です。… １点目、…) that of its point, where replies count so."""
    heads = [number_of(piece) for piece in pieces]
    points = [_point(piece) or head for piece, head in zip(pieces, heads, strict=True)]
    answered = [len(set(unique(numbers)) & set(theirs) - {None}) for numbers in (points, heads)]
    return points if answered[0] > answered[1] else heads


def _point(piece: Segment) -> int | None:
    """The number 1 that a later unit of a piece bears at its head."""
    below = [unit.text for unit in piece.units[1:] if FIRST.match(unit.text)]
    return 1 if any(NUMBER.match(text) for text in below) else None


_LISTED = re.compile(r"^\s*(\d{1,2})[、，．.\s]")


def _listed(pieces: Sequence[Segment]) -> list[int | None]:
    """The numbers of a list (１．…, ２．…) where each piece bears its own; empty where one lacks it or they are out of order."""
    found = [_LISTED.match(piece.units[0].text) for piece in pieces]
    numbers = [ordinal(one[1]) if one else None for one in found]
    return list(numbers) if numbers == list(range(1, len(pieces) + 1)) else []


def _counts_apart(own: Sequence[int | None], theirs: Sequence[int | None]) -> bool:
    """A further question names the items of the notice (３番目、７番、８番), and the reply counts its own points from 1 or 2."""
    asked, answered = {n for n in own if n}, {n for n in theirs if n}
    return bool(asked) and min(asked) > 1 and not answered <= asked and min(answered) < min(asked)


_ITEM_NAMED = re.compile(rf"({NUMERAL}{{1,3}})(?:項目?め?|番目|件目|点目)")


def _item_of(replies: Sequence[Segment], asked: Sequence[_Key]) -> int | None:
    """The item that the opening words name (２項めについてお答えします), else the first that is asked about."""
    named = _ITEM_NAMED.search(replies[0].hint)
    aboves = [above for above, _ in asked if above is not None]
    number = ordinal(named[1]) if named else 0
    return number if number in aboves else next(iter(aboves), None)


def _bonus(asked: _Key, answered: _Key, alone: int | None) -> float:
    """`alone`: the own number, where no other piece has it; a reply need not say under which item it stands."""
    if asked[0] is not None and asked == answered:
        return SAME_NUMBER + SAME_ABOVE
    if alone is not None and answered == (None, alone):
        return SAME_NUMBER
    if asked[0] is None or answered[0] is None:
        return 0.0
    if asked[0] != answered[0]:
        return -SAME_ABOVE
    return 0.0 if None not in (asked[1], answered[1]) else SAME_ABOVE


def unique(numbers: Sequence[int | None]) -> list[int | None]:
    """Numbers that stand once; those that start anew under each item ((1) of 1 and of 2) tell nothing."""
    count = Counter(numbers)
    return [n if count[n] == 1 else None for n in numbers]
