"""An office for who reads English: as printed, with the English word for it or its reading, so that no title is translated wrongly."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.eras import fold

Romanise = Callable[[str], str]
"""Japanese text to its reading in Latin letters."""

_OFFICES_EN = {
    **dict.fromkeys(("市長", "町長", "村長", "区長"), "mayor"),
    **dict.fromkeys(("副市長", "副町長", "副村長", "副区長"), "deputy mayor"),
    "知事": "governor",
    "副知事": "vice governor",
    "教育長": "superintendent of education",
    "議員": "councillor",
    "議長": "council chair",
    "副議長": "council vice chair",
    "委員": "committee member",
    "委員長": "committee chair",
    "副委員長": "committee vice chair",
    "会長": "chair",
    "副会長": "vice chair",
    "事務局": "secretariat",
}
"""Offices that English has one word for; others are read out (行政経営部長), since no translation of theirs is official."""

_SEAT = re.compile(r"([0-9]{1,3})番(?:議員|委員)?")


def office_en(office: str, romanise: Romanise) -> str:
    """市長 (mayor), 6番議員 (councillor, seat 6), 行政経営部長 (Gyosei Keiei Bucho); an office printed in Latin letters as it is."""
    if office.isascii():
        return office
    seat = _SEAT.fullmatch(fold(office))
    meant = f"councillor, seat {seat[1]}" if seat else _OFFICES_EN.get(office)
    return f"{office} ({meant or romanise(office)})"
