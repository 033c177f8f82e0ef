"""What only formats the words of a line (tags, emphasis, the addresses of links) told from the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.patterns import any_of
from corpus.spans import Span, Spans

if TYPE_CHECKING:
    from ingest.text.lines import Line

_FORMATS = (
    "abbr|address|article|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|figcaption|figure|font"
    "|footer|h[1-6]|header|hr|i|ins|kbd|label|li|main|mark|nav|nobr|ol|p|pre|q|rb|rp|rt|rtc|ruby|s|samp|section|small|span|strike"
    "|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|wbr|a"
)
"""Tags that only format the words between them. Any other (a script, an image, 〈DX推進室〉 in ASCII brackets) is text of the record."""
HTML_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
"""Any tag at all: what is left of a page in a text that is none."""
_TARGET = r"\](?:\((?:https?:|mailto:|tel:|[#/.?])[^()\s]*\)|\([\w%~/-]+(?:\.[\w%~/-]+)+(?:[?#][^()\s]*)?\))"
"""The target of a link in Markdown: an address. 「[資料1](別紙)」 is none, and a script is shown as it stands."""
_INLINE = re.compile(
    any_of(
        # an image: ![…](…)
        r"(?P<image>!\[[^\[\]\n]{1,300}\]\([^()\s]*\))",
        # a tag, of those that only format, without script
        rf"</?(?:{_FORMATS})(?=[\s/>])(?![^<>]*(?:script:|\bon[a-z]+\s*=))[^<>]*>",
        # a comment
        r"<!--(?:(?!<!--|-->).)*+-->",
        # a link, its target
        rf"!?\[(?=[^\[\]\n]{{0,300}}{_TARGET})",
        rf"{_TARGET}",
        # bold: **…**, __…__
        *r"\*\* (?<=[^\w])__ __(?=\W)".split(),
    ),
    re.IGNORECASE,
)
_ACTIVE = re.compile(r"script:|\bon[a-z]+\s*=", re.IGNORECASE)
_FORMAT = re.compile(rf"<(/?)({_FORMATS})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_QUOTE = re.compile(r">+[ \u3000]+")
"""> before each line of a quotation in Markdown."""


def visible(line: Line, start: int | None = None) -> Spans:
    """The spans of a line's words from `start` on: tags, link targets and emphasis marks left out."""
    begin = line.start if start is None else max(start, line.start)
    if begin == line.start and (quoted := _QUOTE.match(line.text)):
        begin += quoted.end()
    if "<" not in line.text and "](" not in line.text and "**" not in line.text:
        return ((begin, line.end),) if begin < line.end else ()
    base = line.start
    out: list[Span] = []
    kept = _closing_kept(line.text)
    for match in _INLINE.finditer(line.text, begin - base):
        if match["image"] or match.start() in kept:  # no formatting: shown as it stands
            continue
        if base + match.start() > begin:
            out.append((begin, base + match.start()))
        begin = base + match.end()
    if begin < line.end:
        out.append((begin, line.end))
    return tuple(out)


def _closing_kept(text: str) -> set[int]:
    """Where the closing tags stand of those that do more than format, and are shown as they stand."""
    if not _ACTIVE.search(text):
        return set()
    kept: set[int] = set()
    opened: dict[str, list[bool]] = {}
    for match in _FORMAT.finditer(text):
        same = opened.setdefault(match[2].lower(), [])
        if not match[1]:
            same.append(_ACTIVE.search(match.group()) is not None)
        elif same and same.pop():
            kept.add(match.start())
    return kept
