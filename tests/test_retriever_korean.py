"""Korean questions find Japanese words: by the characters that both share, by sound, by the list of everyday words."""

from __future__ import annotations

from datetime import date

import pytest
from soon import within

from retriever.analysis import Analyser
from retriever.answer_kinds import Kind
from retriever.jmdict import dictionary_path
from retriever.korean import in_japanese_words, is_korean
from retriever.tokenize import shared_tokenizer
from retriever.types import Filter

TOWNS = ("金沢市", "調布市")

needs_dictionary = pytest.mark.skipif(dictionary_path() is None, reason="jamdict-data is not installed")


@needs_dictionary
@pytest.mark.parametrize(
    ("question", "words"),
    [
        # characters in common; particles and verb endings go
        ("하수도 사용료는 언제 개정됩니까?", "下水道 使用料 いつ 改正 ?"),
        ("조후시의 고령화율은 얼마입니까?", "調布市 高齢化率 いくら ?"),
        # the initial sound rule: 歴史 is 력사 character by character, 역사 as a word
        ("역사 자료를 보존합니까?", "歴史 資料 保存 ?"),
        # a loan word by its sound, everyday words by the list
        ("새 시스템은 쓰레기 수집에 쓰입니까?", "システム ごみ 収集 ?"),
        # what is counted: alone 건 and 개 would be other words (建議, 犬)
        ("몇 건의 상담이 있었습니까?", "何件 相談 ?"),
        ("학교는 몇 개입니까?", "学校 何個 ?"),
        ("고령자는 몇 명인가요?", "高齢者 何人 ?"),
        # what stands in other letters stays
        ("CSIRT는 누가 운영합니까?", "CSIRT 誰 運営 ?"),
    ],
)
def test_words_in_common(question: str, words: str) -> None:
    """Each word of a Korean question that Japanese has as well, in its order."""
    assert in_japanese_words(question, TOWNS) == words


def test_other_languages_stay_as_they_are() -> None:
    """A Japanese question that quotes a Korean word is none in Korean."""
    for question in (
        "ハングル「도서관」の案内板はありますか。",
        "When was it decided?",
        "图书馆什么时候开放？",
        "",
    ):
        assert not is_korean(question)
        assert in_japanese_words(question, TOWNS) == question


@needs_dictionary
def test_a_question_of_any_length_is_read_in_no_time() -> None:
    """One word of 2,000 syllables, of which no end is a word: the time does not multiply with each syllable."""
    with within(2):
        assert in_japanese_words("고령화" * 666 + "뷁은?", TOWNS) == "?"


@needs_dictionary
def test_scope_and_kind_are_those_of_the_question() -> None:
    """The town by its sound, what is asked for by the Korean wording; it stays a question of another language."""
    asked = Analyser(shared_tokenizer()).analyse(
        "가나자와시에서는 도서관 직원이 몇 명입니까?", TOWNS, date(2026, 4, 1), Filter()
    )
    assert asked.filters.towns == ("金沢市",)
    assert asked.kinds == {Kind.NUMBER}
    assert asked.foreign
    assert {"図書館", "職員"} <= set(asked.terms.own)
