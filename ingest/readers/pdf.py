"""PDF: text with page numbers, in reading order; tables where the page draws their lines.

1. pdfium gives each page's text line by line, as it stands on the page;
2. a page set in columns, written from top to bottom, or with its column of labels drawn apart, is put in reading order from the
   coordinates of its characters (`ingest.readers.columns`, `upright`, `besides`, `labelled`);
3. a page with a ruled table of two columns or more is read with its cells (`ingest.readers.ruled`);
4. pages without a text layer are named in a warning; where no page has one, the file is refused.
"""

from __future__ import annotations

import re
from typing import Any

from corpus.errors import ReadError
from ingest.readers.builder import Builder
from ingest.readers.limits import Limits
from ingest.readers.plain import stated_url
from ingest.readers.radicals import clean
from ingest.readers.spaced import unspaced
from ingest.types import Document

MIN_CHARACTERS = 10
"""A page with fewer is taken to have no text layer (a stamp or page number over a scan)."""
REORDERED = (
    "段をまたいで書かれた行を、段ごとに並べ直して読んだページがあります（発言の順と、段の変わり目で文がつながっているかを、"
    "原文と見比べて確かめてください）"
)
"""What is said of pages whose own order is not the one read, before their numbers."""


def read_pdf(data: bytes, name: str, limits: Limits) -> Document:
    """The document of a PDF. Raises ReadError: damaged, password-protected, image-only, too many pages."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("パスワードで保護された PDF です", "保護を外して保存し直してください") from error
        raise ReadError(
            "PDF として読めません（壊れている可能性があります）", "入手し直すか、開いて保存し直してください"
        ) from error
    try:
        if len(pdf) > limits.max_pages:
            raise ReadError(
                f"ページ数が上限（{limits.max_pages:,}）を超えています", "分割してから追加してください"
            )
        return _read(pdf, data, name)
    finally:
        pdf.close()


def _read(pdf: Any, data: bytes, name: str) -> Document:
    import pypdfium2

    from ingest.readers.ruled import RuledPages

    builder = Builder()
    blank: list[int] = []
    reordered: list[int] = []
    ruled = RuledPages(data)
    try:
        for number in range(1, len(pdf) + 1):
            builder.page(number)
            try:
                page = pdf[number - 1]
            except pypdfium2.PdfiumError:  # a damaged page among good ones
                blank.append(number)
                continue
            if not _page(page, number, builder, ruled, reordered):
                blank.append(number)
            page.close()
    finally:
        ruled.close()
    if len(blank) == len(pdf):
        raise ReadError("文字の情報がない（画像だけの）PDF です", "文字認識（OCR）をしてから追加してください")
    told = (("文字を読めないページがあります", blank), (REORDERED, reordered))
    warnings = tuple(f"{warning}: {_ranges(pages)}" for warning, pages in told if pages)
    try:
        title = _title(pdf.get_metadata_value("Title"))
    except UnicodeError:  # a damaged title over good pages
        title = ""
    return builder.document("application/pdf", name, title, stated_url(builder.text()), warnings)


def _page(page: Any, number: int, builder: Builder, ruled: Any, reordered: list[int]) -> bool:
    """Writes one page; False where it has no text layer. `reordered` takes the number of one whose lines ran across its columns."""
    from ingest.readers.besides import labels_beside
    from ingest.readers.columns import columns_of
    from ingest.readers.glyphs import drawn_page
    from ingest.readers.labelled import labels_amid
    from ingest.readers.upright import is_upright, upright_lines

    textpage = page.get_textpage()
    try:
        drawn, glyphs = drawn_page(textpage, textpage.get_text_range())
        text = clean(drawn)
        if len(re.sub(r"\s", "", text)) < MIN_CHARACTERS and any(
            o.type == 3 for o in page.get_objects(max_depth=2)
        ):
            return False
        if ruled.has_rules(page, number) and ruled.write(number, builder, text):
            return True
        width = page.get_width()
        upright = is_upright(glyphs)
        columns = None if upright else columns_of(textpage, width, glyphs)
        reordered += [number] if columns else []
        ordered = (
            upright_lines(glyphs)
            if upright
            else columns or labels_beside(width, glyphs) or labels_amid(width, glyphs)
        )
        text = unspaced(clean("\n".join(ordered)) if ordered else text)
    finally:
        textpage.close()
    if text:
        builder.add(text if text.endswith("\n") else text + "\n")
    return bool(text.strip())


def _title(stated: str) -> str:
    """The title of the document's properties, without what programs put there by themselves."""
    stated = re.sub(
        r"^Microsoft (?:Word|Excel|PowerPoint) - |\.(?:docx?|xlsx?|jtdc?|pdf)$", "", stated.strip("\ufeff ")
    )
    return "" if re.fullmatch(r"(?i)\(?(?:anonymous|untitled|無題|名称未設定)\)?\S{0,3}", stated) else stated


def _ranges(pages: list[int]) -> str:
    """[1, 2, 3, 7] → 「1–3, 7」."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and runs[-1][1] == page - 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
