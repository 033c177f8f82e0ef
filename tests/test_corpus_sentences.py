"""Sentences are the unit that is quoted: where they are cut decides what a quotation says."""

from __future__ import annotations

import pytest

from corpus.sentences import LONGEST, PIECE, english_sentences, quotable, sentences, torn


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
        ("三番\t賛成\n四番\t\t欠席", ["三番", "賛成", "四番", "欠席"]),
        ("費目（消耗品。\t紙代）", ["費目（消耗品。", "紙代）"]),
        ("（１）\t花壇の世話です。\n①\t可\t否", ["（１）\t花壇の世話です。", "①", "可", "否"]),
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


def test_a_sentence_without_end_comes_in_pieces() -> None:
    """Protects: a form or broken file without a full stop is not quoted whole; the pieces are the text, cut behind a pause."""
    text = "水を配り、毛布を配り、" * 200 + "配り終えた。次の文です。"
    pieces = [text[a:b] for a, b in quotable(text)]
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= PIECE
    assert all(piece.endswith(("、", "。")) for piece in pieces)
    assert quotable("あ" * LONGEST) == ((0, LONGEST),)
    assert {b - a for a, b in quotable("あ" * (3 * LONGEST))} == {PIECE}


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("見出し\n本文です。 次です。", "本文です。", (False, False)),
        ("対策を行う。 ・入室管理 ・遠隔保管", "・入室管理", (False, False)),
        ("市は（監査を含む。）行う。", "市は（監査を含む。）行う。", (False, False)),
        ("水を配り、毛布を配り、終えた。", "毛布を配り、", (True, True)),
        ("水を配り、毛布を配り、終えた。", "毛布を配り、終えた。", (True, False)),
        ("水を配り、終えた。", "水を配り、", (False, True)),
    ],
)
def test_what_is_cut_out_of_a_sentence_is_known(text: str, quote: str, expected: tuple[bool, bool]) -> None:
    """Protects: … stands where a quotation leaves some of its sentence out, and nowhere else."""
    start = text.index(quote)
    assert torn(text, start, start + len(quote)) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "詳しくは https://a.example/x?id=3 を御覧ください。次です。",
            ["詳しくは https://a.example/x?id=3 を御覧ください。", "次です。"],
        ),
        (
            "池はいつ直しますか。![絵](https://a.example/x.png)",
            ["池はいつ直しますか。", "![絵](https://a.example/x.png)"],
        ),
        ("Yahoo!ニュースにも載せます。", ["Yahoo!ニュースにも載せます。"]),
        ("足りますか?はい。十分です!次です。", ["足りますか?", "はい。", "十分です!", "次です。"]),
        ("Is it enough? Yes! It is.", ["Is it enough?", "Yes!", "It is."]),
    ],
)
def test_a_sign_inside_an_address_or_a_name_ends_no_sentence(text: str, told: list[str]) -> None:
    """Protects: an address was quoted up to its question mark, and the sign of a picture went to the sentence before it."""
    assert [text[a:b] for a, b in sentences(text)] == told
