"""What is granted, deemed, borne in mind or wished by others is no statement of the town; acts that the lists of verbs did not have are."""

from __future__ import annotations

import pytest

from chat.commitment_clauses import statements


@pytest.mark.parametrize(
    "text",
    [
        "チラシの配布はしているのですが、若い世代には届いていないと感じています。",  # granted for what is wanting
        "移動に端末を使ってはいるのですけれども。",
        "必要な人数を確保できているというふうに思っております。",  # deemed
        "区としては、丁寧に周知してきたものと認識しております。",
        "それぞれの窓口で十分な体制を取っていると認識しております。",
        "駅から近いというところを念頭に置いているところです。",  # borne in mind
        "割合としては三十二％行っております。",
        "三歳から五歳までの子供を補助の対象としています。",
        "受付には市販のソフトを使っております。",  # what is in use
        "現在、写真の投稿サイトなどを活用しています。",
        "職員は手引を見ながら仕事をしているところです。",
        "六割程度の事業所が制度を使いたいと考えております。",  # others' wish
        "都が従前の制度に対する補助額の引き上げを決定いたしました。",  # others' act
        "現時点では東京都は来年度までの実施を決めています。",
        "あすから議案調査のため休会いたします。",  # the council's own business
    ],
)
def test_no_statement_of_the_town(text: str) -> None:
    """None of these promises or tells an act of the town."""
    assert statements(text) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("広く声かけはしております。", ["実施済"]),  # told plainly, nothing is wanting
        ("区が示す基準を採用しました。", ["実施済"]),
        ("今年度から新しい台帳を活用しております。", ["実施済"]),
        ("空き教室を積極的に活用しております。", ["実施済"]),
        ("関係者との調整に当たっているところでございます。", ["検討"]),
        ("専門の相談員も雇っております。", ["実施済"]),
        ("企業との出会いの場を充実させているところでございます。", ["実施済"]),
        ("私どもも課長会で東京都に話を申し上げているところでございます。", ["実施済"]),
        ("器具の情報収集は常にしている状態でございます。", ["実施済"]),
        ("証明書で確認するような形で考えております。", ["実施する"]),
        ("窓口でご案内していくような形で考えております。", ["実施する"]),
        ("工程表をできるだけ早い時期にお示ししたいと考えております。", ["実施する"]),
        ("助成金の全般につきましても評価の対象としていく予定でございます。", ["実施する"]),
        ("手袋は必要な方に使っていただく形で配備を考えてございます。", ["実施する"]),
        (
            "町としては、再三、会社のほうに安全対策の徹底と、点検について求めているところでございます。",
            ["実施済"],
        ),
        ("利用料の減免というのは、今のところは予定をしておりません。", ["困難"]),
        ("ご提言を踏まえて検討を積み重ねてきた、そういうものでございます。", ["検討"]),
        ("今後、配置の案を検証し、必要な費用についても検討してまいります。", ["検討"]),
    ],
)
def test_acts_and_plans(text: str, kinds: list[str]) -> None:
    """検証 before 検討 is one review; 「するような形で考えている」 plans."""
    assert [one.kind for one in statements(text)] == kinds
