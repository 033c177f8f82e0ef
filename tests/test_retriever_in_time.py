"""Questions for what was said last or first of a matter."""

from __future__ import annotations

import pytest
from soon import within

from retriever.in_time import order_asked
from retriever.question import normalise


@pytest.mark.parametrize(
    ("question", "order", "rest"),
    [
        ("奨学金を受ける学生の割合は最新でどのくらい？", "newest", "奨学金を受ける学生の割合は どのくらい?"),
        ("奨学金の返還率について一番新しい答弁を教えて", "newest", "奨学金の返還率について 答弁を教えて"),
        ("最新の待機者数は", "newest", " 待機者数は"),
        ("貸出自転車は何台まで増やすか（直近の答弁）", "newest", "貸出自転車は何台まで増やすか "),
        (
            "町がこども議会について最後に答えたのはいつですか",
            "newest",
            "町がこども議会について 答えたのはいつですか",
        ),
        ("屋根の助成は最後にいつ答弁されましたか", "newest", "屋根の助成は いつ答弁されましたか"),
        (
            "屋根の助成は断っていたのにその後どうなりましたか",
            "newest",
            "屋根の助成は断っていたのに どうなりましたか",
        ),
        ("花火大会の中止を最初に取り上げた議員は", "oldest", "花火大会の中止を 取り上げた議員は"),
        ("公園の禁煙を初めて求めたのは誰ですか", "oldest", "公園の禁煙を 求めたのは誰ですか"),
        ("循環バスの検討は今どうなっていますか", "newest", "循環バスの検討は どうなっていますか"),
        ("待機者は現在、何人ですか", "newest", "待機者は 何人ですか"),
        ("奨学金の返還率の答弁を年ごとに並べて", "each", "奨学金の返還率の "),
        ("奨学金について年度別の答弁", "each", "奨学金について 答弁"),
        ("奨学金の答弁の変遷", "each", "奨学金の "),
        ("奨学金についてのこれまでの答弁をまとめて", "each", "奨学金についての "),
        ("夜間バスの質問の一覧を見せて", "each", "夜間バスの "),
        ("Show the answers on the night bus year by year", "each", "Show the answers on the night bus "),
        ("What is the history of the night bus?", "", "What is the history of the night bus?"),
        ("端末は何年ごとに買い替えますか", "", "端末は何年ごとに買い替えますか"),
        ("質問の仕方を一覧にした手引きはありますか", "", "質問の仕方を一覧にした手引きはありますか"),
        ("古今何人もの画家が描いた橋は", "", "古今何人もの画家が描いた橋は"),
        ("今の庁舎はいくらで建てましたか", "", "今の庁舎はいくらで建てましたか"),
        ("What is the latest repayment rate?", "newest", "What is the repayment rate?"),
        ("When was the night bus last discussed?", "newest", "When was the night bus discussed?"),
        ("Who first raised the night bus?", "oldest", "Who raised the night bus?"),
        ("Who taught at the first school?", "", "Who taught at the first school?"),
        ("How did the latest machines help?", "", "How did the latest machines help?"),
        ("最新の設備を入れた工場は", "", "最新の設備を入れた工場は"),
        ("最後に議員は何を述べましたか", "", "最後に議員は何を述べましたか"),
        ("最初に導入した学校はどこですか", "", "最初に導入した学校はどこですか"),
        ("初めての出産への助成はいくらですか", "", "初めての出産への助成はいくらですか"),
    ],
)
def test_the_order_and_what_is_left_of_the_question(question: str, order: str, rest: str) -> None:
    found = order_asked(normalise(question))
    assert (found[0], normalise(found[1])) == (order, normalise(rest))


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        (
            "2014年には断っていた屋根の助成、2018年にはどうなったか",
            "2014年には断っていた屋根の助成、2018年にはどうなったか",
        ),
        (
            "平成18年は増額しないと言っていたが平成22年にはどうなっていた?",
            " 増額しないと言っていたが平成22年にはどうなっていた?",
        ),
        ("令和2年度は40人だったが、何人に増えたか", "令和2年度は40人だったが、何人に増えたか"),
    ],
)
def test_the_year_of_what_was_before_is_not_the_one_that_is_asked_for(question: str, rest: str) -> None:
    """It is left out where the rest names another year, or asks for what came then."""
    assert order_asked(normalise(question)) == ("", rest)


def test_long_texts_cost_nothing() -> None:
    with within(0.5):
        for text in ("最後に" * 66, "初めて" * 66, "2014年には" * 30, "最新の" * 20_000):
            order_asked(text)
