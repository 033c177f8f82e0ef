"""What an extraction makes of characters: radicals in their place (fonts that draw 長 and ⻑ alike let programs that print or copy a page
take one for the other), forms of upright print, control characters."""

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


_UPRIGHT = re.compile("[\ufe10-\ufe19\ufe30-\ufe48]")
_ARTEFACTS = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\u00ad]")


def clean(text: str) -> str:
    """Extraction artefacts mended: radicals (⽇, ⻑) and the forms of upright print (﹁) to the characters they stand for,
    control characters dropped."""
    text = _UPRIGHT.sub(lambda m: unicodedata.normalize("NFKC", m[0]), with_whole_characters(text))
    return _ARTEFACTS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
