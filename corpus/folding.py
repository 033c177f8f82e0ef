"""Text as it is compared. What is quoted is never folded; where positions must stay what they were, see `corpus.eras.fold`."""

from __future__ import annotations

import re
import unicodedata

_COMMA = re.compile(r"，(?![0-9０-９])|(?<![0-9０-９])，")
"""A wide comma that stands for 、, as official Japanese wrote it until 2022; between digits it parts thousands."""


def plain(text: str) -> str:
    """`text` in NFKC without white space: what patterns are matched against (日　時 = 日時, １２ 人 = 12人, また，= また、)."""
    return "".join(unicodedata.normalize("NFKC", _COMMA.sub("、", text) if "，" in text else text).split())


def folded(text: str) -> str:
    """`plain`, without difference of case: how names, labels and words to search for are compared (Ｎｏ． = no.)."""
    return plain(text).casefold()
