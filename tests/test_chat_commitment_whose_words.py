"""Replies in which it must be told whose act, when, and whether said here: committees that speak freely, plenaries of prefectures."""

from __future__ import annotations

import pytest

from chat.commitments.clauses import statements
from chat.commitments.topics import Level


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # what is meant or decided, in the words of a committee
        ("夏までには、候補を一つに絞り込みできたらと思っております。", "実施する"),
        ("新しい委員の方は、今のところ六名ということで考えてございます。", "実施する"),
        (
            "場所は、北と南と東の三か所で考えさせていただいているところでございます。",
            "実施する",
        ),
        ("まだ申込みのない御家庭には、こちらから御通知は申し上げる予定でございます。", "実施する"),
        ("大がかりな用途の変更のようなものはできないと。", "困難"),
        (
            "令和七年度につきましては、待たずに手続ができるように窓口の体制を強化するものでございます。",
            "実施する",
        ),
        ("勧告を受けて、今回、給料の改定を行おうとするものであります。", "実施する"),
        ("日程については、今話を進めさせていただいているところでございます。", "検討"),
        # what goes on
        ("改めないお店には、直すよう市から求めていく、ということをしている。", "実施済"),
        (
            "国の担当とは、やりとりをしているところではございまして、まだ返事はございません。",
            "実施済",
        ),
        ("高齢の方への配布を行っている段階で、若い方にはまだ何も届いておりません。", "実施済"),
        ("その学校には、先生を一人多く配置しているという違いでございます。", "実施済"),
        (
            "歩道は先行して整備してきておりますが、その額はこの表に入っておりません。",
            "実施済",
        ),
        ("駅前で町のよさを知っていただく話などをPRさせていただいております。", "実施済"),
        ("百歳の方には、お祝いの目録も贈っております。", "実施済"),
        ("順番は、担当のほうで決めさせていただいております。", "実施済"),
        ("折に触れて、県のほうにもお願いをしてきているところでございます。", "実施済"),
        ("職員がお宅に伺って、お話をさせていただいているところでございます。", "実施済"),
        ("場所については、地権者の方と調整を図っているところであります。", "検討"),
        ("今のところ、増設する考えは持ち合わせておりません。", "困難"),
        ("地元の皆様には、丁寧に御説明を申し上げてまいります。", "実施する"),
        # no speech in the meeting, though it sounds like it
        ("会社には、引き続き経過の説明を求めていきたいと考えております。", "実施する"),
        ("新しい土産の開発など、話題づくりも行ってまいります。", "実施する"),
        # striving and promising
        ("就任以来、学びの質を高めるために全力を尽くしてまいりました。", "その他"),
        ("医療の体制の充実強化を全力で推進してまいります。", "実施する"),
        ("日本一を目指した催しを展開してまいります。", "実施する"),
        # the subject belongs to what is made possible
        ("住民と企業が協力をした防災のまちづくりに取り組んでまいります。", "実施する"),
    ],
)
def test_one_statement_and_its_kind(text: str, kind: str) -> None:
    """One sentence of each way of speaking."""
    assert [one.kind for one in statements(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # when an act was or will be done stands beside it, whatever the main clause says
        ("来年度に設計を行いまして、早めの着工を目指しているところでございます。", ["実施する"]),
        # two things beside each other
        (
            "保険の適用について引き続き国に対して要望するとともに、見守りに努めてまいります。",
            ["実施する", "その他"],
        ),
        ("開催に向けて検討を進めており、今後も各地で啓発の事業を展開してまいります。", ["検討", "実施する"]),
        # others are asked to consider, and the town promises
        (
            "他の施設の利用も御検討いただきたいと考えておりますし、市として、相談にも応じてまいります。",
            ["実施する"],
        ),
        ("この計画の予定ですけれども、いつまでとは申し上げられません。", []),
    ],
)
def test_what_stands_beside_the_main_clause(text: str, kinds: list[str]) -> None:
    """Acts beside the main clause have their own time and their own kind."""
    assert [one.kind for one in statements(text)] == kinds


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("教育庁においては、電話の相談を実施しております。", "prefecture"),
        (
            "今後とも、地元市町はもとより、住民や会社の力を取り入れながら、地域の競争力を高めてまいります。",
            "prefecture",
        ),
        ("各市町村が講習を円滑に行えるよう支援してまいります。", "prefecture"),
    ],
)
def test_own_offices_and_those_who_help_are_no_others(text: str, level: Level) -> None:
    """To a prefecture its own 教育庁 acts for it; 「市町はもとより」 names who helps, not who acts."""
    assert len(statements(text, level)) == 1
    assert statements("文化庁においては、電話の相談を実施しております。", level) == ()


@pytest.mark.parametrize(
    "text",
    [
        "当日の流れにつきましては、資料2にて御案内をさせていただきます。",
        "では、五ページに移らせていただきます。",
        "このままでは、商店街としては必ず衰退します。",
        "面積で割りますと、三百万円ぐらいのお金が計算上出てまいります。",
        "机上に、施設の一覧を、本日、改めてお配りさせていただきました。",
        "詳しい数字の資料を御用意しております。",
        "寄せられた声の一部を抜粋させていただいております。",
        "ここに、職員の活動をまとめて載せてございます。",
        "陳情の要旨でございますが、通学路の見回りを夜間にも行っていただき、結果を公表させていただきたいというものでございます。",
        "組合で店を入れたいということで、会社との協議を進めておるというふうに聞いてございます。",
    ],
)
def test_papers_petitions_sums_and_hearsay_promise_nothing(text: str) -> None:
    """What lies before those who listen, what others ask for, what comes of itself or of a sum, and what was heard."""
    assert statements(text) == ()
