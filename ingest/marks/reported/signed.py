"""Speakers who are named after their words: …できないか。（三島委員）"""

from __future__ import annotations

import re

from corpus.types import Speaker
from ingest.people.otherlabels import parse_government
from ingest.people.sidewords import is_asking, says_side
from ingest.people.speakers import parse_label
from ingest.text.normalize import squeeze

_SIGNED = re.compile(
    r"[（(]([^（()）]{1,24})[）)]$|[【〔［\[]([^【】〔〕［］\[\]。、]{1,16})[】〕］\]](?:\s?[（(][^（()）]{4,16}(?:回答|更新|作成)[）)])?$"
)
"""…します。（福祉課）, …します。【福祉課】（令和6年5月1日回答）."""
_TRAILED = re.compile(
    r"(?<=[。．？?])(?:\s++(?:[…‥―─－\-]{1,2}\s*+)?|[…‥―─－\-]{1,2}\s*+)([^\s。、（()）：:]{1,14})$"
)
"""…できないか。　沖委員, …できないか。…市民: behind the full stop, without a bracket."""
_CHARGED = re.compile(
    r"^(?:回答)?(?:担当|所管)(?:課|部署|部|局|室|係)?(?:\s*[：:]\s*|\s+(?=\S{2,}[部局課係室班]$))"
)
"""（担当：都市計画課）, （担当　都市計画課）: who wrote the reply."""


def signed_at_end(text: str) -> tuple[Speaker, int] | None:
    """(speaker, length of the words) where a digest names the speaker after the words: …できないか。（三島委員）"""
    found = _SIGNED.search(text) or _TRAILED.search(text)
    speaker = _signer(next(filter(None, found.groups()))) if found else None
    if not found or speaker is None or not text[: found.start()].rstrip():
        return None
    return speaker, len(text[: found.start()].rstrip())


_HEADED = re.compile(r"^\s*[（(【〔［\[]([^（()）【】〔〕［］\[\]。、]{1,24})[）)】〕］\]]\s*(?=\S)")
"""（三島委員）…できないか。"""


def named_in_cell(text: str) -> tuple[Speaker, int, int] | None:
    """(speaker, start, end of the words) where the cell of a table names who speaks before its words or after them."""
    if signed := signed_at_end(text):
        return (signed[0], 0, signed[1]) if signed[0].office else None
    headed = _HEADED.match(text)
    speaker = parse_label(headed[1]) if headed else None
    return (speaker, headed.end(), len(text)) if headed and speaker and speaker.office else None


def _signer(label: str) -> Speaker | None:
    """Whom a signature names: an office, the town, or the side alone (質問, 回答)."""
    office = _CHARGED.sub("", label)
    if says_side(office):
        return Speaker("", "", "member" if is_asking(squeeze(office)) else "executive")
    known = parse_label(office) or parse_government(office)
    if known is not None:
        return known if known.office else None
    return Speaker("", office, "executive") if office != label else None


def is_signature(text: str, bracketed: bool = True) -> bool:
    """（市民部長）: who spoke, printed behind the words and nothing else; `bracketed` False: a cell may hold it bare."""
    found = _SIGNED.match(text)
    speaker = _signer(found[1]) if found and found[1] else None if bracketed else parse_label(text)
    return speaker is not None and bool(speaker.office)
