"""Text comparison of the evaluation: what counts as the same words."""

from __future__ import annotations

from corpus.folding import folded
from evals.text import bare, has_fact, overlap, shingles


def test_bare_drops_tags_and_blanks_only() -> None:
    """Protects: misprints and width are the record's own and stay; layout is not."""
    assert bare("<p>予算は\n  １億円、</p>　なつては Ａ<b2") == "予算は１億円、なつてはＡ<b2"


def test_folded_makes_width_and_case_alike() -> None:
    """Protects: a fact is found whatever the width in which the record prints it."""
    assert folded("ＬＧ-ＷＡＮ の ﾊﾟｿｺﾝ") == "lg-wanのパソコン"


def test_a_number_must_not_continue_another() -> None:
    """Protects: 1件 is not found in 41件, 2,1件 or 3.1件, but is after any other character."""
    assert not has_fact(["1件"], "41件")
    assert not has_fact(["1件"], "2,1件と3.1件")
    assert has_fact(["1件"], "うち１件")
    assert has_fact(["五割", "5割"], "およそ 五 割")


def test_shingles_of_short_and_empty_text() -> None:
    """Protects: a text shorter than a shingle is still one piece; ten characters are three pieces of eight."""
    assert shingles(" ") == frozenset()
    assert shingles("避難所") == {"避難所"}
    assert shingles("0123456789") == {"01234567", "12345678", "23456789"}


def test_overlap_arithmetic() -> None:
    """Protects: wanted has 3 pieces, found has 5, 3 in common: precision 3/5, recall 3/3."""
    share = overlap("0123456789", "0123456789ab")
    assert (share.precision, share.recall) == (3 / 5, 1.0)
    assert overlap("", "").recall == 1.0
    assert overlap("", "あ").precision == 0.0
