"""What members say is quoted where they speak for a body, or where their words are what is asked for."""

from __future__ import annotations

from datetime import date

import pytest
from small_store import put, quotes

from chat.answers.evidence import Features
from chat.answers.phrases import lacks_of_its_phrase
from chat.answers.subject import lacks_what_can_be_done
from chat.answers.whole_names import has_its_name_in_pieces, lacks_how_its_name_begins
from chat.service import Service
from corpus.types import Speaker
from retriever.tokenize import shared_tokenizer
from retriever.types import Filter

MEMBER = Speaker("小林", "3番議員", "member")


@pytest.mark.parametrize(
    "opening",
    [
        "今定例会の運営について議会運営委員会を開きましたので、結果を御報告します。",
        "議員提出議案第2号について、提案理由を申し上げます。",
    ],
)
def test_a_member_who_speaks_for_a_body_is_quoted_whatever_the_record_calls_him(
    service: Service, opening: str
) -> None:
    """Some records call whoever reports for a committee, or explains a bill of the members, 議員."""
    put(service, "a", [("", "", f"{opening}会期の延長は12日間とすることに決しました。")], "青山市", MEMBER)
    put(service, "b", [("", "", "会期の延長は12日間とすることに決したのは残念です。")], "赤川市", MEMBER)
    assert "12日間とする" in quotes(service.ask("青山市の会期の延長はどう決しましたか。"))
    assert service.ask("赤川市の会期の延長はどう決しましたか。").status == "no_evidence"


def test_what_an_expert_presents_is_quoted_and_what_a_councillor_says_of_his_own_is_not(
    service: Service,
) -> None:
    """Members of an advisory body are called in for what they know; a councillor's speech is never the town's answer."""
    speech = [("", "", "古い旅館を改装した共同の仕事場は、もとは郵便局でした。")]
    put(service, "a", speech, "青山市", Speaker("小林", "委員", "member"), "移住促進専門委員会")
    put(service, "b", speech, "赤川市", Speaker("小林", "委員", "member"), "議会議会改革検討委員会")
    assert "郵便局" in quotes(service.ask("青山市の共同の仕事場は、もとは何の建物でしたか。"))
    assert service.ask("赤川市の共同の仕事場は、もとは何の建物でしたか。").status == "no_evidence"


def test_a_figure_that_a_member_is_said_to_have_told_is_looked_for_in_his_words(service: Service) -> None:
    """「議員が挙げた交付枚数」 stands in the question; the reply has no figure."""
    asked = "国の公表では、マイナンバーカードの交付枚数は累計で9,700万枚です。市の窓口をどう変えますか。"
    put(service, "a", [("窓口", asked, "窓口の人数を見直し、待ち時間を短くします。")], "青山市")
    answer = service.ask("青山市の議員が挙げた、マイナンバーカードの累計の交付枚数は何枚ですか。")
    assert "9,700万枚" in quotes(answer)


def test_what_another_one_replied_is_not_what_the_deputy_replied(service: Service) -> None:
    """The post is asked for by its name, and those who reply in the record have theirs."""
    exchange = [("備蓄", "備蓄の食料をどう増やしますか。", "備蓄の食料は3日分に増やします。")]
    put(service, "a", exchange, "青山市", Speaker("田中", "総務部長", "executive"))
    assert service.ask("青山市の副市長は備蓄の食料についてどう答えましたか。").status == "no_evidence"
    assert "3日分" in quotes(service.ask("青山市の総務部長は備蓄の食料についてどう答えましたか。"))
    assert "3日分" in quotes(service.ask("青山市の市長は備蓄の食料についてどう答えましたか。"))


def test_words_in_which_somebody_is_named_are_not_his(service: Service) -> None:
    """Who takes the floor names the chair, who says nothing of the matter."""
    speech = "大村議長のお許しを得て、街灯の増設について意見を述べます。街灯の増設は急がれます。"
    put(service, "a", [("", "", speech)], "青山市", MEMBER)
    asked = "青山市で、{}は街灯の増設についてどんな意見を述べましたか。"
    assert service.ask(asked.format("大村議長")).status == "no_evidence"
    assert "急がれます" in quotes(service.ask(asked.format("小林議員")))


@pytest.mark.parametrize(
    ("question", "reply", "pieces"),
    [
        ("オープンデータの公開の状況", "基準はオープンにはできません。台帳のデータは課が公開します。", True),
        ("オープンデータの公開の状況", "台帳はオープンなデータとして公開します。", False),
        ("CDOは誰ですか", "最高責任者は副市長です。デジタル課長が支えます。", True),
        ("CDOは誰ですか", "市では副市長を最高デジタル責任者に任じております。", False),
        ("電子図書館の開設", "議事録は電子メールで送ります。図書館にも置きます。", True),
        ("電子図書館の開設", "図書館の本を電子の形で貸し出します。", False),
        (
            "電子図書館のように本を遠くから借りられる仕組みはありますか",
            "電子メールで送ります。図書館にも置きます。",
            False,
        ),
    ],
)
def test_a_name_is_not_in_a_reply_that_has_its_pieces_far_apart(
    service: Service, question: str, reply: str, pieces: bool
) -> None:
    """Protects: オープンデータ was answered by what cannot be made open, and CDO by another officer, with a word of each in other sentences."""
    put(service, "a", [("台帳", "台帳をどう扱いますか。", reply)], "青山市")
    (asked,) = service._rules.read(question, (), Filter(), date(2026, 1, 1))
    (found,) = service.search("台帳")
    words = shared_tokenizer().forms(reply)
    far = Features(0.5, 0.5, 0.5, 0, 0, 0, 1.0, 0.4, 0, 0, 0, 0.0)
    assert has_its_name_in_pieces(asked, found.stored.exchange, words, far) is pieces


