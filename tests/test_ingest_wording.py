"""What counts as asking, in the words of councils' members."""

from __future__ import annotations

import pytest
from soon import within

from corpus.types import Speaker, Turn
from ingest.pairing import results
from ingest.phrases.wording import asks


@pytest.mark.parametrize(
    "said",
    [
        "別な視点があるのかどうかということを確認させていただきたいと思います。",
        "市長の御所見を賜りたいと存じます。",
        "今後の見通しについて考えをただしたいと思います。",
        "この点をお伺いできればと思います。",
        "理由を伺っておきます。",
        "どのようになっているかお願いします。",
    ],
)
def test_a_request_for_an_answer_asks(said: str) -> None:
    """However politely it is put."""
    assert asks(said)


@pytest.mark.parametrize(
    "said",
    ["しっかりお願いします。", "よいのではないかということを考えております。", "よろしくお願いします。"],
)
def test_a_wish_or_a_view_asks_nothing(said: str) -> None:
    """No answer is sought."""
    assert not asks(said)


def test_a_sentence_without_end_is_read() -> None:
    """Protects: a record without full stops stated thousands of times before it asked, and its file could not be read (RecursionError)."""
    assert asks("要らないかと思いますが、" * 2000 + "御見解を伺います。")
    assert not asks("要らないかと思いますが、" * 2000 + "以上です。")


def test_words_that_return_cost_what_they_are_long() -> None:
    """Protects: 20,000 times かという点 in one sentence took time that grew by the square (4,000 of them 0.6 s)."""
    with within(1):
        assert asks("直すかという点" * 20_000 + "伺います。")


def test_what_was_read_of_an_open_question_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects: with each of 300 turns to which nobody replies all before it were read again."""
    read: list[str] = []
    monkeypatch.setattr(results, "asks", lambda text: bool(read.append(text)))
    opened = results.Opened([])
    for number in range(30):
        opened.questions.append(Turn(Speaker("沖"), f"{number}番目の意見です。", ()))
        assert not opened.asked
    assert len(read) == 30
