"""PDF pages drawn text by text, for tests of the reading order."""

from __future__ import annotations

import io
from typing import Any

import pytest

pdfmetrics = pytest.importorskip("reportlab.pdfbase.pdfmetrics")
FONT = "HeiseiMin-W3"


def canvas_pdf(*pages: list[tuple[float, float, str]], encrypt: str | None = None) -> bytes:
    """A PDF of A4 pages, each a list of (x, y, text) in the order in which they are drawn; characters of ten points."""
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen import canvas

    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    sheet: Any = canvas.Canvas(out, pagesize=(595, 842), encrypt=encrypt)
    for page in pages:
        sheet.setFont(FONT, 10)
        for x, y, text in page:
            sheet.drawString(x, y, text)
        sheet.showPage()
    sheet.save()
    return out.getvalue()
