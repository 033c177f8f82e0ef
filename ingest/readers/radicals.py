"""What an extraction makes of characters: radicals in their place (fonts that draw 長 and ⻑ alike let programs that print or copy a page
take one for the other), selectors of a variant form (the 辻 with one dot), forms of upright print, control characters."""

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


_SELECTOR = re.compile(
    "(?<=[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""Says which of its forms a kanji has, mostly in a name: nothing is seen of it alone."""
_LABEL = re.compile(r"^[^。]{1,40}?(?:[\s：:」]|[）)](?![（(]))")
"""What may say who speaks, at the head of a line."""


def with_whole_characters(text: str) -> str:
    """Radicals (⽇, ⻑) as the characters that they stand for, one for one; labels and lists without the selectors of a kanji's form."""
    if _SELECTOR.search(text):
        text = "".join(map(_unselected, text.splitlines(keepends=True)))
    if _RADICAL.search(text) is None:
        return text
    return _RADICAL.sub(lambda m: _WHOLE.get(m[0]) or unicodedata.normalize("NFKC", m[0]), text)


def _unselected(line: str) -> str:
    """A line whose label is without selectors: who speaks is one person however his name is printed. What is said stays letter for letter; a
    line without a full stop says nothing."""
    if "。" not in line:
        return _SELECTOR.sub("", line)
    return _LABEL.sub(lambda label: _SELECTOR.sub("", label[0]), line)


_UPRIGHT = re.compile("[\ufe10-\ufe19\ufe30-\ufe48]")
_ARTEFACTS = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\u00ad]")


def clean(text: str) -> str:
    """Extraction artefacts mended: radicals (⽇, ⻑) and the forms of upright print (﹁) to the characters they stand for,
    control characters dropped."""
    text = _UPRIGHT.sub(lambda m: unicodedata.normalize("NFKC", m[0]), with_whole_characters(text))
    return _ARTEFACTS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
