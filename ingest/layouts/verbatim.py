"""Verbatim records (会議録): a sign before each speaker, ○議長（氏名君）, ◆6番(氏名 議員), ◎総務部長（氏名）."""

from __future__ import annotations

from collections.abc import Callable

from ingest.layouts import family, fit
from ingest.turns.scanning import scan
from ingest.types import Document, Draft, Evidence, Layout


def _style(document: Document) -> Callable[[str], bool]:
    """The signs; Ｑ　谷口委員 and Ａ　農政課長 among them where nobody but the chair has a sign (●石黒委員長); and labels that lost
    sign and bracket both (議長川辺守君)) where those who bear them have a sign elsewhere."""
    marks = scan(document.text, document.pages).marks
    signed = {m.speaker.side for m in marks if m.signed}
    asked = {m.speaker.side for m in marks if m.style == "qa" and m.speaker.office}
    lettered = signed == {"chair"} and {"member", "executive"} <= asked
    labels = {m.label for m in marks if m.signed}
    lost = {m.label for m in marks if m.style == "paren"} <= labels
    return lambda style: (
        style.startswith("sign:") or (lettered and style == "qa") or (lost and style == "paren")
    )


def detect(document: Document) -> Evidence:
    return fit.evidence(document, _style(document), 0.97, "記号（○◆◎）つきの発言者")


def read(document: Document) -> tuple[Draft, ...]:
    return family.read(document, _style(document))


VERBATIM = Layout("verbatim", detect, read)
