"""Who replies: a town, a prefecture, in the Diet the state, whose ministries are then no one else."""

from __future__ import annotations

import pytest

from chat.commitments.clauses import statements

STATE = "環境省としては、登山道の標識の更新を支援してまいります。"


def test_the_state_speaks_of_itself_in_the_diet() -> None:
    """国 and a ministry are others in a town, and the speaker's own side in the Diet."""
    assert statements(STATE) == ()
    assert [one.kind for one in statements(STATE, level="state")] == ["実施する"]
    assert statements(STATE, level="prefecture") == ()


@pytest.mark.parametrize(
    "text",
    [
        "県では、登山道の標識の更新を支援しております。",
        "各市町村においては、相談の窓口を設置しております。",
    ],
)
def test_towns_and_prefectures_are_others_in_the_diet(text: str) -> None:
    """What they do binds the state to nothing."""
    assert statements(text, level="state") == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("政府は、離島の航路の支援を検討しております。", "検討"),
        ("国が、港の岸壁を補強しました。", "実施済"),
        ("会では工程を固めておりまして、水産庁といたしましても調査に参加しております。", "実施済"),
        ("水産庁では、漁場の調査の費用を補助しているところでございます。", "実施済"),
    ],
)
def test_what_the_state_does(text: str, kind: str) -> None:
    """One sentence of each place of the subject."""
    assert [one.kind for one in statements(text, level="state")] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "なお、この警報は、気象庁が発令いたします。",
        "内閣府が、昨年の豪雨を教訓としまして、手引を今年の三月に改定し公表したことから、その内容を見ていただきたいと思います。",
        "今回は環境省が、集める手順の基準を定めておりまして、分かりやすく数字で表したものでございます。",
        "また、今現在国におきましては、法案の提出の準備を進めているところでございます。",
        "新しい要領の議論が今スタートしているところです。",
        "六月の朝、水族館の子馬が無事に誕生いたしました。",
        "東京都が学びに関する基本的な条例を発出しております。",
        "電鉄の会社からは、原因の調査を実施しており、日時は言えない旨の回答があったところです。",
        "進路については、子どもたちが社会にどう巣立っていくか。",
        "建物の主任は防火の主任を兼ねております。",
        "表を見てびっくりしたところではございますが、額は同じでございます。",
        "会社の保険では、会社と本人が折半ということで掛金を負担しますけれども、額は違います。",
        "保護者の方には御尽力いただいて、大変助かっております。",
        "駅前の再開発協議会では、今、まちの在り方の検討を行っているというところでございます。",
        "四月には、都から一億円ほどを頂くことになってございます。",
        "こうした学びは、次の段階の考え方に大きく発展していく。",
        "差が出ましたのは、前の回に設計の費用を含んだことなどによります。",
        "先ほどは、別の町のケースを出させていただきました。",
    ],
)
def test_what_others_do_binds_no_town(text: str) -> None:
    """A subject right before the verb, one set off by a comma, a topic after 今現在, what happens of itself."""
    assert statements(text) == ()


def test_the_own_words_before_those_of_others_count() -> None:
    """「…しますし、国においても…」: the statement is quoted up to the turn."""
    text = "区としては今後とも会の運営を支援してまいりますし、また、国においても補助を続けていってもらいたいと考えております。"
    (one,) = statements(text)
    assert (text[one.start : one.end], one.kind) == (
        "区としては今後とも会の運営を支援してまいりますし、",
        "実施する",
    )


def test_what_is_considered_beside_a_plan_leaves_the_plan() -> None:
    """検討するとともに、 is about another thing; 「ていただく必要」 leaves it to others."""
    text = "連絡の手段を検討するとともに、現場の体制を整備してまいります。"
    assert [one.kind for one in statements(text)] == ["検討", "実施する"]
    assert [one.kind for one in statements("学校に日課を考えていただく必要があると考えております。")] == [
        "その他"
    ]


def test_the_own_will_in_view_of_what_others_do_is_ones_own() -> None:
    """「国において…が行われることを踏まえ、…研究してまいります」."""
    text = "今後、国において実証の事業が行われることを踏まえ、その動向を注視し、支援策について研究してまいります。"
    assert [one.kind for one in statements(text)] == ["研究"]


def test_what_others_do_before_the_own_topic_is_theirs() -> None:
    """「国は…検討を行っており、市は…」: only the second half is the town's."""
    text = "国は現在、制度の在り方の検討を行っており、市は国に対して、早く示すよう求めてまいります。"
    assert [one.kind for one in statements(text)] == ["実施する"]
