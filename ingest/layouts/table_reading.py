"""All opinion tables of a document: the text between them, tables that a page break cut, merged cells that were lost.

The heading above a table is its agenda item, long sentences between tables are kept as prose. Where a flattened text lost
a merge, an answer that announces a list (次のような対策…) and the next row's answer that begins with the list are one again.
"""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.eras import MONTHS_EN
from corpus.folding import folded
from corpus.patterns import any_of
from ingest.layouts.counted_columns import in_pairs
from ingest.layouts.letter_tables import letters_of
from ingest.layouts.section_rows import CAPTION_MAX, MARKED, NUMBERED
from ingest.layouts.table_headers import headers_of
from ingest.layouts.table_rows import (
    Entry,
    Reading,
    State,
    read_table,
)
from ingest.text.normalize import lines_of, trim
from ingest.types import Document, Table

_PAGE_LINE = re.compile(r"^[\s\-‐–―－ー－()（）pPＰ.．/／\d頁ページ]*$")
_GENERIC = re.compile(r"^(?:sheet|シート|表|資料|別紙|様式|page)\s*[\d\-－ー]*$", re.IGNORECASE)
_ANNOUNCES = re.compile(
    r"(?:次|以下|下記|次頁|左記|右記)の?(?:ような|とおり|通り|よう(?:に|な)|取組|対策|方法|点|項目|内容|もの)"
)
_LIST_START = re.compile(r"^\s*(?:[・●○■◆▪•◦※①⑴➀ア]|[（(]?[1１一ア][)）.．、])")
PROSE_MIN, HEADER_PROSE_MIN = 40, 60
"""Characters from which a sentence outside the tables is kept as a statement; below it is a note on the form."""


def strip_number(line: str) -> str:
    """A heading without its mark and number: (1) 計画について → 計画について."""
    line = re.sub(r"^[\s#\-*■◆●◎○□◇▼▽☆★・]+", "", line)
    return re.sub(r"^[【《〔＜<](.+)[】》〕＞>]$", r"\1", NUMBERED.sub("", line, count=1)).strip()


def read_tables(document: Document) -> Reading:
    """All entries of all opinion tables of a document, in order."""
    reading, state = Reading(), State()
    end = 0
    letters = letters_of(document.tables)
    for place, table in enumerate(map(in_pairs, document.tables)):
        letter = letters.get(place)
        if letter:
            reading.formed += sum(len(cell.text) for row in table.rows for cell in row if cell)
            table, state.fresh = letter.table, True
        headers = letter.headers if letter else headers_of(table, document.media_type, not reading.headers)
        headed = bool(headers.rows)
        reading.reasons += headers.reasons
        if state.columns is not None or headed:
            apart = _between(document, end if reading.headers else 0, table.span[0], state, reading)
            if not headed and not _goes_on(table, apart, state, reading):
                state.columns = None
        read_table(table, headers, state, reading)
        end = table.span[1]
    if state.columns is not None:
        _between(document, end, len(document.text), state, reading)
    _restore_merges(reading.entries)
    return reading


def _goes_on(table: Table, apart: bool, state: State, reading: Reading) -> bool:
    """Whether a table without a header row continues the one before it over a page break, rather than being another.

    It has as many columns, and nothing stands between them, or (running headers do) its first number is the next one.
    """
    if state.columns is None or len(table.rows[0]) != len(state.columns.roles) or not reading.entries:
        return False
    if not apart:
        return True
    place = state.columns.at("number")
    first = table.rows[0][place] if place is not None else None
    number, last = (first.text.strip() if first else ""), reading.entries[-1].number
    return place is not None and (
        not number or (number.isdecimal() and last.isdecimal() and int(number) == int(last) + 1)
    )


def _between(document: Document, start: int, end: int, state: State, reading: Reading) -> bool:
    """The text before a table: its heading is the agenda item; long sentences are kept as prose. Whether there is any."""
    lines = [
        (a, b) for a, b in lines_of(document.text, start, end) if not _PAGE_LINE.match(document.text[a:b])
    ]
    lines = [(a, b) for a, b in lines if not any(t.span[0] <= a < t.span[1] for t in document.tables)]
    marked = {s for s, _ in document.headings}
    texts = [document.text[a:b].strip() for a, b in lines]
    heading = _heading(texts, [(a, b) in marked for a, b in lines])
    if heading:
        if heading != state.agenda or start:
            state.fresh = True
        state.agenda, state.section = heading, ""
        reading.headings.append(heading)
    shortest = PROSE_MIN if state.columns else HEADER_PROSE_MIN
    for (a, b), text in zip(lines, texts, strict=True):
        if len(text) >= shortest and text.endswith("。"):
            reading.prose.append((trim(document.text, a, b), state.agenda if state.columns else ""))
    return bool(texts)


_ENGLISH_DAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    + any_of(*MONTHS_EN)
    + r"(?: [0-9]{1,2},?)? [0-9]{4}",
    re.IGNORECASE,
)


def _heading(texts: list[str], marked: list[bool]) -> str:
    """The last line before a table if it reads as a heading; the last item of a mere list (議題一覧) does not.

    Below the heading of a place may stand the day on which they met there.
    """
    if len(texts) > 1 and marked[-2] and not marked[-1] and _ENGLISH_DAY.fullmatch(texts[-1]):
        texts, marked = texts[:-1], marked[:-1]
    if not texts or len(texts[-1]) > CAPTION_MAX or texts[-1].endswith("。") or _GENERIC.match(texts[-1]):
        return ""
    last = texts[-1]
    if not (
        NUMBERED.match(last)
        or MARKED.match(last)
        or marked[-1]
        or last.endswith(("について", "に関すること"))
    ):
        return ""
    if not marked[-1] and NUMBERED.match(last) and len(texts) > 1 and NUMBERED.match(texts[-2]):
        repeated = any(folded(strip_number(last)) in folded(text) for text in texts[:-1])
        if not repeated:
            return ""
    return strip_number(last)


def _restore_merges(entries: list[Entry]) -> None:
    """Rule 3 for flattened text: the announcing answer and the list in the next row become one answer of both rows."""
    for above, below in pairwise(entries):
        if (
            above.merged
            or below.merged
            or not above.answer
            or not below.answer
            or above.agenda != below.agenda
        ):
            continue
        text = "".join(cell.text for cell in above.answer)
        listed = re.search(r"(?:^|[\s。])[・●①⑴]", text)
        if _ANNOUNCES.search(text) and not listed and _LIST_START.match(below.answer[0].text):
            above.answer = below.answer = [*above.answer, *below.answer]
