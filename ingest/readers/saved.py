"""A page that a browser saved with its pictures in one file (.mht, .mhtml): a letter in MIME whose first part in HTML is the page."""

from __future__ import annotations

import email
import re

MARK = re.compile(
    rb"\A\s*(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n){0,20}){0,20}?Content-Type:\s*multipart/related\b",
    re.IGNORECASE,
)
"""The head of such a file: lines of a name and a value down to its kind."""


def page_of(data: bytes) -> tuple[bytes, str]:
    """(the page, the address from which it was saved); no bytes where there is none."""
    letter = email.message_from_bytes(data)
    for part in letter.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            url = str(part.get("Content-Location") or letter.get("Snapshot-Content-Location") or "")
            return (page if isinstance(page, bytes) else b""), url if url.startswith("http") else ""
    return b"", ""
