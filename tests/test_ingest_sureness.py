"""Confidence of a part: the lower the less its question is like its reply, and the more else the part holds."""

from __future__ import annotations

from ingest.pairing.pieces import Unit
from ingest.pairing.sureness import LEAST, SURE, asking_paragraphs, sureness

ALIKE = [[0.7, 0.1], [0.6, 0.1], [0.5, 0.1]]


def test_a_question_like_one_reply_alone_is_sure() -> None:
    assert sureness(ALIKE, [0], [0]) == SURE


def test_each_doubt_lowers_it() -> None:
    sure = sureness(ALIKE, [0], [0])
    assert sureness([[0.2, 0.0]], [0], [0]) < sure  # hardly a word in common
    assert sureness([[0.7, 0.6]], [0], [0]) < sure  # another reply is as like
    assert (
        sureness(ALIKE, [0, 1, 2], [0]) < sureness(ALIKE, [0, 1], [0]) < sure
    )  # more questions to one reply
    assert sureness([[0.7, 0.1, 0.1]], [0], [0, 1]) < sure  # a further reply


def test_it_keeps_a_floor() -> None:
    assert sureness([[0.0, 0.9], [0.0, 0.9], [0.0, 0.9]], [0, 1, 2], [0], 9) == LEAST


def test_a_question_not_cut_between_its_paragraphs_is_less_sure() -> None:
    text = "冬の道を夜に除雪するのはいつでしょうか。"
    units = [Unit(0, 0, len(text), text), Unit(0, 40, 40 + len(text), text)]
    assert asking_paragraphs(units) == 2
    assert sureness(ALIKE, [0], [0], 2) < sureness(ALIKE, [0], [0], 1)
