"""Where a turn takes up another matter: the pieces of questions and of replies that parts are made of."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from corpus.patterns import NUMERAL, any_of
from corpus.types import Turn
from ingest.pairing.pieces import Unit
from ingest.pairing.units import asks_indeed, counted_at_end, paragraph_starts, units_of
from ingest.phrases.moderation import is_moderation
from ingest.phrases.openers import (
    ADDED,
    CLOSING,
    COUNTED,
    FIRST,
    GREETING,
    HANDS_ON,
    HEADED,
    ITEM,
    LEAD,
    LISTS,
    NUMBER,
    ONE_MORE,
    OPENING,
    POINTS_BACK,
    REFERS,
    SHORT_TOPIC,
    STRONG,
    SUPPLEMENTS,
    TALK,
    TOPIC,
    TOPICAL,
    WEAK,
    only_shares_out,
)
from ingest.phrases.wording import asks
from ingest.text.lines import sentences
from ingest.text.normalize import ordinal


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbouring paragraphs of a turn that are about one thing; `marked`: that it is one is printed (a number, １点目)."""

    units: tuple[Unit, ...]
    marked: bool
    hint: str = ""
    """An opening phrase that is no part of the reply but names what it replies to (…についてお答えします)."""
    soft: bool = False
    """Names a matter amid a reply: it may answer a question of its own, or belong to what stands before it."""
    listed: bool = False
    """Is one of the numbered points of a list, which asks for all of them: ２点目、今後の方針について。 before ３点目."""

    @property
    def asks(self) -> bool:
        """Whether it asks for something; a heading (大きい２点目、介護人材について。) does not."""
        if self.listed or any(counted_at_end(unit.text) for unit in self.units):
            return True
        return any(asks_indeed(unit.text) for unit in self.units) or puts("".join(u.text for u in self.units))

    @property
    def text(self) -> str:
        """The words of the segment, the opening phrase above it in front."""
        return self.hint + "".join(u.text for u in self.units)


def puts(text: str) -> bool:
    """Whether what would only announce at the head asks behind something else: 避難所は古いと聞きます。今後の見通しについて伺います。"""
    said = [text[a:b] for a, b in sentences(text)]
    return any(
        TOPIC.match(one) and asks(one) and not BEGINS.search(one) and not heads(before)
        for before, one in itertools.pairwise(said)
    )


def heads(sentence: str) -> bool:
    """Whether a sentence only names the matter of those that follow (防災について伺います。 before まず、避難所について伺います。)."""
    return len(sentence) <= TITLE_MAX and TOPIC.match(sentence) is not None


def reply_segments(answers: Sequence[Turn], listed: bool = False) -> list[Segment]:
    """The replies, opening and closing phrases left out; `listed`: that the question lists its points in line (see `units_of`)."""
    calls = {place for place, answer in enumerate(answers) if len(answers) > 1 and _calls(answer.text)}
    replies = _Replies(answers)
    for unit in units_of(answers, listed=listed):
        if unit.turn not in calls:
            replies.take(unit)
    return _under_numbers(replies.segments())


@dataclass(slots=True)
class _Replies:
    """Puts what is said in reply into pieces, each on one matter."""

    answers: Sequence[Turn]
    pieces: list[list[Unit]] = field(default_factory=list)
    hints: dict[int, str] = field(default_factory=dict)
    """The opening phrase above a piece, by its number from 1."""
    soft: set[int] = field(default_factory=set)
    """Numbers of the pieces that only name a matter."""
    turn: int = -1

    def take(self, unit: Unit) -> None:
        """Adds the next unit, to the piece that it goes on with or to one that it begins."""
        said = _ungreeted(unit.text)
        if _is_frame(unit.text, said):
            self._pass_over(unit, said)
        else:
            if begins := self._begins(unit):
                self.pieces.append([])
            if begins == "soft":
                self.soft.add(len(self.pieces))
            self.pieces[-1].append(unit)
        self.turn = unit.turn

    def segments(self) -> list[Segment]:
        """The pieces that the units made, as segments."""
        return [
            Segment(tuple(piece), True, self.hints.get(number, ""), number in self.soft)
            for number, piece in enumerate(self.pieces, 1)
            if piece
        ]

    def _pass_over(self, unit: Unit, said: str) -> None:
        """A phrase around the replies: what opens one is the hint of the next piece."""
        opening = OPENING.match(said) is not None and not only_shares_out(unit.text)
        if unit.turn != self.turn or (opening and self.pieces[-1]):
            self.pieces.append([])
        if opening:
            self.hints[len(self.pieces)] = said

    def _begins(self, unit: Unit) -> Literal["", "soft", "firm"]:
        """Whether a piece begins with a unit, and how surely."""
        going_on = bool(self.pieces and self.pieces[-1])
        if unit.turn != self.turn and not (going_on and SUPPLEMENTS.match(unit.text)):
            return "firm"
        if not going_on:
            return ""
        starts = unit.start in paragraph_starts(self.answers[unit.turn].text)
        head = unit.text[: next((end for _, end in sentences(unit.text)), None)]
        strong = _is_strong(head)
        firm = strong or _takes_up(head) or _names_matter(head if starts else unit.text)
        soft = (starts and TOPICAL.match(head) is not None) or _TOLD_OF.match(head) is not None
        if not (firm or soft or (starts and _THEN.match(head))):
            return ""
        led = _leads(self.pieces[-1]) and (FIRST.match(head) is not None or not strong)
        if led or head.startswith("なお、"):
            return ""
        return "soft" if soft and not firm else "firm"


