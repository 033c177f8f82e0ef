"""Text as it is compared."""

from __future__ import annotations

import pytest

from corpus.folding import folded, plain


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("日　時", "日時"),
        ("１２ 人\n", "12人"),
        ("ﾊﾟﾌﾞﾘｯｸ", "パブリック"),
        ("CSIRT", "CSIRT"),
        ("また，約１，２００人", "また、約1,200人"),
    ],
)
def test_width_and_blanks_make_no_difference(text: str, same: str) -> None:
    assert plain(text) == same


def test_nor_does_case_where_names_are_compared() -> None:
    assert folded("Ｎｏ．  Ａ") == "no.a"
