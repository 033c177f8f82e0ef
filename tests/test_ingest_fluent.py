"""Sounds of hesitation and kanji of auxiliary verbs are nothing to the patterns; words that look like them stay."""

from __future__ import annotations

import pytest

from ingest.phrases.fluent import fluent


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("えー次、２点目でありますが、あー災害です。", "次、２点目でありますが、災害です。"),
        ("えっ３点目であります。", "３点目であります。"),
        ("あのー、ま、お伺い致します。", "お伺いいたします。"),
        ("お聞かせ頂きたい。えーと以上です。", "お聞かせいただきたい。以上です。"),
        ("あの橋は、まず直す。", "あの橋は、まず直す。"),
        ("企業を誘致します。意見が一致した。", "企業を誘致します。意見が一致した。"),
    ],
)
def test_plain_words(said: str, read: str) -> None:
    """Only where a sentence or a clause begins, and only what stands for no word."""
    assert fluent(said) == read
