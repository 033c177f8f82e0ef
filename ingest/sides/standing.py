"""Who stands where in this meeting: what the office alone does not tell, the meeting does.

委員長 presides over a committee and reports as a member in the plenary; 副委員長 presides when nobody else does; ◆ asks
and ◎ answers where a record uses both signs; a name without an office asks when its words are questions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.types import Side, Speaker, Utterance
from ingest.people.capacity import stands_for
from ingest.people.offices import is_deputy, is_organ, is_presiding, is_public
from ingest.phrases.wording import asks
from ingest.sides.askingbodies import asking_bodies
from ingest.sides.calledoffices import called, with_called_offices
from ingest.sides.ownsurname import with_surnames_in_bu
from ingest.sides.presiding import (
    acting_turns,
    conferring_chairs,
    convener_of,
    deputy_turns,
    has_moderation,
    names_own_seat,
    presider_of,
    presiding_side,
    replying_turns,
)
from ingest.sides.publicmeetings import members_reply, side_among_public
from ingest.sides.twosided import (
    asking_auditors,
    asking_directors,
    asking_heads,
    asking_officers,
    on_board,
    sitting_bodies,
)
from ingest.text.normalize import squeeze

UNKNOWN_MODERATES = 0.6
"""Share of short turns with moderation from which a name without an office presides."""
SHORT_TURN = 200
"""Characters up to which moderation makes a turn that of one who presides; a member's long turn may move on, too."""
UNKNOWN_ASKS = 0.3
"""Share of asking turns from which a name without an office counts as a member."""


_BOARD = re.compile(
    r"(?:農業委員会|教育委員会|審議会|協議会|懇談会|懇話会|検討会|部会|(?<!定例)(?<!臨時)(?<!本)会議)(?:総会)?$"
    r"|^(?!.*議会).*委員会$"
)


def is_plenary(speakers: Sequence[Speaker], body: str = "") -> bool:
    """Whether a 議長 presides over an assembly: a plenary (本会議), where committee chairs are members among others.

    The 議長 of a board (農業委員会, 審議会: its 会長) presides over no plenary; `body` is the meeting's.
    """
    if _BOARD.search(body):
        return False
    chairs = Counter(s.office for s in speakers if is_presiding(s.office))
    plenary = sum(n for office, n in chairs.items() if office.endswith("議長"))
    return plenary > 0 and plenary >= max(
        (n for office, n in chairs.items() if not office.endswith("議長")), default=0
    )


@dataclass(frozen=True, slots=True)
class _Meeting:
    """What the turns of a meeting show together of who stands where."""

    body: str
    offices: frozenset[str]
    plenary: bool
    presiding: set[str]
    """Offices among the speakers that preside somewhere, deputies and boards aside."""
    members: set[str]
    """Offices that preside or answer elsewhere and are members here."""
    presider: tuple[str, str] | None
    """Name and office of who presides where no such office does."""
    replying: set[int]
    """Indices of the turns in which such a one replies to what a member just asked."""
    moderating: set[str]
    """Offices of those who move the meeting on."""
    acting: set[int]
    deputised: set[int]
    """Indices of the turns in which somebody acts as chair, and in which a deputy presides."""
    asking: set[int]
    """Indices of the turns in which a 教育長 asks as a member of the board."""
    by_sign: dict[str, Side]
    known: dict[str, Speaker]
    """Attendees by their names without blanks."""
    unknown: dict[str, Side]
    """Sides of names without an office."""
    seated: bool
    """Whether a board sits below one who presides, and nobody is called its member."""
    public: bool
    """Whether residents speak, and nobody as a member."""
    asked_by_public: bool
    told_by_members: bool
    """Whether residents ask and members reply, as in a council's own meeting with them (議会報告会)."""
    counts: Counter[str]
    """Turns by office."""
    asking_bodies: set[int]
    """Indices of the turns in which one asks who is called by whom he stands for."""


def settle(
    utterances: Sequence[Utterance], styles: Sequence[str], roster: Sequence[Speaker], body: str
) -> tuple[Utterance, ...]:
    """The utterances with the sides that this meeting shows; `styles` are those of their marks."""
    listed = {squeeze(s.name) for s in roster}
    if not any(u.speaker.name in listed for u in utterances):
        utterances = with_called_offices(utterances)
    utterances = with_surnames_in_bu(utterances, body)
    meeting = _read(utterances, styles, roster, body)
    return tuple(_settled(u, style, meeting) for u, style in zip(utterances, styles, strict=True))


