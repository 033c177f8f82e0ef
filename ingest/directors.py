"""理事 of a council's committee, who are elected beside its chair, and 理事 of the executive side, who share the name."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.types import Utterance
from ingest.wording import asks, wishes

DIRECTORS = ("理事", "副理事長")


def asking_directors(utterances: Sequence[Utterance], body: str) -> set[str]:
    """Which of these offices are of a committee's members: whoever mostly asks or wishes in a council's committee is."""
    if "議会" not in body or "委員会" not in body:
        return set()
    said = [u for u in utterances if u.speaker.office in DIRECTORS]
    asked = [u for u in said if asks(u.text) or wishes(u.text)]
    return {office for office in DIRECTORS if 2 * _of(asked, office) > _of(said, office)}


def _of(utterances: Sequence[Utterance], office: str) -> int:
    return sum(u.speaker.office == office for u in utterances)