@pytest.mark.parametrize(
    ("question", "reply", "lacks"),
    [
        ("市民プールの赤字", "市民プールは来年度に建て替えます。", True),
        ("市民プールの赤字", "市民プールは財源不足が続いております。", False),
        ("青山市の市民プールの利用時期", "市民プールは7月に開きます。", False),
        ("増築後の教室の広さ", "増築により教室の広さは2倍になります。", False),
        ("青山市の昆布漁", "昆布漁場の清掃を支援しております。", False),
        ("新庁舎の財源はどう組みますか", "庁舎の整備には基金を充てます。", False),
        ("ごみの分別の見直し", "ごみの収集の曜日は変えません。", True),
        (
            "市民プールが赤字のとき、町内ではどのような声が出ていましたか",
            "市民プールは来年度に建て替えます。",
            False,
        ),
        ("保育園の入所手続は電子化していますか", "体育館の予約の手続は電子化しています。", True),
        ("保育園の入所手続は電子化していますか", "保育園の申込みの手続は電子化しています。", False),
    ],
)
def test_nouns_alone_are_the_terms_of_the_matter(
    service: Service, question: str, reply: str, lacks: bool
) -> None:
    """Protects: 市民プールの赤字 was answered by what is planned for the pool; a sentence may put its matter in other words."""
    put(service, "a", [("施設", "施設をどうしますか。", reply)], "青山市")
    (asked,) = service._rules.read(question, (), Filter(), date(2026, 1, 1))
    far = Features(0.5, 0.5, 0.5, 0, 0, 0, 1.0, 0.4, 0, 0, 0, 0.0)
    assert lacks_of_its_phrase(asked, shared_tokenizer().forms(reply), far) is lacks
    near = Features(0.5, 0.5, 0.5, 0, 0, 0, 1.0, 0.8, 0, 0, 0, 0.0)
    assert not lacks_of_its_phrase(asked, shared_tokenizer().forms(reply), near)


@pytest.mark.parametrize(
    ("question", "reply", "lacks"),
    [
        ("スマホで証明書が取れるの？", "証明書の手数料は350円です。", True),
        ("スマホで証明書が取れるの？", "証明書はスマートフォンからも申し込めます。", False),
        ("青山市の図書館で予約できる？", "図書館の敷地に犬は入れません。", True),
        ("青山市の図書館で予約できる？", "図書館では予約を電話でも受けます。", False),
        ("図書館の予約", "図書館の敷地に犬は入れません。", False),
    ],
)
def test_whether_something_can_be_done_is_told_by_what_speaks_of_it(
    service: Service, question: str, reply: str, lacks: bool
) -> None:
    """Protects: whether books can be reserved at the library was answered by what dogs may do there."""
    put(service, "a", [("施設", "施設をどうしますか。", reply)], "青山市")
    (asked,) = service._rules.read(question, (), Filter(), date(2026, 1, 1))
    far = Features(0.5, 0.5, 0.5, 0, 0, 0, 1.0, 0.4, 0, 0, 0, 0.0)
    assert lacks_what_can_be_done(asked, shared_tokenizer().forms(reply), far) is lacks


@pytest.mark.parametrize(
    ("question", "reply", "lacks"),
    [
        ("どこでも窓口構想", "医療の構想は県が定めました。窓口は市にあります。", True),
        ("どこでも窓口構想", "どこでも使える窓口の構想です。", False),
        ("いつでも窓口やってるの？", "窓口で長く待つことがあります。", True),
        ("青山市のいつでも窓口って何？", "いつでも窓口は夜も開く窓口です。", False),
        ("行かない窓口", "オンライン申請を増やします。", False),
        ("どこでも窓口に相談できる仕組みはありますか", "窓口は市にあります。", False),
    ],
)
def test_what_a_name_begins_with_is_said(service: Service, question: str, reply: str, lacks: bool) -> None:
    """Protects: どこでも窓口 was answered by any 窓口: どこでも was taken for a question word."""
    put(service, "a", [("窓口", "どうしますか。", reply)], "青山市")
    (asked,) = service._rules.read(question, (), Filter(), date(2026, 1, 1))
    (found,) = service.search("窓口")
    far = Features(0.5, 0.5, 0.5, 0, 0, 0, 1.0, 0.4, 0, 0, 0, 0.0)
    assert lacks_how_its_name_begins(asked, found.stored.exchange, far) is lacks
    near = Features(0.5, 0.5, 0.5, 0, 0, 0, 1.0, 0.8, 0, 0, 0, 0.0)
    assert not lacks_how_its_name_begins(asked, found.stored.exchange, near)
