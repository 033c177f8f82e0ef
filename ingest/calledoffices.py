"""Names alone whose office the chair says as he calls on them: 福祉課長から説明をお願いします。 above 柴田　健　　…"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.types import Utterance
from ingest.offices import is_office, is_presiding, side_of

_CALL = re.compile(
    r"(?:^|[、。，\s\u3000])((?!事務局[かよに])[一-鿿ァ-ヴー・]{2,14}[長幹佐事])(?:から|より|に)、?[^。、]{0,10}(?:説明|報告|答弁|お答え)[^。、]{0,14}(?:お願い|願い|求め)[^。]{0,8}。?\s*$"
)


def with_called_offices(utterances: Sequence[Utterance]) -> Sequence[Utterance]:
    """The utterances, where somebody without an office speaks right after an office was called, with that office for him."""
    held = {u.speaker.office for u in utterances}
    called: dict[str, set[str]] = defaultdict(set)
    for before, after in pairwise(utterances):
        call = _CALL.search(before.text)
        nameless = after.speaker.side == "other" and after.speaker.name and not after.speaker.office
        if call and nameless and is_office(call[1]) and not is_presiding(call[1]) and call[1] not in held:
            called[after.speaker.name].add(call[1])
    offices = {name: found.pop() for name, found in called.items() if len(found) == 1}
    if not offices:
        return utterances
    return [
        replace(u, speaker=replace(u.speaker, office=office, side=side_of(office)))
        if not u.speaker.office and u.speaker.side == "other" and (office := offices.get(u.speaker.name))
        else u
        for u in utterances
    ]
