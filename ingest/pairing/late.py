"""Replies given later: 先ほどの…議員の御質問に対する答弁を保留しておりましたので、… belongs to the question that waited for it; what an
officer adds to his reply (すみません。…については) when the chair has already asked for other questions belongs to that reply."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.types import Exchange, Speaker, Turn, Utterance
from ingest.pairing.pieces import turn_of
from ingest.phrases.floor import calls, floor_of
from ingest.phrases.replying import goes_back, holds_back, late_reply_to, returns_to
from ingest.text.normalize import squeeze

_CORRECTS = re.compile(
    r"^(?:[^。]{0,30}。)?[^。]{0,20}(?:先ほど|先程|さきほど)[^。]{0,80}(?:申し上げ|答え|答弁|説明|お伝え|発言)[^。]{0,20}(?:が|けれども)、?"
    r"[^。]{0,60}(?:誤り|間違|訂正)"
)
"""先ほど…２基と申し上げましたが、３基の誤りでございました。: of what he himself said before."""
HELD_BACK = ("答弁", "保留（あとの答弁は見つかりません）")
"""Note of an exchange whose reply was put off (後ほど答弁いたします) and does not follow in the record."""
LATE = 0.9
"""Confidence of a reply that is joined to its question by the member's name."""


def belongs_to(
    turn: Utterance, done: Sequence[Exchange], asking: Sequence[Turn], replied: bool
) -> int | None:
    """Place in `done` of the exchange that a belated reply answers; None where the turn is none, or replies to `asking`.

    The latest one of the named member that still waits; without a name, the latest whose reply was held back; at last the
    latest one of that member. `replied`: nobody waits now, so that an officer who goes back to something (先ほどの…) gives
    the answer that he himself held back, or corrects his own.
    """
    if replied and corrects(turn.text):
        return next((p for p in range(len(done) - 1, -1, -1) if _answered(done[p], turn)), None)
    if replied and goes_back(turn.text):
        own = (p for p in range(len(done) - 1, -1, -1) if HELD_BACK in done[p].notes)
        place = next((p for p in own if done[p].answers[-1].speaker == turn.speaker), None)
        if place is not None:
            return place
    asker = late_reply_to(turn.text)
    promised = asker is not None
    if asker is None:
        asker = returns_to(turn.text)  # says no word of an answer put off: only one that was counts
    if asker is None or asked_by(asking, asker):
        return None
    places = [p for p in range(len(done) - 1, -1, -1) if done[p].status != "statement" and done[p].questions]
    for place in places:
        held = bool(done[place].answers) and holds_back(done[place].answers[-1].text)
        waits = held or done[place].status == "unanswered"
        if (asked_by(done[place].questions, asker) and waits) if asker else held:
            return place
    return next((p for p in places if promised and asked_by(done[p].questions, asker)), None)


def corrects(text: str) -> bool:
    """Whether a reply corrects what its speaker said before."""
    return _CORRECTS.match(text) is not None


def _answered(exchange: Exchange, turn: Utterance) -> bool:
    return exchange.status == "answered" and any(said.speaker == turn.speaker for said in exchange.answers)


CALL_MAX = 40
"""Characters of a chair's words that only call on who speaks next (ほかに質疑ありませんか。建設課長。)."""


NAME_MAX = 16
"""Characters of a name with its office."""


def supplements(turn: Utterance, before: Sequence[Utterance], done: Sequence[Exchange]) -> bool:
    """Whether an officer adds to the reply that he gave last, with nothing but the chair's call between (`before`: those two turns)."""
    if len(before) < 2 or not done or done[-1].status != "answered":
        return False
    own, call = before
    floor = floor_of(call.text)
    another = floor.item or floor.explanation or floor.ends or len(call.text) > CALL_MAX
    if another or call.speaker.side != "chair" or not _calls_on(call.text, turn.speaker):
        return False
    return own.speaker == turn.speaker and done[-1].answers[-1].text == own.text


def _calls_on(text: str, speaker: Speaker) -> bool:
    """Whether a chair's last words are somebody's office or name (桑野課長。); who is asked whether there is anything else tells of that."""
    last = squeeze(text).rstrip("。").rpartition("。")[2]
    return calls(text, speaker.office) or (
        len(last) <= NAME_MAX and len(speaker.name) > 1 and last.startswith(speaker.name[:2])
    )


def with_late_reply(exchange: Exchange, turn: Utterance) -> Exchange:
    """The exchange with a belated reply; a reply held back is no longer missing."""
    return replace(
        exchange,
        status="answered",
        answers=(*exchange.answers, turn_of(turn)),
        notes=tuple(note for note in exchange.notes if note != HELD_BACK),
        confidence=min(exchange.confidence, LATE),
    )


def asked_by(questions: Sequence[Turn], surname: str) -> bool:
    """Whether one of the questions is by a member of that surname; False for an empty one."""
    return bool(surname) and any(q.speaker.name.startswith(surname) for q in questions if q.speaker.name)
