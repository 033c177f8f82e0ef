"""Of which record a follow-up is asked: towns without minutes, other towns than the one that was shown, a subject of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_store import asked_in_turn, read_in, stored_exchange

from chat.questions.elsewhere import asks_of_others
from chat.questions.talk import with_its_words_ahead
from chat.service import Service
from chat.settings import Settings
from chat.types import FoundExchange
from retriever.types import Filter, Hit

TODAY = date(2026, 11, 1)

MITAKA = (
    "三鷹市議会　令和6年3月定例会\n令和6年3月7日（木曜日）\n\n○議長（森一郎君）　一般質問を行います。5番、原花子さん。\n\n"
    "○5番（原花子さん）　橋の点検に小型無人機を使う考えを伺います。日野市の結果も伺います。\n\n"
    "○建設部長（谷次郎君）　日野市では小型無人機による点検で、橋の損傷の4割が見つかったと聞いております。本市では精度を見て考えます。\n\n"
    "○議長（森一郎君）　続いて、8番、岸三郎君。\n\n○8番（岸三郎君）　学童保育の定員と待機の人数を伺います。\n\n"
    "○教育部長（沢四郎君）　学童保育の定員は640人で、待機は12人です。\n"
)
KUNITACHI = (
    "国立市議会　令和6年3月定例会\n令和6年3月8日（金曜日）\n\n○議長（浜五郎君）　一般質問を行います。2番、湯川七子さん。\n\n"
    "○2番（湯川七子さん）　橋の点検に小型無人機を使う考えを伺います。\n\n"
    "○都市整備部長（野口八郎君）　小型無人機による橋の点検を来年度に3か所で試します。\n"
)


@pytest.fixture
def service(tmp_path: Path) -> Service:
    """Over the two days."""
    return read_in(tmp_path, {"mitaka.txt": MITAKA, "kunitachi.txt": KUNITACHI})


def test_a_town_that_a_reply_tells_of_is_not_where_the_conversation_goes_on(service: Service) -> None:
    """Protects: after 「日野市の結果は」, which another town's reply tells, all that followed was refused: 日野市 has no minutes."""
    bridges = "三鷹市では橋の点検に小型無人機を使いますか"
    answer = asked_in_turn(
        service, bridges, "日野市では小型無人機で損傷がどれだけ見つかりましたか", "学童保育の定員は何人ですか"
    )
    assert "640人" in answer.text
    assert (answer.missing_towns, answer.filters.towns) == ((), ("三鷹市",))


def test_who_asked_is_whoever_asked_what_was_shown(service: Service) -> None:
    """Protects: 「質問したのは誰ですか」 after an answer named all who spoke that day."""
    answer = asked_in_turn(service, "三鷹市の学童保育の待機は何人ですか", "質問したのは誰ですか")
    assert [one.speaker.name for one in answer.citations] == ["岸三郎"]


def test_other_towns_are_not_the_one_that_was_shown(service: Service) -> None:
    """「他の市では」 after a reply of 国立市; one of 三鷹市 tells of 日野市, which is another."""
    others = "他の市では小型無人機による橋の点検をどうしていますか"
    answer = asked_in_turn(service, "国立市では橋の点検に小型無人機を使いますか", others)
    assert {one.meeting.town for one in answer.citations} == {"三鷹市"}
    answer = asked_in_turn(service, "三鷹市では橋の点検に小型無人機を使いますか", others)
    assert "日野市では小型無人機による点検で、橋の損傷の4割が見つかったと聞いております。" in answer.text


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("他の市では何を使っていますか", True),
        ("よその自治体はどうですか", True),
        ("What do other cities use?", True),
        ("他の市と比べて多いですか", False),
        ("他市より高いのはなぜですか", False),
        ("Is it more than other cities have?", False),
    ],
)
def test_beside_other_towns_is_not_of_them(question: str, others: bool) -> None:
    """Who compares wants both."""
    assert asks_of_others(question) is others


MONEY = (
    "三鷹市議会　令和7年3月定例会\n令和7年3月5日（水曜日）\n\n○議長（森一郎君）　一般質問を行います。5番、原花子さん。\n\n"
    "○5番（原花子さん）　来年度の一般会計の予算の規模を伺います。\n\n"
    "○財務部長（谷次郎君）　来年度の一般会計の予算は45億円です。前年度の予算と比べますと、率にして3.2％の増となります。\n\n"
    "○5番（原花子さん）　国民健康保険の保険料の見通しを伺います。\n\n"
    "○市民部長（沢四郎君）　国民健康保険の保険料は、1人当たりで2.5％増えます。\n"
)


def test_a_verb_that_hardly_tells_leaves_a_question_to_what_was_shown(tmp_path: Path) -> None:
    """「前の年より何％増えましたか」 after a budget: of that, not of whatever grew."""
    (tmp_path / "yosan.txt").write_text(MONEY, "utf-8")
    service = Service.open(Settings(store=tmp_path / "store"))
    service.add([tmp_path / "yosan.txt"])
    answer = asked_in_turn(
        service, "三鷹市の来年度の一般会計の予算はいくらですか", "前の年より何％増えましたか"
    )
    assert [one.quote for one in answer.citations] == [
        "前年度の予算と比べますと、率にして3.2％の増となります。"
    ]


def test_what_has_the_word_of_a_follow_up_is_read_before_what_has_none(service: Service) -> None:
    """Protects: the exchanges nearest to the question before filled all places that are read, and 家賃 stood in the sixth."""
    texts = ["空き家を改修しています。"] * 5 + ["家賃は3万円です。"]
    found = tuple(
        FoundExchange(Hit(rank, 1.0 / rank, f"e{rank}"), stored_exchange(text))
        for rank, text in enumerate(texts, start=1)
    )
    analyser = service.analyser
    rent, grew = (analyser.analyse(text, (), TODAY, Filter()) for text in ("家賃は", "増えましたか"))
    assert [item.hit.exchange_id for item in with_its_words_ahead(rent, found)][:2] == ["e6", "e1"]
    assert with_its_words_ahead(grew, found) == found
