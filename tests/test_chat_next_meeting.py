"""When the next meeting is, is told as whoever chairs announces it; who speaks, also of minutes that hold speeches alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_store import read_in

from chat.questions.overview import SAY_WHICH
from chat.service import Service
from chat.settings import Settings
from chat.types import Message

COMMITTEE = (
    "三鷹市議会　総務委員会\n令和6年12月10日（火曜日）\n\n○委員長（森一郎君）　総務委員会を開会いたします。\n\n"
    "○5番（原花子さん）　橋の点検の進み具合を伺います。\n\n○建設部長（谷次郎君）　市内の橋214か所の点検を終えました。\n\n"
    "○委員長（森一郎君）　次に、次回の委員会についてであります。年間の計画のとおり、２月３日月曜日午後１時から開きたいと考えております。御異議ありませんか。\n\n"
    "○委員長（森一郎君）　以上で総務委員会を閉会いたします。\n"
)
SPEECH = (
    "国立市議会　令和6年3月定例会\n令和6年3月8日（金曜日）\n\n○議長（浜五郎君）　市長から発言を求められておりますので、これを許します。\n\n"
    "○市長（野口八郎君）　来年度の市政の方針を申し述べます。小型無人機による橋の点検を3か所で試します。図書館の開館を夜8時まで延ばします。\n\n"
    "○議長（浜五郎君）　以上で本日の日程は終了いたしました。次の本会議は３月１１日午前１０時から開きます。本日はこれで散会いたします。\n"
)


@pytest.fixture
def service(tmp_path: Path) -> Service:
    """Over the two days."""
    return read_in(tmp_path, {"mitaka.txt": COMMITTEE, "kunitachi.txt": SPEECH})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "三鷹市の次の委員会はいつですか",
            "次に、次回の委員会についてであります。年間の計画のとおり、２月３日月曜日午後１時から開きたいと考えております。",
        ),
        ("国立市議会の次回の日程は", "次の本会議は３月１１日午前１０時から開きます。"),
        ("When is the next meeting in Kunitachi?", "次の本会議は３月１１日午前１０時から開きます。"),
    ],
)
def test_the_next_meeting_is_told_as_it_is_announced(service: Service, question: str, said: str) -> None:
    """No exchange holds it, so it is beside the record's quotations."""
    answer = service.ask(question)
    assert (answer.aside, answer.citations) == (True, ())
    assert answer.text.endswith(f"\n「{said}」")


def test_after_an_answer_it_is_that_of_its_meeting(service: Service) -> None:
    """「次回はいつですか」 names no town."""
    asked = "橋の点検は何か所終えましたか"
    shown = service.ask(asked)
    assert shown.citations[0].meeting.town == "三鷹市"
    answer = service.ask("次回はいつですか", [Message("user", asked), Message("assistant", shown.text)])
    assert "２月３日月曜日" in answer.text


def test_without_a_town_it_is_asked_of_which(service: Service, tmp_path: Path) -> None:
    """Of several towns a sentence with 次回 of any of them was shown; of one town it needs no name."""
    assert service.ask("次回の会議はいつ").text == SAY_WHICH.ja
    (tmp_path / "one").mkdir()
    alone = read_in(tmp_path / "one", {"mitaka.txt": COMMITTEE})
    assert "２月３日月曜日" in alone.ask("次回の会議はいつ").text


def test_minutes_that_announce_none_say_so(tmp_path: Path) -> None:
    """Protects: in a conversation the question was then looked for in the minutes of all towns."""
    (tmp_path / "hino.txt").write_text(
        COMMITTEE.replace("三鷹", "日野").replace("２月３日月曜日午後１時から", ""), "utf-8"
    )
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    service.add([tmp_path / "hino.txt"])
    told = "日野市議会総務委員会 令和6年12月10日の会議録には、次の会議の日程は述べられていません。"
    assert service.ask("日野市の次の委員会はいつですか").text == told


@pytest.mark.parametrize("question", ["次回の計画の見直しはいつですか", "次の市長選挙はいつですか"])
def test_what_else_comes_next_is_a_question(service: Service, question: str) -> None:
    """That of a matter is searched."""
    assert not service.ask(question).aside


def test_who_holds_an_office_is_told_of_speeches_alone(service: Service) -> None:
    """Protects: minutes without a question and its reply were passed over, and the mayor's own words quoted for his name."""
    told = "会議録の発言者名によると、次のとおりです。\n・国立市議会 令和6年3月定例会 令和6年3月8日: 市長 野口八郎"
    assert service.ask("国立市の市長は誰ですか").text == told
