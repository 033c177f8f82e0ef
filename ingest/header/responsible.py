"""The department that answers a whole paper: 担当課　企画部企画政策課 above or below questions whose replies name nobody.

Results of public comments and answers to residents print it once; whoever quotes a reply must say whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.types import Exchange, Turn
from ingest.header.labels import labelled
from ingest.people.departments import is_department
from ingest.text.normalize import squeeze

HEAD, FOOT = 80, 40
"""Lines from the beginning and the end in which it is looked for."""
_REST = re.compile(r"[\s（(【|｜、]|電話|内線|ＴＥＬ|TEL|℡")
"""What follows the name: a telephone, a second cell."""


def with_responsible(exchanges: Sequence[Exchange], lines: Sequence[str]) -> list[Exchange]:
    """The exchanges, their nameless replies given to the one department that the paper names; as they are where it names none or several."""
    looked = [*lines[:HEAD], *lines[HEAD:][-FOOT:]]
    named = {squeeze(_REST.split(value.strip())[0]) for value in labelled(looked, "department")}
    named = {name for name in named if is_department(name)}
    if len(named) != 1:
        return list(exchanges)
    office = named.pop()
    return [_given(exchange, office) for exchange in exchanges]


def _given(exchange: Exchange, office: str) -> Exchange:
    return replace(
        exchange,
        answers=tuple(_by(turn, office) for turn in exchange.answers),
        parts=tuple(_given(part, office) for part in exchange.parts),
    )


def _by(turn: Turn, office: str) -> Turn:
    speaker = turn.speaker
    if speaker.name or speaker.office or speaker.side != "executive":
        return turn
    return replace(turn, speaker=replace(speaker, office=office))
