"""Spoken replies: what is weighed, told elsewhere, humbly done, or declined by idiom; whose act it is without an object."""

from __future__ import annotations

import pytest
from wordings import labelled

from chat.commitments.clauses import statements


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # a question that is still to be settled
        ("受付を早められないか、手順を洗い直しております。", "検討"),
        ("どの部署が受け持つのかは、改めて整理させていただきたいと思います。", "検討"),
        ("便数を増やせるかどうか、会社と話し合っている最中です。", "検討"),
        ("次の年の分につきましては改めて考えたいと思います。", "検討"),
        ("便数につきましては見直さざるを得ないと考えております。", "検討"),
        ("先行する町の例を勉強させていただきたいと思います。", "研究"),
        ("少し研究の時間をいただきたいと思います。", "研究"),
        # declined by idiom
        ("今の職員の数では夜間の見回りまで手が回りません。", "困難"),
        ("一つの地区だけを優先するわけにはまいりません。", "困難"),
        ("停留所を移すのは道路の構造上無理がございます。", "困難"),
        ("駐車場を広げることは、敷地の形から厳しいかなと思っております。", "困難"),
        ("診断の制度を設けるという考えは市としてはございません。", "困難"),
        # how one means to work
        ("住民の声に耳を傾けてまいります。", "その他"),
        ("表示には今後も目を配ってまいりたいと考えております。", "その他"),
        ("さらなる周知が必要かなと感じているところでございます。", "その他"),
        # done, humbly told
        ("名簿は民生委員の方にお渡ししております。", "実施済"),
        ("着工の前に近くのお宅を一軒ずつ回らせていただきました。", "実施済"),
        ("通知を、既に送らせていただいております。", "実施済"),
        ("支援の時間を増やしたりということをしております。", "実施済"),
        ("特設の棚を置いて図書の紹介を続けております。", "実施済"),
        ("県からも依頼が来ますので、その都度、保育園に案内を配っております。", "実施済"),
        # to come
        ("案内の文書を六月に出す予定です。", "実施する"),
        ("結果はホームページにも公表する形で考えております。", "実施する"),
        ("古い遊具は順に外していくという段取りになっております。", "実施する"),
        ("冬の間に植え替えを進めようとしているところでございます。", "実施する"),
        ("今月をもって貸出しの運営を終了とさせていただきます。", "実施する"),
        ("御指摘の点は国のほうに申し上げてまいります。", "実施する"),
        ("新たに司書を一名配置することになっております。", "実施する"),
        ("数字は手元にありませんので、後ほど御報告をさせていただきます。", "実施する"),
        # the statement stands before what is said about it
        ("会館を建てる予定はないということは、先ほど申し上げたとおりです。", "困難"),
        ("歩道を広げるのは難しいと言わざるを得ません。", "困難"),
        ("その点は次の検討課題ということになってまいります。", "検討"),
        ("道路の補修の費用に充てているというのが実態でございます。", "実施済"),
        ("見学会は昨年十月に三回実施し、百名の方に来ていただいております。", "実施済"),
        ("担当が各地区へ出向き、現場に入ってお話を伺っております。", "実施済"),
    ],
)
def test_what_the_grammar_of_speech_tells(text: str, kind: str) -> None:
    """One sentence of each form."""
    assert [one.kind for one in statements(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "高校生が広場の美化に取り組んでいます。",
        "余った分は農家が自分で処分しています。",
        "この装置は、水位が上がると自動で警報を送ります。",
        "災害が毎年のように頻発化しております。",
        "費用を抑えられる点が決め手でしたということでございます。",
        "参考として前の年の数を付けさせていただきました。",
        "皆さんの発表を伺いながら大変心強く思いました。",
        "券をお持ちいただければ、いつでも御覧いただけます。",
        "積立てを取り崩さずに済みました。",
        "私からは、四月から始まる健診についてご報告させていただきます。",
        "このままでも窓口を続けていけるものと受け止めております。",
        "三百人以下の会社では努力義務になっております。",
        "国が基準を厳しく改めて、次々と通知を出してきたということになります。",
        "町会では地区ごとに花壇の手入れに取り組んでいただいております。",
        "新しい路線の開業が決定しておりますので、期待しております。",
        "それでは私から、四月一日から始まる制度について御説明させていただければと思います。",
        "寒い時期には実施しない団体もございます。",
        "協会では救助の講習会を毎月行っていらっしゃいます。",
        "前の年の実績から必要な数を判断しているものでございます。",
        # a subject that ends in kana is one too
        "厳しい暑さが作物を傷めています。",
        "いたずらが公園の壁を汚しています。",
    ],
)
def test_what_only_looks_like_an_act_of_the_town(text: str) -> None:
    """Others without an object, things that work of themselves, papers before us, favours, nominal predicates."""
    assert statements(text) == ()


def test_promises_in_many_wordings_are_found() -> None:
    """240 sentences labelled by hand: the share found, of the right kind, and of those that are none left alone."""
    rows = labelled("commitments")
    told = {row["id"]: [one.kind for one in statements(row["text"])] for row in rows}
    wanted = [row for row in rows if row["kind"]]
    none = [row for row in rows if not row["kind"]]
    assert sum(bool(told[row["id"]]) for row in wanted) / len(wanted) >= 0.93
    assert sum(row["kind"] in told[row["id"]] for row in wanted) / len(wanted) >= 0.92
    assert sum(not told[row["id"]] for row in none) / len(none) >= 0.98
