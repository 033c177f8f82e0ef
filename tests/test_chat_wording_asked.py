"""Which wording a question wants placed, and which question asks for something else."""

from __future__ import annotations

import pytest

from chat.questions.wording_asked import asked_wording

WORDS = "来年の春までに直してまいります"


@pytest.mark.parametrize(
    "question",
    [
        f"「{WORDS}」という答弁は誰がいつしましたか",
        f"「{WORDS}」と答えたのはいつの会議ですか",
        f"『{WORDS}。』は誰の発言ですか",
        f"「{WORDS}」の出典",
        f"「{WORDS}」という文言はどこに出てきますか",
        f"青山市で「{WORDS}」と述べた人を教えてください",
        f"「{WORDS}」という一文を探してください",
        f"次の答弁は誰がしたものですか。\n「{WORDS}」",
        f"「{WORDS}」",
        f"Who said 「{WORDS}」?",
    ],
)
def test_whose_words_and_where_they_stand_is_asked(question: str) -> None:
    asked = asked_wording(question)
    assert asked is not None
    assert (asked.words.rstrip("。"), asked.outright) == (WORDS, True)
    assert WORDS not in asked.rest


def test_brackets_within_a_wording_belong_to_it() -> None:
    """A reply names a plan in brackets of its own."""
    asked = asked_wording("「町の「みどりの計画」を改めてまいります」と答えたのは誰ですか")
    assert asked is not None
    assert asked.words == "町の「みどりの計画」を改めてまいります"


def test_a_sentence_put_in_asks_for_its_place_too() -> None:
    """Without brackets it may be words of one's own: nothing is said where it stands nowhere."""
    asked = asked_wording("老朽化した橋については、来年の春までに直してまいります。")
    assert asked is not None
    assert (asked.words, asked.rest, asked.outright) == (
        "老朽化した橋については、来年の春までに直してまいります。",
        "",
        False,
    )


@pytest.mark.parametrize(
    "question",
    [
        f"「{WORDS}」と答えた理由は何ですか",
        f"「{WORDS}」と答えたあと、どうなりましたか",
        "「みどりの基本計画」は何年度までの計画ですか",
        "「新しい公共施設の方針」という計画に違和感を述べたのは誰ですか",
        "「研究する」と答えたのは誰ですか",
        "「ごみ袋の値段が高すぎます」という意見に、町は何と答えたか教えてください",
        "「ごみ袋の値段が高すぎます」という意見について、町の考えを教えてください",
        'Where does the phrase "new normal" come from?',
        "老朽化した橋をいつまでに直すのか、各町の答えを知りたい",
        "老朽化した橋はいつ直すと答えていますか",
        "橋 修繕 予定 答弁",
    ],
)
def test_other_questions_are_left_alone(question: str) -> None:
    assert asked_wording(question) is None
