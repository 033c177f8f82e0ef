"""Figures, dates and commitments of an English sentence, in the terms of the Japanese record."""

from __future__ import annotations

import pytest
from test_chat_check_contrast import TODAY, cited

from chat.desk.check_contrast import contrasts
from chat.desk.check_types import contrast_line
from chat.desk.facts import COMMITMENTS
from chat.desk.facts_en import COMMITMENTS as ENGLISH
from chat.desk.facts_en import facts_in_english
from chat.words import speaking


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The town sent out 50 alerts this year.", ["sent 実施済", "50 alerts 50件", "this year 2026year"]),
        ("In 2024 it answered question 3 of 12 hospitals.", ["2024 2024year"]),
        ("It paid 2.5 million yen for 1,300 tablets.", ["2.5 million yen 2500000円", "1,300 tablets 1300台"]),
        ("Since FY2023, 45% agreed.", ["FY2023 FY2023fiscal", "45% 45%"]),
        ("On 7 March 2024 we will consider it.", ["7 March 2024 2024-03-07day", "consider 検討"]),
        ("The ward has not introduced it.", ["has not していない"]),
        ("Last fiscal year two people came.", ["Last fiscal year FY2025fiscal"]),
    ],
)
def test_what_an_english_sentence_states(text: str, told: list[str]) -> None:
    """A figure with the counter that its noun has in Japanese; numbers of nouns that are not listed are none."""
    assert [f"{fact.text} {fact.key}{fact.unit}" for fact in facts_in_english(text, TODAY)] == told


@pytest.mark.parametrize(
    ("text", "reply", "told"),
    [
        (
            "The town sent out 50 alerts this fiscal year.",
            "注意の呼びかけは、今年度41件を周知しました。",
            [
                "約束のことば「実施済」は以前の答弁と同じ",
                "数値「50 alerts」が以前の答弁では「41件」",
                "日付「this fiscal year（2026年度）」が以前の答弁では「今年度（2023年度）」",
            ],
        ),
        (
            "We will introduce it next year.",
            "貸出端末の導入は検討してまいります。",
            ["約束のことば「実施する」が以前の答弁では「検討」"],
        ),
        ("We will introduce it next year.", "端末を置いております。台数の増は検討してまいります。", []),
    ],
)
def test_an_english_draft_is_set_against_the_japanese_record(text: str, reply: str, told: list[str]) -> None:
    """Protects: another number in an English draft was not told; where the reply commits to two things, neither is chosen."""
    found = contrasts(text, facts_in_english(text, TODAY), [cited(reply)])
    assert sorted(map(contrast_line, found)) == sorted(told)


def test_what_the_record_says_is_not_translated() -> None:
    """Protects: 41件 stood on the English page as 41."""
    text = "We will send out 50 alerts."
    found = contrasts(text, facts_in_english(text, TODAY), [cited("注意の呼びかけは41件を検討します。")])
    with speaking("en"):
        assert sorted(map(contrast_line, found)) == [
            "The figure “50 alerts” was “41件” in the earlier reply",
            "The promise “Will do” was “Considering” in the earlier reply",
        ]


def test_english_commitments_are_those_of_the_record() -> None:
    """Protects: a kind by another name would never be set against anything."""
    assert {name for name, _ in ENGLISH} <= {name for name, _ in COMMITMENTS}
