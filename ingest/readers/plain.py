"""Plain text and Markdown."""

from __future__ import annotations

import re

from ingest.readers import folded
from ingest.readers.aligned import aligned_tables
from ingest.readers.balloons import in_markdown
from ingest.readers.linked import unlinked
from ingest.readers.players import without_players
from ingest.readers.spaced import unspaced
from ingest.readers.stacked import stacked_tables
from ingest.readers.texttable import tables_from_text
from ingest.readers.woven import REORDERED, unwoven
from ingest.text.formatting import HTML_TAG
from ingest.text.normalize import lines_of
from ingest.types import Document

_HEADING = re.compile(r"^(#{1,6})\s+\S")
_SCRIPT = re.compile(r"<(script|style|button)\b[^<]*+(?:<(?!/?\1\b)[^<]*+)*+</\1\s*>", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_SOURCE = re.compile(r"(?:引用元|出典|掲載元|原文|URL|ＵＲＬ)[^\n]{0,60}\n?\s{0,20}(https?://\S+)")


def stated_url(text: str) -> str:
    """The public address that a text itself gives as its origin (引用元, 出典); empty where it gives none."""
    match = _SOURCE.search(text)
    return match[1] if match else ""


def read_text(text: str, name: str) -> Document:
    """Text as it is, its columns one below the other; its runs of tabbed lines are tables."""
    printed = unlinked(unspaced(text.replace("\x00", "")))
    text = unwoven(printed)
    return Document(
        text,
        "text/plain",
        name,
        pages=_pages(text),
        tables=tables_from_text(text) or aligned_tables(text) or stacked_tables(text),
        url=stated_url(text),
        warnings=(REORDERED,) if text != printed else (),
    )


PAGES_MIN = 2
"""Form feeds from which they part the pages of a print; one may stand anywhere."""


def _pages(text: str) -> tuple[tuple[int, int], ...]:
    """(offset, number) of the pages where a program that took the text out of a PDF put a form feed between them."""
    begin, end = len(text) - len(text.lstrip()), len(text.rstrip())
    starts = [found.end() for found in re.finditer("\f", text) if begin < found.end() < end]
    return (
        tuple((start, number) for number, start in enumerate([0, *starts], 1))
        if len(starts) >= PAGES_MIN
        else ()
    )


def read_markdown(text: str, name: str) -> Document:
    """Markdown as it is, its headings marked; speech balloons in HTML become a line 【speaker】 and the words, folds their words."""
    text = without_players(text)
    named = in_markdown(_SCRIPT.sub("", text))
    if named is not None:
        text = _LINK.sub(r"\1", HTML_TAG.sub("", named))
    text, folds = folded.in_markdown(text)
    headings = []
    for start, end in lines_of(text):
        if match := _HEADING.match(text[start:end]):
            headings.append(((start + match.end() - 1, end), len(match[1])))
    title = text[slice(*headings[0][0])] if headings and headings[0][1] == 1 else ""
    return Document(
        text,
        "text/markdown",
        name,
        tables=tables_from_text(text),
        headings=tuple(headings),
        title=title,
        url=stated_url(text),
        folds=folds,
    )
