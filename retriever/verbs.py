"""Words that say one thing in two ways and that the dictionary keeps apart.

A verb of two kanji and the noun made of it (働きかける, 働きかけ): a question asks 「どんな働きかけをしますか」, the reply says 「応募を働きかけてまいります」. Of
verbs with one kanji (買う, 買い) the noun is mostly a word of its own. And what happens and what is done (建つ, 建てる): who asks sees what happens
(「道がふさがった」), who replies says what is done (「道路をふさぎました」). Only what the dictionary knows as the other, of the same kanji, is taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.wordlists import pairs

if TYPE_CHECKING:
    from retriever.tokenize import Tokenizer, Word

_ENDINGS = pairs("し=す り=る い=う ち=つ き=く ぎ=ぐ み=む び=ぶ")
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


_HAPPENS_IS_DONE = tuple(
    (happens, done)
    for happens, several in (
        # 決まる・決める, 下がる・下げる, 塞がる・塞ぐ, 助かる・助ける, 変わる・変える, 当たる・当てる, 重なる・重ねる
        *(
            ("まる", "める"),
            ("がる", "げる ぐ"),
            ("かる", "ける"),
            ("わる", "える"),
            ("たる", "てる"),
            ("なる", "ねる"),
        ),
        # 続く・続ける, 建つ・建てる, 進む・進める, 並ぶ・並べる
        *(("く", "ける"), ("つ", "てる"), ("む", "める"), ("ぶ", "べる")),
        # 残る・残す, 崩れる・崩す, 増える・増やす
        *(("る", "す"), ("れる", "す"), ("える", "やす")),
        # 起きる・起こす, 落ちる・落とす, 延びる・延ばす
        *(("きる", "こす"), ("ちる", "とす"), ("びる", "ばす")),
    )
    for done in several.split()
)
"""Endings of a verb that says what happens and of the one that says what is done."""

_VERB = re.compile(r"([一-鿿々])[ぁ-ゖ]+")


def paired(word: Word, tokenizer: Tokenizer) -> tuple[str, ...]:
    """The other verbs of the pairs that a verb is one of, as the dictionary writes them; mostly one or none."""
    if word.kind != "verb" or not _VERB.fullmatch(word.form):
        return ()
    return tuple(dict.fromkeys(form for form in _others(word.form) if _is_verb(form, tokenizer)))


def _others(verb: str) -> Iterator[str]:
    for happens, done in _HAPPENS_IS_DONE:
        for own, other in ((happens, done), (done, happens)):
            if verb.endswith(own) and len(verb) > len(own):
                yield verb[: -len(own)] + other


def _is_verb(form: str, tokenizer: Tokenizer) -> bool:
    known = tokenizer.words(form)
    return len(known) == 1 and known[0].kind == "verb" and known[0].form == form
