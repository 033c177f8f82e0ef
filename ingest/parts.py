"""Several questions in one turn, and the replies to each: `Exchange.parts`.

1. the replies are cut where a speaker takes up another question (まず…について, 次に…, 最後に…, another officer);
2. the question is cut at its own markers (1点目, 次に …) and after each sentence that asks;
3. each piece of the question goes to the reply most like it, changes costing more where no marker announces one
   (Viterbi over the pieces); where the outline (通告) names sub-items, their labels lead;
4. replies that nothing went to belong to the reply before them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.types import Exchange, Turn
from ingest.lines import paragraphs, sentences
from ingest.outline import Item
from ingest.pieces import Unit, merge_units
from ingest.terms import coverage, likeness, weights
from ingest.wording import asks

PARTS_MAX = 40
"""A speech that falls into more pieces than this is left whole: the alignment would be guesswork."""
MARKED, ASKED = 0.0, 0.06
"""Cost of changing the reply at a marker, and after a question without one. On the 14 annotated parts 0-0.1 serve alike."""
BACK = 0.02
"""Cost of going back to an earlier reply: replies mostly follow the order of the questions, not always."""
LIKE_MIN = 0.05
"""A part whose question and reply share less than this is not claimed."""

_ORDINAL = r"(?:第[0-9０-９一二三四五六七八九十]+(?:に|点目?は?|問)|[0-9０-９一二三四五六七八九十]+(?:点目|つ目|番目|問目|項目め))"
_STRONG = re.compile(
    rf"^(?:では、?|それでは、?|そして、?|また、?|さらに、?)?(?:まず(?:は|初めに|最初に)?|初めに|はじめに|最初に|次に|次は|続いて|続きまして|最後に|最後は|{_ORDINAL})"
)
_FIRST = re.compile(
    r"^(?:では、?|それでは、?)?(?:まず(?:は|初めに|最初に)?|初めに|はじめに|最初に|第[1１一](?:に|点)|[1１一](?:点目|つ目|番目|問目))"
)
_WEAK = re.compile(
    r"^(?:また|さらに|あわせて|併せて|それから|あと|もう[1１一]|そして|なお|加えて|ほかに|他に)"
)
_TOPIC = re.compile(
    r"^.{0,60}?(?:について|に関して|に関しまして|につきまして|に関する|の件|のこと|の話|のお話|の御?ご?質問|の部分|へのお?答え)"
)
_SHORT_TOPIC = re.compile(
    r"^.{2,60}(?:について|に関して|の件|の御?ご?質問)(?:で|です|であります|でございます|お答え|の御?ご?質問|は、?)[^。]{0,30}。?$"
)
_TALK = re.compile(
    r"^(?!(?:その|この|あの|先ほど|先程|今の|ただいまの))(?:そして、?|あと、?|それから、?)?.{2,24}?(?:の話|のお話|の件|の御質問|のご質問)(?:で|です|に|から|なの|なん|、)"
)
_OPENING = re.compile(
    r"^.{0,80}(?:お答え|答弁|御答弁|ご答弁|回答)(?:を|に)?[^。]{0,12}(?:します|いたします|申し上げます|させていただきます|する)。?$"
)
_CLOSING = re.compile(
    r"^(?:以上(?:です|であります|でございます|、?[^。]{0,24}(?:お願い[^。]{0,10}|終わり[^。]{0,6}|つですね|点です?|お答え[^。]{0,8}|答弁[^。]{0,8}|でございます))?|(?:何とぞ|どうぞ)?よろしくお願い[^。]{0,16}|(?:御|ご)?(?:答弁|回答|説明|見解)(?:を|の)?[^。]{0,16}お願い[^。]{0,12}|よろしく[^。]{0,14}|以上)[。．]?$"
)
_REFERS = re.compile(
    r"^[^。]{0,80}(?:から|より)(?:お?答え|答弁|御?説明|回答)(?:を)?(?:い?たさせ|させ|申し上げさせ)[^。]{0,12}。?$"
)
_ANNOUNCES = re.compile(r"^[^。]{0,60}(?:質問|お尋ね|お伺い|伺)(?:を)?(?:い|し|させて|さ)[^。]{0,16}。?$")
_NUMBER = re.compile(r"^.{0,12}?([0-9０-９一二三四五六七八九十]+)(?:点目|つ目|番目|問目|項目め)")
HEAD, HEAD_LENGTH = 0.5, 80
"""Weight and characters of a reply's first words. On the 14 annotated parts: 14 right at 0.25-1, 11 at 0."""
SAME_NUMBER = 0.5
"""Added to the likeness where question and reply bear the same printed number (２点目): a reply may come in any order."""
_THANKS = re.compile(
    r"^[^。]{0,50}(?:ありがとうございま(?:す|した)|おはようございます|こんにちは|質問(?:を)?させていただきた?[いく][^。]{0,24})。?$"
)


