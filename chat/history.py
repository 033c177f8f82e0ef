"""Follow-ups: a question that leans on the conversation is completed from it, without a language model.

Which question a new one leans on is decided here; `retriever.analysis.Analyser.follow_up` then adds the words of that question
with a smaller weight and takes over town and period. What the assistant answered counts a little too: 「その組織は」 points at
something that the answer named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chat.types import Message
from retriever.question import is_follow_up, leans

BARE, SUBJECT = 2, 0.6
"""Informative words up to which, all of them lighter than `SUBJECT` (待機児童 would be a subject of its own), a question asked after
others cannot stand by itself (「どういうときに使えるお金ですか」). On 20 follow-ups 1 to 3 gave 0.90 of the facts, 0 (only the wording
decides) 0.81."""


CHAIN = 3
"""Questions before the last one that are looked through for the one that a chain of follow-ups began with."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a follow-up leans on: the question before and the answer to it; both empty for a new subject.

    `certain`: the wording says so (「その」「では」) or hardly a word says what it is about; one that is only short may also stand by
    itself.
    """

    question: str = ""
    answer: str = ""
    certain: bool = False

    def __bool__(self) -> bool:
        return bool(self.question)


def context_of(
    question: str,
    history: Sequence[Message],
    content_words: int,
    telling: float = 0.0,
    scoped: bool = False,
) -> Context:
    """The context of `question`; empty where it stands by itself or nothing was asked before.

    `content_words` is how many informative words it has of its own, `telling` the weight of the most telling of them, `scoped`: it
    says itself of which towns it is asked. One that does not may go on from the conversation however long it is: nobody names the
    town anew in each question.

    Of a chain of follow-ups the first question comes along, so that the subject is not lost.
    """
    asked = [i for i, message in enumerate(history) if message.role == "user"]
    if not asked or (scoped and not is_follow_up(question, content_words)):
        return Context()
    last = asked[-1]
    answer = next((m.content for m in history[last + 1 :] if m.role == "assistant"), "")
    chain = [history[last].content]
    for i in reversed(asked[:-1][-CHAIN:]):
        if not leans(chain[0]):
            break
        chain.insert(0, history[i].content)
    bare = content_words <= BARE and telling < SUBJECT
    certain = bare or leans(question)
    return Context(" ".join(chain), answer, certain)
