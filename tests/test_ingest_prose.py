"""Sentences of a digest in prose: whose each is, and who says it."""

from __future__ import annotations

import pytest

from ingest.phrases.prose import pieces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "橋の点検を増やすのかを質問。建設課長は「毎年行う。予算も増やす」と答弁。",
            [("member", ""), ("executive", "建設課長"), ("executive", "建設課長")],
        ),
        (
            "照明の増設を求め、財政課長は来年度に行うとした。場所はこれから決める。",
            [("member", ""), ("executive", "財政課長"), ("executive", "財政課長")],
        ),
        ("増額を県に要望していくと町長。", [("executive", "町長")]),
        ("団員を大切にしてほしいと述べた。", [("member", "")]),
        ("由良議員は橋の幅を広げるよう提案した。", [("member", "由良議員")]),
        ("給食室は築四十年である。", [("", "")]),
        ("財政課は基準に合わせると答えた。", [("executive", "財政課")]),
        ("町の考えを問う（答弁者：町長）。", [("member", "")]),
        (
            "町長は「ある議員は反対した。教育長は賛成した」と述べた。",
            [("executive", "町長"), ("executive", "町長")],
        ),
        (
            "町長は「船着場を直すと答えた。由良議員は「いつか」と質問した。",
            [("executive", "町長"), ("member", "由良議員")],
        ),
        (
            "町長は直す」と答えた。教育長は「校庭も使う。町長は反対する」と述べた。",
            [("executive", "町長"), ("executive", "教育長"), ("executive", "教育長")],
        ),
    ],
)
def test_whose_a_sentence_is(text: str, found: list[tuple[str, str]]) -> None:
    """Told by who it is about, by what is done, by the sentence before; a quotation is its speaker's to the end."""
    read = list(pieces(text))
    assert [(piece.side, piece.who) for piece in read] == found
    assert "".join(text[piece.start : piece.end] for piece in read) == text
