"""A member whose name the dictionary does not have, and a page that is pasted with the question."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_store import read_in

from retriever.persons import named_members
from retriever.scope import read_scope
from retriever.tokenize import shared_tokenizer

RECORD = (
    "三鷹市議会　令和6年3月定例会\n令和6年3月7日（木曜日）\n\n○議長（森一郎君）　一般質問を行います。つだて稔君。\n\n"
    "○つだて稔君　増税の影響をどう見ますか。\n\n○市民部長（谷次郎君）　増税の影響は続いていると見ております。\n\n"
    "○議長（森一郎君）　続いて、川口三郎君。\n\n○川口三郎君　増税が暮らしに及ぼす影響を質問します。\n\n"
    "○市民部長（谷次郎君）　暮らしへの影響を注視しております。\n"
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("つだて議員は何を質問しましたか", ("つだて",)),
        ("三鷹市のつだて議員の質問は", ("つだて",)),
        ("はじめて議員になった人は", ()),
        ("すべて委員の発言を見せて", ()),
        ("まとめて委員に説明した資料は", ()),
    ],
)
def test_a_surname_in_kana(text: str, names: tuple[str, ...]) -> None:
    """It may end as a verb does (つだて), but an adverb before the title is none."""
    assert named_members(text, shared_tokenizer()) == names


def test_another_members_questions_are_not_shown_for_his(tmp_path: Path) -> None:
    """Protects: 「つだて議員は何を質問しましたか」 was answered with the words of whoever says 質問."""
    answer = read_in(tmp_path, {"teirei.txt": RECORD}).ask("つだて議員は何を質問しましたか")
    assert [(one.speaker.name, one.quote) for one in answer.citations] == [
        ("つだて稔", "増税の影響をどう見ますか。")
    ]


def test_a_pasted_page_has_a_year_of_its_own() -> None:
    """Protects: 「今年」 in a pasted page narrowed the search to today's year, in which there are no minutes."""
    page = "今年は春の大雨で河川の水位が上がり、区では警戒に当たりました。" * 20
    asked = "これについて市はどう答えましたか"
    assert not read_scope(f"{page}\n{asked}", ("三鷹市",), date(2026, 1, 1)).filters.since
    assert read_scope("今年の議会で市はどう答えましたか", ("三鷹市",), date(2026, 1, 1)).filters.since
