"""Who was for or against a thing is not read out of an exchange that has no word of it."""

from __future__ import annotations

import pytest

from chat.answers.stances import lacks_its_stance
from chat.service import Service


@pytest.mark.parametrize(
    ("question", "said", "lacks"),
    [
        ("空き家対策に反対した議員は誰ですか", "空き家の相談窓口を伺う。一元化しております。", True),
        ("空き家対策に反対した議員は誰ですか", "この案には賛成できない。", False),
        ("橋の架け替えを批判したのは誰か", "架け替えは認められないと考える。", False),
        ("橋の架け替えを批判したのは誰か", "架け替えはいつ終わるのか。", True),
        ("条例に賛成した委員はいましたか", "条例はいつから始まるのか。", True),
        ("条例に賛成した委員はいましたか", "異議はないので、このまま進めてほしい。", False),
        ("道路の反対側に歩道はありますか", "歩道は西側にあります。", False),
    ],
)
def test_a_stance_is_told_by_its_words(question: str, said: str, lacks: bool) -> None:
    """A name below a quotation on the matter would be taken for that of who opposed it."""
    assert lacks_its_stance(question, said) is lacks


@pytest.mark.parametrize(
    "question", ["空き家対策に反対した議員は誰ですか", "テレワークに賛成した委員は誰ですか"]
)
def test_nobody_is_named_for_what_nobody_said(sample_service: Service, question: str) -> None:
    """The record tells of the matter, and of nobody for or against it."""
    assert sample_service.ask(question).status == "no_evidence"
