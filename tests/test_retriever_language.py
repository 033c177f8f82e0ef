"""In which language a question is, told by its letters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from soon import within

from retriever.analysis import Analyser
from retriever.languages import is_english, is_japanese, unquoted
from retriever.tokenize import shared_tokenizer
from retriever.types import Filter


@pytest.mark.parametrize(
    ("question", "japanese", "english"),
    [
        ("調布市のCSIRTはどの課が中心ですか", True, False),
        ("「What’s new」という広報は誰が作っていますか", True, False),
        ("空き家対策 補助 (上限)", True, False),
        ('How does Kodaira share "Koredake wa" (こだいらこれだけは) with its schools?', False, True),
        ("函馆市在故乡纳税（ふるさと納税）方面的捐款目标是多少？", False, False),
        ("조후시의 CSIRT는 어느 과가 중심입니까?", False, False),
    ],
)
def test_language(question: str, japanese: bool, english: bool) -> None:
    """A name quoted in brackets does not make a question Japanese: its other words are then not expected in the record."""
    assert (is_japanese(question), is_english(question)) == (japanese, english)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(shared_tokenizer())


@pytest.mark.parametrize(
    ("theme", "words"),
    [
        ("information security", "情報セキュリティ"),
        ("Information Security", "情報セキュリティ"),
        ("telework", "テレワーク"),
        ("LINE", "line"),
        ("Microsoft Teams", "microsoft teams"),
        ("情報セキュリティ", "情報セキュリティ"),
    ],
)
def test_a_matter_named_in_a_word_or_two(analyser: Analyser, theme: str, words: str) -> None:
    """English in small letters, or of words in the dictionary, is read as English; names are left as they are."""
    asked = analyser.analyse(theme, (), date(2026, 11, 1), Filter())
    assert analyser.in_japanese(asked, lambda forms: 1).lower() == words
    assert asked.english == (words != theme.lower())


@pytest.mark.parametrize(
    ("theme", "held", "words"),
    [
        ("truck parking", {("トラック", "駐車"): 40, ("トラック", "園"): 2}, "トラック 駐車"),
        ("bicycle parking", {("駐輪場",): 40, ("自転車", "駐車"): 9}, "駐輪場"),
        ("garbage separation", {("ごみ", "分別"): 30, ("ごみ", "分離"): 1}, "ごみ 分別"),
        ("road repairs", {("道路", "工事"): 9}, "道路 工事"),
    ],
)
def test_of_what_a_word_may_mean_that_is_taken_which_stands_beside_the_others(
    analyser: Analyser, theme: str, held: dict[tuple[str, ...], int], words: str
) -> None:
    """Protects: 「truck parking」 was searched as トラック and 園, 「road repairs」 as 道 alone."""
    asked = analyser.analyse(theme, (), date(2026, 11, 1), Filter())

    def together(forms: Sequence[str]) -> int:
        return max((n for each, n in held.items() if set(forms) <= set(each)), default=0)

    assert analyser.in_japanese(asked, together) == words


def test_how_things_stand_is_no_part_of_what_is_asked(analyser: Analyser) -> None:
    """Protects: 「the status of」 was searched as 身分 and 地位, 「the state of」 weighed more than the subject itself."""
    for wording in ("state", "status", "current situation", "present state"):
        asked = analyser.analyse(f"What is the {wording} of vacant houses?", (), date(2026, 11, 1), Filter())
        assert [form for form, weight in asked.terms.own.items() if weight > 0.1] == ["vacant houses"]
    whole = analyser.analyse("social status of the elderly", (), date(2026, 11, 1), Filter())
    assert "social status" in whole.terms.own


def test_grammar_is_no_part_of_what_a_draft_says(analyser: Analyser) -> None:
    """Protects: 「during」, translated by nothing, weighed more than 「training」, so that a draft in English was near to nothing."""
    terms = analyser.analyse("Staff training during the winter", (), date(2026, 11, 1), Filter()).terms
    assert sorted(terms.own) == ["staff training", "winter"]
    assert terms.content == 2
    asked = "Won't the three-year plan be changed, and how often do buses come before noon?"
    terms = analyser.analyse(asked, (), date(2026, 11, 1), Filter()).terms
    assert sorted(terms.own) == ["buses", "changed", "noon", "plan", "year"]
    assert "who" in analyser.analyse("What did the WHO say?", (), date(2026, 11, 1), Filter()).terms.own


def test_marks_that_nothing_closes_take_no_time() -> None:
    """Protects: a line of 50,000 「 took 12 s, each of them being sought an end for."""
    with within(2):
        assert not is_japanese("「" * 50_000)
        assert unquoted("甲「乙」丙「丁", "「", "」") == "甲丙「丁"
