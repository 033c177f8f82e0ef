"""部会長 behind a surname that ends in 部: 堀部会長 is the 会長 堀部 of a council that has no 部会."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.types import Speaker, Utterance
from ingest.people.names import is_surname


def with_surnames_in_bu(utterances: Sequence[Utterance], body: str) -> Sequence[Utterance]:
    """The utterances with 会長 堀部 for 部会長 堀, where the body is no 部会 and nobody speaks of one."""
    heads = {u.speaker.name for u in utterances if u.speaker.office == "部会長" and u.speaker.name}
    if len(heads) != 1 or not body or "部会" in body or "分科会" in body:
        return utterances
    (name,) = heads
    if not is_surname(name + "部") or any("部会" in u.text.replace(name + "部会長", "") for u in utterances):
        return utterances
    chair = Speaker(name + "部", "会長", "chair")
    return [replace(u, speaker=chair) if u.speaker.office == "部会長" else u for u in utterances]
