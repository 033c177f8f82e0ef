"""Items of the agenda that a question names, by number or title."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_store import minutes

from chat.answers.items import is_of_another_item


@pytest.mark.parametrize(
    ("question", "agenda", "other"),
    [
        ("議案第1号の質疑では何を聞かれたか", "日程第3　議案第2号　町道の認定について", True),
        ("議案第１号の質疑では何を聞かれたか", "日程第3　議案第1号　町道の認定について", False),
        ("議案第1号の質疑では何を聞かれたか", "日程第3　報告第1号　繰越明許費", False),
        ("議案第1号の質疑では何を聞かれたか", "", False),
        ("議題「来年度の事業評価について」では何が出たか", "指定管理者制度", True),
        ("議題「来年度の事業評価について」では何が出たか", "来年度の事業評価", False),
        ("町道の認定では何を聞かれたか", "日程第3　議案第2号　町道の認定について", False),
        ("議案第3号について何を聞かれたか", "議案第1号から議案第5号まで", False),
        ("議案第3号について何を聞かれたか", "議案第1号ないし第5号", False),
        ("議案第3号について何を聞かれたか", "議案第1号、第3号", False),
        ("議案第3号について何を聞かれたか", "議案第1号、第2号", True),
        ("議案第1号について何を聞かれたか", "第１号議案　予算", False),
        ("令和6年度の陳情3件はどうなったか", "陳情第5号", False),
        ("報告2024年度の実績は", "報告第5号", False),
        ("議題「1 来年度の事業評価（案）について」では何が出たか", "来年度の事業評価", False),
    ],
)
def test_an_exchange_under_another_item(question: str, agenda: str, other: bool) -> None:
    """What was asked under one bill is no answer to a question about another."""
    (exchange,) = minutes("a", [("", "費用は。", "百万円です。")]).exchanges
    assert is_of_another_item(question, replace(exchange, agenda=agenda)) is other
