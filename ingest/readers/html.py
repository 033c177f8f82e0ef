"""Web pages: the text in reading order, tables with merged cells, headings, canonical address.

1. scripts, styles, menus (<nav>), lists of the speeches, footers and form controls are left out; <pre> keeps its lines;
2. block elements and <br> end a line; white space inside a line is one blank, none between two Japanese characters;
3. a table of data becomes lines of tab-separated cells; a table that only lays out the page becomes plain lines;
4. an element that names its speaker in `data-speaker` gets a line 【speaker】 in front; so does a speech balloon whose
   name stands in an element of its own (class speech-name, balloon-name …) or as its first line;
5. a picture whose text is Q or 答 is that letter, on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from corpus.errors import ReadError
from ingest.readers.balloons import attributes_of_speakers, is_badge, name_in, named_first, speaker_of
from ingest.readers.builder import Builder, RawCell
from ingest.readers.folded import Folds, part
from ingest.readers.limits import Limits, check_count
from ingest.readers.plain import stated_url
from ingest.readers.players import is_edit_link, is_player, is_poll, is_unseen, opens_heading
from ingest.readers.setoff import glued_to_words
from ingest.readers.speeches import is_list_of_speeches
from ingest.readers.stacked import stacked_tables
from ingest.types import Document

_SKIP = frozenset(
    "script style noscript template nav footer select option button textarea svg iframe object rt rp head".split()
)
_BLOCK = frozenset(
    "address article aside blockquote body br center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr legend li main ol p pre section summary table tbody td th thead tr ul caption tfoot".split()
)
_CJK = "\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_BREAK_IN_JAPANESE = re.compile(f"(?<=[{_CJK}])[ \\t]*\\n\\s*(?=[{_CJK}])")
_BLANK = re.compile(r"[ \t\r\n\f]+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ICONS = frozenset(["Q", "A", "Ｑ", "Ａ", "問", "答", "質問", "回答", "答弁"])
"""Texts of pictures that say whose the words beside them are."""
LAYOUT_CELL_LINES = 25
"""A cell with more lines than this holds a page, not a datum (opinion tables: at most some 15 paragraphs a cell)."""


def read_html(text: str, name: str, limits: Limits) -> Document:
    """The document of a page. Raises ReadError where it holds no text, or more cells than `limits.max_cells`."""
    from lxml import etree, html

    try:
        root = html.document_fromstring(
            _DECLARATION.sub("", text) or "<p></p>", parser=html.HTMLParser(huge_tree=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("HTML として読めません", "ブラウザで開けるか確かめてください") from error
    title = _title(root)
    url = _canonical(root)
    writer = _Writer(limits.max_cells, attributes_of_speakers(root))
    body = root.find("body")
    writer.walk(body if body is not None else root)
    document = writer.builder.document("text/html", name, title)
    if not document.text.strip():
        raise ReadError("ページに本文がありません", "会議録の本文のページを保存し直してください")
    url = url if url.startswith("http") else stated_url(document.text)
    document = writer.builder.document("text/html", name, title, url)
    tables = document.tables or stacked_tables(document.text)
    return replace(document, tables=tables, folds=tuple(writer.folds.found))


def _title(root: Any) -> str:
    found = next(root.iter("title"), None)
    return _BLANK.sub(" ", "".join(found.itertext())).strip() if found is not None else ""


def _canonical(root: Any) -> str:
    """The address that the page gives for itself."""
    for element in root.iter("link", "meta"):
        if element.get("rel") == "canonical" and element.get("href"):
            return str(element.get("href"))
        if element.get("property") == "og:url" and element.get("content"):
            return str(element.get("content"))
    return ""


class _Writer:
    """Walks the tree without recursion (pages may be nested thousands deep) and writes lines."""

    def __init__(self, room: int, named_by: Sequence[str] = ()) -> None:
        """`room`: cells that the tables may have in all; `named_by`: attributes that say who speaks an element's words."""
        self.builder = Builder()
        self.room = room
        self.named_by = named_by
        self.words: list[str] = []
        self.pre = 0
        self.heading = 0
        self.folds = Folds()

    def walk(self, root: Any) -> None:
        """Writes what stands in an element."""
        from lxml import etree

        context = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in context:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if (
                    (tag in _SKIP and not opens_heading(element))
                    or element.get("role") == "navigation"
                    or element.get("hidden") is not None
                    or any(offers(element) for offers in (is_player, is_poll, is_edit_link, is_unseen))
                    or is_badge(element)
                    or is_list_of_speeches(element)
                ):
                    context.skip_subtree()
                elif tag == "table" and _is_data(element):
                    self.flush()
                    self._table(element)
                    context.skip_subtree()
                elif named := name_in(element):
                    self.flush()
                    self.builder.line(f"【{named}】")
                    context.skip_subtree()
                else:
                    self._open(tag, element)
            elif event == "end" and tag in _BLOCK and tag not in _SKIP:
                self._close(tag, element.get("class") or "")
            if event == "end" and glued_to_words(element, self.words):
                self.words.append("\u3000")
            if event != "start" and element is not root and element.tail:
                self.words.append(element.tail if self.pre else _flow(element.tail))
        self.flush()

    def _table(self, element: Any) -> None:
        rows = _rows(element, self.room)
        self.room -= sum(map(len, rows))
        self.builder.table(rows)

    def _open(self, tag: str, element: Any) -> None:
        if tag in _BLOCK:
            self.flush()
            self.folds.open(part(tag, element.get("class") or ""), self.builder.length)
        if tag == "img" and (icon := (element.get("alt") or "").strip()) in _ICONS:
            self.flush()
            self.builder.line(icon)
        stated = _BLANK.sub(" ", element.get("data-speaker") or "").strip()
        if speaker := max(stated, speaker_of(element, self.named_by), key=len):
            self.flush()
            self.builder.line(f"【{speaker}】")
        first = named_first(element)
        if first:
            self.builder.line(f"【{first}】")
        if tag == "pre":
            self.pre += 1
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.heading = int(tag[1])
        if element.text and not first:
            self.words.append(element.text if self.pre else _flow(element.text))

    def _close(self, tag: str, classes: str) -> None:
        self.flush()
        self.folds.close(part(tag, classes), self.builder.length)
        if tag == "pre":
            self.pre -= 1
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.heading = 0

    def flush(self) -> None:
        """Writes the line that was collected, if it holds anything."""
        text = "".join(self.words)
        self.words = []
        text = text.replace("\r\n", "\n").strip("\n") if self.pre else re.sub(r" {2,}", " ", text).strip(" ")
        if text.strip():
            self.builder.line(text, self.heading)


