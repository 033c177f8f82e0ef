"""Speakers who are named after their words: …できないか。（三島委員）"""

from __future__ import annotations

import re

from corpus.types import Speaker
from ingest.speakers import parse_label

_SIGNED = re.compile(r"[（(]([^（()）]{2,24})[）)]$")
_CHARGED = re.compile(r"^(?:回答)?(?:担当|所管)(?:課|部署|部|局|室|係)?[\s\u3000]*[：:][\s\u3000]*")
"""（担当：都市計画課）: who wrote the reply."""


def signed_at_end(text: str) -> tuple[Speaker, int] | None:
    """(speaker, length of the words) where a digest names the speaker after the words: …できないか。（三島委員）"""
    found = _SIGNED.search(text)
    speaker = _signer(found[1]) if found else None
    if not found or speaker is None or not speaker.office or not text[: found.start()].rstrip():
        return None
    return speaker, len(text[: found.start()].rstrip())


def _signer(label: str) -> Speaker | None:
    office = _CHARGED.sub("", label)
    known = parse_label(office)
    return known or (Speaker("", office, "executive") if office != label else None)


def is_signature(text: str, bracketed: bool = True) -> bool:
    """（市民部長）: who spoke, printed behind the words and nothing else; `bracketed` False: a cell may hold it bare."""
    found = _SIGNED.match(text)
    speaker = _signer(found[1]) if found else None if bracketed else parse_label(text)
    return speaker is not None and bool(speaker.office)
