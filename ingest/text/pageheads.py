"""The number of the page, glued to the first words of a page that came as one line: 2-16ので、その辺を…"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.text.lines import Line

_HEAD = re.compile(r"(?P<day>[0-9]{1,3})[-－‐](?P<page>[0-9]{1,4})\s*(?![0-9\-－‐\s])")
"""Figures of half width only: 2-9１番（… is page 9 and the member of seat 1."""

PAGES_MIN = 3
"""Such pages from which it is no item 2-1 of a text."""
PAGE_CHARACTERS = 200
"""Characters of a line from which it may be a page."""


def without_page_heads(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, without the numbers of the day and its page that rise from one long line to the next."""
    found = [
        (index, head)
        for index, line in enumerate(lines)
        if len(line.text) >= PAGE_CHARACTERS and (head := _HEAD.match(line.text))
    ]
    pages = [int(head["page"]) for _, head in found]
    rises = all(a < b for a, b in pairwise(pages))
    if len(found) < PAGES_MIN or not rises or len({head["day"] for _, head in found}) > 1:
        return tuple(lines)
    out = list(lines)
    for index, head in found:
        line = lines[index]
        out[index] = replace(line, text=line.text[head.end() :], start=line.start + head.end())
    return tuple(out)
