"""A dossier as text that a person edits and as files: Markdown, DOCX made of (edited) Markdown, JSON.

The Markdown is a small part of the language: `#` headings, `-` items, `>` quotations, plain lines. Signs of Markdown and HTML
in the record's own words are escaped with a backslash, so that any reader of Markdown shows them as they stand.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from chat import naming
from chat.contract import citation_to_dict
from chat.desk.brief_types import Dossier, Quoted
from chat.exports import NOT_IN_XML
from chat.types import Citation
from chat.words import t

_SIGNS = re.compile(r"[\\`*<>\[\]!|#]|(?<![^\W_])_|_(?![^\W_])")
"""An underscore inside a word (令和6年_01.pdf) is none."""
_ESCAPED = re.compile(r"\\([\\`*_<>\[\]!|#])")
_PLAIN_URL = re.compile(r"https?://[^\s<>\\]+")
_LINK = re.compile(r"(?<!\\)<(https?://[^\s<>\\]+)>")

FONT = "Yu Gothic"
"""Font of the DOCX for Japanese; a program without it takes its own Japanese font."""


def markdown(dossier: Dossier) -> str:
    """The dossier as Markdown; quotations with their marks, sources at the end."""
    return "\n".join(_lines(dossier)) + "\n"


def _lines(dossier: Dossier) -> Iterator[str]:
    yield f"# {escaped(heading(dossier))}"
    yield ""
    yield f"{naming.reach(dossier.reach)}{t('しました。')}{t('「」の中は会議録のことばそのままです。')}"
    for section in dossier.sections:
        yield ""
        yield f"## {section.title}"
        yield ""
        if not section.lines:
            yield section.nothing
        for line in section.lines:
            marks = "".join(f"[{quoted.citation.mark}]" for quoted in line.quotes) if section.brief else ""
            yield f"- {escaped(line.text)}{marks}"
            for quoted in () if section.brief else line.quotes:
                yield from _quoted(quoted)
    if dossier.citations:
        yield ""
        yield f"## {t('出典')}"
        yield ""
    yield from source_lines(dossier.citations)


def heading(dossier: Dossier) -> str:
    """質問準備: 情報セキュリティ（調布市）."""
    return t("質問準備: {theme}（{town}）", theme=dossier.theme, town=naming.town(dossier.town))


def _quoted(quoted: Quoted) -> Iterator[str]:
    lines = escaped(quoted.citation.shown).splitlines()
    lines[0] = quoted.label + lines[0]
    lines[-1] += f"[{quoted.citation.mark}]"
    for line in lines:
        yield f"  > {line}"


def source_lines(citations: Sequence[Citation]) -> Iterator[str]:
    """A line a source, with the marks of all that is quoted from it: an address of four lines stood under each quotation."""
    marks: dict[str, list[int]] = {}
    for citation in citations:
        marks.setdefault(source_line(citation), []).append(citation.mark)
    for line, numbers in marks.items():
        yield f"- {''.join(f'[{number}]' for number in numbers)} {line}"


def source_line(citation: Citation) -> str:
    """Where a quotation is from, with file, page and address, escaped."""
    page = f" {t('{page}ページ', page=citation.page)}" if citation.page else ""
    line = naming.citation(citation.meeting, citation.speaker, citation.role)
    line = t("{line}（資料: {name}{page}）", line=line, name=citation.source, page=page)
    return " ".join(part for part in (escaped(line), _address(citation.url)) if part)


def _address(url: str) -> str:
    """An address as a link that opens: inside `<>` nothing of it is escaped."""
    return f"<{url}>" if _PLAIN_URL.fullmatch(url) else escaped(url)


def escaped(text: str) -> str:
    """The text with the signs of Markdown and HTML escaped."""
    return _SIGNS.sub(r"\\\g<0>", NOT_IN_XML.sub("", text))


def docx(text: str) -> bytes:
    """Markdown of the kind above as a Word file; what is no sign of it is a paragraph."""
    import docx as word
    from docx.oxml.ns import qn

    document = word.Document()
    # Each is looked up once, and its id given to the paragraphs: python-docx goes through all 160 styles for every `style=`.
    styles = {
        name: document.styles[name]
        for name in ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet", "Quote")
    }
    for style in styles.values():
        style.font.name = FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    _as_offices_print(document, styles)
    for line in NOT_IN_XML.sub("", text).splitlines():
        style_name, words = _styled(line)
        if words:
            paragraph = document.add_paragraph(_ESCAPED.sub(r"\1", _LINK.sub(r"\1", words)))
            if style_name != "Normal":
                paragraph._p.style = styles[style_name].style_id
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _as_offices_print(document: Any, styles: dict[str, Any]) -> None:
    """A4, Japanese, quotations upright and set in: python-docx begins with an American letter, whose quotations slant only the digits
    and Latin letters of a Japanese text."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    for page in document.sections:
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(25)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "ja-JP")
    styles["Quote"].font.italic = False
    styles["Quote"].paragraph_format.left_indent = Mm(8)
    styles["Title"].font.size = Pt(18)


def _styled(line: str) -> tuple[str, str]:
    """(style of the paragraph, its words) of a line of Markdown."""
    stripped = line.strip()
    for sign, style in (
        ("### ", "Heading 2"), ("## ", "Heading 1"), ("# ", "Title"), ("- ", "List Bullet"), ("> ", "Quote"),
    ):  # fmt: skip
        if stripped.startswith(sign):
            return style, stripped[len(sign) :].strip()
    return "Normal", stripped


def to_dict(dossier: Dossier) -> dict[str, Any]:
    """The dossier as JSON: lines point to `citations` by their marks."""
    return {
        "theme": dossier.theme,
        "town": dossier.town,
        "sections": [
            {
                "title": section.title,
                "message": "" if section.lines else section.nothing,
                "lines": [
                    {
                        "text": line.text,
                        "quotes": [
                            {"label": quoted.label, "mark": quoted.citation.mark} for quoted in line.quotes
                        ],
                    }
                    for line in section.lines
                ],
            }
            for section in dossier.sections
        ],
        "citations": [citation_to_dict(citation) for citation in dossier.citations],
        "markdown": markdown(dossier),
        "elapsed_ms": round(dossier.elapsed_ms, 1),
    }
