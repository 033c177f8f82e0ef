"""Tables that a PDF draws with lines (意見と回答の表): their cells, found by pdfplumber.

pdfplumber is some twenty times slower than pdfium, so it opens only pages that draw enough lines to hold a table.
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from contextlib import suppress
from itertools import islice, pairwise
from typing import Any

from ingest.people.speakers import parse_label
from ingest.readers.builder import Builder, RawCell
from ingest.readers.radicals import clean
from ingest.text.normalize import squeeze

MIN_LINES = 6
"""Line or rectangle objects of the smallest table of two rows and two columns."""
MIN_LINES_AFTER = 4
"""The same of a single row, on a page after one with a table: the last row of that."""
MIN_KEPT = 0.97
"""Share of the page's letters that its tables and the prose between them must hold (see `RuledPages.write`)."""
MIN_HEIGHT = 10.0
"""Points: shorter vertical lines are parts of characters or of dotted rules."""
MAX_LINES = 5_000
"""A page with more is a map or a drawing; the search for tables would take minutes."""
_PATH = 2
"""FPDF_PAGEOBJ_PATH: a line or shape that pdfium finds on a page."""


def without_checksum(data: bytes) -> bytes:
    """What a deflated stream holds whose checksum is wrong or cut off. Raises zlib.error where its body is damaged."""
    return zlib.decompressobj(wbits=-zlib.MAX_WBITS).decompress(data[2:])


def _mend_pdfminer() -> None:
    """pdfminer reads a damaged stream byte by byte and copies all it has at each: a damaged font took a minute a page."""
    from pdfminer import pdftypes

    pdftypes.decompress_corrupted = without_checksum


class RuledPages:
    """The pages of one PDF, opened by pdfplumber when the first ruled page comes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pdf: Any = None
        self._last: tuple[int, tuple[int, ...]] = (-1, ())
        """The last page with a table, and where the columns of its last one stand."""

    def has_rules(self, page: Any, number: int) -> bool:
        """Whether page `number` of pdfium's draws enough paths for a table, or for the last row of one."""
        found = sum(1 for _ in islice(page.get_objects(filter=[_PATH], max_depth=3), MAX_LINES))
        least = MIN_LINES_AFTER if self._last[0] == number - 1 else MIN_LINES
        return least <= found < MAX_LINES

    def write(self, number: int, builder: Builder, plain: str) -> bool:
        """Writes page `number` with its tables; False where there is none (the caller then writes `plain`).

        `plain` is the page's text as pdfium read it: where the tables hold less of it than `MIN_KEPT`, lines were
        decoration and cut through the text.
        """
        try:
            return self._tables(number, builder, plain)
        except Exception:
            # pdfminer raises whatever its parsing of a damaged file meets; pdfium has read the page.
            return False

    def _tables(self, number: int, builder: Builder, plain: str) -> bool:
        import pdfplumber

        if self._pdf is None:
            # Its warnings tell users nothing that they can act on.
            logging.getLogger("pdfminer").setLevel(logging.ERROR)
            _mend_pdfminer()
            self._pdf = pdfplumber.open(io.BytesIO(self._data))
        page = self._pdf.pages[number - 1]
        try:
            settings = {"explicit_horizontal_lines": lines} if (lines := _open_ends(page)) else {}
            columns = self._last[1] if self._last[0] == number - 1 else ()
            tables = [t for t in page.find_tables(settings) if _worth(t, columns)]
            if not tables:
                return False
            pieces = Builder()
            self._write(page, sorted(tables, key=lambda t: t.bbox[1]), pieces)
        finally:
            page.close()
        if len(squeeze(pieces.text())) < MIN_KEPT * len(squeeze(plain)):
            return False
        builder.append(pieces)
        self._last = number, _places(max(tables, key=lambda t: t.bbox[1]))
        return True

    def _write(self, page: Any, tables: list[Any], builder: Builder) -> None:
        top = page.bbox[1]
        for table in tables:
            if table.bbox[1] < top - 1:  # inside the table before it
                continue
            _prose(page, top, table.bbox[1], builder)
            _pull_in(page, table)
            builder.table(_rows(page, table))
            top = table.bbox[3]
        _prose(page, top, page.bbox[3], builder)

    def close(self) -> None:
        """Closes what was opened."""
        if self._pdf is not None:
            with suppress(Exception):  # pdfplumber reads every page again to close it
                self._pdf.close()


def _open_ends(page: Any) -> list[float]:
    """Heights at which vertical lines end for good without a horizontal one between two of them: a row, or a cell of several rows,
    that goes on over the page break."""
    edges = [(e["orientation"], e["x0"], e["x1"], e["top"], e["bottom"]) for e in page.edges]
    upright = [(x, a, b) for way, x, _, a, b in edges if way == "v" and b - a > MIN_HEIGHT]
    out = set()
    for end in (1, -1):  # the heads of the lines, then their feet
        last: dict[float, float] = {}
        for x, top, bottom in upright:
            y = top if end > 0 else bottom
            last[round(x)] = min(last.get(round(x), y) * end, y * end) * end
        for y in {round(y, 1) for y in last.values()}:
            places = sorted(x for x, own in last.items() if abs(own - y) < 1)
            level = [(a, b) for way, a, b, h, _ in edges if way == "h" and abs(y - h) <= 2]
            middles = [(a + b) / 2 for a, b in pairwise(places) if b - a > MIN_HEIGHT]
            if middles and any(all(not a <= x <= b for a, b in level) for x in middles):
                out.add(y)
    return sorted(out)


