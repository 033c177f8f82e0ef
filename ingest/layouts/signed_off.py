"""Who replies, by what stands behind the words of a reply's cell: whom to ask about it, or the department that signs it."""

from __future__ import annotations

import re

from ingest.people.offices import is_house, is_office
from ingest.text.normalize import squeeze

_CONTACT = re.compile(
    r"(?:\n|(?<=[。．）)])\s)\s{0,9}+[●◎■◆○〇・※]?\s?[【〔［\[（(]?(?:お?問い?合わ?せ先?|(?:担当|所管)(?:課|部署|部局|部|局)?)[】〕］\]）)]?"
    r"[\s：:]{0,9}+(?P<office>[^\n。、（()）：:]{2,30}?)\s{0,9}+(?:[（(]?(?:電話|内線|直通|TEL|ＴＥＬ|Tel|℡|☎)[^。]{0,60})?$"
)
"""●お問い合わせ, below it 土木課 工事係 (TEL 12-3456): the last lines of a reply's cell, whom to ask about it."""
_SIGNED = re.compile(
    r"(?:(?<=[。．])|\n)\s{0,9}+[【〔［\[（(]\s?(?:(?:担当|所管|回答)(?:課|部署|部局)?\s?[：:]\s?)?"
    r"(?P<office>[^\s【】〔〕［］\[\]（()）。、：:]{2,24})\s?[】〕］\]）)]\s{0,9}+$"
)
"""…を追記しました。【土木課】: a department in brackets behind the last sentence, or on a line below it."""


def contact_below(text: str, start: int) -> tuple[int, str]:
    """(where the words of a reply end, the department that the lines below them name for questions); "" where they name none."""
    found = _CONTACT.search(text, start)
    office = re.sub(r"\s+", " ", found["office"].strip()) if found else ""
    return (found.start(), office) if found and is_office(squeeze(office)) else (len(text), "")


def signed_behind(text: str) -> tuple[int, str]:
    """(where the words of a reply end, the department in brackets behind them); "" where none signs.

    >>> signed_behind("来年度に増やします。【土木課】"), signed_behind("来年度に増やします。（別表）")
    ((10, '土木課'), (14, ''))
    """
    found = _SIGNED.search(text)
    named = found is not None and (is_office(found["office"]) or is_house(found["office"]))
    return (found.start(), found["office"]) if found and named else (len(text), "")
