"""Sentences of Japanese text with their places, so that a quote can be cut letter for letter."""

from __future__ import annotations

import re

from corpus.spans import Span

_END = re.compile(
    r"""
    (?:(?!(?<=[0-9０-９])．[0-9０-９])[。．！？]  # sentence end (not the point of ７．３％)
      | (?!(?<=[A-Za-z0-9])![^\s」』）)】〕”"!?。])!(?!\[)  # not of a name (Yahoo!ニュース), nor before a picture in Markdown
      | (?!(?<=[A-Za-z0-9/.=&%~_-])\?[A-Za-z0-9])\?  # not inside an address
    )+[」』）)】〕”"]*  # with brackets that close after it
    | \n+                              # a line of its own (heading, list item)
    | \t+                              # a cell of a row; see `_marks_item`
    | [ \u3000](?=[・○●■◆①-⑳])        # list items in a table cell, divided by a blank only
    """,
    re.VERBOSE,
)
LONGEST, PIECE = 1000, 300
"""Characters of a sentence that is still quoted whole, and of a piece of a longer one. Of 294,000 sentences of council speech three were
longer: lists of names. A form without a full stop, or a broken file, may run on for 50,000."""

_MARK = re.compile(
    r"[ \u3000]*(?:[・○●■◆◇□※①-⑳*\-－]|[（(][0-9０-９一二三四五六七八九十ア-ンa-z]{1,3}[)）]|[0-9０-９ア-ンA-Za-z]{1,3}[.．、)）])[ \u3000]*\t"
)
"""The mark of a list item, which a word processor parts from its words by a tab."""

_ENDS, _ITEMS = '\n\t。．！？!?」』）)】〕”"', "・○●■◆①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_PAUSE = re.compile(r"[、，；;]|(?<=[^\s])[ \u3000]")
_OPEN, _CLOSE = "「『（(【〔", "」』）)】〕"


def sentences(text: str) -> tuple[Span, ...]:
    """Half-open spans of the sentences of `text`, without the white space around them.

    A full stop inside 「…」 or （…） does not end a sentence as long as the bracket closes within the same line; list items
    (・…) and lines count as sentences of their own, and so do the cells of a row: the tab between them stands in no table of a
    spreadsheet or page, so that what goes across it could not be found there. Empty for blank text.
    """
    out: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match.group()[0] == "\t" and _marks_item(text, start, match):
            continue
        if match.group()[0] not in "\n\t \u3000" and _goes_on(text, start, match):
            continue
        _append(out, text, start, match.end())
        start = match.end()
    _append(out, text, start, len(text))
    return tuple(out)


def quotable(text: str) -> tuple[Span, ...]:
    """The same, for who quotes them: one of more than `LONGEST` characters comes in pieces."""
    return tuple(piece for start, end in sentences(text) for piece in _pieces(text, start, end))


def torn(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether `[start, end)` of `text` begins after, and ends before, the sentence does: … is to stand there, not for a mere full stop."""
    before, behind = text[:start].rstrip(" \u3000"), text[end:].lstrip(" \u3000")
    return (
        bool(before) and before[-1] not in _ENDS and text[start : start + 1] not in _ITEMS,
        bool(behind) and text[end - 1] not in _ENDS and behind[0] not in _ITEMS + "\n\t。．！？!?",
    )


ROW = 120
"""Characters of a row of cells (a name, a vote; an item, a sum) up to which it is weighed as a whole: one cell alone says nothing."""


def with_rows(text: str) -> tuple[Span, ...]:
    """What `quotable` finds, the cells of a short row taken together: what is weighed. It is quoted cell by cell (`in_cells`)."""
    out: list[Span] = []
    for start, end in quotable(text):
        row = out and "\t" in text[out[-1][1] : start] and "\n" not in text[out[-1][1] : start]
        if row and end - out[-1][0] <= ROW and _row_length(text, start) <= ROW:
            out[-1] = out[-1][0], end
        else:
            out.append((start, end))
    return tuple(out)


def in_cells(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The parts of `[start, end)` of `text`, which are whole sentences, cut wherever a cell ends and the next begins."""
    if "\t" not in text:  # speech: a turn of an hour is not cut into sentences again for each quotation
        return ((start, end),)
    out: list[Span] = []
    for left, right in sentences(text):
        a, b = max(left, start), min(right, end)
        if a < b and out and not _parted(text, out[-1][1], a):
            out[-1] = out[-1][0], b
        elif a < b:
            out.append((a, b))
    return tuple(out)


def _parted(text: str, end: int, start: int) -> bool:
    """Whether `end` of one sentence and `start` of the next lie in two cells: a tab stands between them, or the end of a row."""
    between = text[end:start]
    return "\t" in between or ("\n" in between and (_is_row(text, end) or _is_row(text, start)))


def _row_length(text: str, place: int) -> int:
    """Characters of the line of `place`."""
    end = text.find("\n", place)
    return (end if end >= 0 else len(text)) - text.rfind("\n", 0, place) - 1


def _is_row(text: str, place: int) -> bool:
    """Whether the line of `place` is a row of cells."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    line = text[start : end if end >= 0 else len(text)].strip("\n")
    return line.count("\t") > (_MARK.match(line) is not None)


def _marks_item(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a tab only stands between the mark of a list item and its words, in a line that has no other."""
    heads = start == 0 or text[start - 1] == "\n"
    return heads and _MARK.fullmatch(text, start, match.end()) is not None and not _is_row(text, start)


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """A sentence as it is; one of more than `LONGEST` characters cut behind the last pause within every `PIECE`."""
    if end - start <= LONGEST:
        return [(start, end)]
    out: list[Span] = []
    while end - start > PIECE:
        pauses = [pause.end() for pause in _PAUSE.finditer(text, start, start + PIECE)]
        cut = pauses[-1] if pauses else start + PIECE
        _append(out, text, start, cut)
        start = cut
    _append(out, text, start, end)
    return out


_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|No))(?<!\b(?:Mrs|e\.g|i\.e|etc))[.!?][\"”’')]*\s+(?=[\"“‘'(]?[A-Z0-9])"
)
"""The end of an English sentence: not behind an initial or abbreviation, and what follows begins one."""


def english_sentences(text: str) -> tuple[Span, ...]:
    """Half-open spans of the sentences of English `text`; lines count as sentences of their own, as in `sentences`."""
    out: list[Span] = []
    for left, right in sentences(text):
        start = left
        for match in _STOP.finditer(text, left, right):
            _append(out, text, start, match.end())
            start = match.end()
        _append(out, text, start, right)
    return tuple(out)


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """True for a full stop inside brackets: of a quotation that the sentence goes on after, or one still open."""
    end = match.end()
    if match.group()[-1] in _CLOSE and text[start] not in _OPEN:
        return end < len(text) and not text[end].isspace() and text[end] not in _OPEN
    return _leaves_open(text, start, end)


def _leaves_open(text: str, start: int, end: int) -> bool:
    """True when the stretch leaves a bracket open that closes before the line ends."""
    depth = 0
    for char in text[start:end]:
        depth += (char in _OPEN) - (char in _CLOSE)
    if depth <= 0:
        return False
    rest = re.split(r"[\n\t]", text[end : end + 200], maxsplit=1)[0]
    return any(char in _CLOSE for char in rest)


def _append(out: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        out.append((start, end))
