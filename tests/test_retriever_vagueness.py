"""A question that says of nothing what it asks is asked back, not answered with whatever is near."""

from __future__ import annotations

import pytest

from chat.questions.overview import OF_WHAT
from chat.service import Service
from chat.types import Message


@pytest.mark.parametrize(
    "question",
    [
        "今後の課題は何ですか",
        "効果はありましたか",
        "費用はいくらですか。",
        "スケジュール",
        "市民への周知方法は",
    ],
)
def test_a_question_about_nothing_is_asked_back(sample_service: Service, question: str) -> None:
    """Its words stand in every record."""
    answer = sample_service.ask(question)
    assert (answer.status, answer.notes, answer.aside) == ("no_evidence", (OF_WHAT,), False)


@pytest.mark.parametrize(
    "question", ["CSIRTの課題は何ですか", "テレワーク", "職員研修の効果はありましたか", "金沢市の課題は"]
)
def test_a_matter_or_a_town_is_enough(sample_service: Service, question: str) -> None:
    """What was said of it is looked for."""
    assert OF_WHAT not in sample_service.ask(question).notes


def test_in_a_conversation_it_is_of_what_was_spoken_of(sample_service: Service) -> None:
    """「費用はいくらですか」 goes on from the question before."""
    question = "調布市はCSIRTをどう組織していますか"
    history = (Message("user", question), Message("assistant", sample_service.ask(question).text))
    assert OF_WHAT not in sample_service.ask("今後の課題は何ですか", history).notes
