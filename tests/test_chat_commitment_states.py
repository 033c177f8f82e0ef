"""Verbs in the ledger by form: what has an object is an act unless it is known as a state, a perception or what a paper says."""

from __future__ import annotations

import pytest

from chat.commitment_clauses import statements


@pytest.mark.parametrize(
    "text",
    [
        "空いた教室は、地元の会に貸しております。",
        "使い終えた油を石けんに変える教室を三つの会場で展開しております。",
        "さらった水路の泥を処分場まで運んでおります。",
        "職員が一軒ずつ玄関先で名簿の写しを手渡しております。",
        "雪の多い地区には除雪の班を二つ置き、夜のうちに道を空けています。",
        "港では古い網を細かく裂いて肥料に混ぜております。",
        "先月、古い橋の欄干を塗り直しました。",
        "議会の声は、ホームページで公開いたしました。",
        "庁舎の跡地につきましては、現在、造成中でございます。",
    ],
)
def test_an_act_needs_no_list(text: str) -> None:
    """A verb with an object is taken for done, whatever verb it is."""
    assert [one.kind for one in statements(text)] == ["実施済"]


@pytest.mark.parametrize(
    "text",
    [
        "人手の足りない時期を迎えており、農家は悩みを抱えております。",
        "こちらの表は、五年間の推移を示しております。",
        "三ページには、工事の場所を掲げております。",
        "利用率は前の年を大きく上回っております。",
        "自治会は、地域の中で大きな役割を担っております。",
        "祭りには毎年、多くの方から寄附をいただいております。",
        "若い世代が町を離れる理由を知りたいという声を聞いております。",
        "市民の声を重く受け止めております。",
        "この制度は、住まいの安定を目的としております。",
        "参加した方から続けてほしいという声が多かったです。",
        "予防の工事を進めるための調査の段階に入りました。",
        "来月の説明会を予定しておりました。",
        "施設が隣の町へ移転しました。",
        "同条の次に次の一号を加える。",
    ],
)
def test_a_state_is_no_act_though_it_has_an_object(text: str) -> None:
    """What one is, has, sees or writes in a paper, and what happens of itself, is no statement."""
    assert statements(text) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # any verb with an object may be promised, politely, plainly or as a wish
        ("来月から、窓口の数を二つ減らします。", ["実施する"]),
        ("年内に工事を終えたいと考えております。", ["実施する"]),
        ("年度内には結論を出したい、そういうふうに考えております。", ["実施する"]),
        ("町会の掲示板と広報を組み合わせて、催しの中身を広く伝える。", ["実施する"]),
        ("費用の内訳は、外部の委員会で検証していただくこととしております。", ["検討"]),
        # what comes of acts can be promised; a hope is none
        ("商店街のにぎわいにつなげてまいります。", ["実施する"]),
        ("防災への意識を高めてまいります。", ["実施する"]),
        ("商店街のにぎわいにつなげていきたいと考えております。", []),
        # an adjective before the object is no duty
        ("限りある予算の中で、とるべき対応を見定めてまいります。", ["実施する"]),
        # open talks, attributes of others
        ("開館の時間につきましては、指定管理者と調整中でございます。", ["検討"]),
        ("給付の順番は、これから検討すべき課題と受けとめております。", ["検討"]),
        ("品目を増やしていく方針の店もございますが、袋は対象となっておりません。", []),
        # what stands before ほか, ところで and まして
        (
            "各地区に見守りの灯の設置を働きかけているほか、声かけは町会の皆様の御協力によるものです。",
            ["実施済"],
        ),
        ("研修を四回開催しまして、延べ二百名の方に受講いただきました。", ["実施済"]),
        ("担当の課で準備を進めているというところで、中身は私も聞いております。", ["実施済"]),
        # one's own office is no ministry
        ("当庁では、通報を受ける仕組みを入れ替えました。", ["実施済"]),
    ],
)
def test_plans_wishes_and_hopes_by_form(text: str, kinds: list[str]) -> None:
    """The ending says what is promised; the kind is never stronger than the words."""
    assert [one.kind for one in statements(text)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("日帰りの湯を開く予定のほうはちょっとございません。", ["困難"]),
        ("住民向けの講座を月に二回やってます。", ["実施済"]),
        ("将来的には、そういう方向も考えていかなければならないとは思ってます。", ["検討"]),
        ("推薦のあった方を委員に任命したいというような結果でございます。", ["実施する"]),
        ("まず資格のある方を順に選定していったところでございます。", ["実施済"]),
        ("月末には、地元の説明会に伺う予定もしております。", ["実施する"]),
        ("窓口の職員のほうで声かけはしているところです。", ["実施済"]),
        (
            "床を固定して、音の出ない構造にしたいというふうに、基本的に考えているところでございます。",
            ["実施する"],
        ),
        ("交通量を予測した上で総合的に判断をいたします。", ["検討"]),
        ("購入の費用を町が補助するという考えにはまだ至っておりません。", ["その他"]),
        ("今回の補正は、住民一人に三千円分の地域通貨を付与するものでございます。", ["実施する"]),
        ("橋の架け替えは、補助金を使って取り進める予定でおります。", ["実施する"]),
        ("開校の前に、規則を議案として提出する予定もございます。", ["実施する"]),
        ("大雨の折には、応急的に砂利をやらせていただいた部分がございます。", ["実施済"]),
        ("窓口の職員も加わって取り組んでいるところになります。", ["実施済"]),
        ("委員会の顔ぶれを今現在考えております。", ["検討"]),
        (
            "窓口を増やすなどの対策を考えており、費用の補正予算を次の定例会に提出いたします。",
            ["検討", "実施する"],
        ),
        ("少し検討する時間をいただきたいと考えております。", ["検討"]),
        ("条件が整い次第での導入といたします。", ["実施する"]),
        ("いまの雇い方を継続すると判断したものでございます。", ["実施する"]),
        ("市独自の予算は、現在、確保できない状況でございます。", ["困難"]),
        # what was asked, and what others said
        ("駅の建設に当たりまして、店を置く計画はないのかというご質問でございます。", []),
        ("組合では、二つの施設を一体に使うと考えているということでございました。", []),
        ("買物券のほかには考えていないのかというところですけれども、額は五千円です。", []),
        ("集まりの場は、地域の団体等が運営をしておるところでございます。", []),
        ("大雪の折には、住民の皆様に大変ご迷惑をかけたところでございます。", []),
    ],
)
def test_speech_as_it_is_typed_from_the_tape(text: str, kinds: list[str]) -> None:
    """Fillers, contractions and roundabout endings hide nothing; a question said again and hearsay promise nothing."""
    assert [one.kind for one in statements(text)] == kinds
