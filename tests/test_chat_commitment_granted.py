"""What is told only for the sake of something else, what is announced, looked up or paid, and what is declined in other words."""

from __future__ import annotations

import pytest

from chat.commitments.clauses import statements


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("関係課とも連携して研修を実施しているところですが、情報の提供を求められたことはございません。", []),
        ("書類の五割削減を目指しているところでございますが、難しさを感じています。", ["その他"]),
        ("誤りがあればその都度公表させていただいているのですが、今年は少し多うございました。", ["実施済"]),
        ("令和5年度より点検を実施しておりますが、大きな異常は見つかっておりません。", ["実施済"]),
        ("研修を実施しておりますが、今後は窓口の案内も改善してまいります。", ["実施済", "実施する"]),
    ],
)
def test_what_is_granted_counts_only_beside_something(text: str, kinds: list[str]) -> None:
    """What goes on is no statement where it leads up to what there is not, unless it says since when, or the main clause promises."""
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
        ("お手元のほうに図面と、あわせて見取図をお配りさせていただいております。", []),
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


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # the own side together with others, and what is reported of one's own deed
        ("市と観光協会は、秋に合同の物産展を開催することとしております。", ["実施する"]),
        ("観光協会は、秋に物産展を開催することとしております。", []),
        ("移動図書館を二台導入しており、貸出しが増えたとの報告を受けております。", ["実施済"]),
        # what one cannot do, more or less roundly
        ("窓口を夜間に開けるかという点では、なかなか難しいと思われます。", ["困難"]),
        ("村だけで路線を維持するのはかなり難しいということがございます。", ["困難"]),
        ("渡し船の再開の検討はできないというふうに御理解いただきたいと思っております。", ["困難"]),
        ("区が補助することは困難であるということで、その考えは変わらないものです。", ["困難"]),
        # put in others' hands, or led to them
        ("掲示については、市内の店舗へ協力をお願いしているところです。", ["実施済"]),
        ("相談があれば、法律の専門の窓口につないでおります。", ["実施済"]),
        ("住民の意見は聞く予定ですが、その後は個々の審査となります。", ["実施する"]),
        # meant so, wanted so
        ("歩きながら選んでいく、そういうような方向で考えているところです。", ["実施する"]),
        ("協議会を設置するというふうに考えてございます。", ["実施する"]),
        ("記録を書きためていく必要がまだまだあるのかなと思います。", ["その他"]),
        ("障害のある方が、誇りを持って働ける職場づくりに取り組んでまいります。", ["実施する"]),
        # what goes on before し、 is told for itself
        ("県に支援を要望しておりますし、これからも要望してまいります。", ["実施済", "実施する"]),
        (
            "端末を導入して待ち時間の短縮が図れたところですが、今後は台数を増やします。",
            ["実施済", "実施する"],
        ),
        ("路線の検討を、もう少し続けていくべきかなと思っております。", ["検討"]),
        ("市が独自に会費を負担することは適当ではないと考えております。", ["困難"]),
        # what is done before a review is done, what stands before a plan is planned
        ("専門家の会を設置し、現在、料金の改定を検討しております。", ["実施済", "検討"]),
        ("昨年度までに樹木の調査を実施し、現在、経路を検討しているところです。", ["実施済", "検討"]),
        (
            "展示の棚を撤去し、会議室に改修する予定であり、その後の管理を検討しております。",
            ["実施する", "検討"],
        ),
        ("来春の開館を目指し、展示の内容を検討しております。", ["検討"]),
        ("人の数にも合わせて、柔軟に対策を考えて参ります。", ["検討"]),
        ("直接の補助は、なかなか財政的にも厳しい状況です。", ["困難"]),
        ("来年の祭りは行わないということになりました。", ["困難"]),
        ("駅前の料金は、当面は上げないことになりました。", ["困難"]),
        ("名簿を公開する考えは、今のところはございません。", ["困難"]),
        ("水路の上に橋を架けることは、高さが足りないことから難しいものと考えております。", ["困難"]),
        ("相手の方の名前については公表を控えさせていただきたいと思います。", ["困難"]),
        # done by oneself, whatever others have settled before it
        ("国が定めている様式について、区内の全ての店に案内を送付しております。", ["実施済"]),
        ("店の組合に対し、営業の時間について意見を聞いております。", ["実施済"]),
        # what is under review is said, and something else promised after it
        (
            "座席の配置は今検討しているところでございますので、来月からは音響を改善していきたい。",
            ["検討", "実施する"],
        ),
        ("時期は検討していきたいと思いますが、入口については早く直してまいります。", ["検討", "実施する"]),
        ("点検を一度だけというわけにはいきませんので、来年も実施します。", ["実施する"]),
        ("路線は当分続けていきたいと、今のところは考えております。", ["実施する"]),
        ("できるだけ多くの家族が参加できるような形にしていきたいと考えております。", ["実施する"]),
        # conceded, and hoped for
        ("店を開くには困難な状況ではあるのですが、啓発を進めてまいります。", ["実施する"]),
        ("学校で訓練を実施することで、より効果が期待できますことから、内容を検討してまいります。", ["検討"]),
        # how one strives is no promise beside it
        ("外灯の更新を推進することで、夜道の安全の確保に努めてまいります。", ["その他"]),
    ],
)
def test_more_words_for_the_same(text: str, kinds: list[str]) -> None:
    """Together with others, by way of others, reported, hedged: what is the own side's remains so."""
    assert [one.kind for one in statements(text)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("冬の売上げの縮小を危惧しているところであります。", []),
        ("先を心配する声をお聞きしているところであります。", []),
        ("昨日も団長とお会いしました。", []),
        ("北山市では、空いた家を貸し出し、南川市においても協定を結んでいると聞いております。", []),
        (
            "これから家々に国のほうで声をかけたり、説明を行って、順次調査を行っていくということで、日は分かりません。",
            [],
        ),
        ("新しい窓口では、待つ時間がかからないことになりました。", []),
        ("県の保健の研究所のほうで、検査や指導を行っております。", []),
        ("二つの年の来場者を比較することは適切ではないと考えております。", []),
        ("その制度は、補助とは一線を画しております。", []),
        ("教室の不足を解消することができない学校を対象としております。", []),
        ("料金は半年を目安に見直しということで、どうなのかというお話でしたが、実績はございません。", []),
        ("台数を数えておりますので、足りるのかというお話ですが、分かりません。", ["実施済"]),
    ],
)
def test_what_is_felt_heard_or_asked_again(text: str, kinds: list[str]) -> None:
    """Fears, complaints heard, meetings with people, which one it is, and the question said again promise nothing."""
    assert [one.kind for one in statements(text)] == kinds
