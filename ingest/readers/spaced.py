"""Text in which the extraction set a blank behind every character (議 長（ 川 辺 守 君 ） た だ い ま …): the blanks are no words."""

from __future__ import annotations

import re

LINES_MIN, LINES_SHARE = 5, 0.5
"""Lines of this form, and their share of the lines with some words, from which the whole text is spaced so."""
TOKENS_MIN, SINGLES = 8, 0.8
"""Words of such a line at least, and the share of single characters among them."""
MIXED = 0.4
"""The share in a line of words of a text that is known to be spaced."""
_WORDS = re.compile(r"[ぁ-ん。]")
_WIDE = re.compile(r"[ \u3000]{2,}")
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-鿿、。]")


def unspaced(text: str) -> str:
    """The text without the blanks between its characters; wider gaps become one full-width blank."""
    lines = text.split("\n")
    spaced = [_is_spaced(line) for line in lines]
    worded = sum(len(line.split()) >= TOKENS_MIN or len(line) >= 2 * TOKENS_MIN for line in lines)
    if sum(spaced) < max(LINES_MIN, LINES_SHARE * worded):
        return text
    return "\n".join(
        _closed(line) if found or _is_short(line) or _is_mixed(line) else line
        for line, found in zip(lines, spaced, strict=True)
    )


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
