"""Of a pasted page the two ends are read, where what is asked stands."""

from __future__ import annotations

from chat.notices import read_in_part
from chat.questions.length import LONGEST_READ, as_read
from chat.service import Service

SHEETS = "公園の木が茂っている。" * 1_000


def test_a_long_message_is_cut_at_its_sentences() -> None:
    """No half sentence at the cut is taken for what is asked."""
    read = as_read(f"はじめに伺う。{SHEETS}終わりに伺う。")
    assert read.startswith("はじめに伺う。公園の木が茂っている。")
    assert read.endswith("公園の木が茂っている。終わりに伺う。")
    assert "茂っている。\n公園" in read
    assert len(read) <= LONGEST_READ + 1


def test_a_message_of_ten_sheets_is_read_whole() -> None:
    """Nothing is cut that need not be, and nothing is said of it."""
    whole = "の" * LONGEST_READ
    assert as_read(whole) == whole
    assert read_in_part(whole, english=False) == ""


def test_a_message_without_sentences_is_cut_at_its_length() -> None:
    """A key that was leaned on has no sentence."""
    assert as_read("の" * 10_000) == "の" * (LONGEST_READ // 2) + "\n" + "の" * (LONGEST_READ // 2)


def test_what_is_asked_at_the_end_of_a_pasted_page_is_answered(sample_service: Service) -> None:
    """The question behind 11,000 characters is answered, and the answer says that they were not all read."""
    question = "八千代市はいつテレワークを導入しましたか"
    long = sample_service.ask(f"{SHEETS}\n{question}")
    assert "本市は昨年10月に、50台で同時にテレワークができる環境を入れました。" in long.text
    assert "11,021字のうち、はじめと終わりの2,000字ずつを読みました。" in long.notes[0]
