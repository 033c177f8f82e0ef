"""What is told of another one of a row, of another group or year, does not answer."""

from __future__ import annotations

import pytest
from small_store import put, quotes

from chat.answers.of_another import of_an_aim_or_now, told_of_another
from chat.service import Service
from corpus.folding import plain
from retriever.answer_kinds import answer_kinds


@pytest.mark.parametrize(
    ("question", "reply", "another"),
    [
        ("2回目の説明会はいつですか", "説明会は5月20日に開きました。", True),
        ("２回目の説明会はいつですか", "2回目の説明会は6月3日です。", False),
        ("2回目の説明会はいつですか", "説明会は5月20日で、次回は6月です。", False),
        ("1回目の説明会はいつですか", "説明会は5月20日に開きました。", False),
        ("第2回定例会で、説明会の日はどう答えましたか", "説明会は5月20日です。", False),
        ("第3期の計画では何を始めますか", "計画は2期に分けます。", True),
        ("第3期の計画では何を始めますか", "三期では船を買います。", False),
        ("二次募集には何件の応募がありましたか", "一次募集では9件で、二次募集もしたい。", True),
        ("二次募集には何件の応募がありましたか", "一次募集では9件、二次募集では4件です。", False),
        ("来年度の支援員は何人になりますか", "4月1日現在で31人です。", True),
        ("来年度の支援員は何人になりますか", "現在は31人で、来年度は35人です。", False),
        ("前年度の通報は何件でしたか", "今年度はこれまで7件です。", True),
        ("前年度の通報は何件でしたか", "昨年度は5件、今年度はこれまで7件です。", False),
        ("普及率は現在何%ですか", "普及率を100%とする目標です。", True),
        ("普及率は現在何%ですか", "普及率は40%で、100%を目指します。", False),
        ("聴覚障がい者への給付は何件ですか", "視覚障がい者への給付は4件です。", True),
        ("聴覚障がい者への給付は何件ですか", "視覚障がい者へは4件、聴覚障がい者へは2件です。", False),
        ("中学校の空調は何台ですか", "小学校に50台です。", True),
        ("仮の橋はいつ完成しますか", "令和8年に人が減る見込みで、仮の橋を置きます。", True),
        ("仮の橋はいつ完成しますか", "令和8年に使えるよう、8月に工事を終えます。", False),
        ("中学校の空調は何台ですか", "小中学校に50台です。", False),
        ("新しい施設の職員は何人ですか", "利用者として16名、泊まる利用者として8名です。", True),
        ("新しい施設の職員は何人ですか", "利用者として16名、職員は5名です。", False),
        ("新しい施設の職員は何人ですか", "16名で始めます。", False),
        ("講習に出す職員は何人ですか", "約30名の推進員が受けます。", False),
        ("新しい施設の職員は何人ですか", "収容人数は全部で30名です。", True),
        ("日曜日の送迎は一日に何人が使いましたか", "送迎は一日に12人が使いました。", True),
        ("日曜日の送迎は一日に何人が使いましたか", "土日の送迎は一日に12人が使いました。", False),
        ("日曜日の送迎をどうしますか", "送迎は来年から始めます。", False),
        ("聴覚障がい者への配慮をどうしますか", "視覚障がい者の声を聞きます。", False),
    ],
)
def test_what_is_told_of_another_one(question: str, reply: str, another: bool) -> None:
    text = plain(reply)
    assert told_of_another(plain(question), text, text, answer_kinds(question)) is another


def test_a_second_round_is_not_the_first(service: Service) -> None:
    """The matter is there, and a number too."""
    put(
        service,
        "a",
        [("苗木", "苗木の配布は。", "苗木の配布の一次募集には9件の応募がありました。")],
        "青山市",
    )
    assert service.ask("青山市の苗木の配布の二次募集には何件の応募がありましたか。").status == "no_evidence"
    assert "9件" in quotes(service.ask("青山市の苗木の配布の一次募集には何件の応募がありましたか。"))


def test_a_rate_without_its_name_is_another_rate(service: Service) -> None:
    """A share of something else stands in the reply."""
    put(service, "a", [("検診", "検診の案内は。", "検診の案内は9割の家庭に届きました。")], "青山市")
    assert service.ask("青山市の検診の受診率は何％ですか。").status == "no_evidence"


@pytest.mark.parametrize(
    ("question", "reply", "lacks"),
    [
        ("灯りの点灯率は今は何％ですか", "点灯率を100%とすることを目標にしております。", True),
        ("灯りの点灯率は今は何％ですか", "点灯率は現在80%で、100%を目標にしております。", False),
        ("灯りを何基まで増やすつもりですか", "昨年度末現在で灯りは40基となりました。", True),
        ("灯りを何基まで増やすつもりですか", "灯りは40基まで増やす予定です。", False),
        ("灯りは何基ですか", "灯りは40基まで増やす予定です。", False),
        ("今の灯りから何メートル離れていますか", "灯りから50メートル離れ、工期の短縮を見込みます。", False),
    ],
)
def test_an_aim_is_not_what_is_so_now(question: str, reply: str, lacks: bool) -> None:
    """Protects: the figure that a town aims at was shown as the one it has come to, and the other way round."""
    assert of_an_aim_or_now(question, answer_kinds(question), plain(reply)) is lacks
