"""JSON that holds no speeches (votes, 通告, the words of one person): its texts, one a line, as plain text.

Only where the texts are about a council. A dump of settings stays refused. A key in Japanese that names a list or an object of texts
(「氏名」 over what was said) is a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ingest.readers.jsonl import unmarked, with_plain_names
from ingest.readers.spaced import unspaced
from ingest.readers.unnamed import JAPANESE, is_about_council, plain_table
from ingest.types import Document

_ADDRESS = re.compile(r"https?://\S+")


def read_leaves(raw: Any, name: str) -> Document | None:
    """The texts of a tree as one document; None where they are no text about a council."""
    text = "\n".join(_leaves(raw))
    if not is_about_council(text):
        return None
    if table := plain_table(with_plain_names(raw), name, "application/json"):
        return table  # a list of votes or people: its columns keep apart what its lines would mix
    return Document(unspaced(text.replace("\x00", "") + "\n"), "application/json", name)


def _leaves(raw: Any) -> Iterator[str]:
    if isinstance(raw, str):
        words = unmarked(raw).strip()
        if JAPANESE.search(words) and not _ADDRESS.fullmatch(words):
            yield words
    elif isinstance(raw, list):
        for value in raw:
            yield from _leaves(value)
    elif isinstance(raw, dict):
        for key, value in raw.items():
            if isinstance(value, (list, dict)) and JAPANESE.search(key):
                yield key
            yield from _leaves(value)
