"""Pieces of utterances as turns of exchanges: cut by characters, kept by spans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.spans import cut, length
from corpus.types import Turn, Utterance
from ingest.text.lines import BLANK


def turn_of(utterance: Utterance, start: int = 0, end: int | None = None) -> Turn:
    """Characters `[start, end)` of an utterance as a turn, blanks at the ends left out."""
    text = utterance.text
    stop = len(text) if end is None else end
    while start < stop and text[start] in BLANK:
        start += 1
    while start < stop and text[stop - 1] in BLANK:
        stop -= 1
    if start == 0 and stop == len(text):
        return Turn(utterance.speaker, text, utterance.spans, utterance.page, utterance.index)
    return Turn(
        utterance.speaker,
        text[start:stop],
        cut(utterance.spans, start, stop),
        utterance.page,
        utterance.index,
    )


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or sentence of a turn: `turn` is the turn's place, `start` and `end` characters of its text."""

    turn: int
    start: int
    end: int
    text: str


def merge_units(turns: Iterable[Turn], units: Iterable[Unit]) -> tuple[Turn, ...]:
    """The units as turns: neighbours of one turn are one piece; pieces of one turn that are apart are joined by spans."""
    listed = list(turns)
    out: list[Turn] = []
    by_turn: dict[int, list[Unit]] = {}
    for unit in units:
        by_turn.setdefault(unit.turn, []).append(unit)
    for place, group in by_turn.items():
        turn = listed[place]
        runs: list[tuple[int, int]] = []
        for unit in sorted(group, key=lambda u: u.start):
            if runs and not turn.text[runs[-1][1] : unit.start].strip(BLANK):
                runs[-1] = (runs[-1][0], unit.end)
            else:
                runs.append((unit.start, unit.end))
        spans = tuple(span for start, end in runs for span in cut(turn.spans, start, end))
        text = "".join(turn.text[start:end] for start, end in runs)
        assert length(spans) == len(text)
        out.append(Turn(turn.speaker, text, spans, turn.page, turn.utterance))
    return tuple(out)
