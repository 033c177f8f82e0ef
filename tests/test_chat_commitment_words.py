"""Tense and aspect of official style: what is planned, under way, expected, put off; never stronger than the words."""

from __future__ import annotations

import pytest

from chat.commitment_clauses import statements


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # planned, though the work for it is under way
        ("来年度に契約を締結する予定で事業を進めております。", "実施する"),
        ("令和7年4月の開園に向けて園舎の整備を進めております。", "実施する"),
        ("来年度の稼働に向け、システムの構築を進めております。", "実施する"),
        ("年度内の策定を目指して作業を進めております。", "実施する"),
        ("開設に向けて関係機関と調整を進めております。", "実施する"),
        ("説明会を開催することとしております。", "実施する"),
        ("使用を一人一枚に制限し、節約して使用することにしております。", "実施する"),
        ("案内を封筒に記載する予定にしてございます。", "実施する"),
        ("秋から試行する考えであります。", "実施する"),
        ("改修工事に着手する見通しであります。", "実施する"),
        ("年度内に策定を完了する見込みです。", "実施する"),
        ("来月に協定を締結することになっております。", "実施する"),
        ("選定の理由を住民の皆様に今後ご説明していければと考えております。", "実施する"),
        ("期限を決めて実験をしていく、そういうふうに考えております。", "実施する"),
        ("事業者を選び、春から工事に入ってまいります。", "実施する"),
        # done or going on
        ("これまで国に要望してまいりました。", "実施済"),
        ("競技の普及に取り組んでまいりました。", "実施済"),
        ("県に働きかけているところであります。", "実施済"),
        ("開園に向けて整備工事を行っております。", "実施済"),
        ("全ての学校に設置済みであります。", "実施済"),
        ("審議された資料を公開してございます。", "実施済"),
        # still open what comes of it
        ("関係機関と調整を進めております。", "検討"),
        ("これまで導入について検討してまいりました。", "検討"),
        ("検討を始めたところであります。", "検討"),
        ("年度内の策定に向けて検討を進めております。", "検討"),
        ("実施の可否も含めて検討しなければならないと考えております。", "検討"),
        ("設置の在り方を検討する時期に来ていると考えております。", "検討"),
        ("今後の課題とさせていただきます。", "検討"),
        ("今後の研究課題としてまいります。", "研究"),
        ("他市の例を研究していく必要があると考えております。", "研究"),
        ("有効かどうかにつきましては、研究が必要ではないかというふうに考えております。", "研究"),
        ("早期の実現に向けて努力してまいります。", "その他"),
        ("推移を見守ってまいりたいと考えております。", "その他"),
    ],
)
def test_what_is_to_come_is_not_done_and_what_is_open_not_promised(text: str, kind: str) -> None:
    """One sentence of each tense and aspect."""
    assert [one.kind for one in statements(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "歳入は減少する見込みであります。",
        "県が整備を進める予定であります。",
        "費用は利用者が負担することになっております。",
        "延期となりましたが、先月に説明会を予定しておりました。",
        "時間はおおむね三十分程度を予定しております。",
        "二十日から五日間、議案調査のため休会いたします。",
        "この場をお借りしましておわびいたします。",
        "配置計画検討でございます。",
        "新たな窓口は必要ではないと考えております。",
    ],
)
def test_expectations_rules_and_the_meeting_itself_promise_nothing(text: str) -> None:
    """見込み of what nobody does, how things are arranged, what others do, how the meeting goes on."""
    assert statements(text) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("昨年度に手引の見直しを行いましたが、本年度は訓練を行ってまいります。", ["実施済", "実施する"]),
        ("店へ改修する予定であり、古い材の再利用を検討しております。", ["実施する", "検討"]),
        ("量を掲示板に掲示しておりますが、今後は毎週更新してまいります。", ["実施済", "実施する"]),
        ("工夫を働きかけるとともに、大会時の対応について検討を進めてまいります。", ["実施する", "検討"]),
        ("素案を作成しましたので、御説明をさせていただきます。", ["実施済"]),
    ],
)
def test_each_clause_has_its_own_kind(text: str, kinds: list[str]) -> None:
    """What is done, planned and considered in one sentence is told apart."""
    assert [one.kind for one in statements(text)] == kinds


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("次期市民病院の構想を検討してまいります。", ""),
        ("令和7年度までの3年間の実績に基づき、見直しを検討してまいります。", ""),
        ("十月一日付で申出がありましたので、契約を解除することといたしました。", ""),
        ("次の段階に進む方の相談を行ってまいります。", ""),
        ("今年度末までの完了を目指しております。", "今年度末まで"),
        ("次の会議で報告させていただきます。", "次の会議"),
        ("来年度からは講座を開講することとしております。", "来年度から"),
    ],
)
def test_due_is_the_time_of_the_act(text: str, due: str) -> None:
    """「次期市民病院」 and spans that tell of something else are no due date."""
    assert [one.due for one in statements(text)] == [due]