@dataclass(frozen=True, slots=True)
class _Piece:
    units: tuple[Unit, ...]
    marked: bool
    hint: str = ""
    """An opening phrase that is no part of the reply but names what it replies to (…についてお答えします)."""

    @property
    def text(self) -> str:
        return self.hint + "".join(u.text for u in self.units)


def units_of(turns: Sequence[Turn]) -> list[Unit]:
    """The paragraphs of turns; sentences where a turn has fewer than three paragraphs."""
    out = []
    for place, turn in enumerate(turns):
        spans: Sequence[tuple[int, int]] = paragraphs(turn.text)
        if len(spans) < 3:
            spans = tuple(sentences(turn.text))
        out += [Unit(place, start, end, turn.text[start:end]) for start, end in spans]
    return out


def parts_of(
    questions: Sequence[Turn], answers: Sequence[Turn], items: Sequence[Item] = ()
) -> tuple[Exchange, ...]:
    """The parts of an exchange, empty where it asks one thing; ids are given later."""
    if not questions or not answers:
        return ()
    replies = _replies(answers)
    if not 2 <= len(replies) <= PARTS_MAX:
        return ()
    asked = [u for u in units_of(questions) if not _CLOSING.match(u.text)]
    pairs = _by_labels(asked, replies, items) if items else _by_likeness(asked, replies)
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
        for label, question, reply, sure in pairs
    )


_Pair = tuple[str, list[Unit], list[Unit], float]


def _replies(answers: Sequence[Turn]) -> list[_Piece]:
    """The replies, opening and closing phrases left out."""
    pieces: list[list[Unit]] = []
    hints: dict[int, str] = {}
    turn = -1
    for unit in units_of(answers):
        first = list(sentences(unit.text))
        head = unit.text[: first[0][1]] if first else unit.text
        if (
            _REFERS.match(unit.text)
            or _CLOSING.match(unit.text)
            or (_OPENING.match(unit.text) and len(first) == 1)
        ):
            if unit.turn != turn:
                turn = unit.turn
                pieces.append([])
                hints[len(pieces)] = unit.text
            continue
        opens = unit.turn != turn
        if not opens and pieces and pieces[-1]:
            strong = _STRONG.match(head) is not None and (
                _TOPIC.match(head) is not None or re.match(rf"^{_ORDINAL}", head) is not None
            )
            weak = _WEAK.match(head) is not None and _SHORT_TOPIC.match(head) is not None
            opens = strong or weak or _TALK.match(head) is not None
        if opens:
            pieces.append([])
        turn = unit.turn
        pieces[-1].append(unit)
    return [_Piece(tuple(p), True, hints.get(n, "")) for n, p in enumerate(pieces, 1) if p]


def _questions(units: Sequence[Unit]) -> list[_Piece]:
    """The pieces of the question: from marker to marker, cut after each paragraph that asks."""
    pieces: list[list[Unit]] = []
    marks: list[bool] = []
    asked = False
    for unit in units:
        strong = _STRONG.match(unit.text) is not None
        if not pieces or strong or asked:
            pieces.append([])
            marks.append(strong)
        pieces[-1].append(unit)
        asked = asks(unit.text)
    listed = [_Piece(tuple(piece), mark) for piece, mark in zip(pieces, marks, strict=True)]
    # What stands before 1点目 is greeting and background of the whole, unless it asks.
    first = next((i for i, p in enumerate(listed) if p.marked), None)
    if first and _FIRST.match(listed[first].units[0].text):
        listed = [p for i, p in enumerate(listed) if i >= first or any(_asks(u.text) for u in p.units)]
    return listed


def _asks(text: str) -> bool:
    """Asks for something; 質問をいたします alone only announces it."""
    said = (text[a:b] for a, b in sentences(text))
    return any(asks(one) and not _ANNOUNCES.match(one) and not _THANKS.match(one) for one in said)


