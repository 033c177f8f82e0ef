"""The text of a turn as the rules read it: of single width, what is quoted covered; place for place."""

from __future__ import annotations

_OPEN, _CLOSE = "「『(【〔", "」』)】〕"

_SINGLE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Wide letters, digits and signs, and what they are in single width."""


def single(text: str) -> str:
    """The text with wide letters and digits made single, character for character."""
    return text.translate(_SINGLE)


def mask(text: str) -> str:
    """The text with what is in brackets replaced, so that what is quoted promises nothing; same length.

    A bracket that is not closed opens nothing.
    """
    last = max((text.rfind(close) for close in _CLOSE), default=-1)
    if last < 0 or not any(char in text for char in _OPEN):
        return text  # most sentences
    out, depth = [], 0
    for place, char in enumerate(text):
        if char in _OPEN and place < last:
            depth += 1
            out.append("〓")
        elif char in _CLOSE and depth:
            depth -= 1
            out.append("〓")
        else:
            out.append("〓" if depth else char)
    return "".join(out)
