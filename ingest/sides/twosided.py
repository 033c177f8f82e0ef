"""Offices of two sides, which reply elsewhere and ask here: 理事 of a council's committee, 教育長 and 教育委員 of a board, auditors, officers of
other bodies among the members, heads of governments who confer with those of a higher one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from corpus.types import Speaker, Utterance
from ingest.people.capacity import is_body
from ingest.people.offices import is_presiding, is_public
from ingest.phrases.wording import asks, wishes
from ingest.sides.presiding import replying_turns
from ingest.text.normalize import squeeze

DIRECTORS = ("理事", "副理事長")
"""Members of a committee who prepare its business; of other bodies, officers."""


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
    return {turn.index for turn in _asking_offices(utterances) if turn.speaker.office == "教育長"}


def _asking_offices(utterances: Sequence[Utterance]) -> Iterator[Utterance]:
    """The turns that ask, right before an officer who is another."""
    return (
        turn
        for turn, following in pairwise(utterances)
        if asks(turn.text) and following.speaker.is_officer and following.speaker != turn.speaker
    )


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
    asking = {turn.speaker for turn in _asking_offices(utterances)}
    replying = replying_turns(utterances)
    asking -= {u.speaker for u in said if u.index in replying}
    return {u.index for u in said if u.speaker in asking}


def sitting_bodies(utterances: Sequence[Utterance]) -> set[str]:
    """The bodies that sit on a board whose members bear no names (商工会, タクシー協会, 運輸支局): they ask the offices or wish, and
    no more of their turns reply to a question than that."""
    unnamed = [u for u in utterances if not u.speaker.name and not is_presiding(u.speaker.office)]
    turns = [u for u in unnamed if is_body(u.speaker.office)]
    asked = Counter(u.speaker.office for u in turns if asks(u.text) or wishes(u.text))
    replying = {b.index for a, b in pairwise(utterances) if asks(a.text) and a.speaker != b.speaker}
    replied = Counter(u.speaker.office for u in turns if u.index in replying and not asks(u.text))
    sit = {office for office in asked if asked[office] >= replied[office]}
    return (
        {u.speaker.office for u in turns if u.speaker.office in sit or not replied[u.speaker.office]}
        if sit
        else set()
    )


def _is_seated(name: str, listed: Sequence[tuple[str, bool]]) -> bool:
    """Whether the only one on the roster of this name, or of this surname, sits there as a member."""
    own = squeeze(name)
    found = [seated for one, seated in listed if len(own) > 1 and one.startswith(own)]
    return len(found) == 1 and found[0]


_EDUCATION = re.compile(r"(?:教育委員長?(?:職務代理者?)?|^委員長|^(?:委員長)?(?:職務)?代理者?)$")
_STANDS_IN = re.compile(r"(?:^|教育長)職務代理者?$")


def on_board(office: str, body: str, offices: Set[str]) -> bool:
    """教育委員 and 教育委員長 confer with the mayor in a 総合教育会議: members there, who ask the offices of the town; so is
    who stands in for a 教育長 that presides himself (地方教育行政の組織及び運営に関する法律 第13条), and 理事 of a committee."""
    if _STANDS_IN.search(office):
        return "教育長" in offices or body.endswith("総合教育会議")
    if body.endswith("委員会理事会"):
        return office in DIRECTORS
    return body.endswith("総合教育会議") and _EDUCATION.search(office) is not None


LOWER_MIN = 2
"""Heads of the lower governments at least: one alone may sit beside a minister and reply with him."""

_STATE = re.compile(r"大臣(?:政務官|補佐官)?$|政務官$|長官$|次官$")
_PREFECTURE = re.compile(r"(?:^|[都道府県])副?知事$|知事会(?:会長|副会長|\S{0,16}委員長)$")
_TOWN = re.compile(r"[市町村区]長$|(?:市長会|町村会|村長会|町長会)(?:会長|副会長)$")
_LEVELS = (_STATE, _PREFECTURE, _TOWN)


def asking_heads(speakers: Sequence[Speaker]) -> set[str]:
    """The offices of those who ask where heads of governments confer (国と地方の協議の場, 知事と市町村長の意見交換会): of the governments
    below the highest one that speaks. Empty in any other meeting, and where members, residents or the press ask."""
    if any(s.side == "member" or is_public(s.office) for s in speakers):
        return set()
    highest = next(
        (n for n, level in enumerate(_LEVELS) if any(level.search(s.office) for s in speakers)), len(_LEVELS)
    )
    if highest == 1 and len({s for s in speakers if _PREFECTURE.search(s.office)}) > 1:
        return set()  # governors among themselves
    below = {s for s in speakers if any(level.search(s.office) for level in _LEVELS[highest + 1 :])}
    return {s.office for s in below} if len({(s.name, s.office) for s in below}) >= LOWER_MIN else set()
