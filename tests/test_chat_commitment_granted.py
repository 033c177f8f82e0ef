"""What is told only for the sake of something else, what is announced, looked up or paid, and what is declined in other words."""

from __future__ import annotations

import pytest

from chat.commitment_clauses import statements


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("関係課とも連携して研修を実施しているところですが、情報の提供を求められたことはございません。", []),
        ("書類の五割削減を目指しているところでございますが、難しさを感じています。", []),
        ("令和5年度より点検を実施しておりますが、大きな異常は見つかっておりません。", ["実施済"]),
        ("研修を実施しておりますが、今後は窓口の案内も改善してまいります。", ["実施済", "実施する"]),
        ("平成元年度に施設を設置し、三十六年が経過しています。", []),
    ],
)
def test_what_is_granted_counts_only_beside_something(text: str, kinds: list[str]) -> None:
    """What goes on is no statement where it leads up to a lack, unless it says since when, or the main clause promises."""
    assert [one.kind for one in statements(text)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("初めに、施設の統合を検討するに至った背景についてお答えいたします。", []),
        ("担当課に確認いたしましたが、電話でも手紙でも差し支えございません。", []),
        ("負担金として年間三百万円程度を負担しています。", []),
        ("多くの来場者に負担をかけてしまうこととなりました。", []),
        ("路線は、地域の発展に重要な役割を果たしてまいりました。", []),
        ("その判断には大変苦慮したところであります。", []),
        ("終了後には、内容や評価を報告書に記載することとなっておりますが、差がございます。", []),
        ("ちょっと確認したいんですが、遮断機は踏切のところでしょうか。", []),
        ("契約の相手方は地元の会社で、現在、仮契約中であります。", []),
        ("今回予定している戸数ですけども、二戸を予定しております。", []),
        ("本日、臨時会を招集させていただきました。", []),
        ("お手元のほうに資料と、あわせて概要版をお配りさせていただいております。", []),
        ("辞任を許可することを、異議の有無をもってお諮りいたします。", []),
        ("工事を先へ進めることが困難となりました。", []),
        ("それでは、令和7年12月1日から20日までの行政報告を行います。", []),
        ("今考えている対象につきましては、窓口の手数料ということを考えています。", []),
        ("電子申請サービスでは、カードで確認することで、さらなる手続の拡充を図るものでございます。", []),
    ],
)
def test_no_statement(text: str, kinds: list[str]) -> None:
    """Announcements, how an answer was got, sums, harm, and rules that apply each time promise nothing."""
    assert [one.kind for one in statements(text)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("名簿の提供ということにつきましては、現段階では難しいのかなと考えております。", ["困難"]),
        ("これ以上、建物を維持していくことは困難な状態に至っていると認識しております。", ["困難"]),
        ("事業者と協力しなければ、仕組みの構築は難しいと考えております。", []),
        ("安定した量を確保することが難しくなりつつあります。", []),
        ("いわゆる総合的な計画はございません。", []),
        ("現在、関係機関と調整中であり、利用の可否を決定してまいります。", ["検討"]),
        ("これは協議の最中でありますので、申し上げられません。", ["検討"]),
        ("十二月の定例会に条例改正案を上程する予定としております。", ["実施する"]),
        ("前年の実績を整理し、お示しします。", ["実施する"]),
        ("学校からも連絡をさせていただく予定なので、保護者に御対応いただきたい。", ["実施する"]),
        ("古い住宅を、本年度から順次廃止するとしたところであります。", ["実施する"]),
        ("次回の委員会で、4月から9月までの実施報告を行います。", ["実施する"]),
        ("条例の周知と啓発に努めます（15ページに記載）。", ["その他"]),
        ("記念品を贈呈させていただいているところでございます。", ["実施済"]),
    ],
)
def test_other_words_for_the_same(text: str, kinds: list[str]) -> None:
    """Hedged refusals, talks under way, bills to come, what is shown when made, a note behind the predicate."""
    assert [one.kind for one in statements(text)] == kinds


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("平成30年度より、全世帯に案内を配布しています。", ""),
        ("令和2年度から手当の電子申請を開始しました。", "令和2年度から"),
        ("令和9年度以降、児童数が減少傾向となる見通しから、仮の校舎を設置することとした。", ""),
    ],
)
def test_when_a_deed_began_is_no_date_of_its_going_on(text: str, due: str) -> None:
    """Since when something goes on and when something is expected to happen are no dates of the act."""
    assert [one.due for one in statements(text)] == [due]
