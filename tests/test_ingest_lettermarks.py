"""A letter to the town and its reply on one page: a question that begins with a number, and the note of when the letter came."""

from __future__ import annotations

import pytest

from ingest.marks.nomarks.letterfields import is_receipt
from ingest.marks.reported.signed import signed_at_end
from ingest.parse import parse
from ingest.types import Document

LETTER, REPLY = "渡し船を冬も動かしてください。", "十二月から二月までは波が高く、休んでいます。"


def _pairs(text: str) -> list[tuple[str, str]]:
    minutes = parse(Document(text, "text/plain", "letter.txt"), "k")[0]
    return [(each.question_text, each.answer_text) for each in minutes.exchanges]


@pytest.mark.parametrize("number", ["2021年に", "30人で", "４月から"])
def test_a_number_behind_the_letter_and_a_blank_belongs_to_the_words(number: str) -> None:
    """Q 2021年に…: no question has the number 2021."""
    text = f"よくあるご質問\n渡し船について\n\nQ {number}渡れなかったのですが。\nA {REPLY}\n"
    assert _pairs(text) == [(f"{number}渡れなかったのですが。", REPLY)]


def test_when_a_letter_came_heads_no_matter() -> None:
    """It stands between the letter and its reply."""
    text = f"渡し船について\n\n提案内容\n\n{LETTER}\n（平成29年2月収受）\n\n市からの回答\n\n{REPLY}\n"
    assert _pairs(text) == [(LETTER, REPLY)]


@pytest.mark.parametrize(
    ("line", "receipt"),
    [
        ("（令和3年5月20日受付）", True),
        ("（R5年6月に受理）", True),
        ("（令和3年5月）", False),
        ("（30代女性）", False),
    ],
)
def test_a_receipt_says_when_a_letter_came(line: str, receipt: bool) -> None:
    """A day alone may head what was said on it."""
    assert is_receipt(line) is receipt


@pytest.mark.parametrize("dated", ["", "（令和6年5月1日回答）"])
def test_the_department_below_a_reply_signs_it_with_the_day_or_without(dated: str) -> None:
    """The day on which it replied is no part of the words either."""
    found = signed_at_end(f"{REPLY}\n【港湾課】{dated}")
    assert found is not None
    assert (found[0].office, found[1]) == ("港湾課", len(REPLY))
