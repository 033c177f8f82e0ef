"""Katakana and hiragana of each other, letter for letter, so that positions stay.

A table of its own: jaconv, which serves where kana become Latin letters, takes longer to import than a command may wait.
"""

from __future__ import annotations

_APART = ord("ァ") - ord("ぁ")
_TO_KATAKANA = {code: code + _APART for code in range(ord("ぁ"), ord("ゖ") + 1)}
_TO_HIRAGANA = {katakana: hiragana for hiragana, katakana in _TO_KATAKANA.items()}


def katakana(text: str) -> str:
    """Hiragana as katakana.

    >>> katakana("ちょうふ市")
    'チョウフ市'
    """
    return text.translate(_TO_KATAKANA)


def hiragana(text: str) -> str:
    """Katakana as hiragana.

    >>> hiragana("カナザワシ")
    'かなざわし'
    """
    return text.translate(_TO_HIRAGANA)
