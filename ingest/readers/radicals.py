"""Radicals in the place of characters: fonts that draw 長 and ⻑ alike let programs that print or copy a page take one for the other."""

from __future__ import annotations

import re
import unicodedata

_RADICAL = re.compile("[\u2e80-\u2fdf]")
_WHOLE = dict(
    zip(
        "⺩⺫⺬⺼⻁⻄⻆⻑⻒⻗⻘⻝⻡⻣⻤⻨⻩⻫⻭⻯⻲⺠⺟",
        "王目示肉虎西角長長雨青食首骨鬼麦黄斉歯竜亀民母",
        strict=True,
    )
)
"""What Unicode names no whole character for, though in Japanese one is drawn so; most that stand in print are 長 and 民."""


def with_whole_characters(text: str) -> str:
    """Radicals (⽇, ⻑) as the characters that they stand for, one for one."""
    if _RADICAL.search(text) is None:
        return text
    return _RADICAL.sub(lambda m: _WHOLE.get(m[0]) or unicodedata.normalize("NFKC", m[0]), text)
