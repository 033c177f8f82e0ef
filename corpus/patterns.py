"""Patterns written as lists of what they match, and the forms of polite speech (敬語) that many of them end in.

A pattern of many branches stands as alternatives, one a line, each group of them under what it is for: so one branch can be reviewed, added or
taken out without reading the others. Groups of whole branches are tuples, put together in one `any_of`: one within another is tried more slowly.

`\\s` is every blank, the full-width one (U+3000) too; where a line end is none, `[ \\u3000]` stands. `\\d` is a digit of either width.
"""

from __future__ import annotations


def any_of(*alternatives: str) -> str:
    """A pattern of whichever of `alternatives` matches, tried in their order.

    >>> any_of("質問", "質疑")
    '(?:質問|質疑)'
    """
    return f"(?:{'|'.join(alternatives)})"


def not_after(*words: str) -> str:
    """Not right behind one of `words`: a look-behind for each, for they may differ in length.

    >>> not_after("こと", "とおり")
    '(?<!こと)(?<!とおり)'
    """
    return "".join(f"(?<!{word})" for word in words)


IS = any_of("です", "であります", "でございます")
"""断定: how a speech says that something is so."""

IS_NOT = any_of("ない", "ありません", "ございません")
"""否定: that there is none, or, behind で, that it is not so."""

BUT = any_of("が", "けれども", "けども", "けれど", "けど")
"""逆接: what joins a clause to the next one that limits it."""

ORU = r"(?:い|お)(?:る|ります|ます)"
"""Behind て an act that goes on: 「しております」."""

GOZARU = r"(?:い|お|ござい)(?:る|ります|ます)"
"""The same, with the form of some prefectures too: 「してございます」."""

IRU = r"(?:い(?:る|ます|た|ました)|お(?:る|ります|りました)|ござい(?:ます|ました))"
"""The same, of now or of before: 「しております」「していました」."""

WHO = any_of("誰", "だれ", "どなた")
"""疑問: asks for a person."""

WHICH = "(?<![なほ])どの"
"""疑問: asks which one; などの and ほどの do not."""

NUMERAL = r"[\d一二三四五六七八九十]"
"""A digit of either width, or a Chinese numeral: how records number what is asked."""

FOLDED_NUMERAL = "[0-9一二三四五六七八九十]"
"""The same where the text was brought to single width before (`corpus.eras.fold`, NFKC)."""

KANJI_NUMERAL = "[一二三四五六七八九十]"
"""A Chinese numeral alone, where figures have rules of their own."""
