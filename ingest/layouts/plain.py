"""The last resort: text without recognisable speakers, cut where Japanese pauses, kept as statements and flagged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from corpus.spans import cut, text_at
from corpus.types import Exchange, Speaker, Turn
from ingest.header.meeting import read_header
from ingest.layouts.speech_columns import reasons_of
from ingest.text.lines import Line, content_lines, join
from ingest.text.wraps import wrap_of
from ingest.types import Document, Draft, Evidence, Layout

PIECE = 600
"""Characters a piece: about one paragraph of minutes; the statement is what a hit shows, so it must be readable alone."""
SEPARATORS = ("\n\n", "\n", "。", "．", "！", "？", "、", "，", " ", "\u3000", "")
"""Where to cut, best first. The splitter's own separators hold no Japanese punctuation."""
HEADER_MAX = 1500
"""The meeting's data stand within the first so many characters of a text without other signs."""

ROW_TABS = 2
"""Tabs from which a line is a row of a table; with one it may be a label and its value (日時, 令和6年…)."""

FLAG = "発言者を判別できないため、文章のまま区切って保存しました（質問と答弁の対応はありません）"


def detect(document: Document) -> Evidence:
    return Evidence(0.05, ("ほかの形に当てはまらないときの受け皿",))


def read(document: Document) -> tuple[Draft, ...]:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    lines = content_lines(document.text, document.pages)
    text, spans = join(document.text, lines, wrap_of(lines))
    splitter = RecursiveCharacterTextSplitter(
        separators=list(SEPARATORS),
        keep_separator="end",
        chunk_size=PIECE,
        chunk_overlap=0,
        add_start_index=True,
    )
    starts = [offset for offset, _ in document.pages]
    statements = []
    for piece in splitter.create_documents([text]):
        start = int(piece.metadata["start_index"])
        place = cut(spans, start, start + len(piece.page_content))
        if start < 0 or not place:
            continue
        page = document.pages[max(bisect_right(starts, place[0][0]) - 1, 0)][1] if starts else None
        turn = Turn(Speaker(), text_at(document.text, place), place, page)
        statements.append(Exchange("", "", "statement", (), (turn,)))
    header = (0, min(len(document.text), HEADER_MAX, _first_row(lines)))
    told = reasons_of(document)[1:]  # the first is the column of sentences, if there is one
    why = [f"列の役割を内容から決められません（{reason}）" for reason in told[-1:]]
    warnings = (*why, FLAG)
    return (Draft((), tuple(statements), read_header(document, header), header, None, warnings),)


def _first_row(lines: Sequence[Line]) -> int:
    """Where the first row of a table begins: towns and dates in a list of files or sums are not those of a meeting."""
    return next((line.start for line in lines if line.text.count("\t") >= ROW_TABS), 1 << 60)


PLAIN = Layout("plain", detect, read)
