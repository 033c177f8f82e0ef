"""Persons whom an English question names: found by their titles or by what they do, and written as the record writes its speakers."""

from __future__ import annotations

from datetime import date

import pytest

from retriever.analysis import Analyser
from retriever.asked import Question
from retriever.persons_english import named_in_english
from retriever.tokenize import shared_tokenizer
from retriever.types import Filter

SPEAKERS = {"森川", "佐藤", "大野", "本間", "長崎"}


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(shared_tokenizer(), speaks=SPEAKERS.__contains__)


def asked(analyser: Analyser, question: str, towns: tuple[str, ...] = ()) -> Question:
    return analyser.analyse(question, towns, date(2026, 11, 1), Filter())


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What did Councillor Morikawa ask?", ["Councillor Morikawa"]),
        ("What was raised by Ms. Yoko Sato?", ["Ms. Yoko Sato"]),
        ("What did Honma-giin say about buses?", ["Honma-giin"]),
        ("List Morikawa's questions", ["Morikawa"]),
        ("What did Morikawa want to know about libraries?", ["Morikawa"]),
        ("How many council members are there?", []),
        ("Did Members Agree to the budget?", []),
        ("What does LINE say about privacy?", []),
    ],
)
def test_who_is_named(question: str, said: list[str]) -> None:
    assert [each.said for each in named_in_english(question)] == said


@pytest.mark.parametrize(
    ("question", "members"),
    [
        ("What did Councillor Morikawa ask?", ("森川",)),
        ("What did Councillor Sato ask?", ("佐藤",)),
        ("What did Member Ono say about parks?", ("大野",)),
        ("What did Mr. Ohno ask about parks?", ("大野",)),
        ("What did Committee Member Homma propose?", ("本間",)),
        # Nobody of this name speaks: nobody else's words are asked for.
        ("What did Councillor Kurokawa ask?", ("Kurokawa",)),
        # Without a title only a speaker of the record is a person, and a town never is.
        ("What did Kurokawa say about parks?", ()),
        ("What did Nagasaki say about parks?", ()),
    ],
)
def test_a_name_is_written_as_the_record_writes_it(
    analyser: Analyser, question: str, members: tuple[str, ...]
) -> None:
    assert asked(analyser, question).members == members


def test_a_councillor_may_be_called_as_a_town(analyser: Analyser) -> None:
    question = asked(analyser, "What did Councillor Nagasaki ask about parks?", ("長崎市",))
    assert question.members == ("長崎",)
    assert question.filters.towns == ()


def test_the_name_is_looked_for_and_says_nothing_of_the_matter(analyser: Analyser) -> None:
    question = asked(analyser, "What did Ms. Morikawa ask about libraries?")
    assert "森川" in dict(question.query.terms)
    assert list(question.terms.own) == ["libraries"]
    assert "Morikawa" not in question.query.text


@pytest.mark.parametrize(
    ("question", "member", "anybody"),
    [
        ("What did Morikawa-giin say about libraries?", True, False),
        ("What did Mr. Morikawa ask about libraries?", True, False),
        ("What did Mr. Morikawa say about libraries?", False, True),
        ("What did Mr. Morikawa answer about libraries?", False, False),
        ("What did the mayor say to Mr. Morikawa about libraries?", False, False),
    ],
)
def test_whose_words_are_wanted(analyser: Analyser, question: str, member: bool, anybody: bool) -> None:
    read = asked(analyser, question)
    assert (read.about_question, read.who_said) == (member, anybody)
