"""What a statement is about where its quote does not say: 「できるだけ早くお示しします」 tells nothing of the matter, the sentences before it do."""

from __future__ import annotations

import re

from corpus.patterns import any_of
from corpus.sentences import sentences

NEAR = 200
"""Characters before a statement whose whole sentences lead up to it."""

FAR = 400
"""Characters before it in which the theme is looked for: a reply names it and then explains for a while."""

HEAD = 60
"""Characters before the mark that name the theme; what is further off is what the member said of it."""

_THEME = re.compile(
    any_of(
        # 「除雪についての御質問」「除雪についてお答えいたします」
        r"について(?:の)?(?:です|で(?:あり|ござい)ます|では|は|、|[おご御]?(?:質問|質疑|尋ね)|お答え"
        r"|[ご御]?(?:説明|報告|答弁)|申し上げ)",
        # 「除雪につきまして」「除雪に関するお尋ね」
        *r"につきまして に関しま?して に関する[おご御]?(?:質問|質疑|尋ね|こと) の件(?:です|で|に)".split(),
        *r"の[おご御](?:質問|質疑|尋ね) という[おご御](?:質問|質疑|尋ね)".split(),
    )
)
"""By what a reply announces its theme: 「公園北側の改修の工期についてでございますが」, 「防災端末につきましては」."""


def leading_up(text: str, start: int) -> str:
    """The whole sentences of the turn `text` that stand right before `start`."""
    begin = max(0, start - NEAR)
    spans = sentences(text[begin:start])
    if begin:
        spans = spans[1:]  # cut off in its middle
    return text[begin + spans[0][0] : start] if spans else ""


def theme(text: str, start: int, end: int) -> str:
    """What the statement `[start, end)` of the turn `text` is said about: what was announced last; empty where nothing was."""
    begin = max(0, start - FAR)
    spans = sentences(text[begin:end])
    for first, last in reversed(spans[1:] if begin else spans):
        said = text[begin + first : begin + last]
        mark = _THEME.search(said)
        if mark and mark.start() > 3:
            return said[: mark.start()][-HEAD:]
    return ""
