"""Follow-ups: a question that leans on the conversation is completed from it, without a language model.

Which questions a new one leans on is decided here; `retriever.analysis.Analyser.follow_up` then adds the words of these questions
with a smaller weight and takes over the period. What the assistant answered counts a little too: 「その組織は」 points at
something that the answer named. Asides (`chat.questions.asides`, `chat.questions.recalled`) are no part of it: who says thanks goes on from what was spoken of before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chat.answers.going_on import BARE
from chat.framing import quotations_in
from chat.questions.asides import aside
from chat.questions.recalled import asks_what_i_asked
from chat.types import Message
from corpus.patterns import any_of
from retriever.question import is_follow_up, leans, normalise

SUBJECT = 0.6
"""Weight from which a word is a subject of its own (待機児童): with one of them a question asked after others stands by itself."""


CHAIN = 5
"""Questions before the last one that are looked through for the one that a chain of follow-ups began with."""


@dataclass(frozen=True, slots=True)
class Said:
    """A question of the conversation and the answer to it; `towns` as of `Message`."""

    question: str
    answer: str = ""
    towns: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a follow-up leans on: the questions before and the newest answer to them; both empty for a new subject.

    `certain`: the wording says so (「その」「では」) or hardly a word says what it is about; one that is only short may also stand by
    itself.
    """

    question: str = ""
    answer: str = ""
    certain: bool = False

    def __bool__(self) -> bool:
        return bool(self.question)


def said_before(history: Sequence[Message]) -> tuple[Said, ...]:
    """The questions of a conversation with their answers, oldest first, without asides."""
    said: list[Said] = []
    for i, message in enumerate(history):
        if message.role != "user" or aside(message.content) or asks_what_i_asked(message.content):
            continue
        replies = (m.content for m in history[i + 1 : i + 2] if m.role == "assistant")
        said.append(Said(message.content, next(replies, ""), message.towns))
    return tuple(said)


def messages_of(said: Sequence[Said]) -> tuple[Message, ...]:
    """`said` as messages."""
    return tuple(
        message
        for one in said
        for message in (Message("user", one.question, one.towns), Message("assistant", one.answer))
    )


def context_of(
    question: str,
    said: Sequence[Said],
    content_words: int,
    telling: float = 0.0,
    scoped: bool = False,
    bare: Callable[[str], bool] = lambda _: False,
) -> Context:
    """What `question` leans on in the conversation; empty where it stands by itself or nothing was asked before.

    Args:
        question: the new question.
        said: the conversation, oldest first.
        content_words: how many informative words the question has of its own.
        telling: the weight of the most telling of them.
        scoped: the question names its towns. One that does not may go on from the conversation however long it is: nobody names
            the town anew in each question.
        bare: whether a question of the conversation could not stand by itself (`is_bare`).

    The first question of a chain of follow-ups comes along, so that the subject is not lost. It is a chain where the wording says
    so, or where the answers quote the same reply.
    """
    if not said or (scoped and not is_follow_up(question, content_words)):
        return Context()
    chain = [said[-1]]
    for one in reversed(said[:-1][-CHAIN:]):
        of_one_reply = is_bare(content_words, telling) and _quotes_the_same(chain[0], one)
        if not (leans(chain[0].question) or bare(chain[0].question) or of_one_reply):
            break
        chain.insert(0, one)
    answer = next((one.answer for one in reversed(chain) if quotations_in(one.answer)), chain[-1].answer)
    certain = is_bare(content_words, telling) or leans(question)
    return Context(" ".join(one.question for one in chain), answer, certain)


def is_bare(content_words: int, telling: float) -> bool:
    """Whether so few words, the most telling of this weight, say too little to stand by themselves."""
    return content_words <= BARE and telling < SUBJECT


def _quotes_the_same(one: Said, other: Said) -> bool:
    """Whether two answers show a sentence of the same reply."""
    theirs = quotations_in(other.answer)
    return any(a in b or b in a for a in quotations_in(one.answer) for b in theirs)


_EARLIER = re.compile(
    any_of(
        # 「さっきの石浜市の件だけど、」「最初に聞いた除雪の話に戻ると、」
        r"(?:さっき|先ほど|さきほど|先程|最初|はじめ|初め|前|以前)(?:の|に(?:聞いた|尋ねた|質問した|出た|話した))、?"
        r"(?P<what>[^。、]{0,24}?)の?(?:件|話題?|質問|問い|こと|続き)"
        + any_of(
            *"なんですけど なんですが なのですが だけど だが ですけど ですが について(?:です)?が?".split(),
            r"に(?:関して|戻って|戻ると|戻りますが?|戻るけど)",
            *"では で は を 、".split(),
        )
        + r"?[、。]?",
        # "Back to the question of snow clearing: "
        r"\b(?:back|returning|going back|coming back) to (?:the )?(?:question|matter|topic|subject)? ?(?:of |about |on )?"
        r"(?P<what_en>[^,.:]{0,40})[,.:]\s*",
    ),
    re.IGNORECASE,
)
"""A matter that was spoken of earlier: 「さっきの八千代市の件だけど、」「最初の話に戻って、」."""


def earlier(question: str, said: Sequence[Said]) -> tuple[str, tuple[Said, ...]] | None:
    """For a question that goes back to an earlier matter (さっきの給食の件で…): what it asks of that matter, which may be empty,
    and the conversation up to there. None where the question does not go back, or nothing of the kind was asked."""
    text = normalise(question)
    found = _EARLIER.search(text)
    if found is None or not said:
        return None
    rest = text[: found.start()] + text[found.end() :]
    what = (found["what"] or found["what_en"] or "").strip()
    if not what:
        first = found[0].startswith(("最初", "はじめ", "初め"))
        return rest, tuple(said[:1] if first else said)
    pieces = [piece for piece in re.split(r"[のとやにはをが、\s]", what) if len(piece) > 1] or [what]
    held = [sum(piece.lower() in one.question.lower() for piece in pieces) for one in said]
    if not max(held):
        held = [sum(piece.lower() in one.answer.lower() for piece in pieces) for one in said]
    best = max(held)
    if not best:
        return None
    last = max(i for i, each in enumerate(held) if each == best)
    return rest, tuple(said[: last + 1])
