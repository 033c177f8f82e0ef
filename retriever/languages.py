"""In which language a question is written."""

from __future__ import annotations

import re


def unquoted(text: str, opening: str, closing: str) -> str:
    """What stands outside marks. Behind the last that closes nothing is sought: for each of 50,000 that open, all the rest would be."""
    end = max(map(text.rfind, closing)) + 1
    return re.sub(f"[{opening}][^{closing}]*[{closing}]", "", text[:end]) + text[end:]


def is_english(text: str) -> bool:
    """True for a question in a language written in Latin letters (quoted Japanese names aside)."""
    latin = len(re.findall(r"[A-Za-z]", text))
    return (
        latin > 2 * len(re.findall(r"[ぁ-ヺ一-鿿가-힣]", text))
        and len(re.findall(r"[A-Za-z]{2,}", text)) >= 3
    )


def is_japanese(text: str) -> bool:
    """True where kana stand outside quotation marks and brackets, or there is nothing but kanji without Chinese wording."""
    bare = unquoted(text, "「『“\"'(（", "」』”\"')）")
    if is_english(text):
        return False
    if re.search(r"[ぁ-ゖ]", bare):
        return True
    return bool(re.search(r"[一-鿿ァ-ヺ]", bare)) and not re.search(
        r"[가-힣]|[的吗嗎呢哪谁么麼]|什[么麼]|是否|由", bare
    )
