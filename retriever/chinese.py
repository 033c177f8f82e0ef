"""Chinese questions in Japanese words: most characters are shared, many words are not (社交媒体, SNS), and grammar is none of the matter.

1. The longest word of `data/chinese_terms.txt` that stands at a place is put in Japanese, or left out where it only asks or joins;
2. what is left is written with the characters that Japanese uses (`retriever.scope.japanese_forms`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from retriever.languages import unquoted
from retriever.scope import japanese_forms, simplified
from retriever.sides_foreign import in_chinese


def chinese_in_japanese(question: str) -> str:
    """A Chinese question as Japanese words with blanks between; any other as it is.

    >>> chinese_in_japanese("青山市为什么引入无现金支付？")
    '青山市 なぜ 導入 キャッシュレス ？'
    """
    if not in_chinese(unquoted(question, "“「『", "”」』")):
        return question
    out: list[str] = []
    done = 0
    text = simplified(question)
    for word in _words().finditer(text):
        out += [japanese_forms(text[done : word.start()]), chinese_terms()[word[0]]]
        done = word.end()
    return " ".join(filter(None, (*out, japanese_forms(text[done:]))))


@lru_cache(maxsize=1)
def chinese_terms() -> Mapping[str, str]:
    """Chinese words in simplified characters → what records call them; empty for words of grammar."""
    lines = (files("retriever") / "data" / "chinese_terms.txt").read_text("utf-8").splitlines()
    pairs = (line.split(",") for line in lines if line and not line.startswith("#"))
    return dict(pairs)


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    return re.compile("|".join(sorted(chinese_terms(), key=len, reverse=True)))
