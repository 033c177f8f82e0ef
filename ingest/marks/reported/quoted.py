"""Records that set each speech in quotation marks (議長 「…」): the marks are the record's, not the speaker's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.spans import cut
from corpus.types import Utterance

QUOTED_MIN, SHARE = 4, 0.6
"""Speeches that are one quotation, and their share of all, from which the record prints speeches so."""
_MARKS = {"「": "」", "『": "』", "“": "”"}


def unquoted(utterances: Sequence[Utterance]) -> list[Utterance]:
    """The utterances, in such a record those that are one quotation without its marks."""
    whole = {i for i, utterance in enumerate(utterances) if is_quotation(utterance.text)}
    if len(whole) < QUOTED_MIN or len(whole) < SHARE * len(utterances):
        return list(utterances)
    return [_inner(utterance) if i in whole else utterance for i, utterance in enumerate(utterances)]


def is_quotation(text: str) -> bool:
    """Whether a mark that opens a text is closed by its last character, and not before."""
    close = _MARKS.get(text[:1])
    if close is None or len(text) < 3 or text[-1] != close:
        return False
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == text[0]) - (letter == close)
        if depth == 0:
            return place == len(text) - 1
    return False


def _inner(utterance: Utterance) -> Utterance:
    text = utterance.text[1:-1]
    start = 1 + len(text) - len(text.lstrip())
    end = start + len(text.strip())
    return replace(utterance, text=utterance.text[start:end], spans=cut(utterance.spans, start, end))
