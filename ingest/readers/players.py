"""What a page offers beside its words, and nobody said: buttons that play a recording from a speech on (動画 02:15 再生, ▶ 1:02:15), links
that edit a section, questions to the reader of the page."""

from __future__ import annotations

import re
from typing import Any

_PLAYS = re.compile(
    r"[\s▶►⏵📺🎥]*(?:動画|映像|録画|音声)?\s*(?:[0-9]{1,3}:)?[0-9]{1,2}:[0-9]{2}\s*(?:から)?\s*(?:再生|視聴|頭出し|見る)?\s*"
)
_AT = re.compile(r"[?&#]t=[0-9hms]+")
_LINK = re.compile(r"<a\b([^<>]*)>((?:<(?!/a\b)[^<>]*>)*)([^<>]{1,40})</a\s*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"\[([^\[\]]{1,40})\]\(https?://[^()\s]{1,200}\)")
_INLINE = re.compile(r"</?(?:a|svg|rect|polygon|path|g|span|b|i|u|font|small|mark)\b[^<>]*>", re.IGNORECASE)


def is_player(element: Any) -> bool:
    """Whether an element of a page is such a button: a link to a moment of a recording that says no more than the time."""
    if element.tag != "a":
        return False
    times = element.get("data-timestamp") or _AT.search(element.get("href") or "")
    return bool(times) and _PLAYS.fullmatch("".join(element.itertext())) is not None


POLL_MAX = 300
"""Characters of a form that asks about the page; some sites put the whole page into one."""


def is_poll(element: Any) -> bool:
    """Whether an element asks what its reader thinks of the page: 役に立った, 役に立たなかった, one of which he picks."""
    return (
        element.tag == "form"
        and element.find(".//input[@type='radio']") is not None
        and len("".join(element.itertext())) <= POLL_MAX
    )


def is_edit_link(element: Any) -> bool:
    """Whether an element is what a wiki puts behind its headings: [編集]."""
    return "mw-editsection" in (element.get("class") or "").split()


_UNSEEN = frozenset(["visually-hidden", "sr-only", "screen-reader-text"])


def is_unseen(element: Any) -> bool:
    """Whether an element is read aloud to who cannot see the page, and not shown: 発言者： before a name."""
    return not _UNSEEN.isdisjoint((element.get("class") or "").split())


def opens_heading(element: Any) -> bool:
    """Whether an element is a button that is all of a heading, and folds what stands below: the heading's words are in it."""
    above = element.getparent()
    return element.tag == "button" and above is not None and above.tag in ("h2", "h3", "h4", "h5", "h6", "dt")


def without_players(text: str) -> str:
    """Markdown without such buttons, and without the tags of the words around them."""

    def kept(match: re.Match[str]) -> str:
        times = "data-timestamp" in match[1] or _AT.search(match[1])
        return "" if times and _PLAYS.fullmatch(match[3]) else match[3]

    def linked(match: re.Match[str]) -> str:
        return "" if _AT.search(match[0]) and _PLAYS.fullmatch(match[1]) else match[0]

    return _INLINE.sub("", _LINK.sub(kept, _MARKDOWN.sub(linked, text)))
