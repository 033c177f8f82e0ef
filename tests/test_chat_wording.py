"""How replies are worded: quantities asked for and given."""

from __future__ import annotations

import pytest

from chat.wording import asked_units, plain, quantity_missing
from retriever.question import answer_kinds


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("登録者は何人ですか", {"人"}),
        ("何名の職員が何枚使いましたか", {"人", "枚"}),
        ("How many city employees use it?", {"人"}),
        ("いつからですか", set()),
    ],
)
def test_counters_asked_for(question: str, units: set[str]) -> None:
    """Spelling variants and English are folded."""
    assert asked_units(question) == units


@pytest.mark.parametrize(
    ("question", "reply", "missing"),
    [
        ("支援員は何人ですか", "支援員は民間の人材が担います。令和3年に始めました。", True),
        ("支援員は何人ですか", "支援員は12名です。", False),
        ("支援員は何人ですか", "人数は手元にございません。", False),
        ("再生は何回ですか", "合計で約3万3000ビューです。", False),
        ("延長は何回ですか", "延長は5メートルです。", True),
        ("費用はいくら補助しますか", "4分の3を補助します。", False),
        ("料金は次にいつ、何割上がりますか", "令和9年4月に改定を検討しています。", True),
        ("料金は、何年から変わっていませんか", "平成19年の開始から改定していません。", False),
        ("料金を据え置けないかと聞かれて答えたのは何課長ですか", "据置きは難しいと考えます。", False),
        ("改定の状況は", "検討しています。", False),
    ],
)
def test_a_reply_without_the_quantity(question: str, reply: str, missing: bool) -> None:
    """A reply that has no such number answers nothing, unless it says so itself."""
    assert quantity_missing(question, answer_kinds(question), plain(reply)) is missing
