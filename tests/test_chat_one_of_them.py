"""One of several quotations that an answer shows is asked about; and an office is asked for what it replied to a member's words."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_store import asked_in_turn, quotes, read_in

from chat.questions.one_by_one import two_things
from chat.questions.one_of_them import one_of_them
from chat.service import Service

RECORD = """青山市議会 令和6年第1回定例会
令和6年3月7日

○議長（谷口進君）　一般質問を行います。３番、河野光議員。
○３番（河野光君）　橋の点検はどこまで進みましたか。
○建設部長（早瀬実君）　橋の点検は、214か所のうち180か所を終えました。残りは来年度に行います。
○３番（河野光君）　学童保育の定員は増えますか。
○教育部長（沢四郎君）　学童保育の定員を40人増やします。
○議長（谷口進君）　５番、平山岳議員。
○５番（平山岳君）　温泉の源泉は枯れませんか。
○市長（檜山敬三君）　温泉の源泉は、湧き出る量を毎月量っております。
"""
LISTED = "河野光議員は何を質問しましたか"
SHOWN = "「甲です。」[1]\n\n「乙です。」…[2]「丙です。」[3]\n— 青山市議会"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    """A member with two questions, and another one."""
    folder: Path = tmp_path_factory.mktemp("one")
    return read_in(folder, {"aoyama.txt": RECORD})


@pytest.mark.parametrize(
    ("asks", "rest", "shown"),
    [
        ("二つ目について詳しく", "詳しく", "「乙です。」[1]"),
        ("[3]の続きを見せて", "続きを見せて", "「丙です。」[1]"),
        ("最後のは誰が答えましたか", "誰が答えましたか", "「丙です。」[1]"),
        ("最初の質問の全文", "質問の全文", "「甲です。」[1]"),
        ("Tell me more", "Tell me more", SHOWN),
        ("4番目について詳しく", "4番目について詳しく", SHOWN),
        ("2番目の給食費は", "2番目の給食費は", SHOWN),
        ("二つ目の小学校はどこですか", "二つ目の小学校はどこですか", SHOWN),
    ],
)
def test_which_one_is_meant(asks: str, rest: str, shown: str) -> None:
    """Only what asks nothing but about what is shown, and of one that is."""
    assert one_of_them(asks, SHOWN) == (rest, shown)


def test_of_that_one_alone_is_told(service: Service) -> None:
    """Protects: 「二つ目について詳しく」 searched the record for 「二つ目」."""
    answer = asked_in_turn(service, LISTED, "二つ目は誰が答えましたか")
    assert quotes(answer) == "学童保育の定員を40人増やします。"
    answer = asked_in_turn(service, LISTED, "1番目の答弁は")
    assert "180か所" in quotes(answer)
    assert "40人" not in quotes(answer)


@pytest.mark.parametrize(
    ("asks", "quoted", "other"),
    [("教育部長の答弁は", "40人", "180か所"), ("建設部長は何と答えましたか", "180か所", "40人")],
)
def test_an_office_is_asked_what_it_replied_to_the_member(
    service: Service, asks: str, quoted: str, other: str
) -> None:
    """Protects: all that the office ever replied was listed."""
    found = quotes(asked_in_turn(service, LISTED, asks))
    assert quoted in found
    assert other not in found
    again = quotes(asked_in_turn(service, LISTED, "市長は？", asks))
    assert quoted in again
    assert other not in again


def test_both_sides_are_no_two_things() -> None:
    """Protects: below a question and its reply stood that nothing was found for 「答弁」."""
    assert two_things("河野光議員の質問と答弁を教えて") is None
    assert two_things("橋の数と学童の定員を教えて") is not None
