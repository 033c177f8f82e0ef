"""Names alone whose office the chair says as he calls on them: 福祉課長から説明をお願いします。 or only 福祉課長。 above 柴田　健　　…"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.types import Speaker, Utterance
from ingest.people.offices import is_office, is_presiding, side_of
from ingest.people.speakers import parse_label

_CALL = re.compile(
    r"(?:^|[、。，\s])((?!事務局[かよに])[一-鿿ァ-ヴー・]{2,14}[長幹佐事])(?:から|より|に)、?[^。、]{0,10}(?:説明|報告|答弁|お答え)[^。、]{0,14}(?:お願い|願い|求め)[^。]{0,8}。?\s*$"
)


LABEL_MAX = 16
"""Characters of an office with a name before it at most."""
CALLS = 3
"""Offices that one calls by themselves at least, so that it is how he gives the floor."""
WHOLE_NAME = 3
"""Letters of a name that tells one person, at least."""


def with_own_offices(utterances: Sequence[Utterance]) -> Sequence[Utterance]:
    """The utterances, those of a name alone with the office that the same name bears elsewhere: ◯川辺守議長, then ○川辺守."""
    held: dict[str, set[Speaker]] = defaultdict(set)
    for speaker in {u.speaker for u in utterances if u.speaker.office and len(u.speaker.name) >= WHOLE_NAME}:
        held[speaker.name].add(speaker)
    one = {name: found.pop() for name, found in held.items() if len(found) == 1}
    return [
        replace(u, speaker=one[u.speaker.name]) if not u.speaker.office and u.speaker.name in one else u
        for u in utterances
    ]


def called(text: str) -> Speaker | None:
    """Whom a chair calls on with his last words, if they are a name with an office: 大里知事。"""
    said = _last_sentence(text)
    found = parse_label(said) if len(said) <= LABEL_MAX else None
    return found if found and found.name and found.office else None


def _named_call(text: str, name: str) -> str:
    """The office by which a chair calls on somebody of this name: 大里知事。 above ○大里健司."""
    found = called(text)
    known = found is not None and found.side == "executive"
    return found.office if found and known and name.startswith(found.name) and name != found.name else ""


def _caller(utterances: Sequence[Utterance]) -> str:
    """Who calls offices alone (市長。) in a record of names: the one who presides."""
    calls = (u.speaker.name for u in utterances if not u.speaker.office and _office_alone(u.text))
    counted = Counter(filter(None, calls)).most_common(1)
    return counted[0][0] if counted and counted[0][1] >= CALLS else ""


def _office_alone(text: str) -> str:
    """The office of one who replies that is all of the last sentence (市長。), as the one who presides gives him the floor."""
    said = _last_sentence(text)
    replies = 0 < len(said) <= LABEL_MAX and is_office(said) and side_of(said) in ("executive", "secretariat")
    return said if replies else ""


def _last_sentence(text: str) -> str:
    return re.split("[。、\n]", text.rstrip("。 \u3000\n"))[-1].strip()


def with_called_offices(utterances: Sequence[Utterance]) -> Sequence[Utterance]:
    """The utterances, where somebody without an office speaks right after an office was called, with that office for him."""
    utterances = with_own_offices(utterances)
    held = {u.speaker.office for u in utterances}
    caller = _caller(utterances)
    given: dict[str, set[str]] = defaultdict(set)
    for before, after in pairwise(utterances):
        call = _CALL.search(before.text)
        nameless = after.speaker.side == "other" and after.speaker.name and not after.speaker.office
        if call and nameless and is_office(call[1]) and not is_presiding(call[1]) and call[1] not in held:
            given[after.speaker.name].add(call[1])
        elif nameless and (named := _named_call(before.text, after.speaker.name)):
            given[after.speaker.name].add(named)
        elif (
            nameless
            and before.speaker.name == caller != after.speaker.name
            and (alone := _office_alone(before.text))
        ):
            given[after.speaker.name].add(alone)
    offices = {name: found.pop() for name, found in given.items() if len(found) == 1}
    if not offices:
        return utterances
    return [
        replace(u, speaker=replace(u.speaker, office=office, side=side_of(office)))
        if not u.speaker.office and u.speaker.side == "other" and (office := offices.get(u.speaker.name))
        else u
        for u in utterances
    ]
