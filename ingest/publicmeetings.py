"""Meetings that a council holds with residents (議会報告会): residents ask there, and the council's members reply."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.types import Side, Speaker, Utterance
from ingest.offices import is_public
from ingest.presiding import has_moderation
from ingest.wording import asks

_COUNCIL: tuple[Side, ...] = ("member", "chair")


def members_reply(utterances: Sequence[Utterance]) -> bool:
    """Whether nobody but the council's own replies to the residents, and residents ask more than they are asked."""
    if any(u.speaker.side in ("executive", "secretariat") for u in utterances):
        return False
    replied = sum(_asked_by_public(a) and _answers(b) for a, b in pairwise(utterances))
    heard = sum(u.speaker.side == "member" and asks(u.text) for u in utterances)
    return replied > heard


def side_among_public(speaker: Speaker, side: Side, moderating: set[str]) -> Side:
    """The side in such a meeting: who asks is a member there, and who replies stands for the council."""
    if side == "other" and is_public(speaker.office):
        return "member"
    replies = side == "member" or (side == "chair" and speaker.office not in moderating)
    return "executive" if replies else side


def _asked_by_public(utterance: Utterance) -> bool:
    return is_public(utterance.speaker.office) and asks(utterance.text)


def _answers(utterance: Utterance) -> bool:
    text = utterance.text
    return utterance.speaker.side in _COUNCIL and not has_moderation(text) and not asks(text)