def _read(
    utterances: Sequence[Utterance], styles: Sequence[str], roster: Sequence[Speaker], body: str
) -> _Meeting:
    speakers = [u.speaker for u in utterances]
    offices = frozenset(s.office for s in speakers)
    plenary = is_plenary(speakers, body)
    presiding = {
        office
        for office in offices
        if is_presiding(office) and not is_deputy(office) and not on_board(office, body, offices)
    }
    sides = {s.side for s in speakers}
    named = any(s.side == "member" and (s.office or s.name) for s in speakers)  # （意見） names nobody
    public = not named and any(is_public(s.office) for s in speakers)
    seated = bool(presiding) and not named
    return _Meeting(
        body=body,
        offices=offices,
        plenary=plenary,
        presiding=presiding,
        members=(set() if plenary else conferring_chairs(presiding) | asking_heads(speakers))
        | asking_directors(utterances, body)
        | asking_auditors(utterances)
        | (sitting_bodies(utterances) if seated and sides & {"secretariat", "executive"} else set()),
        presider=None if presiding else _presider(utterances, public, body),
        replying=replying_turns(utterances),
        moderating={u.speaker.office for u in utterances if has_moderation(u.text)},
        acting=acting_turns(utterances),
        asking=asking_officers(utterances, body, () if plenary else roster),
        deputised=set() if plenary else deputy_turns(utterances),
        by_sign=_by_sign(speakers, styles),
        known={squeeze(s.name): s for s in roster if s.name},
        unknown=_unknown_sides(utterances, plenary),
        seated=seated,
        public=public,
        asked_by_public=public and ("executive" in sides or "" in offices),
        told_by_members=members_reply(utterances),
        counts=Counter(s.office for s in speakers),
        asking_bodies=set() if plenary or public else asking_bodies(utterances),
    )


_HEAD = re.compile(r"(?:[市町村区]長|知事|管理者)$")
"""Heads of the executive, of those who may speak with residents; staff do preside there."""


def _presider(utterances: Sequence[Utterance], public: bool, body: str) -> tuple[str, str] | None:
    """Who presides where no such office does: with residents not the mayor, who thanks each of them and replies."""
    found = presider_of(utterances) or convener_of(utterances, body)
    return None if public and found and _HEAD.search(found[1]) else found


def _settled(utterance: Utterance, style: str, meeting: _Meeting) -> Utterance:
    speaker = utterance.speaker
    side = _side_here(utterance, style, meeting)
    if side is None:
        side = speaker.side
        if side == "other" and (entry := _entry(speaker.name, meeting.known)):
            side, speaker = entry.side, replace(speaker, office=speaker.office or entry.office)
    if meeting.told_by_members:
        side = side_among_public(speaker, side, meeting.moderating)
    if side == "other":
        side = _side_of_unknown(speaker, meeting)
    if side == utterance.speaker.side and speaker is utterance.speaker:
        return utterance
    return replace(utterance, speaker=replace(speaker, side=side))


def _side_here(utterance: Utterance, style: str, meeting: _Meeting) -> Side | None:
    """The side that the mark, the body or who presides gives a turn, the surest first; None where none of them says."""
    office, side = utterance.speaker.office, utterance.speaker.side
    if style in ("qa", "arrow", "told") and side != "other":
        return side  # 問 and 答 say who asks, whoever presides
    if utterance.index in meeting.acting:
        return "chair"
    if utterance.index in meeting.asking or utterance.index in meeting.asking_bodies:
        return "member"
    directors = meeting.body.endswith("委員会理事会")
    if (office == "主査" and "分科員" in meeting.offices) or (office == "理事長" and directors):
        return "chair"  # of a 分科会 of the Diet; of the 理事 of a committee
    if office == "委員長" and directors and "理事長" in meeting.offices:
        return "executive"  # whom they ask about the committee
    if office in meeting.members or on_board(office, meeting.body, meeting.offices):
        return "member"
    if style.startswith("sign:") and style[-1] in meeting.by_sign and side not in ("secretariat", "chair"):
        return "member" if _SEAT.match(office) else meeting.by_sign[style[-1]]  # ◎３番 speaks in a debate
    if utterance.index in meeting.deputised:
        return "chair"
    if (utterance.speaker.name, office) == meeting.presider:
        return None if utterance.index in meeting.replying else "chair"
    if office and is_presiding(office):
        return _side_of_chair(utterance, meeting)
    return "executive" if meeting.plenary and side == "member" and is_organ(office) else None


def _side_of_chair(utterance: Utterance, meeting: _Meeting) -> Side:
    """The side of one whose office presides somewhere."""
    office = utterance.speaker.office
    side = presiding_side(office, meeting.plenary, meeting.presiding, meeting.counts)
    if side == "chair" and is_deputy(office) and office not in meeting.moderating:
        side = "member"
    if side == "member" and office == "議長" and _OPENS.search(utterance.text):
        side = "chair"  # he opens the first sitting of a committee, which has no chair yet
    return side


