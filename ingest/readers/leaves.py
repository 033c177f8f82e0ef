"""JSON that holds no speeches (votes, 通告, the words of one person): its texts, one a line, as plain text.

Only where the texts are about a council. A dump of settings stays refused. A key in Japanese that names a list or an object of texts
(「氏名」 over what was said) is a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ingest.readers.spaced import unspaced
from ingest.types import Document

LEAST = 40
"""Characters of Japanese text below which a tree is no document."""
_COUNCIL = re.compile(r"議案|議会|委員会|会議|定例会|質問|答弁|質疑|討論|条例|予算|[市町村]長|[市町村]民")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_ADDRESS = re.compile(r"https?://\S+")


def read_leaves(raw: Any, name: str) -> Document | None:
    """The texts of a tree as one document; None where they are no text about a council."""
    text = "\n".join(_leaves(raw))
    if len(_JAPANESE.findall(text)) < LEAST or not _COUNCIL.search(text):
        return None
    return Document(unspaced(text.replace("\x00", "") + "\n"), "application/json", name)


def _leaves(raw: Any) -> Iterator[str]:
    if isinstance(raw, str):
        words = raw.strip()
        if _JAPANESE.search(words) and not _ADDRESS.fullmatch(words):
            yield words
    elif isinstance(raw, list):
        for value in raw:
            yield from _leaves(value)
    elif isinstance(raw, dict):
        for key, value in raw.items():
            if isinstance(value, (list, dict)) and _JAPANESE.search(key):
                yield key
            yield from _leaves(value)
