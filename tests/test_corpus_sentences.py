"""Sentences are the unit that is quoted: where they are cut decides what a quotation says."""

from __future__ import annotations

import pytest

from corpus.sentences import english_sentences, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一つ目です。二つ目です。", ["一つ目です。", "二つ目です。"]),
        ("市は「検討する。」と述べた。以上です", ["市は「検討する。」と述べた。", "以上です"]),
        ("「紙を減らす。」「電子にする。」", ["「紙を減らす。」", "「電子にする。」"]),
        (
            "対策（自己点検。監査を含む。）を行う。次に移る。",
            ["対策（自己点検。監査を含む。）を行う。", "次に移る。"],
        ),
        ("次の対策を行う。 ・入室管理 ・遠隔保管", ["次の対策を行う。", "・入室管理", "・遠隔保管"]),
        ("見出し\n本文です。\n\n", ["見出し", "本文です。"]),
        ("開いたまま「検討する。次の文です。", ["開いたまま「検討する。", "次の文です。"]),
        ("前年度比７．３％の増．次に進む．", ["前年度比７．３％の増．", "次に進む．"]),
        ("何件ですか？10件！", ["何件ですか？", "10件！"]),
        (" \n　", []),
    ],
)
def test_sentences_are_cut_where_a_reader_would(text: str, expected: list[str]) -> None:
    """Quotations inside a sentence stay whole; lists and lines are sentences of their own."""
    assert [text[a:b] for a, b in sentences(text)] == expected


def test_english_sentences_end_at_full_stops() -> None:
    """Abbreviations, initials and decimal points end none; lines do."""
    text = "We expand telework. Mr. Sato of No. 5 asked about U.S. rules. Is it 50.5%? Yes!\nNext line"
    assert [text[a:b] for a, b in english_sentences(text)] == [
        "We expand telework.",
        "Mr. Sato of No. 5 asked about U.S. rules.",
        "Is it 50.5%?",
        "Yes!",
        "Next line",
    ]
