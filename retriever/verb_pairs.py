"""What happens and what is done (建つ, 建てる): two verbs of one matter, which the dictionary keeps apart.

Who asks sees what happens (「道がふさがった」「事業者が替わる」), who replies says what is done (「道路をふさぎました」「事業者を替える」). Only what
the dictionary knows as a verb of the same kanji is taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retriever.tokenize import Tokenizer, Word

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
"""Endings of the two."""

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
