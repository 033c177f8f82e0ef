"""Ways of speaking in committees: how something is done told with what is done, plans that are only thought, pleas at the end."""

from __future__ import annotations

import pytest

from chat.commitment_clauses import statements


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # how it is done stands before what is done
        ("お子さんが飽きないような形で読み聞かせの催しに取り組んでおります。", "実施済"),
        ("満車のときは、隣の駐車場に誘導するという形はとっております。", "実施済"),
        ("公募をせずに運営者を選定するという方法をとってまいりました。", "実施済"),
        ("ばらばらの書式を一つにまとめたりということで今回しております。", "実施済"),
        # what is done with what, by whom
        ("毛布は、各避難所に二百枚ずつ備蓄しております。", "実施済"),
        ("保険の商品については、既に聞き取り等はしております。", "実施済"),
        ("新しい貸出しの仕組みとして、今月からスタートしております。", "実施済"),
        ("教室ごとに補助の教員をつけております。", "実施済"),
        ("幅広い関係者から御意見を伺っているところであります。", "実施済"),
        ("区としては、積極的な勧奨を差し控えてまいりました。", "実施済"),
        ("体操の指導は、理学療法士にお願いをする予定です。", "実施する"),
        ("窓口の仕事は、まとめて会社に委託をお願いしているものでございます。", "実施済"),
        ("規定の見直しを国に働きかけるとは考えておりません。", "困難"),
        # plans
        ("今年度のうちに、全員の検査を行うということで考えております。", "実施する"),
        ("今あるものを生かしながら、整備を進めていければいいのかと思っております。", "実施する"),
        ("大学ともしっかりと連携していければと所管としても考えております。", "実施する"),
        ("本工事は、空調の配管の更新を行うものでございます。", "実施する"),
        ("都の補助金を活用して、新たに二つの園を整備するものでございます。", "実施する"),
        ("人数が確定しましたら、議会への報告もしてまいります。", "実施する"),
        ("移転の時期は、広報で御案内をしてまいります。", "実施する"),
        ("その点の説明をもう少ししていきたいと考えております。", "実施する"),
        (
            "当面は、今の封筒を使わせていただくことで御理解いただければと思います。",
            "実施する",
        ),
        # weighed, and not more than that
        ("鉄道の会社と、協議を今ずっとしている段階でございます。", "検討"),
        ("まだ決まってはおりませんが、そういうことも頭の中では考えております。", "検討"),
        ("今年度は、検討を内部で続けるといったところでございます。", "検討"),
        ("検討の組織を設置する必要があると考えております。", "その他"),
        ("皆様の投票を促していくというようなことが必要かと思っております。", "その他"),
    ],
)
def test_what_is_said_in_these_ways(text: str, kind: str) -> None:
    """One sentence of each way."""
    assert [one.kind for one in statements(text)] == [kind]


def test_a_plea_cut_short_is_no_promise_and_a_humble_plan_before_a_turn_is_one() -> None:
    """「検討させていただきますけれども」 asks nothing of anybody, however long the sentence goes on."""
    text = "方法については今後検討させていただきますけれども、場合によっては費用がかかることもあると思っております。"
    assert [one.kind for one in statements(text)] == ["検討"]
    assert statements("資料のほうは後で見ていただきますけれども、三つの案がございます。") == ()


@pytest.mark.parametrize(
    "text",
    [
        "芝は六月ごろに敷設することが必要でございます。",  # of things, nobody's view
        "届出をしなければならないこととなっております。",
        "費用が国から補助されるということで予定しております。",
    ],
)
def test_what_is_said_so_and_promises_nothing(text: str) -> None:
    """Rules, things needed by nature, and what others give."""
    assert statements(text) == ()
