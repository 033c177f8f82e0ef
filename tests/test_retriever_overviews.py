"""Which questions ask for no matter but for what was taken up at all."""

from __future__ import annotations

import pytest

from retriever.answer_kinds import answer_kinds
from retriever.overviews import names_a_matter, overview_asked
from retriever.question import normalise


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("令和6年3月7日の議会では何が議論されましたか", True),
        ("委員会ではどんな質問が出ましたか", True),
        ("山田議員は何を質問しましたか", True),
        ("山田議員の質問項目を教えてください", True),
        ("協議会の議題は？", True),
        ("この日の要点を教えて", True),
        ("この議事録を要約して", True),
        ("要約筆記の派遣を教えて", False),
        ("山田議員が取り上げたテーマは", True),
        ("一般質問で質問したのは誰ですか", True),
        ("What topics were discussed at the committee?", True),
        ("質問は何件ありましたか", True),
        ("質問は何時間ありましたか", False),
        ("次の会議の議題は何ですか", False),
        ("いつ議論しましたか", False),
        ("議論の結論を教えて", False),
        ("市長は何と発言しましたか", False),
        ("市はどんな答弁をしましたか", False),
        ("今日の天気", False),
    ],
)
def test_wording_of_an_overview(question: str, expected: bool) -> None:
    """What was asked or discussed; not how much, when, why or with what result, nor what an official said."""
    text = normalise(question)
    assert overview_asked(text, answer_kinds(question)) == ("questions" if expected else "")


@pytest.mark.parametrize(
    ("question", "office", "expected"),
    [
        ("部長は何と答弁しましたか", True, "replies"),
        ("市長の考えを聞かせてください", True, "replies"),
        ("山田議員への答弁を一覧にしてください", False, "replies"),
        ("山田議員の質問に対して市はどう答えましたか", False, "replies"),
        ("山田議員の質問は何項目ありましたか", False, "questions"),
        ("部長の答弁は何分でしたか", True, ""),
        ("市はどう答えましたか", False, ""),
        ("何が要ると部長は述べましたか", True, ""),
        ("山田議員は何を質問し、市はどう答えましたか", False, "both"),
        ("議員はどんな点を指摘して、市長はどのように答弁しましたか", True, "both"),
        ("委員会の質疑応答の内容を教えて", False, "both"),
        ("山田議員が何を尋ね、執行部がどう応じたか教えて", False, "both"),
        ("山田議員の質問とそれに対する答弁の概要", False, "both"),
        ("審議会の意見と、それへの町の回答を一覧で", False, "both"),
        ("審議会での質問と、それへの回答をまとめて", False, "both"),
        ("山田議員は何を質問しましたか。それに市はどう答えましたか", False, "both"),
        ("どんなやり取りがありましたか", False, "both"),
        ("山田議員は何を質問し、誰がどう答えましたか", False, "both"),
        ("質問と答弁の時間はいつですか", False, ""),
    ],
)
def test_questions_or_replies(question: str, office: bool, expected: str) -> None:
    """Replies of an office, or to a member; how many questions there were is told below their list."""
    assert overview_asked(normalise(question), answer_kinds(question), office) == expected


def test_words_of_asking_and_of_the_meeting_are_no_matter() -> None:
    """A word of policy is one, whatever stands beside it."""
    words = {"議題": 0.8, "第1回": 0.7, "3月": 0.7, "3つ": 0.7, "要約": 0.9, "山田": 1.0, "教える": 0.08}
    assert not names_a_matter(words, {"山田"})
    assert names_a_matter(words | {"給食": 0.6}, {"山田"})
