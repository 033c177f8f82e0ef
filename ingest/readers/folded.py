"""Questions that a page, or Markdown, folds their answers under: <details><summary>…</summary>…</details>, lists of <dt> and <dd>, classes (faq-q, answer)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.spans import Span
from ingest.text.formatting import HTML_TAG

_ASKS, _ANSWERS = ("summary", "dt"), ("details", "dd")
_BLOCKS = ("p", "div", "li", "section")
_CLASS = re.compile(
    r"(?:^|[\s_-])(?:(?P<asks>q|question)|(?P<answers>a|answer))(?:[_-]?(?:text|body|box))?(?:$|\s)",
    re.IGNORECASE,
)
"""Classes of a paragraph or box that holds a question, or its answer."""


def part(tag: str, classes: str) -> str:
    """The element that one of this tag and these classes stands for: dt, dd, or itself."""
    found = _CLASS.search(classes) if tag in _BLOCKS else None
    return tag if found is None else "dt" if found["asks"] else "dd"


@dataclass(slots=True)
class Folds:
    """What was folded so far, told by the elements that open and close; offsets into the text that is written."""

    found: list[tuple[Span, Span]] = field(default_factory=list)
    """(question, answer) each; several <dd> below one <dt> are one answer."""
    start: int = 0
    question: Span | None = None

    def open(self, tag: str, length: int) -> None:
        """An element begins where `length` characters are written."""
        if tag in _ASKS:
            self.start = length
        if tag == "details":
            self.question = None

    def close(self, tag: str, length: int) -> None:
        """An element ends."""
        if tag in _ASKS:
            self.question = (self.start, length)
        elif tag in _ANSWERS and self.question and length > self.question[1]:
            fold = self.question, (self.question[1], length)
            if self.found and self.found[-1][0] == self.question:
                self.found.pop()
            self.found.append(fold)


_FOLD = re.compile(
    r"<details\b[^<>]*+>\s*+<summary\b[^<>]*+>((?:(?!</?(?:summary|details)\b)[\s\S])*+)</summary>"
    r"((?:(?!</?(?:summary|details)\b)[\s\S])*+)</details>",
    re.IGNORECASE,
)


def in_markdown(text: str) -> tuple[str, tuple[tuple[Span, Span], ...]]:
    """Markdown without the tags of its folds, and (question, answer) of each; the text as it is where nothing is folded."""
    out, folds, last, length = [], [], 0, 0
    for found in _FOLD.finditer(text):
        before = text[last : found.start()]
        question, answer = (HTML_TAG.sub("", found[k]).strip() for k in (1, 2))
        last = found.end()
        out += [before, f"{question}\n\n{answer}\n"]
        length += len(before)
        if question and answer:
            asked = length, length + len(question)
            folds.append((asked, (asked[1] + 2, asked[1] + 2 + len(answer))))
        length += len(out[-1])
    return "".join((*out, text[last:])), tuple(folds)
