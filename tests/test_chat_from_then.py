"""Follow-ups whose time is counted from what was shown, those to the other towns, and more of what was shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_store import asked_in_turn, put, quotes, read_in

from chat.questions.from_then import asks_what_came_after, counted, newest_shown
from chat.questions.history import Said
from chat.service import Service
from chat.settings import Settings

TODAY = date(2026, 11, 30)
SHOWN = "「貸出自転車は40台です。」[1]\n— 青山市議会 平成30年3月9日 道路課長 森"


@pytest.mark.parametrize(
    ("question", "means"),
    [
        ("前の年は？", "2017年は"),
        ("その前の年はどうですか", "2017年は"),
        ("前年度は", "2016年度は"),
        ("翌年は？", "2019年は"),
        ("What about the previous year?", "2017年は"),
        ("前の年の予算は", "前の年の予算は"),
    ],
)
def test_a_year_is_counted_from_what_was_shown(question: str, means: str) -> None:
    """Not from today: a meeting of March 2018 is of the fiscal year 2017."""
    assert counted(question, [Said("貸出自転車は何台ですか", SHOWN)], TODAY) == means
    assert counted(question, [], TODAY) == question


def test_a_year_is_counted_from_the_year_asked_for() -> None:
    said = [Said("貸出自転車は何台ですか", SHOWN), Said("2014年は？", "見つかりませんでした。")]
    assert counted("前の年は？", said, TODAY) == "2013年は"
    assert counted("翌年は？", [*said, Said("前の年は？", "見つかりませんでした。")], TODAY) == "2014年は"
    assert newest_shown(SHOWN, TODAY) == "2018-03-09"


@pytest.mark.parametrize(
    "question", ["その後どうなりましたか", "で、その後は？", "その後の経過は", "What happened after that?"]
)
def test_what_came_after_has_no_word_of_its_own(question: str) -> None:
    assert asks_what_came_after(question)
    assert not asks_what_came_after("その後の駐輪場の工事は")


@pytest.fixture
def bicycles(service: Service) -> Service:
    """One matter in three years, of which two are of its town's meetings and a reply of another year names the third in passing."""
    replies = {
        "2014-03-06": ("貸出自転車を始めないのか。", "貸出自転車は、現段階では始める考えはございません。"),
        "2018-03-09": ("貸出自転車は何台あるか。", "貸出自転車は、40台を置いております。"),
        "2021-06-10": (
            "貸出自転車の事故はあるか。",
            "2014年に国が貸出自転車の基準を定めて以来、事故はございません。",
        ),
    }
    for day, (asked, reply) in replies.items():
        pairs = [
            ("", asked, reply),
            ("", "図書館は何時に閉まるか。", f"{day[:4]}年から午後八時に閉館します。"),
        ]
        put(service, day, pairs, "青山市", date=day)
    put(
        service,
        "other",
        [("", "貸出自転車はあるか。", "貸出自転車は10台です。")],
        "大川市",
        date="2018-06-01",
    )
    return service


FIRST = "青山市の貸出自転車は何台ありますか"


def test_a_year_alone_is_answered_by_the_meetings_of_then(bicycles: Service) -> None:
    """Not by a later reply that names the year, nor by another matter of that year."""
    assert "40台" in quotes(asked_in_turn(bicycles, FIRST))
    answer = asked_in_turn(bicycles, "青山市は貸出自転車についてどう答えていますか", "2014年は？")
    assert {one.meeting.date for one in answer.citations} == {"2014-03-06"}
    assert asked_in_turn(bicycles, FIRST, "2019年は？").status == "no_evidence"


def test_what_came_after_stands_in_later_meetings(bicycles: Service) -> None:
    """A reply that was shown is not shown again, and after the newest there is none."""
    first = "青山市は2014年に貸出自転車を始めると答えましたか"
    assert {one.meeting.date for one in asked_in_turn(bicycles, first).citations} == {"2014-03-06"}
    later = asked_in_turn(bicycles, first, "その後どうなりましたか")
    assert later.citations
    assert min(one.meeting.date for one in later.citations) > "2014-03-06"
    assert (
        asked_in_turn(bicycles, "青山市の貸出自転車の事故はありますか", "その後どうなりましたか").status
        == "no_evidence"
    )


def test_the_others_are_other_towns(bicycles: Service) -> None:
    answer = asked_in_turn(bicycles, FIRST, "他の市は？")
    assert {one.meeting.town for one in answer.citations} == {"大川市"}
    # 「いつから？」 alone is no matter that another town could have.
    answer = asked_in_turn(bicycles, FIRST, "いつから？", "他の市は？")
    assert {one.meeting.town for one in answer.citations} == {"大川市"}
    assert (
        asked_in_turn(bicycles, "青山市の図書館は何時に閉まりますか", "ほかの市は？").status == "no_evidence"
    )


def test_a_new_matter_after_the_other_towns_is_of_the_town_before(bicycles: Service) -> None:
    """Who has looked at the others goes on at home, unless what was shown of them is meant."""
    answer = asked_in_turn(bicycles, FIRST, "他の市は？", "では図書館は何時に閉まりますか")
    assert {one.meeting.town for one in answer.citations} == {"青山市"}
    answer = asked_in_turn(bicycles, FIRST, "他の市は？", "誰が答えましたか")
    assert {one.meeting.town for one in answer.citations} == {"大川市"}


MINUTES = """令和6年第1回青山市議会定例会会議録
令和6年3月5日（火曜日）午前10時開議
○議長（原田 学君） 一般質問を行います。2番、石川実議員。
○2番（石川 実君） 2点伺います。1点目、朝市の出店料の返金はどうなっていますか。2点目、公民館の屋根の修理はいつ終わりますか。
○議長（原田 学君） 森市長。
○市長（森 進君） 1点目の朝市の出店料の返金につきましては、対象となる方の確認に時間を要しており、準備を進めております。
2点目の公民館の屋根の修理につきましては、来年の八月に終わる予定でございます。雨漏りには応急の手当てをしております。
○議長（原田 学君） 2番、石川実議員。
○2番（石川 実君） 出店料の返金の確認には、なぜこれほど時間がかかるのですか。
○議長（原田 学君） 林商工課長。
○商工課長（林 守君） 古い帳簿と照らし合わせており、返金の額を一件ずつ決めているためでございます。
"""


@pytest.mark.parametrize(("topic", "more"), [("朝市", True), ("公民館", False)])
def test_another_heading_is_no_more_of_it(tmp_path: Path, topic: str, more: bool) -> None:
    """Protects: a word that both matters share (返金) brought what stands below the next heading."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    first = ("朝市", "朝市の返金はどうなりましたか。", "朝市の出店料の返金は三月に終えました。")
    put(service, "a", [first, (topic, "鍵の返金は。", "鍵の預り金の返金は窓口で承ります。")], "青山市")
    answer = asked_in_turn(service, "青山市の朝市の返金はどうなりましたか", "もっと詳しく")
    assert ("預り金" in quotes(answer)) is more


def test_more_is_of_the_same_matter(tmp_path: Path) -> None:
    """Of a speech that was asked two things, the reply to the other one is no more of this; the record goes on with it below."""
    service = read_in(tmp_path, {"a.txt": MINUTES})
    first = "青山市の朝市の出店料の返金はどうなりましたか"
    assert "確認に時間を要して" in quotes(asked_in_turn(service, first))
    more = quotes(asked_in_turn(service, first, "もっと詳しく"))
    assert "古い帳簿と照らし合わせ" in more
    assert "屋根" not in more