def _side_of_unknown(speaker: Speaker, meeting: _Meeting) -> Side:
    """The side of one of whom neither label nor roster says it."""
    if meeting.asked_by_public and is_public(speaker.office):
        return "member"
    if speaker.office.endswith("記者"):
        return "member"  # フリー記者 beside 海浜新聞
    if speaker.office:
        return "member" if meeting.seated and speaker.name and stands_for(speaker.office) else "other"
    # 青山：… among 父母：…, in a meeting that the town holds with residents
    return "executive" if meeting.public else meeting.unknown.get(speaker.name, "other")


def _by_sign(speakers: Sequence[Speaker], styles: Sequence[str]) -> dict[str, Side]:
    """◆ asks and ◎ answers where a record uses both; unless the offices behind ◆ are those of the executive."""
    asked = Counter(s.side for s, style in zip(speakers, styles, strict=True) if style == "sign:◆")
    answered = any(style == "sign:◎" for style in styles)
    if not asked or not answered or asked["executive"] > asked["member"]:
        return {}
    return {"◆": "member", "◎": "executive"}


_SEAT = re.compile(r"^(?:議席)?\d{1,3}番")
_OPENS = re.compile(r"(?:委員会|会議)を(?:開会|開き|開催)")


def _entry(name: str, known: dict[str, Speaker]) -> Speaker | None:
    """The attendee of that name, or the only one of that surname."""
    if not name:
        return None
    if name in known:
        return known[name]
    found = [speaker for full, speaker in known.items() if full.startswith(name) or name.startswith(full)]
    return found[0] if len(found) == 1 else None


def _unknown_sides(utterances: Sequence[Utterance], plenary: bool) -> dict[str, Side]:
    """Sides of names without an office.

    Those who often ask are members. All of them are where offices answer and nobody else asks, or where only a chair has an office.
    Others stay unknown.
    """
    bearers = _bearers(utterances)
    seated = {u.speaker.name for u in utterances if names_own_seat(u.text)}
    answering = any(u.speaker.is_officer for u in utterances)
    asking = any(u.speaker.side == "member" for u in utterances)
    presided = any(u.speaker.side == "chair" for u in utterances)
    first, last = (utterances[0].speaker.name, utterances[-1].speaker.name) if utterances else ("", "")
    # opens the meeting and closes it
    ends = first if first == last and first in bearers and bearers[first].turns > 1 else None
    sides: dict[str, Side] = {}
    for name, bearer in bearers.items():
        if name in seated:
            sides[name] = "member"
        elif bearer.only_calls() or (not presided and bearer.moderates(name == ends)):
            sides[name] = "chair"
        elif bearer.asks_often() or (answering and (plenary or not asking)):
            sides[name] = "member"
        elif presided and len(bearers) > 1 and not (answering or asking):
            sides[name] = "member"  # who but members sits below a chair, where no other office speaks?
    return sides


@dataclass(slots=True)
class _Bearer:
    """What the turns of a name without an office do, as counts of them."""

    turns: int = 0
    asking: int = 0
    moderating: int = 0
    calling: int = 0
    moving_on: int = 0
    """Moderate, or call on somebody."""

    def only_calls(self) -> bool:
        """Stands for the one who presides: he only calls on others and moves on."""
        return self.turns > 2 and self.moving_on == self.turns and self.calling > 1 and not self.asking

    def moderates(self, ends: bool) -> bool:
        """Leads the meeting so often that he presides; `ends`: whether he opens the meeting and closes it."""
        often = self.turns > 2 and self.moderating >= UNKNOWN_MODERATES * self.turns
        return often or (ends and self.moderating == self.turns)

    def asks_often(self) -> bool:
        """Asks so often that he is a member."""
        return self.asking >= UNKNOWN_ASKS * self.turns


def _bearers(utterances: Sequence[Utterance]) -> dict[str, _Bearer]:
    """Those who are called by a name alone, in the order in which they first speak."""
    bearers: dict[str, _Bearer] = defaultdict(_Bearer)
    for utterance in utterances:
        if utterance.speaker.office or utterance.speaker.side != "other":
            continue
        text, bearer = utterance.text, bearers[utterance.speaker.name]
        moderating = len(text) < SHORT_TURN and has_moderation(text)
        calling = len(text) < SHORT_TURN and called(text) is not None
        bearer.turns += 1
        bearer.asking += asks(text)
        bearer.moderating += moderating
        bearer.calling += calling
        bearer.moving_on += moderating or calling
    return bearers
