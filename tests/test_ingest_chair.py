"""Who presides, and where the one who does replies himself."""

from __future__ import annotations

import pytest

from ingest.people.offices import is_presiding, side_of
from ingest.phrases.chair import chair_replies
from ingest.phrases.moderation import is_moderation


@pytest.mark.parametrize(
    ("asks", "replies"),
    [
        ("町には通知をお願いしています。", True),
        ("町には通知をお願いしておりました。", True),
        ("町には通知をお願いいたしました。", True),
        ("町には通知をお願いします。", False),
        ("町には通知をお願いしたい。", False),
    ],
)
def test_what_was_asked_already_hands_nothing_on(asks: str, replies: bool) -> None:
    """A chair who tells what he has asked of the town replies; one who asks it now hands the question on."""
    said = asks + "桟橋の修繕は来年度の計画に入れています。"
    assert chair_replies(said, "桟橋の修繕はどうなっているのか。", True, False) == (
        (0, len(said)) if replies else None
    )


@pytest.mark.parametrize(
    "office", ["自治会長", "区長会会長", "PTA連合会長", "自治会連合会会長", "町内会長", "行政区長"]
)
def test_heads_of_neighbourhoods_preside_over_no_meeting(office: str) -> None:
    """Nor do those of their unions."""
    assert (side_of(office), is_presiding(office)) == ("other", False)


def test_heads_of_other_bodies_preside() -> None:
    """A 会長 of anything else may."""
    assert (side_of("都市計画審議会会長"), is_presiding("都市計画審議会会長")) == ("chair", True)


@pytest.mark.parametrize(
    ("office", "side"),
    [
        ("都市計画課長兼務", "executive"),
        ("大会準備局会場担当部長事業調整担当部長兼務", "executive"),
        ("議会事務局長兼務", "secretariat"),
    ],
)
def test_an_office_held_beside_another_stands_on_its_side(office: str, side: str) -> None:
    """兼務 at the end of two offices held together says nothing of whose side it is: such replies promised nothing."""
    assert side_of(office) == side


@pytest.mark.parametrize(
    ("said", "moderates"),
    [
        ("この案件は非公開といたしたいと思いますが、いかがでしょうか。", True),
        ("会期は３日間としたいと存じますが、いかがでしょうか。", True),
        ("桟橋の幅が狭いと思いますが、いかがでしょうか。", False),
        ("議題の（１）浮き桟橋の導入について、教育委員会から説明してください。", True),
        ("調査の結果を説明してください。", True),
    ],
)
def test_a_chair_who_proposes_how_to_go_on_asks_nothing(said: str, moderates: bool) -> None:
    """…としたいと思いますが、いかがでしょうか seeks assent, and no reply of the officers; who is to explain is not asked."""
    assert is_moderation(said) is moderates
