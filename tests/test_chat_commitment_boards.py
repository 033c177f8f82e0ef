"""Statements of advisory bodies, newsletters and towns' written replies: plain short plans, and what opens a meeting or closes a bill."""

from __future__ import annotations

import pytest

from chat.commitments.clauses import statements
from chat.commitments.topics import Level


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # plain plans of a digest, with a topic instead of an object
        ("報告書は、区長に渡す。", "実施する"),
        ("比べた数字は、次回お示しする。", "実施する"),
        ("来年度に見守りの充実を図ることから取り組む。", "実施する"),
        ("効果を確かめながら、全校での実施に向け着実に進める。", "実施する"),
        # weighed, and not more than that
        ("国の基金を充てられないか、調べてみます。", "検討"),
        ("よい案なので、駅前で試行してはどうかと考えている。", "検討"),
        ("御意見は、頭に置いておきたいと思います。", "その他"),
        # how one asked, and in what form one goes on
        ("今年度の柱として取り組むような形で進めているところです。", "実施済"),
        ("通る方がいますので、すぐに直しております。", "実施済"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [one.kind for one in statements(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        # the meeting itself
        "ただいまから、第三回の環境審議会を開会いたします。",
        "定刻ですので、ただいまより令和四年度第一回交通会議を開催させていただきます。",
        "会長が選ばれるまで、事務局が進行いたします。",
        "前回お約束いたしましたので、本日改めて報告させていただきます。",
        "本日は、給付金の補正予算を御提案させていただきました。",
        # the closing words of a bill, what a contract will cost
        "なお、この条例は、令和五年四月一日から施行するものであります。",
        "この工事は、契約金額を八百万円増額するものでございます。",
        # an item of what is listed
        "二つ目は、働く場を新たに確保していくこと。",
        # others: who decides, what the state does
        "配置については、園長が判断していくものと思っております。",
        "その割合は国のほうで今検討しておりまして、まだ出てきておりません。",
        "農協では、広域の一本化に向けて合併を進めております。",
        "隣の町では、住民を集めた説明会を開催するなど、準備が進んでいるものと承知している。",
        # what lies before those who listen, what one can say no more about
        "別添の関係資料に、概要、図面などを掲載しておりますので、御参照いただきたいと存じます。",
        "船なら二日で港まで運べるということで考えております。",
        "農家の庭先のようなところまではいきません。",
        "使えば使うほど電池も消耗しますので、困っております。",
    ],
)
def test_no_statement(text: str) -> None:
    assert statements(text) == ()


@pytest.mark.parametrize(("level", "found"), [("prefecture", []), ("town", [("実施する", "来年四月から")])])
def test_what_a_town_does_is_told_by_its_prefecture_and_promised_by_itself(
    level: Level, found: list[tuple[str, str]]
) -> None:
    """「青葉市では」 is somebody else's doing where a prefecture speaks."""
    text = "青葉市においては、来年四月から制度を導入することとしている。"
    assert [(one.kind, one.due) for one in statements(text, level)] == found
