"""What else somebody said who was shown is told of all that he said in that record."""

from __future__ import annotations

from pathlib import Path

import pytest

from chat.questions.elsewhere import asks_what_else, asks_what_was_asked
from chat.service import Service
from chat.settings import Settings
from chat.types import Message

RECORD = (
    "三鷹市議会　令和6年3月定例会\n令和6年3月7日（木曜日）\n\n○議長（森一郎君）　一般質問を行います。5番、原花子さん。\n\n"
    "○5番（原花子さん）　橋の点検の進み具合を伺います。\n\n○建設部長（谷次郎君）　市内の橋214か所の点検を終えました。\n\n"
    "○5番（原花子さん）　学童保育の定員を伺います。\n\n○教育部長（沢四郎君）　学童保育の定員を40人増やしました。\n\n"
    "○5番（原花子さん）　歩道の段差をなくす工事の予定を伺います。\n\n○建設部長（谷次郎君）　歩道の段差をなくす工事は来年度に3路線で行います。\n"
)


@pytest.mark.parametrize(
    ("question", "else_"),
    [
        ("その人はほかに何を言っていますか", True),
        ("この部長は他にも何か答えていますか。", True),
        ("その議員はほかにどんなことを質問しましたか", True),
        ("その人はほかの委員会にも出ていますか", False),
        ("ほかに何がありますか", False),
        ("ほかに何を質問しましたか", True),
        ("他にはどんなことを聞いた", True),
        ("ほかに何を答えましたか", False),
    ],
)
def test_what_else_somebody_said(question: str, else_: bool) -> None:
    """Of nobody in particular it is the matter that is asked about."""
    assert asks_what_else(question) is else_


@pytest.mark.parametrize(
    ("asked", "then", "quoted"),
    [
        (
            "三鷹市の橋の点検はどこまで進みましたか",
            "その人はほかに何を言っていますか",
            {"市内の橋214か所の点検を終えました。", "歩道の段差をなくす工事は来年度に3路線で行います。"},
        ),
        (
            "三鷹市の学童保育の定員はどうなりましたか",
            "その部長はほかにも何か答えていますか",
            {"学童保育の定員を40人増やしました。"},
        ),
    ],
)
def test_it_is_told_of_all_that_he_said(tmp_path: Path, asked: str, then: str, quoted: set[str]) -> None:
    """Protects: further sentences of the same reply were shown, or another person's."""
    (tmp_path / "teirei.txt").write_text(RECORD, "utf-8")
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    service.add([tmp_path / "teirei.txt"])
    answer = service.ask(then, [Message("user", asked), Message("assistant", service.ask(asked).text)])
    assert {one.quote for one in answer.citations} == quoted


@pytest.mark.parametrize("then", ["この議員、ほかに何を質問した？", "ほかに何を質問しましたか"])
def test_a_member_is_who_asked(tmp_path: Path, then: str) -> None:
    """この議員 after a reply, or who asked what else, is the member who asked for it, not the office that was shown."""
    (tmp_path / "teirei.txt").write_text(RECORD, "utf-8")
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    service.add([tmp_path / "teirei.txt"])
    asked = "三鷹市の学童保育の定員はどうなりましたか"
    answer = service.ask(then, [Message("user", asked), Message("assistant", service.ask(asked).text)])
    assert {one.speaker.name for one in answer.citations} == {"原花子"}
    assert len(answer.citations) == 3


@pytest.mark.parametrize(
    ("before", "member"),
    [("原議員の会派は？", True), ("何党の人が聞いたの？", True), ("橋の点検はどこまで進みましたか", False)],
)
def test_what_a_member_asked_who_is_spoken_of(before: str, member: bool) -> None:
    """Of a matter it is asked of that matter."""
    assert asks_what_was_asked("その議員は何を質問しましたか", before) is member


@pytest.mark.parametrize(
    ("before", "then", "quoted"),
    [
        (
            "原花子議員は何を質問しましたか",
            "その議員は何を質問しましたか",
            {
                "橋の点検の進み具合を伺います。",
                "学童保育の定員を伺います。",
                "歩道の段差をなくす工事の予定を伺います。",
            },
        ),
        (
            "林春子議員は何を質問しましたか",
            "それに対する建設部長の答弁は",
            {"除雪車を7台に増やしました。"},
        ),
    ],
)
def test_of_the_member_who_is_spoken_of(tmp_path: Path, before: str, then: str, quoted: set[str]) -> None:
    """Protects: the sentence by which she said who she is was told for what she asked, and all that an office replied for what it replied to her."""
    other = (
        "\n○7番（林春子君）　除雪車の台数を伺います。\n\n○建設部長（谷次郎君）　除雪車を7台に増やしました。\n"
    )
    (tmp_path / "teirei.txt").write_text(RECORD + other, "utf-8")
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    service.add([tmp_path / "teirei.txt"])
    answer = service.ask(then, [Message("user", before), Message("assistant", service.ask(before).text)])
    assert {one.quote for one in answer.citations} == quoted
