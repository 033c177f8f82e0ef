"""The matter that a chair names: by a bill's name, by an item's beginning, by its number; the order of the day."""

from __future__ import annotations

import pytest
from soon import within

from ingest.header.subjects import scheduled
from ingest.pairing.bills import Bills
from ingest.pairing.itemcalls import comes_to
from ingest.pairing.itemwords import item_words, taken_up
from ingest.pairing.matters import Matter


@pytest.mark.parametrize(
    ("heard", "full"),
    [
        ("議案第２号「潮見町灯台条例」を議題とします。", "議案第２号\u3000潮見町灯台条例"),
        ("議案第２号、「潮見町灯台条例の件」です。", "議案第２号、潮見町灯台条例"),
        ("議案第２号　潮見町灯台条例について。", "議案第２号　潮見町灯台条例"),
    ],
)
def test_a_bill_has_its_name_without_lone_signs(heard: str, full: str) -> None:
    """Whichever signs of quotation stand around it."""
    bills = Bills()
    bills.hear(heard)
    assert bills.full("議案第２号") == full


LABELS = item_words(
    [
        "議案第3号 潮見町桟橋整備計画の策定",
        "議案第4号 潮見町桟橋使用料の改定",
        "渡船の増便について",
        "渡船の運賃について",
    ]
)


@pytest.mark.parametrize(
    ("said", "item"),
    [
        ("次に、渡船の増便について、お願いします。", "渡船の増便について"),
        ("まず、渡船の運賃につきまして、伺います。", "渡船の運賃について"),
        ("続いて、渡船の　　　　について、議案第4号をお願いします。", "議案第4号 潮見町桟橋使用料の改定"),
    ],
)
def test_words_that_begin_several_items_leave_it_to_the_number(said: str, item: str) -> None:
    """One item begun so is meant; of several the number tells."""
    assert taken_up(said, LABELS) == item


SHORT = item_words(["灯台", "除雪について", "報告", "その他"])


@pytest.mark.parametrize(
    ("said", "item"),
    [
        ("次に、灯台について、建設課から説明をお願いします。", "灯台"),
        ("続いて（２）除雪に移ります。", "除雪について"),
        ("それでは、議題２の除雪についてを議題とします。", "除雪について"),
        ("昨年の灯台について、私は説明を受けています。", ""),
        ("先ほど灯台の話が出ましたが、続けます。", ""),
        ("次に、報告について説明を求めます。", ""),
    ],
)
def test_short_items_are_called_at_the_beginning_of_a_sentence(said: str, item: str) -> None:
    """Two or three letters stand in any sentence; they name the matter where the chair opens one with them."""
    assert taken_up(said, SHORT) == item


@pytest.mark.parametrize(
    ("said", "matter"),
    [
        ("ほかになければ次に移ります。灯台の塗装について、建設課長から説明をお願いします。", "灯台の塗装"),
        ("それでは議事に入ります。（１）の灯台の塗装について、説明をお願いします。", "灯台の塗装"),
        ("承りました。灯台の塗装について、建設課長から説明をお願いします。", "港"),
        ("続きまして、灯台の塗装について、建設課長から説明をお願いします。", "灯台の塗装"),
        ("続きまして、灯台の塗装についてを議題といたします。", "灯台の塗装"),
    ],
)
def test_what_is_called_after_the_chair_goes_on(said: str, matter: str) -> None:
    """次に移ります。 before the call says as much as 次に、 in it."""
    assert comes_to(said, "港") == matter


def test_no_letters_begin_no_item() -> None:
    """What is left of a clause without its particles may be nothing."""
    assert taken_up("次に、ののののののについて、お願いします。", item_words(["渡船の増便について"])) == ""


@pytest.mark.parametrize(
    "said",
    [
        "以上が灯台です。" + "、".join(f"{10 + i % 90}番" for i in range(24)),
        "以上が灯台です。" + "1" * 30,
        "以上が灯台です。" + "\n" * 8_000,
        "以上が灯台です。" + "12、\n" * 24,
        "以上が灯台です。" + "まず、次に" * 4_000,
    ],
)
def test_numbers_take_the_time_of_their_length(said: str) -> None:
    """Members who are called by their numbers, a table's figures, blank lines: a second of computing at most."""
    with within(1):
        assert taken_up(said, SHORT) == ""


@pytest.mark.parametrize(
    "said", ["議題12\n灯台について、説明をお願いします。", "それでは、\n\n　10番、11番の灯台を議題とします。"]
)
def test_a_number_or_a_line_end_before_a_short_item(said: str) -> None:
    assert taken_up(said, SHORT) == "灯台"


def test_a_blank_line_ends_an_item_of_the_day() -> None:
    """A line set in goes on with the item right above it; a page's number stands behind a blank line."""
    lines = [
        "日程第１　署名議員の指名",
        "日程第２　議案第７号　潮見町渡船条例",
        "　　　　　　　の制定について",
        "",
        "　　　　　　　　２",
        "日程第３　閉会中の審査",
    ]
    assert scheduled(lines) == (
        "日程第１　署名議員の指名",
        "日程第２　議案第７号　潮見町渡船条例の制定について",
        "日程第３　閉会中の審査",
    )


@pytest.mark.parametrize(
    ("said", "item"),
    [
        ("最後に、(6)北浜公園の改修工事についてを議題に供します。", "(6)北浜公園の改修工事"),
        (
            "まず、会議の運営上、予定表の順番を入れ替えまして、(3)町営住宅の入居者の募集についてを議題に供します。",
            "(3)町営住宅の入居者の募集",
        ),
        ("次に、予定表の2、所管事務調査を議題に供します。", "所管事務調査"),
        ("最後に、渡船の増便について、交通課より説明を求めます。", "渡船の増便"),
    ],
)
def test_the_last_item_and_one_out_of_its_order_are_taken_up(said: str, item: str) -> None:
    """What is said after it would else pass for the item before."""
    assert comes_to(said, "(5)港の橋の説明会") == item


def test_other_business_made_the_item_is_no_others() -> None:
    """最後に、予定表3のその他を議題に供します。"""
    matter = Matter([], [], plenary=False)
    matter.take_up("次に、(5)港の橋の説明会についてを議題に供します。")
    matter.take_up("最後に、予定表3のその他を議題に供します。")
    assert matter.now == "その他"
