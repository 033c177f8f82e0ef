"""In a conversation a number of another thing is looked for in the town's other replies, and that of another year is none of this one's."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_store import asked_in_turn, put, quotes

from chat.service import Service
from chat.settings import Settings

FIRST = "青山市のテレワークは何人が使っていますか"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    """A town that tells in one reply who works from home, in another with how many machines."""
    folder: Path = tmp_path_factory.mktemp("numbers")
    made = Service.open(Settings(store=folder))
    pairs = [
        (
            "",
            "テレワークは同時に何人までできますか。",
            "テレワークの端末の台数は、今のところ50台です。",
        ),
        ("", "給食の献立は誰が決めますか。", "給食の献立は栄養士が決めています。"),
        (
            "",
            "テレワークを使っている職員は何人でしょうか。",
            "テレワークを使った職員は、この半年で70人です。",
        ),
    ]
    put(made, "a", pairs, "青山市", date="2021-03-10")
    started = [
        (
            "",
            "貸出自転車について教えてください。",
            "貸出自転車は、おととし5月に12の民間団体とともに発足させた仕組みです。",
        ),
        ("", "電子申請の広報はしていますか。", "電子申請の広報は、昨年4月に開始しました。"),
    ]
    put(made, "c", started, "深山市", date="2022-03-10")
    speech = [
        (
            "",
            "暖房の助成について伺います。また、水道料の引き下げについて伺います。",
            "暖房の助成は、燃料の値上がりの度合いを見て判断します。次に、水道料の1世帯2万円の引き下げは、5,000万円がかかり、困難です。",
        ),
    ]
    put(made, "d", speech, "白樺市", date="2022-03-11")
    other = [("", "通学路の改善策はありますか。", "通学路の改善策は、街路樹の植え替えです。")]
    put(made, "b", other, "若葉町", date="2021-03-12")
    return made


def test_the_number_of_another_thing_is_found_in_another_reply(service: Service) -> None:
    """「台数は」 after how many people is answered, though no reply around the one shown has it."""
    assert "70人" in quotes(asked_in_turn(service, FIRST))
    assert "50台" in quotes(asked_in_turn(service, FIRST, "台数は"))


def test_what_any_matter_has_is_of_the_one_spoken_of(service: Service) -> None:
    """「改善策は」 is looked for in the town of the conversation, not in all."""
    answer = asked_in_turn(service, FIRST, "改善策は")
    assert answer.status == "no_evidence"
    assert "対象: 青山市" in answer.text


def test_another_year_is_not_told_by_the_figure_that_was_shown(service: Service) -> None:
    """「前年は」 after a noun of number is asked of the meetings of then."""
    answer = asked_in_turn(service, FIRST, "台数は", "前年は？")
    assert answer.status == "no_evidence"


@pytest.mark.parametrize(
    "asks",
    [
        "それはいつから始まりましたか",
        "いつ開始したのですか",
        "いつから実施していますか",
        "いつスタートした",
        "When did it start?",
    ],
)
def test_the_beginning_is_that_of_the_matter_spoken_of(service: Service, asks: str) -> None:
    """A word for beginning is no matter: another reply with that word is of another one, and the one shown may call it 発足."""
    answer = asked_in_turn(service, "深山市の貸出自転車について教えて", asks)
    assert "おととし5月" in quotes(answer)
    assert "昨年4月" not in quotes(answer)
    assert (
        asked_in_turn(service, "深山市の貸出自転車について教えて", "何団体と一緒にやっていますか").status
        == "answered"
    )


@pytest.mark.parametrize("asks", ["いくら出しますか", "対象は何世帯ですか"])
def test_a_value_of_the_next_matter_of_a_speech_is_none_of_this_one(service: Service, asks: str) -> None:
    """Protects: the cost of what the speech turns to (「次に、…」) was shown as that of what was spoken of, and what one household is given as
    how many there are."""
    answer = asked_in_turn(service, "白樺市の暖房の助成について教えて", asks)
    assert "5,000万円" not in quotes(answer)
    assert "2万円" not in quotes(answer)