def _places(table: Any) -> tuple[int, ...]:
    """Where the columns of a table begin."""
    return tuple(sorted({round(cell[0]) for cell in table.cells}))


def _worth(table: Any, above: tuple[int, ...]) -> bool:
    """A table with text columns: two rows or one long one, two columns at least, not the frame of a page; one row alone is the
    last of the table on the page before, whose columns began at `above`."""
    widths = [sum(c is not None for c in row.cells) for row in table.rows]
    return max(widths, default=0) >= 2 and (len(table.cells) >= 4 or _places(table) == above)


def _prose(page: Any, top: float, bottom: float, builder: Builder) -> None:
    top, bottom = max(top, page.bbox[1]), min(bottom, page.bbox[3])
    if bottom - top < 2:
        return
    text = clean(page.crop((page.bbox[0], top, page.bbox[2], bottom)).extract_text() or "")
    if text.strip():
        builder.add(text + "\n")


_HANGS = frozenset("、。，．）」』】〕)")
"""What may not begin a line, and is set beyond the edge of its cell instead (ぶら下げ)."""


def _pull_in(page: Any, table: Any) -> None:
    """Sets what hangs over the right edge of a cell back into it: the next cell would open with it."""
    edges = sorted({cell[2] for cell in table.cells})
    for before, char in pairwise(page.chars):
        level = abs(before["top"] - char["top"]) < 1 and abs(char["x0"] - before["x1"]) < 1
        if level and char["text"] in _HANGS:
            edge = next((x for x in edges if before["x1"] - 1 < x < char["x1"]), None)
            if edge is not None:
                char["x0"], char["x1"] = min(char["x0"], edge - 0.4), edge - 0.2


def _rows(page: Any, table: Any) -> list[list[RawCell | None]]:
    """The grid of a table: a cell that reaches over several rows or columns stands at its first place, None elsewhere."""
    xs = sorted({round(c[0], 1) for c in table.cells})
    ys = sorted({round(c[1], 1) for c in table.cells})
    grid: list[list[RawCell | None]] = [[None] * len(xs) for _ in ys]
    for cell in table.cells:
        left, top, right, bottom = (round(v, 1) for v in cell)
        columns = sum(left - 0.5 <= x < right - 0.5 for x in xs)
        rows = sum(top - 0.5 <= y < bottom - 0.5 for y in ys)
        grid[ys.index(top)][xs.index(left)] = RawCell(_paragraphs(page, cell), max(1, rows), max(1, columns))
    return grid


_MARKED = re.compile(r"^[\s・●○◯〇◎■◆※①-⒇【〔]|^[(（]?[\dア-オ]{1,2}[)）.．]")
_LABELLED = re.compile(r"^[(（【〔][^（()）【】〔〕]{1,20}[)）】〕]|^[^\s、。：:]{1,14}[：:]")
_WORD = re.compile(r"^([^\s、。（()）「」]{2,14})\s+\S")


def _opens(text: str) -> bool:
    """Whether a line opens a speech: 【川辺委員】…, 川辺委員：…, 川辺委員　…"""
    word = _WORD.match(text)
    speaker = parse_label(word[1]) if word else None
    return _LABELLED.match(text) is not None or (speaker is not None and bool(speaker.office))


FULL_LINE = 2.6
"""A line that ends nearer to the cell's edge than this many of its heights was broken by the edge, not by its author: one
for the padding, one for the character that did not fit, the rest for characters that may not begin a line."""


def _paragraphs(page: Any, cell: tuple[float, float, float, float]) -> tuple[str, ...]:
    """The paragraphs of a cell: hard-wrapped lines joined unless the next one is marked or names a speaker."""
    left, top, right, bottom = cell
    if right - left < 3 or bottom - top < 3:
        return ("",)
    lines = page.crop((left, top, right, bottom), strict=False).extract_text_lines(return_chars=False)
    out: list[str] = []
    broken = False
    for line in lines:
        text = clean(line["text"])
        ended = bool(out) and out[-1].endswith(("。", "？", "?", "」"))
        if broken and not _MARKED.match(text) and not (ended and _opens(text)):
            blank = " " if re.search(r"[A-Za-z]$", out[-1]) and re.match(r"[A-Za-z]", text) else ""
            out[-1] += blank + text
        else:
            out.append(text)
        broken = right - line["x1"] < FULL_LINE * (line["bottom"] - line["top"])
    return tuple(out) or ("",)
