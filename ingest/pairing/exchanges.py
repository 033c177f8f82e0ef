"""Utterances to exchanges (質疑): who asked, who answered, what was neither.

The rules, read in order for each turn:
1. A member's turn opens an exchange; what the executive and the secretariat say up to the next member's turn answers it.
   Two member turns in a row: the answer belongs to the later, the earlier is an opinion (or an unanswered question).
   はい。 and thanks are nothing.
2. The chair moves the meeting on and belongs to no exchange, but: an own question makes the chair the questioner; a
   question that passes on a member's opinion is asked by both; a private view after a member's opinion is a note; an own
   request that nobody answers is an opinion.
3. What the chair calls for as an explanation, a report or a notice, and what nobody asked for, is a statement.
4. Matters of one question that the chair calls one after another are exchanges of their own (`ingest.pairing.topiccalls`), and so
   are its items where a reply takes up the next after further questions on the last (`ingest.pairing.itemwise`).
5. Where an outline (通告) is printed, each of its items makes an exchange, from the words in which the member takes it up;
   what the member says before them is a statement, and so is a closing speech.
6. Numbered replies (答弁1・2) answer those questions."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.types import Exchange, Speaker, Utterance
from ingest.pairing.itemwise import opened_item
from ingest.pairing.matters import Matter
from ingest.pairing.memberturns import (
    answers_back,
    closing,
    goes_on,
    is_guests_word,
    presents,
    replied_in_print,
    replies_as_member,
    replies_to_asker,
    unsettled,
)
from ingest.pairing.outline import Item, announced, read_outline
from ingest.pairing.pieces import turn_of
from ingest.pairing.results import ACROSS, ADJACENT, PRINTED, Opened, Results, opened_by
from ingest.pairing.topiccalls import topic_calls
from ingest.phrases.calls import comes_to_notices, moves_on
from ingest.phrases.chair import (
    CHAIR_STATEMENT_MIN,
    apart,
    chair_replies,
    leads,
    only_moderates,
    own_question,
    own_request,
    private_view,
    told_in_recess,
)
from ingest.phrases.floor import Floor, calls, floor_of, hands_on, takes_up
from ingest.phrases.moderation import (
    asks_too,
    asks_what_is_meant,
    permits,
    refers_back,
    relays,
    speaks_for_self,
)
from ingest.phrases.replying import explains, goes_to_report, no_reply, reads_out
from ingest.phrases.wording import asks, is_trivial, seeks_floor
from ingest.sides.standing import is_plenary
from ingest.text.lines import content_lines
from ingest.turns.reading import Reading
from ingest.types import Document


class _Pairing:
    """Walks through the turns once; `results` holds the exchanges in the order in which they begin."""

    def __init__(self, reading: Reading, outline: tuple[Item, ...]) -> None:
        self.reading = reading
        self.turns = reading.utterances
        self.plenary = is_plenary([u.speaker for u in self.turns], reading.meeting.body)
        self.outline = outline
        self.item = 0
        self.topic = ""
        self.open: Opened | None = None
        self.floor = Floor()
        self.mover: Speaker | None = None
        """The member who last explained a bill or a report."""
        self.matter = Matter(reading.meeting.agenda, self.turns, self.plenary)
        self.calls = topic_calls(self.turns) if self.plenary else {}
        self.results = Results()

    def run(self) -> tuple[Exchange, ...]:
        """Once through all turns; to be called once."""
        for index, turn in enumerate(self.turns):
            if index in self.reading.breaks and (
                self.open is None or self.open.answers or not self.open.asked or turn.speaker.side == "member"
            ):
                self.close()
            side = turn.speaker.side
            (self.matter.take_up if side == "chair" else self.matter.hear)(turn.text)
            turn = self.matter.titled(turn)
            if side == "chair":
                self.chair(index, turn)
            elif seeks_floor(turn.text, turn.speaker.office):
                continue
            elif side == "member":
                self.member(index, turn)
            else:
                self.reply(index, turn)
        self.close()
        return tuple(self.results.done)

    def member(self, index: int, turn: Utterance) -> None:
        """A member's turn: opens an exchange, goes on with the open one, or replies himself."""
        printed = self.reading.styles[index] in ("qa", "arrow")
        if is_trivial(turn.text) or leads(turn):
            return
        own = not self.plenary and replies_to_asker(index, turn, self.open, self.turns)
        if own or replies_as_member(turn, self.open, self.mover, self.floor.reply):
            self.reply(index, turn)
            return
        if self.open and (
            goes_on(index, turn, self.open, self.reading) or answers_back(index, turn, self.open, self.turns)
        ):
            self.open.questions.append(turn_of(turn))
            return
        self.close()
        asking = printed or asks(turn.text)
        if not replied_in_print(index, self.reading) and presents(
            index, self.turns, self.floor, self.plenary
        ):
            self.floor, self.mover = Floor(), turn.speaker
            self.statement(turn, topic=turn.topic)
            return
        self.floor = Floor()
        found = announced(turn.text, self.outline, self.item)
        if found:
            self.announce(turn, found)
        elif self.plenary and closing(index, self.turns, asking):
            self.statement(turn)
        else:
            self.open = Opened([turn_of(turn)], turn.topic or self.topic, self.matter.of(turn))
        if self.open and printed:
            self.open.confidence, self.open.numbers = PRINTED, self.reading.numbers[index]

    def announce(self, turn: Utterance, found: Sequence[tuple[int, Item]]) -> None:
        """A turn that announces items of the outline: one exchange from the first announcement on."""
        start, last = found[0][0], found[-1][1]
        if not is_trivial(turn.text[:start]):
            self.statement(turn, 0, start)
        self.item, self.topic = last.number, last.label
        self.open = opened_by(turn, found)

    def reply(self, index: int, turn: Utterance) -> None:
        """A turn of those who answer: a reply to what is open, else a statement."""
        numbers = self.reading.numbers[index]
        if turn.speaker.side == "other" and is_trivial(turn.text):
            if self.open and self.open.questions[-1].speaker.side == "chair":
                self.open = None  # （一同）異議なし
            return
        if self.results.late(turn, self.open, self.turns[max(index - 2, 0) : index]):
            return
        if self.open and is_guests_word(turn, self.open, self.turns):
            self.close()
        if self.results.awaits(numbers):
            self.close()
            self.results.numbered(turn, numbers)
            return
        if item := opened_item(turn, self.turns[:index], self.open, self.matter.now):
            self.close()
            self.open, self.floor = item, Floor()
            return
        if self.open and not (self.floor.explanation and (self.floor.item or self.open.answers)):
            self.reply_to(self.open, turn, self.turns[index - 1])
            return
        self.close()
        self.statement(turn, topic=turn.topic)
        self.floor = Floor()

    def reply_to(self, opened: Opened, turn: Utterance, before: Utterance) -> None:
        """A turn of those who answer, while an exchange is open; `before`: the turn before it."""
        led = (
            opened.confidence != PRINTED
            and only_moderates(turn.text)
            and not calls(before.text, turn.speaker.office)
        )
        if led and (asks(turn.text) or moves_on(turn.text) if opened.answers else not opened.asked):
            self.close()  # the clerk who leads until there is a chair, the mayor who presides
            return
        if no_reply(turn.text, bool(opened.answers)):
            return
        # 次長。: the chair lets somebody reply, and takes up nothing new
        named = before.speaker.side == "chair" and self.floor == Floor()
        tells = reads_out(turn.text) or (explains(turn.text) and not named) or goes_to_report(turn.text)
        if opened.passes(turn.text) or (tells and not opened.answers and not opened.asked):
            self.close()
            self.statement(turn, topic=turn.topic)
            return
        if before.speaker.side == "chair" and opened.confidence == ADJACENT:
            opened.confidence = ACROSS
        self.results.answer(opened, turn)
        self.floor = Floor()

    def chair(self, index: int, turn: Utterance) -> None:
        """The chair's turn: moves the meeting on, or asks and replies himself."""
        floor = floor_of(turn.text)
        if call := self.calls.get(index):
            if (
                self.open
                and not self.open.answers
                and self.open.questions[0].utterance == call.question.utterance
            ):
                self.open = None
            self.close()
            self.open = Opened([call.question], call.topic, self.matter.of(turn))
            self.floor = Floor()
            return
        after = next((u for u in self.turns[index + 1 :] if u.speaker.side != "chair"), None)
        answering = after is not None and after.speaker.side in ("executive", "secretariat", "other")
        if self.open and not self.open.answers:
            self.pass_on(turn, floor, answering)
            return
        if self.open and answering and hands_on(turn.text, floor, self.open.questions):
            return
        question = None if self.plenary or floor.explanation else own_question(turn.text, after, wish=True)
        if question and answering:
            self.close()
            self.open = Opened([turn_of(turn, *question)], turn.topic, self.matter.of(turn))
            self.floor = Floor()
            return
        ends = floor.item or floor.more or floor.ends or floor.notice
        if self.open and (ends or (self.open.answers and not self.plenary and own_request(turn.text))):
            self.close()
        request = None if self.plenary or self.open else own_request(turn.text)
        if request:
            self.results.request(turn_of(turn, *request), self.matter.of(turn), turn.topic)
        elif self.open is None and floor.substance >= CHAIR_STATEMENT_MIN:
            self.statement(turn, topic=turn.topic)
        if floor != Floor() or not self.floor.explanation:
            self.floor = floor  # a name alone (高山委員長。) calls for what was just announced

    def pass_on(self, turn: Utterance, floor: Floor, answering: bool) -> None:
        """The chair after a member's turn that nobody has answered yet."""
        assert self.open is not None
        asked = self.open.asked
        if asked and (told := told_in_recess(turn.text)):
            self.open.answers.append(turn_of(turn, *told))
            return
        doubted = asks_what_is_meant(turn.text) or permits(turn.text)
        self.open.asked_back = asked and not floor.explanation and doubted
        own = not self.plenary and (speaks_for_self(turn.text) or not relays(turn.text))
        if asked and own and answering and (question := own_question(turn.text)):
            # 私からも関連して: the reply is to both
            self.open.questions = [*unsettled(self.open.questions, turn), turn_of(turn, *question)]
            return
        before = "".join(q.text for q in self.open.questions)
        if not self.plenary and (reply := chair_replies(turn.text, before, asked, answering)):
            self.open.answers.append(turn_of(turn, *reply))
            self.floor = floor
            return
        if not asked and not self.plenary and self.joins_in(self.open, turn, floor, answering):
            return
        new = (floor.explanation or takes_up(turn.text, floor)) and not refers_back(turn.text)
        done = floor.ends or floor.item or comes_to_notices(turn.text)
        if done or (not asked and (floor.more or floor.notice or new)):
            self.close()
        self.floor = floor

    def joins_in(self, opened: Opened, turn: Utterance, floor: Floor, answering: bool) -> bool:
        """The chair of a committee who asks, wishes or comments after a member's opinion; whether that is all that the turn does."""
        question = own_question(turn.text)
        if question and answering:
            if floor.item or asks_too(turn.text) or apart(turn.text, opened.questions[-1].text):
                self.close()
                self.open = Opened([turn_of(turn, *question)], turn.topic, self.matter.of(turn))
            else:
                opened.questions.append(turn_of(turn, *question))
            return True
        view = private_view(turn.text)
        if view and not answering and not (floor.item or floor.ends or floor.explanation):
            opened.notes.append((f"{turn.speaker.office or '会長'}の所見", turn_of(turn, *view)))
        elif request := own_request(turn.text):
            self.close()
            self.results.request(turn_of(turn, *request), self.matter.of(turn), turn.topic)
            self.floor = floor
            return True
        return False

    def statement(self, turn: Utterance, start: int = 0, end: int | None = None, topic: str = "") -> None:
        self.results.statement(turn_of(turn, start, end), self.matter.of(turn), topic)

    def close(self) -> None:
        opened, self.open = self.open, None
        if opened is not None:
            self.results.add(opened)


def pair(document: Document, reading: Reading) -> tuple[Exchange, ...]:
    """The exchanges and statements of a meeting, in order; ids are given later.

    Where one person alone speaks there is nobody to answer: everything is a statement.
    """
    sides = {u.speaker.side for u in reading.utterances}
    if len({u.speaker for u in reading.utterances}) < 2 and not sides & {"member"}:
        return tuple(
            Exchange("", u.topic, "statement", (), (turn_of(u),), u.agenda) for u in reading.utterances
        )
    outline = read_outline(content_lines(document.text[slice(*reading.header)]))
    pairing = _Pairing(reading, outline)
    pairing.matter.lead(document.text[slice(*reading.header)])
    return pairing.run()
