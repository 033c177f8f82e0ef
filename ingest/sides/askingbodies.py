"""Those on a board whom the record calls by whom they stand for (バス事業者：…, 住民代表：…) while the others are its 委員.

Operators are mostly asked, and answer; what they ask themselves the office does not tell, but the meeting does: nobody has just asked them, and
those who answer the members answer them.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.types import Utterance
from ingest.people.capacity import is_body, stands_for
from ingest.phrases.wording import asks


def asking_bodies(utterances: Sequence[Utterance]) -> set[int]:
    """Indices of the turns in which such a one asks and an officer replies; right behind a member's turn it may be the one who was asked."""
    if not any(u.speaker.side == "member" for u in utterances):
        return set()
    found: set[int] = set()
    for before, utterance, after in zip(utterances, utterances[1:], utterances[2:], strict=False):
        office = utterance.speaker.office
        if (
            (stands_for(office) or is_body(office))
            and utterance.speaker.side in ("other", "executive")
            and before.speaker.side != "member"
            and after.speaker.office != office
            and _replies(after)
            and asks(utterance.text)
        ):
            found.add(utterance.index)
    return found


def _replies(utterance: Utterance) -> bool:
    """Whether an officer speaks, and not another who is called by whom he stands for."""
    speaker = utterance.speaker
    return speaker.side in ("secretariat", "executive") and not (
        stands_for(speaker.office) or is_body(speaker.office)
    )
