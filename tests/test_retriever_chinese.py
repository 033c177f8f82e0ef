"""Chinese questions find Japanese words: by the characters that both share, by the list of words that differ."""

from __future__ import annotations

import pytest

from retriever.chinese import chinese_in_japanese, chinese_terms


@pytest.mark.parametrize(
    ("question", "words"),
    [
        # words that Japanese does not have; words of grammar go
        ("金泽市为什么引入无现金支付？", "金沢市 なぜ 導入 キャッシュレス ？"),
        ("平塚市在用哪些社交媒体？", "平塚市 用 SNS ？"),
        # how many, by what is counted
        ("调布市有多少人在家办公？", "調布市 何人 テレワーク ？"),
        # characters in common; traditional ones too
        ("金澤市的圖書館什麼時候開放？", "金沢市 図書館 いつ 開放？"),
        # words that hold a word of grammar
        ("长崎市的审议会在令和4年讨论了什么？", "長崎市 審議会 令和 4年討論 ？"),
        # a Japanese word that is quoted
        ("金泽市把“リーダー”改成了什么？", "金沢市 “リーダー” 変更 ？"),
    ],
)
def test_words_of_its_own_are_put_in_japanese(question: str, words: str) -> None:
    """What is left is written in the characters of Japanese."""
    assert chinese_in_japanese(question) == words


@pytest.mark.parametrize(
    "question",
    ["図書館の開館は何時ですか。", "審議会 委員 意見", "When was it decided?", "도서관은 언제 엽니까?", ""],
)
def test_other_languages_stay_as_they_are(question: str) -> None:
    """Kanji alone are no Chinese."""
    assert chinese_in_japanese(question) == question


def test_every_word_is_in_simplified_characters_and_stands_once() -> None:
    """As it is looked for."""
    from importlib.resources import files

    from retriever.scope import simplified

    lines = (files("retriever") / "data" / "chinese_terms.txt").read_text("utf-8").splitlines()
    words = [line.split(",")[0] for line in lines if line and not line.startswith("#")]
    assert len(words) == len(set(words)) == len(chinese_terms())
    assert [word for word in words if simplified(word) != word] == []
