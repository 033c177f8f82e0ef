"""Quotation marks around whole speeches are the record's; those within a speech stay."""

from __future__ import annotations

import pytest
from reading_lines import FOLDER

from corpus.types import Speaker, Utterance
from ingest.marks.reported.quoted import is_quotation, unquoted
from ingest.parse import parse
from ingest.readers import read_documents


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("「五社でございます。」", True),
        ("「「北浜」の駅です。」", True),
        ("「北浜」と「南浜」", False),
        ("五社でございます。", False),
        ("「」", False),
        ("「開いたままです。", False),
    ],
)
def test_a_quotation_is_one_pair_of_marks(text: str, whole: bool) -> None:
    """The mark that opens the text is closed by its last character and not before."""
    assert is_quotation(text) is whole


def test_marks_are_taken_off_where_the_record_prints_speeches_so() -> None:
    """Four of five speeches are quotations; the fifth stays, and so do three in a record of ten."""
    texts = ["「一です。」", "「 二です。」", "「三です。」", "「四です。」", "「五」と六です。"]
    said = [Utterance(i, Speaker("", "委員"), t, ((10 * i, 10 * i + len(t)),)) for i, t in enumerate(texts)]
    read = unquoted(said)
    assert [u.text for u in read] == ["一です。", "二です。", "三です。", "四です。", "「五」と六です。"]
    assert read[1].spans == ((12, 16),)
    assert unquoted(said[:3]) == said[:3]


def test_a_note_of_the_vote_below_is_no_part_of_a_quotation() -> None:
    """※　全委員一致で可決 below a speech in quotation marks: neither the marks nor the note are spoken."""
    document = next(iter(read_documents(FOLDER / "quoted_speech_above_note_of_vote.txt")))
    (minutes,) = parse(document, document.name)
    said = [u.text for u in minutes.utterances]
    assert len(said) == 8
    assert not [text for text in said if "「" in text or "※" in text]
