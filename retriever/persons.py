"""Members whom a question names (山根議員, 磯野直議員の一般質問): by them the one exchange is told from those of others.

A name counts where it stands right before 議員 or 委員 (氏 is also a slip for 市); 民生委員 and 女性議員 are none. Heads of offices are asked for by their
office (see `retriever.offices`): whoever holds it speaks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from retriever.spelling import prepared
from retriever.tokenize import Word

_TITLE = re.compile(r"(?:副?議長|副?委員長|副?会長|議員|委員)(?![会団長])")

LONGEST = 3
"""Words of a name: 姓, 名, and what the dictionary cuts a rare one into."""

LEAST = 2
"""Characters of a name."""


def named_members(text: str, words: Sequence[Word]) -> tuple[str, ...]:
    """The names that stand before 議員, 委員 …, as written (`retriever.spelling.prepared`), in order.

    Args:
        text: the question.
        words: its words, in order.
    """
    plain = prepared(text)
    names = [prepared(word.surface) for word in words if word.kind == "name"]
    found: dict[str, None] = {}
    for title in _TITLE.finditer(plain):
        rest, taken = plain[: title.start()], ""
        for _ in range(LONGEST):
            last = next((name for name in names if name and rest.endswith(name)), "")
            if not last:
                break
            rest, taken = rest[: -len(last)], last + taken
        if len(taken) >= LEAST:
            found[taken] = None
    return tuple(found)


def is_named(speaker: str, names: Iterable[str]) -> bool:
    """Whether a speaker's name, as the record has it, is one of `names`: by the whole name or the surname."""
    plain = re.sub(r"\s", "", prepared(speaker))
    return any(plain.startswith(name) or plain.endswith(name) for name in names) if plain else False
