"""Spellings that stand for each other in minutes and questions. For comparing only: nothing here is ever quoted.

What changes here changes the words of the index: raise `retriever.tokenize.RULES`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from corpus.kana import katakana

VARIANTS = str.maketrans(
    "髙﨑𠮷邉邊渡齋齊澤濱嶋廣國髮萬圓實會學體櫻瀧龍應惠榮壽縣區總專檢驗讀變邨埜冨桒曽靜藏德黑祿寬",
    "高崎吉辺辺渡斎斉沢浜島広国髪万円実会学体桜滝竜応恵栄寿県区総専検験読変村野富桑曾静蔵徳黒禄寛",
    "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))),
)
"""Old and variant kanji as they occur in names and older records → the common one; the selectors of a kanji's form, which nobody types, go."""

SPACED = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z](?: [A-Za-z0-9]){2,}(?![A-Za-z0-9])|(?<![A-Za-z0-9])[A-Z] [A-Z](?![A-Za-z0-9 ])"
)
"""`H E M S`, `R E 1 0 0`: single letters with one space between, as PDFs and word processors set them apart."""

LONG_VOWEL = re.compile(r"(?<=[ァ-ヴー][ァ-ヴ])ー(?![ァ-ヴー])")
"""The long-vowel mark at the end of a katakana word, which is written or not (セキュリティー, サーバー)."""

VOICED = str.maketrans(
    "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ",
    "カキクケコサシスセソタチツテトハヒフヘホハヒフヘホウ",
)


def prepared(text: str) -> str:
    """`text` as it is compared: NFKC, variant kanji made one, letter-spaced words squeezed."""
    plain = unicodedata.normalize("NFKC", text).translate(VARIANTS)
    return SPACED.sub(lambda match: match[0].replace(" ", ""), plain)


@lru_cache(maxsize=65_536)
def word_form(form: str) -> str:
    """A word's form without what is spelled now so, now so: case and the last long vowel."""
    form = LONG_VOWEL.sub("", form.casefold())
    return form.replace("-", "") if form.isascii() else form


def reading_key(kana: str) -> str:
    """Kana as readings are compared: katakana, voiced = unvoiced (避難所 is read ショ and ジョ), no last long vowel.

    >>> reading_key("ひなんじょ")
    'ヒナンショ'
    """
    return LONG_VOWEL.sub("", katakana(prepared(kana)).translate(VOICED))
