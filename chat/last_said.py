"""What was said last, where that is asked for: older replies that are nearer in wording hide it in the whole record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from chat.answers.drafts import Draft
from chat.answers.reading import AS_SURE
from chat.types import FoundExchange
from corpus.periods import day_after
from retriever.asked import Question

LATER = 3
"""Times that the record after the newest reply found is looked through for a newer one: of five questions for what was said last over
10,469 exchanges three are answered from a later meeting, and the page no longer offers a later reply below 「最も新しいもの」."""

Found = tuple[FoundExchange, ...]


def newest(
    asked: Question,
    found: Found,
    draft: Draft,
    find: Callable[[Question], Found],
    drafted: Callable[[Question, Found], Draft],
) -> tuple[Found, Draft]:
    """The answer from the record after what is quoted, as long as that answers about as surely; `chat.follow_ups` would find it too.

    Args:
        asked: the question.
        found: what was found for it.
        draft: the answer from that.
        find: what is found for a question.
        drafted: the answer from what was found.
    """
    for _ in range(LATER):
        days = [citation.meeting.date for citation in draft.citations if citation.meeting.date]
        if not days:
            break
        asked = replace(asked, filters=replace(asked.filters, since=day_after(max(days))))
        later = find(asked)
        newer = drafted(asked, later)
        if not newer.citations or newer.confidence < AS_SURE * draft.confidence:
            break
        found, draft = later, newer
    return found, draft
