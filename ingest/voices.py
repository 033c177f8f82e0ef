"""Who speaks in some minutes, how often, and whether the roster names him."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.types import Speaker, Turn, Utterance
from ingest.text.normalize import squeeze


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker, how often he speaks, and whether the roster names him (None where there is no roster)."""

    speaker: Speaker
    utterances: int
    in_roster: bool | None


def voices_of(said: Iterable[Turn | Utterance], roster: Sequence[Speaker]) -> Iterator[Voice]:
    """The speakers of some speech, in the order in which they first speak."""
    counts = Counter(piece.speaker for piece in said)
    for speaker, number in counts.items():
        yield Voice(speaker, number, any(_same(speaker, one) for one in roster) if roster else None)


def _same(speaker: Speaker, listed: Speaker) -> bool:
    """Whether the roster's entry can be this speaker: the name (or its beginning, the surname), else the office."""
    name, known = squeeze(speaker.name), squeeze(listed.name)
    if name and known:
        return known.startswith(name) or name.startswith(known)
    office = squeeze(speaker.office)
    return bool(office) and office == squeeze(listed.office)
