"""The questions offered on the first screen, where one town has nearly all of the record."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_record import stored

from chat.examples import _label, names_subject
from chat.service import Service
from chat.settings import Settings

LARGE = """調布市議会 令和6年第{n}回定例会 会議録
令和6年3月{n}日
○議長（山本太郎） 日程第1 一般質問
○3番（鈴木一郎） 移動図書館の{n}号車はいつから走りますか。
○図書館長（佐藤花子） 移動図書館の{n}号車は、来年の春から走ります。
"""
SMALL = """令和5年度 第1回 金沢市行政改革推進委員会 会議録
日時 令和5年10月12日（木）
1 町会加入の促進について
（委員）町会への加入は、どのように促しますか。
（市民協働推進課長）町会への加入は、転入の窓口で案内しています。
"""


def test_every_town_has_its_turn(tmp_path: Path) -> None:
    """A town whose documents have no matter in their headings, and come first, leaves the screen to the other town's matter."""
    for n in range(1, 9):
        (tmp_path / f"{n}.txt").write_text(LARGE.format(n=n), "utf-8")
    (tmp_path / "z.txt").write_text(SMALL, "utf-8")
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    service.add([*sorted(tmp_path.glob("*.txt"))])
    assert service.towns() == ("調布市", "金沢市")
    assert service.examples() == ("金沢市は、町会加入の促進についてどう答えていますか。",)


@pytest.mark.parametrize(
    ("label", "named"),
    [
        ("町会加入の促進", True), ("行政改革プラン（素案）", True), ("SNSの活用", True),
        ("一般質問", False), ("昨日に引き続き", False), ("までの３件", False),
    ],
)  # fmt: skip
def test_labels_that_can_be_asked_about(label: str, named: bool) -> None:
    assert names_subject(label) is named


@pytest.mark.parametrize(
    ("topic", "label"),
    [
        ("調布市行政改革プランについて", "行政改革プラン"),
        ("調布市におけるDX推進の意義について", "調布市におけるDX推進の意義"),
        ("移動図書館の巡回", "移動図書館の巡回"),
    ],
)
def test_the_town_is_named_once(topic: str, label: str) -> None:
    """「長崎市は、長崎市行政経営プランについて…」 read badly; where the town belongs to the words it stays."""
    assert _label(stored("a.pdf", "調布市", topic, "いかがか。", "進めます。")) == label
