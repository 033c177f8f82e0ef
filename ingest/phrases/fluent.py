"""Speech as the patterns read it: without the sounds of hesitation that some records print, auxiliary verbs in kana (致します, 頂き),
、 for the commas of records that are written across the page (，and ,)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from corpus.patterns import any_of

_SOUNDS = re.compile(
    r"(?:(?<=[。、，\n\u3000])|^)(?:"
    + any_of(
        *"えーっ?と?ー? えっと?ー? えっ(?=[、，０-９0-9])".split(),
        *"あのー あー うー おー まぁー?、? まっ?(?=[、，]) [あえ](?=[、，])".split(),
    )
    + r"[、，]?)+"
)
"""えー１点目は… あのー… まっ、…: only where a sentence or a clause begins."""
_COMMA = re.compile(r"[，,](?!\d)")
_DONE = re.compile(r"(?<![一合誘招拉])致(?=[しすさ])")
_THOUGH = re.compile(r"(?<=[すたいだ])けども?(?=、)")
"""ですけども、: ですけれども、."""


def unquoted(text: str) -> str:
    """「…」: a speech that the record puts in quotation marks, without them."""
    inner = text.strip()
    return inner[1:-1] if inner[:1] == "「" and inner.find("」") == len(inner) - 1 else text


@lru_cache(maxsize=8192)
def fluent(text: str) -> str:
    """えー次、２点目でありますが…致します。 → 次、２点目でありますが…いたします。"""
    text = unquoted(text)
    if "ー" in text or "ま" in text or "え" in text or "あ" in text:
        text = _SOUNDS.sub("", text)
    if "，" in text or "," in text:
        text = _COMMA.sub("、", text)
    if "けど" in text:
        text = _THOUGH.sub("けれども", text)
    return _DONE.sub("いた", text).replace("頂", "いただ")


_T = TypeVar("_T")


def fluently(reads: Callable[[str], _T]) -> Callable[[str], _T]:
    """A function of words that reads them as if spoken without hesitation."""

    @wraps(reads)
    def on(text: str, /) -> _T:
        return reads(fluent(text))

    return on
