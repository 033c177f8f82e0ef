"""Follow-ups: a question that leans on the conversation is completed from it, without a language model.

The words of the question before are added with a smaller weight, and town and period are taken over where the new question
names none. What the assistant answered counts a little too: 「その組織は」 points at something that the answer named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chat.types import Message
from retriever.question import is_follow_up

PREVIOUS = 0.55
"""Weight of the previous question's words beside the new one's; 0.4–0.7 measured alike on the follow-ups of the gold sets."""

ANSWERED = 0.2
"""Weight of the previous answer's words: enough to tell two exchanges of one subject apart, not enough to lead away."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a follow-up leans on: the question before and the answer to it; both empty for a new subject."""

    question: str = ""
    answer: str = ""

    def __bool__(self) -> bool:
        return bool(self.question)


def context_of(question: str, history: Sequence[Message], content_words: int) -> Context:
    """The context of `question`; empty where it stands by itself or nothing was asked before.

    Of a chain of follow-ups the first question comes along, so that the subject is not lost.
    """
    asked = [i for i, message in enumerate(history) if message.role == "user"]
    if not asked or not is_follow_up(question, content_words):
        return Context()
    last = asked[-1]
    answer = next((m.content for m in history[last + 1 :] if m.role == "assistant"), "")
    chain = [history[last].content]
    for i in reversed(asked[:-1][-3:]):
        if not is_follow_up(chain[0], 99):
            break
        chain.insert(0, history[i].content)
    return Context(" ".join(chain), answer)


def with_context(
    own: Mapping[str, float], previous: Mapping[str, float], answered: Mapping[str, float]
) -> dict[str, float]:
    """The new question's weighted words with those that it leans on; its own always count most."""
    out = dict(own)
    for terms, share in ((previous, PREVIOUS), (answered, ANSWERED)):
        for form, weight in terms.items():
            out[form] = max(out.get(form, 0.0), share * weight)
    return out
