"""Sources → the text record, the web page, the PDF. The two kinds of tables are in `tables.py`."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from corpus.sample.source import NOTICE, Source, turns

RULE = "ーーーーー"
"""Some councils rule their text records with long-vowel marks."""

PDF_FONT = "HeiseiMin-W3"
"""One of the fonts that PDF viewers supply for Japanese themselves, so none has to be bundled."""

LEADING = 22.75
"""Line height of the PDF in points. With it several pages end in mid-sentence, as in printed minutes; a test counts
them, so whoever changes the text sees when the line height has to be chosen anew."""

_STYLE = """
body { font-family: sans-serif; margin: 0; color: #222; line-height: 1.8; }
header, nav, main, footer { padding: 0.5rem 1.5rem; }
header, footer { background: #eef3f7; }
nav li, footer li { display: inline-block; margin-right: 1rem; }
.notice { border: 2px solid #b35; padding: 0.5rem 1rem; }
.contact { border-top: 1px solid #999; margin-top: 2rem; }
"""


def text_record(source: Source, path: Path) -> None:
    """A plenary's text record: ○ chair, ◆ member, ◎ executive, two spaces, then the speech; the 通告 in front."""
    lines = [NOTICE, "原文の所在（調布市議会会議録検索）", source["original"], ""]
    lines += [source["title"], source["day"], "", "通告の内容", *source["outline"], "", RULE]
    for turn in turns(source):
        first, *more = (p.text for p in turn.paragraphs)
        lines += [f"{turn.who}  {first}", *(f"   {t}" if t.startswith("〔") else f" {t}" for t in more), ""]
    path.write_text("\n".join([*lines[:-1], RULE, ""]), "utf-8")


def _listed(entries: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(e)}</li>" for e in entries) + "</ul>"


def _paragraphs(texts: list[str]) -> str:
    return "\n".join(f"<p>{escape(t)}</p>" for t in texts)


def _record(source: Source) -> str:
    """The record of a web page: the fields of its head, then each speech below its speaker."""
    fields = "\n".join(f"<h2>{escape(name)}</h2>\n{_paragraphs(values)}" for name, values in source["header"])
    speeches = "\n".join(
        f"<p>【{escape(turn.who)}】</p>\n{_paragraphs([p.text for p in turn.paragraphs])}"
        for turn in turns(source)
    )
    return f"{fields}\n<h2>{escape(source['heading_of_turns'])}</h2>\n{speeches}"


def web_page(source: Source, path: Path) -> None:
    """A page of a city's site: navigation, the record between headings, contact, survey, footer."""
    path.write_text(
        f"""<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(source["title"])}</title>
<style>{_STYLE}</style>
</head>
<body>
<header><p><a href="#honbun">本文へ移動</a></p><p>{escape(source["municipality"])}</p></header>
<nav>{_listed(source["navigation"])}<p>{escape(" > ".join(source["breadcrumb"]))}</p></nav>
<main id="honbun">
<p>ここから本文です。</p>
<h1>{escape(source["title"])}</h1>
<p>{escape(source["updated"])}</p>
<p class="notice">{escape(NOTICE)}</p>
{_record(source)}
<section class="contact">
<h2>お問い合わせ先</h2>
{_paragraphs(source["contact"])}
</section>
<section>
<h2>{escape(source["survey"][0])}</h2>
{_paragraphs(source["survey"][1:])}
</section>
</main>
<footer>{_listed(source["footer"])}</footer>
</body>
</html>
""",
        "utf-8",
    )


def pdf(source: Source, path: Path) -> None:
    """Pages with a text layer: 【…】 before each speech, the page number at the foot, pages that end in mid-sentence."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    def page_number(canvas: Any, document: Any) -> None:
        canvas.setFont(PDF_FONT, 9)
        canvas.drawCentredString(A4[0] / 2, 12 * mm, f"- {document.page} -")

    document = BaseDocTemplate(
        str(path), pagesize=A4, title=source["title"], subject=NOTICE, lang="ja", invariant=1
    )
    frame = Frame(25 * mm, 22 * mm, A4[0] - 50 * mm, A4[1] - 44 * mm)
    document.addPageTemplates([PageTemplate(frames=[frame], onPageEnd=page_number)])
    document.build(_story(source))


def _story(source: Source) -> list[Any]:
    """What the pages of the PDF hold, from the notice to the last speech."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, Spacer

    pdfmetrics.registerFont(UnicodeCIDFont(PDF_FONT))
    plain = ParagraphStyle(
        "plain",
        fontName=PDF_FONT,
        fontSize=11,
        leading=LEADING,
        wordWrap="CJK",
        allowWidows=1,
        allowOrphans=1,
    )
    speech = ParagraphStyle("speech", plain, firstLineIndent=plain.fontSize)
    speaker = ParagraphStyle("speaker", plain, keepWithNext=1)
    title = ParagraphStyle("title", plain, fontSize=14, leading=26, alignment=1)
    notice = ParagraphStyle(
        "notice", plain, fontSize=10, leading=16, borderWidth=1, borderColor="black", borderPadding=4
    )

    story: list[Any] = [
        Paragraph(escape(NOTICE), notice),
        Spacer(1, 8 * mm),
        Paragraph(escape(source["title"]), title),
    ]
    story += [Paragraph(escape(line), plain) for line in source["header"]]
    story += [Spacer(1, 4 * mm), Paragraph(escape(source["opening"]), plain), Spacer(1, 4 * mm)]
    story += [Paragraph(escape(source["heading"]), plain)]
    for turn in turns(source):
        story += [Spacer(1, 3 * mm), Paragraph(escape(f"【{turn.who}】"), speaker)]
        story += [Paragraph(escape(p.text), speech) for p in turn.paragraphs]
    return story
