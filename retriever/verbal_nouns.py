"""A verb of two kanji and the noun made of it (働きかける, 働きかけ): one word said in two ways, which the dictionary keeps apart.

A question asks 「どんな働きかけをしますか」, the reply says 「応募を働きかけてまいります」. Only what the dictionary knows as the other is taken
for it; of verbs with one kanji (買う, 買い) the noun is mostly a word of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retriever.tokenize import Tokenizer, Word

_ENDINGS = {
    "し": "す",
    "り": "る",
    "い": "う",
    "ち": "つ",
    "き": "く",
    "ぎ": "ぐ",
    "み": "む",
    "び": "ぶ",
}
"""The stem of a verb of five forms and its plain form (見直し, 見直す)."""
_OF_FIVE = {plain: stem for stem, plain in _ENDINGS.items()}
_TWO_KANJI = re.compile(r"[一-鿿々][ぁ-ゖ]*[一-鿿々][ぁ-ゖ]+")


def otherwise_said(word: Word, tokenizer: Tokenizer) -> str:
    """The verb of a noun or the noun of a verb, as the dictionary writes it; empty where it has none."""
    if word.kind not in ("noun", "verb") or not _TWO_KANJI.fullmatch(word.form):
        return ""
    other = "verb" if word.kind == "noun" else "noun"
    for form in _verbs(word.form) if other == "verb" else _nouns(word.form):
        known = tokenizer.words(form)
        if len(known) == 1 and known[0].kind == other and known[0].form == form:
            return form
    return ""


def _verbs(noun: str) -> Iterator[str]:
    if noun[-1] in _ENDINGS:
        yield noun[:-1] + _ENDINGS[noun[-1]]
    yield noun + "る"


def _nouns(verb: str) -> Iterator[str]:
    if verb.endswith("る"):
        yield verb[:-1]
    if verb[-1] in _OF_FIVE:
        yield verb[:-1] + _OF_FIVE[verb[-1]]