def _ungreeted(text: str) -> str:
    """おはようございます。山田議員の御質問にお答えいたします。 without the greeting; a greeting alone stays."""
    said = list(sentences(text))
    return text[said[1][0] :] if len(said) > 1 and GREETING.match(text[slice(*said[0])]) else text


def _is_frame(text: str, said: str) -> bool:
    """Whether a unit only opens, closes or hands on a reply; `said`: without its greeting."""
    return (
        any(form.match(text) for form in (REFERS, HANDS_ON, LISTS, CLOSING, GREETING))
        or (OPENING.match(said) is not None and len(list(sentences(said))) == 1)
        or only_shares_out(text)
    )


def _is_strong(head: str) -> bool:
    """次に、防災について: goes on to what it names."""
    return STRONG.match(head) is not None and any(form.match(head) for form in (TOPIC, COUNTED, HEADED))


def _takes_up(head: str) -> bool:
    """Goes on to the next point by a number, a word that adds, or the name of whom it replies to."""
    return (WEAK.match(head) is not None and SHORT_TOPIC.match(head) is not None) or any(
        form.match(head) for form in (ADDED, ITEM, TALK, ONE_MORE)
    )


def _names_matter(sentence: str) -> bool:
    """駐車場の管理についてでございます。 駐車場の管理についてお尋ねがございました。: all that it says is what is answered next."""
    if TOPIC.match(sentence) is None or re.match(POINTS_BACK, sentence):
        return False
    return LEAD.match(sentence) is not None or _WAS_ASKED.match(sentence) is not None


_WAS_ASKED = re.compile(
    r"^[^。]{2,60}(?:について|に関して|に関する)(?:の|も)?、?(?:お尋ね|(?:御|ご)?質問)[がを](?:ござい|あり|いただ|頂)[^。、]{2,12}。?$"
)

_TOLD_OF = re.compile(
    r"^[^。]{6,60}(?:という|との)(?:お話|お尋ね|(?:御|ご)?(?:質問|指摘|意見))(?:が|も)(?:ござい|あり|あっ)[^。、]{1,12}。?$"
)
"""先ほど、契約に盛り込めないかとのお話がありました。: what an officer comes to next."""

_THEN = re.compile(r"^(?:それから|次に|続いて|続きまして|最後に)、")
"""それから、文化は、全くそのとおりで… 次に、監査は十分に行っております。: a paragraph that goes on to the next matter without について."""

CALL_MAX = 60
"""Characters of a turn between replies that only gives the floor."""


def _calls(text: str) -> bool:
    """水道事業管理者。 休憩前に引き続き会議を開きます。: whoever presides for the chair, whom a record names by another office."""
    return len(text) <= CALL_MAX and all(is_moderation(text[a:b]) for a, b in sentences(text))


NUMBERED_MIN = 3
"""Replies headed by different numbers from which the numbers say where each of them begins."""
_GOES_ON = re.compile(
    r"^(?:では、?|それでは、?|引き続き、?)?(?:次に|次は|次、|続い|続きまして|最後|あと|それから|もう[1１一])"
)


def _under_numbers(replies: list[Segment]) -> list[Segment]:
    """Replies whose speaker goes through the numbers of the question (②について…): what bears no number belongs to the last."""
    numbers = [number_of(reply) for reply in replies]
    if len(set(numbers) - {None}) < NUMBERED_MIN:
        return replies
    out: list[Segment] = []
    counted = False
    for reply, number in zip(replies, numbers, strict=True):
        same = bool(out) and out[-1].units[-1].turn == reply.units[0].turn
        counted = number is not None or (counted and same)
        if number is None and counted and not reply.hint and not _GOES_ON.match(reply.units[0].text):
            out[-1] = Segment((*out[-1].units, *reply.units), True, out[-1].hint, out[-1].soft)
        else:
            out.append(reply)
    return out


def _leads(piece: Sequence[Unit]) -> bool:
    """町道管理に要する経費を専決した経緯についてです。: what the reply takes up, its words still to come."""
    return len(piece) == 1 and LEAD.match(piece[0].text) is not None


BEGINS = re.compile(
    any_of(
        # 「通告に従い質問します」「何点か確認をさせてください」
        rf"(?:通告|順次|何点か|数点|以下|会派|代表|(?<!その){NUMERAL}+(?:点|件|項目|問|つ)(?!目))[^。]{{0,60}}(?:質問|伺|尋ね|聞き|確認)",
        # 「明快なる御答弁をお願いいたします」
        r"(?:御|ご)?(?:答弁|回答)(?:を|のほど|の程)?[^。、]{0,14}(?:お願い|求め|期待)",
    )
)

TITLE_MAX = 40
"""Characters of a sentence that says what the items below it are about."""


_SAID_ALREADY = re.compile(
    r"^[^。]{0,60}[長者当うか](?:から|より)[^。]{0,60}(?:説明|答弁|お?答え)[^。]{0,20}(?:とおり|通り)"
)
"""１点目につきましては、担当課長から御説明をさせていただいたとおりでございます。"""


def number_of(piece: Segment) -> int | None:
    """The number that a piece bears at its head, unless it only says that another has answered it."""
    if _SAID_ALREADY.match(piece.units[0].text):
        return None
    found = NUMBER.match(piece.units[0].text) or NUMBER.match(piece.hint)
    if not found:
        return counted_at_end(piece.units[-1].text) or None
    return ordinal(next(group for group in found.groups() if group)) or None