def _flow(text: str) -> str:
    """White space of running text as a browser shows it."""
    return _BLANK.sub(" ", _BREAK_IN_JAPANESE.sub("", text))


def _is_data(table: Any) -> bool:
    """Whether a table holds data: no table inside it, two columns at least, no cell as long as a page."""
    if table.get("role") == "presentation" or table.find(".//table") is not None:
        return False
    rows = table.findall(".//tr")
    widths = [len([c for c in row if c.tag in ("td", "th")]) for row in rows]
    if max(widths, default=0) < 2:
        return False
    return all(len(_paragraphs(cell)) <= LAYOUT_CELL_LINES for cell in table.iter("td", "th"))


def _paragraphs(cell: Any) -> list[str]:
    inner = _Writer(0)  # data cells hold no table
    inner.walk(cell)
    return [line for line in inner.builder.text().split("\n") if line.strip()]


def _rows(table: Any, room: int) -> list[list[RawCell | None]]:
    """The grid of a table: rowspan and colspan laid out, covered places None. Raises ReadError beyond `room` places."""
    grid: list[list[RawCell | None]] = []
    covered: dict[tuple[int, int], bool] = {}
    for y, row in enumerate(table.iter("tr")):
        line: list[RawCell | None] = []
        for cell in (c for c in row if c.tag in ("td", "th")):
            while covered.get((y, len(line))):
                line.append(None)
            rows, columns = _count(cell.get("rowspan")), _count(cell.get("colspan"))
            check_count(len(covered) + rows * columns, room, "セル")
            for dy in range(rows):
                for dx in range(columns):
                    covered[y + dy, len(line) + dx] = True
            line.append(RawCell(tuple(_paragraphs(cell)), rows, columns))
            line.extend([None] * (columns - 1))
        while covered.get((y, len(line))):
            line.append(None)
        grid.append(line)
    return grid


def _count(value: str | None) -> int:
    """rowspan or colspan; pages of any make state nonsense here, so it is held within 1–500."""
    return min(max(int(value), 1), 500) if value and value.strip().isdigit() else 1
