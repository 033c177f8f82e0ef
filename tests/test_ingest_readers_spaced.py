"""Blanks that the extraction of a PDF sets around figures."""

from __future__ import annotations

import pytest

from ingest.readers.spaced import unspaced


def test_figures_that_a_word_processor_sets_apart() -> None:
    """Every figure of the page is apart: no author wrote so. The number of an item keeps its blank, and so does what is no unit."""
    text = "令和 6 年 9 月 12 日\n1 日時\n2 点目は、1 万 8,432 人への 4,000 円の助成です。\n7 年度の便は 2.3 人、Wi-Fi 6 の話"
    assert unspaced(text) == (
        "令和6年9月12日\n1 日時\n2点目は、1万8,432人への4,000円の助成です。\n7年度の便は2.3人、Wi-Fi 6 の話"
    )


@pytest.mark.parametrize(
    "text", ["令和6年9月12日、議案 3 件、委員5人、第2回、議員 4 名", "賛成 12 人 反対 3 人"]
)
def test_figures_that_somebody_set_apart_himself(text: str) -> None:
    """Some of them only, or too few to tell."""
    assert unspaced(text) == text
