"""What was asked in the conversation itself is told from the conversation."""

from __future__ import annotations

import pytest

from chat.questions.history import said_before
from chat.questions.recalled import asks_what_i_asked, recalled
from chat.service import Service
from chat.types import Message

ASKED = ("あさひ市の除雪の費用は？", "いつからですか")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("私は最初に何を聞きましたか", ASKED[:1]),
        ("最初の質問は何でしたっけ？", ASKED[:1]),
        ("What did I ask first?", ASKED[:1]),
        ("さっき何を聞いたっけ", ASKED[1:]),
        ("さっき私が聞いたのは何でしたか", ASKED[1:]),
        ("これまでの質問を一覧にして", ASKED),
        ("What have I asked so far?", ASKED),
    ],
)
def test_the_first_the_last_or_all(question: str, told: tuple[str, ...]) -> None:
    """As they were typed."""
    line = recalled(question, ASKED)
    assert line
    assert [one.removeprefix("・").replace("?", "？") for one in line.splitlines()[1:]] == list(told)


@pytest.mark.parametrize(
    "question",
    [
        "最初の質問に戻って",
        "前の質問は？",
        "最初の質問は誰がしましたか",
        "議員は最初に何を聞きましたか",
        "最初に何を聞きましたか",
        "私の町では何を聞きましたか",
    ],
)
def test_what_others_asked_is_another_matter(question: str) -> None:
    """It is looked for in the record, or gone back to."""
    assert not asks_what_i_asked(question)


def test_it_does_not_end_what_is_spoken_of(sample_service: Service) -> None:
    """As no aside does; before any question there is nothing to tell."""
    asked = "私は最初に何を聞きましたか"
    before = (Message("user", ASKED[0]), Message("assistant", "…"))
    answer = sample_service.ask(asked, history=before)
    assert answer.aside
    assert ASKED[0].rstrip("？") in answer.text
    assert "まだ" in sample_service.ask(asked).text
    after = (*before, Message("user", asked), Message("assistant", answer.text))
    assert [one.question for one in said_before(after)] == [ASKED[0]]
