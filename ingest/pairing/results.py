"""The exchanges that pairing has found, in the order in which they begin, and the one that is still being heard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.types import OUTLINE, Exchange, Status, Turn, Utterance
from ingest.pairing.late import HELD_BACK, belongs_to, corrects, supplements, with_late_reply
from ingest.pairing.outline import Item
from ingest.pairing.parts import parts_of
from ingest.pairing.pieces import turn_of
from ingest.pairing.together import asked_together
from ingest.phrases.replying import announces, holds_back
from ingest.phrases.wording import asks, seeks_answer, waives

PRINTED, ADJACENT, ACROSS = 1.0, 0.95, 0.9
"""Confidence: the document prints the pair (問・答); the reply follows; it follows with the chair or others between."""
STATEMENT_MIN = 40
"""Characters from which a turn that belongs to no exchange is worth keeping as a statement."""

_NEXT = re.compile(r"^(?:なお、)?次回")
_DATED = re.compile(r"次回|今後|いつ|予定|日程|スケジュール|時期|何[日月]|開催")


@dataclass(slots=True)
class Opened:
    """An exchange that is still being heard."""

    questions: list[Turn]
    topic: str = ""
    agenda: str = ""
    answers: list[Turn] = field(default_factory=list)
    notes: list[tuple[str, Turn]] = field(default_factory=list)
    items: tuple[Item, ...] = ()
    codes: tuple[str, ...] = ()
    """Numbers of the 通告 items that the question announces."""
    numbers: tuple[int, ...] = ()
    confidence: float = ADJACENT
    asked_back: bool = False
    """The chair has just asked the member what he means."""
    _known: dict[str, bool] = field(default_factory=dict)
    """Of words read before, whether they ask: with each of hundreds of turns all before it would be read again."""

    @property
    def asked(self) -> bool:
        """Whether one of its questions asks for something."""
        return any(map(self._asks, (question.text for question in self.questions)))

    def _asks(self, text: str) -> bool:
        if text not in self._known:
            self._known[text] = asks(text)
        return self._known[text]

    def passes(self, text: str) -> bool:
        """Whether a notice (次回は１月に開催します) goes past it: it has its reply, waits for none, or asked for no date."""
        if not announces(text):
            return False
        when = _DATED.search("".join(question.text for question in self.questions))
        return bool(self.answers) or not self.asked or (_NEXT.match(text) is not None and when is None)

    def exchange(self) -> Exchange:
        """What it comes to: answered, or unanswered where an answer was sought, else an opinion; with its parts."""
        status: Status = "answered"
        if not self.answers:
            sought = any(seeks_answer(q.text) and not waives(q.text) for q in self.questions)
            status = "unanswered" if sought else "opinion"
        held = bool(self.answers) and holds_back(self.answers[-1].text)
        questions, answers = tuple(self.questions), tuple(self.answers)
        return Exchange(
            "",
            self.topic,
            status,
            questions,
            answers,
            self.agenda,
            tuple((OUTLINE, code) for code in self.codes) + ((HELD_BACK,) if held else ()),
            note_turns=tuple(self.notes),
            parts=tuple(self._numbered(part) for part in parts_of(questions, answers, self.items)),
            confidence=self.confidence,
        )

    def _numbered(self, part: Exchange) -> Exchange:
        """A part under its exchange's agenda item, with the number of the 通告 item whose label it bears."""
        code = next((i.code for i in self.items if i.code and i.label == part.topic), "")
        return replace(part, agenda=self.agenda, notes=((OUTLINE, code),) if code else ())


def opened_by(turn: Utterance, found: Sequence[tuple[int, Item]]) -> Opened:
    """The exchange of a turn that announces items of the outline, (offset, item) each: from the first announcement on."""
    items = [item for _, item in found]
    topic = items[0].label if len(items) == 1 else (items[0].parent or "、".join(i.label for i in items))
    parts = items[0].children if len(items) == 1 else tuple(items)
    opened = Opened([turn_of(turn, found[0][0])], topic, items[0].parent or turn.agenda, items=parts)
    opened.codes = tuple(item.code for item in items if item.code)
    return opened


class Results:
    """What is done. `waiting`: numbered questions that wait for a reply, number → place in `done`."""

    def __init__(self) -> None:
        self.done: list[Exchange] = []
        self.waiting: dict[int, int] = {}

    def add(self, opened: Opened) -> None:
        """An exchange that has been heard out."""
        if not opened.answers:
            self.waiting |= {number: len(self.done) for number in opened.numbers}
        self.done.append(opened.exchange())

    def answer(self, opened: Opened, turn: Utterance) -> None:
        """A reply to what is open, and to those who asked just before and are answered with it."""
        if not opened.answers and not self.waiting:
            for _ in range(asked_together(turn.text, opened.questions, self.done)):
                opened.questions[:0] = self.done.pop().questions
        opened.answers.append(turn_of(turn))

    def statement(self, turn: Turn, agenda: str, topic: str) -> None:
        """Words that belong to no exchange; short ones are not worth keeping."""
        if len(turn.text) >= STATEMENT_MIN:
            self.done.append(Exchange("", topic, "statement", (), (turn,), agenda))

    def request(self, turn: Turn, agenda: str, topic: str) -> None:
        """A chair's own request that nobody answers."""
        self.done.append(Exchange("", topic, "opinion", (turn,), (), agenda, confidence=ADJACENT))

    def late(self, turn: Utterance, opened: Opened | None, before: Sequence[Utterance] = ()) -> bool:
        """Whether a reply was a belated one, or adds to one (`before`: the two turns before it); it has joined the exchange that waited
        for it."""
        if opened is None and supplements(turn, before, self.done):
            self.done[-1] = with_late_reply(self.done[-1], turn)
            return True
        own = opened is not None and any(said.speaker == turn.speaker for said in opened.answers)
        if own and corrects(turn.text):
            return False  # what he said a moment ago
        place = belongs_to(
            turn, self.done, opened.questions if opened else (), opened is None or bool(opened.answers)
        )
        if place is not None:
            self.done[place] = with_late_reply(self.done[place], turn)
        return place is not None

    def awaits(self, numbers: tuple[int, ...]) -> bool:
        """Whether a question of one of these numbers waits for its reply."""
        return any(number in self.waiting for number in numbers)

    def numbered(self, turn: Utterance, numbers: tuple[int, ...]) -> None:
        """答弁1・2: joins the questions of those numbers, which were put down as unanswered, into one exchange."""
        places = sorted({self.waiting.pop(n) for n in numbers if n in self.waiting})
        first = self.done[places[0]]
        questions = tuple(q for p in places for q in self.done[p].questions)
        self.done[places[0]] = replace(
            first,
            status="answered",
            questions=questions,
            answers=(*first.answers, turn_of(turn)),
            confidence=PRINTED,
        )
        for place in reversed(places[1:]):
            del self.done[place]
            self.waiting = {n: p - (p > place) for n, p in self.waiting.items()}
