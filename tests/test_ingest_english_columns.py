"""English names of columns: which side a label is, whatever stands around the word that tells it."""

from __future__ import annotations

import pytest

from ingest.layouts.english_columns import english_role


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Contents of question", "question"),
        ("Summary of opinions received", "question"),
        ("Requests to the city", "question"),
        ("Answer from the city", "answer"),
        ("The city's view", "answer"),
        ("Response to comments", "answer"),
        ("Answers to questions", "answer"),
        ("question_text", "question"),
        ("citizen_comment", "question"),
        ("city_comment", "answer"),
        ("Opinions to the city", "question"),
        ("Comments on the city", "question"),
        ("Department in charge", "responder"),
        ("Name of questioner", "who"),
        ("Date of reply", "note"),
        ("No.", "number"),
        ("Q&A", ""),
        ("Questions and answers", ""),
        ("Contents of the exhibition", ""),
        ("質問", ""),
    ],
)
def test_role(label: str, role: str) -> None:
    """Who is asked or who replies is told by one word; a label of both, or of another matter, is neither."""
    assert english_role(label) == role
