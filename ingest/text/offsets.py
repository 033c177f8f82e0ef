"""Several documents of one file (an export, an archive) laid end to end: their spans count from the start of the first."""

from __future__ import annotations

from dataclasses import replace

from corpus.spans import Spans
from corpus.types import Exchange, Minutes, Turn


def shifted(minutes: Minutes, by: int) -> Minutes:
    """The same minutes, `by` characters further on in their source."""
    if by == 0:
        return minutes
    return replace(
        minutes,
        utterances=tuple(replace(one, spans=_spans(one.spans, by)) for one in minutes.utterances),
        exchanges=tuple(_exchange(one, by) for one in minutes.exchanges),
        offset=minutes.offset + by,
        pages=tuple((start + by, number) for start, number in minutes.pages),
    )


def _spans(spans: Spans, by: int) -> Spans:
    return tuple((start + by, end + by) for start, end in spans)


def _turn(turn: Turn, by: int) -> Turn:
    return replace(turn, spans=_spans(turn.spans, by))


def _exchange(exchange: Exchange, by: int) -> Exchange:
    return replace(
        exchange,
        questions=tuple(_turn(turn, by) for turn in exchange.questions),
        answers=tuple(_turn(turn, by) for turn in exchange.answers),
        note_turns=tuple((label, _turn(turn, by)) for label, turn in exchange.note_turns),
        parts=tuple(_exchange(part, by) for part in exchange.parts),
    )
