"""Numbers in digits, in kanji, or in both (1億2,000万, 百四十, 二〇二四, 元), by their value."""

from __future__ import annotations

KANJI_DIGITS = "〇一二三四五六七八九"
"""The digits 0 to 9 in kanji."""

DIGITS = {kanji: digit for digit, kanji in enumerate(KANJI_DIGITS)} | {"零": 0, "元": 1}
"""The numerals that stand for one digit; 元 is the first year of an era."""

SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
"""What multiplies what stands before it: `SMALL` within a group of four digits, `LARGE` the group."""


def value_of(text: str) -> float | None:
    """The value of a number without blanks, in half-width digits where it has digits; None where it is none.

    >>> value_of("1億2,000万"), value_of("百四十"), value_of("二〇二四"), value_of("13.6"), value_of("三十か")
    (120000000.0, 140.0, 2024.0, 13.6, None)
    """
    total = section = 0.0
    held = ""  # digits since the last multiplier
    for char in text.replace(",", ""):
        if char in SMALL or char in LARGE:
            value = float(held) if held not in ("", ".") else None
            held = ""
            if char in SMALL:
                section += (1.0 if value is None else value) * SMALL[char]
            else:
                total += (section + (value or 0.0) or 1.0) * LARGE[char]
                section = 0.0
        elif char in DIGITS:
            held += str(DIGITS[char])
        elif "0" <= char <= "9" or (char == "." and "." not in held):
            held += char
        else:
            return None
    return total + section + (float(held) if held not in ("", ".") else 0.0)
