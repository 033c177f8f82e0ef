"""A question that names a group of members is asked of those who speak for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_store import read_in

from chat.service import Service

TODAY = date(2026, 11, 1)
RECORD = (
    "三鷹市議会　令和6年3月定例会\n令和6年3月7日（木曜日）\n\n○議長（森一郎君）　代表質問を行います。5番、原花子さん。\n\n"
    "○5番（原花子さん）　青葉市民クラブを代表して質問いたします。橋の点検の進み具合を伺います。\n\n"
    "○市長（谷次郎君）　市内の橋214か所の点検を終えました。\n\n○議長（森一郎君）　続いて、8番、岸三郎君。\n\n"
    "○8番（岸三郎君）　公明党の岸三郎です。学童保育の定員を伺います。\n\n"
    "○教育部長（林五郎君）　学童保育の定員を40人増やしました。\n\n○議長（森一郎君）　続いて、9番、沢四郎君。\n\n"
    "○9番（沢四郎君）　公明党の皆さんも求めた、街灯の本数を伺います。\n\n○都市部長（杉六郎君）　街灯は310本です。\n"
)


@pytest.fixture
def service(tmp_path: Path) -> Service:
    """Over a day on which two members say for which group they speak, and one names a group that is not his."""
    return read_in(tmp_path, {"teirei.txt": RECORD})


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("公明党は何を質問しましたか", "学童保育の定員を伺います。"),
        ("青葉市民クラブの代表質問は", "橋の点検の進み具合を伺います。"),
        ("公明党の議員は学童保育について何を尋ねましたか", "学童保育の定員を伺います。"),
    ],
)
def test_a_group_is_those_who_speak_for_it(service: Service, question: str, asked: str) -> None:
    """What they asked is quoted, nobody else's words are, and who was looked for is told."""
    answer = service.ask(question)
    assert "".join(citation.quote for citation in answer.citations).endswith(asked)
    assert {citation.speaker.name for citation in answer.citations} <= {"原花子", "岸三郎"}
    assert "名乗って発言した" in answer.notes[0]
    assert answer.question == question


@pytest.mark.parametrize(
    "question",
    ["共産党は何を質問しましたか", "公明党と自民党の違い", "市民クラブの会員数は", "街灯は何本ですか"],
)
def test_other_questions_stay_as_they_are(service: Service, question: str) -> None:
    """Nobody says that he speaks for the group, or none is named as one who acts."""
    assert not any("名乗って発言した" in note for note in service.ask(question, today=TODAY).notes)
