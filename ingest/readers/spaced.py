"""Text in which the extraction set blanks between characters: they are no words.

Behind every character (議 長（ 川 辺 守 君 ） た だ い ま …), behind every kanji only (通 学 路 への安 全 対 策 を教 えて), or around
every figure (令和 6 年 9 月 12 日): a word processor sets figures a little apart, and the PDF has a blank for it.
"""

from __future__ import annotations

import re

LINES_MIN, LINES_SHARE = 5, 0.5
"""Lines of this form, and their share of the lines with some words, from which the whole text is spaced so."""
TOKENS_MIN, SINGLES = 8, 0.8
"""Words of such a line at least, and the share of single characters among them."""
MIXED = 0.4
"""The share in a line of words of a text that is known to be spaced."""
KANJI_MIN, KANJI_SHARE = 60, 0.5
"""Kanji of a text at least, and the share of them with a single blank behind them; in an ordinary roster it is below 0.2."""
_KANJI = re.compile(r"[一-鿿]")
_KANJI_BLANK = re.compile(r"[一-鿿] (?=\S)")
_BETWEEN = re.compile(
    r"(?<=[ぁ-んァ-ヶー一-鿿々０-９、。・（）「」]) (?=[ぁ-んァ-ヶー一-鿿々０-９、。・（）「」])"
    r"|(?<=[一-鿿々]) (?=[0-9()])|(?<=[0-9()]) (?=[一-鿿々()])|(?<=\)) (?=[ぁ-んァ-ヶ])"
)
_COUNTERS = "年月日時分人名件点回校円万億歳台戸号番条か％便本冊基社割床室級階週団世"
_APART, _CLOSE = re.compile(rf"[0-9] [{_COUNTERS}]"), re.compile(rf"[0-9][{_COUNTERS}]")
FIGURES_MIN, FIGURES_SHARE = 4, 0.9
"""Figures before their unit of a text at least, and the share of them with a blank between, from which no author set it."""
_FIGURE = re.compile(
    rf"(?:(?<=[ぁ-んァ-ヶー一-鿿々、。「（]) )?(?<!^)(?<![0-9,.])([0-9][0-9,.]*) (?=[{_COUNTERS}])"
    # At the head of a line it may be the number of an item (1 日時).
    rf"|^([0-9][0-9,.]*) (?=(?:年度|[{_COUNTERS}])[ぁ-ん、。目])",
    re.MULTILINE,
)
_WORDS = re.compile(r"[ぁ-ん。]")
_WIDE = re.compile(r"[ \u3000]{2,}")
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-鿿、。]")


def unspaced(text: str) -> str:
    """The text without the blanks between its characters; wider gaps become one full-width blank."""
    if len(apart := _APART.findall(text)) >= max(
        FIGURES_MIN, FIGURES_SHARE * (len(apart) + len(_CLOSE.findall(text)))
    ):
        text = _FIGURE.sub(r"\1\2", text)
    lines = text.split("\n")
    spaced = [_is_spaced(line) for line in lines]
    worded = sum(len(line.split()) >= TOKENS_MIN or len(line) >= 2 * TOKENS_MIN for line in lines)
    if sum(spaced) < max(LINES_MIN, LINES_SHARE * worded):
        return _BETWEEN.sub("", text) if _behind_kanji(text) else text
    return "\n".join(
        _closed(line) if found or _is_short(line) or _is_mixed(line) else line
        for line, found in zip(lines, spaced, strict=True)
    )


def _behind_kanji(text: str) -> bool:
    kanji = len(_KANJI.findall(text))
    return kanji >= KANJI_MIN and len(_KANJI_BLANK.findall(text)) >= KANJI_SHARE * kanji


def _is_spaced(line: str) -> bool:
    words = line.split()
    singles = sum(len(word) == 1 for word in words)
    return len(words) >= TOKENS_MIN and singles >= SINGLES * len(words) and bool(_JAPANESE.search(line))


def _is_short(line: str) -> bool:
    """A line with few characters, all apart: 散 会."""
    words = line.split()
    return 1 < len(words) < TOKENS_MIN and all(len(word) == 1 for word in words)


def _is_mixed(line: str) -> bool:
    """A line of such a text that keeps some words whole: 以 上で ござ い ま す 。"""
    words = line.split()
    singles = sum(len(word) == 1 for word in words)
    return len(words) > 1 and singles >= MIXED * len(words) and bool(_WORDS.search(line))


def _closed(line: str) -> str:
    return "\u3000".join(re.sub(r"[ \u3000]", "", part) for part in _WIDE.split(line))