def _number(piece: _Piece) -> int | None:
    """The number that a piece bears at its head."""
    found = _NUMBER.match(piece.hint or piece.units[0].text)
    if not found:
        return None
    digits = unicodedata.normalize("NFKC", found[1])
    return int(digits) if digits.isdigit() else "一二三四五六七八九十".find(digits) + 1 or None


def _fit(piece: _Piece, reply: _Piece, weight: dict[str, float]) -> float:
    """Likeness of a question to a reply, the reply's first words (what it says that it answers) counting extra."""
    return likeness(piece.text, reply.text, weight) + HEAD * likeness(
        piece.text, reply.text[:HEAD_LENGTH], weight
    )


def _by_likeness(asked: Sequence[Unit], replies: Sequence[_Piece]) -> list[_Pair]:
    pieces = _questions(asked)
    if not 2 <= len(pieces) <= 4 * PARTS_MAX:
        return []
    weight = weights([p.text for p in pieces] + [r.text for r in replies])
    numbers = [_number(r) for r in replies]
    like = []
    for piece in pieces:
        own = _number(piece)
        same = [SAME_NUMBER if own is not None and own == n else 0.0 for n in numbers]
        like.append([_fit(piece, r, weight) + s for r, s in zip(replies, same, strict=True)])
    states = _viterbi(like, [p.marked for p in pieces])
    chosen: dict[int, list[Unit]] = {}
    for piece, state in zip(pieces, states, strict=True):
        chosen.setdefault(state, []).extend(piece.units)
    answers = _absorb(replies, set(chosen))
    out: list[_Pair] = []
    for state, units in sorted(chosen.items(), key=lambda kv: kv[1][0].start):
        sure = likeness("".join(u.text for u in units), replies[state].text, weight)
        if sure >= LIKE_MIN:
            out.append(("", units, answers[state], min(0.95, 0.5 + sure)))
    return out


def _absorb(replies: Sequence[_Piece], used: set[int]) -> dict[int, list[Unit]]:
    """Replies that no question went to join the one before them in the same turn."""
    out: dict[int, list[Unit]] = {}
    last: int | None = None
    for index, reply in enumerate(replies):
        if index in used:
            out[index] = list(reply.units)
            last = index
        elif last is not None and reply.units[0].turn == out[last][-1].turn:
            out[last] += reply.units
    return out


def _viterbi(like: Sequence[Sequence[float]], marked: Sequence[bool]) -> list[int]:
    """The most likely reply for each piece: likeness minus the cost of changes."""
    count = len(like[0])
    score = [like[0][j] - 0.01 * j for j in range(count)]
    back: list[list[int]] = []
    for row, mark in zip(like[1:], marked[1:], strict=True):
        change = MARKED if mark else ASKED
        came, now = [], []
        for j in range(count):
            best = max(
                range(count), key=lambda i: score[i] - (0 if i == j else change + (BACK if j < i else 0.0))
            )
            cost = 0.0 if best == j else change + (BACK if j < best else 0.0)
            came.append(best)
            now.append(score[best] - cost + row[j])
        back.append(came)
        score = now
    state = max(range(count), key=lambda j: score[j])
    path = [state]
    for came in reversed(back):
        state = came[state]
        path.append(state)
    return path[::-1]


def _by_labels(asked: Sequence[Unit], replies: Sequence[_Piece], items: Sequence[Item]) -> list[_Pair]:
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
    answers = _absorb(replies, set(picked))
    return [
        (item.label, groups[i], answers[picked[i]], min(0.95, 0.6 + 0.2 * scores[i][picked[i]]))
        for i, item in enumerate(items)
        if i in groups
    ]


def _by_ordinals(asked: Sequence[Unit], items: Sequence[Item]) -> dict[int, list[Unit]]:
    """1点目, 2点目 … as many as the items: each from its marker to the next."""
    starts = [i for i, u in enumerate(asked) if re.match(rf"^{_ORDINAL}", u.text)]
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
        focus = asks(unit.text) or (
            (_STRONG.match(unit.text) or _WEAK.match(unit.text)) and max(share) >= 0.9
        )
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
            if place or not _TOPIC.match(unit.text) or len(unit.text) > 90:
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
