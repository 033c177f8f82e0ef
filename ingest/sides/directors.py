"""Offices of two sides: 理事 of a council's committee and of the executive, a 教育長 who asks as a member of the board, auditors,
officers of other bodies among the members."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.types import Speaker, Utterance
from ingest.phrases.wording import asks, wishes
from ingest.sides.presiding import replying_turns
from ingest.text.normalize import squeeze

DIRECTORS = ("理事", "副理事長")


def asking_directors(utterances: Sequence[Utterance], body: str) -> set[str]:
    """Which of these offices are of a committee's members: whoever mostly asks or wishes in a council's committee is."""
    if "議会" not in body or "委員会" not in body:
        return set()
    said = [u for u in utterances if u.speaker.office in DIRECTORS]
    asked = [u for u in said if asks(u.text) or wishes(u.text)]
    return {office for office in DIRECTORS if 2 * _of(asked, office) > _of(said, office)}


def asking_superintendents(utterances: Sequence[Utterance], body: str) -> set[int]:
    """Turns in which a 教育長 asks the offices under a 委員長: he was a member of the board himself until 2015
    (地方教育行政の組織及び運営に関する法律 before its amendment, 第16条), and its head of office as well."""
    if "教育委員会" not in body or not any(u.speaker.office == "委員長" for u in utterances):
        return set()
    return {
        turn.index
        for turn, following in pairwise(utterances)
        if turn.speaker.office == "教育長"
        and asks(turn.text)
        and following.speaker.side in ("executive", "secretariat")
        and following.speaker != turn.speaker
    }


_AUDITOR = re.compile(r"(?:代表|議選|識見|常勤)*監査委員(?:[A-ZＡ-Ｚ])?")


def asking_auditors(utterances: Sequence[Utterance]) -> set[str]:
    """Offices of 監査委員 who hear the officers at an audit: nobody else asks there, and most of their own turns do. Before a
    council they report and reply."""
    offices = {u.speaker.office for u in utterances if _AUDITOR.fullmatch(u.speaker.office)}
    said = [u for u in utterances if u.speaker.office in offices]
    others = {u.speaker.side for u in utterances if u.speaker.office not in offices}
    if "member" in others or not others & {"executive", "secretariat"}:
        return set()
    asked = sum(asks(u.text) for u in said)
    return offices if 2 * asked > len(said) else set()


def _of(utterances: Sequence[Utterance], office: str) -> int:
    return sum(u.speaker.office == office for u in utterances)


_SEATS = ("委員", "構成員")


def asking_officers(utterances: Sequence[Utterance], body: str, roster: Sequence[Speaker]) -> set[int]:
    """Turns of officers who sit as members: of the board, or of a committee whose roster counts them there."""
    return asking_superintendents(utterances, body) | sitting_officers(utterances, roster)


def sitting_officers(utterances: Sequence[Utterance], roster: Sequence[Speaker]) -> set[int]:
    """Turns of officers of other bodies who sit among the members (山手運輸局 古庄専門官 under 委員): the roster counts them
    there, they ask the offices and never reply."""
    listed = [(squeeze(one.name), one.office in _SEATS) for one in roster if one.name]
    said = [u for u in utterances if u.speaker.side == "executive" and _is_seated(u.speaker.name, listed)]
    asking = {
        turn.speaker
        for turn, following in pairwise(utterances)
        if asks(turn.text)
        and following.speaker.side in ("executive", "secretariat")
        and following.speaker != turn.speaker
    }
    replying = replying_turns(utterances)
    asking -= {u.speaker for u in said if u.index in replying}
    return {u.index for u in said if u.speaker in asking}


def _is_seated(name: str, listed: Sequence[tuple[str, bool]]) -> bool:
    """Whether the only one on the roster of this name, or of this surname, sits there as a member."""
    own = squeeze(name)
    found = [seated for one, seated in listed if len(own) > 1 and one.startswith(own)]
    return len(found) == 1 and found[0]
