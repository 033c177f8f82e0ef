"""In which language a question is, told by its letters."""

from __future__ import annotations

import pytest

from retriever.analysis import is_english, is_japanese


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
