"""Meetings that a council holds with residents (議会報告会): residents ask there, and the council's members reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from corpus.types import Exchange, Side, Speaker, Turn, Utterance
from ingest.people.offices import is_public, side_of
from ingest.people.otherlabels import COUNCIL
from ingest.phrases.wording import asks
from ingest.sides.presiding import has_moderation

Said = TypeVar("Said", Turn, Utterance)
_COUNCIL: tuple[Side, ...] = ("member", "chair")
_PARTS = ("報告者", "説明者")
"""What one of the council's own does in such a meeting (報告者（森議員）); elsewhere an officer does."""


def members_reply(utterances: Sequence[Utterance]) -> bool:
    """Whether nobody but the council's own replies to the residents, and residents ask more than they are asked."""
    own = (u.speaker for u in utterances if u.speaker.office not in _PARTS)
    if any(speaker.is_officer for speaker in own):
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


def is_told_by_members(utterances: Sequence[Utterance]) -> bool:
    """Whether those who stand for the council (`side_among_public`) hold its own offices, and residents speak too."""
    offices = {u.speaker.office for u in utterances if u.speaker.side == "executive"} - {"", *_PARTS}
    public = any(is_public(u.speaker.office) for u in utterances)
    return public and bool(offices) and all(side_of(o) in _COUNCIL or o == COUNCIL for o in offices)


def as_member(turn: Said) -> Said:
    """A turn of one who stood for the council while turns were paired: a member of it."""
    replied = turn.speaker.side == "executive"
    return replace(turn, speaker=replace(turn.speaker, side="member")) if replied else turn


def by_members(exchange: Exchange) -> Exchange:
    """An exchange whose replies are those of the council's members."""
    return replace(
        exchange,
        questions=tuple(map(as_member, exchange.questions)),
        answers=tuple(map(as_member, exchange.answers)),
        parts=tuple(map(by_members, exchange.parts)),
    )


def _asked_by_public(utterance: Utterance) -> bool:
    return is_public(utterance.speaker.office) and asks(utterance.text)


def _answers(utterance: Utterance) -> bool:
    text = utterance.text
    return utterance.speaker.side in _COUNCIL and not has_moderation(text) and not asks(text)
