"""Verbatim records (会議録): a sign before each speaker, ○議長（氏名君）, ◆6番(氏名 議員), ◎総務部長（氏名）."""

from __future__ import annotations

from ingest.layouts import family, fit
from ingest.types import Document, Draft, Evidence, Layout


def _style(style: str) -> bool:
    return style.startswith("sign:")


def detect(document: Document) -> Evidence:
    return fit.evidence(document, _style, 0.97, "記号（○◆◎）つきの発言者")


def read(document: Document) -> tuple[Draft, ...]:
    return family.read(document, _style)


VERBATIM = Layout("verbatim", detect, read)
